"""Plans that lack something: RA1xx."""

from __future__ import annotations

from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import with_indicator

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "missing-unit": with_indicator("s1", unit=None),
}
