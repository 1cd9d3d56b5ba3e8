"""Writing a plan through its pages, without any script."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from renaksi import model
from renaksi_web.plans import mapping
from renaksi_web.plans.models import Indicator, Plan
from renaksi_web.plans.services import editing, versions
from renaksi_web.web.wording import DIRECTIONS
from tests.renaksi_web.office import Office, client_of, plan_of, small_plan
from tests.renaksi_web.paper import brought_in
from tests.renaksi_web.queries import queries


def at(name: str, **parts: Any) -> str:
    return reverse(name, kwargs={"office": "kemangkon", **parts})


def indicator_of(plan: Plan, key: str) -> Indicator:
    return Indicator.objects.get(element__plan=plan, element__key=key)


def typed(indicator: Indicator, **changed: str) -> dict[str, str]:
    """The form of an indicator as its page shows it, with changes."""
    told = {
        "name": indicator.name or "", "number": "", "unit": indicator.unit or "",
        "accumulation": indicator.accumulation, "direction": indicator.direction,
        "frequency": "quarterly", "seen": editing.seen_of(indicator),
    }  # fmt: skip
    targets = {f"t_{target.cell}": target.text or "" for target in indicator.targets.all()}
    return told | targets | changed


def test_an_office_without_a_plan_is_told_how_to_begin(office: Office) -> None:
    page = client_of(office.operator).get(at("plans")).text
    assert "Belum ada rencana." in page
    assert at("upload") in page
    assert at("upload") not in client_of(office.pimpinan).get(at("plans")).text


def test_years_are_listed_with_their_versions_and_can_be_copied(office: Office) -> None:
    plan = plan_of(office)
    versions.revise(by=office.operator, plan_id=plan.pk, reason="bergeser")
    page = client_of(office.operator).get(at("plans")).text
    assert "Perubahan ke-1" in page
    assert "Ditetapkan" in page
    assert "Salin ke 2023" in page


def test_a_plan_is_begun_from_nothing(office: Office) -> None:
    client = client_of(office.operator)
    answer = client.post(at("plan-new"), {"year": "2024", "title": "RENCANA AKSI TAHUN 2024"})
    plan = Plan.objects.get()
    assert answer.headers["Location"] == at("plan", plan=plan.pk)
    assert "masih kosong" in client.get(answer.headers["Location"]).text
    again = client.post(at("plan-new"), {"year": "2024", "title": "Lagi"})
    assert again.status_code == 422
    assert "Rencana 2024 sudah ada" in again.text
    assert 'value="Lagi"' in again.text


def test_an_element_takes_its_official_name_and_code(office: Office) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    parent = plan.elements.get(key="p")
    address = f"{at('element-new', plan=plan.pk)}?di={parent.pk}&tingkat=activity"
    sent = {"di": parent.pk, "tingkat": "activity", "name": "barang milik daerah", "number": "2"}
    searched = client.post(address, {**sent, "cari": "1"})
    assert searched.status_code == 200
    assert 'value="7.01.01.2.03"' in searched.text
    assert "barang milik daerah" in searched.text
    client.post(address, {**sent, "pick": "7.01.01.2.03"})
    made = mapping.load(plan).plan.elements[-1]
    assert (made.code, made.code_basis, made.level) == ("7.01.01.2.03", "nomenclature", "activity")
    assert made.name == "Kegiatan Administrasi Barang Milik Daerah pada Perangkat Daerah"


def test_official_names_are_offered_while_typing(office: Office) -> None:
    plan = plan_of(office, status="draft")
    asked = {"tingkat": "subactivity", "name": "rapat koordinasi"}
    page = client_of(office.operator).get(at("nomenclature", plan=plan.pk), asked).text
    assert "7.01.01.2.06.0009" in page
    assert "<html" not in page


def test_a_lost_target_is_filled_on_its_page(office: Office) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "b")
    page = client.get(at("plan", plan=plan.pk)).text
    assert f'href="indikator/{indicator.pk}/ubah/#id_t_q3"' in page
    address = at("indicator-edit", plan=plan.pk, indicator=indicator.pk)
    assert "tidak mempunyai target TW III" in client.get(address).text
    assert client.post(address, typed(indicator, t_q3="10")).status_code == 302
    assert mapping.load(plan).plan.element("b").indicators[0].target("q3").value == 10


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("t_q1", "1.234", "tulis 1234 atau 1,2340"),
        ("name", "", "Tuliskan indikatornya."),
        ("base_value", "banyak", "Isi angka, misalnya 19."),
        ("base_value", "0", "lebih dari 0"),
        ("t_q1", "9" * 30, "terlalu besar"),
        ("direction", "nonsense", "nonsense"),
    ],
)
def test_a_wrong_field_says_so_beside_it_and_keeps_everything_typed(
    office: Office, field: str, value: str, sentence: str
) -> None:
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "b")
    sent = typed(indicator, definition="yang hadir", **{field: value})
    address = at("indicator-edit", plan=plan.pk, indicator=indicator.pk)
    answer = client_of(office.operator).post(address, sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "yang hadir" in answer.text
    assert 'aria-invalid="true"' in answer.text
    indicator.refresh_from_db()
    assert indicator.definition == ""


def test_details_and_the_base_of_a_percentage_are_kept_and_shown(office: Office) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "p")
    told = {
        "base_value": "19", "base_unit": "desa", "definition": "desa yang tertib",
        "calculation": "desa tertib ÷ desa × 100", "numerator_name": "desa tertib",
        "denominator_name": "semua desa", "data_source": "Seksi Pemerintahan",
        "frequency": "yearly", "assessed_by": "Inspektorat", "responsible": "Kasi Pemerintahan",
        "t_q1": "10%",
    }  # fmt: skip
    client.post(
        at("indicator-edit", plan=plan.pk, indicator=indicator.pk),
        typed(indicator, unit="Persen", **told),
    )
    page = client.get(at("plan", plan=plan.pk)).text
    assert "10 % dari 19 desa = 1,9 desa" in page
    assert "desa yang tertib" in page
    assert "Inspektorat" in page
    indicator.refresh_from_db()
    assert (indicator.frequency, indicator.denominator_name) == ("yearly", "semua desa")


def test_the_year_is_divided_over_the_quarters_without_saving(office: Office) -> None:
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "b")
    address = at("indicator-edit", plan=plan.pk, indicator=indicator.pk)
    client = client_of(office.operator)
    page = client.post(address, typed(indicator, t_year="42", bagi="1")).text
    assert re.findall(r'name="t_q\d" value="(\d+)"', page) == ["10", "10", "11", "11"]
    assert not indicator.targets.filter(cell="q3").exists()
    page = client.post(address, typed(indicator, t_year="", bagi="1")).text
    assert "Isi dulu target setahun" in page


def test_what_is_typed_is_checked_and_not_stored(office: Office) -> None:
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "b")
    address = at("indicator-check", plan=plan.pk, indicator=indicator.pk)
    client = client_of(office.operator)
    sent = typed(indicator, unit="Persen", t_q1="10%", base_value="19", base_unit="desa")
    page = client.post(address, sent).text
    assert "10 % dari 19 desa = 1,9 desa" in page
    assert 'id="beside-t_q3" hx-swap-oob="true"' in page
    assert "tidak mempunyai target TW III" in page
    assert "tidak mempunyai target TW III" not in client.post(address, sent | {"t_q3": "20%"}).text
    indicator.refresh_from_db()
    assert indicator.unit == "Orang"


def test_two_people_on_one_indicator_the_second_sees_the_firsts_value(office: Office) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "b")
    address = at("indicator-edit", plan=plan.pk, indicator=indicator.pk)
    old = typed(indicator, t_q3="11")
    client.post(address, typed(indicator, t_q3="12"))
    answer = client.post(address, old)
    assert answer.status_code == 409
    assert "TW III: 12" in answer.text
    assert 'name="t_q3" value="11"' in answer.text
    seen = re.search(r'name="seen" value="(\w+)"', answer.text)
    assert seen is not None
    assert client.post(address, old | {"seen": seen[1]}).status_code == 302
    assert mapping.load(plan).plan.element("b").indicators[0].target("q3").value == 11


def test_an_indicator_is_added_moved_and_removed(office: Office) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    a, b = plan.elements.get(key="a"), plan.elements.get(key="b")
    sent = {
        "name": "Jumlah undangan", "unit": "Surat", "accumulation": "sum", "direction": "higher",
        "frequency": "quarterly", "t_q1": "5", "t_q2": "-",
    }  # fmt: skip
    assert client.post(at("indicator-new", plan=plan.pk, element=b.pk), sent).status_code == 302
    made = Indicator.objects.get(name="Jumlah undangan")
    client.post(at("indicator-move", plan=plan.pk, indicator=made.pk), {"element": a.pk})
    made.refresh_from_db()
    assert made.element == a
    client.post(at("indicator-remove", plan=plan.pk, indicator=made.pk))
    assert not Indicator.objects.filter(pk=made.pk).exists()


def test_a_set_plan_offers_revision_and_no_editing(office: Office) -> None:
    plan = plan_of(office)
    client = client_of(office.operator)
    page = client.get(at("plan", plan=plan.pk)).text
    assert at("plan-revise", plan=plan.pk) in page
    assert "/ubah/" not in page.replace(at("plan-revise", plan=plan.pk), "")
    indicator = indicator_of(plan, "b")
    address = at("indicator-edit", plan=plan.pk, indicator=indicator.pk)
    answer = client.post(address, typed(indicator, t_q3="1"))
    assert answer.status_code == 422
    assert "bukan draf lagi" in answer.text


def test_a_plan_goes_from_draft_to_set_to_its_revision_and_is_compared(office: Office) -> None:
    plan = plan_of(office, status="draft")
    address = at("plan", plan=plan.pk)
    operator = client_of(office.operator)
    verifikator, pimpinan = client_of(office.verifikator), client_of(office.pimpinan)
    assert "Verifikasi</button>" not in operator.get(address).text
    assert "Verifikasi</button>" in verifikator.get(address).text
    verifikator.post(at("plan-verify", plan=plan.pk))
    assert "Tetapkan</button>" in pimpinan.get(address).text
    pimpinan.post(at("plan-set", plan=plan.pk))
    assert operator.post(at("plan-revise", plan=plan.pk), {"reason": ""}).status_code == 422
    operator.post(at("plan-revise", plan=plan.pk), {"reason": "Pergeseran anggaran"})
    later = Plan.objects.get(revision=1)
    indicator = indicator_of(later, "b")
    operator.post(
        at("indicator-edit", plan=later.pk, indicator=indicator.pk), typed(indicator, t_q1="12")
    )
    element = later.elements.get(pk=indicator.element_id)
    sent = {"name": "Nama baru", "seen": editing.seen_of(element)}
    operator.post(at("element", plan=later.pk, element=element.pk), sent)
    compared = pimpinan.get(at("plan-compare", plan=plan.pk, other=later.pk)).text
    assert f"Nama: <del>{element.name}</del> → <ins>Nama baru</ins>" in compared
    assert "<del>10</del>" in compared
    assert "<ins>12</ins>" in compared
    assert "Pergeseran anggaran" in compared
    assert "Dokumen Renja" not in compared


def test_a_comparison_strikes_out_no_target_that_was_not_there(office: Office) -> None:
    plan = plan_of(office)
    later = versions.revise(by=office.operator, plan_id=plan.pk, reason="Anggaran bergeser")
    editing.remove_element(
        by=office.operator, plan_id=later.pk, element_id=later.elements.get(key="a").pk
    )
    client = client_of(office.operator)
    gone = client.get(at("plan-compare", plan=plan.pk, other=later.pk)).text
    come = client.get(at("plan-compare", plan=later.pk, other=plan.pk)).text
    assert gone.count("<del>") == come.count("<ins>") > 0
    assert "<ins>" not in gone
    assert "<del>" not in come
    assert "1 unsur berbeda" in gone


def test_a_comparison_says_from_where_to_where_an_element_moved(office: Office) -> None:
    plan = plan_of(office)
    later = versions.revise(by=office.operator, plan_id=plan.pk, reason="Anggaran bergeser")
    moved = later.elements.get(key="b")
    there = later.elements.exclude(pk__in=(moved.pk, moved.parent_id)).first()
    before, moved.parent = moved.parent, there
    moved.save()
    page = client_of(office.operator).get(at("plan-compare", plan=plan.pk, other=later.pk)).text
    assert before is not None
    assert there is not None
    assert f"Di bawah: <del>{before.name}</del> → <ins>{there.name}</ins>" in page


def test_a_comparison_speaks_the_words_of_the_form(office: Office) -> None:
    plan = plan_of(office)
    later = versions.revise(by=office.operator, plan_id=plan.pk, reason="Anggaran bergeser")
    row = indicator_of(later, "b")
    was = dict(DIRECTIONS)[row.direction or ""]
    row.direction, row.base_value = "lower", Decimal("19.5")
    row.save()
    page = client_of(office.operator).get(at("plan-compare", plan=plan.pk, other=later.pk)).text
    assert f"Arah: <del>{was}</del> → <ins>{dict(DIRECTIONS)['lower']}</ins>" in page
    assert "Jumlah seluruhnya: — → <ins>19,5</ins>" in page


def test_returning_a_plan_needs_a_reason(office: Office) -> None:
    plan = plan_of(office, status="draft")
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    client = client_of(office.pimpinan)
    assert client.post(at("plan-return", plan=plan.pk), {"reason": ""}).status_code == 422
    client.post(at("plan-return", plan=plan.pk), {"reason": "SAKIP terlalu rendah"})
    plan.refresh_from_db()
    assert plan.status == "draft"


def test_undeclared_fields_change_nothing(office: Office) -> None:
    plan = plan_of(office, status="draft")
    indicator = indicator_of(plan, "b")
    sent = typed(
        indicator, t_q3="10", series="999", element="1", key="x", status="set", cap="", weight="9"
    )
    client_of(office.operator).post(
        at("indicator-edit", plan=plan.pk, indicator=indicator.pk), sent
    )
    after = Indicator.objects.get(pk=indicator.pk)
    assert (after.series_id, after.key, after.weight, after.cap) == (
        indicator.series_id, indicator.key, indicator.weight, indicator.cap,
    )  # fmt: skip
    plan.refresh_from_db()
    assert plan.status == "draft"


@pytest.mark.parametrize("copies", [1, 40])
@pytest.mark.parametrize("page", ["plan", "indicator-edit", "plan-compare"])
def test_a_page_takes_ten_queries_at_most_whatever_the_plans_size(
    office: Office, page: str, copies: int
) -> None:
    elements = [
        e._replace(
            id=f"{e.id}{n or ''}",
            parent=e.parent and f"{e.parent}{n or ''}",
            indicators=tuple(i._replace(same_as=()) for i in e.indicators),
        )
        for n in range(copies)
        for e in small_plan().elements
    ]
    plan = plan_of(office, model.Plan(tuple(elements), year=2022), status="draft")
    parts: dict[str, dict[str, Any]] = {
        "plan": {"plan": plan.pk},
        "indicator-edit": {"plan": plan.pk, "indicator": indicator_of(plan, "b").pk},
        "plan-compare": {"plan": plan.pk, "other": plan.pk},
    }
    client = client_of(office.operator)
    with queries(at_most=10):
        client.get(at(page, **parts[page]))


@pytest.mark.parametrize("sent", ["²", "9" * 5000, "-1", "abc", "9" * 17])
def test_a_nonsensical_number_is_never_a_fault(office: Office, sent: str) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    imported = brought_in(office)
    element = plan.elements.get(key="b").pk
    indicator = indicator_of(plan, "b").pk
    for address, name in (
        (at("element-new", plan=plan.pk), "di"),
        (at("element-move", plan=plan.pk, element=element), "parent"),
        (at("indicator-move", plan=plan.pk, indicator=indicator), "element"),
        (at("import-correct", imported=imported.pk), "version"),
        (at("plan-new"), "year"),
        (at("plan-copy", plan=plan.pk), "year"),
    ):
        assert client.post(address, {name: sent}).status_code < 500, address
    step = {"do": "plan", "year": sent}
    assert client.post(at("import-correct", imported=imported.pk), step).status_code < 500


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "😀" * 3000, "<script>alert(1)</script>"])
def test_no_text_is_a_fault_and_none_is_run(office: Office, text: str) -> None:
    client = client_of(office.operator)
    plan = plan_of(office, status="draft")
    imported = brought_in(office)
    indicator = indicator_of(plan, "b")
    sent = text.encode("utf-8", "replace").decode()
    step = {"do": "row", "row": "P1~0", "name": sent, "unit": sent, "t_q1": sent, "from": "card"}
    answers = [
        client.post(at("import-correct", imported=imported.pk), step),
        client.post(at("import-decide", imported=imported.pk), {"finding": "r1", "reason": sent}),
        client.post(
            at("indicator-edit", plan=plan.pk, indicator=indicator.pk),
            typed(indicator, name=sent, t_q1=sent, definition=sent),
        ),
        client.get(at("import", imported=imported.pk)),
        client.get(at("import", imported=imported.pk), {"baris": sent}),
        client.get(at("nomenclature", plan=plan.pk), {"tingkat": "program", "name": sent}),
        client.get(at("plan", plan=plan.pk)),
    ]
    for answer in answers:
        assert answer.status_code < 500
        assert "<script>alert" not in answer.text
