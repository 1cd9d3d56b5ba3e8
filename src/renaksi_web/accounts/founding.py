"""Adding offices to a government whose installation is in use already, one or forty-five at once.

An administrator who adds an office is its first administrator: so bundles, the queue of files
and every other act on several offices reach it through the same memberships as any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from django.db import transaction

from renaksi_web.accounts.locks import lock_government
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Organisation, Role
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.services import found_organisation, give
from renaksi_web.audit.services import record
from renaksi_web.refusals import Refused

_LONGEST: Final = {"name": 200, "code": 30, "head": 60}


class NewOffice(NamedTuple):
    """An office as it is called; ``head`` is the title of its head, empty for the usual one."""

    name: str
    code: str = ""
    head: str = ""


class Founded(NamedTuple):
    """The offices that are new, and the names of those that were there already."""

    new: tuple[Organisation, ...]
    known: tuple[str, ...]


def found_offices(*, by: Member, offices: Iterable[NewOffice]) -> Founded:
    """Add offices to the government of ``by``, all of them or none; known names are left alone."""
    require(by, "organisation.manage")
    wanted = [_checked(office, number) for number, office in enumerate(offices, 1)]
    if not wanted:
        raise Refused(id="Sebutkan sedikitnya satu kantor.", en="Name at least one office.")
    with transaction.atomic():
        lock_government(by)
        government = by.organisation.government
        there = {
            name.casefold() for name in government.organisations.values_list("name", flat=True)
        }
        new, known = [], []
        for office in wanted:
            if office.name.casefold() in there:
                known.append(office.name)
                continue
            there.add(office.name.casefold())
            new.append(_found(by, office))
    return Founded(tuple(new), tuple(known))


def _found(by: Member, office: NewOffice) -> Organisation:
    founded = found_organisation(
        government=by.organisation.government, name=office.name, code=office.code, head=office.head
    )
    give(by.user, founded, [Role.ADMIN])
    first = Member(by.user, founded, frozenset({Role.ADMIN}))
    record(by=first, act="organisation.found", on=founded, after=office._asdict())
    return founded


def _checked(office: NewOffice, number: int) -> NewOffice:
    """The office with its blanks settled; refused where a field is empty or too long."""
    said = NewOffice(*(" ".join(text.split()) for text in office))
    if not said.name:
        raise Refused(
            id=f"Kantor ke-{number} tidak bernama; isi namanya.",
            en=f"Office {number} has no name; give it one.",
        )
    for field, most in _LONGEST.items():
        if len(getattr(said, field)) > most:
            raise Refused(
                id=f"Kantor ke-{number}: isian terlalu panjang (paling banyak {most} huruf).",
                en=f"Office {number}: a field is too long (at most {most} characters).",
            )
    return said if said.head else said._replace(head=_usual_head(said.name))


def _usual_head(name: str) -> str:
    kinds: Sequence[tuple[str, str]] = (
        ("Kecamatan ", "Camat"),
        ("Kelurahan ", "Lurah"),
        ("Inspektorat", "Inspektur"),
        ("Sekretariat Daerah", "Sekretaris Daerah"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
        ("Rumah Sakit", "Direktur"),
        ("RSUD", "Direktur"),
        ("Dinas ", "Kepala Dinas"),
        ("Badan ", "Kepala Badan"),
    )
    lowered = name.casefold()
    return next((head for start, head in kinds if lowered.startswith(start.casefold())), "Kepala")
