"""Budgets of a version and spending of a quarter: read right, locked right, printed alike."""

from __future__ import annotations

import re
from decimal import Decimal

import pypdfium2
import pytest

from renaksi import model
from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.plans import selectors
from renaksi_web.plans.budgets import rows_of, seen_in, total_of
from renaksi_web.plans.models import Plan
from renaksi_web.plans.rupiah import shown_rupiah, typed_rupiah
from renaksi_web.plans.services import versions
from renaksi_web.plans.services.budgets import set_budgets
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.sheets.papers import Papers
from renaksi_web.tracking.models import Entry, Spending
from renaksi_web.tracking.report import report
from renaksi_web.tracking.spending import can_change, spend, table, with_spending
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db


def cells(**typed: str) -> dict[str, model.Cell]:
    return {key: typed_rupiah(text) for key, text in typed.items()}


def budget(office: Office, row: Plan, **typed: str) -> int:
    rows = rows_of(selectors.loaded(office.operator, row).plan)
    return set_budgets(
        by=office.operator, plan_id=row.pk, seen=seen_in(rows), amounts=cells(**typed)
    )


def spent(office: Office, quarter: str = "q2", **typed: str) -> int:
    rows = table(office.operator, report(office.operator, 2022, quarter))
    return spend(
        by=office.operator, year=2022, quarter=quarter, seen=seen_in(rows), amounts=cells(**typed)
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp 12.500.000,00", "12500000.00"), ("12.500.000", "12500000"), ("12500000", "12500000"),
        ("Rp12.500.000,-", "12500000"), ("Rp. 12.500.000,–", "12500000"), ("12.500", "12500"),
        ("1,250,000.50", "1250000.50"), ("12.500.000,5", "12500000.5"), ("0", "0"),
        (" Rp 900 ", "900"),
    ],
)  # fmt: skip
def test_rupiah_are_read_as_clerks_write_them(text: str, value: str) -> None:
    assert typed_rupiah(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["", "  ", "…"])
def test_nothing_typed_is_no_amount(text: str) -> None:
    assert typed_rupiah(text).state == "missing"


@pytest.mark.parametrize(
    "text",
    ["12,500", "dua juta", "12 juta", "-5", "5%", "1" * 16, "1.25.000", "=2*3", "NaN", "1e9"],
)
def test_what_is_no_amount_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(Refused):
        typed_rupiah(text)


def test_an_amount_is_shown_with_points() -> None:
    assert shown_rupiah(Decimal("12500000.50")) == "12.500.000,5"
    assert shown_rupiah(Decimal("12500000.00")) == "12.500.000"
    assert shown_rupiah(None) == ""


def test_budgets_are_put_on_a_draft_and_summed_above(office: Office) -> None:
    row = plan_of(office, status="draft")
    assert budget(office, row, a="Rp 12.500.000,00", b="7.500.000") == 2
    rows = {r.element.id: r for r in rows_of(selectors.loaded(office.operator, row).plan)}
    assert (rows["a"].own, rows["k"].total, rows["p"].total) == (12500000, 20000000, 20000000)
    assert (rows["p"].takes, rows["k"].takes, rows["a"].takes) == (False, False, True)
    assert total_of(rows.values()) == 20000000
    budget(office, row, a="")
    rows = {r.element.id: r for r in rows_of(selectors.loaded(office.operator, row).plan)}
    assert (rows["a"].own, rows["p"].total) == (None, 7500000)
    event = Event.objects.order_by("-number")[0]
    assert '"before":{"a":"12500000.00"}' in event.payload


def test_what_a_plan_in_force_holds_changes_by_a_revision_alone(office: Office) -> None:
    row = plan_of(office, status="draft")
    budget(office, row, a="10.000.000")
    Plan.objects.filter(pk=row.pk).update(
        status="set", set_by=office.pimpinan.user, set_at=clock.now()
    )
    with pytest.raises(Refused, match="no draft"):
        budget(office, row, a="11.000.000")
    revised = versions.revise(by=office.operator, plan_id=row.pk, reason="Pergeseran anggaran")
    budget(office, revised, a="11.000.000")
    first, second = (rows_of(selectors.loaded(office.operator, one).plan) for one in (row, revised))
    assert (total_of(first), total_of(second)) == (10000000, 11000000)


def test_a_table_that_somebody_changed_in_the_meantime_is_not_saved_over(office: Office) -> None:
    row = plan_of(office, status="draft")
    seen = seen_in(rows_of(selectors.loaded(office.operator, row).plan))
    budget(office, row, a="10.000.000")
    with pytest.raises(Conflict):
        set_budgets(by=office.operator, plan_id=row.pk, seen=seen, amounts=cells(b="5"))
    same = cells(a="10000000")
    assert set_budgets(by=office.operator, plan_id=row.pk, seen=seen, amounts=same) == 0


def test_an_amount_stands_only_where_the_table_takes_one(office: Office) -> None:
    row = plan_of(office, status="draft")
    for key in ("p", "t", "tidak-ada"):
        with pytest.raises(NotFound):
            budget(office, row, **{key: "5"})
    windows_of(office)
    plan_of(office, year_2023())
    with clock.set_to(DAY), pytest.raises(NotFound):
        spend(by=office.operator, year=2022, quarter="q2", seen="", amounts=cells(p="5"))


def year_2023() -> model.Plan:
    return model.Plan(elements=(), year=2023)


