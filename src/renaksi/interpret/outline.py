"""The outline that grows during the walk: every element and indicator row, each once.

Elements and rows that are printed again are recognised and taken up again, so that a
plan counts each of them once and remembers every place.
"""

from __future__ import annotations

from renaksi.interpret import findings
from renaksi.interpret.drafts import BY_RANK, RANK, DraftElement, DraftRow, Note, folded
from renaksi.interpret.items import Item
from renaksi.interpret.numbering import ordinal_of
from renaksi.model import Level, Place
from renaksi.nomenclature.names import normal_name


class Outline:
    """Elements in document order, and for each level the one that stands last on the page."""

    def __init__(self, notes: list[Note]) -> None:
        """An empty outline; findings go to ``notes``."""
        self.elements: list[DraftElement] = []
        self.latest: dict[Level, DraftElement] = {}
        self.section: DraftElement | None = None
        self._notes = notes
        self._columns: dict[tuple[Level, int], int] = {}
        self.newest: DraftElement | None = None

    # -- elements -----------------------------------------------------------------------

    def begin(
        self, level: Level, item: Item, code: str | None, table: int
    ) -> tuple[DraftElement, bool]:
        """The element that ``item`` prints, and whether it is new."""
        again = self._printed_before(level, item)
        if again is not None:
            again.places.append(item.place)
            again.code_printed = again.code_printed or code
            if again.only_heading:
                again.name, again.number, again.key = item.text, item.number, normal_name(item.text)
                again.place, again.only_heading = item.place, False
            elif again.heading is None or len(again.places) > 2:
                self._notes.append(
                    Note(findings.ROW_REPEATED, {"name": item.text}, again, place=item.place)
                )
            self._stand(again)
            return again, False
        element = DraftElement(level, item.text, item.number, item.place)
        element.code_printed = code
        element.table = table
        self._add(element)
        self._columns.setdefault((level, table), item.column)
        return element, True

    def heading(self, level: Level, item: Item, text: str, code: str | None) -> DraftElement:
        """The element that a heading names: one that stands in the document already, or a new one."""
        element = self._named(level, normal_name(item.text), None)
        if element is None:
            element = DraftElement(level, item.text, item.number, item.place)
            element.only_heading = True
            self._add(element)
        else:
            element.places.append(item.place)
            self._stand(element)
        element.heading = text
        element.heading_place = item.place
        element.code_printed = element.code_printed or code
        if level == "program":
            self.section = element
        return element

    def _add(self, element: DraftElement) -> None:
        element.order = len(self.elements)
        self.elements.append(element)
        above = BY_RANK[RANK[element.level] - 1] if RANK[element.level] else None
        element.position = self.latest.get(above) if above else None
        if element.position is None:
            element.position = self._nearest_above(element.level)
        element.section = self.section
        self._stand(element)

    def _nearest_above(self, level: Level) -> DraftElement | None:
        """The last element of any higher level: where levels are left out, the next higher counts."""
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
        key = normal_name(item.text)
        found = self._named(level, key, item.number)
        if found is None or level in ("goal", "objective", "program"):
            return found
        above = BY_RANK[RANK[level] - 1]
        here = self.latest.get(above)
        same_parent = here is None or found.position is here or found is self.latest.get(level)
        return found if same_parent and found.number == item.number else None

    def _named(self, level: Level, key: str, number: str | None) -> DraftElement | None:
        """The newest element of ``level`` with this name."""
        if not key:
            return None
        for element in reversed(self.elements):
            if element.level == level and element.key == key:
                return element
        if level != "program":
            return None
        candidates = [e for e in self.elements if e.level == "program"]
        return next((e for e in reversed(candidates) if _same_program(e.key, key)), None)

    def printed(self, text: str, number: str | None) -> DraftElement | None:
        """An element with this very name and number, of whatever level, that stands above."""
        key = normal_name(text)
        for element in reversed(self.elements):
            if element.key == key and element.number == number:
                return element
        return None

    def settle_nameless(self) -> None:
        """Put a row without text together with the row that has its values, where both are one.

        So it is where the paper lost an indicator's text in one of the places that print it.
        """
        for element in self.elements:
            again = [place.line or 0 for place in element.places[1:]]
            for row in [row for row in element.rows if row.name is None] if again else ():
                same = [
                    other for other in element.rows
                    if (other.place.line or 0) >= again[0] and _holds(other, row)
                ]  # fmt: skip
                if len(same) == 1:
                    element.rows.remove(same[0])
                    element.rows[element.rows.index(row)] = same[0]

    def usual_column(self, level: Level, table: int) -> int | None:
        """The column in which ``level`` first stood in a table."""
        return self._columns.get((level, table))

    def latest_above(self, level: Level) -> DraftElement | None:
        """The last element that stands above ``level`` on the page."""
        return self._nearest_above(level)

    @property
    def newest_level(self) -> Level | None:
        """The level of the element that began last."""
        return self.newest.level if self.newest is not None else None

    def level_by_number(self, number: str | None) -> Level:
        """The level whose numbering ``number`` continues; 1 begins the level below the newest."""
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
        return newest.level

    # -- indicator rows -----------------------------------------------------------------

    def indicator(self, element: DraftElement, item: Item) -> DraftRow:
        """The row of ``element`` that this text names; one printed again is taken up again."""
        key = folded(item.text)
        for row in element.rows:
            # Where a border was lost, the unit stands behind the text.
            if row.name is None or key not in (row.key, row.key + folded(row.unit or "")):
                continue
            if row.number is None or item.number in (None, row.number):
                row.number = row.number or item.number
                row.places.append(item.place)
                return row
        if element.rows and element.rows[-1].name is None and not element.rows[-1].values:
            row = element.rows[-1]
            row.name, row.number, row.key = item.text, item.number, key
            row.place = item.place
            row.places.append(item.place)
            return row
        row = DraftRow(element, item.text, item.number, item.place)
        element.rows.append(row)
        return row

    def printed_before(self, row: DraftRow) -> DraftRow | None:
        """The row of the same element with the same text, of which ``row`` is another printing."""
        for other in row.element.rows:
            if other is not row and other.key == row.key and other.number == row.number:
                return other
        return None

    def nameless(self, element: DraftElement, place: Place) -> DraftRow:
        """The row of an element whose indicator text the paper lost."""
        for row in element.rows:
            if row.name is None or len(element.places) > 1:
                return row
        row = DraftRow(element, None, None, place)
        element.rows.append(row)
        return row

    def awaits_indicator(self) -> bool:
        """Whether the newest element has no indicator yet."""
        return self.newest is not None and not self.newest.rows

    def numbered_owner(
        self, number: str | None, first: DraftElement | None = None
    ) -> DraftElement | None:
        """The element whose indicators ``number`` continues: ``first``, the newest, those above it."""
        here = ordinal_of(number)
        if here is None:
            return None
        above = [self.latest.get(level) for level in BY_RANK[::-1]]
        for element in dict.fromkeys([first, self.newest, *above]):
            if element is None or not element.rows:
                continue
            last = ordinal_of(element.rows[-1].number) or len(element.rows)
            if last + 1 == here:
                return element
        return None

    @property
    def unit_gap(self) -> int | None:
        """How many columns usually lie between an indicator's text and its first value."""
        gaps: dict[int, int] = {}
        for element in self.elements[-30:]:
            for row in element.rows:
                if row.unit and row.unit_place and row.name and row.place.column and row.column:
                    gap = row.column + 1 - row.place.column
                    gaps[gap] = gaps.get(gap, 0) + 1
        return max(gaps, key=lambda gap: gaps[gap]) if gaps else None


def _holds(row: DraftRow, nameless: DraftRow) -> bool:
    """Whether a row has a text, and all that a row without text holds."""
    if row.name is None or len(nameless.values) < 2:
        return False
    if nameless.unit is not None and row.unit is not None and row.unit != nameless.unit:
        return False
    return all(
        key in row.values and row.values[key].quantity.text == cell.quantity.text
        for key, cell in nameless.values.items()
    )


def _same_program(one: str, other: str) -> bool:
    """Whether two program names differ only by a tail such as *Kabupaten/Kota*."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 15 and longer.startswith(shorter)
