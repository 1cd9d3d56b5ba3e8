"""An indicator joins two measures.

## What
Behind *dan* or *serta* a second measure begins: *Jumlah … dan persentase …*. An official
indicator that does so is left alone.

## Why
Two measures have two actuals, and one cell can hold one number.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Jumlah kebutuhan kantor dan persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are specific and measurable).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from renaksi.checks.telling import asks, told
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import MEASURES, official_texts, words
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA507",
    slug="several-measures-in-one",
    severity="info",
    since="0.1.0",
    gravity=30,
    title={"id": "Dua ukuran dalam satu indikator", "en": "Several measures in one"},
    message={
        "id": "Indikator “{indicator}” memuat dua ukuran; satu sel hanya memuat satu angka.",
        "en": "Indicator “{indicator}” joins two measures; one cell holds one number.",
    },
    page=__doc__,
    page_id="""
## Apa
Setelah *dan* atau *serta* muncul ukuran kedua: *Jumlah … dan persentase …*. Indikator resmi
yang demikian tidak termasuk.

## Mengapa
Dua ukuran mempunyai dua realisasi, sedangkan satu sel hanya memuat satu angka.
""",
)

_JOINS: Final = frozenset({"dan", "serta"})


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator that begins a second measure."""
    for text, _ in told(view, _joins_two):
        if text.row is not None and words(text.name)[0] in MEASURES:
            if not any(map(_joins_two, official_texts(view, text.element))):
                yield on_row(RULE, text.row)


@asks
def _joins_two(name: str) -> bool:
    return any(before in _JOINS and word in MEASURES for before, word in pairwise(words(name)))
