"""Hypothesis strategies for whole plans, and for each of their parts."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import (
    DEFAULT_CAP,
    LEVELS,
    MISSING,
    Cell,
    Coverage,
    Element,
    Indicator,
    Organisation,
    Place,
    Plan,
)
from renaksi.quarter import QUARTERS, YEAR


def examples(count: int) -> settings:
    """So many examples, of what tests/conftest.py says for all."""
    return settings(max_examples=count)


# Drawing text takes the time: a few awkward words stand for most of it.
texts = st.sampled_from(
    ["", "-", "25%", "WTP", "1 dan 33", " Kegiatan\tA ", "“Éfektifitas”", "{what}", "\u2028\n", "🏛"]
) | st.text(st.characters(codec="utf-8"), max_size=8)
names = st.one_of(st.none(), texts)
counts = st.integers(1, 999)
numbers = st.integers(-200_000, 200_000).map(lambda n: Decimal(n).scaleb(-2))
small = st.sampled_from([Decimal(n) for n in ("0", "1", "2", "3", "3.1", "10", "25", "50", "100")])
shares = st.integers(0, 100).map(lambda n: Decimal(n) / 100)

places = st.one_of(
    st.tuples(counts, st.none() | counts).map(lambda at: Place(*at)),
    st.sampled_from(
        [
            Place(),
            Place(page=2, box=(0.25, 10.0, 99.5, 20.75)),
            Place(sheet="Renaksi 2022", cell="C7"),
            Place(table=1, row=3, column=4),
        ]
    ),
)
maybe_place = st.none() | places
place_tuples = st.lists(places, max_size=2).map(tuple)

RULES = {
    rule.code: rule
    for rule in (
        Rule(
            "RD001", "lost", "error", "0", {"id": "{what} hilang", "en": "{what} lost"}, "reading"
        ),
        Rule("RD002", "moved", "info", "0", {"id": "Dipindah", "en": "Moved"}, "reading"),
        Rule("RA001", "odd", "warning", "0", {"id": "{what} ganjil", "en": "{what} odd"}, "check"),
    )
}


@st.composite
def cells(draw: st.DrawFn, values: st.SearchStrategy[Decimal] = numbers) -> Cell:
    """A target or an actual in any of its four states, with its place."""
    state = draw(st.sampled_from(("set", "set", "set", "not_scheduled", "missing", "text")))
    place = draw(maybe_place)
    confidence = draw(st.none() | shares)
    if state != "set":
        return Cell(state, None, draw(names), place, confidence=confidence)
    numerator, denominator = draw(st.none() | values), draw(st.none() | values)
    ratio = numerator is not None and denominator is not None
    value = draw(st.none() | values if ratio else values)
    return Cell("set", value, draw(names), place, numerator, denominator, confidence)


def cell_maps(
    cell: st.SearchStrategy[Cell] | None = None, keys: tuple[str, ...] = (*QUARTERS, YEAR)
) -> st.SearchStrategy[dict[str, Cell]]:
    """Cells by key; a cell that holds nothing at all is an absent key."""
    found = st.dictionaries(st.sampled_from(keys), cell or cells(), max_size=3)
    return found.map(lambda cells: {key: cell for key, cell in cells.items() if cell != MISSING})


_EVERY_KEY = (*QUARTERS, YEAR, "m1", "m12", "y2023", "medium_term", "before")

indicators = st.builds(
    Indicator,
    name=names,
    number=names,
    unit=names,
    direction=st.sampled_from(("higher", "lower", "target")),
    accumulation=st.sampled_from(("sum", "last", "average", "max")),
    confirm=st.lists(texts, max_size=2).map(tuple),
    basis=st.dictionaries(texts, texts, max_size=2),
    targets=cell_maps(keys=_EVERY_KEY),
    actuals=cell_maps(keys=_EVERY_KEY),
    source=maybe_place,
    sources=place_tuples,
    cap=st.sampled_from((DEFAULT_CAP, None, Decimal(110), Decimal("120.5"))),
    weight=st.sampled_from([Decimal(n) for n in ("1", "0", "0.25", "40")]),
    formula=st.sampled_from(("difference", "inverse")),
    scale=st.lists(texts, max_size=4, unique=True).map(tuple),
    across=names,
    same_as=st.just(()),
)


@st.composite
def cascades(
    draw: st.DrawFn,
    rows: st.SearchStrategy[Indicator] = indicators,
    details: bool = True,
    most: int = 4,
) -> tuple[Element, ...]:
    """Elements that form a forest, in any order; some rows are confirmed to be the same."""
    ids = draw(st.lists(texts, max_size=most, unique=True))
    elements: list[Element] = []
    for id in ids:
        element = Element(
            id,
            draw(st.sampled_from(LEVELS)),
            draw(names),
            parent=draw(st.none() | st.sampled_from([e.id for e in elements]))
            if elements
            else None,
            indicators=tuple(draw(st.lists(rows, max_size=2))),
        )
        elements.append(draw(_detailed(element)) if details else element)
    positions = [(e.id, index) for e in elements for index in range(len(e.indicators))]
    if len(positions) > 1 and draw(st.booleans()):
        elements = _tied(elements, draw(st.permutations(positions)))
    return tuple(draw(st.permutations(elements)))


def _tied(elements: list[Element], positions: list[tuple[str, int]]) -> list[Element]:
    """The elements with the first of ``positions`` declared the same as the second."""
    (id, tied), other = positions[:2]
    return [
        element._replace(
            indicators=tuple(
                row._replace(same_as=(other,)) if (element.id, index) == (id, tied) else row
                for index, row in enumerate(element.indicators)
            )
        )
        for element in elements
    ]


@st.composite
def _detailed(draw: st.DrawFn, element: Element) -> Element:
    """The element with everything that a document may say of it."""
    basis = draw(st.sampled_from((None, "printed", "nomenclature")))
    return element._replace(
        number=draw(names),
        code=draw(names),
        code_basis=basis,
        code_score=draw(st.none() | st.integers(0, 100).map(lambda n: n / 100)),
        code_printed=draw(names),
        source=draw(maybe_place),
        sources=draw(place_tuples),
        heading=draw(names),
        budget=draw(cell_maps()),
        spending=draw(cell_maps()),
        responsible=draw(names),
    )


plans = st.builds(
    Plan,
    elements=cascades(),
    kind=st.sampled_from(("action_plan", "performance_agreement", "renja_evaluation")),
    title=names,
    organisation=st.none() | st.builds(Organisation, texts, names),
    year=st.none() | st.integers(2000, 2100),
    coverage=st.none()
    | st.builds(
        Coverage, counts, counts, st.lists(st.tuples(texts, places), max_size=2).map(tuple)
    ),
)

diagnostics = st.builds(
    Diagnostic,
    rule=st.sampled_from(list(RULES.values())),
    params=st.fixed_dictionaries({"what": texts}),
    element=names,
    indicator=st.none() | st.integers(0, 9),
    cell=st.none() | st.sampled_from((*QUARTERS, YEAR, "unit")),
    where=maybe_place,
)


# For measurement: few and small numbers, so that equal, zero and unreached targets are common.
_small_cells = st.one_of(
    st.builds(lambda value: Cell("set", value), small),
    st.builds(lambda value: Cell("set", value), small),
    st.sampled_from(
        [
            Cell("not_scheduled", None, "-"),
            Cell("missing", None, ""),
            Cell("text", None, "WTP"),
            Cell("text", None, "WDP"),
            Cell("text", None, "selesai"),
            Cell("set", Decimal(-2)),
            Cell("set", None, None, None, Decimal(5), Decimal(6)),
            Cell("set", None, None, None, Decimal(0), Decimal(0)),
        ]
    ),
)
_wide_cells = st.one_of(
    st.builds(lambda value: Cell("set", value), numbers),
    st.just(Cell("not_scheduled", None, "-")),
)


def _measurable(cell: st.SearchStrategy[Cell]) -> st.SearchStrategy[Indicator]:
    """Rows for measuring; targets and actuals of the year are rarer than those of quarters."""
    quarters = st.fixed_dictionaries({}, optional=dict.fromkeys(QUARTERS, cell))
    annual = st.one_of(st.just({}), st.just({}), st.fixed_dictionaries({YEAR: cell}))
    both = st.tuples(quarters, annual).map(lambda parts: {**parts[0], **parts[1]})
    return st.builds(
        Indicator,
        name=st.just("x"),
        number=st.none(),
        unit=st.none(),
        direction=st.sampled_from(("higher", "higher", "lower", "target")),
        accumulation=st.sampled_from(("sum", "last", "average", "max")),
        confirm=st.just(()),
        basis=st.just({}),
        targets=both,
        actuals=both,
        source=st.none(),
        sources=st.just(()),
        cap=st.sampled_from((DEFAULT_CAP, None, Decimal(110), Decimal("99.5"))),
        weight=st.sampled_from([Decimal(n) for n in ("1", "1", "1", "0", "0.25", "40")]),
        formula=st.sampled_from(("difference", "inverse")),
        scale=st.sampled_from(((), (), ("WTP", "WDP", "TW", "TMP"))),
        across=st.none(),
        same_as=st.just(()),
    )


measurable_rows = _measurable(_small_cells) | _measurable(_wide_cells)


def measurable_plans() -> st.SearchStrategy[Plan]:
    """Whole plans for measuring, small enough to be compared with a slow reading."""
    return st.builds(Plan, elements=cascades(measurable_rows, details=False, most=6), **_NO_HEAD)


_NO_HEAD = {
    "kind": st.just("action_plan"),
    "title": st.none(),
    "organisation": st.none(),
    "year": st.none(),
    "coverage": st.none(),
}
