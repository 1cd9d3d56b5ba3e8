"""The same measure is the same number on every document, in every format, and on every screen.

The demonstration's year is measured once; what each document prints is read back from its
PDF, Word, Excel and HTML file by the readers, which know nothing of printing, and what each
page shows is read from its HTML. Every figure is held against the one measurement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

import pypdfium2
import pytest
from lxml import html

from renaksi.measure import Mean, Measurement, exact, measure
from renaksi.model import Indicator, Plan
from renaksi.quantity import rounded, show, told
from renaksi.quarter import QUARTERS
from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from renaksi.render.printed import printed
from renaksi.reports import REPORTS
from renaksi.reports.results import STATES
from renaksi.reports.tree import Diagram, Document, Node, Table, placed
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.plans.selectors import set_plan
from renaksi_web.sheets.papers import OF_THE_YEAR, Papers
from renaksi_web.tracking.report import report
from tests.renaksi_web.office import client_of

DAY: Final = date(2022, 10, 5)
QUARTER: Final = "q3"
SITE: Final = "http://renaksi.test/opd/kemangkon/angka/"
WORK: Final = ("program", "activity", "subactivity")
ALL: Final = ("goal", "objective", *WORK)


class Columns(NamedTuple):
    """A table that prints measures: the levels in it, where the name stands, what stands where."""

    levels: tuple[str, ...]
    name: int
    measures: dict[int, str]


# By document and the words of its table's head that only this table has.
PRINTED: Final = {
    ("pengukuran-triwulan", "TARGET TAHUN"): Columns(ALL, 2, {
        4: "target year", 5: "said target q3", 6: "said actual q3", 7: "reached q3",
        8: "target to_date", 9: "actual to_date", 10: "reached to_date", 11: "reached year",
    }),
    ("pengukuran-tahunan", "SASARAN STRATEGIS"): Columns(("objective",), 2, {
        4: "target year", 5: "actual year", 6: "reached year",
    }),
    ("evaluasi-renja", "PROGRAM / KEGIATAN / SUB KEGIATAN"): Columns(WORK, 3, {
        8: "target year", 10: "said actual q1", 12: "said actual q2", 14: "said actual q3",
        18: "actual year",
    }),
    ("perjanjian-kinerja", "SASARAN"): Columns(("objective",), 2, {3: "target year"}),
    ("perjanjian-kinerja-perubahan", "SASARAN"): Columns(("objective",), 2, {
        4: "target year",
    }),
    ("laporan-kinerja", "SASARAN STRATEGIS"): Columns(("objective",), 2, {
        4: "target year", 5: "actual year", 6: "reached year",
    }),
    **{(name, "Capaian setahun"): Columns(levels, 1, {
        4: "reached q4" if name in OF_THE_YEAR else "reached q3", 6: "reached to_date",
        8: "reached year",
    }) for name, levels in (
        ("pengukuran-triwulan", ALL), ("pengukuran-tahunan", ("objective",)),
        ("evaluasi-renja", WORK), ("laporan-kinerja", ("objective",)),
    )},
}  # fmt: skip


class Year(NamedTuple):
    """The demonstration, with its papers and what they must all say."""

    member: Member
    papers: Papers
    plan: Plan
    measurement: Measurement

    def rows(self, levels: Iterable[str], upto: int | None = None) -> Iterator[dict[str, str]]:
        """What each indicator of these levels comes to, in document order, as it is displayed."""
        measured = self.measurement if upto is None else measure(self.plan, upto)
        level = {element.id: element.level for element in self.plan.elements}
        for one in measured.indicators:
            if level[one.row.element] in levels:
                yield {"name": one.row.indicator.name or "", **_measures(one, one.row.indicator)}


def _measures(one: object, indicator: Indicator) -> dict[str, str]:
    found = {}
    for key in (*QUARTERS, "to_date", "year"):
        span = one.spans[key]  # type: ignore[attr-defined]
        empty = "-" if span.state == "not_scheduled" else ""
        found[f"target {key}"] = signed(shown(span.target), indicator) or empty
        found[f"actual {key}"] = signed(shown(span.actual), indicator) or empty
        star = "*" if span.state == "incomplete" else ""
        none = STATES[span.state] if span.raw is None else ""
        found[f"reached {key}"] = none or shown(span.raw) + star
    for key in (*QUARTERS, "year"):
        found[f"said target {key}"] = told(indicator.target(key))
        found[f"said actual {key}"] = signed(told(indicator.actual(key)), indicator)
    return found


def signed(figure: str, indicator: Indicator) -> str:
    """The figure with the sign that the indicator's targets bear: 55 against 75% is 55%."""
    in_per_cent = any(told(cell).endswith("%") for cell in indicator.targets.values())
    return f"{figure}%" if in_per_cent and figure[-1:].isdigit() else figure


