"""Codes of what was stated: targets, ceilings, the Renstra; where they stand, who entered them."""

from __future__ import annotations

import pytest

from renaksi.model import Cell
from renaksi.quantity import parse
from renaksi.reports.matter import Choices
from renaksi.reports.names import EVERYBODY
from renaksi_web import clock
from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.demonstration import accounts
from renaksi_web.demonstration.figures import REVISED
from renaksi_web.demonstration.loading import load
from renaksi_web.plans.models import Plan
from renaksi_web.plans.renstra import rows_of, seen_in
from renaksi_web.plans.selectors import loaded
from renaksi_web.plans.services import editing, past, versions
from renaksi_web.refusals import NotFound
from renaksi_web.sheets.papers import Papers
from renaksi_web.tracking.stated import Stated, stated
from renaksi_web.tracking.totals import codes_of_totals, traced_total
from renaksi_web.tracking.tracing import codes_of, look_up, traced
from tests.renaksi_web.office import DAY, Office, client_of, plan_of, reported_plan
from tests.renaksi_web.paper import KEMANGKON
from tests.renaksi_web.tracking.test_money import budget

pytestmark = pytest.mark.django_db
SITE = "http://contoh.test/angka/"


@pytest.fixture
def plan(office: Office) -> Plan:
    """The office's plan in force, with an actual of the second quarter."""
    return reported_plan(office, {0: "55"})


def figure(text: str) -> Cell:
    said = parse(text)
    return Cell(said.state, said.value, said.text)


def enter_past(office: Office, plan: Plan, key: str, **texts: str) -> None:
    """Enter the Renstra of an element's first indicator, and its money under ``rp_…``."""
    found = loaded(office.operator, plan)
    rows = rows_of(found, found.plan, plan.year)
    pk = found.indicators[key, 0].pk
    cells = {
        (key, None if name.startswith("rp_") else pk, name.removeprefix("rp_")): figure(text)
        for name, text in texts.items()
    }
    past.set_past(by=office.operator, plan_id=plan.pk, seen=seen_in(rows), cells=cells)


def of(office: Office, plan: Plan, key: str, kind: str) -> Stated:
    """What the code of an element's first indicator stands for."""
    row = plan.elements.get(key=key).indicators.first()
    assert row is not None
    code = codes_of(office.operator, plan, "q2")[row.pk, kind]
    return stated(office.operator, *look_up(office.operator, code.lower()))


def page(office: Office, code: str) -> str:
    answer = client_of(office.operator).get(f"/opd/{office.organisation.slug}/angka/{code}/")
    assert answer.status_code == 200
    return answer.text


