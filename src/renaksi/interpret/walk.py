"""The walk over a document's rows: elements begin, indicators follow, values find their row.

What a row says is taken in this order of trust: the label word, a printed code, an
official name, the wording and the numbering, and last the column. The walk decides
*what* each text is; who is whose parent is decided afterwards (`renaksi.interpret.parents`).
"""

from __future__ import annotations

from typing import Final

from renaksi.interpret import findings
from renaksi.interpret.columns import CANONICAL, Table
from renaksi.interpret.drafts import RANK, DraftCell, Note
from renaksi.interpret.indicators import settle_nameless
from renaksi.interpret.items import Item
from renaksi.interpret.levels import Levels
from renaksi.interpret.outline import Outline
from renaksi.interpret.rows import RowReader
from renaksi.interpret.tables import Step
from renaksi.interpret.vocabulary import begins_as_result
from renaksi.model import Level, Place
from renaksi.patterns import pattern
from renaksi.quantity import parse
from renaksi.readers.document import Row

# A label word, or the rest of a line above, and a small letter behind it.
_BEHIND_LABEL: Final = pattern(
    r"(?:[a-z]\S*|(?:Tujuan|Sasaran(?: [Ss]trategis)?|Program|(?:Sub )?[Kk]egiatan)\s*[/:]?)"
    r"\s+[a-z]"
)
_AMOUNT: Final = pattern(r"[\s:=]+(Rp\.?\s?\d{1,3}(?:\.\d{3}){1,4}(?:,(?:\d\d|-))?-?)$")
# Two sentences: a name is none, and a shortened word (*Kab.*) has a capital.
_SENTENCES: Final = pattern(r"[a-z]{4}\.\s[A-Z].*[.:]$")


