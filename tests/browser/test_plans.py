"""A plan in a real browser: from paper to set plan, by keyboard, with and without script."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from renaksi_web.plans.models import Plan
from renaksi_web.plans.services import versions
from tests.browser.conftest import PHONE, WIDE, Open, looks
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.paper import PAPER, brought_in


def upload(page: Page, folder: Path) -> None:
    paper = folder / "rencana.txt"
    paper.write_text(PAPER, encoding="utf-8")
    page.get_by_role("link", name="Masukkan dokumen rencana").click()
    page.get_by_label("Berkas rencana aksi").set_input_files(paper)
    page.get_by_role("button", name="Unggah dan baca").click()
    expect(page.get_by_text("3 hal perlu Anda putuskan")).to_be_visible()


def decide(page: Page) -> None:
    """Fill the lost target, and agree to what is proposed."""
    page.locator(".task").first.get_by_label("TW II", exact=True).fill("50%")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 hal perlu Anda putuskan")).to_be_visible()
    for left in ("1 hal perlu", "Semua sudah diputuskan. Bandingkan"):
        page.get_by_role("button", name="Sesuai").first.click()
        expect(page.get_by_text(left)).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_paper_becomes_a_set_plan_with_and_without_script(
    office: Office, visit: Open, tmp_path: Path, script: bool
) -> None:
    page = visit("/opd/kemangkon/rencana/", office.operator, java_script_enabled=script)
    upload(page, tmp_path)
    decide(page)
    page.get_by_role("button", name="Masukkan sebagai rencana").click()
    expect(page.get_by_role("heading", name="RENCANA AKSI TAHUN 2022")).to_be_visible()
    page.get_by_role("link", name="Jumlah rapat koordinasi").click()
    page.get_by_label("TW III", exact=True).fill("4")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/rencana/\d+/#i\d+$"))
    path = re.sub("^https?://[^/]+", "", page.url.split("#")[0])
    page = visit(path, office.verifikator, java_script_enabled=script)
    page.get_by_role("button", name="Verifikasi").click()
    expect(page.get_by_text("Rencana terverifikasi")).to_be_visible()
    page = visit(path, office.pimpinan, java_script_enabled=script)
    page.get_by_role("button", name="Tetapkan").click()
    expect(page.get_by_text("Rencana ditetapkan.")).to_be_visible()
    assert Plan.objects.get().status == "set"


def test_rows_are_walked_and_corrected_by_keyboard_alone(office: Office, visit: Open) -> None:
    imported = brought_in(office)
    page = visit(f"/opd/kemangkon/impor/{imported.pk}/", office.operator)
    page.locator(".pick").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#b6")).to_have_class("lit")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("textbox", name="Indikator")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("30%")
    page.keyboard.press("Enter")
    expect(panel).to_be_hidden()
    expect(page.locator(".pick").nth(1)).to_be_focused()
    expect(page.locator("tr.of-row").first.get_by_text("30%")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(".pick").nth(2)).to_be_focused()


def test_one_letter_moves_a_row(office: Office, visit: Open) -> None:
    imported = brought_in(office)
    page = visit(f"/opd/kemangkon/impor/{imported.pk}/", office.operator)
    page.locator(".pick", has_text="Jumlah rapat").focus()
    page.keyboard.press("p")
    expect(page.get_by_role("dialog").get_by_label("Unsur")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    imported.refresh_from_db()
    assert imported.corrections == [{"do": "move_row", "row": "P1.K1.SK1~0", "element": "P1.K1"}]


def test_a_refused_correction_stays_in_its_dialog(office: Office, visit: Open) -> None:
    imported = brought_in(office)
    page = visit(f"/opd/kemangkon/impor/{imported.pk}/", office.operator)
    page.locator(".pick").nth(1).click()
    panel = page.get_by_role("dialog")
    panel.get_by_label("TW I", exact=True).fill("1.234")
    page.keyboard.press("Enter")
    expect(panel.get_by_role("alert")).to_contain_text("tulis 1234 atau 1,2340")
    expect(panel.get_by_label("TW I", exact=True)).to_have_value("1.234")


def test_official_names_and_findings_come_while_typing(office: Office, visit: Open) -> None:
    plan = plan_of(office, status="draft")
    page = visit(f"/opd/kemangkon/rencana/{plan.pk}/", office.operator)
    page.get_by_role("link", name="Tambah kegiatan").click()
    page.get_by_label("Nama", exact=True).press_sequentially("barang milik daerah")
    offer = page.get_by_label(re.compile("7.01.01.2.03"))
    offer.check()
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator(".node-name", has_text="Administrasi Barang Milik")).to_be_visible()
    page.get_by_role("link", name="Rapat").click()
    lost = page.get_by_text("tidak mempunyai target TW III")
    expect(lost).to_be_visible()
    page.get_by_label("TW III", exact=True).press_sequentially("10")
    expect(lost).to_be_hidden()
    expect(page.get_by_label("TW III", exact=True)).to_be_focused()
    page.get_by_label("Satuan", exact=True).fill("Persen")
    page.get_by_label("Jumlah seluruhnya").fill("19")
    page.get_by_label("Satuannya").fill("desa")
    expect(page.get_by_text("TW III: 10 % dari 19 desa = 1,9 desa")).to_be_visible()


def test_no_page_of_plans_has_a_fault_or_scrolls_sideways(office: Office, visit: Open) -> None:
    base = "/opd/kemangkon"
    page = visit(f"{base}/rencana/", office.operator)
    found = list(looks(page, "empty"))
    imported = brought_in(office)
    plan = plan_of(office)
    later = versions.revise(by=office.operator, plan_id=plan.pk, reason="Anggaran bergeser")
    element = later.elements.get(key="b")
    indicator = element.indicators.get()
    draft = f"{base}/rencana/{later.pk}"
    paths = (
        f"{base}/rencana/", f"{base}/rencana/unggah/", f"{base}/rencana/baru/",
        f"{base}/impor/{imported.pk}/", f"{base}/impor/{imported.pk}/?baris=P1.K1~0",
        f"{base}/impor/{imported.pk}/?unsur=P1.K1", f"{base}/rencana/{plan.pk}/",
        f"{base}/rencana/{plan.pk}/salin/", f"{draft}/", f"{draft}/unsur/{element.pk}/",
        f"{draft}/unsur/baru/?tingkat=program", f"{draft}/unsur/{element.pk}/indikator/baru/",
        f"{draft}/indikator/{indicator.pk}/ubah/", f"{draft}/nama/",
        f"{base}/rencana/{plan.pk}/bandingkan/{later.pk}/?semua=1",
    )  # fmt: skip
    for viewport, path in product((WIDE, PHONE), paths):
        page.set_viewport_size(viewport)
        page.goto(path)
        found += looks(page, path, [viewport])
    assert found == []
