"""The entry template in a browser: downloaded, filled, uploaded, previewed, applied."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.conf import settings
from playwright.sync_api import expect

from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.demonstration.accounts import NAMES
from renaksi_web.demonstration.loading import load
from tests.browser.conftest import Open, violations
from tests.renaksi_web.paper import KEMANGKON

ENTRIES = "/opd/kemangkon/realisasi/2022/tw3/lembar/"


@pytest.fixture
def operator(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> object:
    """The operator of a loaded demonstration, on its day."""
    monkeypatch.setattr(settings, "RENAKSI_TODAY", date(2022, 10, 5))
    load({name: f"rahasia-{name}-2022" for name in NAMES}, KEMANGKON)
    (member,) = memberships(User.objects.get(username="operator"))
    return member


def test_a_filled_template_is_previewed_and_applied(operator: object, visit: Open) -> None:
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
