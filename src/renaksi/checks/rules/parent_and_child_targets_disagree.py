"""A program and its activity promise different targets for the same indicator.

## What
An indicator stands on an element and on one below it, and in some quarter the two have
different numbers. Of things that are counted, the upper row may promise more than one of
the rows below it (they add up), but never less.

## Why
One result cannot be 70 % and 75 % at the same time. When the actual arrives, the office has
kept one promise and broken the other, and each report may choose.

## Bad
| PROGRAM | INDIKATOR KINERJA | SATUAN | TARGET | KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase pemeliharaan barang milik daerah | Persen | TW I 30% TW II 50% TW III 70% TW IV 100% | 1. Kegiatan Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah | 1. Persentase pemeliharaan barang milik daerah | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
| PROGRAM | INDIKATOR KINERJA | SATUAN | TARGET | KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase pemeliharaan barang milik daerah | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Kegiatan Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah | 1. Persentase pemeliharaan barang milik daerah | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.8 (a plan's levels agree with each other).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import Series, differing, figures, is_share, narrow, pairs
from renaksi.checks.view import LEVEL_WORDS, PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA403",
    slug="parent-and-child-targets-disagree",
    severity="warning",
    since="0.1.0",
    gravity=85,
    title={"id": "Target atasan dan bawahan berbeda", "en": "Targets of parent and child disagree"},
    message={
        "id": "Indikator “{indicator}” mempunyai dua target: {above} pada {above_level} dan {below} pada {level}.",
        "en": "Indicator “{indicator}” has two targets: {above} on the {above_level} and {below} on the {level}.",
    },
    headline={
        "id": "{count} kali program dan kegiatannya menjanjikan target yang berbeda untuk indikator yang sama: {indicator}.",
        "en": "{count} times a program and its activity promise different targets for the same indicator: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah indikator ditulis pada satu unsur dan pada unsur di bawahnya, dan pada suatu triwulan
angkanya berbeda. Untuk benda yang dihitung, baris atas boleh lebih besar daripada satu baris
di bawahnya (karena dijumlahkan), tetapi tidak boleh lebih kecil.

## Mengapa
Satu hasil tidak mungkin 70 % sekaligus 75 %. Saat realisasi masuk, satu janji ditepati dan
yang lain diingkari, dan setiap laporan dapat memilih.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each row whose targets are not those of the same indicator above it."""
    for above, below in pairs(view):
        cells = differing(above, below)
        if not _compares(above):
            cells = [cell for cell in cells if _less(above, below, cell)]
        if cells:
            yield on_row(
                RULE,
                below.row,
                narrow(cells),
                above=figures(above.indicator),
                below=figures(below.indicator),
                above_level=LEVEL_WORDS[above.row.element.level],
                level=LEVEL_WORDS[below.row.element.level],
            )


def _compares(one: Series) -> bool:
    """Whether the two rows must have the same numbers: shares and scores do not add up."""
    return is_share(one) or one.score


def _less(above: Series, below: Series, cell: str) -> bool:
    """Whether the upper row promises less of what is counted than the one below it."""
    upper, lower = above.indicator.target(cell).value, below.indicator.target(cell).value
    return upper is not None and lower is not None and upper < lower
