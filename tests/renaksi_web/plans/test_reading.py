"""The isolated readers: their limits hold; whatever they are fed, the answer is one sentence."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from renaksi_web.plans import reading
from renaksi_web.plans.isolated import nursery
from renaksi_web.plans.reading import Read
from renaksi_web.refusals import Busy, Refused
from tests.house.repository import ROOT
from tests.renaksi.formats.known_plans import written
from tests.renaksi_web.paper import PAPER

FILED = ROOT / "tests/cases/filed"


def read(data: bytes) -> Read:
    found = reading.read(data)
    assert found is not None
    return found


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return packed.getvalue()


def test_a_reading_holds_the_plan_its_findings_and_the_lines_of_the_document() -> None:
    found = read(PAPER.encode())
    plan, findings = reading.plan_and_findings(found.reading)
    assert (plan.year, len(plan.elements), found.parts) == (2022, 3, 1)
    assert {d.rule.code for d in findings} >= {"RB113"}
    assert found.original["lines"][0] == [1, [[0, "RENCANA AKSI TAHUN 2022"]]]
    assert found.original["lines"][6][1][:2] == [[4, "TW II"], [5, "50%"]]
    assert len(found.original["lines"]) == len(PAPER.rstrip().split("\n"))


@pytest.mark.parametrize(
    ("form", "shown"),
    [("docx", "tables"), ("xlsx", "tables"), ("xls", "tables"), ("ods", "tables"),
     ("html", "tables"), ("csv", "tables"), ("pdf", "pages")],
)  # fmt: skip
def test_every_format_is_read_and_shown_in_its_own_way(form: str, shown: str) -> None:
    found = read(written(form, 3)[1])
    assert found.original["form"] == shown
    assert found.reading["elements"]
    assert found.layout


def test_the_cells_of_a_sheet_have_their_addresses_and_merges() -> None:
    found = read(written("xlsx", 3)[1])
    block = max(found.original["blocks"], key=lambda block: len(block["rows"]))
    titles = [block["title"] for block in found.original["blocks"]]
    assert titles[0]
    assert titles.count(titles[0]) == 1  # a sheet's name stands once above all of its tables
    for label, row, _, cells in block["rows"]:
        assert row.endswith(f"-{label}")
        columns = [name.rpartition("-")[2].rstrip("0123456789") for name, *_ in cells if name]
        assert set(columns) <= set(block["columns"])
    cells = [cell for _, _, _, cells in block["rows"] for cell in cells]
    assert any(across > 1 or down > 1 for _, _, across, down, _ in cells)
    names = [name for name, *_ in cells if name]
    assert len(names) == len(set(names))


def test_the_rows_of_a_merged_table_are_all_as_wide_as_its_head() -> None:
    """A browser that lays the cells out finds neither holes nor overlaps."""
    for form in ("xlsx", "docx", "html"):
        for block in read(written(form, 3)[1]).original["blocks"]:
            if not block["is_table"]:
                continue
            widths = [0] * len(block["rows"])
            for at, (_, _, _, cells) in enumerate(block["rows"]):
                for _, _, across, down, _ in cells:
                    for deep in range(down):
                        widths[at + deep] += across
            assert len(set(widths)) == 1, form


def test_a_page_is_pictured_as_it_is_read() -> None:
    data = (FILED / "dishub-jabar-rencana-aksi-2016.pdf").read_bytes()
    found = read(data)
    number, width, height = found.original["pages"][0]
    assert (number, width > height) == (1, True)
    picture = reading.picture(data, 1)
    dots = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    assert dots[0] / dots[1] == pytest.approx(width / height, rel=0.01)
    with pytest.raises(Refused):
        reading.picture(data, 99)
    with pytest.raises(Refused):
        reading.picture(PAPER.encode(), 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "kosong"),
        (b"halo", "tidak ada rencana aksi"),
        (b"\x00\x01\x02", "tidak dikenali"),
        (b"PK\x03\x04" + b"\x00" * 40, "berkas"),
        (b"\xff\xfeR\x00", "UTF-8"),
        (b"{", "JSON"),
        (b"[" * 200_000, "JSON"),
        (b'{"schema": "renaksi/plans/1", "plans": []}', "tidak memuat satu pun rencana"),
        (("a\t" * 500 + "\n").encode() * 3, "melewati batas"),
        (b"x" * 20_000_001, "terlalu besar"),
    ],
)
def test_a_hostile_or_damaged_file_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        reading.read(data)
    told = refused.value.message("id")
    assert sentence.lower() in told.lower()
    assert "--max" not in told + refused.value.message("en")


def test_a_file_of_two_plans_tells_both() -> None:
    one = read(PAPER.encode()).reading
    other = {**one, "year": 2023}
    both = json.dumps({"schema": "renaksi/plans/1", "plans": [one, other]}).encode()
    first, second = reading.read(both), reading.read(both, 1)
    assert first is not None
    assert second is not None
    assert (first.parts, second.parts) == (2, 2)
    assert (first.reading["year"], second.reading["year"]) == (2022, 2023)


def test_a_document_of_two_offices_holds_two_plans() -> None:
    both = "\n\n".join(
        PAPER.replace("RENCANA AKSI TAHUN 2022", f"RENCANA AKSI TAHUN 2022\nKECAMATAN {name}")
        for name in ("KEMANGKON", "BUKATEJA")
    ).encode()
    first, second = reading.read(both), reading.read(both, 1)
    assert first is not None
    assert second is not None
    assert (first.parts, second.parts) == (2, 2)
    names = [part.reading["organisation"]["name"] for part in (first, second)]
    assert names == ["Kecamatan Kemangkon", "Kecamatan Bukateja"]
    assert first.original == second.original


def test_an_archive_is_unpacked_file_by_file_and_its_paths_lead_nowhere() -> None:
    data = zipped(**{"..__..__a.txt": PAPER.encode(), "b.zip": zipped(x=b"x"), "empty.txt": b""})
    assert reading.read(data) is None
    files = {file.name: file for file in reading.unpacked(data)}
    assert files["../../a.txt"].data == PAPER.encode()
    assert "arsip" in (files["b.zip"].refusal or {})["id"]


def test_readers_at_once_do_not_mix_their_answers() -> None:
    years = [*range(2020, 2030)]
    found: dict[int, int | None] = {}

    def one(year: int) -> None:
        plan, _ = reading.plan_and_findings(read(PAPER.replace("2022", str(year)).encode()).reading)
        found[year] = plan.year

    threads = [threading.Thread(target=one, args=(year,)) for year in years]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {year: year for year in years}


# -- what a reader that runs wild can do: programs that stand in for the jobs ----------

WILD = f"""
import os, socket, sys, time
sys.path.insert(0, {str(ROOT / "src")!r})
from renaksi_web.plans.isolated import jobs, process
def wild(data, given, write):
    CODE
