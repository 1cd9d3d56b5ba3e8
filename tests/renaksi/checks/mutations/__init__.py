"""For each rule a plan that breaks it alone, and where the clean plan is no repair of it, one.

`MUTATIONS` maps a rule's slug to the broken plan or to a pair (broken, repaired). One file
for each hundred of codes, so that a table stays readable.
"""

from __future__ import annotations

from renaksi.model import Plan
from tests.renaksi.checks.mutations import completeness

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {**completeness.MUTATIONS}
