"""How official documents write dates, numbers, rupiah, names and cells: in Indonesian only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from renaksi.checks.view import LEVEL_WORDS
from renaksi.measure import Exact
from renaksi.measure.figures import hundredths
from renaksi.model import Cell, Element, Indicator, Plan
from renaksi.quantity import show, told
from renaksi.quarter import MONTHS
from renaksi.reports import tree

ROMAN: Final = ("I", "II", "III", "IV")
# What is filled in by hand where it is not known.
DOTS: Final = "…………………………"


def day(when: date) -> str:
    """A date: *10 Januari 2022*."""
    return f"{when.day} {MONTHS['id'][when.month - 1]} {when.year}"


def decimal(value: Exact) -> Decimal:
    """A result as it is displayed, rounded half-up to two decimals."""
    return Decimal(hundredths(value)).scaleb(-2)


def figure(value: Exact | None, *, mark: str = "", because: str = "", empty: str = "") -> tree.Cell:
    """A cell with a result; ``empty`` where there is none."""
    if value is None:
        return tree.Cell(empty, align="center", because=because)
    number = decimal(value)
    return tree.Cell(
        show(number, places=2), number=number, mark="%" if mark == "%" else "", because=because
    )


def money(cell: Cell) -> tree.Cell:
    """A cell with rupiah, without the sign: its column says it."""
    if cell.state == "set" and cell.value is not None:
        return tree.Cell(show(cell.value, places=2), number=cell.value, align="right")
    return tree.Cell(written(cell), align="right")


def written(cell: Cell) -> str:
    """What the document says in a cell, else its value; empty where it is missing."""
    return told(cell)


def quoted(cell: Cell, *, align: tree.Align = "center") -> tree.Cell:
    """A target or actual in the words of the document, with its number where it is one."""
    text = written(cell)
    if cell.state == "set" and cell.value is not None and _is_plain(text):
        mark = "%" if text.endswith("%") else ""
        return tree.Cell(text, number=cell.value, mark=mark, align=align)  # type: ignore[arg-type]
    return tree.Cell(text, align=align)


def with_sign(cell: tree.Cell, indicator: Indicator) -> tree.Cell:
    """A figure of an indicator, with the per cent sign where its targets bear one.

    What was reported as 55 against a target of 75% is 55%, on paper and in a workbook alike.
    """
    if cell.number is None or cell.mark or not _is_in_per_cent(indicator):
        return cell
    return cell._replace(text=f"{cell.text}%", mark="%")


def _is_in_per_cent(indicator: Indicator) -> bool:
    return any((one.text or "").rstrip().endswith("%") for one in indicator.targets.values())


def _is_plain(text: str) -> bool:
    """Whether the text is nothing but a figure, with a per cent sign at most."""
    body = text.removeprefix("-").removesuffix("%").rstrip()
    return body[:1].isdigit() and all(char.isdigit() or char in ".," for char in body)


def with_number(name: str | None, number: str | None) -> str:
    """*1. Meningkatnya …*; the number alone where the name was lost."""
    if number is None:
        return name or ""
    return f"{number.rstrip('.')}. {name or ''}".rstrip()


def named(thing: Element | Indicator) -> str:
    """An element or indicator with its number, as plans print it."""
    return with_number(thing.name, thing.number)


def called(thing: Element | Indicator) -> str:
    """The name of an element or indicator within a sentence; what was lost is not made up."""
    return thing.name or ("tanpa teks" if isinstance(thing, Indicator) else "tanpa nama")


def labelled(element: Element) -> str:
    """An element's name under its level, unless the name begins with that word; no number."""
    word = LEVEL_WORDS[element.level].id
    name = element.name or ""
    begins = name.casefold().replace(" ", "").startswith(word.replace(" ", ""))
    return name if begins else f"{word.capitalize()}: {name}"


def level_of(element: Element) -> str:
    """*sub kegiatan*, within a sentence."""
    return LEVEL_WORDS[element.level].id


def with_unit(figure: str, unit: str | None) -> str:
    """A target and its unit in one cell: *62 Angka*, *25%*; a per cent sign is its own unit."""
    if not figure or figure == "-" or not unit or figure.endswith("%"):
        return figure
    if unit.casefold() in ("persen", "%", "prosentase", "persentase"):
        return f"{figure}%"
    return figure if unit.casefold() in figure.casefold() else f"{figure} {unit}"


def office_of(plan: Plan, given: str) -> str:
    """The name of the organisation as the data of the office or the plan state it."""
    return given or (plan.organisation.name if plan.organisation else "")


def year_of(plan: Plan) -> str:
    """The year, or a place to write it."""
    return str(plan.year) if plan.year else "………"


# Units that only say that the figure is one: *sebesar 62*, not *sebesar 62 Angka*.
_NO_UNITS: Final = frozenset({"angka", "nilai", "indeks", "skor", "index"})


def in_sentence(figure: str, unit: str | None) -> str:
    """A figure with its unit where a sentence names it: *8 dokumen*, *25%*, *62*."""
    if unit is None or unit.strip().casefold() in _NO_UNITS:
        return figure
    return with_unit(figure, unit)
