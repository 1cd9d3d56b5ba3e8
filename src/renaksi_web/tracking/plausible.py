"""The range in which an actual is plausible, and who assesses an indicator once a year.

Neither refuses anything: a figure outside the range is asked about, and an indicator that
others assess is not called late.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renaksi import model
from renaksi.scales import IKM, instrument_of, scale_for
from renaksi_web.plans.models import Indicator
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


def assessed_yearly(row: Indicator) -> bool:
    """Whether it is assessed once a year: stated, or known of its instrument (SAKIP)."""
    instrument = instrument_of(row.name or "", row.unit)
    by_instrument = instrument is not None and instrument.yearly and instrument != IKM
    return row.frequency == Indicator.Frequency.YEARLY or by_instrument


def is_due(row: Indicator, quarter: str) -> bool:
    """Whether the office itself must report it in this quarter, where it has a target."""
    if assessed_yearly(row):
        return quarter == "q4"
    if row.frequency == Indicator.Frequency.HALF_YEARLY:
        return quarter in ("q2", "q4")
    return True