jobs.JOBS = {{"read": wild}}
process.serve(socket.socket(fileno=int(sys.argv[1])))
"""


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A nursery of the test's own."""
    monkeypatch.setattr(nursery, "_standing", {})
    yield
    for standing in list(nursery._standing.values()):
        standing.close()


def run_wild(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "wild.py"
    program.write_text(WILD.replace("CODE", code), encoding="utf-8")
    monkeypatch.setattr(nursery, "_PROCESS", program)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("bytearray(900_000_000)", "too much time or memory"),
        ("while True: pass", "too much time or memory"),
        ("time.sleep(600)", "too much time or memory"),
        ("open('big', 'wb').write(b'x' * 40_000_000)", "cannot be read"),
        ("write(b'x' * 40_000_000)", "too much|cannot be read"),
        ("[open('/dev/null') for _ in range(100)].pop(200)", "cannot be read"),
        ("os.kill(os.getpid(), 11)", "cannot be read"),
        ("os.kill(os.getpid(), 9)", "too much time or memory"),
        ("os._exit(7)", "cannot be read"),
        ("os.kill(os.getppid(), 9); time.sleep(1)", "cannot be read"),
        ("write(b'nonsense')", "cannot be read"),
        ("write(b'{}')", "cannot be read"),
        ("write(b'[' * 100_000)", "cannot be read"),
        ("write(b'{\"reading\": {}}')", "cannot be read"),
        ("raise RecursionError", "cannot be read"),
    ],
)
def test_whatever_a_reader_does_the_site_answers_a_sentence_and_reads_the_next_file(
    code: str, sentence: str, fresh: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
) -> None:  # fmt: skip
    waits = "while" in code or "sleep(600)" in code
    settings.READING_SECONDS = 1 if waits else 60
    run_wild(code, tmp_path, monkeypatch)
    for _ in range(1 if waits else 2):
        with pytest.raises(Refused, match=sentence):
            reading.read(b"anything")


def test_a_reader_sees_no_environment_no_site_and_no_other_file(
    fresh: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "from renaksi.diagnostics import Unreadable; "
        "told = [k for k in os.environ if k not in ('LC_CTYPE', 'PWD')]; "
        "told += [m for m in sys.modules if m.startswith(('django', 'psycopg', 'sqlite3'))]; "
        "told += [os.getcwd()] + [f for f in os.listdir('/proc/self/fd') if int(f) > 9]; "
        "raise Unreadable(id=str(told), en='x')"
    )
    monkeypatch.setenv("RENAKSI_SECRET_KEY", "hidden")
    run_wild(code, tmp_path, monkeypatch)
    with pytest.raises(Refused) as refused:
        reading.read(b"anything")
    assert refused.value.message("id") == "['/']"


def test_a_nursery_that_ended_is_started_anew() -> None:
    read(PAPER.encode())
    standing = nursery.ready()
    standing._process.kill()
    standing._process.wait()
    assert read(PAPER.encode()).parts == 1
    assert nursery.ready() is not standing


def test_only_a_few_files_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nursery, "WAIT_SECONDS", 0.1)
    monkeypatch.setattr(nursery, "_places", threading.BoundedSemaphore(1))
    assert nursery._places.acquire()
    with pytest.raises(Busy):
        reading.read(PAPER.encode())
