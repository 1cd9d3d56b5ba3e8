"""The last page of a document: the code of each figure that it prints, in small print.

Codes beside the figures would crowd the tables whose columns regulations set, so they stand
in a list of their own, with the address where they are looked up.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import segno

from renaksi.interpret.appended import CODES_TITLE
from renaksi.measure import IndicatorMeasure
from renaksi.quarter import ROMAN
from renaksi.reports.promises import year_target
from renaksi.reports.results import Results
from renaksi.reports.tree import (
    Block,
    Cell,
    Column,
    Emblem,
    Heading,
    Paragraph,
    Run,
    Section,
    Table,
    head,
)
from renaksi.reports.wording import named
from renaksi_web.plans.models import Indicator
from renaksi_web.sheets.printed_figures import Wanted
from renaksi_web.tracking.report import Report
from renaksi_web.tracking.totals import MEAN, RENSTRA
from renaksi_web.tracking.tracing import KINDS, TARGET, span_key

# Titles with their figures and codes by kind (`renaksi_web.tracking.totals.known_totals`).
Known = Sequence[tuple[str, Mapping[str, tuple[Cell, str]]]]
Codes = Mapping[tuple[int, str], str]

_NUMBER, _NAME = Column(6, "center"), Column(36)
_FIGURE, _CODE, _RUPIAH = Column(12, "center"), Column(24, "center"), Column(19, "right")


class _Pair(NamedTuple):
    """A figure and its code beside each other: what stands over both, and over the figure."""

    title: str
    unit: str
    columns: tuple[Column, ...]
    cells: Callable[[IndicatorMeasure], tuple[Cell, ...]]


def key_section(
    report: Report, codes: Codes, totals: Known, address: str, like: Section, wanted: Wanted
) -> Section | None:
    """A section on the paper of ``like``; ``address`` is where codes are looked up.

    ``totals`` are the sums of money and the means with their codes. None where the document
    prints no figure.
    """
    tables = (*_of_rows(report, codes, wanted), *_of_totals(report.quarter, totals))
    if not tables:
        return None
    words = (
        f"Setiap angka dalam dokumen ini berkode. Buka {address} atau pindai kode QR ini, lalu"
        " ketik kodenya untuk melihat versi rencana, rumus, angka asal, letaknya pada naskah, dan"
        " bukti dukungnya. Perlu akun kantor ini."
    )
    blocks: tuple[Block, ...] = (
        Heading(CODES_TITLE, 1, "center"),
        Paragraph((Run(words),), "left", size=8),
        Emblem(_qr(address), f"Kode QR ke {address}"),
        *tables,
    )
    return Section("Kode angka", blocks, like.paper, like.landscape)


def _of_rows(report: Report, codes: Codes, wanted: Wanted) -> tuple[Table, ...]:
    """The indicators that the document prints, in document order; none where it prints none."""
    measured = [one for one in report.measurement.indicators if wanted.row(one.row.element)]
    if not measured:
        return ()
    pairs = _pairs(report, codes, wanted)
    first = (head("No", rows=2), head("Indikator", rows=2))
    heads = (
        (*first, *(head(pair.title, columns=len(pair.columns)) for pair in pairs)),
        tuple(head(words) for pair in pairs for words in (pair.unit, "Kode") if words),
    )
    rows = [
        (Cell(str(number)), Cell(named(one.row.indicator)),
         *(cell for pair in pairs for cell in pair.cells(one)))
        for number, one in enumerate(measured, 1)
    ]  # fmt: skip
    columns = (_NUMBER, _NAME, *(column for pair in pairs for column in pair.columns))
    return (Table(columns, heads, tuple(rows), size=7),)


def _pairs(report: Report, codes: Codes, wanted: Wanted) -> list[_Pair]:
    """What is told of each indicator: its target, what was reached, its Renstra."""
    results, upto = Results(report.measurement), ROMAN[report.quarter]

    def code(one: IndicatorMeasure, kind: str) -> Cell:
        stored: Indicator = report.loaded.indicators[one.row.element, one.row.position]
        return Cell(codes[stored.pk, kind], align="center")

    def target(one: IndicatorMeasure) -> tuple[Cell, ...]:
        element = report.loaded.plan.element(one.row.element)
        figure = year_target(results, element, one.row.position)
        return figure._replace(align="center"), code(one, TARGET)

    def reached(kind: str) -> Callable[[IndicatorMeasure], tuple[Cell, ...]]:
        key = span_key(kind, report.quarter)

        def cells(one: IndicatorMeasure) -> tuple[Cell, ...]:
            has_any = one.spans[key].raw is not None  # type: ignore[index]
            figure = results.achievement(one, key)  # type: ignore[arg-type]
            return figure, code(one, kind) if has_any else Cell()

        return cells

    pairs = [_Pair("Target setahun dan triwulan", "Setahun", (_FIGURE, _CODE), target)]
    titles = (f"Capaian {upto}", f"Capaian s.d. {upto}", "Capaian setahun")
    if wanted.figures.reached:
        pairs += [
            _Pair(title, "%", (_FIGURE, _CODE), reached(kind))
            for title, kind in zip(titles, KINDS, strict=True)
        ]
    if wanted.figures.renstra:
        pairs.append(_Pair("Renstra", "", (_CODE,), lambda one: (code(one, RENSTRA),)))
    return pairs


def _of_totals(quarter: str, totals: Known) -> tuple[Table, ...]:
    """Money and means, a line for each thing that has any; none where nothing has."""
    if not totals:
        return ()
    upto = ROMAN[quarter]
    spans = {
        "budget": ("Pagu (Rp)", "Rp", _RUPIAH),
        "spending": (f"Realisasi s.d. {upto} (Rp)", "Rp", _RUPIAH),
        "absorption": ("Penyerapan", "%", _FIGURE),
        RENSTRA: ("Anggaran Renstra (kolom 14)", "%", _FIGURE),
        MEAN: (f"Rata-rata s.d. {upto}", "%", _FIGURE),
    }
    there = [kind for kind in spans if any(kind in told for _, told in totals)]
    heads = (
        (
            head("Anggaran dan rata-rata" if MEAN in there else "Anggaran", rows=2),
            *(head(spans[k][0], columns=2) for k in there),
        ),
        tuple(head(words) for kind in there for words in (spans[kind][1], "Kode")),
    )
    rows = []
    for title, told in totals:
        cells = [Cell(title)]
        for kind in there:
            figure, code = told.get(kind, (Cell(), ""))
            cells += [figure._replace(align="right", bold=False), Cell(code, align="center")]
        rows.append(tuple(cells))
    columns = (_NAME, *(column for kind in there for column in (spans[kind][2], _CODE)))
    return (Table(columns, heads, tuple(rows), size=7),)


@lru_cache(maxsize=64)
def _qr(address: str) -> bytes:
    """The QR code of an address as PNG, with the quiet zone that readers need.

    Every document of an office has the same, and choosing its mask takes longer than the rest.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", border=3, scale=4)
    return out.getvalue()
