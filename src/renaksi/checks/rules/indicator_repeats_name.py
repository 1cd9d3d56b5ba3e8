"""An indicator is the name of its element once more.

## What
The text of the indicator equals the name of the program, activity or sub-activity on which it
stands.

## Why
The name says what is done. An indicator says by what one sees how far it is done.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Jasa Surat Menyurat | 1. Penyediaan jasa surat menyurat | Bulan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Jasa Surat Menyurat | 1. Jumlah laporan penyediaan jasa surat menyurat | Laporan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are specific and measurable).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import series
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature.names import normal_name

RULE = Rule(
    code="RA510",
    slug="indicator-repeats-name",
    severity="info",
    since="0.1.0",
    gravity=26,
    title={"id": "Indikator mengulang nama", "en": "Indicator repeats the name"},
    message={
        "id": "Indikator “{indicator}” hanya mengulang nama unsurnya.",
        "en": "Indicator “{indicator}” only repeats the name of its element.",
    },
    page=__doc__,
    page_id="""
## Apa
Teks indikator sama dengan nama program, kegiatan, atau sub kegiatan tempatnya berada.

## Mengapa
Nama menyebut apa yang dikerjakan. Indikator menyebut dari mana terlihat sejauh mana
pekerjaan itu selesai.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator that is its element's name."""
    for one in series(view):
        name = one.row.element.name
        if one.key and name and one.key == normal_name(name):
            yield on_row(RULE, one.row)
