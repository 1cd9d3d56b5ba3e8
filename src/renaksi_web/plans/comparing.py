"""Two versions of a plan side by side: what was added, taken out, and what changed from what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple

from renaksi.model import Element, Indicator
from renaksi.quarter import CELLS
from renaksi_web.plans.cells import figure_text, shown_cell
from renaksi_web.plans.details import DETAILS
from renaksi_web.plans.mapping import Loaded

Kind = Literal["same", "changed", "added", "removed"]

_OF_INDICATOR: Final = ("number", "name", "unit", "direction", "accumulation")


class Change(NamedTuple):
    """One value on both sides; ``field`` is a field's name or ``t_q1``."""

    field: str
    old: str
    new: str


class Compared(NamedTuple):
    """One indicator on both sides."""

    kind: Kind
    name: str
    unit: str
    old: Mapping[str, str]
    new: Mapping[str, str]
    changes: tuple[Change, ...]


class ComparedElement(NamedTuple):
    """One element on both sides with its indicators."""

    kind: Kind
    element: Element
    changes: tuple[Change, ...]
    indicators: tuple[Compared, ...]


def compare(old: Loaded, new: Loaded) -> list[ComparedElement]:
    """Every element of either version, in the order of the newer; removed ones where they stood."""
    before = {element.id: element for element in old.plan.elements}
    after = {element.id: element for element in new.plan.elements}
    olds, news = _by_key(old), _by_key(new)
    return [
        _element(after.get(id_) or before[id_], before.get(id_), after.get(id_), olds, news)
        for id_ in _order(old.plan.elements, new.plan.elements)
    ]


def _order(old: Sequence[Element], new: Sequence[Element]) -> list[str]:
    """The newer order, with each removed element behind its former sibling and all below that."""
    parents = {element.id: element.parent for element in (*old, *new)}
    order = [element.id for element in new]
    stands = set(order)
    siblings: dict[str | None, str] = {}  # under each parent the last one so far
    for element in old:
        if element.id not in stands:
            order.insert(
                _behind(order, parents, siblings.get(element.parent), element.parent), element.id
            )
            stands.add(element.id)
        if parents[element.id] == element.parent:
            siblings[element.parent] = element.id
    return order


def _behind(
    order: list[str], parents: Mapping[str, str | None], sibling: str | None, parent: str | None
) -> int:
    """Where a removed element stands: behind what is below its sibling, or first of its parent."""
    if sibling is None:
        return order.index(parent) + 1 if parent in parents and parent in order else 0
    at = order.index(sibling) + 1
    below = {sibling}
    while at < len(order) and parents[order[at]] in below:
        below.add(order[at])
        at += 1
    return at


_Rows = Mapping[str, Mapping[str, tuple[Indicator, Any]]]


def _by_key(loaded: Loaded) -> dict[str, dict[str, tuple[Indicator, Any]]]:
    """The indicators of each element by their key, which stays over versions."""
    found: dict[str, dict[str, tuple[Indicator, Any]]] = {}
    for element in loaded.plan.elements:
        for index, indicator in enumerate(element.indicators):
            row = loaded.indicators[element.id, index]
            found.setdefault(element.id, {})[row.key] = (indicator, row)
    return found


def _element(
    element: Element, old: Element | None, new: Element | None, olds: _Rows, news: _Rows
) -> ComparedElement:
    here, there = olds.get(element.id, {}), news.get(element.id, {})
    keys = [*there, *(key for key in here if key not in there)]
    rows = tuple(_indicator(here.get(key), there.get(key)) for key in keys)
    changes: tuple[Change, ...] = ()
    if old is not None and new is not None:
        changes = tuple(
            Change(field, str(getattr(old, field) or ""), str(getattr(new, field) or ""))
            for field in ("number", "name", "code", "parent")
            if getattr(old, field) != getattr(new, field)
        )
    kind: Kind = "added" if old is None else "removed" if new is None else "same"
    if kind == "same" and (changes or any(row.kind != "same" for row in rows)):
        kind = "changed"
    return ComparedElement(kind, element, changes, rows)


def _indicator(old: tuple[Indicator, Any] | None, new: tuple[Indicator, Any] | None) -> Compared:
    before, after = _told(old), _told(new)
    changes: tuple[Change, ...] = ()
    kind: Kind = "added" if old is None else "removed"
    if old is not None and new is not None:
        changes = tuple(
            Change(field, before[field], after[field])
            for field in after
            if before[field] != after[field]
        )
        kind = "changed" if changes else "same"
    side = after or before
    return Compared(kind, side["name"], side["unit"], before, after, changes)


def _told(side: tuple[Indicator, Any] | None) -> dict[str, str]:
    if side is None:
        return {}
    indicator, row = side
    told = {f"t_{key}": shown_cell(indicator.target(key)) for key in CELLS}
    told |= {field: str(getattr(indicator, field) or "") for field in _OF_INDICATOR}
    return told | {field: _text(getattr(row, field)) for field in DETAILS}


def _text(value: Decimal | str | None) -> str:
    return figure_text(value) if isinstance(value, Decimal) else value or ""
