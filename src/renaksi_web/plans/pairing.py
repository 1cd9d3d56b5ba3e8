"""Which elements and indicators of two plans are the same, though a new document gave them anew.

The surest sign goes first: an official code, then the name, both under parents that are the
same already, then anywhere, and last a name that was only slightly reworded. Whatever is not
paired is new, or gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from renaksi.model import LEVELS, Element, Indicator, Plan
from renaksi.nomenclature.names import normal_name
from renaksi_web.plans.mapping import Reference

# How alike two wordings of one thing are at least, of 100.
ALIKE: Final = 85
ALIKE_ALONE: Final = 60

Sign = Callable[[Element], object | None]


class Pairs(NamedTuple):
    """The older's element and indicator for each of the newer that is the same."""

    elements: Mapping[str, str]
    indicators: Mapping[Reference, Reference]


def pairs(old: Plan, new: Plan) -> Pairs:
    """Pair a newer plan with an older one."""
    elements: dict[str, str] = {}
    for level in LEVELS:
        olds = [element for element in old.elements if element.level == level]
        news = [element for element in new.elements if element.level == level]
        _pair_level(olds, news, elements)
    indicators: dict[Reference, Reference] = {}
    known = {element.id: element for element in old.elements}
    for element in new.elements:
        if element.id in elements:
            former = known[elements[element.id]]
            for mine, other in _pair_indicators(former.indicators, element.indicators).items():
                indicators[element.id, mine] = (former.id, other)
    return Pairs(elements, indicators)


def under_old_ids(plan: Plan, old: Plan, paired: Pairs) -> Plan:
    """The newer plan with the older's ids where an element is the same, and no id twice."""
    ids = dict(paired.elements)
    taken = {element.id for element in old.elements}
    for element in plan.elements:
        if element.id not in ids:
            ids[element.id] = _free(element.id, taken)
            taken.add(ids[element.id])
    return plan._replace(elements=tuple(_renamed(element, ids) for element in plan.elements))


def _renamed(element: Element, ids: Mapping[str, str]) -> Element:
    return element._replace(
        id=ids[element.id],
        parent=ids.get(element.parent) if element.parent else None,
        indicators=tuple(
            indicator._replace(
                same_as=tuple((ids[other], at) for other, at in indicator.same_as if other in ids)
            )
            for indicator in element.indicators
        ),
    )


def _free(wanted: str, taken: set[str]) -> str:
    number, name = 2, wanted
    while name in taken:
        name = f"{wanted[:58]}+{number}"
        number += 1
    return name


def _pair_level(olds: list[Element], news: list[Element], found: dict[str, str]) -> None:
    """Pair the elements of one level, whose parents were paired before."""

    def settled(element: Element) -> str | None:
        return found.get(element.parent or "")

    signs: tuple[tuple[Sign, Sign], ...] = (
        (lambda e: e.code and (e.code, e.parent), lambda e: e.code and (e.code, settled(e))),
        (
            lambda e: _named(e) and (_named(e), e.parent),
            lambda e: _named(e) and (_named(e), settled(e)),
        ),
        (lambda e: e.code, lambda e: e.code),
        (_named, _named),
    )  # fmt: skip
    for of_old, of_new in signs:
        _pair_by(of_old, of_new, olds, news, found)
    taken = set(found.values())
    left = [element for element in olds if element.id not in taken]
    for element in news:
        if element.id in found:
            continue
        best = max(left, key=lambda other: _likeness(other.name, element.name), default=None)
        if best is not None and _likeness(best.name, element.name) >= ALIKE:
            found[element.id] = best.id
            left.remove(best)


def _pair_by(
    of_old: Sign, of_new: Sign, olds: Iterable[Element], news: Iterable[Element],
    found: dict[str, str],
) -> None:  # fmt: skip
    taken = set(found.values())
    waiting: dict[object, list[str]] = {}
    for element in olds:
        sign = of_old(element)
        if sign and element.id not in taken:
            waiting.setdefault(sign, []).append(element.id)
    for element in news:
        sign = of_new(element)
        if element.id not in found and sign and waiting.get(sign):
            found[element.id] = waiting[sign].pop(0)


def _named(element: Element) -> str:
    return normal_name(element.name or "")


def _likeness(one: str | None, other: str | None) -> float:
    return fuzz.ratio(normal_name(one or ""), normal_name(other or "")) if one and other else 0.0


def _pair_indicators(olds: tuple[Indicator, ...], news: tuple[Indicator, ...]) -> dict[int, int]:
    """The index in the older element for each index in the newer one."""
    found: dict[int, int] = {}
    for least in (100.0, ALIKE):
        for at, indicator in enumerate(news):
            free = [n for n in range(len(olds)) if n not in found.values()]
            best = max(free, key=lambda n: _likeness(olds[n].name, indicator.name), default=None)
            if at not in found and best is not None:
                if _likeness(olds[best].name, indicator.name) >= least:
                    found[at] = best
    mine = [n for n in range(len(news)) if n not in found]
    theirs = [n for n in range(len(olds)) if n not in found.values()]
    if len(mine) == len(theirs) == 1 and _reworded(olds[theirs[0]], news[mine[0]]):
        found[mine[0]] = theirs[0]
    return found


def _reworded(old: Indicator, new: Indicator) -> bool:
    """Whether the one that is left on each side is the same in other words."""
    if old.name is None or new.name is None:
        return old.number == new.number
    alike = _likeness(old.name, new.name)
    return alike >= ALIKE_ALONE and (old.unit or "").casefold() == (new.unit or "").casefold()
