"""Taking away in a browser: no fault in any look, A4 landscape, a template filled and applied."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from playwright.sync_api import expect

from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.demonstration.accounts import NAMES
from renaksi_web.demonstration.loading import load
from renaksi_web.plans.selectors import set_plan
from tests.browser.conftest import PHONE, WIDE, Open, sideways, violations
from tests.renaksi_web.paper import KEMANGKON

ENTRIES = "/opd/kemangkon/realisasi/2022/tw3/lembar/"
PRINTED = "/opd/kemangkon/capaian/2022/tw3/cetak/"


@pytest.fixture
def operator(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> object:
    """The operator of a loaded demonstration, on its day."""
    monkeypatch.setattr(settings, "RENAKSI_TODAY", date(2022, 10, 5))
    load({name: f"rahasia-{name}-2022" for name in NAMES}, KEMANGKON)
    (member,) = memberships(User.objects.get(username="operator"))
    return member


def test_no_page_has_a_fault_and_a_filled_template_is_applied(
    operator: object, visit: Open
) -> None:
    plan = set_plan(operator, 2022).pk  # type: ignore[arg-type]
    pages = (
        f"/opd/kemangkon/rencana/{plan}/unduh/",
        f"/opd/kemangkon/rencana/{plan}/cetak/",
        PRINTED,
        f"{ENTRIES}unggah/",
    )
    found = []
    for colours, viewport in product(("light", "dark"), (WIDE, PHONE)):
        page = visit(pages[0], operator, color_scheme=colours, viewport=viewport)
        for path in pages:
            page.goto(path)
            found += [f"{path} {fault}" for fault in violations(page)]
            assert sideways(page) == 0, path
    assert found == []

    page = visit(f"{ENTRIES}unggah/", operator)
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh templat isian").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    row = next(r for r in book.active.iter_rows(min_row=5) if r[10].value == "Belum diisi")
    row[7].value = "38"
    out = io.BytesIO()
    book.save(out)
    file = {"name": "isian.xlsx", "mimeType": "application/zip", "buffer": out.getvalue()}
    page.set_input_files("input[type=file]", files=[file])  # type: ignore[list-item]
    page.get_by_role("button", name="Lihat perubahannya").click()
    expect(page.get_by_role("status")).to_have_text("1 berubah, 45 tetap, 0 ditolak")
    assert violations(page) == []
    page.get_by_role("button", name="Simpan 1 perubahan").click()
    expect(page.get_by_text("1 isian tersimpan.")).to_be_visible()


def test_paper_is_a4_landscape_with_the_head_on_each_page_and_nothing_cut(
    operator: object, visit: Open, tmp_path: Path
) -> None:
    page = visit(PRINTED, operator)
    data = page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert boxes
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(842, 595)}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1062, "height": 700})  # 297 mm less the margins
    assert sideways(page) == 0
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == (
        "table-header-group"
    )
    wide = page.evaluate(
        "[...document.querySelectorAll('.printed td, .printed th')]"
        ".filter(cell => cell.scrollWidth > cell.clientWidth + 1).length"
    )
    assert wide == 0
