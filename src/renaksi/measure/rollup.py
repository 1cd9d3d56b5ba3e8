"""Roll-ups: from indicators to elements, levels, the organisation, and over organisations.

Everything is to date; an indicator none of whose quarters has a target enters with its
year instead. Only what is *measured* counts, and beside each mean stands how many were
counted of how many that were due.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from renaksi.measure.bands import Band, Bands
from renaksi.measure.figures import Exact, divided, number, of_decimal, percentage, times, total
from renaksi.measure.rows import Row
from renaksi.measure.spans import Span, accumulated
from renaksi.model import LEVELS, Accumulation, Cell, Element, Indicator, Level


class Mean(NamedTuple):
    """A mean over ``counted`` of ``of``; ``value`` is None where nothing counted.

    ``of`` leaves out only what is not scheduled.
    """

    value: Exact | None
    counted: int
    of: int
    band: Band | None


class Entry(NamedTuple):
    """What one thing brings into a mean: nothing counted yet where ``value`` is None."""

    value: Exact | None
    weight: Exact = 1
    scheduled: bool = True


class ElementMeasure(NamedTuple):
    """An element's two views, never mixed; None without indicators, without children."""

    element: str
    own: Mean | None
    children: Mean | None


def mean(entries: Iterable[Entry], bands: Bands) -> Mean:
    """The weighted mean of the entries that have a value."""
    due = [entry for entry in entries if entry.scheduled]
    counted = [(entry.value, entry.weight) for entry in due if entry.value is not None]
    weights = total([weight for _, weight in counted])
    if not weights:
        return Mean(None, len(counted), len(due), None)
    weighted = total([times(value, weight) for value, weight in counted])
    value = divided(weighted, weights)
    return Mean(value, len(counted), len(due), bands.of(value))


def entry(indicator: Indicator, span: Span, late: bool) -> Entry:
    """What an indicator brings into means, given the span by which it enters them; 0 if late."""
    weight = of_decimal(indicator.weight)
    if span.state == "measured":
        return Entry(span.capped, weight)
    if late:
        return Entry(0, weight)
    return Entry(None, weight, span.state != "not_scheduled")


def levels(rows: Sequence[Row], entries: Sequence[Entry], bands: Bands) -> dict[Level, Mean]:
    """For each level the mean over its indicators; one with several rows counts by its first."""
    chosen: dict[Level, dict[tuple[str, int], Entry]] = {level: {} for level in LEVELS}
    for row, entry in zip(rows, entries, strict=True):
        chosen[row.level].setdefault(row.identity, entry)
    return {level: mean(found.values(), bands) for level, found in chosen.items()}


def elements(
    cascade: Sequence[Element], entries: Mapping[str, Sequence[Entry]], bands: Bands
) -> tuple[ElementMeasure, ...]:
    """Each element's own achievement and that of its direct children, in document order."""
    own = {id: mean(found, bands) for id, found in entries.items()}
    below: dict[str | None, list[str]] = {}
    for element in cascade:
        below.setdefault(element.parent, []).append(element.id)
    children: dict[str, Mean] = {}
    for id in reversed(_from_the_top(cascade, below)):
        if id in below:
            means = [own.get(child) or children.get(child) for child in below[id]]
            children[id] = mean((_child(mean) for mean in means), bands)
    return tuple(ElementMeasure(e.id, own.get(e.id), children.get(e.id)) for e in cascade)


def _child(found: Mean | None) -> Entry:
    """What a child brings to its parent; one with nothing scheduled is left out of ``of``."""
    return Entry(None, 1, False) if found is None else Entry(found.value, 1, found.of > 0)


def _from_the_top(
    cascade: Sequence[Element], below: Mapping[str | None, Sequence[str]]
) -> list[str]:
    """The ids so that every parent comes before its children."""
    ids = {element.id for element in cascade}
    order = [e.id for e in cascade if e.parent is None or e.parent not in ids]
    for id in order:
        order.extend(below.get(id, ()))
    return order


def over_organisations(headlines: Iterable[Mean], bands: Bands) -> Mean:
    """A government's, a province's or the nation's figure: the plain mean over organisations."""
    return mean((_child(headline) for headline in headlines), bands)


class Together(NamedTuple):
    """One indicator's value put together from ``counted`` of ``of`` organisations."""

    value: Exact | None
    counted: int
    of: int


def together(cells: Sequence[Cell], across: Accumulation | None = None) -> Together:
    """The same indicator's cells of several organisations as one value.

    Where every reported cell keeps numerator and denominator it is Σn / Σd × 100,
    else the values by ``across`` (sum, average or max); without it there is none.
    """
    reported = [cell for cell in cells if cell.state == "set"]
    ratios = [
        (cell.numerator, cell.denominator)
        for cell in reported
        if cell.numerator is not None and cell.denominator is not None
    ]
    if ratios and len(ratios) == len(reported):
        return Together(percentage(ratios), len(reported), len(cells))
    values = [value for value in map(number, reported) if value is not None]
    value: Exact | None = None
    if values and across in ("sum", "average", "max"):
        value = accumulated(across, values)
    return Together(value, len(values), len(cells))
