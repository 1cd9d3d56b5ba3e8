"""The range in which an actual is plausible: a figure outside it is asked about, never refused."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renaksi import model
from renaksi.scales import instrument_of, scale_for
from renaksi_web.tracking.typed import is_percent


class Range(NamedTuple):
    """From ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def holds(self, value: Decimal | None) -> bool:
        """Whether a value is plausible; nothing always is."""
        return value is None or self.low <= value <= self.high


def plausible(indicator: model.Indicator, year: int | None, quarter: str) -> Range | None:
    """A scale's ends, 0–100 for a percentage, else up to twice what was ever planned or reached.

    None where nothing is known of the indicator.
    """
    known = [cell.value for cell in indicator.targets.values() if cell.value is not None]
    known += [
        cell.value
        for key, cell in indicator.actuals.items()
        if cell.value is not None and key != quarter
    ]
    instrument = instrument_of(indicator.name or "", indicator.unit)
    edition = instrument.edition(year) if instrument else None
    scale = scale_for(edition, known) if edition else None
    if scale is not None:
        return Range(min([scale.floor, *known]), scale.top)
    if is_percent(indicator.unit):
        return Range(Decimal(0), max([Decimal(100), *known]))
    if not known:
        return None
    return Range(min(Decimal(0), *known), 2 * max([abs(value) for value in known]))
