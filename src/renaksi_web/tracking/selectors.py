"""Reading what was reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import cast

from renaksi.model import Cell, State
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.tracking.models import Entry


def entries(member: Member, year: int, quarter: str | None = None) -> list[Entry]:
    """The office's entries of a year or of one quarter; one query."""
    require(member, "entry.view")
    rows = Entry.objects.filter(organisation=member.organisation, year=year)
    return list(rows.filter(quarter=quarter) if quarter else rows)


def actuals(
    member: Member, year: int, states: Collection[str] = tuple(Entry.State)
) -> dict[int, dict[str, Cell]]:
    """Actuals by series and quarter, of entries in these states, for `plans.mapping.load`."""
    found: dict[int, dict[str, Cell]] = defaultdict(dict)
    for entry in entries(member, year):
        if entry.state in states and entry.cell_state != "missing":
            found[entry.series_id][entry.quarter] = cell_of(entry)
    return dict(found)


def cell_of(entry: Entry) -> Cell:
    """What was reported, as a value of the model."""
    return Cell(
        cast(State, entry.cell_state),
        entry.value,
        entry.text,
        numerator=entry.numerator,
        denominator=entry.denominator,
    )
