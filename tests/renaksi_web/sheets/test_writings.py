"""The writer's own texts: kept over every regeneration, never lost, shown in every format."""

from __future__ import annotations

import io
from datetime import date

import docx
import pypdfium2
import pytest

from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.plans.models import Plan
from renaksi_web.plans.services import versions
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.sheets.papers import TYPES, Papers
from renaksi_web.tracking.earlier_years import earlier_plans
from renaksi_web.tracking.models import Entry, Writing
from renaksi_web.tracking.writing import LONGEST, wordings, write, writings
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    plan_of,
    report_cells,
    series_of,
    small_plan,
    windows_of,
)
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db

LKJIP = "laporan-kinerja"


@pytest.fixture
def plan(office: Office) -> Plan:
    """The office's plan in force."""
    row = plan_of(office)
    windows_of(office)
    return row


def put(office: Office, plan: Plan, quarter: str = "", seen: int = 0, **texts: str) -> int:
    keys = {key.replace("__", ":").replace("_", "-"): text for key, text in texts.items()}
    return write(
        by=office.operator, plan_id=plan.pk, quarter=quarter, seen=dict.fromkeys(keys, seen),
        texts=keys,
    )  # fmt: skip


def address(office: Office, plan: Plan, document: str = LKJIP) -> str:
    return f"/opd/{office.organisation.slug}/rencana/{plan.pk}/naskah/{document}/"


def words_of(data: bytes, format: str) -> str:
    if format == "pdf":
        file = pypdfium2.PdfDocument(data)
        found = " ".join(page.get_textpage().get_text_bounded() for page in file)
        file.close()
        return " ".join(found.split())
    if format == "docx":
        return " ".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    return data.decode()


@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_a_text_is_printed_and_outlives_figures_and_revisions(
    office: Office, plan: Plan, format: str
) -> None:
    put(office, plan, simpulan="Kinerja tahun ini baik.", sebab__s="Warga antusias.")
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series_of(plan)[0]: "55"})
        data, _ = Papers(office.operator, plan.pk).printed(LKJIP, format, Choices())
        revised = versions.revise(by=office.operator, plan_id=plan.pk, reason="Anggaran berubah")
        again, _ = Papers(office.operator, revised.pk).printed(LKJIP, format, Choices())
    for found in (words_of(data, format), words_of(again, format)):
        assert "Kinerja tahun ini baik." in found
        assert "Warga antusias." in found


def test_the_page_saves_what_is_typed_and_shows_earlier_wordings(
    office: Office, plan: Plan
) -> None:
    client = client_of(office.operator)
    with clock.set_to(DAY):
        page = client.get(address(office, plan)).text
        for said in ("Kata pengantar", "BAB I, A. Gambaran umum", "Sasaran 1: Nama s", "langkah"):
            assert said in page
        first = client.post(address(office, plan), {"w0": "Puji syukur.\r\n\r\nTerima kasih."})
        second = client.post(address(office, plan), {"w0": "Puji syukur.", "v0": 1})
        page = client.get(address(office, plan)).text
    assert (first.status_code, second.status_code) == (302, 302)
    row = Writing.objects.get()
    assert (row.key, row.text, row.version) == ("kata-pengantar", "Puji syukur.", 2)
    assert "Terima kasih." in page
    assert "2 tulisan" in page
    told = wordings(office.operator, plan, "")["kata-pengantar"]
    assert [one.text for one in told] == ["Puji syukur.", "Puji syukur.\n\nTerima kasih."]
    assert Event.objects.filter(act="writing.edit").count() == 2


def test_texts_of_a_quarter_are_those_of_the_quarter(office: Office, plan: Plan) -> None:
    put(office, plan, "q1", nomor="050/01")
    put(office, plan, "q2", nomor="050/02")
    with clock.set_to(DAY):
        first, _ = Papers(office.operator, plan.pk, "q1").printed("berita-acara", "html", Choices())
        second, _ = Papers(office.operator, plan.pk, "q2").printed(
            "berita-acara", "html", Choices()
        )
        page = client_of(office.operator).get(address(office, plan, "berita-acara") + "?quarter=q1")
        form = client_of(office.operator).get(address(office, plan, "evaluasi-renja")).text
    assert "050/01" in first.decode()
    assert "050/02" in second.decode()
    assert 'value="050/01"' in page.text
    assert "Faktor pendorong keberhasilan pencapaian" in form
    with pytest.raises(NotFound):
        Papers(office.operator, plan.pk).places("rencana-aksi")


