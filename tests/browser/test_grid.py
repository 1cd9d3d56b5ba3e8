"""Reporting a quarter in a real browser: by keyboard, by paste, through broken lines."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.fixtures import Settings

from renaksi_web.accounts.models import Session
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.windows import Dates, set_windows
from tests.browser.conftest import PHONE, WIDE, Open, violations
from tests.renaksi_web.office import (
    DAY,
    PASSWORD,
    Office,
    hire,
    long_plan,
    plan_of,
    report_cells,
    series_of,
)


@pytest.fixture
def series(office: Office, settings: Settings) -> list[int]:
    """A plan of fifty indicators whose second quarter is being reported on the day of the tests."""
    settings.RENAKSI_TODAY = DAY
    days = Dates(DAY - timedelta(1), DAY + timedelta(5), DAY + timedelta(9))
    set_windows(by=office.admin, year=DAY.year, dates={"q2": days})
    return series_of(plan_of(office, long_plan(50, DAY.year)))


def grid() -> str:
    return f"/opd/kemangkon/realisasi/{DAY.year}/tw2/"


def cell(page: Page, number: int):  # type: ignore[no-untyped-def]
    return page.get_by_role("textbox", name=f"Indikator {number}", exact=True)


def status(page: Page, series: int):  # type: ignore[no-untyped-def]
    return page.locator(f"#s{series}")


def held() -> dict[int, str | None]:
    return dict(Entry.objects.values_list("series_id", "text"))


def paste(page: Page, number: int, text: str) -> None:
    cell(page, number).evaluate(
        """(field, text) => {
            const data = new DataTransfer();
            data.setData('text', text);
            const told = {clipboardData: data, bubbles: true, cancelable: true};
            field.focus();
            field.dispatchEvent(new ClipboardEvent('paste', told));
        }""",
        text,
    )


def test_fifty_numbers_by_keyboard_alone_take_fifty_enters(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    cell(page, 1).focus()
    for number in range(1, 51):
        page.keyboard.type(f"{number},5")
        page.keyboard.press("Enter")
    expect(status(page, series[-1])).to_contain_text("Tersimpan")
    expect(page.locator("#filled")).to_have_text("50 dari 50 terisi")
    assert held() == {one: f"{number},5" for number, one in enumerate(series, 1)}


@pytest.mark.parametrize("key", ["Enter", "Shift+Enter", "ArrowDown", "ArrowUp", "Tab"])
def test_every_way_of_leaving_a_cell_keeps_its_value_and_typing_replaces(
    office: Office, visit: Open, series: list[int], key: str
) -> None:
    page = visit(grid(), office.operator)
    cell(page, 2).focus()
    page.keyboard.type("7")
    page.keyboard.press(key)
    expect(status(page, series[1])).to_contain_text("Tersimpan")
    cell(page, 2).focus()
    page.keyboard.type("8")
    page.keyboard.press(key)
    expect(cell(page, 2)).to_have_value("8")
    expect(page.locator(f"#r{series[1]} [data-part=achievement]").first).to_have_text("400%")
    assert held() == {series[1]: "8"}


def test_escape_restores_and_control_enter_opens_the_details(
    office: Office, visit: Open, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "2"}, DAY.year)
    page = visit(grid(), office.operator)
    cell(page, 1).focus()
    page.keyboard.type("99")
    page.keyboard.press("Escape")
    expect(cell(page, 1)).to_have_value("2")
    page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="Rincian")
    expect(dialog).to_contain_text("Capaian TW II: 100% = 2 ÷ 2 × 100 (makin tinggi makin baik).")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert held() == {series[0]: "2"}


def test_a_pasted_column_is_shown_paired_then_saved_and_undone(
    office: Office, visit: Open, series: list[int]
) -> None:
    year = DAY.year
    report_cells(office.operator, "q2", {series[2]: "9"}, year)
    Entry.objects.update(state="submitted", submitted_by=office.operator.user)
    page = visit(grid(), office.operator)
    paste(page, 1, "1.234,5\r\n1.234\r\n3\r\nbanyak\r\n25%\r\n-\r\n")
    dialog = page.get_by_role("dialog", name="Tempel")
    expect(dialog.get_by_role("status")).to_have_text(
        "3 dikenali · 1 perlu dipilih · 1 bukan angka · 1 terkunci, dilewati"
    )
    assert violations(page) == []
    dialog.get_by_role("combobox").select_option("1,2340")
    dialog.get_by_role("button", name="Pakai dan simpan").click()
    expect(status(page, series[5])).to_contain_text("Tersimpan")
    assert held() == {
        series[0]: "1.234,5", series[1]: "1,2340", series[2]: "9", series[4]: "25%", series[5]: "-",
    }  # fmt: skip
    page.get_by_role("button", name="Urungkan tempelan").click()
    expect(page.get_by_text("Tempelan diurungkan")).to_be_visible()
    expect(status(page, series[0])).to_contain_text("Belum diisi")
    assert {text for one, text in held().items() if one != series[2]} == {None}


def test_fifty_pasted_values_are_shown_and_saved_quickly(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    paste(page, 1, "\n".join(str(number) for number in range(1, 51)) + "\n")
    page.get_by_role("button", name="Pakai dan simpan").click()
    expect(page.locator("#filled")).to_have_text("50 dari 50 terisi")
    assert held() == {one: str(number) for number, one in enumerate(series, 1)}


def test_a_doubtful_figure_is_asked_about_and_a_wrong_one_stays_typed(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    cell(page, 1).focus()
    page.keyboard.type("1.234")
    page.keyboard.press("Enter")
    page.keyboard.type("dua")
    page.keyboard.press("Enter")
    expect(status(page, series[1])).to_contain_text("Belum tersimpan: isi angka, misalnya 12,5.")
    expect(cell(page, 2)).to_have_value("dua")
    assert violations(page) == []
    status(page, series[0]).get_by_role("button", name="Pakai 1234").click()
    page.keyboard.press("Tab")
    expect(status(page, series[0])).to_contain_text("Tersimpan")
    assert held() == {series[0]: "1234"}


@pytest.mark.parametrize(("choice", "kept"), [("5", "5"), ("7", "7")])
def test_the_second_of_two_sees_the_firsts_value_and_chooses(
    office: Office, visit: Open, series: list[int], choice: str, kept: str
) -> None:
    page = visit(grid(), office.operator)
    other = hire(office.organisation, "budi", ["operator"])
    report_cells(other, "q2", {series[0]: "5"}, DAY.year)
    cell(page, 1).focus()
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    expect(status(page, series[0])).to_contain_text("Diubah Budi menjadi 5 — pilih nilai.")
    expect(cell(page, 1)).to_have_value("7")
    status(page, series[0]).get_by_role("button", name=f"Pakai {choice}").click()
    expect(status(page, series[0])).to_contain_text("Tersimpan")
    expect(cell(page, 1)).to_have_value(kept)
    assert held() == {series[0]: kept}


def test_without_a_network_the_value_waits_here_and_is_sent_later(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    page.context.set_offline(True)
    cell(page, 1).focus()
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    expect(status(page, series[0])).to_have_text("Menunggu jaringan — tersimpan di komputer ini")
    assert held() == {}
    page.context.set_offline(False)
    expect(status(page, series[0])).to_contain_text("Tersimpan")
    assert held() == {series[0]: "4"}


def test_a_tab_killed_in_mid_entry_loses_nothing(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    page.context.set_offline(True)
    cell(page, 3).focus()
    page.keyboard.type("6")
    page.close(run_before_unload=False)
    again = page.context.new_page()
    again.context.set_offline(False)
    again.goto(grid())
    expect(status(again, series[2])).to_contain_text("Tersimpan")
    expect(cell(again, 3)).to_have_value("6")
    assert held() == {series[2]: "6"}


def test_a_session_that_ends_in_mid_entry_loses_nothing(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    Session.objects.all().delete()
    cell(page, 1).focus()
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Sesi berakhir")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(status(page, series[0])).to_contain_text("Tersimpan")
    assert held() == {series[0]: "4"}


def test_a_cell_changed_again_while_it_is_being_saved_is_saved_too(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator)
    slow: list[Route] = []
    page.route("**/tw2/", lambda route: slow.append(route) if not slow else route.continue_())
    cell(page, 1).focus()
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    while not slow:
        page.wait_for_timeout(10)
    slow[0].continue_()
    expect(status(page, series[1])).to_contain_text("Tersimpan")
    expect(page.locator("#kept")).to_have_text("Semua tersimpan")
    assert held() == {series[0]: "5", series[1]: "6"}


def test_without_script_the_grid_is_one_form(
    office: Office, visit: Open, series: list[int]
) -> None:
    page = visit(grid(), office.operator, java_script_enabled=False)
    cell(page, 1).fill("3,5")
    cell(page, 2).fill("dua")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Belum tersimpan: isi angka, misalnya 12,5.")).to_be_visible()
    expect(cell(page, 2)).to_have_value("dua")
    cell(page, 2).fill("2")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("1 isian tersimpan.")).to_be_visible()
    assert held() == {series[0]: "3,5", series[1]: "2"}


@pytest.mark.parametrize("viewport", [WIDE, {"width": 900, "height": 700}, PHONE])
def test_a_focused_cell_is_hidden_neither_under_the_head_nor_under_the_foot(
    office: Office, visit: Open, series: list[int], viewport: dict[str, int]
) -> None:
    page = visit(grid(), office.operator, viewport=viewport)
    for begin, key in ((1, "ArrowDown"), (50, "ArrowUp")):
        cell(page, begin).focus()
        for _ in range(49):
            page.keyboard.press(key)
            top, bottom, head, foot = page.evaluate(
                """() => {
                    const box = (element) => element.getBoundingClientRect();
                    const head = document.querySelector('.grid thead');
                    const stuck = getComputedStyle(head).position !== 'absolute';
                    const field = box(document.activeElement);
                    const foot = box(document.querySelector('.grid-foot'));
                    const over = stuck ? box(head.rows[0].cells[0]).bottom : 0;
                    return [field.top, field.bottom, over, foot.top];
                }"""
            )
            assert top >= head
            assert bottom <= foot


def test_three_clicks_lead_from_signing_in_to_approved(
    office: Office, visit: Open, series: list[int]
) -> None:
    report_cells(office.operator, "q2", dict.fromkeys(series, "2"), DAY.year)
    Entry.objects.update(state="verified", submitted_by=office.operator.user)
    page = visit("/masuk/")
    page.get_by_label("Nama pengguna, NIP, atau NIK").fill("pimpinan.kemangkon")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Setujui").click()
    page.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("50 isian disetujui.")).to_be_visible()
    expect(page).to_have_url(re.compile("periksa/$"))
    assert unquote(page.url).count("tw2") == 1
    assert set(Entry.objects.values_list("state", flat=True)) == {"approved"}
