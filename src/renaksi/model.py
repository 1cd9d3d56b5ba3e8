"""The plan as immutable values: Plan → Element → Indicator → Cell, each with its place.

The types are named tuples: they are made by the thousand, compared in tests and
never changed in place (``_replace`` gives an altered copy). Meaning and vocabulary
follow the glossary; the JSON form of the same values is in `renaksi.plan_json`.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import Final, Literal, NamedTuple, Self, TypeVar

Level = Literal["goal", "objective", "program", "activity", "subactivity"]
LEVELS: Final[tuple[Level, ...]] = ("goal", "objective", "program", "activity", "subactivity")

State = Literal["set", "not_scheduled", "missing", "text"]
Direction = Literal["higher", "lower", "target"]
Accumulation = Literal["sum", "last", "average", "max"]


Made = TypeVar("Made", bound=tuple[object, ...])


def maker(kind: type[Made]) -> Callable[[Iterable[object]], Made]:
    """What makes a named tuple of all its fields in order, in half the time of its class.

    For the few kinds of which a document has hundreds; no field may be left out.
    """
    return partial(tuple.__new__, kind)


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


_LONGEST_ADDRESS: Final = 16
Order = tuple[int, int, int, int, float, float]


def reading_order(places: Iterable[Place | None]) -> Callable[[Place | None], Order]:
    """The key that sorts places as a document is read; sheets come as ``places`` first name them.

    On a page what stands higher comes first, then what stands further left. No place leads.
    """
    sheets: dict[str, int] = {}
    for place in places:
        if place is not None and place.sheet is not None:
            sheets.setdefault(place.sheet, len(sheets) + 1)

    def key(place: Place | None) -> Order:
        if place is None:
            return (-1, 0, 0, 0, 0.0, 0.0)
        if place.line is not None and place.page is None and place.sheet is None:
            return (0, 0, place.table or 0, place.line, 0.0, place.column or 0)
        row, column = _of_address(place.cell) if place.cell else (place.row or 0, place.column or 0)
        left, top = place.box[:2] if place.box else (0.0, 0.0)
        sheet = sheets.get(place.sheet, 0) if place.sheet else 0
        return (sheet, place.page or 0, place.table or 0, row, top, column or left)

    return key


def _of_address(address: str) -> tuple[int, int]:
    """Row and column of a cell such as *B12*, both from 1."""
    if len(address) > _LONGEST_ADDRESS:
        return 0, 0
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :] or 0), column


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


class Reason(str):
    """Why something was proposed: an Indonesian sentence that knows itself in English (``en``)."""

    __slots__ = ("en",)
    en: str

    def __new__(cls, id: str, en: str) -> Self:
        """The sentence in both languages."""
        reason = super().__new__(cls, id)
        reason.en = en
        return reason

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """What makes it again in another process."""
        return type(self), (str(self), self.en)


class Indicator(NamedTuple):
    """What is measured on an element, with a target for each quarter.

    ``confirm`` names the attributes that a person should confirm and ``basis`` says
    why each was proposed (a `Reason`, or plain text that was read). ``targets``,
    ``actuals`` map cell keys (``q1`` … ``q4``, ``year``, also ``m1`` … ``m12``, ``y2023``,
    ``medium_term``, ``before``) to cells; a key that is absent reads as missing.
    ``definition`` says how it is computed, ``data_source`` where its figures come from,
    ``responsible`` who is in charge of it.
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
    ``responsible`` is who answers for the element where its row names no indicator.
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
    responsible: str | None = None


class Organisation(NamedTuple):
    """The office whose plan it is; ``code`` as in the list of regions, where unique.

    ``government`` is the regency, city or province that the document names with it.
    """

    name: str
    code: str | None = None
    government: str | None = None


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
