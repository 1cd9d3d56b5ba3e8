"""On paper: A4 or F4 landscape as chosen, whole rows, readable in grey, and the same figures."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

import openpyxl
import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.demonstration.accounts import NAMES
from renaksi_web.demonstration.loading import load
from renaksi_web.plans.selectors import set_plan
from tests.browser.conftest import Open, sideways
from tests.renaksi_web.paper import KEMANGKON

REACHED: Final = "/opd/kemangkon/capaian/2022/tw3/"
MILLIMETRE: Final = 72 / 25.4
PAPERS: Final = {"a4": (297, 210), "f4": (330, 215)}


@pytest.fixture
def head(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Member:
    """The head of the demonstration's office, on its day."""
    monkeypatch.setattr(settings, "RENAKSI_TODAY", date(2022, 10, 5))
    load({name: f"rahasia-{name}-2022" for name in NAMES}, KEMANGKON)
    return memberships(User.objects.get(username="pimpinan"))[0]


def printed_pages(head: Member) -> list[str]:
    """The pages that people print."""
    plan = set_plan(head, 2022).pk
    return [f"{REACHED}cetak/", f"{REACHED}lembar/", f"/opd/kemangkon/rencana/{plan}/cetak/"]


def choose(page: Page, paper: str) -> None:
    page.locator(f"button[name=kertas][value={paper}]").click()
    expect(page.locator(f"button[name=kertas][value={paper}]")).to_have_attribute(
        "aria-pressed", "true"
    )


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_paper_is_the_chosen_one_with_whole_rows_under_repeated_heads(
    head: Member, visit: Open, paper: str
) -> None:
    wide, high = PAPERS[paper]
    page = visit(f"{REACHED}cetak/", head)
    choose(page, paper)
    for path in printed_pages(head):
        page.goto(path)
        page.emulate_media(media="screen")
        data = page.pdf(prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
        sizes = {(round(float(w) / MILLIMETRE), round(float(h) / MILLIMETRE)) for w, h in boxes}
        assert sizes == {(wide, high)}, path
        page.emulate_media(media="print")
        margins = 20 * 96 / 25.4
        page.set_viewport_size({"width": int(wide * 96 / 25.4 - margins), "height": 700})
        assert sideways(page) == 0, path
        faults = page.evaluate(
            """() => [...document.querySelectorAll('table')].flatMap((table) => {
                const found = [];
                const look = (element) => getComputedStyle(element);
                if (look(table.tHead).display !== 'table-header-group') found.push('head');
                for (const row of table.querySelectorAll('tr')) {
                    if (look(row).breakInside !== 'avoid') found.push('split row');
                }
                for (const cell of table.querySelectorAll('th, td')) {
                    const over = cell.scrollWidth - cell.clientWidth;
                    if (over > 1) found.push('clipped ' + cell.textContent);
                }
                return found;
            })"""
        )
        assert faults == [], path


def test_bands_are_read_without_colour(head: Member, visit: Open) -> None:
    page = visit(f"{REACHED}lembar/", head, color_scheme="dark")
    page.emulate_media(media="print")
    looks = page.evaluate(
        """() => [...document.querySelectorAll('.band')].map((band) => {
            const style = getComputedStyle(band);
            return [style.color, style.backgroundColor, style.backgroundImage,
                getComputedStyle(band, '::after').content].join(' ');
        })"""
    )
    assert looks
    assert {look.rpartition(" none ")[0] for look in looks} == {"rgb(0, 0, 0) rgba(0, 0, 0, 0)"}
    assert all(re.search("[▲▼■]", look) for look in looks if '"' in look)


def figure(text: str) -> Any:
    """What a person reads, as a number where it is one."""
    bare = text.strip().rstrip("%").replace(".", "").replace(",", ".")
    return Decimal(bare) if re.fullmatch(r"-?\d+(\.\d+)?", bare) else text.strip()


def rows_of(page: Page, selector: str) -> list[list[Any]]:
    texts = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].map((row) =>
            [...row.cells].map((cell) => cell.textContent.trim()))""",
        selector,
    )
    return [[figure(text) for text in row] for row in texts]


def test_each_printed_figure_is_the_screens_and_every_exports(head: Member, visit: Open) -> None:
    page = visit(f"{REACHED}cetak/", head)
    printed = rows_of(page, ".printed tbody tr")
    assert len(printed) == 53

    book = openpyxl.load_workbook(io.BytesIO(page.request.get(f"{REACHED}unduh/xlsx/").body()))
    cells = [
        ["" if v is None else v for v in row] for row in book.active.iter_rows(values_only=True)
    ]
    at = next(i for i, row in enumerate(cells) if row[:2] == ["Jenjang", "Kode"]) + 1
    written = [[figure(str(v)) if isinstance(v, str) else Decimal(str(v)) for v in row]
               for row in cells[at : at + 53]]  # fmt: skip
    assert written == printed

    text = page.request.get(f"{REACHED}unduh/csv/").body().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
    assert [[figure(value) for value in line] for line in lines] == printed

    heads = cells[at - 1]
    quarter = next(i for i, group in enumerate(cells[at - 2]) if group == "TW III")
    assert heads[quarter : quarter + 3] == ["Target", "Realisasi", "Capaian"]
    measured = json.loads(page.request.get(f"{REACHED}unduh/json/").body())["indicators"]
    raw = [row["q3"].get("raw") for row in measured]
    cents = Decimal("0.01")
    rounded = [one and Decimal(one).quantize(cents, ROUND_HALF_UP).normalize() for one in raw]
    shown = [row[quarter + 2] for row in printed]
    assert [x.normalize() if isinstance(x, Decimal) else None for x in shown] == rounded

    # The grid shows the third quarter's target, actual and achievement of the same rows.
    page.goto("/opd/kemangkon/realisasi/2022/tw3/")
    told = {tuple(row[quarter : quarter + 3]) for row in printed}
    grid = [(row[2], row[4], row[5]) for row in rows_of(page, "tr[data-row]:has(.band)")]
    figures = [row for row in grid if all(isinstance(value, Decimal) for value in row)]
    assert len(figures) > 20
    assert set(figures) <= told
