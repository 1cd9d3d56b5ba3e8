"""Two plans of one organisation side by side: plan against revision, agreement or Renja.

`compare` pairs the elements and indicators of both and says what was added, taken out,
renamed, moved or set to another value; `comparison_to_json` writes that as
`renaksi/comparison/1`.
"""

from __future__ import annotations

from renaksi.compare.as_json import COMPARISON_SCHEMA, COMPARISONS_SCHEMA, comparison_to_json
from renaksi.compare.comparison import (
    Apart,
    Change,
    ComparedElement,
    ComparedRow,
    Comparison,
    Kind,
    compare,
)
from renaksi.compare.plans import pairs_of_plans

__all__ = [
    "COMPARISONS_SCHEMA",
    "COMPARISON_SCHEMA",
    "Apart",
    "Change",
    "ComparedElement",
    "ComparedRow",
    "Comparison",
    "Kind",
    "compare",
    "comparison_to_json",
    "pairs_of_plans",
]
