"""Spans: what T and R are in a quarter, to date and in the year, and the state each is in.

Every span is seen as of a quarter: actuals after it are left out of *to date* and
*year*. A quarter is scheduled when its target is a number (0 included). On an
indicator with a scale, a word of the scale is the number of its rank; ranks are
compared with ranks alone.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from renaksi.measure.bands import Band, Bands
from renaksi.measure.figures import Exact, mean, number, of_decimal, total
from renaksi.measure.formulas import ORDINAL, achievement, capped, formula_of
from renaksi.model import Accumulation, Cell, Indicator
from renaksi.quarter import CELLS, QUARTERS, YEAR

SpanState = Literal[
    "measured", "incomplete", "not_scheduled", "awaited", "without_target", "undefined"
]


class Span(NamedTuple):
    """T, R and the achievement over one span; ``raw`` and ``capped`` are in per cent.

    ``missing`` names the quarters whose actual an incomplete span lacks (``year``
    where only the year has a target). With the formula `ORDINAL`, T and R are ranks.
    """

    state: SpanState
    target: Exact | None = None
    actual: Exact | None = None
    formula: str | None = None
    raw: Exact | None = None
    capped: Exact | None = None
    band: Band | None = None
    missing: tuple[str, ...] = ()


class Figures(NamedTuple):
    """The numbers of one row by cell key; a cell that means no number is absent.

    ``scheduled`` are the quarters whose target is a number, ``words`` the keys whose
    target is in words that no scale explains. ``ranked_targets`` and ``ranked_actuals``
    are the keys whose number is the rank of a word.
    """

    indicator: Indicator
    targets: Mapping[str, Exact]
    actuals: Mapping[str, Exact]
    scheduled: tuple[str, ...]
    words: frozenset[str]
    formula: str
    cap: Exact | None
    ranked_targets: frozenset[str]
    ranked_actuals: frozenset[str]


_NONE: Final[frozenset[str]] = frozenset()


def figures_of(indicator: Indicator) -> Figures:
    """The numbers of an indicator, with ranks for the words of its scale."""
    targets, ranked_targets = _numbers(indicator.targets, indicator.scale)
    actuals, ranked_actuals = _numbers(indicator.actuals, indicator.scale)
    return Figures(
        indicator,
        targets,
        actuals,
        tuple([key for key in QUARTERS if key in targets]),
        frozenset(
            [
                key
                for key, cell in indicator.targets.items()
                if key not in targets and cell.state in ("set", "text")
            ]
        ),
        formula_of(indicator),
        None if indicator.cap is None else of_decimal(indicator.cap),
        ranked_targets,
        ranked_actuals,
    )


def _numbers(
    cells: Mapping[str, Cell], scale: Sequence[str]
) -> tuple[dict[str, Exact], frozenset[str]]:
    """The cells that mean a number, by key, and which of these are ranks."""
    numbers: dict[str, Exact] = {}
    for key in CELLS:
        cell = cells.get(key)
        if cell is not None and (value := number(cell)) is not None:
            numbers[key] = value
    if not scale:
        return numbers, _NONE
    ranks = {_word(word): rank for rank, word in enumerate(reversed(scale), 1)}
    ranked = {
        key: ranks[_word(cell.text)]
        for key, cell in cells.items()
        if key in CELLS and cell.state == "text" and _word(cell.text) in ranks
    }
    return numbers | ranked, frozenset(ranked)


def _word(text: str | None) -> str:
    return (text or "").strip().casefold()


def accumulated(accumulation: Accumulation, values: Sequence[Exact]) -> Exact:
    """Several quarters' values as one, by the indicator's accumulation over time."""
    if accumulation == "last" or len(values) == 1:
        return values[-1]
    if accumulation == "sum":
        return total(values)
    if accumulation == "average":
        return mean(values)
    return max(values)


def quarter(figures: Figures, key: str, bands: Bands) -> Span:
    """One quarter by itself: its own target against its own actual."""
    reported = [key] if key in figures.actuals else []
    if key in figures.targets and reported:
        return _span(figures, [key], reported, bands)
    if key in figures.targets:
        # An actual that is set and yet no number is a ratio whose base is 0.
        no_base = figures.indicator.actual(key).state == "set"
        return _unreported(figures, "undefined" if no_base else "awaited", [key])
    typed = figures.indicator.actual(key).state in ("set", "text")
    if key in figures.words:
        return _unmeasured(figures, "undefined" if typed else "awaited", reported)
    if typed or figures.indicator.target(key).state == "missing":
        return _unmeasured(figures, "without_target", reported)
    return Span("not_scheduled")


def to_date(figures: Figures, upto: str, bands: Bands) -> Span:
    """Targets and actuals from the first quarter up to ``upto``."""
    accumulation, actuals = figures.indicator.accumulation, figures.actuals
    reported = [key for key in QUARTERS if key <= upto and key in actuals]
    scheduled = [key for key in figures.scheduled if key <= upto]
    if not scheduled:
        if not figures.scheduled and (YEAR in figures.targets or YEAR in figures.words):
            return _unmeasured(figures, "without_target", reported)
        return _unscheduled(figures, [key for key in QUARTERS if key <= upto], reported)
    if accumulation == "last":
        # A score counts in whatever quarter it arrives, against the target then in force.
        paired = [key for key in scheduled if reported and key <= reported[-1]]
        counted = reported
        missing = _missing_last(scheduled, reported)
    else:
        paired = [key for key in scheduled if key in actuals]
        # Work done early or late counts in a sum, whatever quarter it was planned for.
        counted = reported if accumulation == "sum" else paired
        missing = tuple(key for key in scheduled if key not in actuals)
    if not paired:
        return _unreported(figures, "awaited", scheduled)
    return _span(figures, paired, counted, bands, missing)


def year(figures: Figures, upto: str, bands: Bands) -> Span:
    """The whole year's target against what has been reported up to the quarter ``upto``."""
    scheduled: Sequence[str] = figures.scheduled
    annual = upto == QUARTERS[-1] and YEAR in figures.actuals
    reported = [key for key in QUARTERS if key <= upto and key in figures.actuals]
    counted = [YEAR] if annual else reported
    if YEAR in figures.words:
        return _unmeasured(figures, "undefined" if counted else "awaited", counted)
    planned = [YEAR] if YEAR in figures.targets else scheduled
    if not planned:
        return _unscheduled(figures, QUARTERS, counted)
    if not counted:
        return _unreported(figures, "awaited", planned)
    if annual:
        missing: tuple[str, ...] = ()
    elif not scheduled:
        missing = () if QUARTERS[-1] in reported else (YEAR,)
    elif figures.indicator.accumulation == "last":
        missing = _missing_last(scheduled, reported)
    else:
        missing = tuple(key for key in scheduled if key not in reported)
    return _span(figures, planned, counted, bands, missing)


