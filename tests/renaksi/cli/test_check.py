"""`renaksi check`: a line for each finding in a pipe, source lines in a terminal, JSON."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from renaksi import plan_json
from renaksi.checks import check
from renaksi.checks.pages import check_rules
from renaksi.diagnostics import Diagnostic
from renaksi.interpret import RULES as READING_RULES
from renaksi.interpret import read_file
from renaksi.model import Place
from renaksi.render.findings import TWINS, in_document_order, told_once
from tests.renaksi.checks.clean_plan import CLEAN, with_indicator
from tests.renaksi.cli.conftest import Run
from tests.renaksi.cli.documents import WHOLE

KEMANGKON = Path("examples/kemangkon-2022.txt")
BY_SLUG = {rule.slug: rule for rule in (*check_rules(), *READING_RULES)}


def test_a_pipe_gets_a_line_for_each_finding_and_a_summary(renaksi: Run, paper: Path) -> None:
    code = "RB120 keterangan Kode 33.03.01 untuk Kecamatan Kemangkon diambil dari daftar wilayah"
    assert renaksi("check", "--select", "RB", paper).out == (
        f"{paper}: {code}; dokumen tidak mencetaknya.\n"
        f"{paper}:9:2: RB113 kesalahan Target TW III indikator “Persentase urusan yang"
        " dilaksanakan” tidak ada di dokumen.\n"
        "2 temuan: 1 kesalahan, 1 keterangan.\n"
    )


def test_every_line_of_a_pipe_can_be_taken_apart(renaksi: Run) -> None:
    *findings, _ = renaksi("check", KEMANGKON).lines
    pattern = re.compile(rf"{re.escape(str(KEMANGKON))}(:\d+(:\d+)?)?: R[A-Z]\d+ \w+ .+\.")
    assert all(pattern.fullmatch(line) for line in findings)


def test_a_terminal_gets_the_source_line_with_its_cell_marked(terminal: Run, paper: Path) -> None:
    told = re.sub(r"\x1b\[[\d;]*m", "", terminal("check", "--select", "RB", paper).out)
    expected = f"""\
{paper}

   │ seluruh rencana
     RB120 keterangan Kode 33.03.01 untuk Kecamatan Kemangkon diambil dari
                      daftar wilayah; dokumen tidak mencetaknya.

 9 │ 1. Ke… ¦ 1. Persentase urusan ya… ¦ Persen ¦ 0 ¦ 50 ¦ 100
   │          ^^^^^^^^^^^^^^^^^^^^^^^^
     RB113 kesalahan  Target TW III indikator “Persentase urusan yang
                      dilaksanakan” tidak ada di dokumen.

