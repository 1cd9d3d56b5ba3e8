"""A quarter from the first number to the lock and back, by three people, without script too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.tracking.models import Entry, Evidence
from renaksi_web.tracking.windows import set_windows, usual
from tests.browser.conftest import PHONE, Open, violations
from tests.renaksi_web.office import DAY, PIXEL, Office, _chunk, plan_of, report_cells, series_of

QUARTER = "/opd/kemangkon/realisasi/2022/tw2/"
CHECK = f"{QUARTER}periksa/"
PICTURE = PIXEL
ANOTHER = PIXEL[:-12] + _chunk(b"gAMA", b"\0\0\xb1\x8f") + PIXEL[-12:]
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture(autouse=True)
def reporting(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A small plan in force, on a day when its second quarter is reported."""
    monkeypatch.setattr(settings, "RENAKSI_TODAY", DAY)
    set_windows(by=office.admin, year=2022, dates={"q2": usual(2022)["q2"]})
    return series_of(plan_of(office))


def states() -> set[str]:
    return set(Entry.objects.exclude(cell_state="missing").values_list("state", flat=True))


def part(page: Page, title: str):  # type: ignore[no-untyped-def]
    return page.locator("section", has=page.get_by_role("heading", name=title))


def send_back(page: Page, title: str, words: str, reason: str) -> None:
    """Send the ticked entries of a part back."""
    section = part(page, title)
    section.locator("summary", has_text=words).click()
    section.get_by_role("textbox").fill(reason)
    section.get_by_role("button", name=words, exact=True).click()


def report_two(page: Page) -> None:
    """Two of three numbers; one is off track, so an obstacle and a follow-up are asked for."""
    page.get_by_role("link", name="Isi realisasi").click()
    page.get_by_label("IKM", exact=True).fill("61")
    page.get_by_label("Rapat", exact=True).fill("4")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("#filled")).to_contain_text("2 dari 3 terisi")
    page.goto(f"{QUARTER}?tampil=kendala")
    page.get_by_role("link", name="Rapat", exact=True).click()
    page.get_by_label("Kendala", exact=True).fill("Ruang rapat direnovasi")
    page.get_by_label("Tindak lanjut").fill("Dijadwalkan ulang")
    page.get_by_role("button", name="Simpan keterangan").click()
    expect(page.get_by_text("Keterangan tersimpan.")).to_be_visible()


def submit(page: Page, count: int) -> None:
    page.goto(CHECK)
    page.get_by_role("button", name="Kirim untuk diperiksa").click()
    expect(page.get_by_text(f"{count} isian dikirim untuk diperiksa.")).to_be_visible()


def correct(page: Page) -> None:
    """What was sent back, found among the tasks with its reason."""
    page.get_by_role("link", name="Perlu perbaikan").click()
    expect(page.get_by_text("Daftar hadir memuat 5 rapat")).to_be_visible()
    page.get_by_label("Rapat", exact=True).fill("5")
    page.get_by_role("button", name="Simpan").click()
    # The achievement comes with the answer: only then has the number been stored.
    expect(page.get_by_role("row", name="Rapat")).to_contain_text("50%")


