"""What was spent in a quarter, by sub-activity: entered beside the quarter's report.

Spending stands where its quarter stands. It can be changed while something of the quarter's
report can: while the quarter is open and not all of it was sent on, or where something was
returned; it is locked with the last entry that is sent on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from renaksi import model
from renaksi.quarter import ROMAN
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.plans.budgets import MoneyRow, rows_of, seen_in
from renaksi_web.plans.services.budgets import overtaken, told
from renaksi_web.refusals import NotFound, Refused
from renaksi_web.tracking.models import Entry, ReportingWindow, Spending
from renaksi_web.tracking.report import Report, report


def with_spending(member: Member, plan: model.Plan, year: int) -> model.Plan:
    """The plan with what was reported as spent, over what its paper states; one query."""
    require(member, "entry.view")
    return put_in(plan, Spending.objects.filter(organisation=member.organisation, year=year))


def put_in(plan: model.Plan, rows: Iterable[Spending]) -> model.Plan:
    """The plan with these amounts over what its paper states."""
    spent: dict[str, dict[str, model.Cell]] = {}
    for row in rows:
        spent.setdefault(row.element_key, {})[row.quarter] = model.Cell("set", row.value)
    return plan._replace(
        elements=tuple(
            element._replace(spending={**element.spending, **spent[element.id]})
            if element.id in spent
            else element
            for element in plan.elements
        )
    )


def table(member: Member, found: Report) -> list[MoneyRow]:
    """The work elements with what was spent in the quarter, beside their ceilings."""
    plan = with_spending(member, found.loaded.plan, found.year)
    return rows_of(plan, "spending", found.quarter)


def can_change(found: Report) -> bool:
    """Whether the quarter's spending can be changed today."""
    due = found.due
    return any(found.can_edit(line) for line in due) if due else found.is_open


def spend(
    *, by: Member, year: int, quarter: str, seen: str, amounts: Mapping[str, model.Cell]
) -> int:
    """Save amounts by element key, over the table that was ``seen``; gives how many changed.

    A missing cell takes an amount away; elements that are not named keep theirs.
    """
    require(by, "entry.edit")
    mine = {"organisation": by.organisation, "year": year, "quarter": quarter}
    with transaction.atomic():
        window = ReportingWindow.objects.select_for_update().filter(**mine).first()
        # Nobody sends an entry on between the look at them and the change.
        list(Entry.objects.select_for_update().filter(**mine).order_by("series_id"))
        found = report(by, year, quarter)
        rows = {row.element.id: row for row in table(by, found)}
        if not amounts.keys() <= {key for key, row in rows.items() if row.takes}:
            raise NotFound
        changed = [key for key, cell in amounts.items() if cell.value != rows[key].own]
        if not changed:
            return 0
        if window is None or not can_change(found):
            raise Refused(
                id=f"Realisasi anggaran {ROMAN[quarter]} terkunci: isian triwulan ini sudah dikirim"
                " atau jadwalnya tidak terbuka. Minta dikembalikan bila perlu diubah.",
                en="The quarter's spending is locked: its report was sent on, or its window is not"
                " open. Ask for its return to change it.",
            )
        if seen != seen_in(rows.values()):
            raise overtaken()
        _write(by, year, quarter, {key: amounts[key] for key in changed})
        record(
            by=by, act="entry.edit", on=window,
            subject=f"Realisasi anggaran {ROMAN[quarter]} {year}",
            before=told({key: rows[key].own for key in changed}),
            after=told({key: amounts[key].value for key in changed}),
        )  # fmt: skip
    return len(changed)


def _write(by: Member, year: int, quarter: str, amounts: Mapping[str, model.Cell]) -> None:
    mine = {"organisation": by.organisation, "year": year, "quarter": quarter}
    gone = [key for key, cell in amounts.items() if cell.state == "missing"]
    Spending.objects.filter(**mine, element_key__in=gone).delete()
    Spending.objects.bulk_create(
        [
            Spending(
                **mine, element_key=key, value=cell.value, author=by.user, changed_at=clock.now()
            )
            for key, cell in amounts.items()
            if cell.state != "missing"
        ],
        update_conflicts=True,
        unique_fields=["organisation", "year", "quarter", "element_key"],
        update_fields=["value", "author", "changed_at"],
    )
