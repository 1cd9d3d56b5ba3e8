"""A percentage that works towards completeness ends the year without reaching it.

## What
The targets rise from quarter to quarter, and either the wording promises completeness
(*cakupan*, *ketersediaan*, *pemenuhan*, *ditindaklanjuti* …) and the last target is below
100 %, or the steps lead to 100 % in the last quarter, which is `-`.

## Why
Ending short may be right: then the plan should be known to leave the rest for another year.
Often the last quarter was forgotten, or a figure of something else was written down.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Cakupan desa yang melaksanakan tertib administrasi | Persen | TW I 10% TW II 15% TW III 20% TW IV 26% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Cakupan desa yang melaksanakan tertib administrasi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.7 (targets are achievable, challenging and
realistic).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import Series, even_steps, first_fall, number, percentages
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA405",
    slug="running-percentage-short-of-end",
    severity="info",
    since="0.1.0",
    gravity=50,
    title={"id": "Persentase tidak sampai selesai", "en": "Percentage stops short of its end"},
    message={
        "id": "Target “{indicator}” berhenti di {last} %: {rest} % sisanya tidak dijanjikan tahun ini.",
        "en": "The target of “{indicator}” ends at {last} %: the other {rest} % are not promised this year.",
    },
    headline={
        "id": "{count} persentase tidak dijanjikan selesai tahun ini: {indicator}.",
        "en": "{count} percentages are not promised to be complete this year: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Target naik dari triwulan ke triwulan, dan rumusan indikatornya menjanjikan kelengkapan
(*cakupan*, *ketersediaan*, *pemenuhan*, *ditindaklanjuti* …) tetapi target terakhir di bawah
100 %; atau langkahnya menuju 100 % pada triwulan terakhir, tetapi di situ tertulis `-`.

## Mengapa
Berhenti sebelum selesai bisa saja benar; pimpinan perlu tahu bahwa sisanya tidak dijanjikan
tahun ini. Sering kali triwulan terakhir terlupa, atau angkanya milik ukuran lain.
""",
)

_COMPLETE: Final = frozenset(
    {
        "dilaporkan", "diselesaikan", "ditindaklanjuti", "kelengkapan", "ketersediaan",
        "pemenuhan", "penyelesaian", "terlaporkan", "terpenuhi", "terpenuhinya", "terselesaikan",
        "tertangani", "tindaklanjut",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each percentage that runs towards 100 and does not arrive."""
    for one in percentages(view):
        if len(one.points) > 2 and one.points[-1][1] < 100 and one.running and _progresses(one):
            last = one.points[-1][1]
            if _promises_all(one.words) or _forgot_the_end(one):
                yield on_row(RULE, one.row, last=number(last), rest=number(100 - last))


def _progresses(one: Series) -> bool:
    """Whether the figures grow from little, as progress does and a rate that is kept does not."""
    values = one.values
    return first_fall(one.points) is None and 2 * values[0] <= values[-1]


def _promises_all(name: tuple[str, ...]) -> bool:
    return name[:1] == ("cakupan",) or not _COMPLETE.isdisjoint(name)


def _forgot_the_end(one: Series) -> bool:
    """Whether one more step, in the last quarter, would have led to 100 %."""
    step = even_steps([*one.values, one.points[-1][1] + one.points[0][1]])
    return (
        step is not None
        and one.points[-1][1] + step == 100
        and one.indicator.target("q4").state == "not_scheduled"
    )
