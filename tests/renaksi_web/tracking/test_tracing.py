"""Codes of figures: the same on each print, no one's to guess, leading to what the figure is."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from renaksi.reports.names import REVISION
from renaksi.reports.tree import Emblem
from renaksi_web import clock
from renaksi_web.plans import selectors
from renaksi_web.plans.models import Plan
from renaksi_web.plans.services import versions
from renaksi_web.refusals import NotFound
from renaksi_web.sheets.papers import OF_THE_YEAR, Papers
from renaksi_web.sheets.printed_figures import TRACED
from renaksi_web.tracking import evidence
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.report import report
from renaksi_web.tracking.totals import codes_of_totals
from renaksi_web.tracking.tracing import KINDS, STATED, Name, code_of, codes_of, normal, traced
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import DAY, Office, client_of, plan_of, reported_plan, series_of
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(office: Office) -> Plan:
    """The office's plan with the second quarter reported: IKM 55 of 60."""
    return reported_plan(office, {0: "55"})


def first(office: Office, plan: Plan, quarter: str = "q2", kind: str = "quarter") -> str:
    """The code of the first row: IKM."""
    row = plan.elements.get(key="t").indicators.get()
    return codes_of(office.operator, plan, quarter)[row.pk, kind]


def test_a_code_is_the_same_each_time_and_differs_with_each_thing_that_it_names() -> None:
    name = Name(2022, 0, "q2", "t", "a", "quarter")
    others = [
        name._replace(year=2023), name._replace(revision=1), name._replace(quarter="q3"),
        name._replace(element="s"), name._replace(indicator="b"), name._replace(kind="year"),
    ]  # fmt: skip
    codes = [code_of("secret", one) for one in (name, *others)] + [code_of("other", name)]
    assert code_of("secret", name) == codes[0]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", one) for one in codes)


def test_a_code_is_read_as_people_type_it() -> None:
    assert normal(" k7qx2m4p9d ") == "K7QX2-M4P9D"
    assert normal("OIL11 00000") == "01111-00000"


def test_every_figure_of_a_version_has_a_code_of_its_own(office: Office, plan: Plan) -> None:
    codes = codes_of(office.operator, plan, "q2")
    rows = sum(element.indicators.count() for element in plan.elements.all())
    assert len(codes) == rows * len((*KINDS, *STATED))
    assert len(set(codes.values())) == len(codes)
    # A target is the same whatever quarter is looked at; what was reached is not.
    other = codes_of(office.operator, plan, "q3")
    same = set(codes.values()) & set(other.values())
    assert same == {code for (_, kind), code in codes.items() if kind == "target"}


