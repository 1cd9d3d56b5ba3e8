"""In which quarters the office itself must report an indicator, and what it is held against there.

An indicator that is assessed once a year, or each half-year, is neither awaited nor late in
the other quarters, whatever targets the paper prints for them. Where only the year has a
target, the year's value is entered in the fourth quarter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from renaksi import model
from renaksi.quarter import QUARTERS, YEAR, ordinal
from renaksi.scales import IKM, instrument_of
from renaksi_web.plans.mapping import Loaded
from renaksi_web.plans.models import Indicator

Unassessed = Literal["", "yearly", "half_yearly"]

_PLANNED = ("set", "text")


def assessed_yearly(row: Indicator) -> bool:
    """Whether it is assessed once a year: stated, or known of its instrument (SAKIP)."""
    if row.frequency != Indicator.Frequency.QUARTERLY:
        return row.frequency == Indicator.Frequency.YEARLY
    instrument = instrument_of(row.name or "", row.unit)
    return instrument is not None and instrument.yearly and instrument != IKM


def unassessed(row: Indicator, quarter: str) -> Unassessed:
    """Why nothing is asked of the office in this quarter; empty where it must report."""
    if assessed_yearly(row):
        return "" if quarter == "q4" else "yearly"
    if row.frequency == Indicator.Frequency.HALF_YEARLY and quarter not in ("q2", "q4"):
        return "half_yearly"
    return ""


def held_against(row: Indicator, indicator: model.Indicator, quarter: str) -> str:
    """The cell whose target a quarter's actual is held against: its own, or in Q4 the year's.

    The year's where no quarter is planned, or where it is assessed yearly and Q4 is lost.
    """
    if quarter != "q4" or indicator.target(YEAR).state not in _PLANNED:
        return quarter
    planned = [key for key in QUARTERS if indicator.target(key).state in _PLANNED]
    lost = indicator.target("q4").state == "missing" and assessed_yearly(row)
    return YEAR if not planned or lost else quarter


def is_due(row: Indicator, indicator: model.Indicator, quarter: str) -> bool:
    """Whether the office must report it in this quarter."""
    target = indicator.target(held_against(row, indicator, quarter))
    return target.state in _PLANNED and not unassessed(row, quarter)


def excused(
    found: Loaded, reported: Mapping[int, Collection[str]], quarter: str
) -> frozenset[tuple[str, int]]:
    """The rows that are not late as of a quarter, where nothing reported may count as 0.

    ``reported`` has for each series the quarters in which something was.
    """
    upto = QUARTERS[: ordinal(quarter)]
    return frozenset(
        (element.id, position)
        for element in found.plan.elements
        for position, indicator in enumerate(element.indicators)
        if not _is_late(found.indicators[element.id, position], indicator, reported, upto)
    )


def _is_late(
    row: Indicator,
    indicator: model.Indicator,
    reported: Mapping[int, Collection[str]],
    upto: Collection[str],
) -> bool:
    there = reported.get(row.series_id, ())
    return YEAR not in there and any(
        key not in there and is_due(row, indicator, key) for key in upto
    )
