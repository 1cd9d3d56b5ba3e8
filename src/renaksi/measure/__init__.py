"""Measurement: achievement, bands and roll-ups of a plan, each number able to explain itself.

``measure(plan, quarter, settings)`` gives a `Measurement`; ``measurement_to_json`` its
JSON form `renaksi/measurement/1`; ``explain`` and ``explain_mean`` the sentence behind
one number. The rules are told in ``docs/measurement.md``.
"""

from __future__ import annotations

from renaksi.measure.as_json import MEASUREMENT_SCHEMA, measurement_to_json
from renaksi.measure.bands import PERMENDAGRI_86_2017, Band, Bands
from renaksi.measure.explain import explain, explain_mean
from renaksi.measure.figures import Exact, exact, shown
from renaksi.measure.measurement import (
    DEFAULT,
    RULES_VERSION,
    SPANS,
    IndicatorMeasure,
    Measurement,
    Settings,
    measure,
    word_of,
)
from renaksi.measure.rollup import Mean, Together, over_organisations, together
from renaksi.measure.spans import Span, SpanState

__all__ = [
    "DEFAULT",
    "MEASUREMENT_SCHEMA",
    "PERMENDAGRI_86_2017",
    "RULES_VERSION",
    "SPANS",
    "Band",
    "Bands",
    "Exact",
    "IndicatorMeasure",
    "Mean",
    "Measurement",
    "Settings",
    "Span",
    "SpanState",
    "Together",
    "exact",
    "explain",
    "explain_mean",
    "measure",
    "measurement_to_json",
    "over_organisations",
    "shown",
    "together",
    "word_of",
]
