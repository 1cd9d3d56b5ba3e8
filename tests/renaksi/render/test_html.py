"""The page: complete, well formed, self-contained, and safe whatever the document holds."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from renaksi.checks import check
from renaksi.diagnostics import Diagnostic
from renaksi.interpret import read_file
from renaksi.model import Cell, Plan
from renaksi.render.html import render
from tests.renaksi.checks.clean_plan import CLEAN, element, indicator, plan, targets
from tests.renaksi.strategies import plans

VOID = {"meta"}
ALLOWED = VOID | {
    *("html", "head", "title", "style", "body", "main", "footer", "article", "header", "section"),
    *("nav", "h1", "h2", "p", "dl", "div", "dt", "dd", "ul", "ol", "li", "a", "table", "caption"),
    *("thead", "tbody", "tr", "th", "td", "span", "code"),
}
HOSTILE = "</td></style><script>alert(1)</script>\"' onload=x &amp; <b>\x00\x1b[31m\u202egnp.exe"


class Page(HTMLParser):
    """The page as a list of elements; refuses what is not well formed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), tag
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text outside the style."""
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of the elements with this tag and these attributes."""
        return [
            found
            for name, found in self.elements
            if name == tag and attributes.items() <= found.items()
        ]


def page(*readings: tuple[Plan, tuple[Diagnostic, ...]], lang: str = "id") -> Page:
    return Page(render(readings, lang).decode())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def kemangkon() -> Page:
    (reading,) = read_file(Path("examples/kemangkon-2022.txt"))
    return page((reading.plan, (*reading.diagnostics, *check(reading.plan))))


def test_every_row_and_finding_of_the_plan_is_there(kemangkon: Page) -> None:
    assert len(kemangkon.all("tbody")) == 47
    assert len([row for row in kemangkon.all("tr") if "class" in row]) == 53
    assert len(kemangkon.all("li", id="r1-t1")) == 1
    text = " ".join(kemangkon.texts)
    assert "Persentase Ketersediaan Laporan Capaian Kinerja" in text
    assert "7.01.01.2.06.0004" in text
    assert "baris 39, kolom 2" in text


def test_every_link_leads_to_a_place_on_the_page(kemangkon: Page) -> None:
    ids = [found["id"] for _, found in kemangkon.elements if "id" in found]
    assert len(set(ids)) == len(ids)
    links = [found["href"] for found in kemangkon.all("a")]
    assert len(links) > 60
    assert {link.removeprefix("#") for link in links} <= set(ids)
    labelled = [
        found["aria-labelledby"] for _, found in kemangkon.elements if "aria-labelledby" in found
    ]
    assert set(labelled) <= set(ids)


def test_the_page_needs_nothing_else(kemangkon: Page) -> None:
    assert {tag for tag, _ in kemangkon.elements} <= ALLOWED
    attributes = {name for _, found in kemangkon.elements for name in found}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "style")}
    (policy,) = kemangkon.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert "default-src 'none'" in policy["content"]
    style = Path("src/renaksi/render/html/page.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|http", style)


def test_tables_are_told_to_those_who_do_not_see_them(kemangkon: Page) -> None:
    assert len(kemangkon.all("table", role="table")) == len(kemangkon.all("caption")) == 7
    assert all(head["scope"] == "col" for head in kemangkon.all("th", role="columnheader"))
    assert len(kemangkon.all("th", scope="rowgroup")) == 47
    assert all("role" in found for tag, found in kemangkon.elements if tag in ("tr", "td", "tbody"))
    assert " tidak dijadwalkan" in kemangkon.texts
    assert "kosong" in kemangkon.texts
    assert kemangkon.all("html", lang="id")
    assert len(kemangkon.all("h1")) == len(kemangkon.all("main")) == 1


