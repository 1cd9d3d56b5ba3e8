"""Bringing plans in, in a real browser: pictures, tables and boxes beside, and the queue."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from renaksi_web.plans import reading_on
from renaksi_web.plans.models import Import
from renaksi_web.plans.services import importing, queueing
from tests.browser.conftest import PHONE, WIDE, Open, looks
from tests.renaksi.formats.known_plans import written
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.paper import PAPER, brought_in

BASE = "/opd/kemangkon"


def of_format(office: Office, form: str) -> Import:
    """A known plan as its operator uploaded it in this format."""
    return importing.bring_in(
        by=office.operator, data=written(form, 3)[1], filename=f"rencana.{form}"
    )


def upload(page: Page, *files: Path) -> None:
    page.goto(f"{BASE}/rencana/unggah/")
    page.get_by_label("Berkas rencana aksi").set_input_files([*files])
    page.get_by_role("button", name="Unggah dan baca").click()


def test_a_value_lights_its_box_on_the_page_and_the_box_leads_back(
    office: Office, visit: Open, tmp_path: Path
) -> None:
    pdf = tmp_path / "rencana.pdf"
    pdf.write_bytes(written("pdf", 3)[1])
    page = visit("/akun/", office.operator)
    upload(page, pdf)
    picture = page.locator(".doc-sheet img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 800
    pick = page.locator("tr.of-row .pick").nth(2)
    pick.focus()
    lit = page.locator(".doc-box.lit").first
    expect(lit).to_be_visible()
    expect(lit).to_be_in_viewport()
    row = pick.locator("xpath=ancestor::tr")
    box = page.locator(f'.doc-box[href="#{row.get_attribute("id")}"]').first
    page.locator("tr.of-row .pick").nth(8).focus()
    box.click()
    expect(pick).to_be_focused()
    expect(row).to_be_in_viewport()
    shadow = "cell => getComputedStyle(cell).boxShadow"
    other = page.locator("tr.of-row").nth(8).locator("td").first
    # The focus that a click gives has no outline: the row itself is marked.
    assert row.locator("td").first.evaluate(shadow) != other.evaluate(shadow)


def test_a_box_covers_the_words_that_were_read_from_it(office: Office, visit: Open) -> None:
    """The picture under a box has ink; a box turned or shifted would often lie on nothing."""
    imported = of_format(office, "pdf")
    page = visit(f"{BASE}/impor/{imported.pk}/", office.operator)
    inked = page.evaluate(
        """async () => {
          let inked = 0, all = 0;
          for (const sheet of document.querySelectorAll('.doc-sheet')) {
            const img = sheet.querySelector('img');
            img.loading = 'eager';
            await img.decode();
            const canvas = new OffscreenCanvas(img.naturalWidth, img.naturalHeight);
            const context = canvas.getContext('2d');
            context.drawImage(img, 0, 0);
            const svg = sheet.querySelector('svg');
            if (!svg) continue;
            const scale = img.naturalWidth / svg.viewBox.baseVal.width;
            for (const rect of svg.querySelectorAll('rect')) {
              const sides = ['x', 'y', 'width', 'height'];
              const [x, y, w, h] = sides.map((side) => rect[side].baseVal.value * scale);
              if (w < 12 || h < 12) continue;
              const dots = context.getImageData(x + 4, y + 4, w - 8, h - 8).data;
              all += 1;
              for (let i = 0; i < dots.length; i += 4) if (dots[i] < 110) { inked += 1; break; }
            }
          }
          return [inked, all];
        }"""
    )
    assert inked[1] > 20
    assert inked[0] == inked[1]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_without_script_a_value_leads_to_its_cell_and_back(
    office: Office, visit: Open, form: str
) -> None:
    imported = of_format(office, form)
    page = visit(f"{BASE}/impor/{imported.pk}/", office.operator, java_script_enabled=False)
    value = page.locator("tr.of-row td.number a.spot").first
    text = value.inner_text()
    value.click()
    cell = page.locator(".doc-table td:target")
    expect(cell).to_contain_text(text)
    expect(cell).to_be_in_viewport()
    cell.locator("a.back").click()
    expect(page.locator("tr:target")).to_contain_text(text)


def test_rows_of_a_sheet_are_walked_by_keyboard_and_light_their_cells(
    office: Office, visit: Open
) -> None:
    imported = of_format(office, "xlsx")
    page = visit(f"{BASE}/impor/{imported.pk}/", office.operator)
    expect(page.locator(".doc-table thead th").first).to_have_text(re.compile("^[A-Z]$"))
    page.locator(".pick").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".doc-table td.lit").first).to_be_in_viewport()


def test_many_files_are_dropped_watched_and_one_is_opened(
    office: Office, visit: Open, tmp_path: Path, settings: Settings
) -> None:
    settings.READING_IN_BACKGROUND = True
    files = {"kemangkon.txt": PAPER.encode(), "surat.txt": b"Dengan hormat,"}
    files |= {f"rencana.{form}": written(form, 3)[1] for form in ("docx", "pdf")}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    page = visit(f"{BASE}/antrean/", office.admin)
    page.get_by_label("Berkas rencana aksi").set_input_files([tmp_path / name for name in files])
    page.get_by_role("button", name="Masukkan ke antrean").click()
    expect(page.get_by_text("4 dari 4 berkas sudah dibaca")).to_be_visible()
    expect(page.get_by_text("1 tidak dapat dipakai")).to_be_visible()
    expect(page.get_by_label("kemangkon.txt", exact=True)).to_be_checked()
    page.get_by_role("button", name="Serahkan dan buka kemangkon.txt").click()
    expect(page.get_by_role("heading", name="Periksa hasil baca")).to_be_visible()
    reading_on._running["thread"].join()


def test_a_second_document_is_compared_and_kept(office: Office, visit: Open) -> None:
    plan_of(office)
    imported = brought_in(office)
    page = visit(f"{BASE}/impor/{imported.pk}/", office.operator)
    page.get_by_role("link", name=re.compile("Lihat bedanya")).click()
    expect(page.get_by_role("heading", name="Rencana 2022 sudah ada")).to_be_visible()
    expect(page.get_by_label("Menjadi perubahan rencana")).to_be_disabled()
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Disimpan sebagai dokumen saja").first).to_be_visible()
    page.get_by_role("button", name="Periksa lagi").click()
    expect(page.get_by_role("button", name="Periksa lagi")).to_have_count(0)
    imported.refresh_from_db()
    assert imported.state == "review"


def test_no_page_of_bringing_in_has_a_fault_or_scrolls_sideways(
    office: Office, visit: Open
) -> None:
    plan_of(office)
    imports = [of_format(office, form) for form in ("pdf", "xlsx", "docx", "csv")]
    second = brought_in(office)
    files = [queueing.Dropped("rencana-yang-bernama-panjang-sekali_2022.txt", PAPER.encode()),
             queueing.Dropped("surat_tanpa_rencana_yang_panjang_namanya.txt", b"halo"),
             queueing.Dropped("a.txt", PAPER.encode())]  # fmt: skip
    waiting = queueing.drop(by=office.operator, files=files)
    pages = [f"{BASE}/antrean/{waiting.pk}/"]
    page = visit(pages[0], office.operator)
    found = list(looks(page, "waiting"))
    while reading_on.read_next():
        pass
    pages += [f"{BASE}/impor/{imported.pk}/" for imported in imports]
    pages += [f"{BASE}/impor/{second.pk}/bandingkan/", f"{BASE}/antrean/"]
    for viewport, path in product((WIDE, PHONE), pages):
        page.set_viewport_size(viewport)
        page.goto(path)
        found += looks(page, path, [viewport])
    assert found == []
