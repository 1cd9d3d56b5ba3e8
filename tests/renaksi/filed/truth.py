"""What filed documents hold, as tables that a person read from the pages: ``tests/cases/filed``.

A row of a truth is an indicator or the rupiah of an element, with a column for each kind of cell:
``unit``, ``target``, ``target 2017``, ``actual q4``, ``budget``. A slash parts keys that are as right
as each other. A column ``beside …`` holds what the page prints in a second half that is no part of the
plan (*Hasil Analisis Kebutuhan*): it need not be read, and must not stand in the plan twice.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

FILED = Path(__file__).resolve().parents[2] / "cases/filed"
MEASURED = FILED / "measured.tsv"
_WORDS = frozenset({"page", "level", "element", "indicator"})
_KINDS = {"target": "targets", "actual": "actuals", "budget": "budget", "spending": "spending"}


class Expected(NamedTuple):
    """One cell that a page prints: what it is of, the keys that are right, its text."""

    kind: str
    keys: tuple[str, ...]
    text: str
    is_beside: bool


class TruthRow(NamedTuple):
    """A printed row: whose it is, its indicator, and its cells."""

    element: str
    indicator: str
    cells: tuple[Expected, ...]


class Filed(NamedTuple):
    """A filed document: its name, where it was published, whether it was put aside, its rows."""

    name: str
    published: str
    is_aside: bool
    rows: tuple[TruthRow, ...]
    path: Path | None  # where the document itself may stand in the repository


def filed() -> Iterator[Filed]:
    """The documents that have a truth, in the order of their list."""
    with (FILED / "sources.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            folder, name = FILED / line["set"], line["name"]
            rows = tuple(rows_of(folder / f"{name}.expected.tsv"))
            kept = [path for path in folder.glob(f"{name}.*") if path.suffix != ".tsv"]
            is_aside = line["set"] == "aside"
            yield Filed(name, line["published as"], is_aside, rows, kept[0] if kept else None)


def rows_of(path: Path) -> Iterator[TruthRow]:
    """The rows of a truth. An element that is not printed again is that of the row above."""
    element = ""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            element = line["element"] or element
            cells = tuple(
                _cell(head, text) for head, text in line.items() if head not in _WORDS and text
            )
            yield TruthRow(element, line["indicator"], cells)


def _cell(head: str, text: str) -> Expected:
    words = head.split()
    is_beside = words[0] == "beside"
    words = words[is_beside:]
    if is_beside and words[0].isdigit():
        words = ["target", *words]
    keys = words[1].split("/") if len(words) > 1 else ["year"]
    keys = [f"y{key}" if key.isdigit() else key for key in keys]
    return Expected(_KINDS.get(words[0], words[0]), tuple(keys), text, is_beside)


def amount(text: str) -> Decimal | None:
    """The number that a page's figure means, told apart from the reader's own way to do it.

    Groups of three digits are thousands; what stands behind the last mark in one or two digits is
    the part below one. A figure may have its unit behind it.
    """
    figure = text.strip().removeprefix("Rp.").removeprefix("Rp").strip().rstrip("-").rstrip(",. ")
    figure = figure.split()[0].rstrip("%") if figure else ""
    if not figure or not figure[0].isdigit() or not set(figure) <= set("0123456789.,"):
        return None
    groups = figure.replace(",", ".").split(".")
    if len(groups) > 1 and len(groups[-1]) < 3:
        return Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")
    return Decimal("".join(groups))