def widths(found: Page) -> list[int]:
    """How many columns each row of the tables' bodies fills, cells from above included."""
    filled: list[int] = []
    above: list[tuple[int, int]] = []  # rows left to fill, and how many columns
    for tag, attributes in found.elements:
        if tag == "tbody":
            above = []
        elif tag == "tr" and "class" in attributes:
            above = [(left - 1, columns) for left, columns in above if left > 1]
            filled.append(sum(columns for _, columns in above))
        elif tag in ("td", "th") and attributes["scope" if tag == "th" else "role"] != "col":
            columns = int(attributes.get("colspan", 1))
            filled[-1] += columns
            above.append((int(attributes.get("rowspan", 1)), columns))
    return filled


def test_every_row_has_as_many_cells_as_the_head() -> None:
    rows = [
        element("p", "program", "Program", indicator("a", "b", *"1234"), indicator("c", "d")),
        element("a", "activity", "Kegiatan", parent="p"),
    ]
    reported = indicator("a", "b", *"1234", actuals=targets("1"))
    more = element("s", "subactivity", "Sub", reported, reported, parent="a")
    assert widths(page((plan(*rows), ()))) == [8, 8, 8]
    assert widths(page((plan(*rows, more), ()))) == [9] * (4 + 1 + 4)


def test_doubted_cells_are_marked_and_noted(kemangkon: Page) -> None:
    doubted = [cell for cell in kemangkon.all("td") if "doubt" in cell["class"]]
    assert len(doubted) >= 6
    notes = [link for link in kemangkon.all("a") if link.get("class", "").startswith("note")]
    assert {link["class"] for link in notes} == {"note error", "note warning", "note info"}
    assert all(link["aria-label"].startswith("temuan ") for link in notes)


def test_nothing_of_a_document_becomes_markup() -> None:
    row = indicator(HOSTILE, HOSTILE, HOSTILE, number=HOSTILE)
    bad = plan(element(HOSTILE, "program", HOSTILE, row, number=HOSTILE, code=HOSTILE))
    found = page((bad._replace(title=HOSTILE), tuple(check(bad))))
    assert {tag for tag, _ in found.elements} <= ALLOWED
    assert {name for _, attributes in found.elements for name in attributes}.isdisjoint({"onload"})
    text = "".join(found.texts)
    assert "<script>alert(1)</script>" in text
    assert not {"\x00", "\x1b", "\u202e"} & set(text)


@settings(max_examples=25)
@given(plans)
def test_any_plan_makes_a_well_formed_page(any_plan: Plan) -> None:
    found = page((any_plan, tuple(check(any_plan))), (any_plan, ()))
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)


def test_several_plans_are_several_articles() -> None:
    found = page((CLEAN, ()), (CLEAN._replace(year=2023), ()))
    assert [article["aria-labelledby"] for article in found.all("article")] == ["r1", "r2"]


def test_actuals_stand_under_their_targets() -> None:
    row = indicator("Indeks", "Nilai", "40", "60", "-", None, actuals=targets("38", "0"))
    found = page((plan(element("g", "goal", "Tujuan", row)), ()))
    assert [head["rowspan"] for head in found.all("th", scope="rowgroup")] == ["2"]
    text = "|".join(part.strip() for part in found.texts if part.strip())
    assert "Target|40|60|-|tidak dijadwalkan|·|kosong|" in text
    assert "Realisasi|38|0|·|kosong|" in text


def test_money_and_other_columns_are_shown() -> None:
    money = {"year": Cell("set", Decimal(1_250_000), "Rp 1.250.000")}
    row = indicator("Indeks", "Nilai")._replace(targets={"m2": Cell("set", Decimal(1), "1")})
    found = page((plan(element("p", "program", "Program", row, budget=money)), ()))
    assert "Pagu: Tahun Rp 1.250.000" in "".join(found.texts)
    assert "Februari" in found.texts


def test_english_readers_get_english() -> None:
    found = page((CLEAN, ()), lang="en")
    assert found.all("html", lang="en")
    assert {"Goals and objectives", "Indicator", "Q1", "Nothing found."} <= set(found.texts)
