"""`renaksi convert` as a printer: documents, the data of the office, what is refused."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from renaksi.plan_json import dumps
from renaksi.reports import REPORTS
from renaksi.reports.office import office_to_json
from tests.renaksi.cli.conftest import Run
from tests.renaksi.reports.paper import OFFICE
from tests.renaksi.reports.year import YEAR


@pytest.fixture
def year(tmp_path: Path) -> Path:
    file = tmp_path / "tahun.json"
    file.write_text(dumps(YEAR), encoding="utf-8")
    return file


@pytest.fixture
def office(tmp_path: Path) -> Path:
    file = tmp_path / "kantor.json"
    file.write_text(office_to_json(OFFICE), encoding="utf-8")
    return file


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx", "html"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_document_is_written_in_every_format(
    renaksi: Run, year: Path, office: Path, tmp_path: Path, name: str, format: str
) -> None:
    out = tmp_path / f"hasil.{format}"
    args = ("--document", name, "--office", office, "--quarter", "2", "--before", year)
    outcome = renaksi("convert", year, "-o", out, *args)
    assert (outcome.out, outcome.err) == ("", "")
    starts = {"pdf": b"%PDF-1.7", "docx": b"PK", "xlsx": b"PK", "html": b"<!doctype html>"}
    assert out.read_bytes().startswith(starts[format])


def test_a_format_of_documents_alone_prints_the_rencana_aksi(
    renaksi: Run, year: Path, tmp_path: Path
) -> None:
    given, chosen = tmp_path / "a.pdf", tmp_path / "b.pdf"
    renaksi("convert", year, "-o", given)
    renaksi("convert", year, "-o", chosen, "--document", "rencana-aksi")
    assert given.read_bytes() == chosen.read_bytes()


def test_html_is_the_cascade_until_a_document_is_named(renaksi: Run, year: Path) -> None:
    assert "Daftar isi" in renaksi("convert", year, "--to", "html").out
    page = renaksi("convert", year, "--to", "html", "--document", "iku").out
    assert "INDIKATOR KINERJA UTAMA" in page


def test_data_of_an_office_that_cannot_be_read_are_refused_in_one_sentence(
    renaksi: Run, year: Path, tmp_path: Path
) -> None:
    out = tmp_path / "hasil.pdf"
    for content in (None, b"\xff\xfe", b"{"):
        file = tmp_path / "kantor.json"
        if content is not None:
            file.write_bytes(content)
        outcome = renaksi("convert", year, "-o", out, "--office", file)
        assert outcome.code == 2
        assert outcome.err.startswith("renaksi: Data kantor")
        assert outcome.err.count("\n") == 1
    assert not out.exists()


def test_an_archive_holds_every_document_or_one_in_every_format(
    renaksi: Run, year: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tahun.zip"
    assert renaksi("convert", year, "-o", out).err == ""
    with zipfile.ZipFile(out) as archive:
        files = set(archive.namelist())
    revision = "perjanjian-kinerja-perubahan"
    assert files == {f"{name}.pdf" for name in REPORTS if name != revision} | {
        "daftar.json", "SHA256SUMS",
    }  # fmt: skip
    renaksi("convert", year, "-o", out, "--document", "iku")
    with zipfile.ZipFile(out) as archive:
        assert {name for name in archive.namelist() if name.startswith("iku")} == {
            "iku.pdf", "iku.docx", "iku.xlsx", "iku.html",
        }  # fmt: skip


def test_the_writers_texts_come_from_a_file(renaksi: Run, year: Path, tmp_path: Path) -> None:
    texts = tmp_path / "tulisan.json"
    texts.write_text('{"nomor": "700/12/2022"}', encoding="utf-8")
    args = ("--document", "berita-acara", "--to", "html", "--texts", texts)
    assert "Nomor: 700/12/2022" in renaksi("convert", year, *args).out
    texts.write_text('{"nomor": 7}', encoding="utf-8")
    refused = renaksi("convert", year, *args)
    assert refused.code == 2
    assert "nomor" in refused.err


def test_a_plan_before_that_cannot_be_read_is_refused(
    renaksi: Run, year: Path, tmp_path: Path
) -> None:
    args = ("--document", "perjanjian-kinerja-perubahan", "--before", tmp_path / "hilang.json")
    outcome = renaksi("convert", year, "-o", tmp_path / "hasil.pdf", *args)
    assert outcome.code == 2
    assert "tidak ditemukan" in outcome.err


def test_checking_imports_nothing_of_printing(paper: Path) -> None:
    script = (
        "import sys; from renaksi.cli import main; main(['check', sys.argv[1]]); "
        "print([n for n in ('typst', 'docx', 'xlsxwriter', 'renaksi.reports', "
        "'renaksi.render.printed') if n in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", script, paper], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().endswith("[]")
