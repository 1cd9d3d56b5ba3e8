"""The plan as immutable values: Plan → Element → Indicator → Cell, each with its place.

The types are named tuples: they are made by the thousand, compared in tests and
never changed in place (``_replace`` gives an altered copy). Meaning and vocabulary
follow the glossary; the JSON form of the same values is in `renaksi.plan_json`.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal, NamedTuple

Level = Literal["goal", "objective", "program", "activity", "subactivity"]
LEVELS: Final[tuple[Level, ...]] = ("goal", "objective", "program", "activity", "subactivity")

State = Literal["set", "not_scheduled", "missing", "text"]
Direction = Literal["higher", "lower", "target"]
Accumulation = Literal["sum", "last", "average", "max"]


class Place(NamedTuple):
    """Where in the document a fact stands; every count starts at 1.

    A flattened text has ``line`` and ``column`` (its tabs or borders counted); a PDF
    ``page`` and ``box``; a workbook ``sheet`` and ``cell``; a Word file ``table``,
    ``row`` and ``column``.
    """

    line: int | None = None
    column: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None
    table: int | None = None
    row: int | None = None


class Cell(NamedTuple):
    """One target or actual: what the document says, and the number it means.

    ``missing`` (the paper holds nothing), ``not_scheduled`` (``-``) and a ``set`` 0
    are three different things. ``value`` is exact and present only where ``set``;
    ``text`` is what stands in the document, e.g. ``"25%"``.
    """

    state: State
    value: Decimal | None = None
    text: str | None = None
    place: Place | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    confidence: Decimal | None = None


MISSING: Final = Cell("missing")

# `cap` of an indicator that declares none: 100 applies. None declares "no cap".
DEFAULT_CAP: Final = Decimal(100)


class Indicator(NamedTuple):
    """What is measured on an element, with a target for each quarter.

    ``confirm`` names the attributes that a person should confirm and ``basis`` says
    why each was proposed. ``targets``, ``actuals`` map cell keys (``q1`` … ``q4``,
    ``year``, also ``m1`` … ``m12``, ``y2023``, ``medium_term``, ``before``) to cells;
    a key that is absent reads as missing. ``definition`` says how it is computed,
    ``data_source`` where its figures come from, ``responsible`` who is in charge of it.
    """

    name: str | None
    number: str | None = None
    unit: str | None = None
    direction: Direction = "higher"
    accumulation: Accumulation = "last"
    confirm: tuple[str, ...] = ()
    basis: Mapping[str, str] = {}
    targets: Mapping[str, Cell] = {}
    actuals: Mapping[str, Cell] = {}
    source: Place | None = None
    sources: tuple[Place, ...] = ()
    cap: Decimal | None = DEFAULT_CAP
    weight: Decimal = Decimal(1)
    formula: Literal["difference", "inverse"] = "difference"
    scale: tuple[str, ...] = ()
    across: str | None = None
    same_as: tuple[tuple[str, int], ...] = ()
    definition: str | None = None
    data_source: str | None = None
    responsible: str | None = None

    def target(self, key: str) -> Cell:
        """The target cell of ``key``; `MISSING` where the document has none."""
        return self.targets.get(key, MISSING)

    def actual(self, key: str) -> Cell:
        """The actual cell of ``key``; `MISSING` where nothing was reported."""
        return self.actuals.get(key, MISSING)


class Element(NamedTuple):
    """A goal, objective, program, activity or sub-activity of the cascade.

    ``name`` is printed text without its number; label words (*Program*, *Kegiatan*)
    stay as printed. ``code`` is the official four-digit code, ``code_basis`` says
    whether the paper printed it or the nomenclature gave it (with ``code_score``
    0–1), ``code_printed`` keeps a printed code in another style. ``parent`` is an id.
    """

    id: str
    level: Level
    name: str | None
    number: str | None = None
    code: str | None = None
    code_basis: Literal["printed", "nomenclature"] | None = None
    code_score: float | None = None
    code_printed: str | None = None
    parent: str | None = None
    source: Place | None = None
    sources: tuple[Place, ...] = ()
    heading: str | None = None
    indicators: tuple[Indicator, ...] = ()
    budget: Mapping[str, Cell] = {}
    spending: Mapping[str, Cell] = {}


class Organisation(NamedTuple):
    """The office whose plan it is; ``code`` as in the list of regions, where unique."""

    name: str
    code: str | None = None


class Coverage(NamedTuple):
    """How much of the document the plan accounts for, in words; ``rest`` is what it does not."""

    words: int
    accounted: int
    rest: tuple[tuple[str, Place], ...] = ()


class Plan(NamedTuple):
    """One organisation's plan of one year, in document order."""

    elements: tuple[Element, ...]
    kind: str = "action_plan"
    title: str | None = None
    organisation: Organisation | None = None
    year: int | None = None
    coverage: Coverage | None = None

    def element(self, element_id: str) -> Element:
        """The element with this id; KeyError where there is none."""
        for element in self.elements:
            if element.id == element_id:
                return element
        raise KeyError(element_id)