2 temuan: 1 kesalahan, 1 keterangan.
Arti sebuah temuan: renaksi explain RB113
"""
    assert told == expected


def test_a_terminal_tells_the_quarters_of_one_row_together(terminal: Run) -> None:
    told = re.sub(r"\x1b\[[\d;]*m", "", terminal("check", KEMANGKON).out)
    assert "Target TW I, TW II, TW III, TW IV indikator “Prosentase" in told
    assert all(len(line) <= 80 for line in told.splitlines())


def test_a_terminal_needs_no_source_line(terminal: Run, tmp_path: Path) -> None:
    lost = with_indicator("s1", unit=None)
    path = tmp_path / "rencana.json"
    path.write_text(plan_json.dumps(lost), encoding="utf-8")
    told = re.sub(r"\x1b\[[\d;]*m", "", terminal("check", path).out)
    assert "│ baris 5\n    RA102 peringatan" in told


def test_nothing_found_is_said(renaksi: Run, tmp_path: Path) -> None:
    path = tmp_path / "bersih.json"
    path.write_text(plan_json.dumps(CLEAN), encoding="utf-8")
    assert renaksi("check", path) == (0, "Tidak ada temuan.\n", "")
    assert renaksi("check", path, "--lang", "en").out == "Nothing found.\n"


def test_machines_get_every_finding_of_every_readable_file(
    renaksi: Run, tmp_path: Path, paper: Path
) -> None:
    whole = tmp_path / "utuh.txt"
    whole.write_text(WHOLE, encoding="utf-8")
    outcome = renaksi("check", "--format", "json", whole, tmp_path / "hilang.txt", paper)
    report = json.loads(outcome.out)
    assert outcome.code == 2
    assert [(entry["file"], entry["exit"]) for entry in report] == [
        (str(whole), 0),
        (str(paper), 1),
    ]
    assert report[1]["diagnostics"][1] == {
        "code": "RB113",
        "slug": "target-lost",
        "severity": "error",
        "kind": "reading",
        "message": "Target TW III indikator “Persentase urusan yang dilaksanakan” tidak ada di"
        " dokumen.",
        "element": report[1]["diagnostics"][1]["element"],
        "indicator": 0,
        "cell": "q3",
        "where": {"line": 9, "column": 2},
        "params": report[1]["diagnostics"][1]["params"],
    }


def test_the_json_of_the_example_holds_reading_and_checks(renaksi: Run) -> None:
    (reading,) = read_file(KEMANGKON)
    (entry,) = json.loads(renaksi("check", "--format", "json", KEMANGKON).out)
    expected = [finding.rule.code for finding in (*reading.diagnostics, *check(reading.plan))]
    assert [finding["code"] for finding in entry["diagnostics"]] == expected
    assert entry["exit"] == 1


def test_nothing_readable_gives_machines_nothing(renaksi: Run, tmp_path: Path) -> None:
    assert renaksi("check", "--format", "json", tmp_path / "hilang.txt").out == ""


def test_findings_of_several_plans_say_which(renaksi: Run, tmp_path: Path) -> None:
    path = tmp_path / "dua.json"
    lost = with_indicator("s1", unit=None)
    path.write_text(plan_json.dumps_many([(CLEAN, ()), (lost, ())]), encoding="utf-8")
    (entry,) = json.loads(renaksi("check", "--format", "json", path).out)
    assert [(d["plan"], d["code"]) for d in entry["diagnostics"]] == [(1, "RA102")]


def test_rules_are_selected_and_ignored_by_code_beginning_or_name(
    renaksi: Run, paper: Path
) -> None:
    def codes(*words: str) -> tuple[int, list[str]]:
        outcome = renaksi("check", "--format", "json", paper, *words)
        (entry,) = json.loads(outcome.out)
        return outcome.code, [finding["code"] for finding in entry["diagnostics"]]

    code, every = codes()
    assert {"RB113", "RB120"} <= set(every)
    assert code == 1
    assert codes("--select", "rb12") == (0, ["RB120"])
    assert codes("--select", "RB,RA102", "--ignore", "target-lost") == (0, ["RB120"])
    assert "RB113" not in codes("--ignore", "RB113")[1]


def test_a_loss_is_told_once(renaksi: Run) -> None:
    told = renaksi("check", KEMANGKON).out
    assert told.count("RB111") == 4
    assert "RA101" not in told
    (entry,) = json.loads(renaksi("check", "--format", "json", KEMANGKON).out)
    codes = [finding["code"] for finding in entry["diagnostics"]]
    assert codes.count("RB111") == codes.count("RA101") == 4


def test_only_the_same_row_and_cell_is_the_same_matter() -> None:
    def found(slug: str, indicator: int | None, cell: str | None) -> Diagnostic:
        return Diagnostic(BY_SLUG[slug], {}, "e", indicator, cell)

    lost = found("target-lost", 0, "q2")
    assert told_once([lost, found("missing-target", 0, "q2")]) == [lost]
    assert told_once([lost, found("missing-target", 0, None)]) == [lost]
    for other in (
        found("missing-target", 0, "q3"),
        found("missing-target", 1, "q2"),
        found("missing-unit", 0, "q2"),
    ):
        assert told_once([other, lost]) == [other, lost]


def test_twins_name_rules_that_exist() -> None:
    for check_slug, reading_slug in TWINS.items():
        assert BY_SLUG[check_slug].kind == "check"
        assert BY_SLUG[reading_slug].kind == "reading"


def test_findings_follow_the_document_gravest_first() -> None:
    def at(slug: str, place: Place | None) -> Diagnostic:
        return Diagnostic(BY_SLUG[slug], {}, where=place)

    whole = at("missing-year", None)
    info, error = (at(slug, Place(line=3, column=2)) for slug in ("unit-lost", "target-lost"))
    later = at("unit-lost", Place(line=12))
    assert in_document_order([later, info, error, whole]) == [whole, error, info, later]


def test_the_gravest_are_told_in_sentences(renaksi: Run) -> None:
    told = renaksi("check", "--gravest", KEMANGKON)
    assert told.code == 1
    assert told.lines[0] == (
        "Yang terpenting: RENCANA AKSI TAHUN 2022 · Kecamatan Kemangkon (33.03.01)"
    )
    numbers = re.findall(r"^ ?(\d+)\. ", told.out, re.MULTILINE)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert 3 <= len(numbers) <= 10
    assert re.search(r"^    RA101 · baris 39, kolom 8", told.out, re.MULTILINE)
    # A loss is told in the check's sentence, which names all the rows, and not again by reading.
    assert "2 indikator tidak lengkap targetnya: Prosentase" in told.out
    assert "RB1" not in told.out


def test_machines_get_the_gravest_with_their_findings(renaksi: Run) -> None:
    (entry,) = json.loads(renaksi("check", "--gravest", "--format", "json", KEMANGKON).out)
    assert set(entry) == {"file", "exit", "gravest"}
    first = entry["gravest"][0]
    assert set(first) == {"code", "slug", "severity", "message", "diagnostics"}
    assert {finding["code"] for finding in first["diagnostics"]} == {first["code"]}


def test_places_of_every_kind_of_document_stand_behind_the_name() -> None:
    from renaksi.cli.findings_text import place_path

    assert place_path(Place(line=39, column=4)) == "39:4"
    assert place_path(Place(sheet="Renja", cell="C7")) == "Renja!C7"
    assert place_path(Place(page=3)) == "p3"
    assert place_path(Place(table=2, row=5, column=1)) == "t2:5:1"
    assert place_path(None) == ""


def test_places_of_a_plans_json_are_told_as_those_of_its_document(
    renaksi: Run, paper: Path, tmp_path: Path
) -> None:
    out = tmp_path / "hasil.json"
    renaksi("convert", paper, "-o", out)
    told = renaksi("check", "--select", "RB113", out).lines[0]
    assert told.startswith(f"{out}: RB113 kesalahan Target TW III")
    assert told.endswith("(dokumen asal: 9:2)")


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_name_that_is_no_text_is_still_named(renaksi: Run, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"rencana-\xff.txt")
    path.write_text(WHOLE, encoding="utf-8")
    assert "rencana-\\udcff.txt: RB120" in renaksi("check", path).out
    (entry,) = json.loads(renaksi("check", "--format", "json", path).out)
    assert entry["file"] == str(path)
