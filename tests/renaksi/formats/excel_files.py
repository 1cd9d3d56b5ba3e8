"""Excel files by their markup: rows of a sheet become an .xlsx of its parts."""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.packages import packed

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def excel_file(
    *sheets: str,
    styles: str = "",
    strings: tuple[str, ...] = (),
    states: tuple[str, ...] = (),
    prefix: str = "",
) -> bytes:
    """An .xlsx with these inner worksheets; ``states`` may hide some."""
    colon = f"{prefix}:" if prefix else ""
    names = f'xmlns{":" + prefix if prefix else ""}="{_MAIN}" xmlns:r="{_OFFICE}"'
    listed = "".join(
        f'<{colon}sheet name="Lembar{n}" sheetId="{n}" r:id="r{n}" state="{state}"/>'
        for n, state in enumerate((*states, *["visible"] * (len(sheets) - len(states))), 1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    shared = "".join(f"<{colon}si>{text}</{colon}si>" for text in strings)
    files = {
        "xl/workbook.xml": f"<{colon}workbook {names}><{colon}sheets>{listed}</{colon}sheets></{colon}workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        "xl/styles.xml": f"<{colon}styleSheet {names}>{styles}</{colon}styleSheet>",
        "xl/sharedStrings.xml": f"<{colon}sst {names}>{shared}</{colon}sst>",
    }
    for n, inner in enumerate(sheets, 1):
        files[f"xl/worksheets/s{n}.xml"] = f"<{colon}worksheet {names}>{inner}</{colon}worksheet>"
    return packed({name: text.encode() for name, text in files.items()})


def read(*sheets: str, limits: Limits | None = None, **others: object) -> Document:
    """The document that worksheets make."""
    return read_document(excel_file(*sheets, **others), limits or Limits())  # type: ignore[arg-type]


def text(reference: str, shown: str, style: int = 0) -> str:
    """A cell with a text of its own."""
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t>{shown}</t></is></c>'


def rows(*cells: str) -> str:
    """Sheet data of rows; each argument holds the cells of one."""
    return "<sheetData>" + "".join(f"<row>{row}</row>" for row in cells) + "</sheetData>"