def test_nobody_writes_over_what_they_have_not_seen(office: Office, plan: Plan) -> None:
    put(office, plan, simpulan="Satu.")
    with pytest.raises(Conflict):
        put(office, plan, simpulan="Dua.")
    assert put(office, plan, simpulan="Satu.") == 0
    assert put(office, plan, seen=1, simpulan="Dua.") == 1
    stale = client_of(office.operator).post(address(office, plan), {"w0": "A"})
    again = client_of(office.operator).post(address(office, plan), {"w0": "B"})
    assert (stale.status_code, again.status_code) == (302, 422)
    assert "Operator baru saja mengubah naskah ini" in again.text
    assert ">\nB</textarea>" in again.text
    assert "Dua." in client_of(office.verifikator).get(address(office, plan)).text


def test_writing_is_whole_and_for_operators(office: Office, sibling: Office, plan: Plan) -> None:
    with pytest.raises(NotAllowed):
        write(by=office.pimpinan, plan_id=plan.pk, quarter="", seen={}, texts={"simpulan": "A"})
    with pytest.raises(NotFound):
        write(by=sibling.operator, plan_id=plan.pk, quarter="", seen={}, texts={"simpulan": "A"})
    with pytest.raises(Refused):
        put(office, plan, simpulan="x" * (LONGEST + 1))
    put(office, plan, simpulan="Milik Kemangkon")
    assert writings(sibling.operator, 2022) == []
    counter = iter(range(100))
    assert assert_all_or_nothing(lambda: put(office, plan, langkah=f"{next(counter)}")) > 3
    page = client_of(office.pimpinan).get(address(office, plan)).text
    assert "<textarea" not in page
    assert "Milik Kemangkon" in page


def test_a_name_that_would_act_stays_text(office: Office, plan: Plan) -> None:
    put(office, plan, simpulan="=cmd|'/C calc'!A0 #panic() <b>tebal</b> \u202e")
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk)
        for format in TYPES:
            assert papers.printed(LKJIP, format, Choices())
        html = papers.printed(LKJIP, "html", Choices())[0].decode()
        page = client_of(office.operator).get(address(office, plan)).text
    assert "<b>tebal" not in html
    assert "<b>tebal" not in page


def test_earlier_years_come_from_the_plans_of_this_installation(office: Office) -> None:
    last = plan_of(office, small_plan()._replace(year=2021, title="RENCANA AKSI TAHUN 2021"))
    plan = plan_of(office)
    windows_of(office)
    series = series_of(last)
    for quarter, state in (("q4", "approved"), ("q3", "draft")):
        Entry.objects.create(
            organisation=office.organisation, year=2021, quarter=quarter, series_id=series[1],
            cell_state="set", value=60, text="60", state=state, author=office.operator.user,
            changed_at=clock.now(), submitted_by=office.operator.user,
        )  # fmt: skip
    with queries() as seen:
        (found,) = earlier_plans(office.operator, 2022)
    assert len(seen) <= 6
    reached = next(e for e in found.elements if e.id == "s").indicators[0]
    assert {key: cell.value for key, cell in reached.actuals.items()} == {"q4": 60}, (
        "what nobody approved does not count"
    )
    with clock.set_to(DAY):
        data, _ = Papers(office.operator, plan.pk).printed(LKJIP, "html", Choices())
    assert "REALISASI 2021" in data.decode()
    assert earlier_plans(office.operator, 2021) == ()


def test_a_report_of_figures_that_nobody_approved_is_a_draft(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk)
        for name in (LKJIP, "pengukuran-tahunan"):
            told = "TW I: 4 indikator tanpa realisasi."
            assert told in papers.document(name).draft


def test_obstacles_of_every_quarter_stand_in_the_report(office: Office, plan: Plan) -> None:
    series = series_of(plan)
    with clock.set_to(date(2022, 4, 4)):
        report_cells(office.operator, "q1", {series[2]: "20"})
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series[2]: "40"})
        Entry.objects.filter(quarter="q1").update(obstacle="Hujan deras")
        Entry.objects.filter(quarter="q2").update(obstacle="Jalan putus")
        data, _ = Papers(office.operator, plan.pk).printed(LKJIP, "html", Choices())
    for said in ("Hujan deras", "Jalan putus"):
        assert said in data.decode()
