"""The level of a name that has no label word: code, nomenclature, numbering, looks, column.

The signs are weighed in this order; only where all of them are silent does the place on
the page speak.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi.interpret.alignment import Sort
from renaksi.interpret.drafts import BY_RANK, RANK, DraftElement
from renaksi.interpret.fitting import is_amount, is_nothing, is_small
from renaksi.interpret.header_words import Role
from renaksi.interpret.items import Item
from renaksi.interpret.numbering import NumberLevels
from renaksi.interpret.outline import Outline
from renaksi.interpret.pieces import is_predicate
from renaksi.interpret.segments import Placed
from renaksi.interpret.vocabulary import begins_as_measure, begins_as_result, names_measure
from renaksi.model import Level
from renaksi.nomenclature.resolver import KECAMATAN, is_official_name, match_name
from renaksi.patterns import pattern


class Sign(NamedTuple):
    """A level, and the evidence for it."""

    level: Level
    is_official: bool = False
    score: float = 0.0
    code: str | None = None
    by_column: bool = False  # or by the look of the name, or by an element that is printed again
    by_looks: bool = False
    is_doubtful: bool = False


class Looked(NamedTuple):
    """The level that a look tells; ``is_doubtful`` where a single name has it."""

    level: Level
    is_doubtful: bool = False


# The level of a printed code by its dots: 7.01.02, 7.01.02.2.01, 7.01.02.2.01.0001.
# Before 2020 the office stood between field and program: 1.02.1.02.02.33, 1.02.1.02.02.33.01.
_WITH_OFFICE: Final = pattern(r"\d\.\d\d\.\d\.\d\d\.\d\d\.\d{2,3}(?P<activity>\.\d{2,3})?")
_LEVEL_OF_DEPTH: Final[Mapping[int, Level]] = {2: "program", 4: "activity", 5: "subactivity"}
_CLEARLY: Final = 0.04  # by how much better an official name of another level must fit
_WORK: Final[tuple[Level, ...]] = ("program", "activity", "subactivity")


class Levels:
    """Tells levels; it learns from the elements whose level is sure."""

    def __init__(self, outline: Outline, field: str | None) -> None:
        """``field`` is the office's own field of the nomenclature, if known."""
        self._outline = outline
        self._field = field
        self.numbers = NumberLevels()
        self.looks: Mapping[tuple[int, int], Looked] = {}  # by the line and column of a name
        self.line = 0  # of the row that is read

    def of_name(
        self,
        item: Item,
        role: Role,
        number: str | None,
        code: str | None,
        behind: Sequence[Placed] = (),
        *,
        is_moved: bool = False,
    ) -> Sign:
        """The level of an unlabelled name in a column of names.

        ``behind`` is what stands behind it in its row; ``is_moved`` says that the name stands in
        another column than the one that it was placed in.
        """
        coded = _level_of_code(code) if code is not None else None
        if coded is not None:
            return Sign(coded, by_column=True)
        if role.level is not None:
            level = (is_moved and self._below_newest(item, role.level)) or role.level
            return self._by_column(item, level, number)
        again = self._outline.printed(item.text, number)
        if again is not None:
            below = self._called_as_what_is_above(item, again, number, behind)
            if below:
                return Sign(below, True, 1.0)
            return Sign(again.level, by_column=True, by_looks=True)
        newest = self._outline.newest_level
        numbered = self.numbers.levels_of(number, self._outline.latest, newest)
        official = self._official_among(item, numbered)
        looked = self.looks.get((self.line, item.column))
        if official is not None:
            if numbered or looked is None or looked.level == official.level:
                return official
            return Sign(looked.level, is_doubtful=True)  # it alone of those of its look is official
        return self._of_unofficial(item, role, number, numbered)

    def _of_unofficial(
        self, item: Item, role: Role, number: str | None, numbered: tuple[Level, ...]
    ) -> Sign:
        """The level of a name that is none of the nomenclature's, by number, look and column."""
        outcome = _outcome_of(role, numbered) if len(role.mentions) > 1 else None
        if outcome is not None and begins_as_result(item.text):
            return Sign(outcome, by_column=True)
        if numbered:
            # A result among numbered goals or objectives, in a column that is for them.
            is_sure = numbered[0] in role.mentions[:2] and begins_as_result(item.text)
            return Sign(numbered[0], by_column=is_sure and numbered[0] not in _WORK)
        looked = self.looks.get((self.line, item.column))
        if looked is not None:
            return Sign(looked.level, by_column=True, by_looks=True, is_doubtful=looked.is_doubtful)
        mentioned = _next_mentioned(role, self._outline.newest_level)
        if mentioned is not None:
            return Sign(mentioned, by_column=True)
        return Sign(self._outline.level_by_number(number))

    def _called_as_what_is_above(
        self, item: Item, again: DraftElement, number: str | None, behind: Sequence[Placed]
    ) -> Level | None:
        """The level of an element that bears the name of the one that it belongs to.

        It is its only one, and printed in other letters or under another number (*1.* below
        *A.*), or beside another first indicator, or, a sub-activity, stands below others.
        """
        outline = self._outline
        if again is outline.newest:
            is_other = (
                again.name != item.text
                or (number != again.number and again.rows != [])
                or (len(behind) > 0 and _is_numbered_again(behind[0][0], again))
            )
            return self._below_newest(item, again.level) if is_other else None
        is_below = (
            outline.newest_level == "subactivity"
            and outline.latest.get("activity") is again
            and "subactivity" in self.told_by(item)
        )
        return "subactivity" if is_below else None

    def _official_among(self, item: Item, numbered: tuple[Level, ...]) -> Sign | None:
        """The sign of an official name: on a level that the numbers tell too, if there is one."""
        agreed = [sign for level in numbered if (sign := self.official(item, level)) is not None]
        if agreed:
            best = max(agreed, key=lambda sign: sign.score)
            likely = [sign for sign in agreed if sign.score > best.score - _CLEARLY]
            return likely[0]._replace(is_doubtful=len(likely) > 1)
        official = self.official(item)
        if official is None:
            return None
        return self._called_alike(item, official) or official._replace(
            is_doubtful=len(self.told_by(item)) > 1
        )

    def _called_alike(self, item: Item, official: Sign) -> Sign | None:
        """The sign of an activity that is officially called as its program, which stands above."""
        above = self._outline.newest
        if above is None or above.level != official.level or above.level not in _WORK[:2]:
            return None
        match = match_name(above.name or "", above.level, field=self._field)
        if match is None or match.entry.code != official.code:
            return None
        below = self.official(item, BY_RANK[RANK[above.level] + 1])
        return below if below is not None and below.score >= official.score else None

    def _by_column(self, item: Item, level: Level, number: str | None) -> Sign:
        """The level of a column, unless the name is an official one of another level, and clearly.

        A name that is official on several levels leaves doubt, which a number like 1.2.1 settles.
        """
        if level in _WORK:
            other = self.official(item)
            if other and other.level != level:
                here = self.official(item, level)
                if here is None or other.score > here.score + _CLEARLY:
                    return other
                if other.score == 1 > here.score:
                    return other._replace(is_doubtful=True)
        several = level in _WORK and len(self.numbered_sort(item, number).levels) > 1
        return Sign(level, by_column=True, is_doubtful=several)

    def _below_newest(self, item: Item, level: Level) -> Level | None:
        """The level directly below the element above, where a name may be official on it, too.

        A name that was moved could be of either; what is directly below a program is an activity.
        """
        newest = self._outline.newest_level
        below = BY_RANK[RANK[newest] + 1] if newest in _WORK[:2] else None
        return below if below != level and below in self.told_by(item) else None

    def official(self, item: Item, level: Level | None = None) -> Sign | None:
        """The sign of an official name (of one level, if given), or None."""
        match = match_name(item.text, level, field=self._field)
        if match is not None and match.entry.level != "field":
            return Sign(match.entry.level, True, match.score, match.entry.code)
        if self._field == KECAMATAN:  # a name of another office's field
            for other in _WORK if level is None else (level,):
                if is_official_name(item.text, other):
                    return Sign(other, True, 1.0)
        return None

    def told_by(self, item: Item) -> tuple[Level, ...]:
        """The levels that a label word or an official name tells."""
        return self.sort(item).levels

    def numbered_sort(self, item: Item, number: str | None) -> Sort:
        """`sort`, where a name that is official on several levels bears a number such as 1.2.1."""
        sort = self.sort(item)
        if len(sort.levels) < 2 or number is None or "." not in number:
            return sort
        told = self.numbers.levels_of(number, self._outline.latest, self._outline.newest_level)
        agreed = tuple(level for level in sort.levels if level in told)
        return sort._replace(levels=agreed) if agreed else sort

    def sort(self, item: Item) -> Sort:
        """What an item is, as far as its own words and the nomenclature tell."""
        if item.kind == "element":
            return Sort("element", (item.level or "program",), item.number is not None)
        if item.kind == "pair":
            return Sort("pair", quarter=item.quarter)
        if item.kind == "figure" and is_amount(item):
            return Sort("amount")
        if item.kind == "figure":
            return Sort("figure", is_small=is_small(item) or is_nothing(item))
        if item.kind != "text":
            return Sort(item.kind)
        return _sort_of_text(item.text, item.number is not None, self._field)


