"""The words that every rendering of a plan shares: column heads, states, levels and places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from renaksi.checks.view import LEVEL_WORDS
from renaksi.diagnostics import Language, RenaksiError, Words, spoken
from renaksi.model import Cell, Element, Place, Plan
from renaksi.quantity import told
from renaksi.quarter import ENGLISH, MONTHS, QUARTERS, ROMAN, YEAR

ACTION_PLAN: Final = Words("Rencana aksi", "Action plan")
INDICATOR: Final = Words("Indikator kinerja", "Indicator")
UNIT: Final = Words("Satuan", "Unit")
TARGET: Final = Words("Target", "Target")
ACTUAL: Final = Words("Realisasi", "Actual")
EMPTY: Final = Words("kosong", "empty")
NOT_SCHEDULED: Final = Words("tidak dijadwalkan", "not scheduled")
NAMELESS: Final = Words("(teks indikator kosong)", "(no indicator text)")
UNTITLED: Final = Words("(nama kosong)", "(no name)")
BUDGET: Final = Words("Pagu", "Budget")
SPENDING: Final = Words("Realisasi anggaran", "Spending")

_YEAR: Final = Words("Tahun", "Year")
_OTHER: Final = {
    "before": Words("s.d. tahun lalu", "up to last year"),
    "medium_term": Words("Akhir Renstra", "Medium term"),
}
_PARTS: Final = (
    ("page", Words("halaman", "page")),
    ("sheet", Words("lembar", "sheet")),
    ("cell", Words("sel", "cell")),
    ("table", Words("tabel", "table")),
    ("row", Words("baris", "row")),
    ("line", Words("baris", "line")),
    ("column", Words("kolom", "column")),
)
# The cascade has five levels; a plan's JSON may hold any number.
_DEEPEST: Final = 50


class TooDeep(RenaksiError):
    """A plan whose elements lie under one another without end."""


def cell_name(key: str, lang: Language) -> str:
    """The name of a cell's column: ``q2`` is *TW II*, ``m3`` *Maret*, ``y2023`` *2023*."""
    if key in QUARTERS:
        return (ROMAN if lang == "id" else ENGLISH)[key]
    if key == YEAR:
        return spoken(_YEAR, lang)
    if key in _OTHER:
        return spoken(_OTHER[key], lang)
    if key[0] == "m" and key[1:].isdigit():
        return MONTHS[lang][int(key[1:]) - 1]
    return key.removeprefix("y")


def cell_keys(groups: Iterable[Mapping[str, Cell]]) -> tuple[str, ...]:
    """The keys under which any of these cells hold something: quarters, year, then others."""
    used = {key for cells in groups for key, cell in cells.items() if cell.state != "missing"}
    ordered = [key for key in (*QUARTERS, YEAR) if key in used]
    return (*ordered, *sorted(used.difference(ordered), key=_order))


def _order(key: str) -> tuple[str, int]:
    """Months by number, years by year, words by name."""
    return (key[0], int(key[1:])) if key[1:].isdigit() else (key, 0)


def cell_text(cell: Cell, lang: Language, *, missing: str = "") -> str:
    """What the document says in this cell, else its value; ``missing`` where it is empty."""
    return told(cell, lang, missing)


def level_name(element: Element, lang: Language) -> str:
    """*Sub kegiatan*, as a heading writes it."""
    return spoken(LEVEL_WORDS[element.level], lang).capitalize()


def element_name(element: Element, lang: Language, *, missing: str = "") -> str:
    """Number and name of an element; its level leads unless its name begins with that word."""
    name = element.name or missing
    level = level_name(element, lang)
    official = spoken(LEVEL_WORDS[element.level], "id").replace(" ", "")
    if not name.lower().replace(" ", "").startswith(official):
        name = f"{level}: {name}" if element.number is None else f"{level} {element.number}. {name}"
    elif element.number is not None:
        name = f"{element.number}. {name}"
    return name


def children(plan: Plan) -> dict[str | None, list[Element]]:
    """The elements under each id, in document order; what has no known parent stands at the top.

    Raises `TooDeep` for a cascade that could not be drawn by walking it.
    """
    known = {element.id for element in plan.elements}
    under: dict[str | None, list[Element]] = {None: []}
    for element in plan.elements:
        parent = element.parent if element.parent in known else None
        under.setdefault(parent, []).append(element)
    rows = under[None]
    for _ in range(_DEEPEST):
        rows = [child for element in rows for child in under.get(element.id, ())]
        if not rows:
            return under
    raise TooDeep(
        id=f"Rencana ini berjenjang lebih dari {_DEEPEST}; susunan induknya pasti keliru.",
        en=f"This plan has more than {_DEEPEST} levels; its parents must be wrong.",
    )


def place_words(place: Place | None, lang: Language) -> str:
    """A place as a person finds it: *baris 39, kolom 4*; empty for no place."""
    if place is None:
        return ""
    parts = ((spoken(words, lang), getattr(place, field)) for field, words in _PARTS)
    return ", ".join(f"{word} {value}" for word, value in parts if value is not None)


def plan_title(plan: Plan, lang: Language) -> str:
    """What plan it is, whose, of which year; nothing is said twice."""
    title = plan.title or spoken(ACTION_PLAN, lang)
    year = str(plan.year or "")
    office = organisation_name(plan)
    said = title.lower()
    parts = [title, office if office.lower() not in said else "", year if year not in said else ""]
    return " · ".join(part for part in parts if part)


def organisation_name(plan: Plan) -> str:
    """The organisation with its code, or with its government; empty where it is not known."""
    organisation = plan.organisation
    if organisation is None:
        return ""
    if organisation.code:
        return f"{organisation.name} ({organisation.code})"
    return ", ".join(filter(None, (organisation.name, organisation.government)))