def test_a_target_tells_its_quarters_and_who_typed_it(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        found = of(office, plan, "t", "target")
        words = page(office, found.code)
    targets = loaded(office.operator, plan).plan.element("t").indicators[0].targets
    assert {one.key: one.cell for one in found.lines if one.cell.state != "missing"} == targets
    assert f"<strong>{found.value.text}</strong>" in words
    assert found.entered.origin is None
    assert plan.created_by.name in words
    with pytest.raises(NotFound):
        traced(office.operator, found.code)


def test_the_code_of_a_target_is_that_of_its_version(office: Office, plan: Plan) -> None:
    old = of(office, plan, "t", "target")
    with clock.set_to(DAY):
        revised = versions.revise(by=office.operator, plan_id=plan.pk, reason="Refocusing")
        row = revised.elements.get(key="t").indicators.get()
        editing.save_indicator(
            by=office.operator, plan_id=revised.pk, indicator_id=row.pk,
            seen=editing.seen_of(row), values={}, targets={"q4": figure("99")},
        )  # fmt: skip
        versions.verify(by=office.verifikator, plan_id=revised.pk)
        versions.set_in_force(by=office.pimpinan, plan_id=revised.pk)
        new = of(office, revised, "t", "target")
        again = stated(office.operator, *look_up(office.operator, old.code))
    assert new.code != old.code
    assert {one.key: one.cell.text for one in new.lines}["q4"] == "99"
    assert [one.cell for one in again.lines] == [one.cell for one in old.lines]
    assert [one.actor for one in new.entered.edits] == [office.operator.user.name]
    assert again.entered.edits == ()


def test_the_renstra_tells_columns_years_and_who_entered_them(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        enter_past(office, plan, "t", medium_term="80", before="50", rp_medium_term="1.000")
        found = of(office, plan, "t", "renstra")
        words = page(office, found.code)
        form = Papers(office.operator, plan.pk, "q2", site=SITE).document("evaluasi-renja")
    assert {number: cell.text for number, cell in found.columns} == {
        5: "80", 6: "50", 12: "55", 13: "55", 14: "68,75",
    }  # fmt: skip
    assert [(one.key, one.cell.text) for one in found.lines if one.cell.text] == [
        ("medium_term", "80"), ("before", "50"),
    ]  # fmt: skip
    assert [one.actor for one in found.entered.edits] == [office.operator.user.name]
    assert "<strong>68,75%</strong>" in words
    assert "Renstra dan tahun lalu" in words
    key = next(section for section in form.sections if section.name == "Kode angka")
    assert "Renstra" in [cell.text for cell in key.blocks[3].head[0]]  # type: ignore[union-attr]


def test_money_of_the_renstra_has_a_code(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        enter_past(office, plan, "a", rp_medium_term="1.000", rp_before="250")
        code = codes_of_totals(office.operator, plan, "q2")["a", "renstra"]
        found = traced_total(office.operator, code)
        words = page(office, code)
    assert found.value.text == "25"
    assert "Kolom 13 = 6 + 12 = 250." in found.explanation
    assert [one.actor for one in found.entered.edits] == [office.operator.user.name]
    assert found.explanation.split(".")[0] in words


def test_a_ceiling_tells_who_entered_it(office: Office) -> None:
    row = plan_of(office, status="draft")
    with clock.set_to(DAY):
        budget(office, row, a="100", b="300")
        versions.verify(by=office.verifikator, plan_id=row.pk)
        versions.set_in_force(by=office.pimpinan, plan_id=row.pk)
        found = traced_total(
            office.operator, codes_of_totals(office.operator, row, "q2")["a", "budget"]
        )
    assert [one.actor for one in found.entered.edits] == [office.operator.user.name]


def test_nobody_else_learns_anything_of_it(office: Office, sibling: Office, plan: Plan) -> None:
    code = of(office, plan, "t", "target").code
    with pytest.raises(NotFound):
        look_up(sibling.operator, code)
    url = f"/opd/{office.organisation.slug}/angka/{code}/"
    assert client_of(sibling.operator).get(url).status_code == 404


@pytest.fixture
def year(db: None, settings: object, tmp_path: object) -> object:
    """The operator of the demonstration, whose plan was read from a document and revised."""
    settings.FILES = tmp_path  # type: ignore[attr-defined]
    load({name: f"rahasia-{name}-2022" for name in accounts.NAMES}, KEMANGKON)
    (member,) = memberships(User.objects.get(username="operator"))
    return member


def test_a_target_that_was_read_tells_its_place_in_the_filed_document(year: object) -> None:
    member = year
    plan = Plan.objects.get(revision=1)
    row = plan.elements.get(key="T1").indicators.get()
    code = codes_of(member, plan, "q3")[row.pk, "target"]  # type: ignore[arg-type]
    answer = client_of(member).get(  # type: ignore[arg-type]
        f"/opd/{plan.organisation.slug}/angka/{code}/"
    )
    assert KEMANGKON.name in answer.text
    assert "baris 8, kolom" in answer.text
    assert '<pre class="original">' in answer.text
    element, index, _, _ = REVISED
    row = plan.elements.get(key=element).indicators.get(position=index)
    code = codes_of(member, plan, "q3")[row.pk, "target"]  # type: ignore[arg-type]
    found = stated(member, *look_up(member, code))  # type: ignore[arg-type]
    assert [one.actor for one in found.entered.edits] == ["Siti Contoh"]


def test_a_document_lists_no_figure_that_it_does_not_print(year: object) -> None:
    plan = Plan.objects.get(revision=1)
    papers = Papers(year, plan.pk, "q3", site=SITE)  # type: ignore[arg-type]

    def listed(name: str, **choices: str) -> list[str]:
        made = papers.document(name, Choices(**choices))  # type: ignore[arg-type]
        keys = [section for section in made.sections if section.name == "Kode angka"]
        tables = [block for key in keys for block in key.blocks[3:]]
        return [row[1].text for row in tables[0].body] if tables else []  # type: ignore[union-attr]

    assert listed("perjanjian-kinerja") == ["1. Nilai SAKIP Kecamatan Kemangkon"]
    assert listed("pengukuran-tahunan") == ["1. Nilai SAKIP Kecamatan Kemangkon"]
    official = listed("perjanjian-kinerja", official="Kepala Seksi Tata Pemerintahan")
    assert "1. Cakupan desa yang melaksanakan tertib administrasi Kecamatan Kemangkon" in official
    assert len(official) == 11
    everything = len(listed("rencana-aksi"))
    assert everything == len(listed("pohon-kinerja")) == 53
    assert len(official) < len(listed("perjanjian-kinerja", official=EVERYBODY)) <= everything
    assert listed("iku") == []
