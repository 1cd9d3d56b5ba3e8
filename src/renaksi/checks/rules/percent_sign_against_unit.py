"""A target carries a percent sign, but the unit counts things.

## What
The unit is *Dokumen*, *Orang*, *Bulan* or another that counts, and a target is written with
`%`.

## Why
25 % of the documents and 25 documents are different promises. Until one of the two is
corrected the achievement means nothing.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan evaluasi kinerja | Laporan | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan evaluasi kinerja | Laporan | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Realisasi Kinerja Triwulan Kecamatan Ciputat, Kota Tangerang Selatan, 2023 reports *Jumlah
kegiatan penyelenggaraan urusan pemerintahan …* as 8,41 % and 47,61 %; evaluation sheet of
PermenPANRB 88/2021, 1.b.5 (indicators are measurable).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import narrow, originals, written
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import is_countable
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA419",
    slug="percent-sign-against-unit",
    severity="warning",
    since="0.1.0",
    gravity=58,
    title={"id": "Tanda persen pada satuan lain", "en": "Percent sign against the unit"},
    message={
        "id": "Target “{indicator}” ditulis dalam persen ({targets}), padahal satuannya {unit}.",
        "en": "The target of “{indicator}” is written in per cent ({targets}), but its unit is {unit}.",
    },
    headline={
        "id": "{count} target ditulis dalam persen padahal satuannya bukan persen: {indicator}.",
        "en": "{count} targets are written in per cent though their unit is another: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Satuannya *Dokumen*, *Orang*, *Bulan*, atau satuan hitung lain, tetapi targetnya ditulis
dengan `%`.

## Mengapa
25 % dari dokumen dan 25 dokumen adalah janji yang berbeda. Sebelum salah satunya diperbaiki,
capaiannya tidak berarti.
""",
)

_TIMES: Final = frozenset({"bulan", "hari", "minggu", "jam", "tahun", "triwulan"})


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each row whose unit counts and whose targets are written in per cent."""
    for one in originals(view):
        if one.unit and (is_countable(one.unit) or one.unit in _TIMES):
            targets = one.indicator.targets
            cells = [cell for cell, _ in one.numbers if (targets[cell].text or "").endswith("%")]
            if cells:
                shown, unit = written(one.indicator, cells), one.indicator.unit or ""
                yield on_row(RULE, one.row, narrow(cells), targets=shown, unit=unit)