def test_a_code_leads_to_the_figure_that_the_report_shows(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        shown = report(office.operator, 2022, "q2").lines[0].measured.spans
        for kind, key in zip(KINDS, ("q2", "to_date", "year"), strict=True):
            found = traced(office.operator, first(office, plan, kind=kind).lower())
            assert found.span.raw == shown[key].raw  # type: ignore[index]
            assert found.span.raw is not None
            assert (found.plan.pk, found.quarter, found.row.name) == (plan.pk, "q2", "IKM")


def test_a_figure_tells_its_inputs_evidence_and_what_was_approved(
    office: Office, plan: Plan
) -> None:
    series = series_of(plan)[0]
    with clock.set_to(DAY):
        given = [evidence.Given("survei.txt", b"isi")]
        evidence.add(by=office.operator, year=2022, quarter="q2", series=series, files=given)
        Entry.objects.update(obstacle="Hujan", follow_up="Diulang")
        for act, by in (
            ("submit", office.operator), ("verify", office.verifikator),
            ("approve", office.pimpinan),
        ):  # fmt: skip
            seen = dict(Entry.objects.values_list("pk", "version"))
            move(by=by, act=f"entry.{act}", year=2022, quarter="q2", seen=seen)
        found = traced(office.operator, first(office, plan))
    assert [one.quarter for one in found.inputs] == ["q2"]
    assert found.inputs[0].actual.value == 55
    assert [proof.title for proof in found.inputs[0].evidence] == ["survei.txt"]
    assert found.frozen is not None
    page = client_of(office.verifikator).get(
        f"/opd/{office.organisation.slug}/angka/{first(office, plan)}/"
    )
    for said in ("91,67%", "55", "survei.txt", "Disetujui", "IKM", "Permendagri 86"):
        assert said in page.text


def test_a_version_that_was_replaced_keeps_its_codes_and_their_figures(
    office: Office, plan: Plan
) -> None:
    code = first(office, plan)
    with clock.set_to(DAY):
        revised = versions.revise(by=office.operator, plan_id=plan.pk, reason="Refocusing")
        versions.verify(by=office.verifikator, plan_id=revised.pk)
        versions.set_in_force(by=office.pimpinan, plan_id=revised.pk)
        found = traced(office.operator, code)
        other = traced(office.operator, first(office, revised))
    assert (found.plan.pk, other.plan.pk) == (plan.pk, revised.pk)
    assert found.code != other.code
    assert selectors.plan_row(office.operator, plan.pk).status == "superseded"


def test_a_draft_has_no_codes(office: Office) -> None:
    draft = plan_of(office, status="draft")
    assert codes_of(office.operator, draft, "q2") == {}


def test_nobody_else_learns_anything_of_a_code(
    office: Office, sibling: Office, stranger: Office, plan: Plan
) -> None:
    code = first(office, plan)
    for other in (sibling, stranger):
        with pytest.raises(NotFound):
            traced(other.operator, code)
        for slug in (office.organisation.slug, other.organisation.slug):
            url = f"/opd/{slug}/angka/{code}/"
            assert client_of(other.operator).get(url).status_code == 404
    wrong = client_of(office.operator).get(f"/opd/{office.organisation.slug}/angka/00000-00000/")
    assert wrong.status_code == 404


def test_the_field_leads_on_or_says_what_is_wrong(office: Office, plan: Plan) -> None:
    client, slug = client_of(office.operator), office.organisation.slug
    code = first(office, plan)
    with clock.set_to(DAY):
        right = client.get(f"/opd/{slug}/angka/", {"kode": code.replace("-", " ").lower()})
        wrong = client.get(f"/opd/{slug}/angka/", {"kode": "<b>ABC"})
    assert right["Location"] == f"/opd/{slug}/angka/{code}/"
    assert wrong.status_code == 422
    assert "tidak dikenal di kantor ini" in wrong.text
    assert "<b>ABC" not in wrong.text


@pytest.mark.parametrize("name", [one for one in TRACED if one != REVISION])
def test_a_document_lists_the_codes_of_its_figures(office: Office, plan: Plan, name: str) -> None:
    slug = office.organisation.slug
    url = f"/opd/{slug}/rencana/{plan.pk}/resmi/{name}/pdf/?quarter=q2"
    with clock.set_to(DAY):
        file = pypdfium2.PdfDocument(client_of(office.operator).get(url).content)
    words = "".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    found = re.findall(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b", words)
    assert f"/opd/{slug}/angka/" in re.sub(r"\s", "", words)
    # The year's documents print the year, whatever quarter was looked at.
    quarter = "q4" if name in OF_THE_YEAR else "q2"
    assert (first(office, plan) in found) == (name == "pengukuran-triwulan")
    known = {*codes_of(office.operator, plan, quarter).values(),
             *codes_of_totals(office.operator, plan, quarter).values()}  # fmt: skip
    assert found
    assert set(found) <= known


def test_the_list_bears_a_qr_code_of_the_address_of_the_field(office: Office, plan: Plan) -> None:
    address = "http://contoh.go.id/opd/kemangkon/angka/"
    with clock.set_to(DAY):
        made = Papers(office.operator, plan.pk, "q2", site=address).document("pengukuran-triwulan")
        without = Papers(office.operator, plan.pk, "q2").document("pengukuran-triwulan")
    key = next(section for section in made.sections if section.name == "Kode angka")
    pictures = [block for block in key.blocks if isinstance(block, Emblem)]
    assert [picture.alt for picture in pictures] == [f"Kode QR ke {address}"]
    assert pictures[0].logo.startswith(b"\x89PNG")
    assert "Kode angka" not in [section.name for section in without.sections]


def test_a_figures_page_takes_the_same_queries_for_any_plan(office: Office, plan: Plan) -> None:
    client = client_of(office.operator)
    url = f"/opd/{office.organisation.slug}/angka/{first(office, plan)}/"
    with clock.set_to(DAY), queries() as seen:
        client.get(url)
    assert len(seen) <= 16, [query["sql"][:90] for query in seen]
