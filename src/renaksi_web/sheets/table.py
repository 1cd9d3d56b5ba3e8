"""A plan as one table, and the same with what it reached: what XLSX, CSV and print all show.

There is one table for all of them, so that a figure is the same wherever it is taken from.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from django.utils.timezone import localdate

from renaksi.diagnostics import Language, Words, spoken
from renaksi.measure import Span
from renaksi.measure.figures import hundredths
from renaksi.model import Cell, Element, Indicator, Plan
from renaksi.quarter import CELLS, QUARTERS, YEAR, ordinal
from renaksi.render import words
from renaksi.render.csv import ACCUMULATIONS
from renaksi_web.sheets.wording import REACHED, STANDINGS, STATES, day
from renaksi_web.tracking.due import Unassessed, unassessed
from renaksi_web.tracking.report import Line, Report
from renaksi_web.tracking.typed import bears_percent

SAMPLE: Final = Words("Contoh", "Sample")


class Number(NamedTuple):
    """A figure with the mark that stands behind it (``%``), and the band it lies in."""

    value: Decimal
    mark: str = ""
    band: str = ""


Value = Number | str


class Column(NamedTuple):
    """One column: its head, what it stands under, and its width in digits."""

    head: str
    group: str = ""
    width: float = 9.0
    figures: bool = False


class Row(NamedTuple):
    """One indicator, or an element that has none."""

    level: str
    values: tuple[Value, ...]


class Table(NamedTuple):
    """The whole of it; ``notes`` say what the figures are, ``draft`` that they may change."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    draft: bool = False


def plan_table(plan: Plan, status: str, lang: Language, *, draft: bool) -> Table:
    """The plan by itself; ``status`` says which version it is."""
    cells = [key for key in CELLS if key in QUARTERS or _has(plan, key)]
    columns = (
        *_description(lang),
        *(_figures(words.cell_name(key, lang), words.TARGET, lang) for key in cells),
        Column(spoken(Words("Cara hitung", "Accumulation"), lang), width=13),
    )
    rows = [
        Row(
            element.level,
            (
                *_described(element, indicator, lang),
                *(
                    _cell(indicator.target(key), indicator.unit) if indicator else ""
                    for key in cells
                ),
                spoken(ACCUMULATIONS[indicator.accumulation], lang) if indicator else "",
            ),
        )
        for element, _index, indicator in _walked(plan)
    ]
    return Table(words.plan_title(plan, lang), (status,), columns, tuple(rows), draft)


def measured_table(report: Report, lang: Language) -> Table:
    """The plan with actuals and achievement of each quarter, and as of the report's quarter."""
    plan = report.loaded.plan
    shown = QUARTERS[: ordinal(report.quarter)]
    upto = f"{spoken(REACHED['upto'], lang)} {words.cell_name(report.quarter, lang)}"
    columns = [*_description(lang)]
    for key in shown:
        name = words.cell_name(key, lang)
        columns += [Column(spoken(REACHED[part], lang), name, 8.5, True) for part in _PARTS]
    columns += [Column(spoken(REACHED[part], lang), upto, 8.5, True) for part in _PARTS]
    columns += [
        Column(spoken(REACHED["band"], lang), upto, 13),
        Column("Status", width=14),
        Column(spoken(REACHED["obstacle"], lang), width=24),
        Column(spoken(REACHED["follow_up"], lang), width=24),
    ]
    rows = list(_measured_rows(report, shown, lang))
    standing, draft = standing_of(report, lang)
    return Table(words.plan_title(plan, lang), (upto, standing), tuple(columns), tuple(rows), draft)


def standing_of(report: Report, lang: Language) -> tuple[str, bool]:
    """Whether the quarter's figures are final, in one sentence; True where they are a draft."""
    open_ = [line for line in report.due if line.standing not in ("approved", "locked")]
    fixed = [line.entry for line in report.due if line.entry is not None]
    if fixed and not open_:
        last = localdate(max(entry.moved_at for entry in fixed))  # type: ignore[attr-defined]
        final = Words(f"Data terkunci {day(last, 'id')}", f"Figures locked on {day(last, 'en')}")
        return spoken(final, lang), False
    begin = Words("Disusun sebagai DRAF", "Made as a DRAFT")
    told = still_open(report, lang)
    return f"{spoken(begin, lang)}: {told}" if told else spoken(begin, lang), True


