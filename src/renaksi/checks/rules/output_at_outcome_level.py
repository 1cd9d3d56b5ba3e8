"""A goal, objective or program is measured by an output.

## What
The indicator of a goal, an objective or a program counts documents, reports, activities,
meetings or the like (*Jumlah laporan …*), or says that something was carried out
(*Terlaksananya …*, *Tersusunnya …*).

## Why
Reports can be written without anything getting better. On these levels the plan promises
an outcome: what changes for the people who are served. Outputs belong to activities and
sub-activities.

## Bad
| PROGRAM | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Koordinasi Ketentraman dan Ketertiban Umum | 1. Jumlah laporan kejadian gangguan ketenteraman dan ketertiban umum | Dokumen | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
| PROGRAM | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Koordinasi Ketentraman dan Ketertiban Umum | 1. Persentase gangguan ketenteraman dan ketertiban umum yang ditangani | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Permendagri 86/2017: a program has outcome indicators, an activity output indicators;
evaluation sheet of PermenPANRB 88/2021, 1.b.4 (results describe the condition to be reached).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import series
from renaksi.checks.view import LEVEL_WORDS, PlanView, on_row
from renaksi.checks.wording import COUNTS
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Level

RULE = Rule(
    code="RA501",
    slug="output-at-outcome-level",
    severity="warning",
    since="0.1.0",
    gravity=74,
    title={"id": "Keluaran sebagai ukuran hasil", "en": "Output at outcome level"},
    message={
        "id": "Indikator {level} “{indicator}” menghitung keluaran, bukan hasil yang dirasakan.",
        "en": "The indicator “{indicator}” of a {level} counts an output, not an outcome.",
    },
    headline={
        "id": "{count} indikator tujuan, sasaran, atau program menghitung keluaran, bukan hasil: {indicator}.",
        "en": "{count} indicators of goals, objectives or programs count outputs, not outcomes: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Indikator tujuan, sasaran, atau program menghitung dokumen, laporan, kegiatan, rapat, dan
sejenisnya (*Jumlah laporan …*), atau menyatakan bahwa sesuatu telah dilaksanakan
(*Terlaksananya …*, *Tersusunnya …*).

## Mengapa
Laporan dapat ditulis tanpa ada yang menjadi lebih baik. Pada tingkat ini rencana menjanjikan
hasil: apa yang berubah bagi masyarakat yang dilayani. Keluaran adalah ukuran kegiatan dan
sub kegiatan.
""",
)

_LEVELS: Final[tuple[Level, ...]] = ("goal", "objective", "program")
_OUTPUTS: Final = frozenset(
    {
        "berita", "berkas", "bimbingan", "bimtek", "dokumen", "fasilitasi", "kegiatan",
        "koordinasi", "laporan", "monitoring", "naskah", "paket", "pelaksanaan", "pelatihan",
        "pembinaan", "pertemuan", "rapat", "rekomendasi", "sosialisasi", "surat",
    }
)  # fmt: skip
_CARRIED_OUT: Final = frozenset(
    {
        "dilaksanakannya", "disusunnya", "terlaksananya", "terlaksanakannya", "terselenggaranya",
        "tersusunnya",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator of these levels that counts what the office itself makes."""
    for one in series(view):
        level = one.row.element.level
        if level in _LEVELS and one.words and _is_output(one.words):
            yield on_row(RULE, one.row, level=LEVEL_WORDS[level])


def _is_output(name: tuple[str, ...]) -> bool:
    first = name[0]
    return first in _CARRIED_OUT or (first in COUNTS and not _OUTPUTS.isdisjoint(name[1:2]))
