"""Which element and which indicator of one plan is which of the other.

Levels are paired from the top down, so that parents speak for their children. Within a
level the signs count in this order: the official code, an equal name, a name alike (best
first, one that stays under the same parent preferred), and last the indicators: an element
whose name was written anew is known by them. Two official codes that differ are two things,
however alike their names, unless the names are equal. What is left may have changed its level.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, Literal, NamedTuple, TypeVar

from renaksi.checks.view import Row
from renaksi.model import LEVELS, Element, Plan
from renaksi.nomenclature.catalogue import TEMPLATE
from renaksi.nomenclature.names import key_of, similarity

Sign = Literal["code", "name", "likeness", "indicators", "position"]

# Below these, two names are two things. The names of elements have more words in common (the
# same activity is planned for many objects) than the texts of indicators on one element.
LEAST_OF_ELEMENT: Final = 0.7
LEAST_OF_INDICATOR: Final = 0.6
_LEAST_OF_LAST: Final = 0.35  # of the only indicators left of two paired elements, in one unit
_LEAST_RATIO: Final = 35  # of letters, before the words are compared
_CANDIDATES: Final = 8
_FAMILY: Final = 0.1  # what a common parent adds in a choice among several

Thing = TypeVar("Thing", Element, Row)


class Pair(NamedTuple):
    """What two plans call the same; ``by`` is the sign that told it and ``score`` how surely."""

    a: Element
    b: Element
    by: Sign
    score: float


class RowPair(NamedTuple):
    """An indicator of each plan that are the same."""

    a: Row
    b: Row
    by: Sign
    score: float


class _Left:
    """The elements that are not paired yet, and the pairs that were made."""

    def __init__(self, a: Plan, b: Plan) -> None:
        self.a = {element.id: element for element in a.elements}
        self.b = {element.id: element for element in b.elements}
        self.pairs: list[Pair] = []
        self._partner: dict[str, str] = {}  # of an element of A, its id in B

    def take(self, a: Element, b: Element, by: Sign, score: float = 1.0) -> None:
        """These two are the same."""
        del self.a[a.id], self.b[b.id]
        self._partner[a.id] = b.id
        self.pairs.append(Pair(a, b, by, score))

    def are_family(self, a: Element, b: Element) -> bool:
        """Whether the parents of both are the same element, or both have none."""
        if a.parent is None or b.parent is None:
            return a.parent is b.parent
        return self._partner.get(a.parent) == b.parent

    def by_key(
        self,
        level: str | None,
        key: Callable[[Element], Hashable],
        by: Sign,
        fits: Callable[[Element, Element], bool] | None = None,
    ) -> None:
        """Pair what has an equal key; among several, what shares a parent, else in order."""
        for ours, theirs in _groups(_at(self.a, level), _at(self.b, level), key):
            for is_family in (True, False):
                for a in ours:
                    partners = (b for b in theirs if b.id in self.b)
                    b = next(
                        (
                            b
                            for b in partners
                            if (fits is None or fits(a, b))
                            and (not is_family or self.are_family(a, b))
                        ),
                        None,
                    )
                    if a.id in self.a and b is not None:
                        self.take(a, b, by)

    def by_likeness(self, level: str) -> None:
        """Pair what is alike, the likest first."""
        found = [
            (score + _FAMILY * self.are_family(a, b), score, a, b)
            for score, a, b in _alike(_at(self.a, level), _at(self.b, level), _printed)
            if score >= LEAST_OF_ELEMENT and not _are_two(a, b)
        ]
        for _, score, a, b in sorted(found, key=lambda each: -each[0]):
            if a.id in self.a and b.id in self.b:
                self.take(a, b, "likeness", score)

    def by_indicators(self, level: str) -> None:
        """Pair children of one parent that have an indicator in common."""
        for a in _at(self.a, level):
            names = _names(a)
            for b in _at(self.b, level):
                if self.are_family(a, b) and not _are_two(a, b) and names & _names(b):
                    self.take(a, b, "indicators", LEAST_OF_ELEMENT)
                    break


def elements(a: Plan, b: Plan) -> list[Pair]:
    """The elements that both plans have."""
    left = _Left(a, b)
    for level in LEVELS:
        left.by_key(level, _code, "code")
        left.by_key(level, _template, "code", _is_template)
        left.by_key(level, _name, "name")
        left.by_likeness(level)
        left.by_indicators(level)
        left.by_key(level, _nameless, "position")
    left.by_key(None, _name, "name")
    return left.pairs


def rows(pairs: Sequence[Pair]) -> list[RowPair]:
    """The indicators that both plans have: of paired elements first, then any that moved."""
    found: list[RowPair] = []
    ours: list[Row] = []
    theirs: list[Row] = []
    for pair in pairs:
        left_a, left_b = _rows(pair.a), _rows(pair.b)
        found.extend(_rows_of_one(left_a, left_b))
        ours += left_a
        theirs += left_b
    return [*found, *_equal(ours, theirs)]


def moved_rows(a: Iterable[Row], b: Iterable[Row]) -> list[RowPair]:
    """Indicators of an equal name among what stands on elements that were not paired."""
    return list(_equal(list(a), list(b)))


def _rows_of_one(a: list[Row], b: list[Row]) -> Iterator[RowPair]:
    """The pairs among the indicators of one element; what is paired leaves the lists."""
    yield from _equal(a, b)
    for score, x, y in sorted(_alike(a, b, _text), key=lambda each: -each[0]):
        if score >= LEAST_OF_INDICATOR and x in a and y in b:
            yield _taken(a, b, x, y, "likeness", score)
    yield from _in_order(a, b)
    if len(a) == len(b) == 1:
        (x,), (y,) = a, b
        score = similarity(_text(x), _text(y))
        if _unit(x) == _unit(y) and (score >= _LEAST_OF_LAST or not (_text(x) and _text(y))):
            yield _taken(a, b, x, y, "position", score)


def _in_order(a: list[Row], b: list[Row]) -> Iterator[RowPair]:
    """Indicators that both lost their text, or have one without words."""
    for ours, theirs in _groups(a, b, lambda row: None if key_of(_text(row)) else _text(row)):
        for x, y in zip(ours, theirs, strict=False):
            yield _taken(a, b, x, y, "position", 0.0)


def _equal(a: list[Row], b: list[Row]) -> Iterator[RowPair]:
    for ours, theirs in _groups(a, b, lambda row: key_of(row.indicator.name or "") or None):
        for x, y in zip(ours, theirs, strict=False):
            yield _taken(a, b, x, y, "name", 1.0)


def _taken(a: list[Row], b: list[Row], x: Row, y: Row, by: Sign, score: float) -> RowPair:
    a.remove(x)
    b.remove(y)
    return RowPair(x, y, by, score)


def _groups(
    a: Iterable[Thing], b: Iterable[Thing], key: Callable[[Thing], Hashable]
) -> Iterator[tuple[list[Thing], list[Thing]]]:
    """What has one key on each side; a key of None is none."""
    ours: dict[Hashable, list[Thing]] = {}
    theirs: dict[Hashable, list[Thing]] = {}
    for side, things in ((ours, a), (theirs, b)):
        for thing in things:
            side.setdefault(key(thing), []).append(thing)
    for shared in ours:
        if shared is not None and shared in theirs:
            yield ours[shared], theirs[shared]


def _at(left: dict[str, Element], level: str | None) -> list[Element]:
    return [element for element in left.values() if level in (None, element.level)]


def _rows(element: Element) -> list[Row]:
    return list(map(partial(_row, element), range(len(element.indicators))))


def _row(element: Element, position: int) -> Row:
    return Row(element, position, element.indicators[position])


def _code(element: Element) -> str | None:
    return element.code


def _template(element: Element) -> str | None:
    """A code without its field, where one plan knows the field and the other may not."""
    code = element.code
    return code[len(TEMPLATE) :] if code is not None and len(code) > len(TEMPLATE) else None


def _name(element: Element) -> str | None:
    return key_of(element.name or "") or None


def _nameless(element: Element) -> str | None:
    """What stands for a name that has no words; None where there are words."""
    return element.name or "" if _name(element) is None else None


def _names(element: Element) -> set[str]:
    return {key_of(row.name) for row in element.indicators if row.name} - {""}


def _is_template(a: Element, b: Element) -> bool:
    """Whether one of two codes leaves its field open."""
    return any((element.code or "").startswith(TEMPLATE) for element in (a, b))


def _are_two(a: Element, b: Element) -> bool:
    """Whether the official codes of both say that they are different things."""
    if a.code is None or b.code is None or a.code == b.code:
        return False
    return _template(a) != _template(b) or not _is_template(a, b)


def _alike(
    a: Sequence[Thing], b: Sequence[Thing], text: Callable[[Thing], str]
) -> Iterator[tuple[float, Thing, Thing]]:
    """What may be the same by its text, with how much: a few candidates for each thing of ``a``."""
    from rapidfuzz import fuzz, process

    keys = [key_of(text(y)) for y in b]
    for x in a:
        found = process.extract(
            key_of(text(x)), keys, scorer=fuzz.ratio, score_cutoff=_LEAST_RATIO, limit=_CANDIDATES
        )
        for _, _, at in found:
            yield similarity(text(x), text(b[at])), x, b[at]


def _printed(element: Element) -> str:
    return element.name or ""


def _text(row: Row) -> str:
    return row.indicator.name or ""


def _unit(row: Row) -> str:
    return (row.indicator.unit or "").casefold()