class Walker:
    """Walks the steps of a document in order and collects drafts and notes."""

    def __init__(self, field: str | None = None) -> None:
        """An empty outline; ``field`` is the office's own field of the nomenclature, if known."""
        self.notes: list[Note] = []
        self.headed: set[int] = set()  # the numbers of the tables that have a header
        self._shown: set[int] = set()  # of those whose columns their rows showed
        self.outline = Outline(self.notes)
        self.levels = Levels(self.outline, field)
        self._rows = RowReader(self.outline, self.levels, self.notes)
        self._table: Table | None = None
        self._from = 0, 0, 0  # how many notes, texts left over and names there were before it
        self._strange: list[tuple[list[Note], list[tuple[str, Place]]]] = []

    @property
    def left(self) -> list[tuple[str, Place]]:
        """Texts of tables that have no place in the plan."""
        return self._rows.left

    @property
    def prose(self) -> list[tuple[str, Place]]:
        """What the plan does not account for and need not: remarks, signatures, page numbers."""
        return self._rows.remarks

    def walk(self, step: Step) -> None:
        """One step."""
        row = step.row
        self.levels.line = row.line
        if step.table is not self._table:
            self._enter(step.table, row)
        if step.kind == "foot":
            self.prose.extend((cell, row.place(c)) for c, cell in enumerate(row.cells) if cell)
            return
        if row.kind == "line" and self._is_sentence(step):
            self.prose.extend((item.text, item.place) for item in step.items)
        elif row.kind == "line" and "Rp" in row.cells[0]:
            self._with_amount(step)
        else:
            self._take(step)
        self._rows.stands_at(row.line)

    def _take(self, step: Step) -> None:
        """A heading, a line or the row of a table."""
        if step.kind == "heading":
            self._heading(step)
        elif step.kind == "line":
            self._line(step)
        else:
            self._read(step)

    def _read(self, step: Step) -> None:
        columns = step.table.columns
        if not columns.slots or (step.kind == "line" and not columns.holds_names):
            columns = CANONICAL
        self._rows.read(step.items, columns, step.table.number)

    def _heading(self, step: Step) -> None:
        """A heading opens the section of the program (or other element) that it names."""
        items = step.items
        item = items[-1] if items[0].kind == "code" else items[0]
        if len(items) == 2 and items[0].kind == "code":
            self._rows.code = items[0].text
        level = self._level_of_heading(item)
        if level is None:
            if step.table.header or item.kind in ("pair", "figure") or len(items) > 2:
                self._read(step)
            else:
                self.prose.append((item.text, item.place))
            return
        code, self._rows.code = self._rows.code, None
        self.outline.heading(level, item, step.row.cells[item.column], code)
        self._rows.lanes.close_below(RANK[level])

    def _level_of_heading(self, item: Item) -> Level | None:
        if item.level is not None or item.kind != "text":
            return item.level
        sign = self.levels.official(item)
        return sign.level if sign is not None else None

    def _is_sentence(self, step: Step) -> bool:
        """Whether a line outside the tables is prose: *Kegiatan operasional pelayanan …*.

        A name goes on with a capital behind its label, or is official. A line of a page or a
        paragraph that begins with a figure is the rest of a sentence, too; one that is numbered
        and goes on with a small letter is a note.
        """
        item = step.items[0]
        if item.text[-1:] in (".", ":") and item.kind == "element" and _SENTENCES.search(item.text):
            return True
        if not self.headed or len(step.items) > 1 or item.kind in ("pair", "unit", "code"):
            return False
        if item.kind == "figure":
            has_words = item.quantity is not None and item.quantity.unit is not None
            return has_words and step.row.places is not None
        if item.kind != "element":
            return item.number is not None and item.text[0].islower()
        return _BEHIND_LABEL.match(item.text) is not None and not self.levels.official(item)

    def _enter(self, table: Table, row: Row) -> None:
        """Leave the table above for this one, which begins with a row or goes on with it."""
        self._leave(self._table)
        self._table = table
        if table.header:
            self.headed.add(table.number)
            return
        self._from = len(self.notes), len(self.left), self._rows.named
        if table.columns.are_shown and table.number not in self._shown:
            self._shown.add(table.number)
            self.notes.append(Note(findings.HEADER_LOST, {}, place=row.place(0)))

    def _leave(self, table: Table | None) -> None:
        """Remember what a table without a header left, if it has printed no name of a plan."""
        notes, left, named = self._from
        if table is None or table.header or self._rows.named > named:
            return
        loose = [note for note in self.notes[notes:] if note.row is None and note.element is None]
        if loose or len(self.left) > left:
            self._strange.append((loose, self.left[left:]))

    def _without_strangers(self) -> None:
        """Tell nothing of tables of other things in a document whose plan has headers.

        A report counts its staff and its offices, too.
        """
        self._leave(self._table)
        if not (self.headed and self._strange):
            return
        notes = {id(note) for loose, _ in self._strange for note in loose}
        places = {place for _, left in self._strange for _, place in left}
        for loose, left in self._strange:
            self.prose.extend(left)
            self.prose.extend(
                (str(note.params.get("text", "")), note.place)
                for note in loose
                if note.place is not None
            )
        self.notes[:] = [note for note in self.notes if id(note) not in notes]
        self.left[:] = [each for each in self.left if each[1] not in places]

    def settle(self) -> None:
        """Settle what only the end of the document tells."""
        self._rows.end()
        self._without_strangers()
        settle_nameless(self.outline.elements)
        self._rows.indicators.let_go_of_doubles()

    def _with_amount(self, step: Step) -> None:
        """A line that ends in rupiah, as agreements list programs: *1. Program … Rp. 25.000.000,-*.

        It is the budget of what the line names, if it names something.
        """
        item, newest = step.items[0], self.outline.newest
        found = _AMOUNT.search(item.text) if len(step.items) == 1 else None
        if found is not None:
            item = item._replace(text=item.text[: found.start()])
            step = step._replace(items=[item])
        self._take(step)
        element = self.outline.newest
        if found is None:
            return
        if element is not None and element is not newest and element.name == item.text:
            element.budget["year"] = DraftCell(parse(found[1]), item.place)
        else:
            self.prose.append((found[1], item.place))

    def _line(self, step: Step) -> None:
        """A line of one cell outside a table: a heading without marks, a row, or prose."""
        item = step.items[0]
        lettered = item.number is not None and not item.number[0].isdigit()
        if item.kind == "element" and (lettered or item.level == "program"):
            self._heading(step)
        elif item.kind == "text" and item.number is None:
            if self.outline.elements and self.levels.official(item) is not None:
                self._heading(step)
                return
            self.prose.append((item.text, item.place))
        elif (
            self.outline.elements
            or item.kind in ("element", "indicator", "pair")
            # The row of a table whose empty cells at the end were cut off.
            or (step.table.columns.are_shown and begins_as_result(item.text))
        ):
            newest = self.outline.newest
            if item.kind == "indicator" and newest is not None and not newest.rows:
                self._rows.lanes.begin(0, newest)
            self._read(step)
        else:
            self.prose.append((item.text, item.place))
