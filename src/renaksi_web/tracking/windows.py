"""Reporting windows: when a quarter opens, is due and closes. The office's admin sets them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.db import transaction

from renaksi.quarter import QUARTERS, ROMAN
from renaksi_web import clock
from renaksi_web.accounts.locks import lock_office
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.refusals import Refused
from renaksi_web.tracking.models import ReportingWindow

USUAL_DUE: Final = 10  # the tenth after the quarter's end, and as long again until it closes
USUAL_CLOSE: Final = 31


class Dates(NamedTuple):
    """The three days of one quarter's window."""

    opens: date
    due: date
    closes: date


def windows(member: Member, year: int) -> dict[str, ReportingWindow]:
    """The year's windows by quarter; one query."""
    require(member, "entry.view")
    rows = ReportingWindow.objects.filter(organisation=member.organisation, year=year)
    return {row.quarter: row for row in rows}


def usual(year: int) -> dict[str, Dates]:
    """What most offices do: open on the quarter's last day but six, due ten days after its end."""
    found = {}
    for number, quarter in enumerate(QUARTERS, 1):
        after = date(year + number // 4, number * 3 % 12 + 1, 1)
        found[quarter] = Dates(
            after - timedelta(days=7),
            after + timedelta(days=USUAL_DUE - 1),
            after + timedelta(days=USUAL_CLOSE - 1),
        )
    return found


def set_windows(*, by: Member, year: int, dates: Mapping[str, Dates]) -> None:
    """Set the windows of these quarters; what a person has already reported stays."""
    require(by, "window.set")
    for quarter, days in dates.items():
        if not days.opens <= days.due <= days.closes:
            raise Refused(
                id=f"{ROMAN[quarter]}: tanggal buka, batas, dan tutup harus berurutan.",
                en=f"{ROMAN[quarter]}: it must open, be due and close in that order.",
            )
    with transaction.atomic():
        lock_office(by)
        known = {
            row.quarter: row
            for row in ReportingWindow.objects.filter(organisation=by.organisation, year=year)
        }
        before = {quarter: _told(known[quarter]) for quarter in dates if quarter in known}
        rows = [
            ReportingWindow(organisation=by.organisation, year=year, quarter=key, **days._asdict())
            for key, days in dates.items()
        ]
        ReportingWindow.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["organisation", "year", "quarter"],
            update_fields=["opens", "due", "closes"],
        )
        after = {key: _told(days) for key, days in dates.items()}
        record(
            by=by,
            act="window.set",
            on=by.organisation,
            subject=f"Jadwal pelaporan {year}",
            before=before,
            after=after,
        )


def _told(days: Dates | ReportingWindow) -> dict[str, str]:
    return {key: getattr(days, key).isoformat() for key in Dates._fields}


def refuse_outside(window: ReportingWindow | None, quarter: str) -> None:
    """Refuse to report before the window opens, after it closes, or where there is none."""
    name, today = ROMAN[quarter], clock.today()
    if window is None:
        raise Refused(
            id=f"Jadwal pelaporan {name} belum diatur; minta admin kantor mengaturnya.",
            en=f"No reporting window is set for {name}; ask the admin of your office.",
        )
    if today < window.opens:
        raise Refused(
            id=f"Pelaporan {name} baru dibuka {_day(window.opens)}.",
            en=f"Reporting of {name} opens on {window.opens.isoformat()}.",
        )
    if today > window.closes:
        raise Refused(
            id=f"Pelaporan {name} ditutup {_day(window.closes)}; minta admin memperpanjangnya.",
            en=f"Reporting of {name} closed on {window.closes.isoformat()}; ask the admin.",
        )


_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
