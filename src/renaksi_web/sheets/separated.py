"""A table as CSV: separators and the mark at the beginning as the core's renderer has them."""

from __future__ import annotations

import csv
import io

from renaksi.diagnostics import Language
from renaksi.quantity import show
from renaksi.render.csv import BOM, SEPARATORS, harmless
from renaksi_web.sheets.table import Number, Table, Value


def separated(table: Table, lang: Language) -> bytes:
    """The file's bytes, in UTF-8: one line of heads, one line for each row."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATORS[lang])
    writer.writerow([harmless(f"{column.group} {column.head}".strip()) for column in table.columns])
    writer.writerows([_text(value, lang) for value in row.values] for row in table.rows)
    return (BOM + out.getvalue()).encode()


def _text(value: Value, lang: Language) -> str:
    if isinstance(value, Number):
        return show(value.value, lang)
    return value if value == "-" else harmless(value)
