"""A document's plan under the ids of the plan that stands, where both mean the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from renaksi.compare import pairing
from renaksi.model import Element, Plan
from renaksi_web.plans.mapping import Reference


class Pairs(NamedTuple):
    """The older's element and indicator for each of the newer that is the same."""

    elements: Mapping[str, str]
    indicators: Mapping[Reference, Reference]


def pairs(old: Plan, new: Plan) -> Pairs:
    """Pair a newer plan with an older one, as `renaksi.compare` does."""
    found = pairing.elements(old, new)
    return Pairs(
        {pair.b.id: pair.a.id for pair in found},
        {
            (row.b.element.id, row.b.position): (row.a.element.id, row.a.position)
            for row in pairing.rows(found)
        },
    )


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