@pytest.mark.parametrize("script", [True, False])
def test_a_quarter_is_reported_returned_corrected_approved_locked_and_reopened(
    office: Office, visit: Open, script: bool
) -> None:
    pages: dict[Member, Page] = {}

    def sees(path: str, member: Member) -> Page:
        if member not in pages:
            pages[member] = visit("about:blank", member, java_script_enabled=script)
        pages[member].goto(path)
        return pages[member]

    page = sees("/opd/kemangkon/", office.operator)
    report_two(page)
    submit(page, 2)
    page = sees("/opd/kemangkon/", office.verifikator)
    page.get_by_role("link", name="Periksa").click()
    part(page, "Menunggu diperiksa").get_by_role("checkbox", name="IKM").uncheck()
    send_back(page, "Menunggu diperiksa", "Kembalikan", "Daftar hadir memuat 5 rapat")
    expect(page.get_by_text("1 isian dikembalikan untuk diperbaiki.")).to_be_visible()
    page = sees("/opd/kemangkon/", office.operator)
    correct(page)
    submit(page, 1)
    page = sees(CHECK, office.verifikator)
    expect(page.get_by_text("nilai dari 4 menjadi 5")).to_be_visible()
    page.get_by_role("button", name="Verifikasi").click()
    expect(page.get_by_text("2 isian diverifikasi.")).to_be_visible()
    page = sees(CHECK, office.pimpinan)
    page.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("2 dari 3 isian sudah disetujui.")).to_be_visible()
    page.get_by_role("button", name="Kunci").click()
    expect(page.get_by_text("2 isian dikunci.")).to_be_visible()
    assert states() == {"locked"}
    page = sees(QUARTER, office.operator)
    expect(page.get_by_label("IKM", exact=True)).to_have_count(0)
    page = sees(CHECK, office.pimpinan)
    page.get_by_role("checkbox", name="Rapat").check()
    send_back(page, "Terkunci", "Buka kembali", "Salah ketik")
    expect(page.get_by_text("1 isian dibuka kembali.")).to_be_visible()
    assert len(states()) == 2


def test_a_refused_return_keeps_what_was_ticked_and_says_what_lacks(
    office: Office, visit: Open, reporting: list[int]
) -> None:
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {reporting[0]: "61", reporting[-1]: "10"})
    Entry.objects.update(state="submitted", submitted_by=office.operator.user)
    page = visit(CHECK, office.verifikator)
    section = part(page, "Menunggu diperiksa")
    section.get_by_role("button", name="Kosongkan centang").click()
    section.get_by_role("checkbox", name="Rapat").check()
    expect(section.get_by_text("1/2 dicentang")).to_be_visible()
    send_back(page, "Menunggu diperiksa", "Kembalikan", "")
    expect(page.get_by_role("alert")).to_have_text(
        "Bagian mana yang perlu diperbaiki? Tulis alasannya."
    )
    expect(section.get_by_role("checkbox", name="Rapat")).to_be_checked()
    expect(section.get_by_role("checkbox", name="IKM")).not_to_be_checked()
    assert violations(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_evidence_is_several_files_photographs_and_a_link(
    office: Office, visit: Open, reporting: list[int], tmp_path: Path, script: bool
) -> None:
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {reporting[0]: "61"})
    for name, data in (("hadir.pdf", PDF), ("lokasi.png", PICTURE), ("rapat.png", ANOTHER)):
        (tmp_path / name).write_bytes(data)
    page = visit(
        f"{QUARTER}{reporting[0]}/", office.operator, java_script_enabled=script,
        viewport=PHONE, has_touch=True, is_mobile=True,
    )  # fmt: skip
    camera = page.get_by_label("Ambil foto")
    expect(camera).to_be_visible()
    expect(camera).to_have_attribute("capture", "environment")
    expect(camera).to_have_attribute("accept", "image/*")
    camera.set_input_files(tmp_path / "lokasi.png")
    page.get_by_label("Berkas").set_input_files([tmp_path / "hadir.pdf", tmp_path / "rapat.png"])
    page.get_by_label("Tautan").fill("https://example.go.id/berita")
    page.get_by_role("button", name="Tambah bukti").click()
    expect(page.get_by_text("Bukti disimpan.")).to_be_visible()
    expect(page.locator(".proofs > li")).to_have_count(4)
    expect(page.get_by_role("img", name="lokasi.png")).to_be_visible()
    page.get_by_text("Lihat di sini").click()
    frame = page.get_by_title("hadir.pdf")
    expect(frame).to_be_visible()
    shown = page.request.get(frame.get_attribute("src") or "")
    assert shown.headers["content-type"] == "application/pdf"
    assert "frame-ancestors 'self'" in shown.headers["content-security-policy"]
    assert shown.headers["x-frame-options"] == "SAMEORIGIN"
    page.get_by_role("button", name="Hapus lokasi.png").click()
    expect(page.locator(".proofs > li")).to_have_count(3)
    assert Evidence.objects.filter(removed_at__isnull=True).count() == 3


