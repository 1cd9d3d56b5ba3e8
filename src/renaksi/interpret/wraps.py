"""Texts that wrapped: the rest of one stands in the next line, and joins the text above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.interpret.drafts import Drafted, DraftElement, DraftRow
from renaksi.interpret.headers import Columns
from renaksi.interpret.indicators import Indicators
from renaksi.interpret.items import Item
from renaksi.interpret.lanes import Lanes
from renaksi.interpret.outline import Outline
from renaksi.interpret.values import Values
from renaksi.interpret.vocabulary import begins_as_measure
from renaksi.nomenclature.resolver import is_official_name
from renaksi.quarter import QUARTERS
from renaksi.readers.wrapped import is_open_ended

_LONGEST: Final = 1000  # letters of a text that may still go on


class Wraps:
    """Remembers the text that stood last in each column, and takes its rest in."""

    def __init__(
        self, outline: Outline, indicators: Indicators, values: Values, lanes: Lanes
    ) -> None:
        """Nothing stands anywhere."""
        self.last_line = 0  # the line of the row before, footers left out
        self._outline = outline
        self._indicators = indicators
        self._values = values
        self._lanes = lanes
        self._texts: dict[int, tuple[int, Drafted]] = {}
        self._newest = -1  # the last line of a text

    def remember(self, item: Item, draft: Drafted, column: int) -> None:
        """A text may go on in the next line: in its column, or where it was moved from."""
        line = self._newest = item.place.line or 0
        self._texts[item.column] = (line, draft)
        if self._texts.get(column, (0,))[0] != line:
            self._texts[column] = (line, draft)

    def without_rests(self, items: Sequence[Item], columns: Columns) -> Sequence[Item]:
        """The items of a row, those taken away that go on with a text of the line above."""
        if len(items) > 1 and self._newest != self.last_line:
            return items
        if len(items) == 1 and self._takes_moved(items[0]):
            return []
        if len(items) > 1 and items[1].kind == "pair" and self._takes_beside(items):
            return items[1:]
        return [
            item for item in items
            if item.kind in ("pair", "figure") or not self._takes(item, items, columns)
        ]  # fmt: skip

    def _takes_moved(self, item: Item) -> bool:
        """Join a rest that stands alone, in another column, to the text above it that lacks one."""
        above = {id(draft): draft for line, draft in self._texts.values() if line == self.last_line}
        if not above or not self._is_moved_rest(item):
            return False
        drafts = list(above.values())
        if len(drafts) > 1:
            drafts = [draft for draft in drafts if is_open_ended(draft.name or "")] or [
                draft for draft in drafts
                if isinstance(draft, DraftRow) or not is_official_name(draft.name or "")
            ]  # fmt: skip
        if len(drafts) == 1:
            self._join(drafts[0], item)
        return len(drafts) == 1

    def _takes_beside(self, items: Sequence[Item]) -> bool:
        """Join a rest that stands, in another column, before the quarter that goes on with its row.

        Where several rows go on, each with its quarter, it is of the first.
        """
        first, quarter = items[0], items[1].quarter
        if not self._is_moved_rest(first) or quarter == QUARTERS[0]:
            return False
        rows = {
            id(draft): draft
            for _, (line, draft) in sorted(self._texts.items(), key=lambda each: each[0])
            if line == self.last_line and isinstance(draft, DraftRow) and draft.expects() == quarter
        }
        if not rows or len(rows) != sum(item.quarter == quarter for item in items):
            return False
        self._join(next(iter(rows.values())), first)
        return True

    def _is_moved_rest(self, item: Item) -> bool:
        """Whether an item is the rest of a text of the line above, which is in another column."""
        if item.kind != "text" or item.number is not None or not item.text[0].islower():
            return False
        return self._texts.get(item.column, (-1,))[0] != self.last_line

    def _takes(self, item: Item, items: Sequence[Item], columns: Columns) -> bool:
        """Join a text to the one above it in its column, if it is the rest of it.

        It has no number, stands directly below (or alone below its quarters), and either begins in
        the middle of a sentence or stands beside quarters that go on where the row above began.
        """
        line, draft = self._texts.get(item.column, (-1, None))
        if draft is None or draft.name is None:
            return False
        if line != self.last_line and (len(items) > 1 or not item.text[0].islower()):
            # Only what is alone in its row may stand below the quarters of its row.
            return len(items) == 1 and self._completes(draft, item)
        if (
            len(draft.name) > _LONGEST
            or item.number is not None
            or not _may_be_rest(item, columns, draft)
        ):
            return False
        if not _reads_on(item, items, draft):
            return False
        self._newest = item.place.line or line
        self._texts[item.column] = (self._newest, draft)
        self._join(draft, item)
        return True

    def _completes(self, draft: Drafted, item: Item) -> bool:
        """Join a rest on the next page, say, where it makes the name above an official one."""
        if not isinstance(draft, DraftElement) or item.number is not None:
            return False
        if not _is_official_together(draft, item):
            return False
        self._join(draft, item)
        return True

    def _join(self, draft: Drafted, item: Item) -> None:
        """The text of a draft goes on with an item's."""
        name = f"{draft.name} {item.text}"
        if isinstance(draft, DraftElement):
            self._outline.rename(draft, name)
        else:
            self._indicators.rename(draft, name)
            self._merge_again(draft, item.column)

    def _merge_again(self, row: DraftRow, column: int) -> None:
        """A row whose text is complete only now may be one that is printed again."""
        first = self._indicators.printed_before(row)
        if first is None:
            return
        row.element.rows.remove(row)
        first.places.append(row.place)
        self._values.give_all(first, row)
        self._lanes.replace(row, first)
        if column in self._texts:
            self._texts[column] = (self._texts[column][0], first)


