"""Ordering a bundle and taking it away again; `making` makes it, in the background.

An order is rows and nothing else: one for the bundle, one for each office for which the
person acts. Whatever ends in between, the rows say what is left to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db import transaction

from renaksi.render.printed import FORMATS
from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.accounts.locks import lock_office
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.audit.services import record
from renaksi_web.bundles import places, worker
from renaksi_web.bundles.models import Bundle, BundledOffice
from renaksi_web.bundles.selectors import own
from renaksi_web.refusals import Refused

_DEFAULT: Final = Choices()


def order(
    *,
    by: Member,
    year: int,
    formats: Sequence[str] = ("pdf",),
    choices: Choices = _DEFAULT,
    dated: date | None = None,
    site: str = "",
) -> Bundle:
    """Have all documents of a year made, for every office for which the person acts.

    ``dated`` is the day on which they are signed; ``site`` the address of the site, where
    codes of figures are looked up.
    """
    require(by, "bundle.make")
    wanted = [format for format in FORMATS if format in formats]
    if not wanted:
        raise Refused(id="Pilih sedikitnya satu bentuk berkas.", en="Choose at least one format.")
    with transaction.atomic():
        lock_office(by)
        _refuse_second(by, year)
        bundle = Bundle.objects.create(
            organisation=by.organisation, created_by=by.user, created_at=clock.now(), year=year,
            formats=",".join(wanted), paper=choices.paper, layout=choices.layout,
            cells=choices.quarters, dated=dated, site=site,
        )  # fmt: skip
        offices = [known.organisation for known in memberships_for(by.user, "bundle.make")]
        BundledOffice.objects.bulk_create(
            BundledOffice(bundle=bundle, organisation=office) for office in offices
        )
        record(
            by=by, act="bundle.make", on=bundle, subject=str(year),
            after={"offices": len(offices), "formats": wanted},
        )  # fmt: skip
        transaction.on_commit(worker.wake)
    return bundle


def _refuse_second(by: Member, year: int) -> None:
    """Whoever presses twice waits for the one that is under way."""
    under_way = Bundle.objects.filter(
        created_by=by.user, organisation=by.organisation, year=year,
        state__in=[Bundle.State.MAKING, Bundle.State.JOINING],
    )  # fmt: skip
    if under_way.exists():
        raise Refused(
            id=f"Bundel {year} yang Anda minta masih disusun; tunggu selesai atau hapus dulu.",
            en=f"The bundle of {year} that you ordered is still being made; wait, or remove it.",
        )


def remove(*, by: Member, bundle_id: int) -> None:
    """Take a bundle away with its archives; what is being made of it comes to nothing."""
    require(by, "bundle.make")
    with transaction.atomic():
        lock_office(by)
        bundle = own(by, bundle_id)
        record(
            by=by, act="bundle.make", on=bundle, subject=str(bundle.year),
            before={"sha256": bundle.sha256},
        )  # fmt: skip
        gone = bundle.pk
        bundle.delete()
    places.remove(gone)
