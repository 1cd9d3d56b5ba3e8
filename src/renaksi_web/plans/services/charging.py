"""Saying who answers for the indicators of a plan: the whole table in one act with one event.

That is no part of what a plan promises, so it may change as long as the version is in force.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.offices.selectors import office_of
from renaksi_web.plans.charges import rows_of, seen_in
from renaksi_web.plans.mapping import load
from renaksi_web.plans.models import Indicator
from renaksi_web.plans.services.editing import touch
from renaksi_web.plans.services.past import locked_in_force
from renaksi_web.plans.services.versions import called
from renaksi_web.refusals import Conflict, NotFound


def put_in_charge(*, by: Member, plan_id: int, seen: str, responsible: Mapping[int, str]) -> int:
    """Write who answers for each indicator by its row's id; gives how many changed.

    ``seen`` is the table as it was shown; indicators that are not named keep theirs.
    """
    require(by, "plan.edit")
    with transaction.atomic():
        plan = locked_in_force(by, plan_id)
        table = rows_of(load(plan), office_of(by))
        before = {row.indicator: row.responsible for row in table if row.indicator is not None}
        if not responsible.keys() <= before.keys():
            raise NotFound
        after = {key: words.strip() for key, words in responsible.items()}
        changed = [key for key, words in after.items() if words != before[key]]
        if not changed:
            return 0
        if seen != seen_in(table):
            raise _overtaken()
        Indicator.objects.bulk_update(
            [Indicator(pk=key, responsible=after[key]) for key in changed], ["responsible"]
        )
        touch(by, plan)
        record(
            by=by, act="plan.edit", on=plan, subject=f"Penanggung jawab {called(plan)}",
            before={str(key): before[key] for key in changed},
            after={str(key): after[key] for key in changed},
        )  # fmt: skip
    return len(changed)


def _overtaken() -> Conflict:
    return Conflict(
        id="Rekan Anda baru saja mengubah penanggung jawab. Isian Anda tetap di sini; buka halaman"
        " ini sekali lagi di jendela lain, bandingkan, lalu ulangi.",
        en="A colleague has just changed who answers. What you typed is still here; open the page"
        " once more beside it, compare, and repeat.",
    )
