"""The walk over a document's rows: elements begin, indicators follow, quarters find their row.

What a row says is taken in this order of trust: the label word, a printed code, an
official name, the wording and the numbering, and last the column. The walk decides
*what* each text is; who is whose parent is decided afterwards (`renaksi.interpret.parents`).
"""

from __future__ import annotations

from renaksi.interpret import findings
from renaksi.interpret.drafts import RANK, DraftElement, DraftRow, Note
from renaksi.interpret.figures import keys_of
from renaksi.interpret.fitting import fits, is_number
from renaksi.interpret.headers import NO_COLUMNS, Columns, Role, columns_of, is_footer, is_header
from renaksi.interpret.items import Item, items_of
from renaksi.interpret.lanes import Lanes
from renaksi.interpret.lexicon import UNITS
from renaksi.interpret.numbering import NumberLevels
from renaksi.interpret.outline import Outline
from renaksi.interpret.texts import Sign, level_sign, sign_of
from renaksi.model import Level, Place
from renaksi.nomenclature.names import normal_name
from renaksi.quantity import parse
from renaksi.readers.document import Row


class Segment:
    """One element's part of a row: the element, its indicator row, and the values behind it."""

    __slots__ = ("anchors", "block", "element", "figures", "pairs", "position", "row")

    def __init__(self, element: DraftElement | None, position: int) -> None:
        """A segment at ``position`` (from 0) of its row; without an element it continues one."""
        self.element = element
        self.position = position
        self.block: int | None = None  # the block of columns, where the row fits its header
        self.row: DraftRow | None = None
        self.anchors: list[Item] = []
        self.pairs: list[Item] = []
        self.figures: list[Item] = []

    @property
    def closed(self) -> bool:
        """Whether its values have begun, so that a text behind them begins something new."""
        return bool(self.pairs or self.figures or (self.row and self.row.unit and self.anchors))


