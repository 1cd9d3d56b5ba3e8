"""An indicator of a program stands again on its activity.

## What
The same indicator is printed on an element and on one above it: on a program and its
activity, on an objective and its program. Case, punctuation and spelling do not matter.

## Why
Each level answers its own question: an objective says what changes, a program what it
brings about, an activity what it delivers. Where one indicator stands on two levels, one of
them has no measure of its own, and a single result is counted twice.

## Bad
| PROGRAM | INDIKATOR KINERJA | SATUAN | TARGET | KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Program Pemberdayaan Masyarakat Desa dan Kelurahan | 1. Persentase keaktifan lembaga desa | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa | 1. Persentase keaktifan lembaga desa | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
| PROGRAM | INDIKATOR KINERJA | SATUAN | TARGET | KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Program Pemberdayaan Masyarakat Desa dan Kelurahan | 1. Persentase keaktifan lembaga desa | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa | 1. Jumlah lembaga desa yang dibina | Lembaga | TW I 4 TW II 5 TW III 5 TW IV 5 |

## Source
PermenPANRB 89/2021 on the cascade of performance (*penjenjangan kinerja*); evaluation sheet of
PermenPANRB 88/2021, 1.b.8 (results follow from each other level by level).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import pairs
from renaksi.checks.view import LEVEL_WORDS, PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA401",
    slug="same-indicator-on-two-levels",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Satu indikator di dua tingkat", "en": "One indicator on two levels"},
    message={
        "id": "Indikator “{indicator}” sudah dipakai pada {above} dan ditulis lagi pada {level}.",
        "en": "Indicator “{indicator}” stands on the {above} and again on the {level} below it.",
    },
    headline={
        "id": "{count} indikator dipakai di dua tingkat, jadi satu hasil dihitung dua kali: {indicator}.",
        "en": "{count} indicators stand on two levels, so one result counts twice: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Indikator yang sama ditulis pada sebuah unsur dan pada unsur di atasnya: pada program dan
kegiatannya, atau pada sasaran dan programnya. Huruf besar, tanda baca, dan ejaan diabaikan.

## Mengapa
Setiap tingkat menjawab pertanyaannya sendiri: sasaran menyatakan apa yang berubah, program
apa yang dihasilkan, kegiatan apa yang diserahkan. Bila satu indikator berada di dua tingkat,
salah satunya tidak punya ukuran sendiri dan satu hasil dihitung dua kali.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator and level on which it is repeated."""
    told = set()
    for above, below in pairs(view):
        level = below.row.element.level
        if (above.key, level) not in told:
            told.add((above.key, level))
            above_level = LEVEL_WORDS[above.row.element.level]
            yield on_row(RULE, below.row, above=above_level, level=LEVEL_WORDS[level])
