"""The filed document beside its interpretation: lines, and the name of every spot in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from renaksi.model import Place
from renaksi_web.plans.reading_process import anchor


class Line(NamedTuple):
    """One line of the document: its name, what to call it, and its cells with names of theirs."""

    anchor: str
    label: str
    cells: tuple[tuple[str, str], ...]


def lines_of(reading: Mapping[str, Any]) -> list[Line]:
    """The lines that the reading process kept; the tabs of a text divide its cells."""
    return [_line(name, text) for name, text in reading.get("source") or ()]


def names_of(lines: Collection[Line]) -> frozenset[str]:
    """Every name that a link can point at."""
    return frozenset(
        name for line in lines for name in (line.anchor, *(cell for cell, _ in line.cells)) if name
    )


def spot(place: Place | None, names: frozenset[str]) -> str:
    """Where a place is found in the lines: its cell, else its line, else ""."""
    if place is None:
        return ""
    line = anchor(place._asdict())
    cell = f"{line}k{place.column}"
    return cell if cell in names else line if line in names else ""


def _line(name: str, text: str) -> Line:
    label = name[1:].rpartition("-")[2]
    if "\t" not in text:
        return Line(name, label, (("", text),) if text.strip() else ())
    cells = [
        (f"{name}k{column}", cell.strip())
        for column, cell in enumerate(text.split("\t"), start=1)
        if cell.strip()
    ]
    return Line(name, label, tuple(cells))
