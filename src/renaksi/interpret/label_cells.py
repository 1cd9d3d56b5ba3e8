"""A level's label word in a cell of its own, before the name that it is of.

Lists that a program exports have a column *Level*; tables made by hand set *Program* beside its
name. The word tells the level and is no part of the name.
"""

from __future__ import annotations

from typing import Final

from renaksi.interpret.header_words import header_role
from renaksi.interpret.items import Item
from renaksi.interpret.vocabulary import MEASURE_WORDS
from renaksi.model import Level

LABELS: Final[dict[str, Level]] = {
    "tujuan": "goal",
    "sasaran": "objective",
    "sasaran strategis": "objective",
    "program": "program",
    "kegiatan": "activity",
    "sub kegiatan": "subactivity",
    "subkegiatan": "subactivity",
    "sub-kegiatan": "subactivity",
}
_FARTHEST: Final = 2  # a number at most stands between a label word and its name


def labelled(items: list[Item]) -> list[Item]:
    """The items of a row, the name behind a label word as an element of its level."""
    level = LABELS.get(items[0].text.lower().rstrip(" :"))
    name = next((n for n, item in enumerate(items) if n and _may_be_name(item)), None)
    if level is None or name is None or name > _FARTHEST or _is_no_name(items[name].text):
        return items  # *Kegiatan* before values is a unit
    element = items[name]._replace(kind="element", level=level)
    return [*items[1:name], element, *items[name + 1 :]]


def _may_be_name(item: Item) -> bool:
    """Whether an item is a text, and no number such as 1.1.1 that stands before the name."""
    return item.kind == "text" and any(map(str.isalpha, item.text))


def _is_no_name(text: str) -> bool:
    """Whether a text is of a header, or an indicator whose name is lost."""
    return text.split(maxsplit=1)[0].lower() in MEASURE_WORDS or header_role(text) is not None
