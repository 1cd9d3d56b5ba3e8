"""A target promises a predicate that is not good.

## What
The indicator is the score of an instrument (SAKIP, IKM, PEKPPP), and on its scale a target
is called less than good: an IKM of 40 is mutu D, *tidak baik*; a SAKIP value of 20 is D; a
PEKPPP index of 3,1 is B-, good only with reservations.

## Why
The head of the office signs for it. A running figure that starts low looks harmless as a
number, but a score does not grow from zero: the office is being promised as bad in March.

## Bad
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat (IKM) | Indeks | TW I 40 TW II 60 TW III 70 TW IV 86 |

## Good
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat (IKM) | Indeks | TW I - TW II 84 TW III - TW IV 86 |

## Source
PermenPANRB 14/2017 (D 25,00–64,99; C 65,00–76,60; B 76,61–88,30; A 88,31–100); PermenPANRB
88/2021, before it 12/2015 (B above 60); PermenPANRB 17/2017, since the plans of 2023 29/2022
(B from 3,51). Rencana Aksi Kecamatan Kemangkon 2022 promises 40, 20 and 3,1.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.scores import Score, scores, span
from renaksi.checks.sequence import narrow, written
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule, Words

RULE = Rule(
    code="RA602",
    slug="target-promises-low-predicate",
    severity="warning",
    since="0.1.0",
    gravity=95,
    title={"id": "Target menjanjikan predikat rendah", "en": "Target promises a low predicate"},
    message={
        "id": "Target “{indicator}” menjanjikan predikat di bawah baik: {promises} (skala {span}, {regulation}).",
        "en": "The target of “{indicator}” promises less than good: {promises} (scale {span}, {regulation}).",
    },
    page=__doc__,
    matter="instrument",
    page_id="""
## Apa
Indikator itu adalah nilai sebuah instrumen (SAKIP, IKM, PEKPPP), dan pada skalanya sebuah
target bernilai kurang dari baik: IKM 40 adalah mutu D, *tidak baik*; nilai SAKIP 20 adalah D;
indeks PEKPPP 3,1 adalah B-, baik dengan catatan.

## Mengapa
Pimpinan yang menandatanganinya. Angka berjalan yang mulai rendah tampak wajar, tetapi nilai
seperti ini tidak tumbuh dari nol: yang dijanjikan adalah kinerja buruk pada bulan Maret.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each score with a target that is called less than good."""
    for score in scores(view):
        called = score.predicates
        cells = [cell for cell in called if not score.scale.calls_good(called[cell])]
        if cells:
            yield on_row(
                RULE,
                score.series.row,
                narrow(cells),
                promises=_promises(score, cells),
                instrument=score.instrument.name,
                span=span(score.scale),
                regulation=score.edition.regulation,
            )


def _promises(score: Score, cells: list[str]) -> Words:
    """The targets with what they are called: ``TW I 40 = D (tidak baik)``."""
    indonesian, english = [], []
    for cell in cells:
        target = written(score.series.indicator, [cell])
        predicate = score.predicates[cell]
        called = f" = {predicate.name}" if cell in score.targets else ""
        indonesian.append(f"{target.id}{called} ({predicate.meaning.lower()})")
        english.append(f"{target.en}{called}")
    return Words(", ".join(indonesian), ", ".join(english))
