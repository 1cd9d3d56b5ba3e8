"""A plan as rules look at it: indexed once, so that no rule walks the tree on its own.

`on_row`, `on_element`, `on_text` and `on_plan` make a finding about what they name. They fill the
params ``indicator`` and ``element`` (and ``level``), so that a message may use them.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from renaksi.diagnostics import Diagnostic, Rule, Words
from renaksi.model import LEVELS, Element, Indicator, Level, Place, Plan, maker
from renaksi.nomenclature.catalogue import TEMPLATE, Entry, entry

LEVEL_WORDS: Final[dict[Level, Words]] = {
    "goal": Words("tujuan", "goal"),
    "objective": Words("sasaran", "objective"),
    "program": Words("program", "program"),
    "activity": Words("kegiatan", "activity"),
    "subactivity": Words("sub kegiatan", "sub-activity"),
}

Derived = TypeVar("Derived")

_NAMELESS: Final = Words("(tanpa nama)", "(no name)")
_LONGEST: Final = 100


class Row(NamedTuple):
    """One indicator with the element it stands on and its position there."""

    element: Element
    position: int
    indicator: Indicator

    @property
    def place(self) -> Place | None:
        """Where the row stands in the document."""
        return self.indicator.source or self.element.source


class Text(NamedTuple):
    """The name of an element, or of the indicator in one of its rows."""

    name: str
    element: Element
    row: Row | None


_row: Final = maker(Row)
_text: Final = maker(Text)


class PlanView:
    """The plan with its rows, children and levels at hand.

    ``texts`` are all names, those of elements before those of indicators; ``groups`` are the
    siblings: elements of one level under one parent, in document order; ``order`` is the
    position of an element among all of its level.
    """

    def __init__(self, plan: Plan) -> None:
        """Index ``plan``."""
        self.plan = plan
        self.by_id = {element.id: element for element in plan.elements}
        self._rows_of = {
            element.id: tuple(
                [_row((element, n, each)) for n, each in enumerate(element.indicators)]
            )
            for element in plan.elements
        }
        self.rows = tuple(chain.from_iterable(self._rows_of.values()))
        names = [_text((each.name, each, None)) for each in plan.elements if each.name]
        names += [_text((r.indicator.name, r.element, r)) for r in self.rows if r.indicator.name]
        self.texts = tuple(names)
        self.has_targets = any(
            cell.state != "missing" for row in self.rows for cell in row.indicator.targets.values()
        )
        self.children: dict[str | None, list[Element]] = {}
        self.levels: dict[Level, list[Element]] = {}
        self.order: dict[str, int] = {}
        groups: dict[tuple[str | None, Level], list[Element]] = {}
        for element in plan.elements:
            level = self.levels.setdefault(element.level, [])
            self.order[element.id] = len(level)
            level.append(element)
            self.children.setdefault(element.parent, []).append(element)
            groups.setdefault((element.parent, element.level), []).append(element)
        self.groups = tuple(groups.values())
        codes = {element.code for element in plan.elements}
        self._official = {code: entry(code) if code else None for code in codes}
        self._derived: dict[object, object] = {}

    def rows_of(self, element: Element) -> tuple[Row, ...]:
        """The rows of one element."""
        return self._rows_of[element.id]

    def official(self, element: Element) -> Entry | None:
        """The official line of the element's code; None where it has no code or an unknown one."""
        return self._official[element.code]

    @cached_property
    def field(self) -> str | None:
        """The field (*bidang urusan*) of most of the plan's codes, e.g. ``7.01``."""
        fields = [element.code[:4] for element in self.plan.elements if element.code]
        named = [field for field in fields if field != TEMPLATE]
        return max(named, key=named.count) if named else None

    def parent(self, element: Element) -> Element | None:
        """The element above, or None at the top."""
        return self.by_id.get(element.parent) if element.parent else None

    def above(self, element: Element) -> Iterator[Element]:
        """The elements above, the nearest first; parents in a circle are not walked for ever."""
        parent = self.parent(element)
        for _ in LEVELS:
            if parent is None:
                return
            yield parent
            parent = self.parent(parent)

    def at(self, *levels: Level) -> list[Element]:
        """The elements of these levels, level by level in document order."""
        return [element for level in levels for element in self.levels.get(level, ())]

    def derived(self, make: Callable[["PlanView"], Derived]) -> Derived:
        """What ``make`` gives for this view: made once, whichever rules ask for it."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return self._derived[make]  # type: ignore[return-value]


def on_row(rule: Rule, row: Row, cell: str | None = None, **params: str | Words) -> Diagnostic:
    """A finding about an indicator or one ``cell`` of it: a key of its targets, or ``unit``.

    An indicator that lost its text is called by the name of its element.
    """
    params.setdefault("indicator", named(row.indicator.name or row.element.name))
    params.setdefault("element", named(row.element.name))
    target = row.indicator.targets.get(cell) if cell else None
    place = (target.place if target else None) or row.place
    return Diagnostic(rule, params, row.element.id, row.position, cell, place)


def on_element(rule: Rule, element: Element, **params: str | Words) -> Diagnostic:
    """A finding about an element."""
    params.setdefault("element", named(element.name))
    params.setdefault("level", LEVEL_WORDS[element.level])
    return Diagnostic(rule, params, element.id, where=element.source)


def on_text(rule: Rule, owner: Text, /, **params: str | Words) -> Diagnostic:
    """A finding about the element or the indicator that has this name."""
    if owner.row is not None:
        return on_row(rule, owner.row, None, **params)
    return on_element(rule, owner.element, **params)


def on_plan(rule: Rule, **params: str | Words) -> Diagnostic:
    """A finding about the plan as a whole."""
    return Diagnostic(rule, params)


def named(name: str | None) -> str | Words:
    """A name as a message shows it: cut at a word where it is very long."""
    if not name:
        return _NAMELESS
    return name if len(name) <= _LONGEST else shortened(name, _LONGEST)


def shortened(text: str, longest: int) -> str:
    """``text`` cut at a word where it is longer than ``longest`` letters."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;(") + " …"
