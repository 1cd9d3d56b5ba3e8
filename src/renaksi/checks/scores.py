"""The rows of a plan that promise a score of an instrument, with the scale they stand on."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renaksi.checks.sequence import Series, originals
from renaksi.checks.view import PlanView
from renaksi.diagnostics import Words
from renaksi.quantity import show
from renaksi.quarter import CELLS
from renaksi.scales import Edition, Instrument, Scale, instrument_of, scale_for


class Score(NamedTuple):
    """A row, the instrument whose score it promises, and the edition and scale of that year."""

    series: Series
    instrument: Instrument
    edition: Edition
    scale: Scale
    targets: dict[str, Decimal]


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
            values = ((cell, indicator.target(cell).value) for cell in CELLS)
            targets = {cell: value for cell, value in values if value is not None}
            scale = scale_for(edition, targets.values())
            if scale is not None:
                found.append(Score(one, instrument, edition, scale, targets))
    return found


def span(scale: Scale) -> Words:
    """From where to where a scale goes: ``25–100``."""
    return Words(
        f"{show(scale.floor, 'id')}–{show(scale.top, 'id')}",
        f"{show(scale.floor, 'en')}–{show(scale.top, 'en')}",
    )
