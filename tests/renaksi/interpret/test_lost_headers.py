"""Tables that lost their whole header: read where the rows prove the columns, else told what lacks."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import interpret_text

TITLE = "RENCANA AKSI KECAMATAN LINTAU BUO TAHUN 2023\n\n"


def table(*rows: str) -> str:
    return TITLE + "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


PROVEN = table(
    "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | Persentase layanan | Persen"
    " | 20 | 40 | 60 | 80",
    "Kegiatan Koordinasi | Jumlah laporan | Laporan | 3 | 3 | 3 | 3",
)


def test_that_a_header_was_lost_is_told_once_and_doubts_nothing() -> None:
    reading = interpret_text(PROVEN)
    told = [each for each in reading.diagnostics if each.rule.code == "RB128"]
    assert [each.where.line for each in told if each.where] == [3]
    assert not [each for each in reading.diagnostics if each.rule.severity != "info"]


def test_the_year_is_the_figure_that_the_quarters_make() -> None:
    text = table(
        "Program Pemberdayaan Masyarakat Desa dan Kelurahan | Jumlah nagari | Nagari"
        " | 12 | 3 | 3 | 3 | 3",
        "Kegiatan Koordinasi | Jumlah rapat | Kali | 9 | 2 | 2 | 2 | 3",
    )
    (program, activity) = interpret_text(text).plan.elements
    for element, year, fourth in ((program, "12", "3"), (activity, "9", "3")):
        targets = element.indicators[0].targets
        assert (targets["year"].text, targets["q4"].text) == (year, fourth)


def test_amounts_of_rupiah_behind_the_quarters_are_no_quarter() -> None:
    text = table(
        "Program Pemberdayaan Masyarakat Desa dan Kelurahan | Jumlah nagari | Nagari"
        " | 3 | 4 | 5 | 6 | 125.000.000",
        "Kegiatan Koordinasi | Jumlah rapat | Kali | 2 | 2 |  | 3 | 95.500.000",
    )
    targets = interpret_text(text).plan.elements[1].indicators[0].targets
    assert {key: cell.text for key, cell in targets.items() if cell.text} == {
        "q1": "2", "q2": "2", "q4": "3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            (
                "Persentase layanan tepat waktu | Persen | 20 | 40 | 60",
                "Jumlah laporan | Laporan | 3 | 3 | 3",
            ),
            ("keempat triwulannya", "the four quarters"),
        ),
        (
            (
                "Peningkatan layanan kami | Persentase layanan | Persen | 20 | 40 | 60 | 80",
                "Pembenahan gudang | Jumlah gudang | Unit | 3 | 3 | 3 | 4",
            ),
            ("nama tujuan, sasaran, program", "names of goals, objectives, programs"),
        ),
    ],
)
def test_the_refusal_says_what_the_rows_do_not_show(
    rows: tuple[str, ...], words: tuple[str, str]
) -> None:
    with pytest.raises(Unreadable) as refusal:
        interpret_text(table(*rows))
    for language, said in zip(("id", "en"), words, strict=True):
        assert said in refusal.value.message(language)
