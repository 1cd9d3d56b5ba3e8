"""The numbers that Word prints before list paragraphs without storing them: ``1.``, ``a)``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi.readers.counting import counted
from renaksi.readers.word.names import Names, Node, whole

_SILENT: Final = frozenset({"bullet", "none"})
_MOST_LEVELS: Final = 9


class ListLevel(NamedTuple):
    """How one level of a list is numbered; in ``text``, ``%1`` … stand for the levels' numbers."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    in_digits: bool = False  # also the levels above, whatever their own form


class Numbering:
    """The lists of a document, counted on as its paragraphs are walked."""

    def __init__(self, root: Node | None, names: Names) -> None:
        """The definitions of ``numbering.xml``; none without it."""
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._lists: dict[str, str] = {}
        self._own: dict[str, dict[int, ListLevel]] = {}  # the levels of each list
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        styled: dict[str | None, dict[int, ListLevel]] = {}
        linked: dict[str, str | None] = {}
        for node in root.iterfind(names("abstractNum")):
            number = node.get(names("abstractNumId"), "")
            levels = self._levels[number] = dict(_levels((node,), names))
            styled[names.value(node, "styleLink")] = levels
            if not levels:
                linked[number] = names.value(node, "numStyleLink")
        for number, style in linked.items():  # a list that is numbered as its style says
            self._levels[number] = styled.get(style, {}) if style else {}
        for node in root.iterfind(names("num")):
            number = node.get(names("numId"), "")
            abstract = self._lists[number] = names.value(node, "abstractNumId") or ""
            own = dict(_levels(node.iterfind(names("lvlOverride")), names))
            levels = self._levels.get(abstract, {})
            self._own[number] = {**levels, **own} if own else levels
            self._restarts[number] = {}
            for override in node.iterfind(names("lvlOverride")):
                level = whole(override.get(names("ilvl"))) or 0
                start = names.number(override, "startOverride")
                if start is not None:
                    self._restarts[number][level] = start

    def next(self, number: str, level: int) -> str:
        """The number that the next paragraph of a list prints; empty for bullets, unknown lists."""
        abstract = self._lists.get(number)
        levels = self._own.get(number)
        if abstract is None or not levels or not 0 <= level < _MOST_LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _MOST_LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in self._restarts[number].items():
                if 0 <= at < _MOST_LEVELS:
                    counts[at] = start - 1
        held = counts[level]
        counts[level] = levels.get(level, ListLevel()).start if held is None else held + 1
        counts[level + 1 :] = [None] * (_MOST_LEVELS - level - 1)
        return self._printed(levels, level, counts)

    def _printed(self, levels: dict[int, ListLevel], level: int, counts: list[int | None]) -> str:
        here = levels.get(level, ListLevel())
        if here.form in _SILENT:
            return ""
        text = here.text
        for at in range(level + 1):
            if f"%{at + 1}" in text:
                of = levels.get(at, ListLevel())
                count = counts[at]
                form = "decimal" if here.in_digits else of.form
                text = text.replace(
                    f"%{at + 1}", counted(of.start if count is None else count, form)
                )
        return text.strip()


def _levels(holders: Iterable[Node], names: Names) -> list[tuple[int, ListLevel]]:
    found = []
    for node in (level for holder in holders for level in holder.iterfind(names("lvl"))):
        start = names.number(node, "start")
        text = names.value(node, "lvlText")
        level = ListLevel(
            1 if start is None else start,
            names.value(node, "numFmt") or "decimal",
            "" if text is None else text[:40],
            bool(names.switched(node, "isLgl")),
        )
        number = whole(node.get(names("ilvl"))) or 0
        if 0 <= number < _MOST_LEVELS:
            found.append((number, level))
    return found
