"""The reader of Excel workbooks (.xlsx, .xlsm), whatever the file is called."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits


def recognises(content: Content) -> bool:
    """Whether the package holds a workbook, in whatever folder and letters its program wrote."""
    names = content.part_names
    if any(name.startswith("xl/workbook") and name.endswith(".xml") for name in names):
        return True
    return content.is_office_package and any(is_book(name) for name in names)


def is_book(name: str) -> bool:
    """Whether a part lists the sheets of a workbook."""
    base = name.rpartition("/")[2].lower()
    return base.startswith("workbook") and base.endswith(".xml")


def read(content: Content, limits: Limits) -> Document:
    """The cells of its visible sheets as they are shown."""
    from renaksi.readers.sheets.workbook import read_workbook

    return read_workbook(content.data, limits)


READER: Final = Reader("Excel", recognises, read, (".xlsx", ".xlsm"))