def shown(value: object) -> str:
    """A number as every document and screen shows it."""
    return "" if value is None else show(rounded(Decimal(exact(value))), places=2)  # type: ignore[arg-type]


@pytest.fixture
def year(demonstrated: None) -> Year:
    """The demonstration, measured."""
    (member,) = memberships(User.objects.get(username="operator"))
    papers = Papers(member, set_plan(member, 2022).pk, QUARTER, None, SITE)
    found = report(member, 2022, QUARTER)
    return Year(member, papers, found.loaded.plan, found.measurement)


def grids(document: Document) -> Iterator[tuple[list[str], list[dict[int, str]]]]:
    """Head words and body of each table; what is spanned from above is seen in each row."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                rows: list[dict[int, str]] = [{} for _ in block.body]
                for row, column, cell in placed(block.body, len(block.columns)):
                    for down in range(cell.rows):
                        rows[row + down][column] = cell.text
                yield [cell.text for head in block.head for cell in head], rows


def plain(text: str) -> str:
    """Text without blanks and marks at which a line may break, and the number before a name."""
    return re.sub(r"^\d+(\.\d+)*\.(?=\D)", "", whole(text))


def unbroken(text: str) -> str:
    """The same without hyphens: at a line's end a PDF does not tell them from a break."""
    return whole(text).replace("-", "")


def whole(text: str) -> str:
    """Text without blanks and marks at which a line may break."""
    return re.sub(r"[\s\u200b\u00ad\ufffe]+", "", text)


def test_every_figure_of_every_document_is_the_measurements(year: Year) -> None:
    for (name, word), columns in PRINTED.items():
        _hold(year, name, word, columns)


def _hold(year: Year, name: str, word: str, columns: Columns) -> None:
    """Each figure of the tables with this word in their head, against the measurement."""
    found = [rows for words, rows in grids(year.papers.document(name)) if word in words]
    assert found, f"{name} has no table with {word}"
    expected = list(year.rows(columns.levels, 4 if name in OF_THE_YEAR else None))
    for rows in found:
        lines = [row for row in rows if set(columns.measures) <= row.keys() and columns.name in row]
        lines = [row for row in lines if plain(row[columns.name])]
        assert len(lines) == len(expected)
        for row, one in zip(lines, expected, strict=True):
            # Formulir E.81 puts the unit behind the name.
            assert plain(row[columns.name]).startswith(plain(one["name"]))
        for row, one in zip(lines, expected, strict=True):
            seen = {measure: row[at] for at, measure in columns.measures.items()}
            assert seen == {measure: one[measure] for measure in columns.measures.values()}, one


def test_the_means_of_the_record_are_those_of_the_measurement(year: Year) -> None:
    ((_, rows), *_) = grids(year.papers.document("berita-acara"))
    means = [mean for mean in year.measurement.levels.values() if mean.of]
    assert [row[4] for row in rows[: len(means)]] == [_mean(mean) for mean in means]


def _mean(mean: Mean) -> str:
    return "-" if mean.value is None else shown(mean.value)


def test_the_tree_names_the_targets_of_the_plan(year: Year) -> None:
    said: list[str] = []

    def walk(node: Node) -> None:
        said.extend(node.lines)
        for child in node.children:
            walk(child)

    for section in year.papers.document("pohon-kinerja").sections:
        for block in section.blocks:
            if isinstance(block, Diagram):
                walk(block.root)
    for one in year.rows(ALL):
        if one["said target year"]:
            wanted = f"• {one['name']}: {one['said target year']}"
            assert any(line.startswith(wanted) for line in said), wanted


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx", "html"])
def test_every_format_says_what_the_documents_say(year: Year, format: str) -> None:
    for name in REPORTS:
        _read_back(year.papers.document(name), format)


def test_a_pdf_says_each_row_as_the_document_has_it(year: Year) -> None:
    for name in REPORTS:
        document = year.papers.document(name)
        file = pypdfium2.PdfDocument(printed(document, "pdf"))
        words = unbroken("".join(page.get_textpage().get_text_range() for page in file))
        file.close()
        for table in _tables(document):
            for row in table.body:
                # What spans several rows is set for itself, the rest of a row as it stands.
                spanning = [unbroken(cell.text) for cell in row if cell.rows > 1]
                rest = "".join(unbroken(cell.text) for cell in row if cell.rows == 1)
                for said in (*spanning, rest):
                    assert said in words, (name, said)


def _tables(document: Document) -> list[Table]:
    return [b for section in document.sections for b in section.blocks if isinstance(b, Table)]


