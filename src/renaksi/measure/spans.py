"""Spans: what T and R are in a quarter, to date and in the year, and the state each is in.

Every span is seen as of a quarter: actuals after it are left out of *to date* and
*year*. A quarter is scheduled when its target is a number (0 included). On an
indicator with a scale, a word of the scale is the number of its rank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

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
    where only the year has a target).
    """

    state: SpanState
    target: Exact | None = None
    actual: Exact | None = None
    raw: Exact | None = None
    capped: Exact | None = None
    band: Band | None = None
    missing: tuple[str, ...] = ()


class Figures(NamedTuple):
    """The numbers of one row by cell key; a cell that means no number is absent.

    ``scheduled`` are the quarters whose target is a number, ``words`` the keys whose
    target is in words that no scale explains.
    """

    indicator: Indicator
    targets: Mapping[str, Exact]
    actuals: Mapping[str, Exact]
    scheduled: tuple[str, ...]
    words: frozenset[str]
    formula: str
    cap: Exact | None


def figures_of(indicator: Indicator) -> Figures:
    """The numbers of an indicator: ranks, where its targets are words of its scale."""
    ranks = _ranks(indicator)
    targets = _numbers(indicator.targets, ranks)
    return Figures(
        indicator,
        targets,
        _numbers(indicator.actuals, ranks),
        tuple(key for key in QUARTERS if key in targets),
        frozenset(
            key
            for key, cell in indicator.targets.items()
            if key not in targets and cell.state in ("set", "text")
        ),
        formula_of(indicator, bool(ranks)),
        None if indicator.cap is None else of_decimal(indicator.cap),
    )


def _ranks(indicator: Indicator) -> Mapping[str, int]:
    """Rank by word, from 1 at the worst; empty unless some target is a word of the scale."""
    ranks = {_word(word): rank for rank, word in enumerate(reversed(indicator.scale), 1)}
    ordinal = any(
        cell.state == "text" and _word(cell.text) in ranks for cell in indicator.targets.values()
    )
    return ranks if ordinal else {}


def _word(text: str | None) -> str:
    return (text or "").strip().casefold()


def _numbers(cells: Mapping[str, Cell], ranks: Mapping[str, int]) -> dict[str, Exact]:
    """The cells that mean a number, or a rank, by key."""
    numbers: dict[str, Exact] = {}
    for key in CELLS:
        cell = cells.get(key)
        if cell is not None:
            value = ranks.get(_word(cell.text)) if ranks else number(cell)
            if value is not None:
                numbers[key] = value
    return numbers


def accumulated(accumulation: Accumulation, values: Sequence[Exact]) -> Exact:
    """Several quarters' values as one, by the indicator's accumulation over time."""
    if accumulation == "last":
        return values[-1]
    if accumulation == "sum":
        return total(values)
    if accumulation == "average":
        return mean(values)
    return max(values)


def word_of(figures: Figures, key: str, value: Exact) -> str | None:
    """The word of the scale that a rank stands for; None for numbers, sums and means."""
    scale = figures.indicator.scale
    if figures.formula != ORDINAL or not isinstance(value, int) or not 1 <= value <= len(scale):
        return None
    if key in QUARTERS or figures.indicator.accumulation in ("last", "max"):
        return scale[-value]
    return None


def quarter(figures: Figures, key: str, bands: Bands) -> Span:
    """One quarter by itself: its own target against its own actual."""
    target, actual = figures.targets.get(key), figures.actuals.get(key)
    if target is not None:
        return Span("awaited", target) if actual is None else _span(figures, target, actual, bands)
    reported = figures.indicator.actual(key).state in ("set", "text")
    if key in figures.words:
        return Span("undefined" if reported else "awaited", None, actual)
    if reported or figures.indicator.target(key).state == "missing":
        return Span("without_target", None, actual)
    return Span("not_scheduled")


def to_date(figures: Figures, upto: str, bands: Bands) -> Span:
    """Targets and actuals from the first quarter up to ``upto``."""
    indicator, targets, actuals, every_scheduled, words, _, _ = figures
    accumulation = indicator.accumulation
    reported = [key for key in QUARTERS if key <= upto and key in actuals]
    scheduled = [key for key in every_scheduled if key <= upto]
    if not scheduled:
        actual = accumulated(accumulation, [actuals[key] for key in reported]) if reported else None
        if not every_scheduled and (YEAR in targets or YEAR in words):
            return Span("without_target", None, actual)
        return _unscheduled(figures, [key for key in QUARTERS if key <= upto], actual)
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
        return Span("awaited", accumulated(accumulation, [targets[key] for key in scheduled]))
    return _span(
        figures,
        accumulated(accumulation, [targets[key] for key in paired]),
        accumulated(accumulation, [actuals[key] for key in counted]),
        bands,
        missing,
    )


def year(figures: Figures, upto: str, bands: Bands) -> Span:
    """The whole year's target against what has been reported up to the quarter ``upto``."""
    indicator, targets, actuals, scheduled, words, _, _ = figures
    reported = [key for key in QUARTERS if key <= upto and key in actuals]
    annual = actuals.get(YEAR) if upto == QUARTERS[-1] else None
    actual = annual
    if annual is None and reported:
        actual = accumulated(indicator.accumulation, [actuals[key] for key in reported])
    target = targets.get(YEAR)
    if YEAR in words:
        return Span("awaited" if actual is None else "undefined", None, actual)
    if target is None and not scheduled:
        return _unscheduled(figures, QUARTERS, actual)
    if target is None:
        target = accumulated(indicator.accumulation, [targets[key] for key in scheduled])
    if actual is None:
        return Span("awaited", target)
    if annual is not None:
        missing: tuple[str, ...] = ()
    elif not scheduled:
        missing = () if QUARTERS[-1] in reported else (YEAR,)
    elif indicator.accumulation == "last":
        missing = _missing_last(scheduled, reported)
    else:
        missing = tuple(key for key in scheduled if key not in reported)
    return _span(figures, target, actual, bands, missing)


def _missing_last(scheduled: Sequence[str], reported: Sequence[str]) -> tuple[str, ...]:
    """The newest scheduled quarter, where neither it nor a later one has an actual."""
    newest = scheduled[-1]
    return () if reported and reported[-1] >= newest else (newest,)


def _unscheduled(figures: Figures, keys: Sequence[str], actual: Exact | None) -> Span:
    """A span none of whose quarters is scheduled; a lost target must not vanish from it."""
    if actual is not None:
        in_words = any(key in figures.words for key in keys)
        return Span("undefined" if in_words else "without_target", None, actual)
    lost = any(figures.indicator.target(key).state == "missing" for key in keys)
    return Span("without_target" if lost else "not_scheduled")


def _span(
    figures: Figures, target: Exact, actual: Exact, bands: Bands, missing: tuple[str, ...] = ()
) -> Span:
    """The span whose T and R are known: measured or incomplete, where the formula is defined."""
    raw = achievement(figures.formula, target, actual)
    if raw is None:
        return Span("undefined", target, actual)
    state: SpanState = "incomplete" if missing else "measured"
    return Span(state, target, actual, raw, capped(raw, figures.cap), bands.of(raw), missing)
