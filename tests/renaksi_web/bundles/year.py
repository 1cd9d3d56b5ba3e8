"""Many offices at the end of their year, founded in an installation by a process of its own.

    python -m tests.renaksi_web.bundles.year 45

Each has the plan of Kemangkon with every quarter reported to nine tenths, and all of them have
one admin, ``kabupaten``. The rows are written as such, not by the acts that would have made
them: what is looked at is what is printed from them.
"""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from renaksi_web.plans.models import Plan
    from tests.renaksi_web.office import Office

PLAN: Final = Path(__file__).resolve().parents[3] / "examples" / "kemangkon-2022.txt"
ADMIN: Final = "kabupaten"
DAY: Final = date(2023, 1, 5)
YEAR: Final = 2022


def found_all(count: int) -> None:
    """The offices, their plans, windows and actuals, in one transaction; Django is set up."""
    from django.db import transaction

    from renaksi.interpret import read_file
    from renaksi_web import clock
    from renaksi_web.accounts import services
    from tests.renaksi_web import office as offices

    first = read_file(PLAN)[0]
    with transaction.atomic(), clock.set_to(DAY):
        admin = services.add_user(username=ADMIN, name="Admin Kabupaten", password=offices.PASSWORD)
        for number in range(1, count + 1):
            office = offices.found(f"Kecamatan Contoh {number:02}", "Kabupaten Purbalingga")
            services.give(admin, office.organisation, ["admin"])
            plan = offices.plan_of(office, first.plan)
            offices.windows_of(office)
            _report(office, plan)


def _report(office: Office, plan: Plan) -> None:
    """Every target of every quarter, reached to nine tenths and approved."""
    from renaksi.quarter import QUARTERS
    from renaksi_web import clock
    from renaksi_web.plans.models import Target
    from renaksi_web.tracking.models import Entry, Transition

    rows = Target.objects.filter(indicator__element__plan=plan, cell__in=QUARTERS, state="set")
    reached = {
        (series, quarter): (value * Decimal("0.9")).quantize(Decimal("0.01"))
        for series, quarter, value in rows.values_list("indicator__series_id", "cell", "value")
    }
    who = office.operator.user
    entries = Entry.objects.bulk_create(
        Entry(
            organisation=office.organisation, series_id=series, year=YEAR, quarter=quarter,
            state="approved", cell_state="set", value=value, text=str(value), author=who,
            submitted_by=who, changed_at=clock.now(),
        )
        for (series, quarter), value in reached.items()
    )  # fmt: skip
    Transition.objects.bulk_create(
        Transition(
            entry=entry, act="entry.approve", from_state="verified", to_state="approved",
            by=office.pimpinan.user, at=clock.now(),
        )
        for entry in entries
    )  # fmt: skip


if __name__ == "__main__":
    import django

    django.setup()
    found_all(int(sys.argv[1]))
