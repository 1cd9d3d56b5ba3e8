"""Reading files of each format: a ruled PDF, a large sheet, a Word table, a thousand mixed files.

What is read is held against what was written, so that no figure is of a wrong reading.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi.readers import read_document
from renaksi.readers.limits import Limits

LIMITS = Limits()
ROUNDS = 7
FILES = 1_000
WORKERS = 2


def pdf_of(rows: int) -> bytes:
    """A ruled table of 11 columns; a name merged over four rows."""
    import typst

    body = ", ".join(
        (
            f"table.cell(rowspan: 4)[Sub Kegiatan {n} Penyediaan Jasa Surat Menyurat], "
            * (n % 4 == 0)
        )
        + ", ".join(f"[{cell}]" for cell in cells(n))
        for n in range(rows)
    )
    heads = ", ".join(f"[Kolom {n}]" for n in range(10))
    source = (
        "#set page(width: 1191pt, height: 842pt, margin: 30pt)\n#set text(size: 9pt)\n"
        f"#table(columns: 11, stroke: 0.5pt, [URAIAN], {heads}, {body})"
    )
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def cells(row: int) -> list[str]:
    """The ten cells of a row behind its name."""
    return [
        f"Jumlah dokumen {row}.{n} yang tersusun" if n < 2 else f"{row * n}%" for n in range(10)
    ]


def excel_of(rows: int, columns: int) -> bytes:
    """A sheet with texts, fractions shown as percent, rupiah, and every tenth row bold."""
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    percent, rupiah = (book.add_format({"num_format": form}) for form in ("0%", "#,##0.00"))
    for row in range(rows):
        for column in range(columns):
            if column < 4:
                sheet.write(
                    row, column, f"Sub Kegiatan {row} {column}", bold if row % 10 == 0 else None
                )
            elif column < 12:
                sheet.write(row, column, 0.25 * (column - 3), percent)
            else:
                sheet.write(row, column, 1234.5 * row, rupiah)
    book.close()
    return out.getvalue()


def word_of(rows: int) -> bytes:
    """A table of 11 columns, a name merged over four rows."""
    import docx

    document = docx.Document()
    grid = document.add_table(rows=rows, cols=11)
    for n, element in enumerate(grid._tbl.tr_lst):  # noqa: SLF001 - its own cells are 270 x slower
        for column, cell in enumerate(element.tc_lst):
            name = f"Sub Kegiatan {n}" if n % 4 == 0 else ""
            cell.p_lst[0].add_r().text = name if column == 0 else cells(n)[column - 1]
            if column == 0:
                cell.vMerge = "continue" if n % 4 else "restart"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def plumbed(data: bytes) -> Callable[[], int]:
    """Pdfplumber's reading of the same file."""
    import pdfplumber

    def run() -> int:
        with pdfplumber.open(BytesIO(data)) as pdf:
            return sum(len(rows) for page in pdf.pages for rows in page.extract_tables())

    return run


def single_files() -> None:
    """Print the table of single files."""
    pdf, excel, word = pdf_of(240), excel_of(5_000, 20), word_of(240)
    assert len(read_document(pdf, LIMITS).rows) == 241
    assert read_document(excel, LIMITS).rows[1].cells[4:6] == ("25%", "50%")
    assert len(read_document(word, LIMITS).rows) == 240
    pages = pdf.count(b"/Type /Page\n") or 10
    work: dict[str, Callable[[], object]] = {
        f"a ruled PDF table, 240 rows, {pages} pages": lambda: read_document(pdf, LIMITS),
        "the same by pdfplumber": plumbed(pdf),
        ".xlsx of 5,000 × 20 with formats and bold": lambda: read_document(excel, LIMITS),
        ".docx of 240 × 11 with merges": lambda: read_document(word, LIMITS),
    }
    reach = ("≤ 400 ms, ≤ ¼ of pdfplumber", "", "≤ 300 ms", "≤ 150 ms")
    taken = medians(work, ROUNDS)
    rows = [
        (name, milliseconds(seconds), bound)
        for (name, seconds), bound in zip(taken.items(), reach, strict=True)
    ]
    table(f"Single files ({machine()}, median of {ROUNDS})", ("file", "time", "reach"), rows)


def read_all(files: list[bytes]) -> int:
    """Read files one after another; the greatest memory of this process in kB."""
    from resource import RUSAGE_SELF

    for data in files:
        assert read_document(data, LIMITS).rows
    return getrusage(RUSAGE_SELF).ru_maxrss


def many_files() -> None:
    """Print the table of mixed files: 40 % Word, 40 % Excel, 20 % PDF of one page."""
    word, excel, pdf = word_of(60), excel_of(60, 14), pdf_of(20)
    files = ([word] * 4 + [excel] * 4 + [pdf] * 2) * (FILES // 10)
    shares = [files[n::20] for n in range(20)]
    with ProcessPoolExecutor(WORKERS) as pool:
        start = perf_counter()
        memory = list(pool.map(read_all, shares))
        seconds = perf_counter() - start
    rows = [
        ("files a second", f"{FILES / seconds:.0f}", "≥ 25"),
        ("memory after a tenth", f"{median(memory[:2]) / 1000:.0f} MB", ""),
        ("memory after all", f"{max(memory) / 1000:.0f} MB", "flat"),
    ]
    table(
        f"{FILES:,} mixed files on {WORKERS} cores ({machine()})", ("what", "figure", "reach"), rows
    )
    assert getrusage(RUSAGE_CHILDREN).ru_maxrss < 1_000_000


if __name__ == "__main__":
    single_files()
    many_files()
