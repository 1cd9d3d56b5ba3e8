"""The outline that grows during the walk: every element, each once.

Elements that are printed again are recognised and taken up again, so that a plan counts
each of them once and remembers every place. The rows of an element are found by
`renaksi.interpret.indicators`.
"""

from __future__ import annotations

from renaksi.interpret.drafts import BY_RANK, RANK, DraftElement, Note, key_of
from renaksi.interpret.findings import ROW_REPEATED, level_param
from renaksi.interpret.items import Item
from renaksi.interpret.numbering import ordinal_of
from renaksi.model import Level
from renaksi.nomenclature.names import labelled_level, normal_name
from renaksi.nomenclature.resolver import match_name
from renaksi.readers.wrapped import is_open_ended

_SHORTEST_BEGINNING = 15  # letters that two names of one program have in common at least
_SHORTEST_NUMBERED = 8  # where their numbers agree as well

_LEAST_VERB = 6  # letters that the forms of a verb share
_MOST_PROGRAMS = 100  # of those above, in which a heading's row is sought


class Outline:
    """Elements in document order, and for each level the one that stands last on the page."""

    def __init__(self, notes: list[Note]) -> None:
        """An empty outline; findings go to ``notes``."""
        self.elements: list[DraftElement] = []
        self.latest: dict[Level, DraftElement] = {}
        self.newest: DraftElement | None = None
        self.section: DraftElement | None = None
        self._notes = notes
        self._by_key: dict[str, list[DraftElement]] = {}
        self._programs: list[DraftElement] = []
        self._columns: dict[tuple[Level, int], int] = {}
        self._has_subactivities = False

    def begin(
        self, level: Level, item: Item, code: str | None, table: int
    ) -> tuple[DraftElement, bool]:
        """The element that ``item`` prints, and whether it is new."""
        self._look_above(level, item)
        again = self._printed_before(level, item)
        if again is None:
            element = DraftElement(level, item.text, item.number, item.place)
            element.code_printed = code
            element.table = table
            self._add(element)
            self._columns.setdefault((level, table), item.column)
            return element, True
        again.places.append(item.place)
        again.code_printed = again.code_printed or code
        if again.only_heading:
            self.rename(again, item.text)
            again.number = item.number
            again.place, again.only_heading = item.place, False
        elif again.heading is None or len(again.places) > 2:
            self._notes.append(Note(ROW_REPEATED, {"name": item.text}, again, place=item.place))
        self._stand(again)
        return again, False

    def heading(self, level: Level, item: Item, text: str, code: str | None) -> DraftElement:
        """The element that a heading names: one of the document already, or a new one."""
        element = self._named(level, key_of(level, item.text)) or self._nearly_named(level, item)
        if element is None and level == "program":
            element = self._called_otherwise(item) or self._headed_by(item)
        if element is None:
            element = DraftElement(level, item.text, item.number, item.place)
            element.only_heading = True
            self._add(element)
        else:
            element.places.append(item.place)
            self._stand(element)
            if _is_cut_off(element.name or "", item.text):
                self.rename(element, item.text)
        element.heading = text
        element.heading_place = item.place
        element.code_printed = element.code_printed or code
        if level == "program":
            self.section = element
        return element

    def rename(self, element: DraftElement, name: str) -> None:
        """The name of an element is another, or has become longer."""
        self._by_key.get(element.key, [element]).remove(element)
        element.name, element.key = name, key_of(element.level, name)
        self._by_key.setdefault(element.key, []).append(element)

    def _add(self, element: DraftElement) -> None:
        element.order = len(self.elements)
        self.elements.append(element)
        self._by_key.setdefault(element.key, []).append(element)
        if element.level == "program":
            self._programs.append(element)
        elif element.level == "subactivity":
            self._has_subactivities = True
        element.position = self.latest_above(element.level)
        element.section = self.section
        self._stand(element)

    def let_go(self) -> None:
        """Part the drafts, which hold each other, so that they go without the garbage collector."""
        for element in self.elements:
            element.rows = []
            element.section = element.position = element.beside = element.parent = None

    def latest_above(self, level: Level) -> DraftElement | None:
        """The element that stands above ``level`` on the page; if levels are left out, the next."""
        for rank in range(RANK[level] - 1, -1, -1):
            found = self.latest.get(BY_RANK[rank])
            if found is not None:
                return found
        return None

    def _stand(self, element: DraftElement) -> None:
        """``element`` is now the last of its level; what stood below its predecessor is over."""
        self.newest = element
        if self.latest.get(element.level) is element:
            return
        self.latest[element.level] = element
        for rank in range(RANK[element.level] + 1, 5):
            self.latest.pop(BY_RANK[rank], None)

    def _printed_before(self, level: Level, item: Item) -> DraftElement | None:
        """The same element printed earlier, if this is it again."""
        found = self._named(level, key_of(level, item.text))
        if level in ("goal", "objective"):
            return found or self._nearly_named(level, item)
        if level == "program":
            return found or self._headed_otherwise(item)
        if found is None:
            return None
        here = self.latest.get(BY_RANK[RANK[level] - 1])
        same_parent = here is None or found.position is here or found is self.latest.get(level)
        return found if same_parent and found.number == item.number else None

    def _named(self, level: Level, key: str) -> DraftElement | None:
        """The newest element of ``level`` with this name."""
        for element in reversed(self._by_key.get(key, ()) if key else ()):
            if element.level == level:
                return element
        return None

    def _nearly_named(self, level: Level, item: Item) -> DraftElement | None:
        """The goal or objective of this number whose name differs in the form of its first word.

        *Meningkatkan kualitas …* is *Meningkatnya kualitas …*.
        """
        if level not in ("goal", "objective") or item.number is None:
            return None
        first, _, rest = key_of(level, item.text).partition(" ")
        for element in self.elements if rest else ():
            if element.level == level and ordinal_of(element.number) == ordinal_of(item.number):
                other, _, others = element.key.partition(" ")
                if others == rest and first[:_LEAST_VERB] == other[:_LEAST_VERB]:
                    return element
        return None

    def _headed_otherwise(self, item: Item) -> DraftElement | None:
        """The program of the section, if nothing but its heading has named it, in other words."""
        section = self.section
        if section is None or not section.only_heading or section is not self.newest:
            return None
        return section if _are_one(section.name or "", item.text) else None

    def _called_otherwise(self, item: Item) -> DraftElement | None:
        """The program whose row says more or less than its heading, which is ``item``.

        Numbers (A is the first) or the nomenclature must agree; a heading without a number
        can only mean the last program.
        """
        here = ordinal_of(item.number)
        first = max(len(self._programs) - _MOST_PROGRAMS, 0)
        for place in range(len(self._programs), first, -1):
            program = self._programs[place - 1]
            by_number = here in (place, ordinal_of(program.number))
            least = _SHORTEST_NUMBERED if by_number else _SHORTEST_BEGINNING
            if program.heading is None and _are_one(program.name or "", item.text, least):
                by_place = here is None and program is self._programs[-1]
                if by_number or by_place or _official(program.name) == _official(item.text) != "":
                    return program
        return None

    def _look_above(self, level: Level, item: Item) -> None:
        """Make a name without a label a program where the activity called as it stands below.

        It was taken for an activity, whose official name is the same.
        """
        above = self.newest
        if level != "activity" or above is None or above.level != "activity" or above.rows == []:
            return
        if above.number == item.number or above.key != normal_name(item.text):
            return
        if labelled_level(item.text) != "activity" or labelled_level(above.name or "") is not None:
            return
        self._become_program(above)
        self._stand(above)
        for note in self._notes:
            if note.element is above and "level" in note.params:
                note.params = {**note.params, **level_param("program")}

    def _become_program(self, element: DraftElement) -> None:
        """An element that was taken for another level is a program."""
        self.latest.pop(element.level)
        element.level = "program"
        element.position = self.latest_above("program")
        self._programs.append(element)

    def _headed_by(self, item: Item) -> DraftElement | None:
        """The row without label word above a program's heading, which says what its name is.

        The names of a program and of its only activity may be one.
        """
        element = self.newest
        if element is None or element.key != normal_name(item.text):
            return None
        if element.level == "program" or labelled_level(element.name or "") is not None:
            return None
        self._become_program(element)
        return element

    def printed(self, text: str, number: str | None) -> DraftElement | None:
        """An element with this very name and number, of whatever level, that stands above."""
        for element in reversed(self._by_key.get(normal_name(text), ())):
            if element.number == number:
                return element
        return None

    def usual_column(self, level: Level, table: int) -> int | None:
        """The column in which ``level`` first stood in a table."""
        return self._columns.get((level, table))

    @property
    def newest_level(self) -> Level | None:
        """The level of the element that began last."""
        return self.newest.level if self.newest is not None else None

    def level_by_number(self, number: str | None) -> Level:
        """The level whose numbering ``number`` continues; 1 begins the level below the newest.

        Without a number, what follows an activity stands below it as others did.
        """
        newest = self.newest
        if newest is None:
            return "goal"
        here = ordinal_of(number)
        for rank in range(RANK[newest.level], 1, -1):
            last = self.latest.get(BY_RANK[rank])
            if here is not None and last is not None and ordinal_of(last.number) == here - 1:
                return BY_RANK[rank]
        if here == 1 and newest.level != "subactivity":
            return BY_RANK[RANK[newest.level] + 1]
        if number is None and newest.level == "activity" and self._has_subactivities:
            return "subactivity"
        return newest.level

    def awaits_indicator(self) -> bool:
        """Whether the newest element has no indicator yet."""
        return self.newest is not None and not self.newest.rows

    def numbered_owner(self, number: str | None) -> DraftElement | None:
        """The element whose indicators ``number`` continues: the newest, or one above it."""
        here = ordinal_of(number)
        if here is None:
            return None
        above = [self.latest.get(level) for level in reversed(BY_RANK)]
        for element in dict.fromkeys([self.newest, *above]):
            if element is not None and element.rows:
                last = ordinal_of(element.rows[-1].number) or len(element.rows)
                if last + 1 == here:
                    return element
        return None


def _are_one(one: str, other: str, least: int = _SHORTEST_BEGINNING) -> bool:
    """Whether one of two names begins with the other: *… Daerah* and *… Daerah Kab/Kota*.

    A name of no more than ``least`` letters is the beginning of another where something must
    follow it: *Pembinaan dan*.
    """
    shorter, longer = sorted((one, other), key=lambda name: len(normal_name(name)))
    begins = normal_name(longer).startswith(normal_name(shorter))
    return begins and (len(normal_name(shorter)) > least or is_open_ended(shorter))


def _is_cut_off(name: str, heading: str) -> bool:
    """Whether the row of an element was cut off: its heading has a whole or an official name."""
    if is_open_ended(heading) or len(name) >= len(heading):
        return False
    return is_open_ended(name) or (_official(heading) != "" == _official(name))


def _official(name: str | None) -> str:
    """The official name that a program's name means, empty where there is none."""
    match = match_name(name or "", "program")
    return match.entry.name if match is not None else ""
