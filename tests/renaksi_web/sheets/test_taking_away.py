"""Plan and results as files: real numbers, the screen's figures, no formula, no stranger's."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import openpyxl
import pytest

from renaksi import model
from renaksi_web import clock
from renaksi_web.sheets.table import Column, Number, Row, Table
from renaksi_web.sheets.workbook import number_format, workbook
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    indicator,
    plan_of,
    report_cells,
    reported_plan,
    series_of,
    small_plan,
)
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db

HOSTILE = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", "  =1")


def opened(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data)).active


def sheet_with(*values: object) -> openpyxl.worksheet.worksheet.Worksheet:
    columns = tuple(Column(f"k{number}") for number, _ in enumerate(values))
    table = Table("Judul", (), columns, (Row("goal", values),))  # type: ignore[arg-type]
    return opened(workbook(table, "Kecamatan A & B", "id"))


@pytest.fixture
def reported(office: Office) -> dict[str, int]:
    """The second quarter: IKM 55 of 60, two meetings of ten; the office's plan and series."""
    plan = reported_plan(office, {0: "55", -1: "2"})
    return {"plan": plan.pk, "series": series_of(plan)[0]}


def test_a_hostile_text_is_text_and_quoted_in_every_cell() -> None:
    sheet = sheet_with(*HOSTILE)
    for column, text in enumerate(HOSTILE, 1):
        cell = sheet.cell(5, column)
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert str(cell.value).replace("_x000D_", "").strip() == text.strip()


def test_numbers_are_numbers_with_the_decimals_that_they_have() -> None:
    sheet = sheet_with(Number(Decimal("-12.50")), Number(Decimal(1234)), Number(Decimal(25), "%"))
    cells = [sheet.cell(5, column) for column in (1, 2, 3)]
    assert [cell.value for cell in cells] == [-12.5, 1234, 25]
    assert [cell.number_format for cell in cells] == ["#,##0.0", "#,##0", '#,##0"%"']
    assert number_format(Decimal("0.125")) == "#,##0.000"


def test_a_number_that_a_spreadsheet_would_round_stays_text() -> None:
    assert sheet_with(Number(Decimal("12345678901234567.5"))).cell(5, 1).value == (
        "12345678901234567.5"
    )


def test_the_workbook_is_ready_to_read_and_to_print(
    office: Office, reported: dict[str, int]
) -> None:
    answer = client_of(office.pimpinan).get("/opd/kemangkon/capaian/2022/tw2/unduh/xlsx/")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert 'filename="capaian-kemangkon-2022-tw2.xlsx"' in answer["Content-Disposition"]
    sheet = opened(answer.content)
    assert sheet.freeze_panes == "E7"
    assert sheet.print_title_rows == "$5:$6"
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "DRAF" in sheet.oddHeader.center.text
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_every_figure_equals_the_screens(office: Office, reported: dict[str, int]) -> None:
    client = client_of(office.pimpinan)
    page = client.get("/opd/kemangkon/realisasi/2022/tw2/").content.decode()
    sheet = opened(client.get("/opd/kemangkon/capaian/2022/tw2/unduh/xlsx/").content)
    heads = [cell.value for cell in sheet[5]], [cell.value for cell in sheet[6]]
    at = heads[0].index("TW II")
    ikm = [cell.value for cell in sheet[7]]
    assert ikm[at : at + 3] == [60, 55, 91.67]
    assert "91,67%" in page
    printed = client.get("/opd/kemangkon/capaian/2022/tw2/cetak/").content.decode()
    assert ">91,67%<" in printed
    text = client.get("/opd/kemangkon/capaian/2022/tw2/unduh/csv/").content.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert row["TW II Capaian"] == "91,67"
    measured = client.get("/opd/kemangkon/capaian/2022/tw2/unduh/json/").json()
    assert measured["schema"] == "renaksi/measurement/1"
    assert measured["indicators"][0]["q2"]["raw"].startswith("91.666")


def test_what_is_missing_is_said_and_stops_nothing(
    office: Office, reported: dict[str, int]
) -> None:
    page = client_of(office.pimpinan).get(f"/opd/kemangkon/rencana/{reported['plan']}/unduh/")
    text = page.content.decode()
    assert "Disusun sebagai DRAF: 1 indikator tanpa realisasi, 2 indikator belum disetujui" in text
    assert "/opd/kemangkon/realisasi/2022/tw2/periksa/" in text


def test_the_plan_leaves_by_the_cores_renderers(office: Office, reported: dict[str, int]) -> None:
    client, where = client_of(office.operator), f"/opd/kemangkon/rencana/{reported['plan']}/unduh/"
    written = json.loads(client.get(f"{where}json/").content)
    assert written["schema"] == "renaksi/plan/1"
    assert written["elements"][0]["indicators"][0]["actuals"]["q2"]["value"] == "55"
    assert client.get(f"{where}csv/").content.decode("utf-8-sig").startswith("Perangkat daerah;")
    sheet = opened(client.get(f"{where}xlsx/").content)
    assert [cell.value for cell in sheet[6]][5:9] == [40, 60, 70, 86]
    assert client.get(f"{where}pdf/").status_code == 404


def test_a_draft_is_printed_as_one_and_a_set_plan_is_not(office: Office) -> None:
    client, plan = client_of(office.operator), plan_of(office, status="draft")
    assert (
        'class="draft"' in client.get(f"/opd/kemangkon/rencana/{plan.pk}/cetak/").content.decode()
    )
    plan.status = "set"
    plan.set_by, plan.set_at = office.pimpinan.user, clock.now()
    plan.save()
    page = client.get(f"/opd/kemangkon/rencana/{plan.pk}/cetak/").content.decode()
    assert 'class="draft"' not in page


def test_no_file_of_an_office_leaves_to_another(
    office: Office, sibling: Office, stranger: Office, reported: dict[str, int]
) -> None:
    for other in (sibling, stranger):
        client = client_of(other.admin)
        slug = other.organisation.slug
        for kind in ("xlsx", "csv", "json"):
            for place in ("kemangkon", slug):
                address = f"/opd/{place}/rencana/{reported['plan']}/unduh/{kind}/"
                assert client.get(address).status_code == 404
            address = f"/opd/kemangkon/capaian/2022/tw2/unduh/{kind}/"
            assert client.get(address).status_code == 404


@pytest.mark.parametrize("times", [1, 4])
def test_a_file_asks_the_same_however_large_the_plan(office: Office, times: int) -> None:
    plan = small_plan()
    first, *rest = plan.elements
    many = tuple(indicator(f"IKM {number}", 1, 2, 3, 4) for number in range(10 * times))
    plan_of(office, model.Plan((first._replace(indicators=many), *rest), year=2022))
    client = client_of(office.pimpinan)
    with queries(at_most=10):
        answer = client.get("/opd/kemangkon/capaian/2022/tw2/unduh/xlsx/")
    assert answer.status_code == 200


def test_a_dash_against_a_target_counts_as_not_reported(
    office: Office, reported: dict[str, int]
) -> None:
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {reported["series"]: "-"})
    page = client_of(office.pimpinan).get(f"/opd/kemangkon/rencana/{reported['plan']}/unduh/")
    said = "Disusun sebagai DRAF: 2 indikator tanpa realisasi, 1 indikator belum disetujui"
    assert said in page.content.decode()