def _level_of_code(code: str) -> Level | None:
    """The level that a printed code tells by its depth."""
    before = _WITH_OFFICE.fullmatch(code)
    if before is not None:
        return "activity" if before["activity"] else "program"
    return _LEVEL_OF_DEPTH.get(code.count("."))


@lru_cache(maxsize=8192)
def _sort_of_text(text: str, is_numbered: bool, field: str | None) -> Sort:
    if begins_as_measure(text):
        return Sort("measure" if names_measure(text) else "output", (), is_numbered)
    if not is_numbered and is_predicate(text):
        return Sort("word")
    levels: tuple[Level, ...] = ()
    match = match_name(text, field=field)
    if match is not None and match.entry.level != "field":
        levels = (match.entry.level,)
        if (
            match.score == 1 and field != KECAMATAN
        ):  # other fields may use the name on another level
            others = (other for other in _WORK if is_official_name(text, other))
            levels = tuple(dict.fromkeys((*levels, *others)))
    if not levels and begins_as_result(text):
        return Sort("result", (), is_numbered)
    if not levels and field == KECAMATAN:  # a name of another office's field
        levels = tuple(other for other in _WORK if is_official_name(text, other))
    is_short = not is_numbered and len(text.split()) <= 4
    return Sort("short" if is_short else "text", levels, is_numbered)


def _is_numbered_again(indicator: Item, element: DraftElement) -> bool:
    """Whether an indicator bears the number of another one of an element: *1.* behind *1.*."""
    return indicator.number is not None and any(
        row.number == indicator.number and row.name != indicator.text for row in element.rows
    )


def _outcome_of(role: Role, numbered: tuple[Level, ...]) -> Level | None:
    """The level of a result in a column of results and work (*Sasaran Program*), if it is one.

    No program is worded as a result; the number of one may be the next that a program had.
    """
    outcomes = [level for level in role.mentions if level not in _WORK]
    if len(outcomes) != 1 or any(level not in _WORK for level in numbered):
        return None
    return outcomes[0]


def _next_mentioned(role: Role, newest: Level | None) -> Level | None:
    """The level of *Tujuan/Sasaran/Program …* that comes after the newest element's."""
    for level in role.mentions:
        if newest is None or RANK[level] > RANK[newest]:
            return level
    return None
