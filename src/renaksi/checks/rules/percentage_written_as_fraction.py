"""A percentage is written as a fraction of one.

## What
The unit is per cent, and the targets run up to exactly 1 in fractions: 0,25/0,5/0,75/1, none
of them with a percent sign.

## Why
A spreadsheet shows 0,25 where 25 % was meant. Read as written, the plan promises one
per cent for the year.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 0,25 TW II 0,5 TW III 0,75 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: spreadsheets keep percentages as fractions, and the copy loses their format;
evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are measurable).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import figures, percentages
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA422",
    slug="percentage-written-as-fraction",
    severity="warning",
    since="0.1.0",
    gravity=68,
    title={"id": "Persentase ditulis sebagai pecahan", "en": "Percentage written as a fraction"},
    message={
        "id": "Target “{indicator}” ditulis {targets} persen, tampaknya pecahan dari satu: setahun hanya 1 %.",
        "en": "The target of “{indicator}” is written as {targets} per cent, it seems as fractions of one: 1 % for the year.",
    },
    headline={
        "id": "{count} persentase ditulis sebagai pecahan dan terbaca 1 % setahun: {indicator}.",
        "en": "{count} percentages are written as fractions and read as 1 % a year: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Satuannya persen, dan targetnya berjalan sampai tepat 1 dalam pecahan: 0,25/0,5/0,75/1, tanpa
tanda persen.

## Mengapa
Lembar kerja menampilkan 0,25 padahal maksudnya 25 %. Dibaca sebagaimana tertulis, rencana itu
menjanjikan satu persen untuk setahun.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each percentage whose figures rise in fractions to one."""
    for one in percentages(view):
        if len(one.points) > 1 and one.points[-1][1] == 1:
            values = one.values
            unsigned = all("%" not in (c.text or "") for c in one.indicator.targets.values())
            if unsigned and 0 < values[0] < 1 and values == sorted(values):
                yield on_row(RULE, one.row, targets=figures(one.indicator))
