"""Pages as people leave them: sheets wider than the paper, tables in cells, texts struck out."""

from __future__ import annotations

import typst

from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.drawn_pages import Page, file_of


def typeset(source: str) -> Document:
    page = f"#set page(width: 500pt, height: 300pt, margin: 30pt)\n#set text(size: 9pt)\n{source}"
    made = typst.compile(page.encode())
    assert isinstance(made, bytes)
    return read_document(made, Limits())


def strip(top: float, name: str, values: str) -> tuple[Page, Page]:
    """A header and two rows of a sheet: its names on one page, its quarters on another."""
    left = Page().down(top, top + 75, (50, 250, 500))
    right = Page().down(top, top + 75, (40, 100, 160, 220, 280))
    for n, height in enumerate((0, 20, 45, 75)):
        left.across(top + height, 50, 500)
        right.across(top + height, 40, 280)
        if n in (1, 2):
            left.text(55, top + height + 5, f"1.{n} Sub Kegiatan {name} {n}")
            left.text(255, top + height + 5, f"Jumlah laporan {name} {n}")
            for quarter, value in enumerate(values):
                right.text(45 + 60 * quarter, top + height + 5, value)
    left.text(55, top + 5, "SUB KEGIATAN").text(255, top + 5, "INDIKATOR KINERJA")
    for quarter, label in enumerate(("TW I", "TW II", "TW III", "TW IV")):
        right.text(45 + 60 * quarter, top + 5, label)
    return left, right


def test_columns_on_pages_of_their_own_stand_beside_their_rows() -> None:
    first, second = strip(60, "Surat", "1234"), strip(40, "Arsip", "5678")
    expected = [
        ["SUB KEGIATAN", "INDIKATOR KINERJA", "TW I", "TW II", "TW III", "TW IV"],
        ["1.1 Sub Kegiatan Surat 1", "Jumlah laporan Surat 1", "1", "2", "3", "4"],
        ["1.2 Sub Kegiatan Surat 2", "Jumlah laporan Surat 2", "1", "2", "3", "4"],
        ["1.1 Sub Kegiatan Arsip 1", "Jumlah laporan Arsip 1", "5", "6", "7", "8"],
        ["1.2 Sub Kegiatan Arsip 2", "Jumlah laporan Arsip 2", "5", "6", "7", "8"],
    ]
    for pages in ((*first, *second), (first[0], second[0], first[1], second[1])):
        document = read_document(file_of(*pages, title="Rencana.xlsx"), Limits())
        assert [list(row.cells) for row in document.rows] == expected
        name, value = document.rows[3].place(0), document.rows[3].place(3)
        assert name.page == pages.index(second[0]) + 1
        assert value.page == pages.index(second[1]) + 1
        assert [place.box and place.box[0] for place in (name, value)] == [50, 100]


def test_two_tables_of_a_word_file_are_not_laid_side_by_side() -> None:
    document = read_document(file_of(*strip(60, "Surat", "1234"), title="Rencana.docx"), Limits())
    assert max(len(row.cells) for row in document.rows) == 4


def test_a_table_in_a_cell_is_lines_of_that_cell() -> None:
    quarters = ", ".join(f"[TW {n}], [{value}]" for n, value in zip(
        ("I", "II", "III", "IV"), (25, 50, 75, 100), strict=True))  # fmt: skip
    document = typeset(
        "#table(columns: 4, inset: 6pt, [PROGRAM], [INDIKATOR], [SATUAN], [TARGET],"
        f" [Program A], [Jumlah], [Unit], table(columns: 2, inset: 3pt, {quarters}))"
    )
    assert [list(row.cells) for row in document.rows][1:] == [
        ["Program A", "Jumlah", "Unit", "TW I 25 TW II 50 TW III 75 TW IV 100"]
    ]


def test_what_is_struck_out_is_left_out_and_told() -> None:
    document = typeset(
        "#table(columns: 3, [PROGRAM], [INDIKATOR], [TW I], [Program #strike[lama] baru],"
        " [Jumlah #underline[desa]], [#strike[12] 15])"
    )
    assert list(document.rows[1].cells) == ["Program baru", "Jumlah desa", "15"]
    assert [left.id for left in document.omissions] == [
        "teks yang dicoret di halaman 1 tidak dibaca: “lama 12”."
    ]
    assert [left.place and left.place.page for left in document.omissions] == [1]


def test_a_sentence_that_is_set_to_both_margins_is_no_row_of_columns() -> None:
    document = typeset(
        "#set par(justify: true)\nyang dicapai oleh kantor #linebreak(justify: true)\n"
        "25 #h(1fr) 50 #h(2fr) 75"
    )
    assert [list(row.cells) for row in document.rows] == [
        ["yang dicapai oleh kantor"], ["25", "50", "75"],
    ]  # fmt: skip


def test_a_raised_mark_of_a_note_is_no_digit_of_the_figure_before_it() -> None:
    def raised(text: str) -> str:
        return f"#super(typographic: false)[{text}]"

    document = typeset(
        f"#table(columns: 4, [Layanan{raised('1)')}], [m{raised('2')}], [10{raised('1')}], [25])"
    )
    assert [list(row.cells) for row in document.rows] == [["Layanan", "m2", "10", "25"]]
    assert [left.en for left in document.omissions] == [
        "a raised mark behind “Layanan” on page 1 is read as that of a note and no part of the "
        "figure or word: “1)”.",
        "a raised mark behind “10” on page 1 is read as that of a note and no part of the figure "
        "or word: “1”.",
    ]
