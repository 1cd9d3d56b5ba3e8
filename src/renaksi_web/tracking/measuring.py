"""What a government decided about measuring: bands, what must be explained, what late counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction

from renaksi.measure import PERMENDAGRI_86_2017, Band, Bands, Settings
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Government
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import By, record
from renaksi_web.plans.mapping import Loaded
from renaksi_web.refusals import Refused
from renaksi_web.tracking.due import excused
from renaksi_web.tracking.models import Entry, ReportingWindow


def settings_of(
    government: Government, window: ReportingWindow | None, found: Loaded, entries: Iterable[Entry]
) -> Settings:
    """The settings by which a plan is measured as of the quarter of a window.

    Where the government has late rows count as 0, they do once the window has closed.
    """
    settings = Settings(bands_of(government))
    if not government.late_as_zero or window is None or not window.is_closed(clock.today()):
        return settings
    there: dict[int, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.cell_state in ("set", "text"):  # a dash reports nothing
            there[entry.series_id].add(entry.quarter)
    return settings._replace(late_as_zero=True, excused=excused(found, there, window.quarter))


def bands_of(government: Government) -> Bands:
    """The bands of its own, else those of Permendagri 86/2017."""
    if not government.bands:
        return PERMENDAGRI_86_2017
    names = {band.key: band.name for band in PERMENDAGRI_86_2017.steps}
    steps = tuple(
        Band(
            key,
            None if lower is None else Decimal(str(lower)),
            names.get(key, {"id": key, "en": key}),
        )
        for lower, key in government.bands
    )
    return Bands(government.name, steps)


def set_measuring(*, by: Member, late_as_zero: bool) -> None:
    """Decide for the government; what was approved before stays as it was frozen."""
    require(by, "measuring.set")
    with transaction.atomic():
        government = Government.objects.select_for_update().get(pk=by.organisation.government_id)
        if government.organisations.exclude(pk=by.organisation.pk).exists():
            raise Refused(
                id="Cara menghitung berlaku untuk semua kantor pemerintah daerah ini; minta"
                " pengelola server mengubahnya: python -m renaksi_web measuring.",
                en="How achievement counts holds for all offices of this government; ask the"
                " operator of the server: python -m renaksi_web measuring.",
            )
        decide(by=by, government=government, late_as_zero=late_as_zero)


def decide(*, by: By, government: Government, late_as_zero: bool) -> None:
    """The same for the operator of the installation, or as part of `set_measuring`."""
    with transaction.atomic():
        government.refresh_from_db(from_queryset=Government.objects.select_for_update())
        if government.late_as_zero == late_as_zero:
            return
        before = {"late_as_zero": government.late_as_zero}
        government.late_as_zero = late_as_zero
        government.save(update_fields=["late_as_zero"])
        after = {"late_as_zero": late_as_zero}
        record(by=by, act="measuring.set", on=government, before=before, after=after)


def must_explain(band: Band | None, settings: Settings, below: str) -> bool:
    """Whether an achievement in this band asks for an obstacle and a follow-up."""
    keys = [step.key for step in settings.bands.steps]
    if band is None or below not in keys:
        return False
    return keys.index(band.key) > keys.index(below)
