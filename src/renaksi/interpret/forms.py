"""What official forms add to names: labels of levels and units, where one column holds several.

Formulir E.81, measurements and key indicators have no column for the level or the unit, so they
print *Sasaran: Meningkatnya …* and *Jumlah paket (Paket)*. A plan has neither in its names.
"""

from __future__ import annotations

import re
from typing import Final

from renaksi.model import Element, Indicator, Level, Plan
from renaksi.patterns import pattern

_KINDS: Final = frozenset({"renja_evaluation", "key_indicators"})
_TITLED: Final = "pengukuran kinerja"
_WORDS: Final[tuple[tuple[Level, str], ...]] = (
    ("goal", "tujuan"), ("objective", "sasaran(?: strategis)?"), ("program", "program"),
    ("activity", "kegiatan"), ("subactivity", r"sub[\s-]?kegiatan"),
)  # fmt: skip
_LABELS: Final[dict[Level, re.Pattern[str]]] = {
    level: pattern(rf"{words}\s?:\s+(?=\S)", re.IGNORECASE) for level, words in _WORDS
}


def without_form_words(plan: Plan) -> Plan:
    """The plan of such a form with the names that it would have in a plan of its own."""
    titled = _TITLED in (plan.title or "").casefold()
    if plan.kind not in _KINDS and not titled:
        return plan
    return plan._replace(elements=tuple(map(_element, plan.elements)))


def _element(element: Element) -> Element:
    label = _LABELS[element.level].match(element.name or "")
    name = element.name[label.end() :] if label and element.name else element.name
    rows = tuple(map(_indicator, element.indicators))
    return element._replace(name=name, indicators=rows)


def _indicator(row: Indicator) -> Indicator:
    """An indicator without its unit in brackets at the end."""
    tail = f"({row.unit})"
    if row.unit is None or row.name is None or not row.name.endswith(tail):
        return row
    return row._replace(name=row.name.removesuffix(tail).rstrip() or row.name)
