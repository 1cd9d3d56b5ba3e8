"""One row of a table becomes elements, indicators, units and values.

Its items have been placed (`renaksi.interpret.placing`). What stands in one block of
columns belongs together; what belongs to a block in which the row names nothing goes to
that block's lane.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from renaksi.interpret import findings
from renaksi.interpret.drafts import RANK, DraftElement, DraftRow, Note
from renaksi.interpret.feet import is_page
from renaksi.interpret.fitting import is_number
from renaksi.interpret.header_words import Role, header_role
from renaksi.interpret.headers import Columns
from renaksi.interpret.indicators import Indicators
from renaksi.interpret.items import Item
from renaksi.interpret.lanes import Lanes
from renaksi.interpret.levels import Levels, Sign
from renaksi.interpret.numbering import ordinal_of
from renaksi.interpret.office_rows import names_office
from renaksi.interpret.outline import Outline
from renaksi.interpret.placing import placed
from renaksi.interpret.said_rows import kind_said, sums_money
from renaksi.interpret.segments import Placed, Segment
from renaksi.interpret.values import Values
from renaksi.interpret.vocabulary import begins_as_result
from renaksi.interpret.wraps import Wraps
from renaksi.model import Level, Place
from renaksi.patterns import pattern

_NOTHING = Segment(-1)  # before the first item of a row
_TOTALS = frozenset({"jumlah", "jumlah total", "jumlah seluruhnya", "total", "grand total"})
_TOTAL_BEGINS = frozenset("jtgJTG")
_MEANS = ("rata-rata", "rerata", "predikat")
_MEAN = pattern(
    r"(?:rata-rata|rerata)(?:\s+(?:capaian|kinerja)\b.*)?|predikat kinerja", re.IGNORECASE
)
# The mean of one of the plan's objectives, by its number, among its indicators.
_MEAN_OF = pattern(r"(?i)(?:rata-rata|rerata)\s+capaian\s+(?:tujuan|sasaran|program)\b.*\d")


class RowReader:
    """Reads the rows of tables in order into an outline."""

    def __init__(self, outline: Outline, levels: Levels, notes: list[Note]) -> None:
        """Everything that is found goes to ``outline`` and ``notes``."""
        self.outline = outline
        self.lanes = Lanes()
        self.remarks: list[tuple[str, Place]] = []
        self.named = 0  # how many names and indicators the rows have printed
        self.code: str | None = None  # printed before the name that it belongs to
        self.indicators = indicators = Indicators()
        self._levels = levels
        self._notes = notes
        self._values = Values(indicators, self.lanes, notes)
        self._wraps = Wraps(outline, indicators, self._values, self.lanes)
        self._columns = Columns({})
        self._table = 0
        self._number: str | None = None  # what the column of numbers holds in this row
        self._count = 0  # the last of these
        self._is_counted = False

    @property
    def left(self) -> list[tuple[str, Place]]:
        """Texts that have no place in the plan."""
        return self._values.left

    def end(self) -> None:
        """No row comes any more."""
        self._values.settle()

    def stands_at(self, line: int) -> None:
        """The last line that was read, whatever it was."""
        self._wraps.last_line = line

    def read(self, items: Sequence[Item], columns: Columns, table: int) -> None:
        """One row whose items are given."""
        if columns is not self._columns:
            self._values.settle()
            self.lanes.refit(self._columns.blocks, columns.blocks)
            self._columns = columns
        self._table = table
        said = None
        is_of_quarters = items[0].kind == "pair" and not [i for i in items if i.kind != "pair"]
        if not is_of_quarters:
            items = self._without_number(items)
            if self._number is None and items[0].kind != "code":
                items = self._wraps.without_rests(items, columns)
            said, items = kind_said(items) if items else (None, items)
        self._values.said, self._values.quarter = said, None
        if said == "achievement" or (not is_of_quarters and self._is_sum(items)):
            self.remarks.extend((item.text, item.place) for item in items)
        else:
            row, doubtful = placed(items, columns, self.lanes, self._levels, self._number)
            if columns.has_indicators_first:
                row, doubtful = _names_first(row, doubtful)
            self._take(row, doubtful)
        self._number = None

    def _is_sum(self, items: Sequence[Item]) -> bool:
        """Whether a row sums up others: *Jumlah*, or *Rata-rata capaian* where names stand."""
        if not items:
            return False
        for item in items:
            if item.kind not in ("pair", "figure") and item.text[:1] in _TOTAL_BEGINS:
                if item.text.lower().rstrip(" :.") in _TOTALS:
                    return True
        first = items[0]
        if first.kind == "figure" and sums_money(items, self._columns, self.outline.newest):
            return True
        if first.kind == "pair" or not first.text.lower().startswith(_MEANS):
            return False
        role = self._columns.role(first.column)
        if role is not None and role.field == "indicator":
            return _MEAN_OF.fullmatch(first.text) is not None
        is_named = role is not None and role.field in ("name", "number")
        return is_named and _MEAN.fullmatch(first.text) is not None

    def _take(self, row: Sequence[Placed], doubtful: tuple[int, ...]) -> None:
        """The placed items of a row, from left to right."""
        segment = _NOTHING
        given: list[tuple[DraftRow, Item]] = []  # which row got which quarter
        values, columns, table = self._values, self._columns, self._table
        unowned = values.count_unowned
        numbered = _numbered_name(row) if self._number is not None else -1
        for n, (item, role, _) in enumerate(row):
            if role is None:
                self._leave(item)
                continue
            if segment.block != role.block:
                if segment.row is not None:
                    self._finish(segment)
                segment = Segment(role.block)
            if role.field == "value":
                values.value(item, role, segment, columns, table)
            else:
                self._give(row, n, role, segment, is_numbered=n == numbered)
            if item.kind == "pair" and segment.row is not None:
                given.append((segment.row, item))
            if doubtful and n in doubtful:
                self._doubt(item, segment)
        if segment.row is not None:
            self._finish(segment)
        for draft, item in given if values.count_unowned > unowned else ():
            # it may be the other value that belongs here
            params = {"text": item.text}
            note = Note(findings.COLUMN_DOUBTFUL, params, draft, item.quarter, item.place)
            self._notes.append(note)

    def _give(
        self, row: Sequence[Placed], n: int, role: Role, segment: Segment, *, is_numbered: bool
    ) -> None:
        """Item ``n`` of a row, which is no value, to what its column is for."""
        each = row[n]
        if role.field == "name":
            self._name(each, row[n + 1 :], segment, is_numbered=is_numbered)
        elif role.field == "indicator":
            self._indicator(each, row[n + 1 :], segment)
        elif role.field == "unit":
            self._values.unit(each[0], segment, self._columns, self._table)
        else:
            self._other(each)

    def _leave(self, item: Item) -> None:
        """An item that belongs nowhere."""
        if item.kind in ("pair", "figure"):
            self._values.unowned(item, None)
        elif item.text.rstrip(".") != "Rp":  # beside an amount in a cell of its own
            self.left.append((item.text, item.place))

    def _without_number(self, items: Sequence[Item]) -> Sequence[Item]:
        """Take the cell of a *No* column away: it is the number of what stands behind it."""
        first = items[0]
        role = self._columns.role(first.column)
        field = role.field if role is not None else None
        if first.fused and field == "number" and first.number is not None and len(items) > 1:
            self._number = first.number
            return [first._replace(number=None), *items[1:]]
        if len(items) == 1 or first.kind not in ("figure", "text") or first.number is not None:
            return items
        is_alone = first.kind == "figure" or first.text[-1] in ".)"
        if field == "name" and is_alone and items[1].column - first.column == 1:
            field = "number"  # the number of a name came to stand in a cell of its own
        if (
            field in ("number", None)
            and (first.column == 0 or field == "number")
            and items[1].kind in ("element", "text", "code")
            and is_number(first.text)
        ):
            self._number = first.text.strip("().").replace(",", ".")
            return items[1:]
        return items

    def _other(self, each: Placed) -> None:
        """A code, a number or a note."""
        item, role, _ = each
        if item.kind == "code":
            if not self._columns.has_codes_behind:
                self.code = item.text
        elif role is not None and role.field == "number":
            self._number = item.text.strip("().")
        else:
            self.remarks.append((item.text, item.place))

    def _finish(self, segment: Segment) -> None:
        """A segment ends."""
        row = segment.row
        if row is not None and not segment.has_values and not row.values:
            row.valueless = not self._columns.holds_values(segment.block)

    # -- names --------------------------------------------------------------------------

    def _name(
        self, each: Placed, behind: Sequence[Placed], segment: Segment, *, is_numbered: bool
    ) -> None:
        """The name of an element; ``is_numbered`` says that the number of the row is its."""
        item, role, column = each
        if item.kind == "code" or role is None:
            self.code = item.text
            return
        if self._columns.has_codes_behind:
            self.code = next((other[0].text for other in behind if _is_code(other)), None)
        self._is_counted = False
        if item.number is None and is_numbered and self._number is not None:
            item, self._number = item._replace(number=self._number), None
            here = ordinal_of(item.number)
            self._is_counted = here is not None and here == self._count + 1
            self._count = here or self._count
        elif is_numbered:
            self._number = None  # the name bears a number of its own
        if _is_of_header(item.text) or (
            item.kind == "text" and (names_office(item.text) or is_page(item.text))
        ):
            # A header that is printed again, the office whose programs follow, a page's number.
            self.remarks.append((item.text, item.place))
        elif item.kind == "element" and item.level is not None:
            self._begin(item, column, item.level, None, segment)
        elif self._is_remark(each, behind, item.number):
            self.remarks.append((item.text, item.place))
        else:
            number = item.number or self._number
            is_moved = item.column != column
            sign = self._levels.of_name(item, role, number, self.code, behind, is_moved=is_moved)
            self._begin(item, column, sign.level, sign, segment)

    def _is_remark(self, each: Placed, behind: Sequence[Placed], number: str | None) -> bool:
        """Whether a text names nothing: it is alone; no number, code, level or wording speaks."""
        item, role, _ = each
        if number is not None or self._number is not None or self.code is not None or role is None:
            return False
        if any(
            other is not None and other.block == role.block and other.field != "note"
            for _, other, _ in behind
        ):
            return False
        if role.level is not None and self._columns.role(item.column) == role:
            return False
        return not begins_as_result(item.text) and self._levels.official(item) is None

    def _begin(
        self, item: Item, column: int, level: Level, sign: Sign | None, segment: Segment
    ) -> None:
        """An element begins; a repeated one is taken up again."""
        self.named += 1
        code, self.code = self.code, None
        element, is_new = self.outline.begin(level, item, code, self._table)
        self._levels.numbers.learn(item.number, level)
        if is_new:
            if sign is not None:
                self._note_level(element, sign, item.place)
            self._note_column(element, item)
            element.is_counted = self._is_counted
            element.is_sure = sign is None or sign.by_column or sign.is_official
            element.by_looks = sign is not None and sign.by_looks
            if segment.element is not None and RANK[segment.element.level] + 1 == RANK[level]:
                element.beside = segment.element
        self._wraps.remember(item, element, column)
        self.lanes.begin(segment.block, element)
        segment.element, segment.row = element, None

    # -- indicators -----------------------------------------------------------------------

    def _indicator(self, each: Placed, behind: Sequence[Placed], segment: Segment) -> None:
        """An indicator's text: of the element before it in its block, or of the block's lane."""
        item, _, column = each
        if self._number is not None and item.number is None:
            item, self._number = item._replace(number=self._number), None
        if segment.row is not None and segment.row.name is not None:
            owner: DraftElement | None = segment.row.element
            if not segment.has_values:
                self._note_fused(segment.row)
        else:
            owner = segment.element or self._owner(item, segment.block, behind)
        if owner is None:
            self.left.append((item.text, item.place))
            return
        self.named += 1
        row = self.indicators.named(owner, item)
        segment.has_values = False
        self._values.open(row, segment, self._columns, self._table)
        self._wraps.remember(item, row, column)

    def _owner(self, item: Item, block: int, behind: Sequence[Placed]) -> DraftElement | None:
        """The element of an indicator that is printed in a row without it.

        What stands in its block; else what stands above the element to its right; else what
        waits for an indicator or goes on with its numbers.
        """
        owner = self.lanes.owner(block)
        if not self._columns.holds_names:
            owner = self.indicators.owner_without_names(self.outline, item, owner)
        if owner is not None:
            return owner
        for other, _, _ in behind:
            if other.kind == "element" and other.level is not None:
                above = self.outline.latest_above(other.level)
                if above is not None:
                    return above
        if self.outline.awaits_indicator():
            return self.outline.newest
        return self.outline.numbered_owner(item.number) or self.outline.newest

    # -- findings -------------------------------------------------------------------------

    def _note_level(self, element: DraftElement, sign: Sign, place: Place) -> None:
        """Say how the level of an element without label word was told."""
        params = {"name": element.name or "", "code": sign.code or ""} | findings.level_param(
            element.level
        )
        if sign.is_doubtful or not (sign.by_column or sign.is_official):
            cell = None if sign.by_column or sign.is_official else "level"
            self._notes.append(Note(findings.LEVEL_PLACE, params, element, cell, place))
        elif element.level not in ("goal", "objective") and not sign.by_column:
            self._notes.append(Note(findings.LEVEL_OFFICIAL, params, element, None, place))

    def _note_column(self, element: DraftElement, item: Item) -> None:
        """Say where a labelled element stands in a column that speaks of another level."""
        role = self._columns.role(item.column)
        usual = self.outline.usual_column(element.level, self._table)
        elsewhere = usual is not None and usual != item.column
        wrong = role is not None and role.level not in (None, element.level)
        if (elsewhere or wrong) and element.level == "subactivity":
            params = {"name": element.name or ""} | findings.level_param(element.level)
            self._notes.append(Note(findings.OTHER_COLUMN, params, element, None, item.place))

    def _note_fused(self, row: DraftRow) -> None:
        """Two indicator texts stand in one row: the values belong to the last."""
        params = {"name": row.name or ""}
        self._notes.append(Note(findings.TEXTS_FUSED, params, row, None, row.place))

    def _doubt(self, item: Item, segment: Segment) -> None:
        """Say that an item could as well belong elsewhere in its row."""
        about = segment.row or segment.element
        if about is not None:
            last = "q4" if item.quarter == "q4" else None  # no quarter behind it moved with it
            cell = "level" if segment.row is None else last
            params = {"text": item.text}
            self._notes.append(Note(findings.COLUMN_DOUBTFUL, params, about, cell, item.place))


def _names_first(
    row: Sequence[Placed], doubtful: tuple[int, ...]
) -> tuple[list[Placed], tuple[int, ...]]:
    """A row whose indicator stands before its name, the other way round."""
    order = sorted(
        range(len(row)),
        key=lambda n: (role := row[n][1]) is not None and role.field not in ("name", "code"),
    )
    return [row[n] for n in order], tuple(order.index(n) for n in doubtful)


def _is_code(each: Placed) -> bool:
    item, role, _ = each
    return item.kind == "code" and role is not None and role.field == "code"


def _is_of_header(text: str) -> bool:
    """Whether a name is a header's words and nothing else: *URAIAN*, *Sasaran Strategis*."""
    return header_role(text) is not None and not any(map(str.isdigit, text))


def _numbered_name(row: Sequence[Placed]) -> int:
    """The place of the name that the number of a row is of: the deepest in the first block.

    Where a code numbers the program behind it, the row's number is of the objective before it.
    """
    names = [
        (n, role.block)
        for n, (_, role, _) in enumerate(row)
        if role is not None and role.field == "name"
    ]
    if len(names) > 1 and any(item.kind == "code" and n > names[0][0]
                              for n, (item, _, _) in enumerate(row)):  # fmt: skip
        return names[0][0]
    return next((n for n, block in reversed(names) if block == names[0][1]), -1)
