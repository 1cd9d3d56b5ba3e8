"""Explanations: how each number came about, or why there is none, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from renaksi.diagnostics import Language
from renaksi.measure.figures import Exact, shown
from renaksi.measure.formulas import DIFFERENCE, INVERSE, ON_TARGET, ORDINAL
from renaksi.measure.measurement import (
    IndicatorMeasure,
    Measurement,
    SpanKey,
    counts_as_zero,
    word_of,
)
from renaksi.measure.rollup import Mean
from renaksi.measure.spans import Span
from renaksi.measure.wording import CALCULATIONS, QUARTER_NAMES, TEXTS
from renaksi.quarter import QUARTERS, YEAR


def explain(
    measurement: Measurement, found: IndicatorMeasure, key: SpanKey, lang: Language = "id"
) -> str:
    """How one span's achievement came about, or why it has none.

    It tells formula and inputs, what is missing, the cap, and the band with its regulation.
    """
    return _Teller(measurement, found, key, lang).tell()


def explain_mean(
    measurement: Measurement,
    mean: Mean,
    what: Literal["own", "children", "level", "organisations"],
    lang: Language = "id",
) -> str:
    """What a roll-up's number is the mean of, or why there is none yet."""
    texts = TEXTS[lang]
    quarter = QUARTER_NAMES[lang][QUARTERS[measurement.quarter - 1]]
    whose = "own" if what == "level" else what
    if mean.value is None:
        reason = texts["uncounted" if mean.of else "nothing_due"]
        return reason.format(of=mean.of, quarter=quarter, things=texts[f"things.{whose}"])
    sentence = texts[whose].format(
        value=shown(mean.value, lang), counted=mean.counted, of=mean.of, quarter=quarter
    )
    return f"{sentence} {_band(measurement, mean, lang)}"


def _band(measurement: Measurement, found: Span | Mean, lang: Language) -> str:
    assert found.band is not None
    source = measurement.settings.bands.source
    return TEXTS[lang]["band"].format(band=found.band.name[lang], source=source)


