"""Cells and places between rows, JSON columns and the values of `renaksi.model`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from renaksi.model import Cell, Place
from renaksi.quantity import parse, plain
from renaksi_web.refusals import Refused

MOST_DIGITS: Final = 20


def place_json(place: Place | None) -> dict[str, Any] | None:
    """A place as it stands in a JSON column; what does not apply is left out."""
    if place is None:
        return None
    written = {key: value for key, value in place._asdict().items() if value is not None}
    if place.box is not None:
        written["box"] = list(place.box)
    return written


def place_of(written: Mapping[str, Any] | None) -> Place | None:
    """The place that `place_json` wrote."""
    if written is None:
        return None
    box = written.get("box")
    return Place(**{**written, "box": box and (box[0], box[1], box[2], box[3])})


def cells_json(cells: Mapping[str, Cell]) -> dict[str, Any]:
    """Cells by their key, for a JSON column."""
    return {key: _cell_json(cell) for key, cell in cells.items()}


def cells_of(written: Mapping[str, Any]) -> dict[str, Cell]:
    """The cells that `cells_json` wrote."""
    return {key: _cell_of(cell) for key, cell in written.items()}


def typed_cell(text: str) -> Cell:
    """The cell that a person typed: a number the Indonesian way, ``-``, words, or nothing.

    A figure that reads two ways (*1.234*) is refused: the person says which.
    """
    read = parse(text)
    if read.ambiguous and read.value is not None:
        typed = text.strip()
        whole, fraction = _two_ways(typed)
        raise Refused(
            id=f"{typed} bisa dibaca dua cara: tulis {whole} atau {fraction}.",
            en=f"{typed} reads two ways: write {whole} or {fraction}.",
        )
    if read.value is not None and read.value.adjusted() > MOST_DIGITS:
        raise Refused(id="Angka ini terlalu besar.", en="This number is too large.")
    return Cell(read.state, read.value, read.text)


def shown_cell(cell: Cell) -> str:
    """What stands in an input for a cell: as it was written, else its number."""
    if cell.text is not None:
        return cell.text
    return "" if cell.value is None else plain(cell.value).replace(".", ",")


def _two_ways(typed: str) -> tuple[str, str]:
    """``1.234`` as thousands and as a fraction, each written so that it reads one way only."""
    figure = "".join(c for c in typed if c.isdigit() or c in ".,")
    whole, _, rest = figure.replace(".", ",").partition(",")
    return whole + rest, f"{whole},{rest}0"


def _cell_json(cell: Cell) -> dict[str, Any]:
    written = {
        "state": cell.state,
        "value": _text(cell.value),
        "text": cell.text,
        "place": place_json(cell.place),
        "numerator": _text(cell.numerator),
        "denominator": _text(cell.denominator),
        "confidence": _text(cell.confidence),
    }
    return {key: value for key, value in written.items() if value is not None}


def _cell_of(written: Mapping[str, Any]) -> Cell:
    return Cell(
        written["state"],
        _decimal(written.get("value")),
        written.get("text"),
        place_of(written.get("place")),
        _decimal(written.get("numerator")),
        _decimal(written.get("denominator")),
        _decimal(written.get("confidence")),
    )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def figure_text(value: Decimal) -> str:
    """A number as a person types it."""
    return format(value, "f").replace(".", ",")
