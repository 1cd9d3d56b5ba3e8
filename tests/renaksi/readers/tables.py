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

_ORDINALS = ("kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh")

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
        name = f"{levels[depth]} {draw(_names)} {_ORDINALS[n]}"
        for index in range(draw(st.integers(1, 2))):
            values = draw(st.lists(_values, min_size=4, max_size=4))
            number = str(n + 1) if index == 0 else ""
            text = f"{draw(_indicators)} {_ORDINALS[n]}{' lanjutan' * index}"
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


def drawn(rows: Table, signs: str = "│─┌┬┐├┼┤└┴┘", width: int = 0, *, every: bool = True) -> str:
    """A drawn table with a rule after each row (or the header alone); texts wrap at ``width``."""
    bar, dash = signs[0], signs[1]
    cells = [
        [wrap(cell, width, break_long_words=False) or [""] if width else [cell] for cell in row]
        for row in rows
    ]
    widths = [max(len(line) for row in cells for line in row[n]) for n in range(len(rows[0]))]

    def rule(left: str, middle: str, right: str) -> str:
        return left + middle.join(dash * (w + 2) for w in widths) + right

    lines = [rule(*signs[2:5])]
    for number, row in enumerate(cells):
        for k in range(max(map(len, row))):
            texts = [cell[k] if k < len(cell) else "" for cell in row]
            line = bar.join(f" {text:<{w}} " for text, w in zip(texts, widths, strict=True))
            lines.append(f"{bar}{line}{bar}")
        if every or not number:
            lines.append(rule(*signs[5:8]))
    if every:
        del lines[-1]
    lines.append(rule(*signs[8:11]))
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


def spaced(rows: Table, width: int = 0) -> str:
    """Columns that blanks alone keep apart."""
    if width:
        groups = [[wrap(cell, width, break_long_words=False) for cell in row] for row in rows]
        rows = [line for group in groups for line in _lines_of(group)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = ["   ".join(f"{c:<{w}}" for c, w in zip(row, widths, strict=True)) for row in rows]
    return _TITLE + "".join(line.rstrip() + "\n" for line in lines)


STACKED_HEAD = ["No", "Uraian", "Indikator Kinerja", "Satuan", "Target", ""]


def _stacked(rows: Table, width: int = 0) -> list[list[list[str]]]:
    """The lines of each cell where the quarters of a row stand below each other, beside its name."""
    groups = [[[cell] for cell in STACKED_HEAD]]
    for row in rows[1:]:
        texts = [wrap(cell, width, break_long_words=False) if width else [cell] for cell in row[:4]]
        groups.append([*texts, ["TW I", "TW II", "TW III", "TW IV"], row[4:]])
    return groups


def _lines_of(group: list[list[str]]) -> Table:
    count = max(map(len, group))
    return [[cell[k] if k < len(cell) else "" for cell in group] for k in range(count)]


def stacked_tabs(rows: Table) -> str:
    """Stacked, parted by tabs."""
    return _TITLE + "".join(
        "\t".join(line) + "\n" for group in _stacked(rows) for line in _lines_of(group)
    )


def stacked_box(rows: Table, *, bar: str = "│", rules: str = "each", width: int = 24) -> str:
    """Stacked and drawn: a rule after each row, after the header, or nowhere but at the ends."""
    lines = [_lines_of(group) for group in _stacked(rows, width)]
    widths = [max(len(line[n]) for group in lines for line in group) for n in range(6)]
    rule = "├" + "┼".join("─" * (w + 2) for w in widths) + "┤"
    drawn_lines = [rule.translate(str.maketrans("├┼┤", "┌┬┐"))]
    for number, group in enumerate(lines):
        for line in group:
            cells = bar.join(f" {text:<{w}} " for text, w in zip(line, widths, strict=True))
            drawn_lines.append(f"{bar}{cells}{bar}")
        if rules == "each" or (rules == "header" and number == 0):
            drawn_lines.append(rule)
    drawn_lines.append(rule.translate(str.maketrans("├┼┤", "└┴┘")))
    return _TITLE + "\n".join(drawn_lines) + "\n"


def stacked_blanks(rows: Table, width: int = 28) -> str:
    """Stacked, kept apart by blanks alone."""
    lines = [line for group in _stacked(rows, width) for line in _lines_of(group)]
    widths = [max(len(line[n]) for line in lines) for n in range(6)]
    return _TITLE + "".join(
        "   ".join(f"{c:<{w}}" for c, w in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in lines
    )


STACKED_STYLES: dict[str, Callable[[Table], str]] = {
    "tabs": stacked_tabs,
    "box": stacked_box,
    "box, a rule below the header": lambda rows: stacked_box(rows, rules="header"),
    "box without rules": lambda rows: stacked_box(rows, rules="none"),
    "grid": lambda rows: stacked_box(rows, bar="|").translate(
        str.maketrans("─├┼┤┌┬┐└┴┘", "-+++++++++")
    ),
    "blanks": stacked_blanks,
}

STYLES: dict[str, Callable[[Table], str]] = {
    "Markdown": piped,
    "bars of a box": lambda rows: piped(rows, "│"),
    "bare bars": bare_piped,
    "box": drawn,
    "double box": lambda rows: drawn(rows, "║═╔╦╗╠╬╣╚╩╝"),
    "grid": lambda rows: drawn(rows, "|-+++++++++"),
    "box, wrapped": lambda rows: drawn(rows, width=24),
    "grid, wrapped": lambda rows: drawn(rows, "|-+++++++++", width=20),
    "box, wrapped, ruled below its header": lambda rows: drawn(rows, width=24, every=False),
    "blanks, wrapped": lambda rows: spaced(rows, 30),
    "semicolons": separated,
    "commas": lambda rows: separated(rows, ","),
    "HTML": paged,
    "blanks": spaced,
}
