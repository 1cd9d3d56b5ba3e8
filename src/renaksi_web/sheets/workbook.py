"""A table as an XLSX workbook: real numbers, a frozen head, ready to print; never a formula."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any, Final

from xlsxwriter import Workbook

from renaksi.diagnostics import Language
from renaksi.render.csv import harmless
from renaksi_web import clock
from renaksi_web.sheets.table import Number, Table, Value

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
A4: Final = 9
MOST_DIGITS: Final = 15  # what a spreadsheet's number holds
# Text is text: nothing is taken for a formula, a link or a number.
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FILLS: Final = {
    "sangat_tinggi": ("#0B4F8A", "#FFFFFF"),
    "tinggi": ("#5AA5D6", "#000000"),
    "sedang": ("#F2E6A0", "#000000"),
    "rendah": ("#E8963A", "#000000"),
    "sangat_rendah": ("#9C2F1F", "#FFFFFF"),
}
_LEVELS: Final = {"goal": "#D9E2EC", "objective": "#E4ECF3", "program": "#EFF3F7"}


class Sheet:
    """One sheet of a workbook with the formats that its cells share."""

    def __init__(self, book: Any, name: str) -> None:
        self.book = book
        self.sheet = book.add_worksheet(name)
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **wanted: Any) -> Any:
        """A format with these properties, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            base = {"font_name": "Arial", "font_size": 9, "valign": "top"}
            self._formats[key] = self.book.add_format({**base, **wanted})
        return self._formats[key]

    def write(self, row: int, column: int, value: Value, **look: Any) -> None:
        """A value: a number as a number where it keeps all its digits, all else as text."""
        if isinstance(value, Number):
            self._write_number(row, column, value, look)
            return
        text = value[:32_767]
        if not text:
            self.sheet.write_blank(row, column, None, self.format(**look))
            return
        # Opened and entered again, such a text would become a formula: it is marked as quoted.
        quoted = {"quote_prefix": True} if harmless(text) != text and text != "-" else {}
        self.sheet.write_string(row, column, text, self.format(**look, **quoted))

    def _write_number(self, row: int, column: int, value: Number, look: dict[str, Any]) -> None:
        digits, exponent = value.value.as_tuple()[1:]
        if len(digits) > MOST_DIGITS or not isinstance(exponent, int) or exponent > MOST_DIGITS:
            self.sheet.write_string(row, column, str(value.value), self.format(**look))
            return
        fill, ink = _FILLS.get(value.band, ("", ""))
        if fill:
            look = {**look, "bg_color": fill, "font_color": ink}
        pattern = number_format(value.value, value.mark)
        shape = self.format(**{"align": "right", **look, "num_format": pattern})
        self.sheet.write_number(row, column, float(value.value), shape)


def number_format(value: Decimal, mark: str = "") -> str:
    """Grouped thousands and as many decimals as there are; the reader's settings give ``,``."""
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    literal = f'"{mark}"' if mark else ""
    return f"#,##0{'.' + '0' * places if places else ''}{literal}"


def workbook(table: Table, office: str, lang: Language) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    book = Workbook(out, OPTIONS)
    book.set_properties(
        {"title": table.title, "company": office, "created": clock.now().replace(tzinfo=None)}
    )
    sheet = Sheet(book, "Renaksi")
    sheet.sheet.write_string(
        0, 0, f"{table.title} — {office}", sheet.format(bold=True, font_size=13)
    )
    for number, note in enumerate(table.notes, 1):
        sheet.sheet.write_string(number, 0, note, sheet.format())
    top = len(table.notes) + 2
    _write_heads(sheet, table, top)
    for number, row in enumerate(table.rows, top + 2):
        look: dict[str, Any] = {"border": 1, "border_color": "#999999", "text_wrap": True}
        if row.level in _LEVELS:
            look["bg_color"] = _LEVELS[row.level]
        for column, value in enumerate(row.values):
            aligned = {"align": "right"} if table.columns[column].figures else {}
            sheet.write(number, column, value, **look, **aligned)
    last = top + 1 + len(table.rows)
    sheet.sheet.freeze_panes(top + 2, 4)
    sheet.sheet.autofilter(top + 1, 0, last, len(table.columns) - 1)
    _prepare_print(sheet.sheet, table, office, (top, last), lang)
    book.close()
    return out.getvalue()


def _write_heads(sheet: Sheet, table: Table, top: int) -> None:
    """Two lines of heads: groups over their columns, each head under its group."""
    look = sheet.format(
        bold=True, text_wrap=True, align="center", border=1, border_color="#999999",
        bg_color="#CBD5DF",
    )  # fmt: skip
    start = 0
    for number, column in enumerate(table.columns):
        sheet.sheet.set_column(number, number, column.width)
        sheet.sheet.write_string(top + 1, number, column.head, look)
        following = table.columns[number + 1].group if number + 1 < len(table.columns) else None
        if column.group and column.group == following:
            continue
        if column.group and number > start:
            sheet.sheet.merge_range(top, start, top, number, column.group, look)
        else:
            sheet.sheet.write_string(top, number, column.group, look)
        start = number + 1


def _prepare_print(
    sheet: Any, table: Table, office: str, rows: tuple[int, int], lang: Language
) -> None:
    """A4 landscape, one page wide, the head on every page, page numbers below."""
    top, last = rows
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(top, top + 1)
    sheet.print_area(0, 0, last, len(table.columns) - 1)
    word, of = ("Halaman", "dari") if lang == "id" else ("Page", "of")
    mark = ("DRAF" if lang == "id" else "DRAFT") if table.draft else ""
    printed = office.replace("&", "&&")
    sheet.set_header(f"&L{printed}&C&B{mark}")
    sheet.set_footer(f"&L{clock.today().isoformat()}&R{word} &P {of} &N")
