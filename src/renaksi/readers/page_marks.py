"""The heads of pages in flattened text: a title beside *Hal. 2 dari 4* is no row of a table."""

from __future__ import annotations

import re
from typing import Final

from renaksi.patterns import pattern
from renaksi.readers.document import Row

_MOST_CELLS: Final = 3
_LONGEST: Final = 40
_BEGINS: Final = frozenset("-–(| hHpPlL")
_MARK: Final = pattern(
    r"[-–(|]?\s?(?:halaman|hal|page|lembar)\b\s?[.:]?\s?-?\s?\d{1,4}"
    r"(?:\s?(?:dari|of|/)\s?\d{1,4})?\s?[-–)|]?|[-–]\s\d{1,3}\s[-–]",
    re.IGNORECASE,
)


def without_page_marks(rows: list[Row]) -> list[Row]:
    """The rows; of the head or foot of a page, its title and its mark are lines apart."""
    found: list[Row] = []
    for row in rows:
        if 1 < len(row.cells) <= _MOST_CELLS and row.kind == "table" and _has_mark(row):
            found.extend(row._replace(cells=(cell,), kind="line") for cell in row.cells if cell)
        else:
            found.append(row)
    return found


def _has_mark(row: Row) -> bool:
    return any(cell and is_page_mark(cell) for cell in row.cells)


def is_page_mark(text: str) -> bool:
    """Whether a text is the number of a page and nothing else."""
    if len(text) >= _LONGEST or text[0] not in _BEGINS:
        return False
    ends = text[-1].isdigit() or text[-1] in "-–)|"
    return ends and _MARK.fullmatch(text) is not None
