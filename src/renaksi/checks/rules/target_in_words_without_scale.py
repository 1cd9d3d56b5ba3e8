"""A target is written in words, and the indicator declares no scale.

## What
A target such as *WTP*, *BB* or *tidak dapat diprediksi* stands where a number is expected,
and nothing says which words are better and which worse.

## Why
Words are measured by their rank on a declared scale, best to worst. Without one no
achievement can be computed, whatever is reported.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Opini atas laporan keuangan | Opini | TW I - TW II - TW III - TW IV Baik sekali |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase temuan laporan keuangan yang ditindaklanjuti | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Indikator Kinerja Utama BPKAD Provinsi Jawa Barat 2017 works around it (*Opini BPK – WTP*,
target 100 %); evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are measurable).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import narrow, originals, written
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.quarter import CELLS

RULE = Rule(
    code="RA415",
    slug="target-in-words-without-scale",
    severity="warning",
    since="0.1.0",
    gravity=60,
    title={"id": "Target kata tanpa skala", "en": "Target in words without a scale"},
    message={
        "id": "Target “{indicator}” berupa kata ({targets}) tanpa urutan nilainya, jadi tidak dapat diukur.",
        "en": "The target of “{indicator}” is in words ({targets}) without a scale, so it cannot be measured.",
    },
    headline={
        "id": "{count} target berupa kata tanpa urutan nilai dan tidak dapat diukur: {indicator}.",
        "en": "{count} targets are words without a scale and cannot be measured: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Target seperti *WTP*, *BB*, atau *tidak dapat diprediksi* ditulis di tempat angka, dan tidak
disebutkan kata mana yang lebih baik.

## Mengapa
Kata diukur menurut peringkatnya pada urutan yang dinyatakan, dari terbaik sampai terburuk.
Tanpa urutan itu capaian tidak dapat dihitung, apa pun realisasinya.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator with a target in words and no scale."""
    for one in originals(view):
        indicator = one.indicator
        if not indicator.scale and len(one.points) < len(indicator.targets):
            cells = [cell for cell in CELLS if indicator.target(cell).state == "text"]
            if cells:
                yield on_row(RULE, one.row, narrow(cells), targets=written(indicator, cells))
