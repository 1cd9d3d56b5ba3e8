"""The reader of comma- and semicolon-separated values, told from flattened text by evidence.

Indonesian Excel writes ``;`` between cells, since its decimal sign is the comma. A file is
taken for separated values only where most of its records have the same number of cells;
tables parted by tabs are left to the reader of text, which knows their damage, unless a
spreadsheet put their cells into quotes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from renaksi.patterns import pattern
from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document, Row
from renaksi.readers.limits import Limits, too_much

_SAMPLE: Final = 60_000
_SEPARATORS: Final = (";", ",")
_FIRST_RECORDS: Final = 200
_QUOTED: Final = r'"(?:[^"]|"")*"'
# A cell between tabs that a spreadsheet put into quotes, for what it holds or all of them.
_CELL_IN_QUOTES: Final = pattern(r'(?m)(?:^|(?<=\t))"((?:[^"]|"")*)"(?=\t|\r?$)')
_NEEDS_QUOTES: Final = pattern('[\n\r,;\t]|""')
_FEWEST_QUOTED: Final = 12  # cells
_BARS: Final = pattern(r"[|│┃║].*[|│┃║]")
_GAP: Final = pattern(r"[^\s;,] {2,}[^\s;,]")
_LEAST_CELLS: Final = 3
_AGREEMENT: Final = 0.75


def recognises(content: Content) -> bool:
    """Whether the file's lines agree on a separator."""
    sample = content.data[:_SAMPLE]
    is_tabbed = b"\t" in sample and b'"' in sample
    if b"\x00" in sample or not (is_tabbed or sample.count(b";") >= 4 or sample.count(b",") >= 4):
        return False
    return separator_of(sample.decode("utf-8-sig", "replace")) is not None


def separator_of(sample: str) -> str | None:
    """The separator of the cells; None where the text is not such a file."""
    bare = re.sub(_QUOTED, '""', sample) if '"' in sample else sample
    separators: tuple[str, ...] = _SEPARATORS
    if "\t" in bare:
        if not _is_quoted(sample):
            return None
        separators = ("\t",)
    lines = [line for line in bare.splitlines()[:_FIRST_RECORDS] if line.strip()]
    if len(lines) < 2 or any(_BARS.search(line) for line in lines[:8]):
        return None
    gaps = sum(1 for line in lines if _GAP.search(line))
    if gaps * 2 > len(lines):  # blanks draw the columns
        return None
    for separator in separators:
        # Titles stand above the tables, signatures below; each has cells of its own number.
        held = [n for n, line in enumerate(lines) if separator in line]
        counts = [lines[n].count(separator) + 1 for n in held]
        if len(counts) < 2 or max(counts) < _LEAST_CELLS:
            continue
        if len(counts) < _AGREEMENT * (held[-1] - held[0] + 1):
            continue
        if sum(_GAP.search(lines[n]) is not None for n in held) * 2 > len(held):
            continue  # decimal signs in a table that blanks draw
        agreeing = 1 + sum(here == below for here, below in pairwise(counts))
        if agreeing >= _AGREEMENT * len(counts) and not _is_prose(lines, separator):
            return separator
    return None


def _is_quoted(sample: str) -> bool:
    """Whether cells between tabs stand in quotes as spreadsheets write them into a text.

    They do so where a cell holds quotes, commas or line ends, or with all cells.
    """
    if '\t"' not in sample and '"\t' not in sample:
        return False
    cells = list(_CELL_IN_QUOTES.finditer(sample))
    if not cells:
        return False
    return any(_NEEDS_QUOTES.search(cell[1]) for cell in cells) or len(cells) > _FEWEST_QUOTED


def _is_prose(lines: list[str], separator: str) -> bool:
    """Whether most separators stand at the end of a word, a space behind them, as in a sentence."""
    text = "\n".join(lines)
    return (text.count(f"{separator} ") - text.count(f" {separator} ")) * 2 > text.count(separator)


def read(content: Content, limits: Limits) -> Document:
    """Each record is a row; its place is the line on which it begins."""
    import csv

    from renaksi.readers.decoding import decode

    text = decode(content.data)
    separator = separator_of(text[:_SAMPLE]) or _SEPARATORS[0]
    records = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    rows: list[Row] = []
    block: list[Row] = []
    table, begins = 1, 1
    try:
        for record in records:
            line, begins = begins, records.line_num + 1
            if not any(cell.strip() for cell in record):
                rows.extend(_told_apart(block))
                table += bool(block)
                block = []
                continue
            if len(record) > limits.max_columns or len(rows) + len(block) >= limits.max_lines:
                raise too_much(f"baris {line}", f"line {line}")
            block.append(_row(record, line, table))
    except csv.Error as error:
        raise too_much(f"baris {begins}", f"line {begins}") from error
    return Document((*rows, *_told_apart(block)))


def _row(record: list[str], line: int, table: int) -> Row:
    from renaksi.readers.cells import joined

    cells = [joined(cell.splitlines()) for cell in record]
    breaks = {column: ends for column, (_, ends) in enumerate(cells) if ends}
    return Row(tuple(cell for cell, _ in cells), line, "table", table, breaks=breaks)


def _told_apart(block: list[Row]) -> list[Row]:
    """The records between two blank ones: lines of text where each has one filled cell."""
    if any(len(row.cells) - row.cells.count("") > 1 for row in block):
        return block
    return [row._replace(kind="line") for row in block]


READER: Final = Reader("CSV", recognises, read, (".csv",))
