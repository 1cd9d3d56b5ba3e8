"""Several rows of one level have the same indicator.

## What
The same indicator is printed on several programs, activities or sub-activities, or twice
on one of them.

## Why
Either it is one indicator, then its actual is to be typed once, shown everywhere and
counted once; or it is several, then each needs a name that says of what. The reader cannot
know, and neither can the reader of the report.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket yang disediakan | Paket | TW I 2 TW II 3 TW III 4 TW IV 3 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket yang disediakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik yang disediakan | Paket | TW I 2 TW II 3 TW III 4 TW IV 3 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan yang disediakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are specific) and 2.a.2 (each has
an operational definition).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import Series, repeated
from renaksi.checks.view import LEVEL_WORDS, PlanView, on_row
from renaksi.checks.wording import is_official
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Level

RULE = Rule(
    code="RA402",
    slug="same-indicator-in-several-rows",
    severity="info",
    since="0.1.0",
    gravity=25,
    title={"id": "Satu indikator di beberapa baris", "en": "One indicator in several rows"},
    message={
        "id": "Indikator “{indicator}” ditulis pada {count_rows} baris {level}: pastikan apakah satu indikator atau beri nama yang berbeda.",
        "en": "Indicator “{indicator}” stands in {count_rows} rows of the level {level}: confirm that it is one, or name the difference.",
    },
    headline={
        "id": "{count} indikator ditulis pada beberapa baris; belum jelas apakah hasilnya satu: {indicator}.",
        "en": "{count} indicators stand in several rows; whether each is one result is open: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Indikator yang sama ditulis pada beberapa program, kegiatan, atau sub kegiatan, atau dua kali
pada salah satunya.

## Mengapa
Bila memang satu indikator, realisasinya cukup diisi sekali, tampil di semua baris, dan
dihitung sekali; bila beberapa, masing-masing perlu nama yang menyebut bedanya. Dari
dokumennya saja hal itu tidak dapat diketahui.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator and level, at the second row that has it."""
    for group in repeated(view):
        levels: dict[Level, list[Series]] = {}
        for one in group:
            levels.setdefault(one.row.element.level, []).append(one)
        for level, rows in levels.items():
            if len(rows) > 1 and not _official(view, rows):
                count = str(len(rows))
                yield on_row(RULE, rows[1].row, level=LEVEL_WORDS[level], count_rows=count)


def _official(view: PlanView, rows: list[Series]) -> bool:
    """Whether the official list itself gives these elements one indicator in the same words."""
    elements = {one.row.element.code for one in rows}
    return len(elements) == len(rows) and all(is_official(view, one.row) for one in rows)
