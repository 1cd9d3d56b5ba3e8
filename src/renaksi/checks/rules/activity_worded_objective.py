"""A goal or an objective is worded as an activity.

## What
The objective says what the office does (*Meningkatkan …*, *Melaksanakan …*) or that
it did it (*Terlaksananya …*), instead of the condition that is reached (*Meningkatnya …*,
*Terwujudnya …*). A goal may say *Mewujudkan* or *Meningkatkan*, but not what is merely done
(*Melaksanakan*, *Menyusun*).

## Why
Doing is always achieved. An objective is a condition that can be found reached or not.

## Bad
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Melaksanakan pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat | Indeks | TW I - TW II - TW III - TW IV 86 |

## Good
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat | Indeks | TW I - TW II - TW III - TW IV 86 |

## Source
Rencana Aksi Kinerja Sasaran Dinas Perhubungan Provinsi Jawa Barat 2016 (*Meningkatkan kualitas
pelayanan moda transportasi umum*); evaluation sheet of PermenPANRB 88/2021, 1.b.4 (results
describe the condition to be reached).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import LEVEL_WORDS, PlanView, on_element
from renaksi.checks.wording import words
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Level

RULE = Rule(
    code="RA508",
    slug="activity-worded-objective",
    severity="info",
    since="0.1.0",
    gravity=35,
    title={"id": "Sasaran berbunyi kegiatan", "en": "Objective worded as an activity"},
    message={
        "id": "“{element}” menyebut pekerjaan, bukan kondisi yang hendak dicapai ({level}).",
        "en": "“{element}” names work, not the condition to be reached ({level}).",
    },
    page=__doc__,
    page_id="""
## Apa
Sasaran menyebut apa yang dikerjakan (*Meningkatkan …*, *Melaksanakan …*) atau bahwa sesuatu
telah dikerjakan (*Terlaksananya …*), bukan kondisi yang dicapai (*Meningkatnya …*,
*Terwujudnya …*). Tujuan boleh berbunyi *Mewujudkan* atau *Meningkatkan*, tetapi bukan
sekadar pekerjaan (*Melaksanakan*, *Menyusun*).

## Mengapa
Mengerjakan selalu tercapai. Sasaran adalah kondisi yang dapat dinilai tercapai atau belum.
""",
)

_LEVELS: Final[tuple[Level, ...]] = ("goal", "objective")
_WORK: Final = frozenset(
    {
        "memfasilitasi", "memberikan", "mengadakan", "mengoordinasikan", "mengkoordinasikan",
        "melaksanakan", "melakukan", "menyediakan", "menyelenggarakan", "menyusun",
        "terlaksananya", "terselenggaranya", "tersusunnya",
    }
)  # fmt: skip
# Active verbs; of an objective they say that somebody works towards the condition.
_VERBS: Final = frozenset(
    {
        "membangun", "membina", "memenuhi", "mencapai", "mengatasi", "mengurangi", "melayani",
        "melindungi", "menjaga",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each goal or objective that begins with work."""
    for element in view.at(*_LEVELS):
        first = words(element.name)[:1]
        if first and (first[0] in _WORK or (element.level == "objective" and _is_verb(first[0]))):
            yield on_element(RULE, element, level=LEVEL_WORDS[element.level])


def _is_verb(word: str) -> bool:
    """Whether it is an active verb: *meningkatkan*, *memenuhi*."""
    return word in _VERBS or (word.startswith("me") and word.endswith("kan") and len(word) > 6)
