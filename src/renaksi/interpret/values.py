"""Units and values find their row: targets and actuals, and rupiah of the row's element.

A number beats ``-``; of two different numbers the first is kept, and a finding says so.
What a row prints in a block in which it names nothing belongs to that block's lane, or waits for
a text below it (`renaksi.interpret.early`).
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Words
from renaksi.interpret import findings
from renaksi.interpret.drafts import DraftCell, DraftRow, Note
from renaksi.interpret.early import Early, Waiting
from renaksi.interpret.header_words import LABELS, PART, SAME, Kind, Role, header_role
from renaksi.interpret.headers import Columns
from renaksi.interpret.indicators import Indicators
from renaksi.interpret.items import Item
from renaksi.interpret.lanes import Lanes
from renaksi.interpret.segments import Segment
from renaksi.interpret.vocabulary import UNITS
from renaksi.model import Place
from renaksi.patterns import pattern
from renaksi.quantity import Quantity, deciphered, in_rupiah, parse, scaled, show
from renaksi.quarter import QUARTERS

_TARGETS: Final = Role("value", kind="targets")
# A column that is too narrow, and the errors of formulas.
_HIDDEN: Final = pattern(r"#{2,}|#?(?:REF|VALUE|NAME|NULL|NUM|SPILL|CALC|DIV/0)[!?]|#N/A")
_ENDS_HIDDEN: Final = ("#", "!", "?", "A")
_PERCENT: Final = frozenset({"%", "persen", "prosen", "prosentase", "persentase"})


class Values:
    """Puts units and values into rows and keeps account of what is printed again."""

    def __init__(self, indicators: Indicators, lanes: Lanes, notes: list[Note]) -> None:
        """Findings go to ``notes``, what belongs to no row to ``left``."""
        self.left: list[tuple[str, Place]] = []
        self.said: Kind | None = None  # what the row says of its values
        self.quarter: str | None = None  # whose label stood last in the row
        self._indicators = indicators
        self._lanes = lanes
        self._notes = notes
        self.count_unowned = 0
        self._waiting = Waiting()
        self._kept = self._waiting.kept  # empty in most rows of most plans
        self._repeated: set[int] = set()
        self._conflicts: dict[int, list[str]] = {}  # by the cell that holds the first value
        self._conflicting: dict[int, dict[str, str | Words]] = {}

    def open(self, row: DraftRow, segment: Segment, columns: Columns, table: int) -> None:
        """A row begins or goes on in a segment."""
        segment.row = row
        row.table = table
        has_unit = columns.has_unit(segment.block)
        row.has_unit_column = row.has_unit_column or has_unit
        row.is_without_units = columns.has_units and not has_unit
        self._lanes.open(segment.block, row)

    def unit(self, item: Item, segment: Segment, columns: Columns, table: int) -> None:
        """A unit: of the row of its segment, else of the lane's row if it still lacks one.

        A header's word in capitals, printed again and out of line, is none.
        """
        if item.text.isupper() and _is_of_names(item.text):
            return
        row = segment.row
        if row is None and segment.element is None:
            open_row = self._lanes.row(segment.block)
            if open_row is not None and open_row.unit is None and not open_row.is_full():
                row = open_row
        row = row or self._nameless(item, segment, columns, table)
        if row is not None and row.is_again and not segment.has_values:
            if _measure_another(row.unit, item.text):
                row = self._indicators.another(row, item.text)
                self.open(row, segment, columns, table)
        if row is not None and row.unit is None:
            row.unit = item.text
            self._indicators.has_unit(row)
        elif row is None or row.unit is None or not _are_one(row.unit, item.text):
            self.left.append((item.text, item.place))

    def value(self, item: Item, role: Role, segment: Segment, columns: Columns, table: int) -> None:
        """A value: of the row of its segment, else of the lane's row."""
        if self.said == "actuals":
            role = role._replace(kind="actuals")
        row = segment.row
        if row is None or row.newest is None:
            may_be_early = self._kept or item.quarter == QUARTERS[0]
            if may_be_early and item.kind == "pair" and self._is_early(item, role, segment):
                return
            row = segment.row = row or self._row_of_value(item, segment, columns, table)
            if row is None:
                self.unowned(item, None)
                return
        segment.has_values = True
        row.unit = row.unit or role.unit
        if item.kind == "pair":
            segment.quarter = self.quarter = item.quarter
            self.put(row, item.quarter or "", item, role)
            return
        if role.key == PART:
            self.unowned(item, row)
            return
        key = self._key(role, segment)
        if key is None and not role.money:
            self._next_in_order(row, item)
            return
        if item.kind == "text":
            item = item._replace(quantity=parse(item.text))
        if role.is_assumed:
            self._assume(row, role.key or "", item)
        self.put(row, key or "year", item, role)

    def _key(self, role: Role, segment: Segment) -> str | None:
        """The cell that a figure is of, by its column or by the label before it."""
        key = segment.quarter if role.key in (None, LABELS, SAME) else role.key
        # The label of an amount's quarter may stand in another block.
        return self.quarter if key is None and role.money else key

    def _is_early(self, item: Item, role: Role, segment: Segment) -> bool:
        """Whether a quarter waits for its text; those that wait for this one's row find it."""
        row = segment.row
        if row is None and segment.element is None:
            row = self._lanes.row(segment.block)
            is_orphan = row is not None or self._lanes.waiting() is None
            if is_orphan and self._waiting.keep(segment.block, row, item, role):
                return True
        if self._kept:
            if row is not None:
                for each in self._waiting.take(segment.block, row, item):
                    self.put(row, each.item.quarter or "", each.item, each.role)
            self._settle(self._waiting.give_up(segment.block))
        return False

    def settle(self) -> None:
        """No text comes any more for the quarters that wait for one."""
        if self._kept:
            self._settle(self._waiting.give_up())

    def _settle(self, early: list[Early]) -> None:
        for above, item, role in early:
            if above is None:
                self.unowned(item, None)
                continue
            if item.quarter not in above.values:
                params = {"text": item.text}
                note = Note(findings.COLUMN_DOUBTFUL, params, above, item.quarter, item.place)
                self._notes.append(note)
            self.put(above, item.quarter or "", item, role)

    def _row_of_value(
        self, item: Item, segment: Segment, columns: Columns, table: int
    ) -> DraftRow | None:
        """The row that a value belongs to where its segment names none."""
        if segment.element is None:
            row = self._lanes.row(segment.block)
            if row is not None and (
                item.kind == "pair" or not row.values or row.expects() or self.said == "actuals"
            ):
                return row
        return self._nameless(item, segment, columns, table)

    def _nameless(
        self, item: Item, segment: Segment, columns: Columns, table: int
    ) -> DraftRow | None:
        """The row of an element whose indicator text the paper lost."""
        owner = segment.element or self._lanes.owner(segment.block) or self._lanes.waiting()
        if owner is None:
            return None
        if segment.element is not None:
            row = self._indicators.nameless(owner, item.place)
        else:
            row = DraftRow(owner, None, None, item.place)
            owner.rows.append(row)
        self.open(row, segment, columns, table)
        return row

    def _next_in_order(self, row: DraftRow, figure: Item) -> None:
        """A figure that lost its quarter label in a stacked table continues the sequence."""
        quarter = row.expects() if row.newest is not None else None
        if quarter is None:
            self.unowned(figure, row)
            return
        self.put(row, quarter, figure)
        self._assume(row, quarter, figure)

    def _assume(self, row: DraftRow, quarter: str, figure: Item) -> None:
        params = {"text": figure.text} | findings.quarter_param(quarter)
        self._notes.append(Note(findings.QUARTER_ASSUMED, params, row, quarter, figure.place))

    def put(self, row: DraftRow, key: str, item: Item, role: Role = _TARGETS) -> None:
        """Give one value to a row, or to its element where it is rupiah."""
        quantity = item.quantity or (parse(item.text) if item.kind != "pair" else None)
        cells = row.values
        if role.money or role.kind == "actuals":
            cells = _other_cells(row, role)
        if cells is row.values and key in QUARTERS:
            row.newest = key
            row.column = item.column
        if quantity is not None and quantity.state == "text":
            quantity = self._in_words(quantity, row, key, item, role)
        elif quantity is not None and role.money:
            quantity = _of_money(quantity, role)
        if quantity is None or quantity.state == "missing":
            return
        held = cells.get(key)
        if held is None:
            cells[key] = DraftCell(quantity, item.place)
            return
        if held.quantity.state == "not_scheduled" and quantity.state != "not_scheduled":
            cells[key] = DraftCell(quantity, item.place)
        elif quantity.state != "not_scheduled" and _differ(held.quantity, quantity):
            self._conflict(row, key, item, held, role)
            return
        if id(row) not in self._repeated:
            self._repeated.add(id(row))
            params = {"name": row.name or row.element.name or ""}
            self._notes.append(Note(findings.VALUES_REPEATED, params, row, None, item.place))

    def _in_words(
        self, quantity: Quantity, row: DraftRow, key: str, item: Item, role: Role
    ) -> Quantity | None:
        """A value that is no plain figure; None where it is none at all."""
        text = quantity.text or ""
        if text.endswith(_ENDS_HIDDEN) and _HIDDEN.fullmatch(text):
            params = _told_of(row, key, role) | {"text": text}
            about = row.element if role.money else row
            self._notes.append(Note(findings.VALUE_HIDDEN, params, about, key, item.place))
            if not role.money:
                _other_cells(row, role).setdefault(key, DraftCell(parse(""), item.place))
            return None
        if role.money and not any(map(str.isdigit, text)):
            self.left.append((item.text, item.place))  # a word is no amount
            return None
        return self._deciphered(quantity, row, key, item)

    def _deciphered(self, quantity: Quantity, row: DraftRow, key: str, item: Item) -> Quantity:
        """A value in words, as a figure where letters stand in it for digits (*5O%*)."""
        found = deciphered(quantity.text or "")
        if found is None or found.value is None:
            return quantity
        params = {"text": quantity.text or "", "value": show(found.value)}
        self._notes.append(Note(findings.FIGURE_MISREAD, params, row, key, item.place))
        return found

    def give_all(self, row: DraftRow, again: DraftRow) -> None:
        """Give a row the values that another printing of it has."""
        for key, cell in again.values.items():
            row.values.setdefault(key, cell)
        row.newest, row.column = again.newest, again.column

    def _conflict(self, row: DraftRow, key: str, item: Item, held: DraftCell, role: Role) -> None:
        """Two values for one cell; where a third follows, the finding names it as well."""
        other = item.quantity.text or "" if item.quantity else item.text
        told = self._conflicts.get(id(held))
        if told is not None:
            if other not in told:
                told.append(other)
                self._conflicting[id(held)]["other"] = "; ".join(told)
            return
        params = _told_of(row, key, role) | {"kept": held.quantity.text or "", "other": other}
        self._conflicts[id(held)], self._conflicting[id(held)] = [other], params
        about = row.element if role.money else row
        self._notes.append(Note(findings.VALUES_CONFLICT, params, about, key, item.place))

    def unowned(self, item: Item, row: DraftRow | None) -> None:
        """A value whose indicator or quarter cannot be told."""
        self.count_unowned += 1
        text = item.text
        if item.kind == "pair" and item.quantity is not None:
            text = f"{item.text} {item.quantity.text or ''}".strip()
        self._notes.append(Note(findings.VALUE_UNOWNED, {"text": text}, row, None, item.place))


