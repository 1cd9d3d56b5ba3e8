"""A plan as a table of separated values: one row for each indicator, safe to open in a spreadsheet.

Texts stand as the document writes them, and no text can start a formula. With Indonesian
settings a spreadsheet separates by semicolons (the comma is in its numbers), so that is
the separator of the Indonesian file, and the comma that of the English one. The mark at
the beginning (BOM) tells spreadsheets that the file is UTF-8.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from renaksi.diagnostics import Diagnostic, Language, Words, spoken
from renaksi.model import MISSING, Cell, Element, Indicator, Plan
from renaksi.quarter import QUARTERS
from renaksi.render import words

IS_TEXT: Final = True

BOM: Final = "\ufeff"
SEPARATORS: Final[Mapping[Language, str]] = {"id": ";", "en": ","}

# What a spreadsheet may take for the beginning of a formula, full-width forms included.
_STARTERS: Final = frozenset("=+-@\t\r\n＝＋－＠")

# What could steer a terminal that shows the file; the page shows it by the same sign.
_CONTROLS: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "\ufffd")

_HEADS: Final = (
    Words("Perangkat daerah", "Organisation"),
    Words("Tahun", "Year"),
    Words("Tingkat", "Level"),
    Words("Kode", "Code"),
    Words("Nomor", "Number"),
    Words("Uraian", "Name"),
    Words("ID", "ID"),
    Words("ID induk", "Parent ID"),
    Words("Nomor indikator", "Indicator number"),
    Words("Indikator kinerja", "Indicator"),
    Words("Satuan", "Unit"),
    Words("Arah", "Direction"),
    Words("Akumulasi", "Accumulation"),
)
_TAIL: Final = (
    Words("Letak di dokumen", "Place in the document"),
    Words("Temuan", "Findings"),
)
_GROUPS: Final = {
    "targets": words.TARGET,
    "actuals": words.ACTUAL,
    "budget": words.BUDGET,
    "spending": words.SPENDING,
}
_OF_ROW: Final = ("targets", "actuals")
DIRECTIONS: Final = {
    "higher": Words("makin tinggi makin baik", "higher is better"),
    "lower": Words("makin rendah makin baik", "lower is better"),
    "target": Words("makin dekat target makin baik", "on target"),
}
ACCUMULATIONS: Final = {
    "sum": Words("penjumlahan", "sum"),
    "last": Words("nilai terakhir", "last value"),
    "average": Words("rata-rata", "average"),
    "max": Words("nilai tertinggi", "maximum"),
}


def render(readings: Sequence[tuple[Plan, Sequence[Diagnostic]]], lang: Language = "id") -> bytes:
    """The file's bytes, in UTF-8."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATORS[lang])
    groups = _groups([element for plan, _ in readings for element in plan.elements])
    heads = [spoken(head, lang) for head in _HEADS]
    heads += [_head(group, key, lang) for group, keys in groups for key in keys]
    writer.writerow([*heads, *(spoken(head, lang) for head in _TAIL)])
    for plan, findings in readings:
        codes = _codes(findings)
        for element in plan.elements:
            for index in range(max(1, len(element.indicators))):
                about = [*codes.get((element.id, None), ())] if index == 0 else []
                about += codes.get((element.id, index), ())
                row = _row(plan, element, index, groups, lang)
                writer.writerow([*row, harmless(" ".join(dict.fromkeys(about)))])
    return (BOM + out.getvalue()).encode()


def harmless(text: str) -> str:
    """``text`` without controls, behind an apostrophe where it might be taken for a formula."""
    text = text if text.isprintable() else text.translate(_CONTROLS)
    return f"'{text}" if text.lstrip(" \u00a0")[:1] in _STARTERS else text


def harmless_cell(cell: Cell, lang: Language) -> str:
    """What the document says in a cell; negative numbers and ``-`` stay what they are."""
    text = words.cell_text(cell, lang)
    if cell.state == "not_scheduled" or (cell.state == "set" and _is_figure(text)):
        return text
    return harmless(text)


def _is_figure(text: str) -> bool:
    """Whether the text is a bare number: sign, digits, separators and a per cent sign at most."""
    body = text.removeprefix("-")
    return body[:1].isdigit() and all(char.isdigit() or char in ".,%" for char in body)


# What has cells, and the columns it needs: targets, actuals, budget, spending.
Group = tuple[str, tuple[str, ...]]


def _groups(elements: Sequence[Element]) -> list[Group]:
    """The groups of cell columns; targets have their quarters even where all are empty."""
    rows = [row for element in elements for row in element.indicators]
    targets = words.cell_keys(row.targets for row in rows)
    return [
        ("targets", (*QUARTERS, *(key for key in targets if key not in QUARTERS))),
        ("actuals", words.cell_keys(row.actuals for row in rows)),
        ("budget", words.cell_keys(element.budget for element in elements)),
        ("spending", words.cell_keys(element.spending for element in elements)),
    ]


def _head(group: str, key: str, lang: Language) -> str:
    return f"{spoken(_GROUPS[group], lang)} {words.cell_name(key, lang)}"


def _row(
    plan: Plan, element: Element, index: int, groups: Sequence[Group], lang: Language
) -> list[str]:
    """One indicator, or an element that has none; an element's money stands in its first row."""
    indicator = element.indicators[index] if element.indicators else None
    row = [harmless(text or "") for text in _description(plan, element, indicator, lang)]
    for group, keys in groups:
        bearer = indicator if group in _OF_ROW else element if index == 0 else None
        cells: Mapping[str, Cell] = getattr(bearer, group, {})
        row += (harmless_cell(cells.get(key, MISSING), lang) for key in keys)
    place = (indicator and indicator.source) or element.source
    return [*row, harmless(words.place_words(place, lang))]


def _description(
    plan: Plan, element: Element, indicator: Indicator | None, lang: Language
) -> tuple[str | None, ...]:
    """The texts before the cells, in the order of the heads."""
    return (
        plan.organisation and plan.organisation.name,
        str(plan.year or ""),
        words.level_name(element, lang),
        element.code or element.code_printed,
        element.number,
        element.name,
        element.id,
        element.parent,
        indicator and indicator.number,
        indicator and indicator.name,
        indicator and indicator.unit,
        indicator and spoken(DIRECTIONS[indicator.direction], lang),
        indicator and spoken(ACCUMULATIONS[indicator.accumulation], lang),
    )


def _codes(findings: Sequence[Diagnostic]) -> dict[tuple[str | None, int | None], list[str]]:
    """The codes of the findings about each element and row."""
    codes: dict[tuple[str | None, int | None], list[str]] = {}
    for finding in findings:
        codes.setdefault((finding.element, finding.indicator), []).append(finding.rule.code)
    return codes
