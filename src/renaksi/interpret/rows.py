"""One row of a table becomes elements, indicators, units and values.

Where every item stands in a column made for it, the header is believed word for word;
else `renaksi.interpret.alignment` says where the items belong. What belongs to a block of
columns in which the row names nothing goes to that block's lane.
"""

from __future__ import annotations

from typing import NamedTuple

from renaksi.interpret import findings
from renaksi.interpret.alignment import Spot, aligned
from renaksi.interpret.drafts import RANK, DraftElement, DraftRow, Note, folded
from renaksi.interpret.fitting import fits, is_number
from renaksi.interpret.header_words import LABELS, SAME, Role
from renaksi.interpret.headers import Columns
from renaksi.interpret.items import Item
from renaksi.interpret.lanes import Lanes
from renaksi.interpret.levels import Levels, Sign
from renaksi.interpret.numbering import ordinal_of
from renaksi.interpret.outline import Outline
from renaksi.interpret.values import Values
from renaksi.interpret.vocabulary import begins_as_measure, begins_as_result
from renaksi.model import Level, Place
from renaksi.nomenclature.names import normal_name
from renaksi.quantity import parse
from renaksi.readers.document import Row

_NOT_NEXT = 1.5  # the only quarters of a row are said to be another lane's than the one that waits


class Placed(NamedTuple):
    """An item and the column that it belongs to, with its role; None where it belongs nowhere."""

    item: Item
    role: Role | None
    column: int


Drafted = DraftElement | DraftRow


class Segment:
    """What a row prints in one block: the element and row begun there, and the quarter last named."""

    __slots__ = ("block", "element", "has_values", "quarter", "row")

    def __init__(self, block: int) -> None:
        """Nothing is begun."""
        self.block = block
        self.element: DraftElement | None = None
        self.row: DraftRow | None = None
        self.quarter: str | None = None
        self.has_values = False


