"""The indicator rows of an element: found when printed again, begun where they are new.

The paper may have lost a row's text in one of the places that print it; then the values
show that both places print one row.
"""

from __future__ import annotations

from collections.abc import Iterable

from renaksi.interpret.drafts import DraftElement, DraftRow, folded
from renaksi.interpret.items import Item
from renaksi.interpret.numbering import ordinal_of
from renaksi.interpret.outline import Outline
from renaksi.interpret.vocabulary import UNITS
from renaksi.model import Place
from renaksi.quarter import YEAR


class Indicators:
    """The rows of all elements, by their texts."""

    def __init__(self) -> None:
        """There are none."""
        self._by_key: dict[tuple[int, str], list[DraftRow]] = {}
        self._doubles: list[DraftRow] = []  # of the same text as another, under another number

    def named(self, element: DraftElement, item: Item) -> DraftRow:
        """The row of ``element`` that this text names; one printed again is taken up again."""
        key = folded(item.text)
        alike = self._by_key.get((id(element), key), ())
        for row in alike:
            if row.number is None or item.number in (None, row.number):
                row.number = row.number or item.number
                row.places.append(item.place)
                row.is_again, row.seen = row.seen == len(element.places), len(element.places)
                return row
        last = element.rows[-1] if element.rows else None
        if last is not None and last.name is None and not last.values and not last.actuals:
            last.number, last.place = item.number, item.place
            last.places.append(item.place)
            self.rename(last, item.text)
            return last
        again = self._without_border(element, item, key)
        if again is not None:
            return again
        row = DraftRow(element, item.text, item.number, item.place)
        element.rows.append(row)
        if alike:
            self._doubles.append(row)
        self._keep(row, key)
        return row

    def let_go_of_doubles(self) -> None:
        """Take away rows that hold nothing but a text that another of the element has.

        So it is where a report heads what it says of an indicator with its name.
        """
        for row in self._doubles:
            if not (row.values or row.actuals or row.unit) and row in row.element.rows:
                row.element.rows.remove(row)

    def another(self, row: DraftRow, unit: str) -> DraftRow:
        """The other row of the same text, where an element has two: of *Laporan* and of *Desa*.

        Its text has just been taken for another printing of ``row``.
        """
        for other in self._by_key[id(row.element), row.key]:
            if other.unit is not None and other.unit.casefold() == unit.casefold():
                other.places.append(row.places.pop())
                return other
        new = DraftRow(row.element, row.name, row.number, row.places.pop())
        row.element.rows.append(new)
        self._keep(new, new.key)
        return new

    def _without_border(self, element: DraftElement, item: Item, key: str) -> DraftRow | None:
        """The row whose text took its unit in, as a border was lost: this text has it no longer.

        Or it is this text that took it in.
        """
        for row in element.rows if len(element.places) > 1 else ():
            if row.unit is not None and row.prints(item.text):
                row.places.append(item.place)
                return row
            rest = row.name[len(item.text) :] if row.name and row.unit is None else ""
            if rest.strip().casefold() in UNITS and row.key.startswith(key):
                row.unit = rest.strip()
                row.places.append(item.place)
                self.rename(row, item.text)
                return row
        return None

    def owner_without_names(
        self, outline: Outline, item: Item, here: DraftElement | None
    ) -> DraftElement | None:
        """The element of an indicator in a table that has no column for names.

        It prints the indicators of an agreement again, with their quarters; or it stands below a
        heading; or it compares with other years what the document has printed before. ``here`` is
        what stands above it. None where nothing tells it.
        """
        key = folded(item.text)
        held: list[DraftElement] = []
        for element in outline.elements:
            for row in self._by_key.get((id(element), key), ()):
                if row.values.keys() == {YEAR}:
                    return element
                held.append(element)
        newest = outline.newest
        if newest is not None and not newest.rows:
            return newest
        here = here or newest
        return here if here in held or not held else held[0]

    def rename(self, row: DraftRow, name: str) -> None:
        """The text of a row is known only now, or has become longer."""
        row.name, row.key = name, folded(name)
        self._keep(row, row.key)

    def has_unit(self, row: DraftRow) -> None:
        """A row has got its unit; where a border is lost, the next printing has both in a text."""
        if row.unit and row.key:
            self._keep(row, row.key + folded(row.unit))

    def _keep(self, row: DraftRow, key: str) -> None:
        self._by_key.setdefault((id(row.element), key), []).append(row)

    def printed_before(self, row: DraftRow) -> DraftRow | None:
        """The row of the same element with the same text, of which ``row`` is another printing."""
        for other in self._by_key.get((id(row.element), row.key), ()):
            if other is not row and other.number == row.number:
                return other
        return None

    def nameless(self, element: DraftElement, place: Place) -> DraftRow:
        """The row of an element whose indicator text the paper lost."""
        first = element.rows[0] if element.rows else None
        if first is not None and first.name is None:
            return first
        if first is not None and len(element.places) > 1 and ordinal_of(first.number) in (None, 1):
            return first
        row = DraftRow(element, None, None, place)
        if first is not None and len(element.places) > 1:
            element.rows.insert(0, row)  # it stands before the one that is numbered 2
        else:
            element.rows.append(row)
        return row


def settle_nameless(elements: Iterable[DraftElement]) -> None:
    """Put a row without text together with the row that has its values, where both are one.

    So it is where an element is printed again and only one of the places kept the text.
    """
    for element in elements:
        again = [place.line or 0 for place in element.places[1:]]
        for row in [row for row in element.rows if row.name is None] if again else ():
            same = [
                other for other in element.rows
                if (other.place.line or 0) >= again[0] and _holds(other, row)
            ]  # fmt: skip
            if len(same) == 1:
                element.rows.remove(same[0])
                element.rows[element.rows.index(row)] = same[0]


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