def test_the_camera_stays_away_where_there_is_a_mouse(
    office: Office, visit: Open, reporting: list[int]
) -> None:
    page = visit(f"{QUARTER}{reporting[0]}/", office.operator)
    expect(page.get_by_label("Ambil foto")).to_be_hidden()
    expect(page.get_by_label("Berkas")).to_be_visible()


def test_details_are_filled_in_without_leaving_the_grid(
    office: Office, visit: Open, reporting: list[int], tmp_path: Path
) -> None:
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {reporting[-1]: "2"})
    page = visit(QUARTER, office.operator)
    page.get_by_role("link", name="Rapat", exact=True).click()
    dialog = page.get_by_role("dialog", name="Rincian")
    dialog.get_by_label("Kendala", exact=True).fill("Hujan")
    dialog.get_by_label("Tindak lanjut").fill("Pindah ke aula")
    dialog.get_by_role("button", name="Simpan keterangan").click()
    expect(dialog.get_by_text("Keterangan tersimpan.")).to_be_focused()
    dialog.get_by_label("Tautan").fill("ftp://example.go.id/hadir")
    dialog.get_by_role("button", name="Tambah bukti").click()
    expect(dialog.get_by_role("alert")).to_be_focused()
    (tmp_path / "foto.png").write_bytes(PICTURE)
    dialog.get_by_label("Tautan").fill("")
    dialog.get_by_label("Berkas").set_input_files(tmp_path / "foto.png")
    dialog.get_by_role("button", name="Tambah bukti").click()
    expect(dialog.get_by_text("Bukti disimpan.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(f"#r{reporting[-1]} .grid-proofs")).to_contain_text("1 bukti")
    expect(page.get_by_text("Isi kendala dan tindak lanjut")).to_have_count(0)
    # The cell is still the one that the server holds: typing on is no conflict.
    page.get_by_label("Rapat", exact=True).fill("3")
    page.keyboard.press("Enter")
    expect(page.locator(f"#s{reporting[-1]}")).to_contain_text("Tersimpan")
    expect(page.locator("#kept")).to_have_text("Semua tersimpan")


def test_only_what_is_missing_can_be_shown_and_filled(
    office: Office, visit: Open, reporting: list[int]
) -> None:
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {reporting[0]: "61"})
    page = visit("/opd/kemangkon/", office.operator)
    page.get_by_role("link", name="Belum diisi").click()
    expect(page).to_have_url(re.compile(r"\?tampil=belum$"))
    expect(page.locator("tr[data-row]")).to_have_count(2)
    page.get_by_label("Rapat", exact=True).fill("10")
    page.keyboard.press("Enter")
    expect(page.locator("#filled")).to_have_text("2 dari 3 terisi")
    page.reload()
    expect(page.locator("tr[data-row]")).to_have_count(1)
    page.get_by_role("link", name="Semua baris").click()
    expect(page.locator("tr[data-row]")).to_have_count(len(reporting))


def test_the_cascade_can_be_searched_and_the_sentence_copied(office: Office, visit: Open) -> None:
    page = visit("/opd/kemangkon/capaian/2022/tw2/", office.pimpinan)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("searchbox").fill("renja")
    expect(page.get_by_role("link", name="Dokumen Renja").last).to_be_visible()
    expect(page.get_by_text("Nama b")).to_be_hidden()
    page.get_by_role("searchbox").fill("tidak ada yang begini")
    expect(page.get_by_text("Tidak ada yang cocok")).to_be_visible()
    page.get_by_role("button", name="Salin kalimat ini").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    told = page.evaluate("navigator.clipboard.readText()")
    assert told == "TW II: 0 dari 3 tercapai; 3 belum melapor."