class RowReader:
    """Reads the rows of tables in order into an outline."""

    def __init__(self, outline: Outline, levels: Levels, notes: list[Note]) -> None:
        """Everything that is found goes to ``outline`` and ``notes``."""
        self.outline = outline
        self.lanes = Lanes()
        self.left: list[tuple[str, Place]] = []
        self.remarks: list[tuple[str, Place]] = []
        self.code: str | None = None
        self._levels = levels
        self._values = Values(notes)
        self._notes = notes
        self._columns = Columns({})
        self._table = 0
        self._number: str | None = None
        self._count = 0  # the number that the column of numbers held last
        self._is_counted = False
        self._texts: dict[int, tuple[int, Drafted]] = {}
        self.last_line = 0  # the line of the row before, footers left out

    def read(self, row: Row, items: list[Item], columns: Columns, table: int) -> None:
        """One row whose items are given."""
        if columns != self._columns:
            if columns.blocks != self._columns.blocks:
                self.lanes.refit(columns.blocks)
            self._columns = columns
        self._table = table
        items = self._without_number(items)
        items = [item for item in items if not self._goes_on(item, items)]
        placed, doubtful = self._placed(items)
        segment: Segment | None = None
        names = [n for n, each in enumerate(placed) if each.role and each.role.field == "name"]
        total = next((each for each in placed if _is_total(each.item.text)), None)
        for n, (item, role, column) in enumerate(placed):
            if role is None:
                self._leave(item)
                continue
            if total is not None and role.field in ("name", "value"):
                self.remarks.append((item.text, item.place))
                continue
            if segment is None or segment.block != role.block:
                self._finish(segment)
                segment = Segment(role.block)
            if role.field == "name":
                alone = all(
                    each.role is None or each.role.block != role.block or each.role.field == "note"
                    for each in placed[n + 1 :]
                )
                self._name(item, role, column, segment, is_deepest=n == names[-1], is_alone=alone)
            elif role.field == "indicator":
                behind = next((placed[m].item for m in names if m > n), None)
                self._indicator(item, column, segment, behind)
            else:
                self._other(item, role, segment)
            if n in doubtful:
                self._doubt(item, segment)
        self._finish(segment)
        self._number = None

    # -- where the items belong -----------------------------------------------------------

    def _placed(self, items: list[Item]) -> tuple[list[Placed], tuple[int, ...]]:
        """Each item with the role of the column that it belongs to, and which are doubtful."""
        columns = self._columns
        if fits(items, columns):
            placed = [Placed(item, columns.roles[item.column], item.column) for item in items]
            if self._goes_on_well(placed):
                return placed, ()
        items = self._with_its_own_units(items)
        spots = tuple(self._spots(items))
        found = aligned(columns.slots, spots)
        placed = []
        for item, slot in zip(items, found.slots, strict=True):
            column, role = (-1, None) if slot is None else columns.slots[slot]
            placed.append(Placed(item, role, column))
        return placed, found.doubtful

    def _goes_on_well(self, placed: list[Placed]) -> bool:
        """Whether what opens no element in its block goes on with the block's lane."""
        block = -1
        items = [each.item for each in placed]
        for n, (item, role, _) in enumerate(placed):
            if role is None or role.block == block or role.field in ("note", "number", "code"):
                continue
            block = role.block
            if role.field == "name":
                if self._is_next_row(item, items):
                    return False
                continue
            if item.kind == "pair":
                group = _group_from(items, n)
                if self.lanes.cost_of_values(block, group) > 0:
                    return False
            elif role.field == "indicator" and self.lanes.cost_of_indicator(block, item) > 0:
                return False
        return True

    def _spots(self, items: list[Item]) -> list[Spot]:
        """The items as the alignment weighs them."""
        lanes, blocks = self.lanes, range(self._columns.blocks)
        homes = tuple(lanes.home(block) for block in blocks)
        quarters = sum(1 for item in items if item.kind == "pair")
        found = []
        before: Item | None = None
        for n, item in enumerate(items):
            sort = self._levels.sort(item)
            hints: tuple[float, ...] = ()
            if item.kind == "pair":
                group = _group_from(items, n)
                hints = tuple(lanes.cost_of_values(block, group) for block in blocks)
                if len(group) == quarters and 0 in hints:
                    hints = tuple(max(hint, _NOT_NEXT) if hint else 0.0 for hint in hints)
            elif item.kind == "unit":
                hints = tuple(lanes.cost_of_unit(block) for block in blocks)
            elif item.kind == "text" and not sort.levels:
                hints = tuple(lanes.cost_of_indicator(block, item) for block in blocks)
            goes_on = before is not None and _is_next(before, item)
            is_next_row = before is None and not sort.levels and self._is_next_row(item, items)
            here = homes if item.kind == "pair" else ()
            found.append(Spot(sort, item.column, hints, goes_on, here, is_next_row))
            if item.kind == "text":
                before = item
        return found

    def _is_next_row(self, item: Item, items: list[Item]) -> bool:
        """Whether a text may be the next indicator of an element that stands in a lane.

        A unit or value follows it, and it is numbered as that element's indicators are.
        """
        if item.kind != "text" or item.number in (None, "1") or not begins_as_measure(item.text):
            return False
        behind = next((other for other in items if other.column > item.column), None)
        if behind is None or behind.kind in ("text", "element"):
            return False
        return any(
            self.lanes.is_numbered_like(block, item)
            and self.lanes.cost_of_indicator(block, item) == 0
            for block in range(self._columns.blocks)
        )

    def _with_its_own_units(self, items: list[Item]) -> list[Item]:
        """The items, with a unit that was cut from a text put back where the table has no units."""
        if any(role.field == "unit" for _, role in self._columns.slots):
            return items
        kept: list[Item] = []
        for item in items:
            last = kept[-1] if kept else None
            if (item.kind == "unit" and item.fused and last is not None and last.kind == "text"
                    and last.column == item.column):  # fmt: skip
                kept[-1] = last._replace(text=f"{last.text} {item.text}")
            else:
                kept.append(item)
        return kept

    def _without_number(self, items: list[Item]) -> list[Item]:
        """Take the cell of a *No* column away: it is the number of what stands behind it."""
        first = items[0]
        role = self._columns.role(first.column)
        field = role.field if role is not None else None
        if first.fused and field == "number" and first.number is not None and len(items) > 1:
            self._number = first.number
            return [first._replace(number=None), *items[1:]]
        if len(items) == 1 or first.kind not in ("figure", "text") or first.number is not None:
            return items
        if (
            field in ("number", None)
            and (first.column == 0 or field == "number")
            and items[1].kind in ("element", "text", "code")
            and is_number(first.text)
        ):
            self._number = first.text.strip("().")
            return items[1:]
        return items

    # -- texts ----------------------------------------------------------------------------

    def _goes_on(self, item: Item, items: list[Item]) -> bool:
        """Join a text to the one above it in its column, if it is the rest of it, which wrapped.

        It has no number, stands directly below, and either begins in the middle of a
        sentence or stands beside quarters that go on where the row above began.
        """
        above = self._texts.get(item.column)
        if item.number is not None or above is None or not self._may_go_on(item):
            return False
        line, draft = above
        if line != self.last_line or draft.name is None or self._number is not None:
            return False
        if items[0].kind == "code":
            return False
        behind = next((other for other in items if other.column > item.column), None)
        begins_row = behind is not None and (
            behind.kind in ("unit", "figure") or behind.quarter == "q1"
        )
        continues = behind is not None and behind.kind == "pair" and behind.quarter != "q1"
        if not (item.text[0].islower() or item.text[0] in "(/-") or begins_row:
            if not continues or draft.number is None:
                return False
        draft.name = f"{draft.name} {item.text}"
        draft.key = (normal_name if isinstance(draft, DraftElement) else folded)(draft.name)
        self._texts[item.column] = (item.place.line or line, draft)
        if isinstance(draft, DraftRow):
            self._merge_again(draft, item.column)
        return True

    def _merge_again(self, row: DraftRow, column: int) -> None:
        """A row whose text is complete only now may be one that is printed again."""
        first = self.outline.printed_before(row)
        if first is None:
            return
        row.element.rows.remove(row)
        first.places.append(row.place)
        self._values.give_all(first, row)
        self.lanes.replace(row, first)
        self._texts[column] = (self._texts[column][0], first)

    def _remember_text(self, item: Item, draft: Drafted, column: int) -> None:
        """A text may go on in the next line: in its column, or in the one that it was moved from."""
        line = item.place.line or 0
        self._texts[item.column] = (line, draft)
        if self._texts.get(column, (0,))[0] != line:
            self._texts[column] = (line, draft)

    def _may_go_on(self, item: Item) -> bool:
        """Whether an item can be words of a text: small letters that would be a unit or a label word."""
        if item.kind in ("unit", "element") and item.text[0].islower():
            role = self._columns.role(item.column)
            return role is None or role.field in ("name", "indicator")
        return item.kind == "text"

    def _name(
        self, item: Item, role: Role, column: int, segment: Segment, *, is_deepest: bool,
        is_alone: bool,
    ) -> None:
        """The name of an element."""
        if item.kind == "code":
            self.code = item.text
            return
        number = item.number
        self._is_counted = False
        if number is None and is_deepest:
            number, self._number = self._number, None
            here = ordinal_of(number)
            self._is_counted = here is not None and here == self._count + 1
            self._count = here or self._count
        if item.kind == "element" and item.level is not None:
            self._begin(item._replace(number=number), column, item.level, None, segment)
            return
        if is_alone and self._is_remark(item, number, role):
            self.remarks.append((item.text, item.place))
            return
        sign = self._levels.of_name(item, role, number or self._number, self.code)
        self._begin(item._replace(number=number), column, sign.level, sign, segment)

    def _is_remark(self, item: Item, number: str | None, role: Role) -> bool:
        """Whether a lone text names nothing: no number, code, level or wording says so."""
        if number is not None or self._number is not None or self.code is not None:
            return False
        if role.level is not None and self._columns.role(item.column) == role:
            return False
        return not begins_as_result(item.text) and self._levels.official(item) is None

    def _begin(
        self, item: Item, column: int, level: Level, sign: Sign | None, segment: Segment
    ) -> None:
        """An element begins; a repeated one is taken up again."""
        code, self.code = self.code, None
        element, is_new = self.outline.begin(level, item, code, self._table)
        self._levels.numbers.learn(item.number, level)
        if is_new:
            if sign is not None:
                self._note_level(element, sign, item.place)
            self._note_column(element, item)
            element.is_counted = self._is_counted
            element.is_sure = sign is None or sign.by_column or sign.is_official
            if segment.element is not None and RANK[segment.element.level] + 1 == RANK[level]:
                element.beside = segment.element
        self._remember_text(item, element, column)
        self.lanes.begin(segment.block, element)
        segment.element, segment.row = element, None

    def _indicator(
        self, item: Item, column: int, segment: Segment, behind: Item | None
    ) -> None:
        """An indicator's text: of the element before it in its block, or of the block's lane."""
        if self._number is not None and item.number is None:
            item, self._number = item._replace(number=self._number), None
        if segment.row is not None and segment.row.name is not None:
            owner = segment.row.element
            if not segment.has_values:
                self._note_fused(segment.row)
        else:
            owner = segment.element or self._owner(item, segment.block, behind)
        if owner is None:
            self._leave(item)
            return
        segment.row = self.outline.indicator(owner, item)
        segment.has_values = False
        segment.row.table = self._table
        self.lanes.open(segment.block, segment.row)
        self._remember_text(item, segment.row, column)

    def _owner(self, item: Item, block: int, behind: Item | None) -> DraftElement | None:
        """The element of an indicator that is printed in a row without it.

        What stands in its block; else what stands above the element to its right; else what
        waits for an indicator or goes on with its numbers.
        """
        owner = self.lanes.owner(block)
        if owner is not None:
            return owner
        if behind is not None and behind.level is not None:
            above = self.outline.latest_above(behind.level)
            if above is not None:
                return above
        if self.outline.awaits_indicator():
            return self.outline.newest
        return self.outline.numbered_owner(item.number) or self.outline.newest

    # -- units and values -----------------------------------------------------------------

    def _other(self, item: Item, role: Role, segment: Segment) -> None:
        """A unit, a value, a code, a number or a note."""
        if item.kind == "code":
            self.code = item.text
        elif role.field == "unit":
            self._unit(item, segment)
        elif role.field == "value":
            self._value(item, role, segment)
        elif role.field == "number":
            self._number = item.text.strip("().")
        else:
            self.remarks.append((item.text, item.place))

    def _unit(self, item: Item, segment: Segment) -> None:
        """A unit: of the row of its segment, else of the lane's row if it still lacks one."""
        row = segment.row
        if row is None and segment.element is None:
            open_row = self.lanes.row(segment.block)
            if open_row is not None and open_row.unit is None and not open_row.is_full():
                row = open_row
        if row is None:
            row = self._nameless(item, segment)
        if row is None:
            self._leave(item)
        elif row.unit is None:
            row.unit, row.unit_place = item.text, item.place
        elif row.unit.casefold() != item.text.casefold():
            self._leave(item)

    def _value(self, item: Item, role: Role, segment: Segment) -> None:
        """A value: of the row of its segment, else of the lane's row."""
        row = segment.row or self._row_of_value(item, segment)
        if row is None:
            self._values.unowned(item)
            return
        segment.row = row
        segment.has_values = True
        if role.unit is not None and row.unit is None:
            row.unit = role.unit
        if item.kind == "pair":
            segment.quarter = item.quarter
            self._values.put(row, item.quarter or "", item, role)
            return
        key = segment.quarter if role.key in (None, LABELS, SAME) else role.key
        if key is None:
            self._next_in_order(row, item)
            return
        if item.kind == "text":
            item = item._replace(quantity=parse(item.text))
        self._values.put(row, key, item, role)

    def _row_of_value(self, item: Item, segment: Segment) -> DraftRow | None:
        """The row that a value belongs to where its segment names none."""
        if segment.element is None:
            row = self.lanes.row(segment.block)
            if row is not None and (item.kind == "pair" or not row.values or row.expects()):
                return row
        return self._nameless(item, segment)

    def _nameless(self, item: Item, segment: Segment) -> DraftRow | None:
        """The row of an element whose indicator text the paper lost."""
        owner = segment.element or self.lanes.owner(segment.block)
        if owner is None:
            return None
        if segment.element is not None:
            segment.row = self.outline.nameless(owner, item.place)
        else:
            segment.row = DraftRow(owner, None, None, item.place)
            owner.rows.append(segment.row)
        segment.row.table = self._table
        self.lanes.open(segment.block, segment.row)
        return segment.row

    def _next_in_order(self, row: DraftRow, figure: Item) -> None:
        """A figure that lost its quarter label in a stacked table continues the sequence."""
        quarter = row.expects() if row.newest is not None else None
        if quarter is None:
            self._values.unowned(figure, row)
            return
        self._values.put(row, quarter, figure)
        params = {"text": figure.text} | findings.quarter_param(quarter)
        self._notes.append(
            Note(findings.QUARTER_ASSUMED, params, row.element, row, quarter, figure.place)
        )

    def _finish(self, segment: Segment | None) -> None:
        """A segment ends."""
        if segment is None or segment.row is None:
            return
        if not segment.has_values and not segment.row.values:
            segment.row.valueless = not self._columns.holds_values(segment.block)

    # -- findings -------------------------------------------------------------------------

    def _leave(self, item: Item) -> None:
        self.left.append((item.text, item.place))

    def _note_level(self, element: DraftElement, sign: Sign, place: Place) -> None:
        """Say how the level of an element without label word was told."""
        if sign.is_doubtful or not (sign.by_column or sign.is_official):
            rule, cell = findings.LEVEL_PLACE, "level"
        elif element.level in ("goal", "objective") or sign.by_column:
            return
        else:
            rule, cell = findings.LEVEL_OFFICIAL, None
        params = {"name": element.name or "", "code": sign.code or ""}
        params |= findings.level_param(element.level)
        self._notes.append(Note(rule, params, element, None, cell, place))

    def _note_column(self, element: DraftElement, item: Item) -> None:
        """Say where a labelled element stands in a column that speaks of another level."""
        role = self._columns.role(item.column)
        usual = self.outline.usual_column(element.level, self._table)
        elsewhere = usual is not None and usual != item.column
        wrong = role is not None and role.level not in (None, element.level)
        if (elsewhere or wrong) and element.level == "subactivity":
            params = {"name": element.name or ""} | findings.level_param(element.level)
            self._notes.append(Note(findings.OTHER_COLUMN, params, element, place=item.place))

    def _note_fused(self, row: DraftRow) -> None:
        """Two indicator texts stand in one row: the values belong to the last."""
        params = {"name": row.name or ""}
        self._notes.append(Note(findings.TEXTS_FUSED, params, row.element, row, place=row.place))

    def _doubt(self, item: Item, segment: Segment) -> None:
        """Say that an item could as well belong elsewhere in its row."""
        params = {"text": item.text}
        element = segment.row.element if segment.row is not None else segment.element
        if element is not None:
            is_name = segment.row is None
            cell = "level" if is_name else None
            self._notes.append(
                Note(findings.COLUMN_DOUBTFUL, params, element, segment.row, cell, item.place)
            )


def _group_from(items: list[Item], n: int) -> list[Item]:
    """The pairs that go on from the one at ``n``: their quarters rise, side by side."""
    group = [items[n]]
    for item in items[n + 1 :]:
        last = group[-1]
        rises = item.kind == "pair" and (last.quarter or "") < (item.quarter or "")
        if not rises or item.column - last.column > 2:
            break
        group.append(item)
    return group


def _is_total(text: str) -> bool:
    """Whether a row sums up those above: *Jumlah*, *Total*."""
    return text.casefold().rstrip(" :.") in ("jumlah", "total", "jumlah total", "jumlah seluruhnya")


def _is_next(before: Item, item: Item) -> bool:
    """Whether two texts are numbered on, as the indicators of two rows that became one."""
    one, other = before.number, item.number
    return bool(one and other and one.isdigit() and other.isdigit() and int(other) == int(one) + 1)