def _missing_last(scheduled: Sequence[str], reported: Sequence[str]) -> tuple[str, ...]:
    """The newest scheduled quarter, where neither it nor a later one has an actual."""
    newest = scheduled[-1]
    return () if reported and reported[-1] >= newest else (newest,)


def _span(
    figures: Figures,
    planned: Sequence[str],
    reported: Sequence[str],
    bands: Bands,
    missing: tuple[str, ...] = (),
) -> Span:
    """The span over these targets and actuals: measured or incomplete, where it is defined."""
    target, formula = _together(figures, figures.targets, figures.ranked_targets, planned)
    actual, other = _together(figures, figures.actuals, figures.ranked_actuals, reported)
    if target is None or actual is None or formula != other:
        return Span(
            "undefined",
            None if formula == ORDINAL else target,
            None if other == ORDINAL else actual,
        )
    raw = achievement(formula, target, actual)
    if raw is None:
        return Span("undefined", target, actual, formula)
    state: SpanState = "incomplete" if missing else "measured"
    return Span(
        state, target, actual, formula, raw, capped(raw, figures.cap), bands.of(raw), missing
    )


def _together(
    figures: Figures, values: Mapping[str, Exact], ranked: frozenset[str], keys: Sequence[str]
) -> tuple[Exact | None, str]:
    """The values of ``keys`` as one, and the formula that compares such; None for a mixture."""
    formula, accumulation = figures.formula, figures.indicator.accumulation
    if accumulation == "last":
        keys = keys[-1:]
    if len(keys) == 1:
        return values[keys[0]], ORDINAL if keys[0] in ranked else formula
    if ranked and not ranked.isdisjoint(keys):
        if not ranked.issuperset(keys):
            return None, ORDINAL
        formula = ORDINAL
    return accumulated(accumulation, [values[key] for key in keys]), formula


def _unreported(figures: Figures, state: SpanState, planned: Sequence[str]) -> Span:
    """Targets for which no number is reported."""
    target, formula = _together(figures, figures.targets, figures.ranked_targets, planned)
    return Span(state, target, None, formula)


def _unmeasured(figures: Figures, state: SpanState, reported: Sequence[str]) -> Span:
    """A span without a target in numbers; what was reported is kept and shown."""
    if not reported:
        return Span(state)
    actual, formula = _together(figures, figures.actuals, figures.ranked_actuals, reported)
    return Span(state, None, actual, formula)


def _unscheduled(figures: Figures, keys: Sequence[str], reported: Sequence[str]) -> Span:
    """A span none of whose quarters is scheduled; a lost target must not vanish from it."""
    if reported:
        in_words = any(key in figures.words for key in keys)
        return _unmeasured(figures, "undefined" if in_words else "without_target", reported)
    lost = any(figures.indicator.target(key).state == "missing" for key in keys)
    return Span("without_target" if lost else "not_scheduled")
