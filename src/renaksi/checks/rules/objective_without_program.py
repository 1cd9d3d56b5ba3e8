"""An objective is served by no program.

## What
The plan hangs its programs under objectives, and one objective has nothing under it. Where
the paper lists all objectives first and all programs behind them, it does not say which
program serves which objective, and the rule is silent.

## Why
An objective without a program is a wish: no money, no work and no officer stands behind it,
yet its indicator is promised and will be reported.

## Bad
| SASARAN | | | PROGRAM | | | |
|---|---|---|---|---|---|---|
| URAIAN | INDIKATOR KINERJA | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat | TW I - TW II - TW III - TW IV 86 | 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |
| 2. Meningkatnya ketertiban umum | 1. Persentase konflik yang tertangani | TW I - TW II - TW III - TW IV 100 | | | | |

## Good
| SASARAN | | | PROGRAM | | | |
|---|---|---|---|---|---|---|
| URAIAN | INDIKATOR KINERJA | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat | TW I - TW II - TW III - TW IV 86 | 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |
| 2. Meningkatnya ketertiban umum | 1. Persentase konflik yang tertangani | TW I - TW II - TW III - TW IV 100 | 1. Program Koordinasi Ketentraman dan Ketertiban Umum | 1. Persentase gangguan yang ditangani | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
PermenPANRB 89/2021 on the cascade of performance (*penjenjangan kinerja*): each result is
broken down into what brings it about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element

RULE = Rule(
    code="RA107",
    slug="objective-without-program",
    severity="warning",
    since="0.1.0",
    gravity=70,
    title={"id": "Sasaran tanpa program", "en": "Objective without a program"},
    message={
        "id": "Tidak ada program yang mendukung sasaran “{element}”.",
        "en": "No program serves the objective “{element}”.",
    },
    headline={
        "id": "{count} sasaran tidak didukung program apa pun: {element}.",
        "en": "{count} objectives are served by no program: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana menempatkan program di bawah sasaran, dan satu sasaran tidak mempunyai apa pun di
bawahnya. Bila semua sasaran tercetak lebih dahulu dan semua program sesudahnya, dokumen tidak
menyebut program mana mendukung sasaran mana, dan aturan ini diam.

## Mengapa
Sasaran tanpa program hanyalah harapan: tidak ada anggaran, pekerjaan, atau penanggung jawab
di belakangnya, padahal indikatornya dijanjikan dan akan dilaporkan.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each objective without work, where the plan says which work serves which."""
    objectives = view.levels.get("objective", ())
    if any(objective.id in view.children for objective in objectives) and not _listed_apart(view):
        for objective in objectives:
            if objective.id not in view.children:
                yield on_element(RULE, objective)


def _listed_apart(view: PlanView) -> bool:
    """Whether every program is printed below every objective, so that position tells nothing."""
    objectives = _lines(view.levels.get("objective", ()))
    programs = _lines(view.levels.get("program", ()))
    return bool(objectives and programs) and max(objectives) < min(programs)


def _lines(elements: Iterable[Element]) -> list[int]:
    places = [place for each in elements for place in (each.source, *each.sources)]
    return [place.line for place in places if place is not None and place.line is not None]
