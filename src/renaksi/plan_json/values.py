"""The single values of a plan's JSON, each read strictly or refused by its path in the document."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn, TypeVar

from renaksi.diagnostics import Unreadable
from renaksi.model import Place

_Choice = TypeVar("_Choice", bound=str)

# No figure of a plan comes near this many digits before or after the point; a longer one
# (or an exponent such as 1e999999999) is an attack on memory.
MAX_DIGITS: Final = 60
_FIGURE: Final = frozenset("0123456789.+-eE")


def refuse(at: str, *, id: str, en: str) -> NoReturn:
    """Refuse the document because of what stands at the path ``at``."""
    raise Unreadable(
        id=f"Berkas JSON ini tidak dapat dibaca: {at} {id}.",
        en=f"This JSON file cannot be read: {at} {en}.",
    )


def object_at(value: object, at: str) -> dict[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        refuse(at, id="harus berupa objek", en="must be an object")
    return value


def list_at(value: object, at: str) -> list[Any]:
    """A JSON array; null is an empty one."""
    if value is None:
        return []
    if not isinstance(value, list):
        refuse(at, id="harus berupa daftar", en="must be an array")
    return value


def text_at(value: object, at: str) -> str | None:
    """A string or null."""
    if value is None:
        return None
    if not isinstance(value, str):
        refuse(at, id="harus berupa teks", en="must be a string")
    try:
        value.encode()
    except UnicodeEncodeError:
        refuse(at, id="memuat karakter Unicode yang rusak", en="holds a broken Unicode character")
    return value


def required_text_at(value: object, at: str) -> str:
    """A string."""
    text = text_at(value, at)
    if text is None:
        refuse(at, id="harus diisi", en="must be given")
    return text


def choice_at(value: object, choices: Sequence[_Choice], at: str) -> _Choice:
    """One of ``choices``."""
    for choice in choices:
        if value == choice:
            return choice
    listed = ", ".join(choices)
    refuse(at, id=f"harus salah satu dari: {listed}", en=f"must be one of: {listed}")


def count_at(value: object, at: str) -> int | None:
    """A whole number from 0, or null."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        refuse(at, id="harus berupa bilangan bulat", en="must be a whole number")
    return value


def decimal_at(value: object, at: str) -> Decimal | None:
    """A decimal, as a string with a point or as a JSON number, or null."""
    if value is None:
        return None
    number = _decimal(value)
    if number is None:
        shown = str(value)[:40]
        refuse(
            at,
            id=f"bukan angka desimal dengan titik: “{shown}”",
            en=f"is no decimal number with a point: “{shown}”",
        )
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    if number.adjusted() > MAX_DIGITS or exponent < -MAX_DIGITS:
        refuse(
            at,
            id=f"mempunyai lebih dari {MAX_DIGITS} angka",
            en=f"has more than {MAX_DIGITS} digits",
        )
    return number


def _decimal(value: object) -> Decimal | None:
    """The finite decimal that ``value`` writes, or None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, Decimal)):
        number = Decimal(value)
    elif isinstance(value, str) and _FIGURE.issuperset(value):
        try:
            number = Decimal(value)
        except InvalidOperation:
            return None
    else:
        return None
    return number if number.is_finite() else None


def place_at(value: object, at: str) -> Place | None:
    """A place in a document, or null."""
    if value is None:
        return None
    fields = object_at(value, at)
    box = fields.get("box")
    if box is not None:
        corners = [decimal_at(corner, f"{at}.box") for corner in list_at(box, f"{at}.box")]
        if len(corners) != 4 or None in corners:
            refuse(f"{at}.box", id="harus berisi empat angka", en="must hold four numbers")
        left, top, right, bottom = (float(corner or 0) for corner in corners)
        box = (left, top, right, bottom)
    return Place(
        count_at(fields.get("line"), f"{at}.line"),
        count_at(fields.get("column"), f"{at}.column"),
        count_at(fields.get("page"), f"{at}.page"),
        box,
        text_at(fields.get("sheet"), f"{at}.sheet"),
        text_at(fields.get("cell"), f"{at}.cell"),
        count_at(fields.get("table"), f"{at}.table"),
        count_at(fields.get("row"), f"{at}.row"),
    )


def places_at(value: object, at: str) -> tuple[Place, ...]:
    """A list of places."""
    found = (place_at(place, f"{at}[{index}]") for index, place in enumerate(list_at(value, at)))
    return tuple(place for place in found if place is not None)


def texts_at(value: object, at: str) -> tuple[str, ...]:
    """A list of strings."""
    return tuple(
        required_text_at(text, f"{at}[{index}]") for index, text in enumerate(list_at(value, at))
    )


def text_map_at(value: object, at: str) -> dict[str, str]:
    """An object of strings; null is an empty one."""
    if value is None:
        return {}
    return {
        key: required_text_at(text, f"{at}.{key}") for key, text in object_at(value, at).items()
    }