class _Teller:
    """The sentences about one span."""

    def __init__(
        self, measurement: Measurement, found: IndicatorMeasure, key: SpanKey, lang: Language
    ) -> None:
        self.measurement, self.key, self.lang = measurement, key, lang
        self.found = found
        self.span = found.spans[key]
        self.figures = found.figures
        self.indicator = found.row.indicator
        self.texts, self.names = TEXTS[lang], QUARTER_NAMES[lang]
        self.upto = QUARTERS[measurement.quarter - 1]
        self.quarter = self.names[key if key in QUARTERS else self.upto]
        self.direction = self.texts.get(self.span.formula or "", "")

    def tell(self) -> str:
        """The explanation, as one or more sentences."""
        state = self.span.state
        if self.span.raw is not None:
            return " ".join(self.achieved(self.span.raw))
        if state == "awaited":
            return self.awaited()
        if state == "without_target":
            return self.without_target()
        if state == "undefined":
            return self.undefined()
        return self.text("not_scheduled" if self.key in QUARTERS else f"not_scheduled_{self.key}")

    def text(self, name: str, **values: str) -> str:
        """A sentence of the wording, filled in."""
        return self.texts[name].format(quarter=self.quarter, direction=self.direction, **values)

    def value(self, value: Exact | None) -> str:
        """A target or actual for people: the word that a rank stands for, else the number."""
        if value is None:
            return "?"
        word = word_of(self.found, self.key, value)
        number = shown(value, self.lang)
        return f"{number} ({word})" if word else number

    def achieved(self, raw: Exact) -> list[str]:
        """The sentences about a number."""
        span = self.span
        sentences = [self.calculation(raw)]
        if self.key not in QUARTERS:
            sentences.append(self.inputs())
        if span.missing:
            missing = self.missing(span.missing)
            sentences += [self.text("incomplete", missing=missing), *self.standing()]
        if span.capped is not None and span.capped != raw:
            sentences.append(self.text("capped", capped=shown(span.capped, self.lang)))
        sentences.append(_band(self.measurement, span, self.lang))
        return sentences

    def standing(self) -> list[str]:
        """How roll-ups take what is not fully reported, where they look at this span."""
        if self.key != self.found.counting:
            return []
        as_of, settings = self.measurement.quarter, self.measurement.settings
        zero = counts_as_zero(self.found, as_of, settings)
        return [self.text("zeroed" if zero else "left_out")]

    def calculation(self, raw: Exact) -> str:
        """The formula with its numbers."""
        span = self.span
        formula = span.formula or self.figures.formula
        kind = self.key if self.key not in QUARTERS else "quarter"
        told = {
            "period": self.text(kind),
            "raw": shown(raw, self.lang),
            "T": self.value(span.target),
            "R": self.value(span.actual),
        }
        if formula == ORDINAL:
            return self.text("reached" if raw == 100 else "ordinal", **told)
        if span.target == 0 or (formula == INVERSE and span.actual == 0):
            return self.text("special", **told)
        name = "floored" if raw == 0 and self.below_zero() else "achieved"
        signed = {
            "T": self.in_formula(span.target),
            "R": self.in_formula(span.actual),
        }
        return self.text(name, calculation=CALCULATIONS[formula].format_map(signed), **told)

    def in_formula(self, value: Exact | None) -> str:
        """A value among signs: a negative one stands in brackets."""
        written = self.value(value)
        return f"({written})" if value is not None and value < 0 else written

    def below_zero(self) -> bool:
        """Whether an achievement of 0 is the floor of something lower."""
        target, actual = self.span.target or 0, self.span.actual or 0
        return self.span.formula in (DIFFERENCE, ON_TARGET) and not 0 <= actual <= 2 * target

    def inputs(self) -> str:
        """Where T and R of a span over several quarters come from."""
        planned: str = self.indicator.accumulation
        reported = planned
        if self.key == "year":
            if YEAR in self.figures.targets:
                planned = "printed"
            if self.upto == QUARTERS[-1] and YEAR in self.figures.actuals:
                reported = "annual"
        target = self.texts[f"T.{planned}"]
        if self.key == "to_date" and self.span.missing:
            name = "T.in_force" if planned == "last" else "T.reported"
            target = self.texts[name].format(T=target)
        return f"T: {target}; R: {self.texts[f'R.{reported}']}."

    def missing(self, keys: Sequence[str]) -> str:
        """Quarters by name, as a list."""
        if tuple(keys) == (YEAR,):
            return self.texts["year_missing"]
        return ", ".join(self.names[key] for key in keys)

    def awaited(self) -> str:
        """Why a target has no achievement yet."""
        if self.key not in QUARTERS:
            return " ".join([self.text(f"awaited_{self.key}"), *self.standing()])
        typed = self.indicator.actual(self.key)
        if typed.state == "text":
            return self.text("awaited_words", words=typed.text or "")
        return self.text("awaited")

    def without_target(self) -> str:
        """Which target is not there."""
        if self.key == "to_date" and not self.figures.scheduled and self.has_annual_target():
            return self.text("annual_only")
        lost = [key for key in self.keys() if self.indicator.target(key).state == "missing"]
        if lost:
            return self.text("lost", missing=self.missing(lost))
        return self.text("unplanned", R=self.reported())

    def reported(self) -> str:
        """The span's actual or, where it is no number, what was typed."""
        if self.span.actual is not None:
            return self.value(self.span.actual)
        cells = [self.indicator.actual(key) for key in self.keys()]
        return ", ".join(
            f"“{cell.text or f'{cell.numerator}/{cell.denominator}'}”"
            for cell in cells
            if cell.state in ("set", "text")
        )

    def has_annual_target(self) -> bool:
        """Whether the document prints a target for the year, in a number or in words."""
        return YEAR in self.figures.targets or YEAR in self.figures.words

    def undefined(self) -> str:
        """Why the formula has no result."""
        target, actual = self.span.target, self.span.actual
        keys = (YEAR, *self.keys()) if self.key == "year" else self.keys()
        words = [key for key in keys if key in self.figures.words]
        if target is None and words:
            return self.text("words", words=self.indicator.target(words[0]).text or "")
        if target is None or self.span.formula is None:
            return self.text("mixed")
        if actual is None:
            return self.text("no_base")
        if target < 0:
            return self.text("negative_target", T=self.value(target))
        if actual < 0 and self.span.formula == INVERSE:
            return self.text("negative_actual", R=self.value(actual))
        return self.text("zero")

    def keys(self) -> tuple[str, ...]:
        """The quarters that the span looks at for targets."""
        if self.key in QUARTERS:
            return (self.key,)
        return QUARTERS if self.key == "year" else QUARTERS[: self.measurement.quarter]
