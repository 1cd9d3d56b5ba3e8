"""Every finding of reading has its page, and its page is true."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from renaksi.checks.pages import HEADINGS_ID, SECTIONS, paged, section, sections, summary
from renaksi.diagnostics import Rule
from renaksi.interpret import RULES, omissions, read_bytes
from renaksi.interpret.pages import PAGES

# Their examples are files with more than text in them.
OF_FILES = frozenset(rule.code for rule in omissions.RULES)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
each_of_texts = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.code not in OF_FILES], ids=lambda rule: rule.slug
)


def found(data: bytes) -> set[str]:
    return {finding.rule.code for reading in read_bytes(data) for finding in reading.diagnostics}


def archive(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name, text in files.items():
            opened.writestr(f"{name}.txt", text)
    return packed.getvalue()


def test_every_finding_has_a_page_and_every_page_a_finding() -> None:
    assert set(PAGES) == {rule.code for rule in RULES}
    assert len({rule.slug for rule in RULES}) == len(RULES)


@each_rule
def test_a_page_has_all_its_sections_in_both_languages(rule: Rule) -> None:
    whole = paged(rule)
    assert re.fullmatch(r"RB1\d\d", rule.code)
    assert tuple(sections(whole.page)) == SECTIONS
    assert all(sections(whole.page).values())
    assert summary(whole).endswith(".")
    assert tuple(sections(whole.page_id)) == (HEADINGS_ID["What"], HEADINGS_ID["Why"])
    assert all(sections(whole.page_id).values())


@each_of_texts
def test_a_finding_is_made_on_its_bad_example_and_not_on_its_good_one(rule: Rule) -> None:
    bad, good = (section(paged(rule), heading) + "\n" for heading in ("Bad", "Good"))
    assert rule.code in found(bad.encode())
    assert rule.code not in found(good.encode())


def test_a_file_of_an_archive_without_a_plan_is_told() -> None:
    plan = section(paged(next(rule for rule in RULES if rule.code == "RB113")), "Good")
    assert "RB131" in found(archive(rencana=plan, surat="Yth. Camat\nBersama ini kami kirim."))
    assert "RB131" not in found(archive(rencana=plan, lagi=plan))


def test_a_hidden_row_of_a_workbook_is_told() -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    for hidden in (True, False):
        packed = io.BytesIO()
        book = xlsxwriter.Workbook(packed)
        sheet = book.add_worksheet("Target")
        rows = [["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TW I", "TW II", "TW III", "TW IV"]]
        rows += [[f"{n}. Kegiatan {n}", "1. Jumlah surat", "Surat", 1, 2, 3, 4] for n in (1, 2)]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if hidden:
            sheet.set_row(2, None, None, {"hidden": True})
        book.close()
        assert ("RB130" in found(packed.getvalue())) == hidden