def _may_be_rest(item: Item, columns: Columns, draft: Drafted) -> bool:
    """Whether an item can be words of a text: small letters also where they seem a unit.

    So can any unit behind a text that something must follow (*… Desa dan | Kelurahan*).
    """
    is_small = item.kind in ("unit", "element") and item.text[0].islower()
    if is_small or (item.kind == "unit" and is_open_ended(draft.name or "")):
        role = columns.role(item.column)
        return role is None or role.field in ("name", "indicator")
    return item.kind == "text"


def _begins_values(item: Item) -> bool:
    """Whether an item stands behind a name or an indicator that begins in its row."""
    if item.kind == "text":
        return item.text[0].isupper() and begins_as_measure(item.text)
    return item.kind in ("unit", "figure")


def _is_rest_of(draft: DraftElement, item: Item) -> bool:
    """Whether a name that nothing numbers is the rest of a numbered one, of which that is all."""
    if draft.number is None or draft.rows or not draft.name:
        return False
    return not is_official_name(item.text) and not is_official_name(draft.name)


def _is_official_together(draft: DraftElement, item: Item) -> bool:
    """Whether a name and the text below it are an official name, and neither is by itself."""
    name = draft.name or ""
    if item.kind != "text" or not is_official_name(f"{name} {item.text}"):
        return False
    return not is_official_name(name) and not is_official_name(item.text)


def _reads_on(item: Item, items: Sequence[Item], draft: Drafted) -> bool:
    """Whether a text reads as the rest of the one above, and not as the beginning of a row."""
    place = next(n for n, other in enumerate(items) if other is item)
    behind = items[place + 1] if place + 1 < len(items) else None  # in its cell, or the next
    quarter = behind.quarter if behind is not None and behind.kind == "pair" else None
    begins_row = quarter == "q1" or (behind is not None and _begins_values(behind))
    is_small = item.text[0].islower()
    if (is_small or item.text[0] in "(/-") and not begins_row:
        return True
    if isinstance(draft, DraftRow):
        # Its values stand on the last of its lines.
        if is_small and not (draft.values or draft.unit) and quarter is None:
            return True
    else:
        if behind is not None and behind.kind in ("text", "indicator"):
            # An indicator of the element stands beside the rest of its name.
            if (is_small and (draft.name or "")[:1].isupper()) or _is_rest_of(draft, item):
                return True
        if not begins_row and _is_official_together(draft, item):
            return True
    if is_open_ended(draft.name or "") and not begins_row:
        return True
    return quarter not in (None, "q1") and draft.number is not None
