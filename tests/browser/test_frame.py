"""The frame of every page in a real browser: readable, narrow, by keyboard, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from renaksi_web.accounts.models import Session
from tests.browser.conftest import Open, violations
from tests.renaksi_web.office import PASSWORD, Office

PEOPLE = "/opd/kemangkon/pengguna/"


@pytest.mark.parametrize("chosen", ["gelap", "terang"])
def test_chosen_colours_go_before_the_devices_and_have_no_fault(
    office: Office, visit: Open, chosen: str
) -> None:
    page = visit(PEOPLE, office.admin, color_scheme="dark" if chosen == "terang" else "light")
    with page.expect_navigation(wait_until="load"):  # its style sheets have come
        page.get_by_role("button", name=chosen).click()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(255, 255, 255)" if chosen == "terang" else "rgb(18, 24, 31)")
    assert violations(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_one_signs_in_with_and_without_script(office: Office, visit: Open, script: bool) -> None:
    page = visit("/opd/kemangkon/", java_script_enabled=script)
    page.get_by_label("Nama pengguna, NIP, atau NIK").fill("operator.kemangkon")
    page.get_by_label("Kata sandi").fill("salah")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_text("Nama pengguna atau kata sandi tidak cocok.")).to_be_visible()
    expect(page.get_by_label("Nama pengguna, NIP, atau NIK")).to_have_value("operator.kemangkon")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/opd/kemangkon/$"))


def test_the_password_can_be_shown(office: Office, visit: Open) -> None:
    page = visit("/masuk/")
    page.get_by_label("Kata sandi").fill("kopi pagi")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_label("Kata sandi")).to_have_attribute("type", "text")
    page.get_by_role("button", name="Sembunyikan").click()
    expect(page.get_by_label("Kata sandi")).to_have_attribute("type", "password")


def test_the_first_tab_leads_past_the_frame(office: Office, visit: Open) -> None:
    page = visit(PEOPLE, office.admin)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_session_that_ended_is_renewed_in_place_and_what_was_typed_stays(
    office: Office, visit: Open
) -> None:
    page = visit(PEOPLE, office.admin)
    page.get_by_label("Nama", exact=True).fill("Budi Santoso")
    # A fragment of this page, as htmx asks for it.
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend',"
        " '<button id=ask hx-get=/akun/ hx-target=#got>?</button><div id=got></div>');"
        " htmx.process(document.body)"
    )
    Session.objects.all().delete()
    page.locator("#ask").click()
    dialog = page.get_by_role("dialog", name="Sesi berakhir")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    dialog.get_by_label("Kata sandi").fill("salah")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Nama pengguna atau kata sandi tidak cocok.")
    dialog.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    page.locator("#ask").click()
    expect(page.locator("#got")).to_contain_text("Akun saya")
    expect(page.get_by_label("Nama", exact=True)).to_have_value("Budi Santoso")
    page.get_by_role("button", name="Buat tautan undangan").click()
    expect(page.get_by_label("Tautan", exact=True)).to_have_value(re.compile("/undangan/"))
