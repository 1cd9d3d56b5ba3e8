"""Reading what an office's papers carry: as it was entered, as the documents need it, its logo."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Prefetch

from renaksi.reports.office import Office, Official
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.selectors import leader
from renaksi_web.files.selectors import content
from renaksi_web.offices.models import OfficeData, Signatory, StaffMember
from renaksi_web.refusals import NotFound

_NOBODY = Official()


class Entered(NamedTuple):
    """What was entered; an unsaved row of version 0 where nothing was."""

    data: OfficeData
    signatories: dict[str, Signatory]
    staff: tuple[StaffMember, ...] = ()


class Logo(NamedTuple):
    """A logo as it was given."""

    data: bytes
    media_type: str


def entered(member: Member) -> Entered:
    """The office's data as entered; at most three queries."""
    require(member, "organisation.view")
    rows = OfficeData.objects.filter(organisation=member.organisation)
    data = (
        rows.select_related("logo", "word_template", "changed_by")
        .prefetch_related("signatories", Prefetch("staff", StaffMember.objects.order_by("place")))
        .first()
    )
    if data is None:
        return Entered(OfficeData(organisation=member.organisation), {})
    rows_by_part = {row.part: row for row in data.signatories.all()}
    return Entered(data, rows_by_part, tuple(data.staff.all()))


def logo(member: Member) -> Logo:
    """The office's logo; `NotFound` where there is none."""
    data = entered(member).data
    if data.logo is None:
        raise NotFound
    return Logo(content(member, data.logo), data.logo.media_type)


def word_template(member: Member) -> bytes:
    """The office's own Word file; `NotFound` where there is none."""
    data = entered(member).data
    if data.word_template is None:
        raise NotFound
    return content(member, data.word_template)


def office_of(member: Member) -> Office:
    """The office as its documents print it.

    Where no head was entered, the one person who leads the office on the site stands there.
    """
    organisation = member.organisation
    data, rows, below = entered(member)
    people: dict[str, Any] = {part: _official(row) for part, row in rows.items()}
    head = people.get("head", _NOBODY)
    secretary = people.get("secretary", _NOBODY)
    contact = (f"Telepon {data.telephone}" if data.telephone else "", data.contact)
    return Office(
        government=data.government or organisation.government.name,
        name=data.name or organisation.name,
        address=data.address,
        contact=", ".join(part for part in contact if part),
        place=data.place,
        head=head if head.name else _leading(member, head),
        superior=people.get("superior", _NOBODY),
        planner=people.get("planner", _NOBODY),
        staff=(*((secretary,) if secretary.name else ()), *map(_below, below)),
        logo=content(member, data.logo) if data.logo else b"",
        word_template=content(member, data.word_template) if data.word_template else b"",
    )


def _official(row: Signatory) -> Official:
    return Official(row.name, row.position, row.nip, row.rank, row.elected)


def _below(row: StaffMember) -> Official:
    return Official(row.name, row.position, row.nip, row.rank, superior=row.superior)


def positions(member: Member) -> list[str]:
    """The positions of the head and of everybody below, as their office entered them."""
    office = office_of(member)
    return [one.position for one in (office.head, *office.staff) if one.position]


def _leading(member: Member, entered: Official) -> Official:
    """The head of the office as the site knows them."""
    organisation, head = member.organisation, leader(member)
    position = entered.position or (head.position if head else "") or organisation.head
    if head is None:
        return entered._replace(position=position)
    return entered._replace(name=head.name, position=position, nip=entered.nip or head.nip or "")