def still_open(report: Report, lang: Language, *, names_missing: bool = False) -> str:
    """How many of the quarter's figures are missing or not approved; empty where none is.

    Who ``names_missing`` figures already is told of the others alone.
    """
    open_ = [line for line in report.due if line.standing not in ("approved", "locked")]
    # A `-` against a target is no actual, here as in the measurement.
    missing = sum(not line.is_filled or line.span.state == "awaited" for line in open_)
    told = (
        (
            0 if names_missing else missing,
            Words("indikator tanpa realisasi", "indicators without an actual"),
        ),
        (len(open_) - missing, Words("indikator belum disetujui", "indicators not approved yet")),
    )
    return ", ".join(f"{number} {spoken(what, lang)}" for number, what in told if number)


_PARTS: Final = ("target", "actual", "achievement")


def _measured_rows(report: Report, shown: tuple[str, ...], lang: Language) -> Iterator[Row]:
    lines = {line.row.series_id: line for line in report.lines}
    measured = {(m.row.element, m.row.position): m for m in report.measurement.indicators}
    for element, index, indicator in _walked(report.loaded.plan):
        described = _described(element, indicator, lang)
        if indicator is None:
            blank = ("",) * (3 * len(shown) + 7)
            yield Row(element.level, (*described, *blank))
            continue
        found = measured[element.id, index]
        row = found.row.indicator
        values: list[Value] = [*described]
        stored = report.loaded.indicators[element.id, index]
        for key in shown:
            span = found.spans[key]  # type: ignore[index]
            values += [_cell(row.target(key), row.unit), _cell(row.actual(key), row.unit)]
            values.append(_achieved(span, unassessed(stored, key), lang))
        upto = found.spans["to_date"]
        values += [_exact(upto.target), _exact(upto.actual)]
        values.append(_achieved(upto, unassessed(stored, report.quarter), lang))
        values.append(upto.band.name[lang] if upto.band else "")
        line = lines[stored.series_id]
        yield Row(element.level, (*values, *_said(line, lang)))


def _said(line: Line, lang: Language) -> tuple[str, str, str]:
    """Status, obstacle and follow-up of the quarter's entry."""
    standing = spoken(STANDINGS[line.standing], lang)
    if line.entry is None:
        return standing, "", ""
    if line.entry.sample:
        standing = f"{standing} · {spoken(SAMPLE, lang)}"
    return standing, line.entry.obstacle, line.entry.follow_up


def _walked(plan: Plan) -> Iterator[tuple[Element, int, Indicator | None]]:
    for element in plan.elements:
        for index, indicator in enumerate(element.indicators or (None,)):
            yield element, index, indicator


def _description(lang: Language) -> tuple[Column, ...]:
    return (
        Column(spoken(Words("Jenjang", "Level"), lang), width=11),
        Column(spoken(Words("Kode", "Code"), lang), width=13),
        Column(spoken(Words("Uraian", "Name"), lang), width=30),
        Column(spoken(words.INDICATOR, lang), width=32),
        Column(spoken(words.UNIT, lang), width=10),
    )


def _described(
    element: Element, indicator: Indicator | None, lang: Language
) -> tuple[str, str, str, str, str]:
    return (
        words.level_name(element, lang),
        element.code or element.code_printed or "",
        element.name or "",
        (indicator and indicator.name) or "",
        (indicator and indicator.unit) or "",
    )


def _figures(head: str, group: Words, lang: Language) -> Column:
    return Column(head, spoken(group, lang), 9, True)


def _has(plan: Plan, key: str) -> bool:
    return key == YEAR and any(
        indicator.target(key).state != "missing"
        for element in plan.elements
        for indicator in element.indicators
    )


def _cell(cell: Cell, unit: str | None) -> Value:
    """What stands in a cell: a number stays one, with its ``%``."""
    if cell.state == "missing":
        return ""
    if cell.state == "set" and cell.value is not None:
        mark = "%" if bears_percent(cell, unit) else ""
        whole = cell.numerator is not None and cell.value == cell.value.to_integral_value()
        return Number(cell.value.to_integral_value() if whole else cell.value, mark)
    return cell.text or "-"


def _exact(value: object) -> Value:
    return "" if value is None else Number(Decimal(hundredths(value)) / 100)  # type: ignore[arg-type]


def _achieved(span: Span, why: Unassessed, lang: Language) -> Value:
    """The achievement as it is shown: rounded half-up to two decimals; else why there is none."""
    if span.raw is not None:
        band = span.band.key if span.band else ""
        return Number(Decimal(hundredths(span.raw)) / 100, "%", band)
    if span.state == "awaited" and why:
        return spoken(STANDINGS[why], lang)
    return spoken(STATES[span.state], lang) if span.state in STATES else ""
