"""Cells of a page that list several indicators, whose texts wrap as the paper is wide."""

from __future__ import annotations

from collections.abc import Sequence

import typst

from renaksi.interpret import read_bytes
from tests.renaksi.readers.told import told

HEAD = (
    "No",
    "Sasaran",
    "Indikator Kinerja",
    "Satuan",
    "Target",
    "TW I",
    "TW II",
    "TW III",
    "TW IV",
)


def plan_of(*rows: Sequence[str]) -> list[str]:
    """The plan that a ruled table makes; a line of a cell ends with a stroke."""
    cells = ", ".join(f"[{text.replace('/', chr(92))}]" for row in (HEAD, *rows) for text in row)
    source = (
        "#set page(width: 330mm, height: 215mm, margin: 15mm)\n#set text(size: 8pt)\n"
        "RENCANA AKSI TAHUN 2024\\ DINAS PARIWISATA KOTA BATU\n"
        "#table(columns: (auto, 30mm, 40mm, auto, auto, auto, auto, auto, auto), stroke: 0.5pt, "
        f"{cells})"
    )
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    (reading,) = read_bytes(made)
    return told(reading).split("\n\n", 1)[1].splitlines()


def test_values_that_stand_beside_their_wrapped_indicators_are_theirs() -> None:
    row = (
        "1", "Meningkatnya kunjungan wisatawan ke daerah tujuan wisata",
        "Jumlah wisatawan nusantara yang datang berkunjung"
        "/ Jumlah wisatawan mancanegara yang datang berkunjung",
        "orang/ orang", "7.500/ / 250", "1.500/ / 50", "3.500/ / 110", "5.500/ / 180", "7.500/ / 250",
    )  # fmt: skip
    assert plan_of(row) == [
        "objective 1 - | Meningkatnya kunjungan wisatawan ke daerah tujuan wisata",
        "  * - | Jumlah wisatawan nusantara yang datang berkunjung | orang"
        " | 1.500; 3.500; 5.500; 7.500; year 7.500",
        "  * - | Jumlah wisatawan mancanegara yang datang berkunjung | orang"
        " | 50; 110; 180; 250; year 250",
    ]  # fmt: skip


def test_a_list_beside_the_number_of_its_row_is_one() -> None:
    row = (
        "2", "Meningkatnya ekonomi kreatif",
        "1. Jumlah pelaku ekonomi kreatif yang dibina 2. Persentase pelaku usaha naik kelas",
        "orang/ %", "450/ 25", "100/ 5", "200/ 10", "300/ 15", "450/ 25",
    )  # fmt: skip
    assert plan_of(row)[1:] == [
        "  * 1 | Jumlah pelaku ekonomi kreatif yang dibina | orang | 100; 200; 300; 450; year 450",
        "  * 2 | Persentase pelaku usaha naik kelas | % | 5; 10; 15; 25; year 25",
    ]