def test_spending_is_whole_or_not_at_all(office: Office) -> None:
    plan_of(office)
    windows_of(office)
    with clock.set_to(DAY):
        assert assert_all_or_nothing(lambda: spent(office, a="5.000.000", b="1.000.000")) > 8


def test_spending_of_the_quarters_adds_up_in_the_plan(office: Office) -> None:
    row = plan_of(office)
    windows_of(office)
    Spending.objects.create(
        organisation=office.organisation, year=2022, quarter="q1", element_key="a",
        value=Decimal("2000000"), author=office.operator.user, changed_at=clock.now(),
    )  # fmt: skip
    with clock.set_to(DAY):
        assert spent(office, a="Rp 3.000.000,00") == 1
        assert spent(office, a="3.000.000") == 0
    plan = with_spending(office.operator, selectors.loaded(office.operator, row).plan, 2022)
    found = {key: cell.value for key, cell in plan.element("a").spending.items()}
    assert found == {"q1": 2000000, "q2": 3000000}


def test_spending_is_locked_with_the_last_entry_that_is_sent_on(office: Office) -> None:
    row = plan_of(office)
    windows_of(office)
    series = series_of(row)
    with clock.set_to(DAY):
        due = [line.row.series_id for line in report(office.operator, 2022, "q2").due]
        typed = dict.fromkeys(due, "60")
        report_cells(office.operator, "q2", typed)
        Entry.objects.update(obstacle="Hujan", follow_up="Diulang")
        seen = dict(Entry.objects.values_list("pk", "version"))
        assert len(seen) > 1
        last = dict([seen.popitem()])
        move(by=office.operator, act="entry.submit", year=2022, quarter="q2", seen=seen)
        assert spent(office, a="1.000.000") == 1
        move(by=office.operator, act="entry.submit", year=2022, quarter="q2", seen=last)
        with pytest.raises(Refused, match="locked"):
            spent(office, a="2.000.000")
        move(
            by=office.verifikator, act="entry.return", year=2022, quarter="q2", seen=last,
            reason="Belanja belum benar",
        )  # fmt: skip
        assert spent(office, a="2.000.000") == 1
    assert series


def test_a_quarter_that_is_not_open_takes_no_spending(office: Office) -> None:
    plan_of(office)
    windows_of(office)
    with clock.set_to(DAY):
        assert not can_change(report(office.operator, 2022, "q3"))
        with pytest.raises(Refused, match="locked"):
            spent(office, "q3", a="1.000.000")


def test_only_who_reports_enters_money(office: Office, sibling: Office) -> None:
    row = plan_of(office, status="draft")
    for member in (office.verifikator, office.pimpinan, office.admin):
        with pytest.raises(NotAllowed):
            set_budgets(by=member, plan_id=row.pk, seen="", amounts={})
        with pytest.raises(NotAllowed):
            spend(by=member, year=2022, quarter="q2", seen="", amounts={})
    with pytest.raises(NotFound):
        set_budgets(by=sibling.operator, plan_id=row.pk, seen="", amounts={})


def test_pages_save_what_is_typed_and_keep_what_is_wrong(office: Office) -> None:
    row = plan_of(office, status="draft")
    client = client_of(office.operator)
    url = f"/opd/{office.organisation.slug}/rencana/{row.pk}/anggaran/"
    page = client.get(url).text
    seen = re.search(r'name="seen" value="(\w+)"', page)
    names = re.findall(r'<input[^>]* name="(a\d+)"', page)
    assert seen is not None
    assert len(names) == 2
    wrong = client.post(url, {"seen": seen[1], names[0]: "12,500", names[1]: "7.500.000"})
    assert wrong.status_code == 422
    assert 'value="12,500"' in wrong.text
    assert "dua angka di belakang koma" in wrong.text
    right = client.post(url, {"seen": seen[1], names[0]: "Rp 12.500.000,00", names[1]: "7500000"})
    assert right.status_code == 302
    assert "20.000.000" in client.get(url).text


def test_money_is_the_same_on_every_document(office: Office) -> None:
    row = plan_of(office, status="draft")
    budget(office, row, a="Rp 12.500.000,00", b="7.500.000")
    Plan.objects.filter(pk=row.pk).update(
        status="set", set_by=office.pimpinan.user, set_at=clock.now()
    )
    windows_of(office)
    with clock.set_to(DAY):
        spent(office, a="5.000.000")
        papers = Papers(office.operator, row.pk, "q2")
        for name in (
            "perjanjian-kinerja", "pengukuran-triwulan", "pengukuran-tahunan", "evaluasi-renja",
            "laporan-kinerja",
        ):  # fmt: skip
            data, _ = papers.printed(name, "pdf", Choices())
            file = pypdfium2.PdfDocument(data)
            words = "".join(page.get_textpage().get_text_bounded() for page in file)
            file.close()
            words = re.sub(r"\s", "", words)
            assert "20.000.000" in words, name
            if name != "perjanjian-kinerja":
                assert "5.000.000" in words.replace("12.500.000", "").replace("7.500.000", ""), name


def test_the_tables_take_the_same_queries_for_any_number_of_rows(office: Office) -> None:
    row = plan_of(office)
    windows_of(office)
    client = client_of(office.operator)
    slug = office.organisation.slug
    for url in (
        f"/opd/{slug}/rencana/{row.pk}/anggaran/",
        f"/opd/{slug}/realisasi/2022/tw2/anggaran/",
    ):
        with clock.set_to(DAY), queries() as seen:
            client.get(url)
        assert len(seen) <= 12, [query["sql"][:90] for query in seen]