class Walker:
    """Walks rows in reading order and collects drafts and notes."""

    def __init__(self, field: str | None = None) -> None:
        """An empty outline; ``field`` is the office's own field of the nomenclature, if known."""
        self.notes: list[Note] = []
        self.levels = NumberLevels()
        self.outline = Outline(self.notes)
        self.lanes = Lanes(self.notes)
        self.field = field
        self.columns: Columns = NO_COLUMNS
        self.inherited = False
        self.left: list[tuple[str, Place]] = []
        self.prose: list[tuple[str, Place]] = []
        self._header: list[tuple[str, ...]] = []
        self._previous: tuple[str, ...] = ()
        self._table = 0
        self._texts: dict[int, tuple[int, DraftElement | DraftRow]] = {}
        self._owners: dict[int, DraftElement] = {}  # whose indicator stood last in a column
        self.last_line = 0  # the line of the row before, footers left out
        self.code: str | None = None
        self.number: str | None = None

    # -- rows ---------------------------------------------------------------------------

    def walk(self, row: Row) -> None:
        """One row of the document."""
        if is_footer(row.cells):
            self.prose.extend((cell, row.place(c)) for c, cell in enumerate(row.cells) if cell)
            return
        if is_header(row.cells, bool(self._header), row.kind == "table"):
            self._header.append(row.cells)
            self._previous = ()
            return
        if self._header:
            columns, self.inherited = columns_of(tuple(self._header)), False
            if columns != self.columns:
                self._owners = {}
            self.columns = columns
            self._header = []
            self._table = row.table
        elif row.table != self._table:
            self._table, self.inherited = row.table, True
        items = items_of(row)
        if row.kind == "heading" and items:
            self._heading(items, row)
        elif row.kind == "line" and len(items) == 1:
            self._line(items[0], row)
        elif items and not (row.cells == self._previous and items[0].kind == "pair"):
            self._row(items, row)
        self._previous = row.cells
        self.last_line = row.line

    def _heading(self, items: list[Item], row: Row) -> None:
        """A heading opens the section of the program (or other element) that it names."""
        item = items[-1] if items[0].kind == "code" else items[0]
        if len(items) == 2 and items[0].kind == "code":
            self.code = items[0].text
        level = item.level
        if level is None and item.kind == "text":
            sign = sign_of(item, None, self, None)
            level = sign.level if sign.is_official else None
        if level is None:
            if item.kind in ("pair", "figure") or len(items) > 2:
                self._row(items, row)
            return
        text = row.cells[item.column]
        self.outline.heading(level, item, text, self._taken_code())
        self.lanes.close_below(RANK[level])

    def _line(self, item: Item, row: Row) -> None:
        """A line of one cell outside a table: a heading without marks, a row's only cell, or prose."""
        lettered = item.number is not None and not item.number[0].isdigit()
        if item.kind == "element" and (lettered or item.level == "program"):
            self._heading([item], row)
        elif item.kind == "text" and item.number is None:
            self.prose.append((item.text, item.place))
        elif self.outline.elements or item.kind in ("element", "pair"):
            self._row([item], row)

    def _row(self, items: list[Item], row: Row) -> None:
        """A row of a table: its segments from left to right, then the values that continue."""
        items = self._without_number_column(items)
        segments = [Segment(None, -1)]
        if fits(items, self.columns, self.inherited):
            self._fitting(items, segments, row)
        else:
            for index in range(len(items)):
                self._item(items, index, segments, row)
        self.number = None
        for segment in segments:
            self._settle(segment, row)

    def _without_number_column(self, items: list[Item]) -> list[Item]:
        """Take the cell of a *No* column away: it is the number of the text behind it."""
        first = items[0]
        if len(items) == 1 or first.kind not in ("figure", "text") or first.number is not None:
            return items
        role = self.columns.role(first.column)
        field = role.field if role is not None and not self.inherited else None
        if (
            field in ("number", None)
            and (first.column == 0 or field == "number")
            and items[1].kind in ("element", "text", "code")
            and is_number(first.text)
        ):
            self.number = first.text.strip("().")
            return items[1:]
        return items

    def _fitting(self, items: list[Item], segments: list[Segment], row: Row) -> None:
        """A row whose items all stand in columns made for them: the header says what they are."""
        number, self.number = self.number, None
        names = [item for item in items if self.columns.roles[item.column].field == "name"]
        for item in items:
            if names and item is names[-1]:
                self.number = number  # the number of a row is its deepest element's
            role = self.columns.roles[item.column]
            segment = segments[-1]
            if role.field == "note":
                continue
            if item.kind == "code":
                self.code = item.text
            elif role.field in ("name", "indicator") and self.is_rest(item, items):
                self._append_rest(item)
            elif role.field == "name":
                self._begin_by_column(item, role, segments, row)
            elif role.field == "indicator":
                self._indicator_by_column(item, role, segments, row)
            elif role.field == "unit":
                self._unit_by_column(item, role, segments, row)
            elif item.kind == "pair":
                segment.pairs.append(item)
            elif role.field in ("quarter", "year"):
                self._value_by_column(item, role, segments)

    def _begin_by_column(self, item: Item, role: Role, segments: list[Segment], row: Row) -> None:
        """The name of an element in a column of names."""
        if item.kind == "element" and item.level is not None:
            self._begin(item, item.level, segments, row)
        else:
            sign = level_sign(item, role, self)
            self._begin(item, sign.level or "program", segments, row, sign)

    def _indicator_by_column(self, item: Item, role: Role, segments: list[Segment], row: Row) -> None:
        """An indicator in its column: of the name before it in the row, else of the one above."""
        segment = segments[-1]
        if segment.element is None or segment.closed or segment.row is not None:
            owner = self._owner_of(item, None)
            if owner is None:
                self.left.append((item.text, item.place))
                return
            segment = Segment(None, segment.position + 1)
            segments.append(segment)
        else:
            owner = segment.element
        self._owners[item.column] = owner
        segment.row = self.outline.indicator(owner, item)
        segment.anchors.append(item)
        segment.block = role.block
        self._texts[item.column] = (row.line, segment.row)

    def _owner_of(
        self, item: Item, beside: DraftElement | None, behind: Item | None = None
    ) -> DraftElement | None:
        """The element of an indicator that is printed in a row without it.

        By the numbers of the indicators, then by the column that such indicators stand in,
        then the element beside or before it. Left of an element (``behind``) it cannot
        belong to one of that element's level.
        """
        if behind is not None and behind.level is not None:
            above = self.outline.latest_above(behind.level)
            if above is not None:
                return above
        role = None if self.inherited else self.columns.role(item.column)
        is_column = role is not None and role.field == "indicator"
        in_column = self._owners.get(item.column) if is_column else None
        if in_column is None and self.outline.awaits_indicator():
            return self.outline.newest
        if in_column is not None and self.outline.has_indicator(in_column, item):
            return in_column
        numbered = self.outline.numbered_owner(item.number, in_column)
        return numbered or in_column or beside or self.outline.newest

    def _unit_by_column(self, item: Item, role: Role, segments: list[Segment], row: Row) -> None:
        """A unit in its column: of the indicator in the same block of the row."""
        segment = self._segment_of(role, segments)
        waiting = self.lanes.newest
        if segment.row is None and segment.element is None and waiting and waiting.unit is None:
            self._unit(item, segment, row)
            return
        self._named_row(segment, item, role)
        if segment.row is not None and segment.row.unit is None:
            segment.row.unit, segment.row.unit_place = item.text, item.place
        segment.anchors.append(item)

    def _value_by_column(self, item: Item, role: Role, segments: list[Segment]) -> None:
        """A value under a quarter: of the indicator in the same block of the row."""
        segment = self._segment_of(role, segments)
        self._named_row(segment, item, role)
        quantity = item.quantity if item.kind == "figure" else parse(item.text)
        if segment.row is not None:
            segment.row.table = self._table
            key = role.quarter or "year"
            self.lanes.put(segment.row, key, item._replace(quantity=quantity))

    def _segment_of(self, role: Role, segments: list[Segment]) -> Segment:
        """The segment of the row that a column's block belongs to; a new one where none does."""
        segment = segments[-1]
        if segment.block is None or segment.block == role.block:
            return segment
        segments.append(Segment(None, segment.position))
        return segments[-1]

    def _named_row(self, segment: Segment, item: Item, role: Role) -> None:
        """Make the row of a segment whose indicator text the paper lost."""
        segment.block = role.block
        if segment.row is not None:
            return
        column = next(
            (c for c, r in self.columns.roles.items() if r.field == "indicator" and r.block == role.block),
            None,
        )
        owner = segment.element or (self._owners.get(column) if column is not None else None)
        if owner is None:
            return
        if column is not None:
            self._owners[column] = owner
        segment.row = DraftRow(owner, None, None, item.place)
        owner.rows.append(segment.row)

    def _item(self, items: list[Item], index: int, segments: list[Segment], row: Row) -> None:
        """One item of a row."""
        segment, item = segments[-1], items[index]
        if item.kind == "element":
            self._begin(item, item.level or "program", segments, row)
        elif item.kind == "text":
            self._text(items, index, segments, row)
        elif item.kind == "unit":
            self._unit(item, segment, row)
        elif item.kind == "code":
            self.code = item.text
        elif item.kind == "pair":
            segment.pairs.append(item)
        else:
            segment.figures.append(item)

    # -- texts --------------------------------------------------------------------------

    def _text(self, items: list[Item], index: int, segments: list[Segment], row: Row) -> None:
        """A text without label word: an element, an indicator, a unit or the rest of a text above."""
        segment, item = segments[-1], items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        if self.is_rest(item, items):
            self._append_rest(item)
            return
        sign = sign_of(item, following, self, segment)
        if sign.what == "element" and sign.level:
            self._begin(item, sign.level, segments, row, sign)
        elif sign.what == "unit":
            self._unit(item, segment, row)
        elif sign.what == "note":
            self.prose.append((item.text, item.place))
        else:
            self._indicator(item, segments, row, _element_behind(items, index))

    def is_rest(self, item: Item, items: list[Item]) -> bool:
        """Whether a text is the rest of the one above it in its column, which wrapped.

        It has no number, stands directly below, and either begins in the middle of a
        sentence or stands beside quarters that go on where the row above began.
        """
        above = self._texts.get(item.column)
        if item.number is not None or item.kind != "text" or above is None:
            return False
        if above[0] != self.last_line or above[1].name is None:
            return False
        if item.text[0].islower() or item.text[0] in "(/-":
            return True
        pairs = [other for other in items if other.kind == "pair"]
        return bool(pairs) and pairs[0].quarter != "q1" and above[1].number is not None

    def _append_rest(self, item: Item) -> None:
        """The rest of a text that wrapped: it joins the text above it in its column."""
        line, draft = self._texts[item.column]
        draft.name = f"{draft.name} {item.text}"
        draft.key = normal_name(draft.name)
        self._texts[item.column] = (item.place.line or line, draft)

    def _begin(
        self, item: Item, level: Level, segments: list[Segment], row: Row, sign: Sign | None = None
    ) -> None:
        """An element begins; a repeated one is taken up again."""
        if item.number is None and self.number is not None:
            item = item._replace(number=self.number)
        self.number = None
        element, is_new = self.outline.begin(level, item, self._taken_code(), self._table)
        self.levels.learn(item.number, level)
        if is_new:
            self.lanes.close_below(RANK[level])
            if sign is not None:
                self._note_level(element, sign, item.place)
            self._note_column(element, item)
        self._texts[item.column] = (row.line, element)
        segments.append(Segment(element, segments[-1].position + 1))
        segments[-1].anchors.append(item)
        self._remember_owner(element, item.column, segments[-1].position)

    def _remember_owner(self, element: DraftElement, column: int, position: int) -> None:
        """Indicators printed below, without their element, in this part of the table are its own."""
        below = self.columns.indicator_columns()
        role = self.columns.role(column)
        if role is not None and not self.inherited and role.field == "name":
            below = [c for c in below if self.columns.roles[c].block >= role.block][:1] or below
        elif len(below) > 1:
            below = below[max(position, 0) :][:1]
        for each in below[:1]:
            self._owners[each] = element

    def _taken_code(self) -> str | None:
        code, self.code = self.code, None
        return code

    def _note_level(self, element: DraftElement, sign: Sign, place: Place) -> None:
        """Say how the level of an element without label word was told."""
        if element.level in ("goal", "objective") or sign.by_column:
            return
        params = {"name": element.name or "", "code": sign.code or ""}
        rule = findings.LEVEL_OFFICIAL if sign.is_official else findings.LEVEL_PLACE
        self.notes.append(
            Note(rule, params | findings.level_param(element.level), element, place=place)
        )

    def _note_column(self, element: DraftElement, item: Item) -> None:
        """Say where a labelled element stands in a column that speaks of another level."""
        role = self.columns.role(item.column)
        usual = self.outline.usual_column(element.level, self._table)
        elsewhere = usual is not None and usual != item.column
        wrong = role is not None and role.level not in (None, element.level) and not self.inherited
        if (elsewhere or wrong) and element.level == "subactivity":
            params = {"name": element.name or ""} | findings.level_param(element.level)
            self.notes.append(Note(findings.OTHER_COLUMN, params, element, place=item.place))

    # -- indicators and values --------------------------------------------------------------

    def _indicator(
        self, item: Item, segments: list[Segment], row: Row, behind: Item | None = None
    ) -> None:
        """An indicator's text: of this segment's element, or one more of an element above."""
        segment = segments[-1]
        element = segment.element
        named = segment.row is not None and segment.row.name is not None
        if named and not segment.closed:
            element = self._note_fused(segment)
        elif element is None or segment.closed:
            element = self._owner_of(item, segment.element, behind)
            segment = Segment(None, segment.position + 1)
            segments.append(segment)
        if element is None:
            self.left.append((item.text, item.place))
            return
        segment.row = self.outline.indicator(element, item)
        segment.anchors.append(item)
        self._texts[item.column] = (row.line, segment.row)

    def _note_fused(self, segment: Segment) -> DraftElement | None:
        """Two indicator texts stand in one row: the values belong to the last."""
        row = segment.row
        if row is None:
            return None
        row.table = self._table
        self.lanes.open(row)
        params = {"name": row.name or ""}
        self.notes.append(Note(findings.TEXTS_FUSED, params, row.element, row, place=row.place))
        return row.element

    def _unit(self, item: Item, segment: Segment, row: Row) -> None:
        """A unit: of the row begun in this segment, else of the row that is open above."""
        if segment.row is None and segment.element is not None:
            segment.row = self.outline.nameless(segment.element, item.place)
        target = segment.row or self.lanes.newest
        if target is None or (target.unit is not None and segment.row is None):
            self.left.append((item.text, item.place))
            return
        if target.unit is None:
            target.unit, target.unit_place = item.text, item.place
        segment.anchors.append(item)

    def _settle(self, segment: Segment, row: Row) -> None:
        """Give a segment's values to its row, or to the rows that are open above."""
        if (
            segment.row is None
            and segment.element is not None
            and (segment.pairs or segment.figures)
        ):
            segment.row = self.outline.nameless(segment.element, segment.element.place)
        if segment.row is not None:
            segment.row.table = self._table
            self._split_unit(segment)
            if not (segment.pairs or segment.figures) and self.columns.has("quarter"):
                block = (
                    self.columns.roles.get(segment.anchors[-1].column) if segment.anchors else None
                )
                segment.row.valueless = bool(block and not self.columns.quarters(block.block))
            self.lanes.open(segment.row)
        if segment.pairs:
            self.lanes.give(segment.pairs, self._table)
        if segment.figures:
            self._give_figures(segment, row)

    def _split_unit(self, segment: Segment) -> None:
        """Take the unit from the end of a text where the border between them was lost."""
        row = segment.row
        texts = [item for item in segment.anchors if item.kind == "text"]
        values = segment.pairs or segment.figures
        if row is None or row.unit or not texts or not values or not row.name:
            return
        gap = self.outline.unit_gap
        if gap and gap > 1 and values[0].column - texts[-1].column == gap - 1:
            words = row.name.rsplit(" ", 1)
            if len(words) == 2 and words[1].casefold() in UNITS:
                row.name, row.unit, row.unit_place = words[0], words[1], row.place
                self.notes.append(
                    Note(
                        findings.CELLS_FUSED,
                        {"text": texts[-1].text},
                        row.element,
                        row,
                        "unit",
                        row.place,
                    )
                )

    def _give_figures(self, segment: Segment, row: Row) -> None:
        """Values without quarter labels: by the header's quarter columns, or by their order."""
        target = segment.row or self.lanes.newest
        figures = segment.figures
        if target is None:
            self.left.extend((figure.text, figure.place) for figure in figures)
            return
        if segment.row is None and len(figures) == 1 and self._is_stacked(target):
            self._next_in_order(target, figures[0])
            return
        block = max(segment.position, 0) if segment.element else -1
        for figure, key in zip(
            figures, keys_of(figures, segment.anchors, self.columns, block), strict=True
        ):
            if key is None:
                params = {"text": figure.text}
                self.notes.append(
                    Note(findings.VALUE_UNOWNED, params, target.element, target, place=figure.place)
                )
                self.left.append((figure.text, figure.place))
            else:
                self.lanes.put(target, key, figure)

    def _is_stacked(self, row: DraftRow) -> bool:
        return row.newest is not None and row.expects() is not None

    def _next_in_order(self, row: DraftRow, figure: Item) -> None:
        """A figure that lost its quarter label in a stacked table continues the sequence."""
        quarter = row.expects() or "q1"
        self.lanes.put(row, quarter, figure)
        params = {"text": figure.text} | findings.quarter_param(quarter)
        self.notes.append(
            Note(findings.QUARTER_ASSUMED, params, row.element, row, quarter, figure.place)
        )


def _element_behind(items: list[Item], index: int) -> Item | None:
    """The next element with a label word in the same row, if there is one."""
    return next((item for item in items[index + 1 :] if item.kind == "element"), None)
