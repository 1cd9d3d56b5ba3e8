"""Plain plans drawn at random, and writers of their one table in every style that parts cells.

The plans are sound: every element has its label word, every row its unit and four quarters under a
header. So whatever differs between two styles is the reader's doing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html import escape
from textwrap import wrap

from hypothesis import strategies as st

Table = list[list[str]]

HEAD = ["No", "Uraian", "Indikator Kinerja", "Satuan", "TW I", "TW II", "TW III", "TW IV"]
_TITLE = "RENCANA AKSI TAHUN 2024\nDINAS PERIKANAN KABUPATEN BERAU\n\n"

_names = st.sampled_from(
    [
        "Pengelolaan Perikanan Tangkap", "Pengelolaan Perikanan Budidaya", "Pembinaan Mutu (KIM)",
        "Penyediaan Sarana/Prasarana, Peralatan dan Mesin", "Pengawasan Sumber Daya Kelautan",
        "Fasilitasi Bagi Pelaku Usaha", "Penyusunan Laporan 1 (Satu) Tahun", "Penumbuhan Kelompok",
    ]
)  # fmt: skip
_indicators = st.sampled_from(
    [
        "Jumlah produksi ikan", "Persentase pelaku usaha yang dibina", "Nilai tukar nelayan (NTN)",
        "Jumlah laporan, dokumen, dan data", "Angka konsumsi ikan per kapita", "Luas kolam",
    ]
)  # fmt: skip
_units = st.sampled_from(["Ton", "Persen", "%", "Nilai", "Dokumen", "Kg/Kapita", "Orang"])
_values = st.sampled_from(["-", "0", "1", "12,5", "100", "2.450", "33,33%", "7", "1.204.500", "85"])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A header and the rows of programs, activities and sub-activities with their indicators."""
    rows: Table = [HEAD]
    levels = ("Program", "Kegiatan", "Sub Kegiatan")
    depth = 0
    for n in range(draw(st.integers(2, 7))):
        depth = draw(st.integers(0, min(depth + 1, 2))) if n else 0
        name = f"{levels[depth]} {draw(_names)} {n}"
        for index in range(draw(st.integers(1, 2))):
            values = draw(st.lists(_values, min_size=4, max_size=4))
            number = str(n + 1) if index == 0 else ""
            text = f"{draw(_indicators)} {'AB'[index]}{n}"
            rows.append([number, "" if index else name, text, draw(_units), *values])
    return rows


def tabbed(rows: Table) -> str:
    """Cells parted by tabs."""
    return _TITLE + "".join("\t".join(row) + "\n" for row in rows)


def piped(rows: Table, bar: str = "|") -> str:
    """Markdown, or the same with another bar."""
    lines = [f"{bar} " + f" {bar} ".join(row) + f" {bar}" for row in rows]
    lines.insert(1, bar + "---|".replace("|", bar) * len(rows[0]))
    return _TITLE + "\n".join(lines) + "\n"


def bare_piped(rows: Table) -> str:
    """Bars between the cells alone."""
    return _TITLE + "".join(" | ".join(row) + "\n" for row in rows)


def drawn(rows: Table, signs: str = "│─┌┬┐├┼┤└┴┘", width: int = 0) -> str:
    """A drawn table with a rule after each row; texts wrap at ``width`` where it is given."""
    bar, dash = signs[0], signs[1]
    cells = [[wrap(cell, width) or [""] if width else [cell] for cell in row] for row in rows]
    widths = [max(len(line) for row in cells for line in row[n]) for n in range(len(rows[0]))]

    def rule(left: str, middle: str, right: str) -> str:
        return left + middle.join(dash * (w + 2) for w in widths) + right

    lines = [rule(*signs[2:5])]
    for row in cells:
        for k in range(max(map(len, row))):
            texts = [cell[k] if k < len(cell) else "" for cell in row]
            line = bar.join(f" {text:<{w}} " for text, w in zip(texts, widths, strict=True))
            lines.append(f"{bar}{line}{bar}")
        lines.append(rule(*signs[5:8]))
    lines[-1] = rule(*signs[8:11])
    return _TITLE + "\n".join(lines) + "\n"


def separated(rows: Table, separator: str = ";") -> str:
    """Separated values, quoted where need be."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return _TITLE + out.getvalue()


def paged(rows: Table) -> str:
    """A page of HTML."""
    cells = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    lines = "".join(f"<p>{line}</p>" for line in _TITLE.split("\n") if line)
    return f"<!DOCTYPE html><html><body>{lines}<table>{cells}</table></body></html>"


def spaced(rows: Table) -> str:
    """Columns that blanks alone keep apart."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = ["   ".join(f"{c:<{w}}" for c, w in zip(row, widths, strict=True)) for row in rows]
    return _TITLE + "".join(line.rstrip() + "\n" for line in lines)


STYLES: dict[str, Callable[[Table], str]] = {
    "Markdown": piped,
    "bars of a box": lambda rows: piped(rows, "│"),
    "bare bars": bare_piped,
    "box": drawn,
    "double box": lambda rows: drawn(rows, "║═╔╦╗╠╬╣╚╩╝"),
    "grid": lambda rows: drawn(rows, "|-+++++++++"),
    "box, wrapped": lambda rows: drawn(rows, width=24),
    "grid, wrapped": lambda rows: drawn(rows, "|-+++++++++", width=20),
    "semicolons": separated,
    "commas": lambda rows: separated(rows, ","),
    "HTML": paged,
    "blanks": spaced,
}
