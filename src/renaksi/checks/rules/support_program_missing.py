"""The plan has no support program.

## What
Every office runs the *program penunjang urusan pemerintahan daerah*: planning, finance,
staff, supplies, upkeep. This plan names several official programs and not that one.

## Why
It usually takes the largest part of an office's money. Left out, most of the budget stands
outside the measured plan, or its table was lost.

## Bad
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.02 | 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |
| 7.01.06 | 2. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Persentase desa tertib administrasi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01 | 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase temuan yang ditindaklanjuti | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |
| 7.01.02 | 2. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |

## Source
Permendagri 90/2019: X.XX.01 is the same program of every office.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import PlanView, on_plan
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature.catalogue import SUPPORT

RULE = Rule(
    code="RA309",
    slug="support-program-missing",
    severity="info",
    since="0.1.0",
    gravity=30,
    title={"id": "Program penunjang tidak ada", "en": "No support program"},
    message={
        "id": "Program penunjang urusan pemerintahan daerah tidak tercantum dalam rencana.",
        "en": "The program penunjang, which every office has, is not in the plan.",
    },
    page=__doc__,
    page_id="""
## Apa
Setiap perangkat daerah menjalankan program penunjang urusan pemerintahan daerah:
perencanaan, keuangan, kepegawaian, perlengkapan, pemeliharaan. Rencana ini menyebut beberapa
program resmi, tetapi tidak yang itu.

## Mengapa
Program itu biasanya memakai bagian terbesar anggaran. Bila tidak tercantum, sebagian besar
anggaran berada di luar rencana yang diukur, atau tabelnya hilang.
""",
)

_ENOUGH: Final = 2


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding where an action plan has official programs and none of them is X.XX.01."""
    programs = view.levels.get("program", ())
    codes = [program.code for program in programs if program.code]
    if view.plan.kind != "action_plan" or len(codes) < _ENOUGH:
        return
    by_code = any(element.code and element.code[4:7] == SUPPORT for element in view.plan.elements)
    if not by_code and not any("penunjang" in (program.name or "").lower() for program in programs):
        yield on_plan(RULE)
