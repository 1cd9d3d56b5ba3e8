"""For each rule a plan that breaks it, and where the clean plan is no repair of it, one.

`MUTATIONS` maps a rule's slug to the broken plan or to a pair (broken, repaired);
`IN_ORDER` are plans on which a rule must stay silent, `BROKEN` further ones on which it
must not. One file for each hundred of codes.
"""

from __future__ import annotations

from renaksi.model import Plan
from tests.renaksi.checks.mutations import (
    completeness,
    nomenclature,
    numbering,
    scores,
    targets,
    wording,
)

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    **completeness.MUTATIONS,
    **numbering.MUTATIONS,
    **nomenclature.MUTATIONS,
    **targets.MUTATIONS,
    **wording.MUTATIONS,
    **scores.MUTATIONS,
}
IN_ORDER: list[tuple[str, Plan]] = [
    *completeness.IN_ORDER,
    *numbering.IN_ORDER,
    *nomenclature.IN_ORDER,
    *targets.IN_ORDER,
    *wording.IN_ORDER,
    *scores.IN_ORDER,
]
BROKEN: list[tuple[str, Plan]] = [
    *numbering.BROKEN,
    *nomenclature.BROKEN,
    *targets.BROKEN,
    *wording.BROKEN,
    *scores.BROKEN,
]
