"""The entry template of a quarter: the grid as a workbook, filled offline and uploaded again.

Each row carries an identifier of its series that stays, and what the server held when the
file was made (``version:text``), so that an upload knows what was changed over what. The
cells to fill are text cells: a spreadsheet keeps ``12,5``, ``25%`` and ``=45/60`` as typed.
"""

from __future__ import annotations

import io
from typing import Any, Final

from xlsxwriter import Workbook

from renaksi.quarter import ordinal
from renaksi.render.csv import ACCUMULATIONS
from renaksi.render.words import cell_name, cell_text
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.sheets.wording import STANDINGS
from renaksi_web.sheets.workbook import A4, OPTIONS, Sheet
from renaksi_web.tracking.report import Line, Report
from renaksi_web.tracking.reporting import shown

# Heads by what they hold; the reading process finds columns by them, wherever they stand.
HEADS: Final = {
    "number": ("No", 4.0),
    "element": ("Uraian", 30.0),
    "indicator": ("Indikator kinerja", 36.0),
    "unit": ("Satuan", 10.0),
    "how": ("Cara hitung", 12.0),
    "target": ("Target", 9.0),
    "previous": ("TW lalu", 9.0),
    "value": ("Realisasi", 12.0),
    "obstacle": ("Kendala", 28.0),
    "follow_up": ("Tindak lanjut", 28.0),
    "standing": ("Status", 16.0),
    "id": ("ID (jangan diubah)", 24.0),
    "origin": ("Semula", 8.0),
}
TO_FILL: Final = ("value", "obstacle", "follow_up")
_TOP: Final = 3
_HELP: Final = (
    "Isi kolom kuning: angka seperti 12,5 atau =45/60; - bila memang tidak ada. Simpan, lalu unggah"
    " kembali di halaman Isi realisasi. Kolom ID jangan diubah; baris boleh diurutkan atau dihapus."
)


def identifier(slug: str, year: int, quarter: str, series: int) -> str:
    """The name of one row: office, year, quarter and series."""
    return f"{slug}/{year}/TW{ordinal(quarter)}/{series}"


def entry_template(member: Member, report: Report) -> bytes:
    """The file's bytes, with what is filled so far."""
    require(member, "export.take")
    office = member.organisation
    out = io.BytesIO()
    book = Workbook(out, OPTIONS)
    book.set_properties({"created": clock.now().replace(tzinfo=None), "company": office.name})
    sheet = Sheet(book, "Realisasi")
    name = cell_name(report.quarter, "id")
    title = f"Realisasi {name} {report.year} — {office.name}"
    sheet.sheet.write_string(0, 0, title, sheet.format(bold=True, font_size=13))
    sheet.sheet.write_string(1, 0, _HELP, sheet.format(italic=True))
    for column, (head, width) in enumerate(HEADS.values()):
        hidden = {"hidden": True} if head == HEADS["origin"][0] else {}
        sheet.sheet.set_column(column, column, width, None, hidden)
        sheet.write(_TOP, column, head, bold=True, text_wrap=True, border=1, bg_color="#CBD5DF")
    for number, line in enumerate(report.lines, 1):
        _write_line(sheet, _TOP + number, number, line, report, office.slug)
    _finish(sheet.sheet, _TOP + len(report.lines))
    book.close()
    return out.getvalue()


def _write_line(sheet: Sheet, at: int, number: int, line: Line, report: Report, slug: str) -> None:
    entry = line.entry
    held = shown(entry) if entry else ""
    texts = {
        "number": str(number),
        "element": line.element.name or "",
        "indicator": line.name,
        "unit": line.row.unit or "",
        "how": ACCUMULATIONS[line.indicator.accumulation].id,
        "target": cell_text(line.target, "id"),
        "previous": cell_text(line.previous, "id"),
        "value": held,
        "obstacle": entry.obstacle if entry else "",
        "follow_up": entry.follow_up if entry else "",
        "standing": STANDINGS[line.standing].id,
        "id": identifier(slug, report.year, report.quarter, line.row.series_id),
        "origin": f"{entry.version if entry else 0}:{held}",
    }
    editable = report.can_edit(line)
    for column, key in enumerate(HEADS):
        look: dict[str, Any] = {"border": 1, "border_color": "#999999", "text_wrap": True}
        look["num_format"] = "@"
        if key in ("target", "previous", "value"):
            look["align"] = "right"
        if key in TO_FILL and editable:
            look |= {"locked": False, "bg_color": "#FFF6CC"}
        sheet.write(at, column, texts[key], **look)


def _finish(sheet: Any, last: int) -> None:
    """Protected but for what is to be filled, frozen, ready to print."""
    columns = list(HEADS)
    sheet.protect(
        "", {"sort": True, "autofilter": True, "format_columns": True, "delete_rows": True}
    )
    sheet.freeze_panes(_TOP + 1, columns.index("unit"))
    sheet.autofilter(_TOP, 0, last, len(columns) - 1)
    value = columns.index("value")
    sheet.ignore_errors({"number_stored_as_text": f"A1:{chr(65 + value)}{last + 1}"})
    sheet.set_selection(_TOP + 1, value, _TOP + 1, value)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_TOP)
    sheet.print_area(0, 0, last, columns.index("standing"))
