"""What the style sheets of a page hide or strike out by the class or the name of a node.

Selectors by tag, class and name count, also below others (*.lama td*); what asks for states,
attributes or neighbours does not. Of several rules the more particular wins, then the later, as
in a browser; rules for print or for narrow screens say nothing of what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from typing import Any, Final, NamedTuple

from renaksi.readers.void import Kind

Node = Any  # lxml has no types of its own

THROUGH: Final = re.compile(r"(?i)text-decoration(?:-line)?\s*:[^;}]{0,60}line-through")
GONE: Final = re.compile(r"(?i)display\s*:\s*none")
HIDDEN: Final = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
)
_SHOWN: Final = re.compile(r"(?i)display\s*:\s*[a-z]|visibility\s*:\s*visible")
_SIGNS: Final = ("line-through", "none", "hidden", "collapse", "mso-hide", "sr-only")
_SELECTOR: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9]{0,9})?((?:[.#][\w-]{1,60}){0,4})")
_WEIGHT: Final = attrgetter("weight")
_MOST_ABOVE: Final = 3  # parts of a selector before the last
_COMMENT: Final = re.compile(r"(?s)/\*.*?\*/|<!--|-->")
_TOKEN: Final = re.compile(r"([^{}]*)([{}])")
_OF_SCREENS: Final = re.compile(r"(?i)@media\s+(?:only\s+)?(?:screen|all)\s*$|@supports\b")
_MOST_LETTERS: Final = 500_000  # of a page's style sheets that are looked at
_MOST_RULES: Final = 1_000
_MOST_FITTING: Final = 50  # rules for one node
# What two widely used sets of classes hide, whose style sheets are rarely saved with a page.
_KNOWN: Final = frozenset({"d-none", "visually-hidden", "sr-only"})
_SHOWN_ON: Final = re.compile(r"d-(?:(?:sm|md|lg|xl|xxl)-)?(?!none)[a-z-]+")


class _Part(NamedTuple):
    """A part of a selector: a tag (any, if None) and marks, *.class* and *#name*."""

    tag: str | None
    marks: frozenset[str]

    def fits(self, node: Node) -> bool:
        """Whether a node is of the tag and bears the marks."""
        return self.tag in (None, node.tag) and self.marks <= _marks_of(node)


class _Rule(NamedTuple):
    """What a rule says of the nodes that fit a part, below nodes that fit those ``above``."""

    part: _Part
    above: tuple[_Part, ...]  # from the outside inwards
    kind: Kind | None  # None: it shows what another rule hides
    is_gone: bool
    weight: tuple[int, int]

    def fits(self, node: Node) -> bool:
        """Whether the rule is for a node."""
        if not self.part.fits(node):
            return False
        left = list(self.above)
        for around in node.iterancestors() if left else ():
            if left and left[-1].fits(around):
                left.pop()
        return not left


class Classes:
    """Says of a node what the style sheets of its page make of it."""

    def __init__(self, root: Node = None) -> None:
        """With the rules of the page's style sheets."""
        self._rules: dict[str, list[_Rule]] = {}  # by a mark of the node, "" where it needs none
        self._fitting: dict[tuple[str, str, str], list[_Rule]] = {}
        for rule in islice(_rules_of(root), _MOST_RULES) if root is not None else ():
            mark = min(rule.part.marks, default="")
            self._rules.setdefault(mark, []).append(rule)

    def kind(self, node: Node) -> Kind | None:
        """Why the text of a node does not count; None where nothing is said of it."""
        rule = self._rule(node)
        return rule.kind if rule is not None else None

    def is_gone(self, node: Node) -> bool:
        """Whether a node is not displayed, so that it takes no room."""
        rule = self._rule(node)
        return rule is not None and rule.is_gone

    def _rule(self, node: Node) -> _Rule | None:
        """The rule that decides about a node."""
        key = node.tag, node.get("class") or "", node.get("id") or ""
        if not (key[1] or key[2] or "" in self._rules):
            return None
        fitting = self._fitting.get(key)
        if fitting is None:
            own = [rule for mark in ("", *_marks_of(node)) for rule in self._rules.get(mark, ())]
            fitting = [rule for rule in own if rule.part.fits(node)]
            fitting = self._fitting[key] = (fitting or _known(key[1]))[-_MOST_FITTING:]
        return max((r for r in fitting if r.fits(node)), key=_WEIGHT, default=None)


def _known(classes: str) -> list[_Rule]:
    """What is known of classes of which the style sheets say nothing."""
    words = classes.split()
    if _KNOWN.isdisjoint(words) or any(map(_SHOWN_ON.fullmatch, words)):
        return []
    return [_Rule(_Part(None, frozenset()), (), "hidden", "d-none" in words, (0, 0))]


def _marks_of(node: Node) -> set[str]:
    """The classes and the name of a node."""
    marks = {f".{each}" for each in (node.get("class") or "").split()}
    name = node.get("id")
    if name:
        marks.add(f"#{name}")
    return marks


def _rules_of(root: Node) -> Iterator[_Rule]:
    """The rules of a page that hide, show or strike out."""
    order = 0
    for sheet in root.iter("style"):
        text = (sheet.text or "")[:_MOST_LETTERS]
        folded = text.lower()
        if not any(sign in folded for sign in _SIGNS):
            continue
        for selectors, looks in _blocks(_COMMENT.sub("", text)):
            kind, is_gone = _told(looks)
            if kind is None and not _SHOWN.search(looks):
                continue
            for selector in selectors.split(","):
                parts = [_part(each) for each in selector.replace(">", " ").split()]
                known = [part for part in parts if part is not None]
                if not 0 < len(known) == len(parts) <= _MOST_ABOVE + 1:
                    continue
                if not any(part.marks for part in known):
                    continue  # a tag alone is what a script or a frame is told by
                order += 1
                weight = 100 * ("!important" in looks)
                weight += sum(2 * len(part.marks) + (part.tag is not None) for part in known)
                yield _Rule(known[-1], tuple(known[:-1]), kind, is_gone, (weight, order))


def _part(text: str) -> _Part | None:
    """A part of a selector; None for one that asks for more than tags, classes and names."""
    found = _SELECTOR.fullmatch(text)
    if found is None:
        return None
    marks = frozenset(re.findall(r"[.#][\w-]+", found[2]))
    return _Part(found[1].lower() if found[1] else None, marks)


def _told(looks: str) -> tuple[Kind | None, bool]:
    """What the declarations of a rule say: hidden, struck out or neither, and not displayed."""
    if HIDDEN.search(looks):
        return "hidden", GONE.search(looks) is not None
    return ("struck" if THROUGH.search(looks) else None), False


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of each rule that counts on a screen."""
    around: list[str] = []
    for found in _TOKEN.finditer(text):
        before, sign = found[1].rpartition(";")[2].strip(), found[2]
        if sign == "{":
            around.append(before)
        elif around:
            selectors = around.pop()
            if all(map(_OF_SCREENS.match, around)) and not selectors.startswith("@"):
                yield selectors, found[1]
