"""The rows of a plan that promise a score of an instrument, with the scale they stand on."""

from decimal import Decimal
from typing import NamedTuple

from renaksi.checks.sequence import Series, originals
from renaksi.checks.view import PlanView
from renaksi.diagnostics import Words
from renaksi.model import Indicator
from renaksi.quantity import show
from renaksi.quarter import CELLS
from renaksi.scales import (
    Edition,
    Instrument,
    Predicate,
    Scale,
    instrument_of,
    predicate,
    scale_for,
)


class Score(NamedTuple):
    """A row, the instrument whose score it promises, and the edition and scale of that year.

    ``targets`` are its numbers by cell; ``predicates`` what these are called on the scale,
    and the targets that are predicates themselves (*BB*).
    """

    series: Series
    instrument: Instrument
    edition: Edition
    scale: Scale
    targets: dict[str, Decimal]
    predicates: dict[str, Predicate]


def scores(view: PlanView) -> list[Score]:
    """The rows that promise a score, as the plan's year has its instruments."""
    return view.derived(_scores)


def _scores(view: PlanView) -> list[Score]:
    found = []
    for one in originals(view):
        indicator = one.indicator
        instrument = instrument_of(indicator.name, indicator.unit) if indicator.name else None
        edition = instrument.edition(view.plan.year) if instrument else None
        if instrument is not None and edition is not None:
            targets = dict(one.numbers)
            scale = scale_for(edition, targets.values()) if targets else edition.scales[0]
            if scale is not None:
                called = _predicates(indicator, scale)
                found.append(Score(one, instrument, edition, scale, targets, called))
    return found


def _predicates(indicator: Indicator, scale: Scale) -> dict[str, Predicate]:
    """What the targets are called on the scale, where they stand on it."""
    found = {}
    for key in CELLS:
        cell = indicator.target(key)
        if cell.value is not None:
            called = predicate(scale, cell.value)
        else:
            called = scale.named(cell.text) if cell.state == "text" and cell.text else None
        if called is not None:
            found[key] = called
    return found


def span(scale: Scale) -> Words:
    """From where to where a scale goes: ``25–100``."""
    return Words(
        f"{show(scale.floor, 'id')}–{show(scale.top, 'id')}",
        f"{show(scale.floor, 'en')}–{show(scale.top, 'en')}",
    )
