"""Excel workbooks: what the sheet shows is what the rows say."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter
import xlwt

from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_bytes
from renaksi.model import Place
from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from renaksi.readers.sheets.typed import Typed, typed_sheets
from tests.renaksi.formats.excel_files import excel_file, read, rows, text
from tests.renaksi.formats.packages import packed, unpacked

_STYLES = (
    "<fonts><font/><font><b/></font></fonts>"
    '<borders><border/><border><left style="thin"/></border></borders>'
    '<numFmts><numFmt numFmtId="164" formatCode="0&quot; Dokumen&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0" fontId="0" borderId="0"/><xf numFmtId="9" fontId="0" borderId="0"/>'
    '<xf numFmtId="0" fontId="1" borderId="1"/><xf numFmtId="164" fontId="0" borderId="0"/>'
    '<xf numFmtId="0" fontId="0" borderId="1"/></cellXfs>'
)


def test_a_fraction_with_a_percent_format_reads_as_the_cell_shows_it() -> None:
    sheet = rows(
        '<c r="A1" s="1"><v>0.85</v></c><c r="B1" s="3"><v>4</v></c><c r="C1"><v>3.1</v></c>'
    )
    assert read(sheet, styles=_STYLES).rows[0].cells == ("85%", "4 Dokumen", "3,1")


def test_every_cell_knows_its_sheet_and_its_name() -> None:
    document = read(rows(text("C5", "A") + text("D5", "B")))
    assert document.rows[0].place(1) == Place(sheet="Lembar1", cell="D5")


def test_shared_strings_join_their_runs_and_leave_out_how_they_are_pronounced() -> None:
    strings = ("<r><t>Pro</t></r><r><t>gram</t></r><rPh><t>bunyi</t></rPh>", "<t>B</t>")
    sheet = rows(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c>'
    )
    assert read(sheet, strings=strings).rows[0].cells == ("Program", "B")


def test_an_error_stays_text_and_is_told() -> None:
    document = read(rows(text("A1", "x") + '<c r="B1" t="e"><f>#REF!A1</f><v>#REF!</v></c>'))
    assert document.rows[0].cells == ("x", "#REF!")
    assert [omission.place for omission in document.omissions] == [
        Place(sheet="Lembar1", cell="B1")
    ]


def test_an_error_is_told_in_older_and_in_open_workbooks_too() -> None:
    book = xlwt.Workbook()
    book.add_sheet("A").row(1).set_cell_error(2, 0x07)
    out = BytesIO()
    book.save(out)
    names = 'xmlns:table="t" xmlns:text="x" xmlns:office="o" xmlns:calcext="c"'
    cell = (
        '<table:table-cell calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    sheet = f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'
    content = f"<office:d {names}>{sheet}</office:d>"
    for data, at in (
        (out.getvalue(), "C2"),
        (packed({"content.xml": content.encode()}), "A1"),
    ):
        document = read_document(data, Limits())
        assert [row.cells for row in document.rows] == [("#DIV/0!",)]
        assert [left.place for left in document.omissions] == [Place(sheet="A", cell=at)]


def test_a_formula_without_its_result_is_told() -> None:
    document = read(rows(text("A1", "x") + '<c r="B1"><f>SUM(C1:C9)</f></c>'))
    assert "1 formulas" in document.omissions[0].en
    empty = read(rows(text("A1", "x") + '<c r="B1" t="str"><f>IF(1,"",2)</f><v></v></c>'))
    assert empty.omissions == ()


def test_hidden_rows_columns_and_sheets_are_left_out_and_told() -> None:
    sheet = (
        '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
        f'<row r="1">{text("A1", "a")}{text("B1", "rahasia")}{text("C1", "c")}</row>'
        f'<row r="2" hidden="1">{text("A2", "lama")}</row></sheetData>'
    )
    document = read(sheet, rows(text("A1", "tersembunyi")), states=("visible", "hidden"))
    assert [row.cells for row in document.rows] == [("a", "", "c")]
    assert len(document.omissions) == 2


def test_a_sheet_that_is_not_there_or_stands_too_far_behind_is_told() -> None:
    data = excel_file(*[rows(text("A1", str(n))) for n in range(203)])
    parts = unpacked(data)
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b'Id="r2"', b'Id="x"'
    )
    document = read_document(packed(parts), Limits())
    assert len(document.rows) == 199
    assert [left.en for left in document.omissions] == [
        "sheet Lembar2 is not in the file and is not read.",
        *[f"sheet Lembar{n} stands behind 200 others and is not read." for n in (201, 202, 203)],
    ]


def test_a_merged_cell_whose_first_row_is_hidden_is_shown_in_the_next() -> None:
    sheet = (
        f'<sheetData><row r="1" hidden="1">{text("A1", "Program")}{text("B1", "TW I")}</row>'
        f'<row r="2">{text("B2", "TW II")}</row><row r="3">{text("B3", "TW III")}</row></sheetData>'
        '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
    )
    document = read(sheet)
    assert [row.cells for row in document.rows] == [("Program", "TW II"), ("", "TW III")]
    assert document.rows[0].spans == {0: (1, 2)}
    assert [left.en for left in document.omissions] == [
        "1 cells in hidden rows or columns of sheet Lembar1 are not read."
    ]


def test_a_merged_cell_stands_once_and_says_how_far_it_reaches() -> None:
    sheet = (
        rows(text("A1", "Program") + text("B1", "TW I"), text("B2", "TW II"))
        + '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    )
    document = read(sheet)
    assert [row.cells for row in document.rows] == [("Program", "TW I"), ("", "TW II")]
    assert document.rows[0].spans == {0: (1, 2)}


def test_a_wrong_declared_dimension_loses_nothing() -> None:
    document = read('<dimension ref="A1:A1"/>' + rows(text("A1", "a") + text("D1", "d")))
    assert document.rows[0].cells == ("a", "", "", "d")


def test_far_cells_cost_nothing() -> None:
    far = f'<sheetData><row r="1">{text("A1", "a")}</row><row r="1048576">{text("XFD1048576", "z")}</row></sheetData>'
    assert [row.cells for row in read(far).rows] == [("a", ""), ("", "z")]


def test_cells_without_references_follow_each_other() -> None:
    cells = '<c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c>'
    assert read(rows(cells)).rows[0].cells == ("a", "b")


def test_tags_with_a_prefix_are_read_too() -> None:
    cell = '<x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>'
    sheet = f'<x:sheetData><x:row r="1">{cell}</x:row></x:sheetData>'
    assert read(sheet, prefix="x").rows[0].cells == ("a",)


def test_borders_tell_the_table_from_the_lines_around_it() -> None:
    sheet = rows(
        text("A1", "RENCANA AKSI"),
        text("A2", "URAIAN", 2) + text("B2", "TARGET", 2),
        text("A3", "Program", 4) + text("B3", "5", 4),
        text("A4", "Jumlah", 4),
        text("A5", "Purbalingga, 3 Januari 2022"),
    )
    kinds = [row.kind for row in read(sheet, styles=_STYLES).rows]
    assert kinds == ["line", "table", "table", "table", "line"]


def test_a_blank_row_without_borders_parts_two_tables() -> None:
    sheet = (
        "<sheetData>"
        f'<row r="1">{text("A1", "a")}{text("B1", "b")}</row>'
        f'<row r="3">{text("A3", "c")}{text("B3", "d")}</row></sheetData>'
    )
    assert [row.table for row in read(sheet).rows] == [1, 2]


def test_lines_of_a_cell_are_joined_and_remembered() -> None:
    document = read(rows(text("A1", "Jumlah\ndokumen") + text("B1", "2")))
    assert document.rows[0].cells == ("Jumlah dokumen", "2")
    assert document.rows[0].lines(0) == ["Jumlah", "dokumen"]


def test_more_cells_than_the_limit_are_refused() -> None:
    with pytest.raises(Unreadable, match="more than 20 cells"):
        read(rows(*[text(f"A{n}", "x") for n in range(1, 40)]), limits=Limits(max_cells=20))


def test_a_number_of_a_sheet_reads_in_one_way_alone() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, grouped = book.add_worksheet(), book.add_format({"num_format": "#,##0"})
    sheet.write_row(0, 0, ["RENCANA AKSI TAHUN 2023"])
    sheet.write_row(
        1, 0, ["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TW I", "TW II", "TW III", "TW IV"]
    )
    sheet.write_row(2, 0, ["Program Pemberdayaan Sosial", "Jumlah keluarga dibina", "Keluarga"])
    for column, (value, form) in enumerate(
        [(1234, grouped), (1.234, None), (1234, None), (2000, grouped)], 3
    ):
        sheet.write(2, column, value, form)
    book.close()
    (reading,) = read_bytes(out.getvalue())
    targets = reading.plan.elements[0].indicators[0].targets
    assert [str(targets[key].value) for key in ("q1", "q2", "q3", "q4")] == [
        "1234",
        "1.234",
        "1234",
        "2000",
    ]
    assert reading.diagnostics == ()


def test_a_text_box_over_the_cells_is_told_and_not_read() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write("A1", "Program A")
    sheet.insert_textbox("B3", "Draf, belum disahkan")
    book.close()
    document = read_document(out.getvalue(), Limits())
    assert [row.cells for row in document.rows] == [("Program A",)]
    assert [omission.en for omission in document.omissions] == [
        "a text box over the cells is not read as part of the table: “Draf, belum disahkan”."
    ]


def test_a_carriage_return_as_the_format_writes_it_is_a_line_end() -> None:
    assert read(rows('<c r="A1" t="str"><v>Hujan_x000D_\nbanjir</v></c>')).rows[0].cells == (
        "Hujan banjir",
    )


def test_what_was_typed_is_had_exactly_also_where_columns_are_hidden() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write("A1", "ID")
    sheet.write_number("C1", 0.123456, book.add_format({"num_format": "0%"}))
    sheet.write_formula("D2", "=45/60", None, 0.75)
    sheet.set_column("A:A", 5, None, {"hidden": True})
    book.close()
    (found,) = typed_sheets(out.getvalue(), Limits())
    assert found == [
        (1, {0: Typed("ID"), 2: Typed("0.123456", True, "0%")}),
        (2, {3: Typed("0.75", True, "General", "45/60")}),
    ]


def test_sheets_of_instructions_and_of_choices_are_no_part_of_the_plan() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    for name, lines in {
        "Petunjuk": [["Cara mengisi"], ["3. Program diisi sesuai DPA"], ["Dinas satuan diisi"]],
        "Rencana": [
            ["RENCANA AKSI TAHUN 2024"],
            ["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TW I", "TW II", "TW III", "TW IV"],
            ["Program Pemberdayaan Sosial", "Jumlah keluarga dibina", "Keluarga", 1, 2, 3, 4],
        ],
        "Ref": [["KODE", "SATUAN"], [1, "Dokumen"], [2, "Persen"]],
    }.items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    book.close()
    (reading,) = read_bytes(out.getvalue())
    assert reading.plan.year == 2024
    assert [each.name for each in reading.plan.elements] == ["Program Pemberdayaan Sosial"]
    assert len(reading.plan.elements[0].indicators) == 1
    told = [found.where and found.where.sheet for found in reading.diagnostics]
    assert told == ["Petunjuk", "Ref"]


def test_a_sheet_that_is_called_a_list_and_has_a_plan_s_header_is_read() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    head = ["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TW I", "TW II", "TW III", "TW IV"]
    for name, program in (("Master", "Program Pemberdayaan Sosial"), ("B", "Program Perizinan")):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, head)
        sheet.write_row(1, 0, [program, "Jumlah layanan", "Layanan", 1, 2, 3, 4])
    book.close()
    (reading,) = read_bytes(out.getvalue())
    assert len(reading.plan.elements) == 2


def test_the_name_of_a_sheet_says_whose_plan_it_holds_where_no_title_does() -> None:
    def workbook(*title: str) -> bytes:
        out = BytesIO()
        book = xlsxwriter.Workbook(out)
        for name, value in (("Kecamatan Kemangkon", 1), ("Kecamatan Bukateja", 5)):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, title)
            sheet.write_row(
                2, 0, ["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TW I", "TW II", "TW III", "TW IV"]
            )
            sheet.write_row(3, 0, ["Program Sosial", "Jumlah layanan", "Layanan", *[value] * 4])
        book.close()
        return out.getvalue()

    def of(*title: str) -> list[tuple[str | None, str]]:
        return [
            (
                each.plan.organisation and each.plan.organisation.name,
                str(each.plan.elements[0].indicators[0].targets["q1"].value),
            )
            for each in read_bytes(workbook(*title))
        ]

    assert of("RENCANA AKSI TAHUN 2024") == [
        ("Kecamatan Kemangkon", "1"),
        ("Kecamatan Bukateja", "5"),
    ]
    assert of("RENCANA AKSI TAHUN 2024", "DINAS SOSIAL") == [("Dinas Sosial", "1")]


def test_the_names_of_sheets_say_the_year_or_the_quarter_of_their_plans() -> None:
    def workbook(names: tuple[str, ...], columns: tuple[str, ...]) -> bytes:
        out = BytesIO()
        book = xlsxwriter.Workbook(out)
        for number, name in enumerate(names, 1):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["RENCANA AKSI", "DINAS SOSIAL"])
            sheet.write_row(3, 0, ["URAIAN", "INDIKATOR KINERJA", "SATUAN", *columns])
            figures = [number] * len(columns)
            sheet.write_row(4, 0, ["Program Sosial", "Jumlah layanan", "Layanan", *figures])
        book.close()
        return out.getvalue()

    def of(data: bytes) -> list[tuple[int | None, list[str]]]:
        return [
            (
                each.plan.year,
                [
                    f"{key} {cell.text}"
                    for key, cell in each.plan.elements[0].indicators[0].targets.items()
                ],
            )
            for each in read_bytes(data)
        ]

    quarters = ("TW I 2024", "TW II 2024", "TW III 2024", "TW IV 2024")
    assert of(workbook(quarters, ("TARGET",))) == [(2024, ["q1 1", "q2 2", "q3 3", "q4 4"])]
    assert of(workbook(("2023", "2024"), ("TW I", "TW II"))) == [
        (2023, ["q1 1", "q2 1"]), (2024, ["q1 2", "q2 2"]),
    ]  # fmt: skip
