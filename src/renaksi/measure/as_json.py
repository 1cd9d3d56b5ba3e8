"""The measured plan as JSON, `renaksi/measurement/1`."""

from __future__ import annotations

from typing import Any, Final, Literal

from renaksi.diagnostics import Language
from renaksi.measure.explain import explain, explain_mean
from renaksi.measure.figures import Exact, exact
from renaksi.measure.measurement import SPANS, IndicatorMeasure, Measurement, SpanKey, word_of
from renaksi.measure.rollup import Mean
from renaksi.measure.wording import formula_text
from renaksi.quarter import QUARTERS

MEASUREMENT_SCHEMA: Final = "renaksi/measurement/1"

Object = dict[str, Any]


def measurement_to_json(measurement: Measurement, lang: Language = "id") -> Object:
    """The measurement as plain values, numbers as exact decimal strings.

    ``lang`` is the language of the explanations. For a command line:
    ``json.dumps(measurement_to_json(measure(plan, quarter), lang), ensure_ascii=False)``.
    """
    return {
        "schema": MEASUREMENT_SCHEMA,
        "rules": measurement.rules,
        "quarter": measurement.quarter,
        "indicators": [
            {
                "element": found.row.element,
                "index": found.row.position,
                **{key: _span(measurement, found, key, lang) for key in SPANS},
            }
            for found in measurement.indicators
        ],
        "elements": [
            {
                "element": found.element,
                "own": _mean(measurement, found.own, "own", lang),
                "children": _mean(measurement, found.children, "children", lang),
            }
            for found in measurement.elements
        ],
        "levels": {
            level: _mean(measurement, mean, "level", lang)
            for level, mean in measurement.levels.items()
        },
        "organisation": _mean(measurement, measurement.organisation, "level", lang),
    }


def _span(
    measurement: Measurement, found: IndicatorMeasure, key: SpanKey, lang: Language
) -> Object:
    span = found.spans[key]
    numbered = span.raw is not None
    written: Object = {
        "state": span.state,
        "target": _value(found, key, span.target, "target"),
        "actual": _value(found, key, span.actual, "actual"),
        "raw": None if span.raw is None else exact(span.raw),
        "capped": None if span.capped is None else exact(span.capped),
        "band": span.band and span.band.key,
        "formula": formula_text(span.formula, lang) if span.formula and numbered else None,
        "explanation": explain(measurement, found, key, lang),
    }
    if span.missing:
        written["missing"] = list(span.missing)
    return written


def _value(
    found: IndicatorMeasure, key: SpanKey, value: Exact | None, side: Literal["target", "actual"]
) -> str | None:
    """A target or actual: a decimal string, the word of a scale, or the words that stand there."""
    if value is not None:
        return word_of(found, key, value) or exact(value)
    indicator = found.row.indicator
    if side == "target":
        cell = indicator.target(key)
    elif key in QUARTERS and found.spans[key].state != "awaited":
        cell = indicator.actual(key)
    else:
        return None
    return cell.text if cell.state == "text" else None


def _mean(
    measurement: Measurement,
    mean: Mean | None,
    what: Literal["own", "children", "level"],
    lang: Language,
) -> Object | None:
    if mean is None:
        return None
    return {
        "value": None if mean.value is None else exact(mean.value),
        "counted": mean.counted,
        "of": mean.of,
        "band": mean.band and mean.band.key,
        "explanation": explain_mean(measurement, mean, what, lang),
    }
