"""Two offices with their people, a plan and clients, for every test of the web package."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from django.test import Client

from renaksi import model
from renaksi_web import clock
from renaksi_web.accounts import services
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Government, Organisation, Role
from renaksi_web.plans import mapping
from renaksi_web.plans.models import Indicator, Plan
from renaksi_web.tracking.reporting import Change, fill_in
from renaksi_web.tracking.selectors import entries
from renaksi_web.tracking.windows import set_windows, usual

PASSWORD: Final = "kemangkon maju 2022"  # noqa: S105
DAY: Final = date(2022, 7, 4)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# The smallest whole PNG: one grey pixel.
PIXEL: Final = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + _chunk(b"IEND", b"")
)


class Office(NamedTuple):
    """An organisation with one person for each role, and one who has all."""

    organisation: Organisation
    operator: Member
    verifikator: Member
    pimpinan: Member
    admin: Member

    def members(self) -> tuple[Member, ...]:
        """The four people."""
        return (self.operator, self.verifikator, self.pimpinan, self.admin)


def found(name: str, government: str) -> Office:
    """An office with its people: ``operator.kemangkon`` and so on."""
    with clock.set_to(DAY):
        seat, _ = Government.objects.get_or_create(name=government)
        organisation = services.found_organisation(government=seat, name=name)
        people = [hire(organisation, role.value, [role]) for role in Role]
    return Office(organisation, *people)


def hire(organisation: Organisation, first: str, roles: Iterable[str]) -> Member:
    """One person with these roles."""
    user = services.add_user(
        username=f"{first}.{organisation.slug}", name=first.title(), password=PASSWORD
    )
    services.give(user, organisation, roles)
    return Member(user, organisation, frozenset(roles))


def client_of(member: Member) -> Client:
    """A signed-in browser."""
    client = Client()
    client.force_login(member.user, backend="renaksi_web.accounts.backends.NameNipOrNik")
    return client


def indicator(name: str, *targets: int | str | None, **more: object) -> model.Indicator:
    """An indicator with quarterly targets: a number, a dash, or None for a lost one."""
    cells: dict[str, model.Cell] = {}
    for key, target in zip(("q1", "q2", "q3", "q4"), targets, strict=False):
        if target == "-":
            cells[key] = model.Cell("not_scheduled", text="-")
        elif target is not None:
            cells[key] = model.Cell("set", Decimal(target), str(target))
    given = {"unit": "Dokumen", "accumulation": "sum", "targets": cells} | more
    return model.Indicator(name, **given)  # type: ignore[arg-type]


def small_plan() -> model.Plan:
    """One goal with its cascade down to two sub-activities; six indicators, two the same."""
    shared = "Persentase dokumen tepat waktu"
    levels = (
        ("t", "goal", None, [indicator("IKM", 40, 60, 70, 86, accumulation="last", unit="Nilai")]),
        ("s", "objective", "t", [indicator("Nilai SAKIP", "-", "-", "-", 62, accumulation="last")]),
        ("p", "program", "s", [indicator(shared, 25, 50, 75, 100, same_as=(("k", 0),))]),
        ("k", "activity", "p", [indicator(shared, 25, 50, 75, 100, same_as=(("p", 0),))]),
        ("a", "subactivity", "k", [indicator("Dokumen Renja", 1, "-", "-", "-")]),
        ("b", "subactivity", "k", [indicator("Rapat", 10, 10, None, 10, unit="Orang")]),
    )
    return model.Plan(
        elements=tuple(
            model.Element(id, level, f"Nama {id}", parent=parent, indicators=tuple(indicators))  # type: ignore[arg-type]
            for id, level, parent, indicators in levels
        ),
        title="RENCANA AKSI TAHUN 2022",
        year=2022,
    )


def plan_of(office: Office, plan: model.Plan | None = None, status: str = "set") -> Plan:
    """A stored plan of the office, set by its head unless told otherwise."""
    plan = plan or small_plan()
    who, at = office.operator.user, clock.now()
    row = Plan.objects.create(
        organisation=office.organisation,
        year=plan.year or 2022,
        kind=plan.kind,
        title=plan.title,
        status=status,
        created_by=who,
        created_at=at,
        changed_by=who,
        changed_at=at,
        set_by=office.pimpinan.user if status == "set" else None,
        set_at=at if status == "set" else None,
    )
    mapping.store(plan, row)
    return row


def long_plan(count: int, year: int = 2022) -> model.Plan:
    """So many indicators on one goal, each with 1, 2, 3, 4 as its targets."""
    rows = tuple(indicator(f"Indikator {n}", 1, 2, 3, 4) for n in range(1, count + 1))
    goal = model.Element("t", "goal", "Tujuan kantor", indicators=rows)
    return model.Plan((goal,), year=year)


def windows_of(office: Office, year: int = 2022) -> None:
    """The usual windows of a year: opened before a quarter's end, due on the tenth after it."""
    set_windows(by=office.admin, year=year, dates=usual(year))


def series_of(plan: Plan) -> list[int]:
    """The plan's series in document order, each once."""
    rows = Indicator.objects.filter(element__plan=plan).order_by("element__position", "position")
    return list(dict.fromkeys(rows.values_list("series_id", flat=True)))


def reported_plan(office: Office, actuals: Mapping[int, str]) -> Plan:
    """The plan in force, with these actuals of the second quarter by their place in the plan."""
    plan = plan_of(office)
    windows_of(office)
    series = series_of(plan)
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series[at]: text for at, text in actuals.items()})
    return plan


def report_cells(member: Member, quarter: str, values: dict[int, str], year: int = 2022) -> None:
    """Report values by series, over whatever is there."""
    known = {e.series_id: e.version for e in entries(member, year, quarter)}
    changes = [Change(series, text, known.get(series, 0)) for series, text in values.items()]
    outcomes = fill_in(by=member, year=year, quarter=quarter, changes=changes)
    assert set(outcomes.values()) == {None}, outcomes
