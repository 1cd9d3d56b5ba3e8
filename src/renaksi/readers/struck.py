"""Texts that Markdown strikes out: ``~~25~~``, ``<s>25</s>``, ``<del>25</del>``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from renaksi.patterns import pattern
from renaksi.readers.document import Document, Row
from renaksi.readers.void import Void, Voids

MARKS: Final = ("~~", "</s>", "</del>", "</strike>")
_STRUCK: Final = pattern(r"~~(?=[^\s~])([^~]{1,2000})~~|<(s|del|strike)>([^<>]{1,2000})</\2>")


def without_struck(rows: Iterable[Row]) -> Document:
    """The rows without what is struck out in them, and what is to be told of it."""
    kept: list[Row] = []
    voids = Voids()
    for row in rows:
        struck = {
            column: [Void("struck", found[1] or found[3]) for found in _STRUCK.finditer(cell)]
            for column, cell in enumerate(row.cells)
            if any(mark in cell for mark in MARKS)
        }
        if not any(struck.values()):
            kept.append(row)
            continue
        cells = tuple(" ".join(_STRUCK.sub("", cell).split()) for cell in row.cells)
        for column, found in struck.items():
            voids.add(found, row.place(column), stands=any(cells))
        if any(cells):
            kept.append(row._replace(cells=cells))
    return Document(tuple(kept), voids.omissions())