def _rows(document: Document) -> Iterator[list[str]]:
    """The rows of the tables; an empty one before each, since what stands there is no row."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield []
                yield from ([cell.text for cell in row] for row in block.body)


def _read_rows(data: bytes, heads: set[str]) -> Iterator[tuple[str, ...]]:
    """The same rows as a reader finds them, from a table's head on."""
    before: set[str] = set()
    for row in read_document(data, Limits()).rows:
        said = {plain(cell) for cell in row.cells if plain(cell)}
        is_head = row.kind == "table" and len(said & heads) > 1
        if is_head and not before & heads:
            yield ()
        if row.kind == "table":
            yield row.cells
        before = said


def _read_back(document: Document, format: str) -> None:
    """What the readers find in the printed file, against the document."""
    heads = {plain(c.text) for table in _tables(document) for row in table.head for c in row}
    wanted = _lines(_rows(document), heads)
    found = _lines(_read_rows(printed(document, format), heads), heads)
    for key, lines in wanted.items():
        missing = [line for line in lines if line and line not in found[key]]
        assert not missing, (document.name, key, missing, found[key])


_FIGURE: Final = re.compile(r"-?[\d.]+(,\d+)?[%*]?")


def _lines(rows: Iterable[Iterable[str]], heads: set[str]) -> dict[str, list[tuple[str, ...]]]:
    """The figures of each row behind the last name in it, by that name; a row without one goes on.

    Merged cells stand once, in the document as in what the readers give.
    """
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    name = ""
    for row in rows:
        texts = [plain(text) for text in row]
        name = name if texts else ""
        names = [at for at, text in enumerate(texts) if len(text) > 12 and not text[0].isdigit()]
        if any(texts[at] in heads for at in names):
            continue
        name = texts[names[-1]] if names else name
        behind = texts[names[-1] + 1 :] if names else texts
        found[name].append(tuple(text for text in behind if _FIGURE.fullmatch(text)))
    return found


PAGES: Final = (
    "realisasi/2022/tw3/", "capaian/2022/tw3/", "capaian/2022/tw3/lembar/",
    "realisasi/2022/tw3/periksa/",
)  # fmt: skip


def test_every_achievement_on_every_page_is_the_measurements(year: Year) -> None:
    for page in PAGES:
        _look(year, page)


def _look(year: Year, page: str) -> None:
    """Wherever a page names an indicator, what it shows as reached is one of its spans."""
    known: dict[str, set[str]] = defaultdict(set)
    for one in year.rows(ALL):
        spans = (*QUARTERS, "to_date", "year")
        known[plain(one["name"])] |= {one[f"reached {key}"].rstrip("*") + "%" for key in spans}
    answer = client_of(year.member).get(f"/opd/{year.member.organisation.slug}/{page}")
    assert answer.status_code == 200, page
    seen = 0
    for row in html.document_fromstring(answer.content).iter("tr", "li"):
        if row.find(".//tr") is not None or row.find(".//li") is not None:
            continue
        words = plain(row.text_content())
        names = [name for name in known if name and name in words]
        bands = [band.text_content().strip() for band in row.iter("span") if _is_band(band)]
        bands = [band for band in bands if band.endswith("%")]
        if len(names) == 1 and bands:
            assert set(bands) <= known[names[0]], (names, bands)
            seen += len(bands)
    assert seen, page


def test_the_printed_sheet_says_what_every_span_reached(year: Year) -> None:
    address = f"/opd/{year.member.organisation.slug}/capaian/2022/tw3/cetak/"
    page = html.document_fromstring(client_of(year.member).get(address).content)
    rows = [
        [plain(cell.text_content()) for cell in row.iter("td", "th")] for row in page.iter("tr")
    ]
    for one in year.rows(ALL):
        spans = (*QUARTERS[:3], "to_date")
        reached = [one[f"reached {key}"].rstrip("*") for key in spans]
        wanted = [f"{text}%" for text in reached if _FIGURE.fullmatch(text) and text != "-"]
        mine = [row for row in rows if any(plain(one["name"]) == cell for cell in row)]
        assert mine, one["name"]
        assert any(set(wanted) <= set(row) for row in mine), (wanted, mine)


def _is_band(span: object) -> bool:
    return "band" in (span.get("class") or "").split()  # type: ignore[attr-defined]


def test_a_code_leads_to_the_figure_that_stands_beside_it(year: Year) -> None:
    client = client_of(year.member)
    (rows,) = [
        rows
        for words, rows in grids(year.papers.document("pengukuran-triwulan"))
        if "Capaian setahun" in words
    ]
    asked = 0
    for row in rows:
        for at in (4, 6, 8):
            if row[at + 1]:
                page = client.get(f"/opd/{year.member.organisation.slug}/angka/{row[at + 1]}/")
                strong = html.document_fromstring(page.content).findtext(".//dd/strong")
                assert strong == row[at].rstrip("*") + "%", row
                asked += 1
    assert asked > 60
