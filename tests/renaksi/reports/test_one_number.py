"""The same measure is the same number on every document; and a year's documents as one archive."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from decimal import Decimal

import pytest

from renaksi.measure import exact, measure
from renaksi.model import Cell
from renaksi.quantity import rounded, show
from renaksi.render.printed.bundle import CHECKSUMS, MANIFEST, bundle
from renaksi.render.words import cell_text
from renaksi.reports import REPORTS, report
from tests.renaksi.reports.paper import build, tables
from tests.renaksi.reports.test_measured_documents import line
from tests.renaksi.reports.year import YEAR


def year_of(indicator: str) -> str:
    """The achievement of the year as the measurement has it, rounded as it is displayed."""
    (found,) = [one for one in measure(YEAR, 4).indicators if one.row.indicator.name == indicator]
    return show(rounded(Decimal(exact(found.spans["year"].raw or 0))), places=2)


@pytest.mark.parametrize("indicator", ["Indeks Kepuasan Masyarakat", "Nilai SAKIP"])
def test_an_achievement_is_the_same_on_every_document(indicator: str) -> None:
    quarterly = line(tables(build("pengukuran-triwulan", YEAR, quarter=4))[0], 2, indicator)[11]
    annual = line(tables(build("pengukuran-tahunan", YEAR))[0], 2, indicator)[6]
    report_table = next(
        t for t in tables(build("laporan-kinerja", YEAR)) if "Target dan realisasi" in t.caption
    )
    told = line(report_table, 1, indicator)[5]
    attached = next(
        t
        for t in tables(build("laporan-kinerja", YEAR))
        if t.head[0][1].text == "SASARAN STRATEGIS"
    )
    assert {quarterly, annual, told, line(attached, 2, indicator)[6]} == {year_of(indicator)}


def test_a_mean_is_the_same_on_every_document() -> None:
    mean = measure(YEAR, 4).levels["program"]
    shown = show(rounded(Decimal(exact(mean.value or 0))), places=2)
    quarterly = tables(build("pengukuran-triwulan", YEAR, quarter=4))[0]
    assert line(quarterly, 0, "Rata-rata capaian program")[10] == shown
    record = tables(build("berita-acara", YEAR, quarter=4))[0]
    assert line(record, 1, "Program")[4] == shown


def test_money_is_the_same_on_every_document() -> None:
    total = "150.000.000"
    assert line(tables(build("perjanjian-kinerja", YEAR))[1], 0, "JUMLAH")[2] == total
    assert line(tables(build("pengukuran-tahunan", YEAR))[1], 0, "JUMLAH")[2] == total
    program = line(
        tables(build("pengukuran-triwulan", YEAR, quarter=4))[0], 2, "Persentase layanan"
    )
    assert (program[13], program[14]) == (total, "145.500.000")
    form = line(tables(build("evaluasi-renja", YEAR))[0], 3, "Persentase layanan")
    assert (form[9], form[19]) == (total, "145.500.000")


def test_a_year_is_one_archive_with_its_list_and_checksums() -> None:
    documents = [build(name, YEAR, quarter=4, before=YEAR) for name in REPORTS]
    data = bundle(documents, ("pdf", "xlsx"))
    assert bundle(documents, ("pdf", "xlsx")) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(files[MANIFEST])
    assert [entry["document"] for entry in told["documents"]] == list(REPORTS)
    for entry in told["documents"]:
        assert entry["basis"] == list(report(entry["document"]).basis)
        for file in entry["files"]:
            content = files[file["name"]]
            assert (len(content), hashlib.sha256(content).hexdigest()) == (
                file["bytes"],
                file["sha256"],
            )
    sums = dict(reversed(row.split("  ")) for row in files[CHECKSUMS].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != CHECKSUMS
    }


def test_a_ratio_is_the_same_percentage_on_paper_as_on_screen() -> None:
    cell = Cell("set", Decimal(75), "=9/12", numerator=Decimal(9), denominator=Decimal(12))
    (found,) = [one for one in YEAR.elements if one.id == "p"]
    (row,) = found.indicators
    told = row._replace(actuals={**row.actuals, "q3": cell})
    plan = YEAR._replace(
        elements=tuple(
            one._replace(indicators=(told,)) if one.id == "p" else one for one in YEAR.elements
        )
    )
    table = tables(build("pengukuran-triwulan", plan, quarter=3))[0]
    assert line(table, 2, "Persentase layanan")[6] == "75%"
    assert cell_text(cell, "id") == "75%"
