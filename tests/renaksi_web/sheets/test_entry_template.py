"""The entry template: made, filled offline as a person would, previewed, applied whole or not."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.refusals import Refused
from renaksi_web.sheets.filled import Wanted, apply, preview, read
from renaksi_web.tracking.models import Entry
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)

pytestmark = pytest.mark.django_db

Sheet = Any
UPLOAD = "/opd/kemangkon/realisasi/2022/tw2/lembar/"


@pytest.fixture
def series(office: Office) -> Any:
    """The series of the plan, the second quarter open, IKM reported as 55."""
    found = series_of(plan_of(office))
    windows_of(office)
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {found[0]: "55"})
        yield found


def template(office: Office, fill: Callable[[Sheet], object] = str) -> bytes:
    """The downloaded template as it is after somebody filled it in."""
    data = client_of(office.operator).get(UPLOAD).content
    book = openpyxl.load_workbook(io.BytesIO(data))
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(sheet: Sheet, series: int) -> int:
    return next(r for r in range(5, sheet.max_row + 1) if _id(sheet, r).endswith(f"/{series}"))


def _id(sheet: Sheet, row: int) -> str:
    return str(sheet.cell(row, 12).value)


def looked(office: Office, data: bytes) -> Any:
    return preview(office.operator, 2022, "q2", data)


def test_only_what_may_be_filled_is_unlocked_and_ids_say_what_they_are(
    office: Office, series: list[int]
) -> None:
    def look(sheet: Sheet) -> None:
        assert sheet.protection.sheet
        assert _id(sheet, 5) == f"kemangkon/2022/TW2/{series[0]}"
        assert sheet.column_dimensions["M"].hidden
        locked = [sheet.cell(5, column).protection.locked for column in range(1, 14)]
        assert [column for column, is_locked in enumerate(locked, 1) if not is_locked] == [8, 9, 10]
        assert (sheet.cell(5, 8).value, sheet.cell(5, 8).number_format) == ("55", "@")

    template(office, look)


def test_an_untouched_template_changes_nothing(office: Office, series: list[int]) -> None:
    found = looked(office, template(office))
    assert (found.changed, found.kept, found.declined) == ([], 5, [])


def test_what_changes_stays_and_is_refused_is_counted(office: Office, series: list[int]) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.cell(row_of(sheet, series[0]), 8).value = "57,5"
        sheet.cell(row_of(sheet, series[2]), 8).value = "1.234"
        sheet.cell(row_of(sheet, series[4]), 8).value = "dua"
        sheet.append(["", "", "", "", "", "", "", "9", "", "", "", "kemangkon/2022/TW1/1", "0:"])

    found = looked(office, template(office, fill))
    assert [(c.old, c.wanted.text) for c in found.changed] == [("55", "57,5")]
    assert found.kept == 2
    reasons = [declined.reason.message("id") for declined in found.declined]
    assert "berarti" in reasons[0]
    assert "isi angka" in reasons[1]
    assert "bukan milik kantor dan triwulan ini" in reasons[2]


def test_a_preview_saves_nothing_and_applying_it_saves_all(
    office: Office, series: list[int]
) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.cell(row_of(sheet, series[0]), 8).value = "57"
        row = row_of(sheet, series[4])
        sheet.cell(row, 8).value = "4"
        sheet.cell(row, 9).value = "Hujan"
        sheet.cell(row, 10).value = "Diulang"

    client = client_of(office.operator)
    upload = SimpleUploadedFile("isian.xlsx", template(office, fill))
    page = client.post(f"{UPLOAD}unggah/", {"file": upload})
    text = page.content.decode()
    assert "2 berubah, 3 tetap, 0 ditolak" in text
    assert Entry.objects.get(series=series[0]).text == "55"
    assert not Entry.objects.filter(series=series[4]).exists()
    sent = dict(re.findall(r'name="([vskt]\d+)" value="([^"]*)"', text))
    before = Event.objects.count()
    assert client.post(f"{UPLOAD}terapkan/", sent).status_code == 302
    assert Entry.objects.get(series=series[0]).text == "57"
    entry = Entry.objects.get(series=series[4])
    assert (entry.text, entry.obstacle, entry.follow_up) == ("4", "Hujan", "Diulang")
    assert Event.objects.count() == before + 1


def test_one_refused_row_leaves_every_row_as_it_was(office: Office, series: list[int]) -> None:
    wanted = [Wanted(series[0], 1, "57", "", ""), Wanted(series[4], 7, "4", "", "")]
    report_cells(office.operator, "q2", {series[4]: "3"})
    events = Event.objects.count()
    with pytest.raises(Refused, match="Nothing was saved"):
        apply(by=office.operator, year=2022, quarter="q2", wanted=wanted)
    assert [entry.text for entry in Entry.objects.order_by("pk")] == ["55", "3"]
    assert Event.objects.count() == events


def test_what_somebody_else_changed_since_is_refused(office: Office, series: list[int]) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.cell(row_of(sheet, series[0]), 8).value = "57"

    data = template(office, fill)
    entry = Entry.objects.get(series=series[0])
    entry.version, entry.text = 2, "56"
    entry.save()
    (declined,) = looked(office, data).declined
    assert "menjadi 56" in declined.reason.message("id")


def test_words_of_several_lines_come_back_as_they_left(office: Office, series: list[int]) -> None:
    Entry.objects.update(obstacle="Hujan\r\nbanjir", follow_up="Diulang")
    found = looked(office, template(office))
    assert (found.changed, found.kept) == ([], 5)


def test_a_locked_row_is_refused(office: Office, series: list[int]) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.cell(row_of(sheet, series[0]), 8).value = "57"

    data = template(office, fill)
    Entry.objects.update(state="approved", submitted_by=office.operator.user)
    (declined,) = looked(office, data).declined
    assert "Terkunci" in declined.reason.message("id")


def test_numbers_as_a_spreadsheet_keeps_them_read_one_way(
    office: Office, series: list[int]
) -> None:
    def fill(sheet: Sheet) -> None:
        for row, (value, pattern) in enumerate(
            [
                (12.5, "General"),
                (0.25, "0%"),
                (1.234, "General"),
                ("=45/60", "General"),
                (0.1 + 0.2, "0.0"),
            ],
            start=5,
        ):
            sheet.cell(row, 8).value = value
            sheet.cell(row, 8).number_format = pattern

    data = template(office, fill)
    texts = [row["value"] for row in read(data)]
    assert texts == ["12,5", "25%", "1,2340", "=45/60", "0,3"]


def test_rows_may_be_sorted_and_deleted_but_not_doubled(office: Office, series: list[int]) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.delete_rows(6, 2)
        sheet.append([cell.value for cell in sheet[5]])

    found = looked(office, template(office, fill))
    assert (len(found.changed), found.kept, len(found.declined)) == (0, 3, 1)


def workbook_of(sheet: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, text in parts.items():
            archive.writestr(f"xl/{name}.xml", text)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan zip",
        b"PK\x03\x04rusak",
        workbook_of(b"<worksheet><sheetData/></worksheet>"),
        workbook_of(b"<worksheet><sheetData>"),
        workbook_of(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
        workbook_of("<a/>".encode("utf-16")),
        workbook_of(b"<?xml version='1.0' encoding='cp037'?><a/>"),
        workbook_of(b"<a/>", styles=b"<a><cellXfs><xf numFmtId='x'/></cellXfs></a>"),
        workbook_of(b"<a>" + b" " * 25_000_000 + b"</a>"),
    ],
)
def test_a_damaged_or_hostile_file_is_one_sentence(
    office: Office, series: list[int], data: bytes
) -> None:
    page = client_of(office.operator).post(
        f"{UPLOAD}unggah/", {"file": SimpleUploadedFile("a.xlsx", data)}
    )
    assert page.status_code == 422
    assert "alert-danger" in page.content.decode() or "invalid-feedback" in page.content.decode()
    assert Entry.objects.count() == 1


def test_who_may_not_report_cannot_upload(office: Office, series: list[int]) -> None:
    client: Client = client_of(office.verifikator)
    assert client.get(UPLOAD).status_code == 200
    assert client.post(f"{UPLOAD}terapkan/", {}).status_code == 403


def test_applying_is_one_event_whatever_is_said_beside_the_numbers(
    office: Office, series: list[int]
) -> None:
    seen = {e.series_id: e.version for e in Entry.objects.all()}
    wanted = [
        Wanted(one, seen.get(one, 0), str(number), f"kendala {number}", "rapat")
        for number, one in enumerate(series, 5)
    ]
    events = Event.objects.count()
    apply(by=office.operator, year=2022, quarter="q2", wanted=wanted)
    assert Event.objects.count() == events + 1
    for number, one in enumerate(series, 5):
        entry = Entry.objects.get(series=one)
        assert (entry.text, entry.obstacle, entry.follow_up) == (
            str(number), f"kendala {number}", "rapat",
        )  # fmt: skip
        assert entry.version == seen.get(one, 0) + 1
        told = json.loads(Event.objects.latest("number").payload)["after"][str(entry.pk)]
        assert (told["text"], told["obstacle"]) == (str(number), f"kendala {number}")
    seen = {e.series_id: e.version for e in Entry.objects.all()}
    only_words = Wanted(series[0], seen[series[0]], "5", "kendala lain", "rapat")
    apply(by=office.operator, year=2022, quarter="q2", wanted=[only_words])
    assert Event.objects.count() == events + 2
    told = json.loads(Event.objects.latest("number").payload)
    assert told["before"] == {"obstacle": "kendala 5"}
    assert told["after"] == {"obstacle": "kendala lain"}


def test_words_over_a_newer_version_are_a_conflict_too(office: Office, series: list[int]) -> None:
    wanted = [Wanted(series[0], 0, "50", "kendala", "")]
    with pytest.raises(Refused, match="Nothing was saved"):
        apply(by=office.operator, year=2022, quarter="q2", wanted=wanted)
    assert Entry.objects.get(series=series[0]).obstacle == ""
