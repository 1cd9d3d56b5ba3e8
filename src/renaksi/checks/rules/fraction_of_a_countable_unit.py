"""A target is a fraction of something that comes in whole numbers.

## What
The unit counts people, documents, reports, villages and the like, and a target has a
fraction.

## Why
Nobody trains 2,5 people. The figure comes from dividing a year by four, or belongs to
another unit; a target that cannot occur is never met exactly.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN | 1. Jumlah orang yang menerima gaji dan tunjangan | Orang | TW I 2,5 TW II 2,5 TW III 2,5 TW IV 2,5 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN | 1. Jumlah orang yang menerima gaji dan tunjangan | Orang | TW I 10 TW II 10 TW III 10 TW IV 10 |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are measurable) and 1.b.7 (targets
are achievable).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import narrow, originals, written
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import is_countable
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA414",
    slug="fraction-of-a-countable-unit",
    severity="warning",
    since="0.1.0",
    gravity=50,
    title={"id": "Pecahan dari satuan bulat", "en": "Fraction of a countable unit"},
    message={
        "id": "Target “{indicator}” tidak bulat ({targets}), padahal satuannya {unit}.",
        "en": "The target of “{indicator}” is no whole number ({targets}), but its unit is {unit}.",
    },
    headline={
        "id": "{count} target berupa pecahan orang, dokumen, atau benda lain: {indicator}.",
        "en": "{count} targets are fractions of people, documents or other things: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Satuannya menghitung orang, dokumen, laporan, desa, dan sejenisnya, tetapi targetnya pecahan.

## Mengapa
Tidak ada yang melatih 2,5 orang. Angka itu hasil membagi empat target setahun, atau milik
satuan lain; target yang tidak mungkin terjadi tidak pernah tepat tercapai.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each row that counts things and promises a part of one."""
    for one in originals(view):
        if is_countable(one.unit):
            cells = [cell for cell, value in one.numbers if value % 1]
            if cells:
                targets, unit = written(one.indicator, cells), one.indicator.unit or ""
                yield on_row(RULE, one.row, narrow(cells), targets=targets, unit=unit)
