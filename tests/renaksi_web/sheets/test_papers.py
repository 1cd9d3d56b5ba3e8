"""Official documents on the site: what each lacks, the screen's figures, never another office's."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pypdfium2
import pytest

from renaksi.interpret import read_bytes
from renaksi.model import Plan as Meaning
from renaksi.render.printed import printed
from renaksi.reports import REPORTS
from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.plans.models import Plan
from renaksi_web.refusals import NotFound
from renaksi_web.sheets.papers import MEASURED, TYPES, Papers
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.report import report
from tests.renaksi_web.office import DAY, Office, client_of, plan_of, reported_plan
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db
SITE = "http://contoh.test/angka/"


@pytest.fixture
def plan(office: Office) -> int:
    """The office's plan with the second quarter reported: IKM 55 of 60, two meetings of ten."""
    return reported_plan(office, {0: "55", -1: "2"}).pk


def address(office: Office, plan: int, rest: str = "") -> str:
    return f"/opd/{office.admin.organisation.slug}/rencana/{plan}/resmi/{rest}"


def test_the_page_lists_every_document_with_what_it_lacks(office: Office, plan: int) -> None:
    with clock.set_to(DAY):
        page = client_of(office.operator).get(address(office, plan)).content.decode()
    for format in TYPES:
        assert page.count(f"/{format}/") == len(REPORTS)
    assert "Perjanjian Kinerja" in page
    assert "Disusun sebagai DRAF" in page
    assert "Tanggal penandatanganan belum diisi." in page


def test_the_page_takes_the_same_queries_for_any_number_of_indicators(
    office: Office, plan: int
) -> None:
    client = client_of(office.operator)
    with clock.set_to(DAY), queries() as seen:
        client.get(address(office, plan))
    assert len(seen) <= 20, [query["sql"][:90] for query in seen]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("format", TYPES)
def test_every_document_is_taken_in_every_format(
    office: Office, plan: int, name: str, format: str
) -> None:
    with clock.set_to(DAY):
        response = client_of(office.operator).get(address(office, plan, f"{name}/{format}/"))
    assert response.status_code == 200
    assert response["Content-Type"] == TYPES[format]
    assert f".{format}" in response["Content-Disposition"]
    assert response.content[:4] in (b"%PDF", b"PK\x03\x04", b"<!do")


def test_all_documents_are_taken_as_one_archive(office: Office, plan: int) -> None:
    with clock.set_to(DAY):
        response = client_of(office.operator).get(address(office, plan, "semua/"))
    assert response["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        names = set(archive.namelist())
    assert {"rencana-aksi.pdf", "laporan-kinerja.pdf", "daftar.json", "SHA256SUMS"} <= names


def test_the_figures_are_those_of_the_report(office: Office, plan: int) -> None:
    with clock.set_to(DAY):
        found = report(office.operator, 2022, "q2")
        data, name = Papers(office.operator, plan, "q2").printed(
            "pengukuran-triwulan", "xlsx", Choices()
        )
    assert name.endswith("-2022-tw2.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    values = [cell.value for row in sheet for cell in row]
    shown = [line.measured.spans["q2"].raw for line in found.lines if line.is_filled]
    assert shown
    for raw in shown:
        assert round(float(raw or 0), 2) in values


def test_obstacles_and_follow_up_come_from_the_quarter(office: Office, plan: int) -> None:
    Entry.objects.filter(quarter="q2").update(obstacle="Hujan deras", follow_up="Dijadwalkan ulang")
    with clock.set_to(DAY):
        data, _ = Papers(office.operator, plan, "q2").printed(
            "pengukuran-triwulan", "docx", Choices()
        )
    words = "".join(
        node.text or "" for node in docx.Document(io.BytesIO(data)).element.body.iter("{*}t")
    )
    assert "Hujan deras" in words
    assert "Dijadwalkan ulang" in words


def test_the_one_who_leads_the_office_signs(office: Office, plan: int) -> None:
    head = office.pimpinan.user
    head.name, head.nip = "Drs. CONTOH CAMAT", "197001011990031001"
    head.save()
    with clock.set_to(DAY):
        data, _ = Papers(office.operator, plan).printed("rencana-aksi", "pdf", Choices())
    file = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    assert "Drs. CONTOH CAMAT" in words
    assert "NIP. 19700101 199003 1 001" in words


def test_figures_that_nobody_approved_make_a_draft(office: Office, plan: int) -> None:
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan, "q2")
        measured = papers.document("pengukuran-triwulan").draft
        planned = papers.document("rencana-aksi").draft
        recorded = papers.document("berita-acara").draft
    assert any("belum disetujui" in gap for gap in measured)
    # What is missing is told once: by name here, in number where no name stands.
    assert not any("tanpa realisasi" in gap for gap in measured)
    assert any("tanpa realisasi" in gap for gap in recorded)
    assert not any("belum disetujui" in gap for gap in planned)


def test_a_replaced_plan_prints_what_was_reported_and_says_that_it_was_replaced(
    office: Office, plan: int
) -> None:
    Plan.objects.filter(pk=plan).update(status="superseded")
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan, "q2")
        data, _ = papers.printed("pengukuran-triwulan", "xlsx", Choices())
        planned = papers.document("rencana-aksi").draft
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    values = [cell.value for row in sheet for cell in row]
    assert 55 in values
    assert papers.quarters == ["q1", "q2", "q3", "q4"]
    for name in MEASURED:
        assert any("sudah digantikan" in gap for gap in papers.document(name).draft)
    assert not any("sudah digantikan" in gap for gap in planned)


