"""*Apa yang salah di dokumen ini?* The gravest findings of a plan, with the line of the paper."""

from __future__ import annotations

from typing import NamedTuple

from renaksi.checks import check
from renaksi.checks.gravest import gravest
from renaksi.diagnostics import Language
from renaksi.render.words import place_words
from renaksi_web.accounts.members import Member
from renaksi_web.plans.cells import place_json
from renaksi_web.plans.models import Plan
from renaksi_web.plans.selectors import loaded, set_plan
from renaksi_web.tracking.original import Excerpt, original_lines


class Finding(NamedTuple):
    """One matter in plain words, with the place and the line where it first shows."""

    code: str
    sentence: str
    place: str
    line: Excerpt | None


def findings(member: Member, year: int, lang: Language) -> list[Finding]:
    """The ten gravest matters of the plan in force; six queries."""
    return findings_of(member, set_plan(member, year), lang)


def findings_of(member: Member, row: Plan, lang: Language) -> list[Finding]:
    """The ten gravest matters of one version, a draft too; five queries."""
    matters = gravest(check(loaded(member, row).plan))
    places = [matter.findings[0].where for matter in matters]
    lines = original_lines(member, row, [place_json(place) for place in places])
    return [
        Finding(matter.rule.code, matter.sentence(lang), place_words(place, lang), line)
        for matter, place, line in zip(matters, places, lines, strict=True)
    ]
