"""An .xlsx workbook: which sheets it has, in order, and where their parts are."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi.readers.document import Document, Omission
from renaksi.readers.limits import Limits, damaged
from renaksi.readers.parts import Parts
from renaksi.readers.sheets.conditions import hiding_formats
from renaksi.readers.sheets.drawings import drawn
from renaksi.readers.sheets.expat import ignore, parse
from renaksi.readers.sheets.grid import Sheets
from renaksi.readers.sheets.strings import SharedStrings, shared_strings
from renaksi.readers.sheets.styles import CellStyle, cell_styles
from renaksi.readers.sheets.worksheet import Worksheet
from renaksi.readers.xlsx import is_book

KIND: Final = "Excel"
_MOST_SHEETS: Final = 200
_LONGEST_NAME: Final = 255  # of a sheet; Excel allows 31


class Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    hidden: bool


class Workbook(NamedTuple):
    """A workbook that is opened: its parts, sheets, and what all sheets share."""

    parts: Parts
    listed: list[Listed]
    targets: dict[str, tuple[str, str]]
    strings: SharedStrings
    styles: list[CellStyle]
    from_1904: bool
    hiding: frozenset[int]  # the formats of conditions that hide what a cell holds

    def worksheets(self) -> list[str]:
        """The parts of its worksheets in order, hidden ones too."""
        found = [self.targets.get(sheet.relation, ("", "")) for sheet in self.listed[:_MOST_SHEETS]]
        return [part for kind, part in found if kind == "worksheet"]


def opened(data: bytes, limits: Limits) -> Workbook:
    """The workbook in a file. `Unreadable` where it is none, or broken."""
    parts = Parts(data, limits, KIND)
    main = _main(parts)
    listed, from_1904 = _sheets(parts.read(main))
    targets = _relations(parts, main)
    folder = main.rpartition("/")[0]
    strings = shared_strings(parts.read_if_there(_target(targets, folder, "sharedStrings")))
    look = parts.read_if_there(_target(targets, folder, "styles"))
    styles, hiding = cell_styles(look), hiding_formats(look)
    return Workbook(parts, listed, targets, strings, styles, from_1904, hiding)


def read_workbook(data: bytes, limits: Limits) -> Document:
    """The visible sheets of a workbook as one document."""
    book = opened(data, limits)
    sheets = Sheets(limits)
    for sheet in book.listed[:_MOST_SHEETS]:
        if sheet.hidden:
            sheets.omissions.append(_left(sheet, "tersembunyi", "is hidden"))
            continue
        kind, target = book.targets.get(sheet.relation, ("", ""))
        if kind == "worksheet":
            reader = Worksheet(
                book.strings, book.styles, limits, from_1904=book.from_1904, hiding=book.hiding
            )
            sheets.add(reader.read(book.parts.read(target), sheet.name))
        elif not kind:
            sheets.omissions.append(_left(sheet, "tidak ada di berkas", "is not in the file"))
    for sheet in book.listed[_MOST_SHEETS : 2 * _MOST_SHEETS]:
        most = f"di belakang {_MOST_SHEETS} lembar", f"stands behind {_MOST_SHEETS} others"
        sheets.omissions.append(_left(sheet, *most))
    sheets.omissions.extend(drawn(book.parts, KIND))
    return Document(tuple(sheets.rows), tuple(sheets.omissions))


def _left(sheet: Listed, why_id: str, why_en: str) -> Omission:
    """What is told of a sheet that is not read."""
    return Omission(
        f"lembar {sheet.name} {why_id} dan tidak dibaca.",
        f"sheet {sheet.name} {why_en} and is not read.",
    )


def _main(parts: Parts) -> str:
    """The part that lists the sheets."""
    for name in parts.names:
        if is_book(name):
            return name
    raise damaged(KIND)


def _sheets(data: bytes) -> tuple[list[Listed], bool]:
    """The sheets in order, and whether dates count from 1904."""
    listed: list[Listed] = []
    from_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        if name == "sheet":
            relation = next(
                (value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), ""
            )
            hidden = attributes.get("state", "visible") != "visible"
            name = attributes.get("name", "")[:_LONGEST_NAME]
            listed.append(Listed(name, relation, hidden))
        elif name == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")

    parse(data, KIND, start, ignore, ignore)
    return listed, from_1904


def _relations(parts: Parts, main: str) -> dict[str, tuple[str, str]]:
    """The kind and the part of each relation of the workbook, by id."""
    folder, _, name = main.rpartition("/")
    data = parts.read_if_there(f"{folder}/_rels/{name}.rels".lstrip("/"))
    found: dict[str, tuple[str, str]] = {}
    if data is None:
        raise damaged(KIND)

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            found[attributes.get("Id", "")] = (kind, path.lstrip("/"))

    parse(data, KIND, start, ignore, ignore)
    return found


def _target(targets: dict[str, tuple[str, str]], folder: str, kind: str) -> str:
    """The part of a kind, else where it usually stands."""
    usual = f"{folder}/{kind}.xml".lstrip("/")
    return next((path for found, path in targets.values() if found == kind), usual)