def test_a_plan_that_is_not_set_prints_as_a_draft_without_results(office: Office) -> None:
    row = plan_of(office, status="draft")
    papers = Papers(office.operator, row.pk)
    assert papers.report is None
    assert "Rencana ini belum ditetapkan." in papers.document("rencana-aksi").draft
    with pytest.raises(NotFound):
        Papers(office.operator, row.pk, "q2")


def test_what_is_no_document_or_format_is_not_found(office: Office, plan: int) -> None:
    client = client_of(office.operator)
    with clock.set_to(DAY):
        for rest in ("dpa/pdf/", "rencana-aksi/exe/", "rencana-aksi/csv/"):
            assert client.get(address(office, plan, rest)).status_code == 404


def test_choices_that_are_none_are_left_as_they_are_by_default(office: Office, plan: int) -> None:
    client = client_of(office.operator)
    with clock.set_to(DAY):
        wrong = client.get(address(office, plan, "rencana-aksi/pdf/?paper=a5&quarter=q9"))
        plain = client.get(address(office, plan, "rencana-aksi/pdf/"))
        wide = client.get(address(office, plan, "rencana-aksi/pdf/?paper=f4&layout=columns"))
    assert wrong.content == plain.content
    assert wide.content != plain.content


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("name", ["rencana-aksi", "pengukuran-triwulan", "evaluasi-renja"])
def test_a_file_is_read_again_as_if_its_codes_were_not_there(
    office: Office, name: str, format: str
) -> None:
    row = plan_of(office)
    with clock.set_to(DAY):
        with_codes = Papers(office.operator, row.pk, "q2", None, SITE).document(name)
        without = Papers(office.operator, row.pk, "q2").document(name)
    assert "Kode angka" in [section.name for section in with_codes.sections]
    sections = [one for one in without.sections if one.name != "Catatan draf"]
    (reading,) = read_bytes(printed(with_codes, format))
    (plain,) = read_bytes(printed(without._replace(sections=tuple(sections), draft=()), format))
    assert _read(reading.plan) == _read(plain.plan)
    assert any("kode angka" in told.message("id") for told in reading.diagnostics)


def _read(plan: Meaning) -> list[object]:
    """What was read, without places."""
    return [
        (one.level, one.number, one.name, [
            (row.name, row.unit, {key: cell[:3] for key, cell in row.targets.items()})
            for row in one.indicators
        ])
        for one in plan.elements
    ]  # fmt: skip
