"""Drafts: the elements and indicator rows of a plan while its document is being walked.

They may still change. Each remembers every place that printed it and the findings
that concern it; `renaksi.interpret.build` turns them into the immutable plan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from renaksi.diagnostics import Rule, Words
from renaksi.model import LEVELS, Level, Place
from renaksi.nomenclature.names import normal_name
from renaksi.quantity import Quantity
from renaksi.quarter import QUARTERS

BY_RANK: Final[tuple[Level, ...]] = LEVELS
RANK: Final[dict[Level, int]] = {level: rank for rank, level in enumerate(LEVELS)}
# The quarter that comes after one.
_NEXT: Final[dict[str | None, str | None]] = dict(
    zip((None, *QUARTERS), (*QUARTERS, None), strict=True)
)


_OUTCOME: Final = re.compile(r"(?i:tujuan|sasaran(?:\s+strategis)?)\b[\s:.=–-]*(?=[A-Za-z])")


def key_of(level: Level, name: str) -> str:
    """The spelling of a name by which elements of one level are told apart, without its label."""
    if level in ("goal", "objective") and (label := _OUTCOME.match(name)):
        return normal_name(name[label.end() :])
    return normal_name(name)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """A text by its letters and digits alone: equal for an indicator that is printed again."""
    return "".join(filter(str.isalnum, text.casefold()))


class DraftCell:
    """One value of a row: what was read, and the place that printed it."""

    __slots__ = ("place", "quantity")

    def __init__(self, quantity: Quantity, place: Place) -> None:
        """Keep the reading and where it stands."""
        self.quantity = quantity
        self.place = place


class DraftRow:
    """An indicator row: name, unit and values as far as they were found."""

    __slots__ = (
        "actuals", "column", "element", "has_unit_column", "is_again", "is_without_units", "key",
        "name", "newest", "number", "place", "places", "seen", "table", "unit",
        "valueless", "values",
    )  # fmt: skip

    def __init__(
        self, element: DraftElement, name: str | None, number: str | None, place: Place
    ) -> None:
        """A row of ``element`` that begins at ``place``."""
        self.element = element
        self.name = name
        self.number = number
        self.key = folded(name) if name else ""
        self.place = place
        self.places = [place]
        self.seen = len(element.places)  # the printing of the element that last printed it
        self.is_again = False  # the same printing of the element prints its text a second time
        self.unit: str | None = None
        self.values: dict[str, DraftCell] = {}
        self.actuals: dict[str, DraftCell] = {}
        self.newest: str | None = None  # the quarter that was filled last
        self.column: int | None = None  # the column in which its last quarter stood
        self.table = 0
        self.valueless = False  # its part of the table has no columns for values
        self.is_without_units = False  # another part of its table has such a column, its own none
        self.has_unit_column = False  # its part of the table has one for units

    def expects(self) -> str | None:
        """The quarter that should come next, or None after the fourth."""
        return _NEXT[self.newest]

    def prints(self, text: str) -> bool:
        """Whether a text is this row's, perhaps with its unit behind it in one cell."""
        return self.name == text or (self.unit is not None and f"{self.name} {self.unit}" == text)

    def is_full(self) -> bool:
        """Whether every quarter holds something, or the year alone does."""
        return len(self.values) >= 4 or "year" in self.values


class DraftElement:
    """An element of the cascade: its level and name, and the signs that tell its parent."""

    __slots__ = (
        "beside", "budget", "by_looks", "code_printed", "heading", "heading_place", "is_counted",
        "is_sure", "key", "level", "name", "number", "only_heading", "order", "parent", "place",
        "places", "position", "rows", "section", "spending", "table",
    )  # fmt: skip

    def __init__(self, level: Level, name: str | None, number: str | None, place: Place) -> None:
        """An element of ``level`` printed at ``place``."""
        self.level: Level = level
        self.name = name
        self.number = number
        self.key = key_of(level, name) if name else ""
        self.place = place
        self.places = [place]
        self.rows: list[DraftRow] = []
        self.budget: dict[str, DraftCell] = {}
        self.spending: dict[str, DraftCell] = {}
        self.code_printed: str | None = None
        self.heading: str | None = None
        self.heading_place: Place | None = None
        self.only_heading = False  # no row has named it yet
        self.position: DraftElement | None = None  # what stands above it on the page
        self.section: DraftElement | None = None  # the program under whose heading it stands
        self.beside: DraftElement | None = None  # the name before it in the same row and block
        self.is_counted = False  # its number counts rows, whoever their parents are
        self.is_sure = True  # a label, code, official name, header or look told its level
        self.by_looks = False  # it was its look alone, or that it is printed again
        self.parent: DraftElement | None = None
        self.order = 0
        self.table = 0


Drafted = DraftElement | DraftRow


class Note:
    """A finding about a draft, kept until ids and indexes are known."""

    __slots__ = ("cell", "element", "params", "place", "row", "rule")

    def __init__(
        self,
        rule: Rule,
        params: Mapping[str, str | Words],
        about: Drafted | None = None,
        cell: str | None = None,
        place: Place | None = None,
    ) -> None:
        """One finding, as narrow as it is meant: about a row (and a cell of it), or an element."""
        self.rule = rule
        self.params = params
        self.row = about if isinstance(about, DraftRow) else None
        self.element = about.element if isinstance(about, DraftRow) else about
        self.cell = cell
        self.place = place
