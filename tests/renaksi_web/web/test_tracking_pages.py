"""The pages of reporting, checking and seeing: what they say, what they cost, what they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.urls import reverse

from renaksi_web import clock
from renaksi_web.audit.selectors import latest
from renaksi_web.plans.models import Indicator
from renaksi_web.tracking.models import Entry, ReportingWindow
from renaksi_web.tracking.reporting import describe
from renaksi_web.tracking.workflow import move
from renaksi_web.web.addresses import entry_address
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    found,
    hire,
    long_plan,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.queries import queries

WHERE = {"office": "kemangkon", "year": 2022, "quarter": "q2"}


@pytest.fixture
def series(office: Office) -> list[int]:
    """A plan in force and its windows."""
    windows_of(office)
    return series_of(plan_of(office))


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.set_to(DAY):
        yield


def url(name: str, **more: object) -> str:
    return reverse(name, kwargs={**WHERE, **more})


def step(by, act: str, reason: str = "") -> None:  # type: ignore[no-untyped-def]
    seen = dict(Entry.objects.values_list("pk", "version"))
    move(by=by, act=f"entry.{act}", year=2022, quarter="q2", seen=seen, reason=reason)


WHOLE_PLAN = {
    "report": 8,
    "paper": 8,
    "glance": 9,  # and what was frozen
    "check": 10,  # and what changed since it was sent back
    "print-measured": 8,
    "entry-template": 8,
}


@pytest.mark.parametrize(("name", "cost"), WHOLE_PLAN.items())
@pytest.mark.parametrize("count", [3, 53])
def test_a_page_of_the_whole_plan_costs_at_most_ten_queries_whatever_its_size(
    office: Office, name: str, cost: int, count: int
) -> None:
    windows_of(office)
    series = series_of(plan_of(office, long_plan(count)))
    report_cells(office.operator, "q2", dict.fromkeys(series, "2"))
    step(office.operator, "submit")
    step(office.verifikator, "return", "angka keliru")
    step(office.operator, "submit")
    client = client_of(office.pimpinan)
    client.get(url(name))
    with queries(cost):
        assert client.get(url(name)).status_code == 200


@pytest.mark.parametrize(("years", "drafts"), [((2022,), 0), ((2021, 2022), 0), ((2021, 2022), 4)])
def test_my_tasks_cost_ten_queries_however_many_plans_there_are(
    office: Office, years: tuple[int, ...], drafts: int
) -> None:
    for year in years:
        windows_of(office, year)
        series = series_of(plan_of(office, long_plan(20, year)))
    report_cells(office.operator, "q2", dict.fromkeys(series, "2"))
    for number in range(drafts):
        plan_of(office, long_plan(5, 2023 + number), status="draft")
    client = client_of(office.operator)
    client.get(reverse("office", args=["kemangkon"]))
    with queries(10):
        page = client.get(reverse("office", args=["kemangkon"])).text
    assert "20 dari 20 terisi" in page
    assert page.count("Draf rencana") == drafts


def test_a_row_that_is_late_says_that_nothing_was_reported(
    office: Office, series: list[int]
) -> None:
    with clock.set_to(date(2022, 7, 20)):
        page = client_of(office.operator).get(url("report")).text
    assert "<strong>Terlambat</strong>" in page
    row = page[page.index(f'id="r{series[0]}"') :].partition("</tr>")[0]
    assert '<span class="band band-none">belum melapor</span>' in row


@pytest.mark.parametrize(("language", "words"), [("id", "Sangat Rendah"), ("en", "very low")])
def test_the_band_of_an_achievement_is_named_in_the_language_of_the_page(
    office: Office, series: list[int], language: str, words: str
) -> None:
    report_cells(office.operator, "q2", {series[-1]: "1"})
    client = client_of(office.operator)
    client.cookies["bahasa"] = language
    assert f'title="{words}">10%</span>' in client.get(url("report")).text


def test_the_address_of_an_entry_is_the_one_that_the_site_answers() -> None:
    for quarter, series in (("q1", 7), ("q4", 123456)):
        expected = reverse("entry", args=["kemangkon", 2022, quarter, series])
        assert entry_address("kemangkon", 2022, quarter, series) == expected


@pytest.mark.parametrize("count", [1, 50])
def test_a_save_through_the_page_costs_the_same_for_one_cell_and_fifty(
    office: Office, count: int
) -> None:
    windows_of(office)
    series = series_of(plan_of(office, long_plan(53)))[:count]
    client = client_of(office.operator)
    sent = {f"v{one}": "2" for one in series} | {f"o{one}": "0:" for one in series}
    with queries(15):
        answer = client.post(url("report"), sent, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.count("Tersimpan") == count


@pytest.mark.parametrize(("rows", "offices"), [(3, 0), (200, 0), (3, 6)])
def test_a_save_costs_the_same_however_large_the_plan_and_the_government(
    office: Office, rows: int, offices: int
) -> None:
    for number in range(offices):
        other = found(f"Kecamatan {number}", "Kabupaten Purbalingga")
        windows_of(other)
        theirs = series_of(plan_of(other, long_plan(20)))
        report_cells(other.operator, "q2", dict.fromkeys(theirs, "2"))
    windows_of(office)
    series = series_of(plan_of(office, long_plan(rows)))
    report_cells(office.operator, "q2", dict.fromkeys(series[1:], "2"))
    client = client_of(office.operator)
    sent = {f"v{series[0]}": "2", f"o{series[0]}": "0:"}
    with queries(15):
        assert client.post(url("report"), sent, headers={"HX-Request": "true"}).status_code == 200


def test_a_conflict_is_409_with_both_values_and_a_wrong_cell_422(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "50"})
    client = client_of(hire(office.organisation, "budi", ["operator"]))
    sent = {f"v{series[0]}": "60", f"o{series[0]}": "0:"}
    answer = client.post(url("report"), sent, headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert 'data-choose="50"' in answer.text
    assert 'data-choose="60"' in answer.text
    sent = {f"v{series[2]}": "1.234", f"o{series[2]}": "0:"}
    answer = client.post(url("report"), sent, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert 'data-choose="1,2340"' in answer.text


def test_an_unchanged_cell_of_the_form_is_not_sent_over_a_newer_value(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "50", series[2]: "5"})
    sent = {
        f"v{series[0]}": "", f"o{series[0]}": "0:",
        f"v{series[2]}": "6", f"o{series[2]}": "1:5",
    }  # fmt: skip
    assert client_of(office.operator).post(url("report"), sent).status_code == 302
    assert Entry.objects.get(series=series[0]).text == "50"
    assert Entry.objects.get(series=series[2]).text == "6"


@pytest.mark.parametrize(
    "sent", [{"vx": "1"}, {"v" + "9" * 30: "1"}, {"v99999": "1", "o99999": "x"}]
)
def test_a_forged_form_is_answered_and_changes_nothing(
    office: Office, series: list[int], sent: dict[str, str]
) -> None:
    assert client_of(office.operator).post(url("report"), sent).status_code in (302, 404)
    assert not Entry.objects.exists()


def test_a_field_beyond_the_form_changes_nothing(office: Office, series: list[int]) -> None:
    sent = {
        f"v{series[0]}": "60", f"o{series[0]}": "0:", "state": "approved", "organisation": "99",
        "submitted_by": "1", "sample": "1", "version": "9",
    }  # fmt: skip
    client_of(office.operator).post(url("report"), sent)
    entry = Entry.objects.get()
    assert (entry.state, entry.version, entry.submitted_by_id, entry.sample) == (
        "draft", 1, None, False,
    )  # fmt: skip
    assert entry.organisation == office.organisation


def test_the_entry_explains_its_number_and_tells_its_history(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "50"})
    report_cells(office.operator, "q2", {series[0]: "57"})
    page = client_of(office.pimpinan).get(url("entry", series=series[0])).text
    assert "Capaian TW II: 95% = 57 ÷ 60 × 100 (makin tinggi makin baik)." in page
    assert "Permendagri 86/2017" in page
    assert "nilai dari 50 menjadi 57" in page
    assert "nilai dari kosong menjadi 50" in page


def test_an_approved_entry_shows_what_was_frozen(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "57"})
    step(office.operator, "submit")
    step(office.verifikator, "verify")
    step(office.pimpinan, "approve")
    client = client_of(office.operator)
    page = client.get(url("entry", series=series[0])).text
    assert "Dibekukan 4 Juli 2022 dengan aturan versi 1:" in page
    assert "Hasilnya dibekukan 4 Juli 2022" in client.get(url("glance")).text
    assert "Terkunci: disetujui Camat 4 Juli" in client.get(url("report")).text


def test_each_role_sees_what_waits_for_it(office: Office, series: list[int]) -> None:
    home = reverse("office", args=["kemangkon"])
    report_cells(office.operator, "q2", {series[0]: "57", series[2]: "50"})
    page = client_of(office.operator).get(home).text
    assert "2 dari 3 terisi" in page
    assert "Batas pelaporan TW II: 10 Juli — 6&nbsp;hari lagi" in page
    assert "Bukti belum ada" in page
    step(office.operator, "submit")
    assert ">Periksa<" in client_of(office.verifikator).get(home).text
    assert ">Setujui<" not in client_of(office.pimpinan).get(home).text
    step(office.verifikator, "verify")
    assert ">Setujui<" in client_of(office.pimpinan).get(home).text
    step(office.pimpinan, "return", "bukti kurang")
    assert "Perlu perbaikan" in client_of(office.operator).get(home).text


def test_what_is_overdue_stays_among_the_tasks(office: Office, series: list[int]) -> None:
    with clock.set_to(date(2023, 2, 20)):
        page = client_of(office.operator).get(reverse("office", args=["kemangkon"])).text
    assert page.count("0 dari") == 4
    assert "Pelaporan TW I ditutup" in page


def test_the_sentence_for_the_head_counts_what_is_true(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "60", series[2]: "20"})
    page = client_of(office.pimpinan).get(url("glance")).text
    assert "TW II: 1 dari 3 tercapai; 1 di bawah 66%; 1 belum melapor; 2 tanpa bukti." in page


def test_the_paper_stands_as_the_paper_does(office: Office, series: list[int]) -> None:
    page = client_of(office.pimpinan).get(url("paper")).text
    for heads in (("TUJUAN", "SASARAN"), ("SASARAN", "PROGRAM"), ("KEGIATAN", "SUB KEGIATAN")):
        assert page.index(f'<th colspan="7" scope="colgroup">{heads[0]}</th>') < page.index(
            f'<th colspan="7" scope="colgroup">{heads[1]}</th>'
        )
    assert page.count(">TW IV<") >= 7


def test_windows_out_of_order_are_refused_and_what_was_typed_stays(
    office: Office, series: list[int]
) -> None:
    form = {
        f"{q}_{key}": f"2022-0{n}-1{m}"
        for n, q in enumerate(("q1", "q2", "q3", "q4"), 3)
        for m, key in enumerate(("opens", "due", "closes"))
    }
    client = client_of(office.admin)
    page = client.post(reverse("windows", args=["kemangkon"]), form | {"q2_due": "2022-12-01"})
    assert page.status_code == 422
    assert "TW II: tanggal buka, batas, dan tutup harus berurutan." in page.text
    assert 'value="2022-12-01"' in page.text
    client.post(reverse("windows", args=["kemangkon"]), form)
    assert ReportingWindow.objects.get(quarter="q3").due == date(2022, 5, 11)


def test_a_return_without_a_reason_is_refused_where_it_was_asked(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "60"})
    step(office.operator, "submit")
    entry = Entry.objects.get()
    answer = client_of(office.verifikator).post(url("return"), {"entry": f"{entry.pk}:1"})
    assert answer.status_code == 422
    assert "Tulis alasannya." in answer.text
    answer = client_of(office.verifikator).post(url("verify"), {"entry": f"{entry.pk}:7"})
    assert answer.status_code == 409


def test_a_reopening_without_a_reason_asks_why_beside_its_field(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "60"})
    step(office.operator, "submit")
    step(office.verifikator, "verify")
    step(office.pimpinan, "approve")
    entry = Entry.objects.get()
    typed = {"entry": f"{entry.pk}:{entry.version}", "state": "approved"}
    page = client_of(office.pimpinan).post(url("reopen"), typed)
    assert page.status_code == 422
    _, _, beside = page.text.partition('id="lacks-approved">')
    assert beside.startswith("Mengapa perlu dibuka kembali? Tulis alasannya.")
    assert 'aria-describedby="lacks-approved" autofocus' in page.text


def test_a_deadline_is_told_in_days(office: Office, series: list[int]) -> None:
    with clock.set_to(date(2022, 6, 27)):
        page = client_of(office.operator).get(url("report")).text
    assert "Batas pelaporan TW II: 10 Juli — 13&nbsp;hari lagi" in page


def test_nothing_reached_is_no_missing_report(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "-"})
    page = client_of(office.operator).get(url("report")).text
    _, _, row = page.partition(f'id="r{series[0]}"')
    assert "tidak ada realisasi" in row.partition("</tr>")[0]


def test_who_decides_reads_what_asks_for_a_look(office: Office, series: list[int]) -> None:
    Indicator.objects.filter(series=series[2]).update(unit="Persen")
    report_cells(office.operator, "q2", {series[2]: "=12/60", series[-1]: "10"})
    page = client_of(office.verifikator).get(url("check")).text
    assert "2 perlu perhatian (1 di bawah batas, 2 tanpa bukti)" in page
    assert '20%<small class="d-block">20% = 12 ÷ 60</small>' in page


def test_the_record_names_indicator_and_quarter_of_every_change(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "60"})
    describe(by=office.operator, year=2022, quarter="q2", series=series[0], obstacle="Hujan")
    assert [story.subject for story in latest(office.admin)[:2]] == ["IKM · TW II 2022"] * 2


def test_bands_are_named_in_the_language_of_the_page(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "60"})
    client = client_of(office.operator)
    assert 'title="Sangat Tinggi"' in client.get(url("report")).text
    client.cookies["bahasa"] = "en"
    assert 'title="very high"' in client.get(url("report")).text
