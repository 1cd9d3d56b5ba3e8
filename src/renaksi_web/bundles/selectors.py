"""Reading bundles: one's own, how far each is, and its archives.

A bundle holds documents of several offices, so it is its orderer's alone, and an archive is
given only to whom every office in it would give its documents still.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import IO, Final, NamedTuple

from django.db.models import Count, Q, QuerySet

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.bundles import places, worker
from renaksi_web.bundles.models import Bundle, BundledOffice
from renaksi_web.refusals import NotAllowed, NotFound, Refused

_S: Final = BundledOffice.State


class Progress(NamedTuple):
    """A bundle with its offices by name; ``made`` and ``left`` count those that are done."""

    bundle: Bundle
    offices: list[BundledOffice]
    made: int
    left: int

    @property
    def done(self) -> int:
        """Offices that nothing is left to do for."""
        return self.made + self.left

    @property
    def is_pending(self) -> bool:
        """Whether something is still to be made."""
        return self.bundle.state in (Bundle.State.MAKING, Bundle.State.JOINING)

    @property
    def documents(self) -> int:
        """Documents that are made."""
        return sum(office.documents for office in self.offices)

    @property
    def files(self) -> int:
        """The same in each of the formats."""
        return self.documents * len(self.bundle.formats.split(","))


class Archive(NamedTuple):
    """An archive to be given away: how it is opened, how many bytes it has, its name there."""

    opened: Callable[[], IO[bytes]]
    size: int
    name: str


def bundles(member: Member) -> list[Bundle]:
    """What the person ordered in this office, the newest first, with their counts; one query."""
    require(member, "bundle.make")
    done = Count("offices", filter=Q(offices__state__in=[_S.MADE, _S.LEFT_OUT]))
    rows = _own(member).annotate(done=done, total=Count("offices"))
    return list(rows.order_by("-pk")[:50])


def own(member: Member, bundle_id: int) -> Bundle:
    """One of them; `NotFound` for another's."""
    require(member, "bundle.make")
    bundle = _own(member).filter(pk=bundle_id).first()
    if bundle is None:
        raise NotFound
    return bundle


def progress(member: Member, bundle_id: int) -> Progress:
    """How far one of them is; two queries. What still waits is gone on with."""
    bundle = own(member, bundle_id)
    rows = bundle.offices.select_related("organisation").order_by("organisation__name", "pk")
    offices = list(rows)
    counts = [sum(row.state == state for row in offices) for state in (_S.MADE, _S.LEFT_OUT)]
    found = Progress(bundle, offices, *counts)
    if found.is_pending:
        worker.wake()
    return found


def archive(member: Member, bundle_id: int, office: str = "") -> Archive:
    """The archive of one office by its slug, or of all; `NotFound` where there is none yet."""
    bundle = own(member, bundle_id)
    rows = bundle.offices.filter(state=_S.MADE).select_related("organisation")
    held = {row.organisation.slug for row in rows}
    if office:
        held &= {office}
    if not held or not (office or bundle.state == Bundle.State.READY):
        raise NotFound
    _refuse_foreign(member, held)
    wanted = office or places.ALL
    if not places.is_there(bundle.pk, wanted):
        raise Refused(
            id="Berkas bundel ini sudah tidak ada di peladen; susun bundel baru.",
            en="The files of this bundle are no longer on the server; make a new one.",
        )
    size = (
        next(row.size for row in rows if row.organisation.slug == office) if office else bundle.size
    )
    opened = partial(places.opened, bundle.pk, wanted)
    return Archive(opened, size, f"dokumen-{wanted}-{bundle.year}.zip")


def _own(member: Member) -> QuerySet[Bundle]:
    return Bundle.objects.filter(organisation=member.organisation, created_by=member.user)


def _refuse_foreign(member: Member, offices: set[str]) -> None:
    """Whoever has left an office since gets its documents no more."""
    mine = {known.organisation.slug for known in memberships_for(member.user, "bundle.make")}
    if not offices <= mine:
        raise NotAllowed(
            id="Bundel ini memuat kantor yang tidak lagi Anda kelola; susun bundel baru.",
            en="This bundle holds an office that you no longer manage; make a new one.",
            act="bundle.make",
        )
