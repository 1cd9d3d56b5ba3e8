"""What an office adds to an indicator beyond its filed plan, in the order of the screens."""

from __future__ import annotations

from typing import Final

DETAILS: Final = (
    "definition",
    "calculation",
    "data_source",
    "frequency",
    "assessed_by",
    "responsible",
    "numerator_name",
    "denominator_name",
    "base_value",
    "base_unit",
)
