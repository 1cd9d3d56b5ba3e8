"""PDF pages: tables by their rules, text by its place, and nothing lost between them."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
import typst

from renaksi.cli import main
from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_bytes
from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.filed_rows import FILED, bare, expected_rows, planned_rows, printed_rows
from tests.renaksi.formats.pdf_files import locked_pdf, pdf_page

DISHUB = FILED / "dishub-jabar-rencana-aksi-2016.pdf"


def page(source: str, settings: str = "") -> bytes:
    """A PDF of typst source on small pages."""
    size = "" if "width" in settings else "width: 400pt, height: 300pt, "
    head = f"#set page({size}margin: 30pt{settings})\n#set text(size: 9pt)\n"
    made = typst.compile((head + source).encode())
    assert isinstance(made, bytes)
    return made


def read(source: str, settings: str = "") -> Document:
    return read_document(page(source, settings), Limits())


def cells(document: Document) -> list[list[str]]:
    return [list(row.cells) for row in document.rows]


def test_merged_cells_are_told_by_the_walls_that_are_missing() -> None:
    document = read(
        "#table(columns: 3, table.cell(rowspan: 2)[Program A], [TW I], [25], [TW II], [50],"
        " table.cell(colspan: 2)[Jumlah], [75])"
    )
    assert cells(document) == [
        ["Program A", "TW I", "25"],
        ["", "TW II", "50"],
        ["Jumlah", "", "75"],
    ]
    assert document.rows[0].spans == {0: (1, 2)}
    assert document.rows[2].spans == {0: (2, 1)}


def test_every_cell_knows_its_page_and_box() -> None:
    place = read("#table(columns: 2, [A], [B])").rows[0].place(1)
    assert place.page == 1
    assert place.box is not None
    left, top, right, bottom = place.box
    assert 0 < left < right < 400
    assert 0 < top < bottom < 300


def test_a_last_row_without_its_bottom_rule_does_not_vanish() -> None:
    document = read(
        "#table(columns: 2, stroke: (x, y) => (left: 1pt, right: 1pt, top: 1pt),"
        " [Program A], [25], [Program B], [50])"
    )
    assert cells(document) == [["Program A", "25"], ["Program B", "50"]]


def test_rows_that_lost_the_rule_between_them_are_parted() -> None:
    document = read(
        "#table(columns: (1fr, 1fr, 1fr), stroke: (x: 1pt, y: 0pt), inset: 4pt, row-gutter: 14pt,"
        " [Koordinasi dan Penyusunan Dokumen RKA], [Jumlah Dokumen RKA yang tersusun tepat waktu], [0],"
        " [Evaluasi Kinerja], [Jumlah Laporan Evaluasi], [2])"
    )
    filled = [[cell for cell in row if cell] for row in cells(document)]
    assert ["Evaluasi Kinerja", "Jumlah Laporan Evaluasi", "2"] in filled


def test_a_table_goes_on_over_pages_and_its_header_is_read_once() -> None:
    body = "".join(f"[Program {n}], [{n}0]," for n in range(1, 41))
    document = read(f"#table(columns: 2, table.header([URAIAN], [TARGET]), {body})")
    assert len({row.table for row in document.rows}) == 1
    assert [row.cells[0] for row in document.rows].count("URAIAN") == 1
    assert [row.cells[1] for row in document.rows][1:] == [f"{n}0" for n in range(1, 41)]


def test_page_numbers_and_repeated_heads_are_read_once() -> None:
    settings = ', header: [Laporan Kinerja], footer: context counter(page).display("1")'
    document = read("Satu #pagebreak() Dua #pagebreak() Tiga", settings)
    assert cells(document) == [["Laporan Kinerja"], ["Satu"], ["Dua"], ["Tiga"]]


def test_text_beside_a_table_stands_before_or_behind_it() -> None:
    document = read("RENCANA AKSI #table(columns: 2, [A], [B]) Purbalingga, 3 Januari 2022")
    assert [row.kind for row in document.rows] == ["line", "table", "line"]


def test_a_text_that_runs_over_its_cell_is_not_cut() -> None:
    document = read("#table(columns: (30pt, 60pt), [Dokumentasi], [TW I])")
    assert [cell for cell in document.rows[0].cells if cell] == ["Dokumentasi", "TW I"]


@pytest.mark.parametrize(
    "matrix", ["1 0 0 1 50 300", "0 1 -1 0 300 50", "-1 0 0 -1 500 300", "0 -1 1 0 300 500"]
)
@pytest.mark.parametrize("turn", [0, 90])
def test_a_turned_page_is_read_as_it_is_held_to_be_read(matrix: str, turn: int) -> None:
    text = f"BT /F 10 Tf {matrix} Tm (Program A) Tj 0 -20 Td (Kegiatan B) Tj ET"
    assert cells(read_document(pdf_page(text.encode(), turn=turn), Limits())) == [
        ["Program A"],
        ["Kegiatan B"],
    ]


def test_every_word_of_a_filed_document_stands_in_a_row() -> None:
    document = read_document(DISHUB.read_bytes(), Limits())
    read_words = "".join(cell for row in document.rows for cell in row.cells)
    with pdfplumber.open(DISHUB) as pdf:
        printed = [word["text"] for page in pdf.pages for word in page.extract_words()]
    squeezed = read_words.replace(" ", "")
    lost = [word for word in printed if word not in squeezed]
    assert lost == []
    repeated_headers = 7 * 40
    assert len(squeezed) >= len("".join(printed)) - repeated_headers * 12


def test_a_filed_action_plan_gives_all_its_rows_and_values() -> None:
    document = read_document(DISHUB.read_bytes(), Limits())
    assert printed_rows(document) == expected_rows("dishub-jabar-rencana-aksi-2016.expected.json")


def test_a_filed_action_plan_is_a_plan_with_all_its_rows_and_values() -> None:
    (reading,) = read_bytes((FILED / "dishub-jabar-rencana-aksi-2016.pdf").read_bytes())
    planned = planned_rows(reading.plan)
    lost = [
        row
        for row in expected_rows("dishub-jabar-rencana-aksi-2016.expected.json")
        if (row.level, bare(row.name), bare(row.indicator), row.targets) not in planned
    ]
    assert lost == []


def test_a_scan_needs_ocr() -> None:
    dots = b"q 90 0 0 90 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x80\xff\x40 EI Q"
    with pytest.raises(Unreadable, match="OCR"):
        read_document(pdf_page(dots), Limits())


@pytest.mark.parametrize("content", [b"", b"9 9 m 90 90 l S 0 0 50 50 re f"])
def test_pages_without_text_and_pictures_are_no_scan(content: bytes) -> None:
    with pytest.raises(Unreadable, match="holds no text"):
        read_document(pdf_page(content), Limits())


@pytest.mark.parametrize(
    "limits", [Limits(max_pages=1), Limits(max_marks=20), Limits(max_cells=10)]
)
def test_a_document_beyond_a_limit_is_refused(limits: Limits) -> None:
    body = "".join(f"[Program {n}], [{n}0]," for n in range(1, 41))
    with pytest.raises(Unreadable):
        read_document(page(f"#table(columns: 2, {body})"), limits)


def test_a_locked_file_asks_for_its_password() -> None:
    with pytest.raises(Unreadable, match="password"):
        read_document(locked_pdf(), Limits())


@pytest.mark.parametrize("stroke", ["none", "(x: none, y: 1pt)"])
def test_a_table_without_rules_is_told_by_its_columns(stroke: str) -> None:
    document = read(
        f"#table(columns: (1fr, 60pt, 60pt), stroke: {stroke}, inset: 5pt,"
        " [URAIAN], [SATUAN], [TARGET], [Program Pelayanan Publik], [Persen], [25],"
        " [Penyediaan jasa surat menyurat dan komunikasi yang sangat panjang sekali untuk satu baris"
        " saja], [], [50], [Evaluasi], [Dokumen], [2])"
    )
    assert cells(document) == [
        ["URAIAN", "SATUAN", "TARGET"],
        ["Program Pelayanan Publik", "Persen", "25"],
        ["Penyediaan jasa surat menyurat dan komunikasi yang sangat panjang sekali untuk satu"
         " baris saja", "", "50"],
        ["Evaluasi", "Dokumen", "2"],
    ]  # fmt: skip


def test_prose_and_signatures_are_no_tables() -> None:
    prose = "Dalam rangka mewujudkan pemerintahan yang baik kami menetapkan target. " * 6
    document = read(prose + " \n\n #grid(columns: (1fr, 1fr), [Camat], [Sekretaris])")
    assert {row.kind for row in document.rows[:-1]} == {"line"}
    assert document.rows[-1].cells == ("Camat", "Sekretaris")


def test_the_command_refuses_a_scan_with_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = (
        b"q 90 0 0 90 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"  # one grey dot, drawn large
    )
    scan = tmp_path / "pindaian.pdf"
    scan.write_bytes(pdf_page(picture))
    assert main(["check", str(scan)]) == 2
    assert "OCR" in capsys.readouterr().err


def test_numbers_stand_apart_from_names_though_hardly_more_than_a_space_parts_them() -> None:
    rows = (
        "[1],[Program Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat],"
        "[Persentase puskesmas terakreditasi],[%],[70],[80],[90],[100],[12.450.000.000],"
        "[1.1],[Kegiatan Penyediaan Layanan Kesehatan untuk UKM dan UKP Rujukan Daerah],"
        "[Persentase layanan sesuai standar],[%],[25],[50],[75],[100],[8.100.000.000],"
        "[1.1.1],[Sub Kegiatan Pengelolaan Pelayanan Kesehatan Ibu Hamil],"
        "[Jumlah ibu hamil yang dilayani],[Orang],[750],[1.500],[2.250],[3.000],[950.000.000]"
    )
    found = read(
        "#table(columns: (auto, 3fr, 3fr, 1fr, 1fr, 1fr, 1fr, 1fr, 2fr), inset: 4pt,"
        " stroke: (x, y) => (bottom: 0.4pt), [*No*],[*Uraian*],[*Indikator*],[*Satuan*],[*I*],"
        f" [*II*],[*III*],[*IV*],[*Anggaran*], {rows})",
        ", flipped: true, width: 595pt, height: 842pt",
    )
    filled = [[cell for cell in row if cell] for row in cells(found)]
    assert [row[0] for row in filled] == ["No", "1", "1.1", "1.1.1"]
    assert filled[3][1] == "Sub Kegiatan Pengelolaan Pelayanan Kesehatan Ibu Hamil"
