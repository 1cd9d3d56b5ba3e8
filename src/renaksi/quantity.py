"""Quantities: what a cell of a document says as a number, exactly and in the way it was written.

Indonesian documents write ``3,1`` and ``1.250,75``, but English figures turn up in
the same file. A figure such as ``1.234`` or ``1,000`` can be read both ways: the
evidence of its column, then of its document (`Convention`) decides, and without
evidence the Indonesian reading is taken and called ambiguous. Values are decimals,
never binary floats. Text that is no number (*WTP*, *1 dan 33*) stays text.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from renaksi.model import Cell, State
from renaksi.patterns import pattern

Convention = Literal["id", "en"]

DASHES: Final = frozenset("-–—−‐‑")

_NUMBER: Final = re.compile(
    r"(?P<rupiah>Rp\.?\s*)?"
    r"(?P<sign>[-−+]\s?)?"
    r"(?P<digits>\d+(?:[.,]\d+)*)"
    r"(?P<end>,-|,=)?"
    r"\s?(?P<percent>%)?"
    r"(?:\s*(?P<unit>[kc]?m[23]\b[^\d]*|[^\W\d_][^\d]*))?",
    re.IGNORECASE,
)
_NO_RUPIAH: Final = pattern(r"[Rr]p\.?\s*[-–—−‐‑]+")  # as accounts show nothing
# Words behind a figure that multiply it: *Rp 1,5 Miliar*.
_SCALES: Final = {
    "ribu": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12,
}  # fmt: skip
# A figure in which letters stand for digits, as scanned ones have: *5O%*, *1OO*, *l2,5*.
_MISREAD: Final = pattern(
    r"(?=[\dOoIl.,]*[OoIl])(?=[^ ]*\d)"
    r"[Il]?(?:\d|[Oo]|(?<=\d)[Il](?=[\dOo]))+(?:[.,](?:\d|[Oo])+)*\s?%?(?![^\W_])"
)
_FIGURE: Final = pattern(r"\d+(?:[.,]\d+)+")
_FILLING: Final = frozenset("._…")
_DIGITS: Final = str.maketrans("OoIl", "0011")
_COMPOUND: Final = pattern(r"\b(?:dan|atau|s/?d|sampai|dari|per)\b", re.IGNORECASE)


class Quantity(NamedTuple):
    """A cell's text and what it means.

    ``unit`` holds the words that followed the number (*ijin* in ``5.835 ijin``),
    ``percent`` and ``rupiah`` tell of the signs; ``ambiguous`` says that the figure
    reads both ways and no evidence decided.
    """

    state: State
    value: Decimal | None = None
    text: str | None = None
    percent: bool = False
    rupiah: bool = False
    unit: str | None = None
    ambiguous: bool = False


ABSENT: Final = Quantity("missing")


def parse(text: str | None, convention: Convention | None = None) -> Quantity:
    """Read one cell. Never raises: what is no number is ``text``, what is blank is ``missing``."""
    return _read(text.strip(), convention) if text else ABSENT


@lru_cache(maxsize=8192)
def _read(text: str, convention: Convention | None) -> Quantity:
    """The same, remembered: the cells of all plans hold the same few figures."""
    if not text:
        return ABSENT
    if text[0] in _FILLING and all(char in _FILLING or char.isspace() for char in text):
        return Quantity("missing", text=text)
    if DASHES.issuperset(text.replace(" ", "")) or _NO_RUPIAH.fullmatch(text):
        return Quantity("not_scheduled", text=text)
    match = _NUMBER.fullmatch(text)
    if match is None or (match["unit"] and _COMPOUND.match(match["unit"])):
        return Quantity("text", text=text)
    if match["unit"] and _MISREAD.match(text):
        return Quantity("text", text=text)
    value, ambiguous = _decimal(match["digits"], convention)
    if value is None:
        return Quantity("text", text=text)
    if match["sign"] and match["sign"][0] != "+":
        value = -value
    unit = match["unit"].strip(" .") if match["unit"] else None
    found = Quantity(
        "set", value, text, bool(match["percent"]), bool(match["rupiah"]), unit or None, ambiguous
    )
    return in_rupiah(found) if match["rupiah"] else found


def deciphered(text: str) -> Quantity | None:
    """The figure that a scan made into letters in part (*5O%* is 50%); None of any other text."""
    if _MISREAD.fullmatch(text) is None:
        return None
    found = parse(text.translate(_DIGITS))
    return found._replace(text=text, ambiguous=False) if found.state == "set" else None


def is_scaled(quantity: Quantity) -> bool:
    """Whether a word behind the figure multiplies it: *250 juta*."""
    return quantity.unit is not None and _scale(quantity.unit) > 0


def in_ones(quantity: Quantity, unit: str | None) -> Quantity:
    """The same amount counted in ``unit``: *1,5 juta* of *Rupiah* are 1500000, of *Juta* 1.5."""
    words = unit.casefold().split() if unit else []
    if not is_scaled(quantity) or not _SCALES.keys().isdisjoint(words):
        return quantity
    return in_rupiah(quantity)


def in_rupiah(quantity: Quantity) -> Quantity:
    """The same amount in rupiah: *1,5 Miliar* is 1500000000, and has no unit."""
    scale = _scale(quantity.unit) if quantity.unit is not None else 0
    return scaled(quantity._replace(unit=None), scale) if scale else quantity


def scaled(quantity: Quantity, scale: int) -> Quantity:
    """A quantity of thousands, millions … as what it is of ones."""
    if quantity.value is None:
        return quantity
    return quantity._replace(value=Decimal(plain(quantity.value.scaleb(scale))))


def _scale(unit: str) -> int:
    """The power of ten that a unit stands for, 0 for any other: *juta*, *miliar rupiah*."""
    return _SCALES.get(unit.casefold().removesuffix("rupiah").strip(" ."), 0)


def convention_of(texts: Iterable[str], *, clearly: bool = False) -> Convention | None:
    """The way in which these texts write figures: what most of them show, None without evidence.

    ``clearly`` asks for more than twice as many as show the other way.
    """
    votes = {"id": 0, "en": 0}
    for text in texts:
        for figure in _FIGURE.findall(text):
            shown = _shown(figure)
            if shown:
                votes[shown] += 1
    less, more = sorted(votes.values())
    if less == more or (clearly and less * 2 > more):
        return None
    return "id" if votes["id"] > votes["en"] else "en"


@lru_cache(maxsize=4096)
def _shown(figure: str) -> Convention | None:
    """The convention that one figure proves by itself, or None."""
    separators = [c for c in figure if c in ".,"]
    if len(set(separators)) == 2:
        return "id" if separators[-1] == "," else "en"
    last = figure.rsplit(separators[0], 1)[1]
    if len(separators) > 1:
        return "id" if separators[0] == "." else "en"
    decimal = len(last) != 3 or figure[0] == "0" or len(figure) > 7
    return ("id" if separators[0] == "," else "en") if decimal else None


def _decimal(digits: str, convention: Convention | None) -> tuple[Decimal | None, bool]:
    """The value of a figure, and whether it was ambiguous; None where it is no figure at all."""
    if digits.isdigit():
        return Decimal(digits), False
    shown = _shown(digits)
    ambiguous = shown is None and convention is None
    reading = shown or convention or "id"
    thousands, point = (".", ",") if reading == "id" else (",", ".")
    whole, _, fraction = digits.partition(point)
    groups = whole.split(thousands)
    if point in fraction or thousands in fraction:
        return None, False
    if len(groups) > 1 and not (
        1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    ):
        return None, False
    plain = "".join(groups)
    return Decimal(f"{plain}.{fraction}" if fraction else plain), ambiguous


def plain(value: Decimal) -> str:
    """A decimal as JSON carries it: a point, no exponent, digits as they were given."""
    return format(value, "f")


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Rounded half-up, as every screen and document shows it."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def told(cell: Cell, lang: Literal["id", "en"] = "id", missing: str = "") -> str:
    """What the document says in a cell, else its value; ``missing`` where it is empty.

    A ratio (``=45/60``) is the percentage that it comes to: ``75%``.
    """
    if cell.state == "missing":
        return missing
    if is_ratio(cell) and cell.value is not None:
        return f"{show(cell.value, lang, 2)}%"
    if cell.text is not None:
        return cell.text
    return "-" if cell.value is None else show(cell.value, lang)


def is_ratio(cell: Cell) -> bool:
    """Whether the cell was stated as part and whole: ``=45/60``."""
    return cell.state == "set" and (cell.text or "").startswith("=")


def show(value: Decimal, lang: Literal["id", "en"] = "id", places: int | None = None) -> str:
    """A number for people: ``1.250,75`` in Indonesian, ``1,250.75`` in English.

    With ``places`` it is rounded half-up and trailing zeros of the fraction go.
    """
    if places is not None:
        value = rounded(value, places)
        if value == value.to_integral_value():
            value = value.to_integral_value()
        else:
            value = value.normalize()
    text = format(value, ",f")
    return text.translate(str.maketrans(",.", ".,")) if lang == "id" else text
