"""What in a plan speaks for one official line rather than another of the same name.

Position comes first (the parent above, the children below), then what stands elsewhere in
the plan, then the office's fields, the region and at last the indicator and its unit.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi.model import Level
from renaksi.nomenclature.catalogue import TEMPLATE, Catalogue, level_of, parent_code
from renaksi.nomenclature.names import key_of, words_of

# The fourth part of a code says whose authority it is: 2 any regency's or city's, the others
# those of provinces with special autonomy: Papua, West Papua, Yogyakarta, Aceh.
ORDINARY: Final = "2"
_SPECIAL: Final = {
    "91": "3", "93": "3", "94": "3", "95": "3",
    "92": "4", "96": "4",
    "34": "5",
    "11": "7",
}  # fmt: skip

_SURE: Final = 0.95  # a score that may speak for the office's field

# Position outweighs all that follows, a parent elsewhere in the plan all that follows it, and
# so on down.
_UNDER_PARENT: Final = 64
_IN_PLACE: Final = 40  # under a higher ancestor, or a program under an objective
_AMONG_SIBLINGS: Final = 24  # beside elements that stand under its parent
_PARENT_IN_PLAN: Final = 20
_PARENT_BEFORE: Final = 2  # the parent in the plan is the last one before the element
_MOST_CHILDREN: Final = 12
_OWN_FIELD: Final = 1
_FIELD_IN_PLAN: Final = 0.75
_VERY_WORDS: Final = 0.6  # the printed name is this line's in small words, too
_AUTHORITY: Final = 0.25
_INDICATOR: Final = 0.06
_UNIT: Final = 0.03


class Named(NamedTuple):
    """An element as the document names it.

    ``level`` is None where the label word is lost; goals and objectives are passed over.
    ``parent`` is the index of the element that stands above it by position, ``indicators``
    and ``units`` are further evidence.
    """

    level: Level | None
    name: str
    printed_code: str | None = None
    parent: int | None = None
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Evidence:
    """The plan as it speaks for or against official lines.

    ``codes`` are those that its elements have settled for so far, in their order; ``votes``
    count the fields among them.
    """

    def __init__(
        self,
        items: Sequence[Named],
        fields: tuple[str, ...],
        organisation: str | None,
        region: str | None,
    ) -> None:
        """Evidence of a plan; ``fields`` are those that the office's name shows."""
        self.items = items
        self.fields = fields
        self.codes: list[str | None] = [None] * len(items)
        self.votes: Counter[str] = Counter()
        self._organisation = organisation
        self._region = region
        self._settled: set[str] = set()
        self._under: dict[str, list[int]] = {}
        self._only: list[str] = []
        self._authority: str | None = None

    def look_at(self, part: Catalogue, options: Sequence[Sequence[int]]) -> None:
        """Take in which lines of a part of the catalogue each element's name may mean."""
        self._part = part
        self._authority = None
        self._under = {}
        self._only = []
        for index, rows in enumerate(options):
            if not rows:
                continue
            for code in {part.codes[row][:12] for row in rows}:
                self._under.setdefault(code, []).append(index)
            authorities = {part.codes[row][8:9] for row in rows}
            if len(authorities) == 1:
                self._only += authorities

    def take_in(self, codes: list[str | None], scores: Sequence[float]) -> None:
        """Take in what the elements have settled for, None where they have not."""
        self.codes = codes
        self._settled = {code for code in codes if code}
        self.votes = Counter([
            code[:4]
            for code, score in zip(codes, scores, strict=True)
            if code and score >= _SURE and code[:4] != TEMPLATE
        ])  # fmt: skip

    def authority(self) -> str:
        """Whose special lines count in this plan: its region's, or those that its names show.

        A name that only special lines bear shows it where the region is not known.
        """
        if self._authority is None:
            region = self._region or _region_of(self._organisation)
            if region:
                self._authority = _SPECIAL.get(region[:2], ORDINARY)
            else:
                shown = Counter(each for each in self._only if each not in ("", ORDINARY))
                self._authority = shown.most_common(1)[0][0] if shown else ORDINARY
        return self._authority

    def above(self, index: int) -> str | None:
        """The code of the element that stands above by position, where it has one."""
        parent = self.items[index].parent
        return self.codes[parent] if parent is not None else None

    def weight(self, index: int, row: int) -> float:
        """How much speaks for an element's being this line."""
        code = self._part.codes[row]
        weight = self._of_parent(index, code)
        if level_of(code) == "activity":
            weight += min(self._children_shown(index, code), _MOST_CHILDREN)
        if code[:4] in self.fields or (not self.fields and code[:4] in self.votes):
            weight += _OWN_FIELD
        elif code[:4] in self.votes:
            weight += _FIELD_IN_PLAN
        if code[8:9] not in ("", ORDINARY):
            weight += _AUTHORITY if code[8] == self.authority() else -_AUTHORITY
        if words_of(self.items[index].name) == words_of(self._part.name(row)):
            weight += _VERY_WORDS
        return weight + self._of_indicators(index, row)

    def _of_parent(self, index: int, code: str) -> float:
        parent, above = parent_code(code), self.above(index)
        weight = 0.0
        if above is not None and above == parent:
            weight += _UNDER_PARENT
        elif (above is not None and code.startswith(above)) or (
            level_of(code) == "program" and self._is_under_an_objective(index)
        ):
            weight += _IN_PLACE
        elif parent is not None and self._siblings_under(index, parent):
            weight += _AMONG_SIBLINGS
        if parent in self._settled and not self._is_under_another(above, parent):
            weight += _PARENT_IN_PLAN
            if parent == self._before(index, len(code) - 5):
                weight += _PARENT_BEFORE
        return weight

    def _of_indicators(self, index: int, row: int) -> float:
        item = self.items[index]
        if not (item.indicators or item.units):
            return 0.0
        line = self._part.entry(row)
        weight = _INDICATOR if key_of(line.indicator) in map(key_of, item.indicators) else 0.0
        return weight + (_UNIT if key_of(line.unit) in map(key_of, item.units) else 0.0)

    def _is_under_another(self, above: str | None, parent: str | None) -> bool:
        """Whether the paper puts an element under another official element than this parent."""
        return above is not None and above != parent and level_of(above) == level_of(parent or "")

    def _siblings_under(self, index: int, parent: str) -> bool:
        """Whether both elements beside this one, or the only one, stand under an official parent.

        So they do where the element above them bears a name of another office's.
        """
        above = self.items[index].parent
        if above is None:
            return False
        beside = [self.codes[place] for place in self._neighbours(index, above)]
        return bool(beside) and all(code and parent_code(code) == parent for code in beside)

    def _neighbours(self, index: int, above: int) -> Iterator[int]:
        """The elements next to this one, before and behind it, with the same element above."""
        level = self.items[index].level
        for places in (range(index - 1, above, -1), range(index + 1, len(self.items))):
            for place in places:
                item = self.items[place]
                if item.parent == above and item.level == level:
                    yield place
                    break
                if item.level == self.items[above].level:
                    break

    def _is_under_an_objective(self, index: int) -> bool:
        parent = self.items[index].parent
        return parent is not None and self.items[parent].level in ("goal", "objective")

    def _before(self, index: int, length: int) -> str | None:
        """The last settled code of this length before the element."""
        for code in reversed(self.codes[:index]):
            if code is not None and len(code) == length:
                return code
        return None

    def _children_shown(self, index: int, code: str) -> int:
        """How many names in the plan may stand under this activity; those below it count double."""
        return sum(
            2 if self.items[other].parent == index else 1 for other in self._under.get(code, ())
        )


@lru_cache(maxsize=1024)
def _region_of(organisation: str | None) -> str | None:
    """The code of the region that an office's name tells, where only one is called so."""
    from renaksi.nomenclature import regions

    region = regions.find(organisation) if organisation else None
    return region and region.code
