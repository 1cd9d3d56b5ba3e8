"""Indikator Kinerja Utama: what each key indicator means, and where its figures come from.

The columns are those of PER/20/M.PAN/11/2008 as offices print them: goal or objective, indicator,
operational definition with its formula, source of data, person in charge.
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Words
from renaksi.model import Element, Indicator
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Matter, Report
from renaksi.reports.signing import Lacking, signed_by_head
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import Cell, Column, Document, Row, Table, head, numbered_heads
from renaksi.reports.wording import called, named, year_of

_COLUMNS: Final = (
    Column(5, "center"), Column(20), Column(22), Column(8, "center"), Column(25), Column(15),
    Column(15),
)  # fmt: skip
_HEADS: Final = (
    "NO", "TUJUAN / SASARAN", "INDIKATOR KINERJA UTAMA", "SATUAN",
    "DEFINISI OPERASIONAL / FORMULASI", "SUMBER DATA", "PENANGGUNG JAWAB",
)  # fmt: skip
_ASKED: Final = (
    ("definition", "Definisi operasional"),
    ("data_source", "Sumber data"),
    ("responsible", "Penanggung jawab"),
)
_LEVELS: Final = (("goal", "Tujuan"), ("objective", "Sasaran"))


def build(matter: Matter) -> Document:
    """The document, ready to sign."""
    lacking = Lacking()
    title = f"Indikator Kinerja Utama Tahun {year_of(matter.plan)}"
    heads = (tuple(map(head, _HEADS)), numbered_heads(len(_HEADS)))
    blocks = (
        heading(matter, title.upper()),
        Table(_COLUMNS, heads, _rows(matter, lacking)),
        signed_by_head(matter, lacking),
    )
    section = one_section("IKU", blocks, matter, landscape=True)
    return document(REPORT.name, title, matter, (section,), lacking)


def _rows(matter: Matter, lacking: Lacking) -> tuple[Row, ...]:
    """The indicators of goals, then of objectives."""
    cascade = Cascade(matter.plan)
    rows: list[Row] = []
    number = 0
    for level, label in _LEVELS:
        for element in cascade.at(level):  # type: ignore[arg-type]
            if element.indicators:
                number += 1
                rows += _element(element, number, label, lacking)
    if not rows:
        lacking.note("Rencana ini tidak memuat indikator tujuan atau sasaran.")
    return tuple(rows)


def _element(element: Element, number: int, label: str, lacking: Lacking) -> list[Row]:
    height = len(element.indicators)
    first = (Cell(str(number), height), Cell(f"{label}: {element.name or ''}", height))
    rows: list[Row] = []
    for index, indicator in enumerate(element.indicators):
        if not indicator.unit:
            lacking.note(f"Satuan “{called(indicator)}” belum diisi.")
        cells = (
            Cell(named(indicator)),
            Cell(indicator.unit or ""),
            *(_asked(indicator, field, what, lacking) for field, what in _ASKED),
        )
        rows.append((*first, *cells) if index == 0 else cells)
    return rows


def _asked(indicator: Indicator, field: str, what: str, lacking: Lacking) -> Cell:
    """What an office states of an indicator beside the plan."""
    said = getattr(indicator, field)
    if not said:
        lacking.note(f"{what} “{called(indicator)}” belum diisi.")
    return Cell(said or "")


REPORT = Report(
    "iku",
    Words("Indikator Kinerja Utama", "Key performance indicators"),
    ("PER/09/M.PAN/5/2007", "PER/20/M.PAN/11/2008"),
    build,
)
