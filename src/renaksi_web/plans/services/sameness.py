"""Which rows of a draft are one indicator: these share a series, and are reported once."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from renaksi_web.accounts.members import Member
from renaksi_web.audit.services import record
from renaksi_web.plans.models import Indicator, Series
from renaksi_web.plans.services.editing import locked_draft, locked_indicator, sweep, touch
from renaksi_web.refusals import Refused


def join(*, by: Member, plan_id: int, indicator_id: int, other_id: int | None) -> None:
    """The indicator is the same as another of its plan; with none it stands for itself."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        indicator = locked_indicator(plan, indicator_id)
        former = indicator.series
        if other_id is not None:
            series = locked_indicator(plan, other_id).series
        elif _shares(indicator):
            series = Series.objects.create(organisation=by.organisation, key=uuid4().hex)
        else:
            series = former
        if series.pk != former.pk:
            _refuse_reported(indicator, plan.year)
        indicator.series = series
        indicator.confirm = [what for what in indicator.confirm if what != "same_as"]
        indicator.same_proposed = []
        indicator.save(update_fields=["series", "confirm", "same_proposed"])
        sweep([former.pk])
        touch(by, plan)
        record(
            by=by, act="plan.edit", on=indicator, subject=str(indicator),
            before={"series": former.key}, after={"series": series.key},
        )  # fmt: skip


def _shares(indicator: Indicator) -> bool:
    """Whether another row of the plan has the same series."""
    others = Indicator.objects.filter(
        series=indicator.series_id, element__plan=indicator.element.plan_id
    )
    return others.exclude(pk=indicator.pk).exists()


def _refuse_reported(indicator: Indicator, year: int) -> None:
    if indicator.series.entries.filter(year=year).exists():
        raise Refused(
            id="Sudah ada realisasi yang dilaporkan untuk indikator ini.",
            en="Actuals were already reported for this indicator.",
        )