def _told_of(row: DraftRow, key: str, role: Role) -> dict[str, str | Words]:
    """What a finding says of a value: of which quarter and name, and what it is."""
    name = None if role.money else row.name
    params: dict[str, str | Words] = {
        "name": name or row.element.name or "",
        "what": findings.kind_of_value(role.kind == "actuals", bool(role.money)),
    }
    return params | findings.quarter_param(key)


def _of_money(quantity: Quantity, role: Role) -> Quantity:
    """An amount in rupiah, where it or its column says that it is in thousands or millions."""
    if quantity.unit is not None:
        return in_rupiah(quantity)
    return scaled(quantity, role.scale) if role.scale else quantity


def _is_of_names(text: str) -> bool:
    """Whether a text is a header's word for names and no unit: *SUB KEGIATAN*."""
    role = header_role(text)
    return role is not None and role.field == "name" and text.casefold() not in UNITS


def _other_cells(row: DraftRow, role: Role) -> dict[str, DraftCell]:
    """Where values go that are no targets."""
    if role.money:
        return row.element.spending if role.kind == "actuals" else row.element.budget
    return row.actuals if role.kind == "actuals" else row.values


def _are_one(unit: str, other: str) -> bool:
    """Whether two units are one; ``%`` is *persen*."""
    both = {unit.casefold(), other.casefold()}
    return len(both) == 1 or both <= _PERCENT


def _measure_another(unit: str | None, other: str) -> bool:
    """Whether two units, both known, count two different things; ``%`` is *persen*."""
    both = {unit.casefold() if unit else "", other.casefold()}
    return len(both) == 2 and both <= UNITS and not both <= _PERCENT


def _differ(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.state) != (other.value, other.state) or (
        one.state == "text" and one.text != other.text
    )
