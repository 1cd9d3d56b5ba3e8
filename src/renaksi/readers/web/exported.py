"""The pages that `renaksi convert --to html` wrote, as the rows that the exported table has.

Such a page says of each row which element it is and under which one it stands, so nothing needs
to be told from its looks. What is read are the texts that people see: a figure that somebody
corrected on the page is read as it was corrected. Links to findings are no figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from renaksi.readers.cells import clean
from renaksi.readers.document import Row

Node = Any  # lxml has no types of its own

_MARK: Final = "data-renaksi"
_OF_PLAN: Final = ("plan", "organisation", "year", "title", "kind")
_OF_ELEMENT: Final = ("level", "id", "parent", "number", "code")
_OF_ROW: Final = ("indicator-number", "direction", "accumulation")
_TEXTS: Final = ("name", "indicator", "unit")
_MOST_DIGITS: Final = 9
_UNSEEN: Final = frozenset({"note", "unseen", "empty"})
_HEADS: Final = {"parent": "parent id", "indicator-number": "indicator number"}
_GROUPS: Final = {"targets": "target", "actuals": "actual"}


def exported_rows(root: Node) -> list[Row]:
    """A row of heads and one for each indicator of the page's plans; none on another page."""
    lines = [line for plan in root.iter("article") if plan.get(_MARK) for line in _lines(plan)]
    if not lines:
        return []
    known = (*_OF_PLAN, *_OF_ELEMENT, *_OF_ROW, *_TEXTS)
    cells = sorted({key for line in lines for key in line}.difference(known))
    heads = tuple(_HEADS.get(key, key) for key in (*known, *cells))
    rows = [heads, *(tuple(line.get(key, "") for key in (*known, *cells)) for line in lines)]
    return [Row(row, number, "table", 1) for number, row in enumerate(rows, 1)]


def _lines(plan: Node) -> Iterator[dict[str, str]]:
    """What each row of a plan says, by the name of its column."""
    about = {key: plan.get(f"data-{key}") or "" for key in _OF_PLAN}
    for element in sorted(plan.iter("tbody"), key=_order):
        about |= {key: element.get(f"data-{key}") or "" for key in _OF_ELEMENT}
        lines: list[dict[str, str]] = []
        for row in element.iter("tr"):
            if not lines or row.get("data-kind") != "actuals":
                lines.append({key: row.get(f"data-{key}") or "" for key in _OF_ROW})
            lines[-1] |= dict(_cells(row))
        yield from (about | line for line in lines)


def _order(element: Node) -> int:
    """The place of an element in its document: the page shows it below what it serves."""
    order = element.get("data-order") or ""
    return int(order) if order.isdecimal() and len(order) < _MOST_DIGITS else 0


def _cells(row: Node) -> Iterator[tuple[str, str]]:
    """The texts of a row that say what they are."""
    for node in row.iter("td", "th", "span"):
        name = node.get("data-cell")
        if name:
            group, _, key = name.partition(" ")
            shown = clean("".join(_seen(node)))
            yield (f"{_GROUPS.get(group, group)} {key}" if key else group), shown


def _seen(node: Node) -> Iterator[str]:
    """The text of a node, without what only leads to findings or is heard and not seen."""
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and _UNSEEN.isdisjoint((child.get("class") or "").split()):
            yield from _seen(child)
        yield child.tail or ""
