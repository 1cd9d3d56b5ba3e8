"""The last page of a document with results: the code of each figure, in small print.

Codes beside the figures would crowd the tables whose columns regulations set, so they stand
in a list of their own, with the address where they are looked up.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Final

import segno

from renaksi.quarter import ROMAN
from renaksi.reports.results import Results
from renaksi.reports.tree import (
    Block,
    Cell,
    Column,
    Emblem,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    head,
)
from renaksi.reports.wording import named
from renaksi_web.plans.models import Indicator
from renaksi_web.tracking.report import Report
from renaksi_web.tracking.totals import MEAN, MONEY
from renaksi_web.tracking.tracing import KINDS, span_key

# Titles with their figures and codes by kind (`renaksi_web.tracking.totals.known_totals`).
Known = Sequence[tuple[str, Mapping[str, tuple[Cell, str]]]]

TITLE: Final = "ANGKA INI DARI MANA?"
_COLUMNS: Final = (
    Column(8, "center"), Column(42), *(Column(14, "center"), Column(27, "center")) * 3,
)  # fmt: skip


_TOTALS: Final = (
    Column(42), *(Column(18, "right"), Column(17, "center")) * 2, Column(12, "right"),
    Column(17, "center"), Column(12, "right"), Column(17, "center"),
)  # fmt: skip
_KINDS: Final = (*MONEY, MEAN)


def key_section(
    report: Report,
    codes: Mapping[tuple[int, str], str],
    totals: Known,
    address: str,
    like: Section,
) -> Section:
    """A section on the paper of ``like``; ``address`` is where codes are looked up.

    ``totals`` are the sums of money and the means with their codes.
    """
    words = (
        f"Setiap capaian, rata-rata, dan jumlah uang dalam dokumen ini berkode. Buka {address}"
        " atau pindai kode QR ini,"
        " lalu ketik kodenya untuk melihat versi rencana, rumus, angka asal, dan bukti dukungnya."
        " Perlu akun kantor ini."
    )
    blocks: tuple[Block, ...] = (
        Heading(TITLE, 1, "center"),
        Paragraph((Run(words),), "left", size=8),
        Emblem(_qr(address), f"Kode QR ke {address}"),
        Table(_COLUMNS, _heads(report.quarter), _body(report, codes), size=7),
        *_of_totals(report.quarter, totals),
    )
    return Section("Kode angka", blocks, like.paper, like.landscape)


def _of_totals(quarter: str, totals: Known) -> tuple[Table, ...]:
    """Money and means, a line for each thing that has any; none where nothing has."""
    if not totals:
        return ()
    upto = ROMAN[quarter]
    spans = ("Pagu (Rp)", f"Realisasi s.d. {upto} (Rp)", "Penyerapan", f"Rata-rata s.d. {upto}")
    heads = (
        (head("Anggaran dan rata-rata", rows=2), *(head(s, columns=2) for s in spans)),
        (head("Rp"), head("Kode"), head("Rp"), head("Kode"), *(head("%"), head("Kode")) * 2),
    )
    rows = []
    for title, told in totals:
        cells = [Cell(title)]
        for kind in _KINDS:
            figure, code = told.get(kind, (Cell(), ""))
            cells += [figure._replace(align="right", bold=False), Cell(code, align="center")]
        rows.append(tuple(cells))
    return (Table(_TOTALS, heads, tuple(rows), size=6.5),)


def _qr(address: str) -> bytes:
    """The QR code of an address as PNG, with the quiet zone that readers need."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", border=3, scale=4)
    return out.getvalue()


def _heads(quarter: str) -> tuple[Row, ...]:
    spans = (f"Capaian {ROMAN[quarter]}", f"Capaian s.d. {ROMAN[quarter]}", "Capaian setahun")
    first = (head("No", rows=2), head("Indikator", rows=2), *(head(s, columns=2) for s in spans))
    return first, (head("%"), head("Kode")) * 3


def _body(report: Report, codes: Mapping[tuple[int, str], str]) -> tuple[Row, ...]:
    """Every row of the plan, in document order; what has no figure has no code."""
    results, rows = Results(report.measurement), []
    for number, measured in enumerate(report.measurement.indicators, 1):
        place = (measured.row.element, measured.row.position)
        stored: Indicator = report.loaded.indicators[place]
        cells = [Cell(str(number)), Cell(named(measured.row.indicator))]
        for kind in KINDS:
            key = span_key(kind, report.quarter)
            figure = results.achievement(measured, key)  # type: ignore[arg-type]
            has_any = measured.spans[key].raw is not None  # type: ignore[index]
            cells += [figure, Cell(codes[stored.pk, kind] if has_any else "", align="center")]
        rows.append(tuple(cells))
    return tuple(rows)
