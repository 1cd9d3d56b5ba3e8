"""Measuring a plan: every span of every indicator, and every roll-up, as of one quarter."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from renaksi.diagnostics import RenaksiError
from renaksi.measure.bands import PERMENDAGRI_86_2017, Bands
from renaksi.measure.figures import Exact
from renaksi.measure.formulas import ORDINAL
from renaksi.measure.rollup import ElementMeasure, Entry, Mean, elements, entry, levels
from renaksi.measure.rows import Row, rows_of
from renaksi.measure.spans import Figures, Span, figures_of, quarter, to_date, year
from renaksi.model import Level, Plan
from renaksi.quarter import QUARTERS

# Changes whenever the same plan could give another number than before.
RULES_VERSION: Final = "1"

SpanKey = Literal["q1", "q2", "q3", "q4", "to_date", "year"]
SPANS: Final[tuple[SpanKey, ...]] = ("q1", "q2", "q3", "q4", "to_date", "year")


class Settings(NamedTuple):
    """What a government decides for itself.

    ``late_as_zero``: once the reporting window has closed, what was due and is not
    reported counts as 0 in roll-ups (a page that uses it shows both figures). Rows that are
    ``excused`` (element id, position) are not late: others assess them once a year, say.
    """

    bands: Bands = PERMENDAGRI_86_2017
    late_as_zero: bool = False
    excused: frozenset[tuple[str, int]] = frozenset()


DEFAULT: Final = Settings()


class IndicatorMeasure(NamedTuple):
    """One row and its six spans, as of the measurement's quarter."""

    row: Row
    figures: Figures
    spans: Mapping[SpanKey, Span]

    @property
    def counting(self) -> SpanKey:
        """The span by which the row enters roll-ups: the year where no quarter has a target."""
        return "to_date" if self.figures.scheduled else "year"


class Measurement(NamedTuple):
    """A measured plan; ``rules`` is the version of the rules that produced it.

    ``organisation`` is the headline: the mean over the indicators of the objectives.
    """

    rules: str
    quarter: int
    settings: Settings
    indicators: tuple[IndicatorMeasure, ...]
    elements: tuple[ElementMeasure, ...]
    levels: Mapping[Level, Mean]

    @property
    def organisation(self) -> Mean:
        """The organisation's headline, the same number as the level of its objectives."""
        return self.levels["objective"]


def measure(plan: Plan, quarter: int | None = None, settings: Settings = DEFAULT) -> Measurement:
    """Measure ``plan`` as of a quarter (1–4), by default the last one that has an actual, or 4.

    Parents must form a forest and ``same_as`` name rows of the plan, as everything
    that `renaksi.plan_json.loads` reads does. Raises `RenaksiError` for another quarter.

    For a command line: read the plan, ``measure(plan, quarter)``, then print
    ``measurement_to_json(measurement, lang)`` or, for people, each indicator's spans
    with `renaksi.measure.explain`.
    """
    rows = rows_of(plan)
    as_of = _last_reported(rows) if quarter is None else quarter
    if not 1 <= as_of <= 4:
        raise RenaksiError(
            id=f"Triwulan {as_of} tidak ada; pilih 1 sampai 4.",
            en=f"There is no quarter {as_of}; choose 1 to 4.",
        )
    upto = QUARTERS[as_of - 1]
    measured = tuple(_measured(row, upto, settings.bands) for row in rows)
    entries = [
        entry(
            found.row.indicator, found.spans[found.counting], counts_as_zero(found, as_of, settings)
        )
        for found in measured
    ]
    by_element: dict[str, list[Entry]] = {}
    for row, brought in zip(rows, entries, strict=True):
        by_element.setdefault(row.element, []).append(brought)
    return Measurement(
        RULES_VERSION,
        as_of,
        settings,
        measured,
        elements(plan.elements, by_element, settings.bands),
        levels(rows, entries, settings.bands),
    )


def _last_reported(rows: tuple[Row, ...]) -> int:
    """The last quarter for which anything but a dash was reported; 4 where there is none."""
    for number in (4, 3, 2, 1):
        key = QUARTERS[number - 1]
        if any(row.indicator.actual(key).state in ("set", "text") for row in rows):
            return number
    return 4


def _measured(row: Row, upto: str, bands: Bands) -> IndicatorMeasure:
    figures = figures_of(row.indicator)
    spans: dict[SpanKey, Span] = {
        "q1": quarter(figures, "q1", bands),
        "q2": quarter(figures, "q2", bands),
        "q3": quarter(figures, "q3", bands),
        "q4": quarter(figures, "q4", bands),
        "to_date": to_date(figures, upto, bands),
        "year": year(figures, upto, bands),
    }
    return IndicatorMeasure(row, figures, spans)


def word_of(found: IndicatorMeasure, key: SpanKey, value: Exact) -> str | None:
    """The word of the scale for a T or R that is its rank; None for numbers, sums and means."""
    if found.spans[key].formula != ORDINAL or not isinstance(value, int):
        return None
    indicator = found.row.indicator
    if key in QUARTERS or indicator.accumulation in ("last", "max"):
        return indicator.scale[-value]
    return None


def counts_as_zero(found: IndicatorMeasure, as_of: int, settings: Settings) -> bool:
    """Whether roll-ups take a row as 0 because it is late; no annual target is before Q4."""
    return (
        settings.late_as_zero
        and (found.row.element, found.row.position) not in settings.excused
        and found.spans[found.counting].state in ("awaited", "incomplete")
        and (found.counting == "to_date" or as_of == 4)
    )
