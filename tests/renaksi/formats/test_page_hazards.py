"""Pages as people leave them: sheets wider than the paper, tables in cells, texts struck out."""

from __future__ import annotations

from contextlib import suppress

import pytest
import typst

from renaksi.diagnostics import Unreadable
from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.drawn_pages import Page, file_of
from tests.renaksi.formats.pdf_files import pdf_with_codes, pdf_with_long_codes


def page_of(source: str) -> bytes:
    page = f"#set page(width: 500pt, height: 300pt, margin: 30pt)\n#set text(size: 9pt)\n{source}"
    made = typst.compile(page.encode())
    assert isinstance(made, bytes)
    return made


def typeset(source: str) -> Document:
    return read_document(page_of(source), Limits())


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


def test_a_printed_sheet_without_a_table_has_nothing_to_lay_side_by_side() -> None:
    page = Page().text(50, 50, "Catatan rapat", "tentang surat masuk")
    document = read_document(file_of(page, page, title="Rapat.xlsx"), Limits())
    assert [row.cells for row in document.rows] == [("Catatan rapat",), ("tentang surat masuk",)]


@pytest.mark.parametrize(
    ("code", "shown"), [(b"D800", "�"), (b"D83DDCC8", "📈"), (b"DCC8D83D", "��"), (b"00E9", "é")]
)
def test_halves_of_letters_are_put_together_and_a_lone_one_is_seen(code: bytes, shown: str) -> None:
    document = read_document(pdf_with_codes(b"Rencana ~ kerja tahun", code), Limits())
    assert document.rows[0].cells == (f"Rencana {shown} kerja tahun",)


def test_a_font_whose_codes_are_no_letters_is_told() -> None:
    with pytest.raises(Unreadable, match="without a Unicode map"):
        read_document(pdf_with_long_codes(b"E0E0E0E0E0E020E0E0E0"), Limits())


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


ROWS = "[PROGRAM], [INDIKATOR], [TW I], [TW II], [Program Surat], [Jumlah surat], [25], [50]"
TABLE = f"#table(columns: 4, {ROWS})"


def test_large_words_across_a_page_are_no_part_of_it() -> None:
    def read(place: str, angle: str) -> Document:
        mark = f"#place({place}, rotate({angle}, text(size: 60pt, fill: gray)[DRAF]))"
        return typeset(f"RENCANA AKSI {mark} {TABLE} Purbalingga")

    for angle in ("0deg", "-35deg"):
        found = read("top + left, dx: 20pt, dy: 0pt", angle)
        assert [cell for row in found.rows for cell in row.cells] == [
            "RENCANA AKSI", "PROGRAM", "INDIKATOR", "TW I", "TW II",
            "Program Surat", "Jumlah surat", "25", "50", "Purbalingga",
        ]  # fmt: skip
        (left,) = found.omissions
        assert left.id.startswith("tulisan besar “D")
    found = read("bottom + left", "0deg")  # a large title lies over nothing
    assert "DRAF" in [cell for row in found.rows for cell in row.cells]
    assert not found.omissions


def test_letters_whose_font_does_not_say_what_they_are_are_told() -> None:
    made = page_of(TABLE).replace(b"/ToUnicode", b"/Unknown00")
    with pytest.raises(Unreadable, match="fonts without a Unicode map"):
        read_document(made, Limits())


def test_figures_whose_font_does_not_say_what_they_are_are_told() -> None:
    font = '#show regex("[0-9]"): set text(font: "New Computer Modern")'
    parts = page_of(f"{font}\n{TABLE} 12 34 56").split(b"/ToUnicode")
    assert len(parts) == 3  # one for the words, one for the figures
    found = []
    for one, other in ((b"/ToUnicode", b"/Unknown00"), (b"/Unknown00", b"/ToUnicode")):
        with suppress(Unreadable):
            made = parts[0] + one + parts[1] + other + parts[2]
            found.append(read_document(made, Limits()))
    (figures,) = found
    assert list(figures.rows[1].cells) == ["Program Surat", "Jumlah surat", "", ""]
    (left,) = figures.omissions
    assert left.id.startswith("sebagian kata di halaman 1 tidak dibaca: fonnya")


SLIDES = "".join(
    f"#text(size: 24pt)[= {title}]\n#text(size: 18pt)[{points}]\n#pagebreak()\n"
    for title, points in (
        ("RENCANA AKSI 2024", "Kecamatan Bukateja"),
        ("Tujuan dan Sasaran", "Tujuan: Meningkatnya pelayanan. Indikator: Nilai 83,25"),
        ("Program prioritas", "1. Program Surat: 25% di TW I dan 50% di TW II"),
    )
)


def test_of_slides_only_the_tables_are_read() -> None:
    found = typeset(SLIDES + TABLE)
    assert [list(filter(None, row.cells)) for row in found.rows] == [
        ["RENCANA AKSI 2024"], ["Kecamatan Bukateja"], ["PROGRAM", "INDIKATOR", "TW I", "TW II"],
        ["Program Surat", "Jumlah surat", "25", "50"],
    ]  # fmt: skip
    (left,) = found.omissions
    assert "hanya tabel di halaman 4 yang dibaca" in left.id
    with pytest.raises(Unreadable, match="slide deck without"):
        typeset(f"{SLIDES}#text(size: 24pt)[Terima kasih]")


def test_a_table_that_goes_on_beyond_the_paper_is_told() -> None:
    found = typeset(f"#table(columns: (200pt, 200pt, 50pt, 200pt), {ROWS})")
    (left,) = found.omissions
    assert left.id.startswith("tabel di halaman 1 terpotong di tepi kertas")
    assert not typeset(TABLE).omissions


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


@pytest.mark.parametrize("angle", ["-90deg", "90deg"])
def test_the_heads_of_narrow_columns_may_run_up_or_down_the_page(angle: str) -> None:
    heads = ", ".join(
        f"rotate({angle}, reflow: true)[{text}]"
        for text in ("Satuan", "Target TW I", "Target TW II", "Realisasi TW II")
    )
    found = typeset(
        f"#table(columns: 6, [Program], [Indikator], {heads}, [Program Surat], [Jumlah surat],"
        " [Unit], [1], [2], [3])"
    )
    assert [row.cells for row in found.rows] == [
        ("Program", "Indikator", "Satuan", "Target TW I", "Target TW II", "Realisasi TW II"),
        ("Program Surat", "Jumlah surat", "Unit", "1", "2", "3"),
    ]


def test_letters_that_are_typed_below_each_other_stay_apart() -> None:
    found = typeset("#table(columns: 3, [A], [B], [J#linebreak()F#linebreak()M])")
    assert found.rows[0].cells == ("A", "B", "J F M")
