"""What was typed into a cell: a number the Indonesian way, ``-``, a fraction ``=45/60``, a word.

A figure that reads both ways (``1.234``) is asked about, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi.model import Cell, State
from renaksi.quantity import Quantity, is_ratio, parse, rounded
from renaksi_web.refusals import Refused

PERCENT_UNITS: Final = frozenset({"persen", "persentase", "prosentase", "%"})
_FIGURE: Final = re.compile(r"(\d+)[.,](\d{3})")


class Typed(NamedTuple):
    """A cell's content, as an entry keeps it."""

    state: State
    value: Decimal | None = None
    text: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


class Doubtful(Refused):
    """A figure that means two numbers; ``readings`` are both, written without doubt."""

    def __init__(self, text: str, readings: tuple[str, str]) -> None:
        one, other = readings
        super().__init__(
            id=f"{text} berarti {one} atau {other}? Pilih atau tulis salah satunya.",
            en=f"Does {text} mean {one} or {other}? Choose or type one of them.",
        )
        self.readings = readings


def is_percent(unit: str | None) -> bool:
    """Whether the unit is a percentage."""
    return (unit or "").strip().casefold() in PERCENT_UNITS


def bears_percent(cell: Cell, unit: str | None) -> bool:
    """Whether a per cent sign belongs behind a cell's number: it was typed, or is its unit."""
    if cell.state != "set":
        return False
    return is_ratio(cell) or (cell.text or "").rstrip().endswith("%") or is_percent(unit)


def typed(text: str, unit: str | None = None, scale: Sequence[str] = ()) -> Typed:
    """The meaning of what was typed; `Refused` where it has none."""
    text = text.strip()
    if text.startswith("="):
        return _fraction(text, unit)
    for word in scale:
        if word.casefold() == text.casefold():
            return Typed("text", text=word)
    read = parse(text)
    if read.state == "missing":
        return Typed("missing")
    if read.state == "not_scheduled":
        return Typed("not_scheduled", text="-")
    return Typed("set", _number(read, text, scale), text)


def _number(read: Quantity, text: str, scale: Sequence[str] = ()) -> Decimal:
    if read.value is None or len(text) > 100:
        if scale:
            raise Refused(
                id=f"Belum tersimpan: isi salah satu dari {', '.join(scale)}.",
                en=f"Not saved yet: type one of {', '.join(scale)}.",
            )
        raise Refused(
            id="Belum tersimpan: isi angka, misalnya 12,5.",
            en="Not saved yet: type a number, for example 12.5.",
        )
    if read.ambiguous:
        raise Doubtful(text, _readings(text))
    return read.value


def _readings(text: str) -> tuple[str, str]:
    """``1.234`` as thousands and as a fraction, each written so that it leaves no doubt."""
    return text.replace(".", "").replace(",", ""), _FIGURE.sub(r"\1,\g<2>0", text)


def _fraction(text: str, unit: str | None) -> Typed:
    if not is_percent(unit):
        raise Refused(
            id="Pecahan hanya untuk satuan Persen; isi angkanya saja.",
            en="A fraction is only for percentages; type the number.",
        )
    above, _, below = text[1:].partition("/")
    numbers = [_number(parse(part.strip()), part.strip()) for part in (above, below)]
    if numbers[1] == 0:
        raise Refused(
            id="Penyebut tidak boleh 0; tulis misalnya =45/60.",
            en="The denominator may not be 0; type for example =45/60.",
        )
    return Typed("set", rounded(numbers[0] / numbers[1] * 100), text, *numbers)
