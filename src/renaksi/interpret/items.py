"""A row as items: what its cells say, in order, each quarter paired with its value.

The cells' pieces of `renaksi.interpret.pieces` are put in a line here, so that the
walk over the document sees *element, text, unit, pair, pair …* and no longer cares into
which column a shift moved them.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from typing import Final, Literal, NamedTuple

from renaksi.interpret.pieces import Piece, pieces
from renaksi.interpret.vocabulary import UNITS
from renaksi.model import Level, Place, maker
from renaksi.quantity import Quantity, parse
from renaksi.quarter import LABEL, quarter_of
from renaksi.readers.document import Row

ItemKind = Literal["element", "indicator", "text", "unit", "pair", "figure", "code"]

LONGEST_WORD: Final = 20  # letters of a value in words: *WTP*, *tdk dpt diprediksi*
_LONGEST_END: Final = 60  # letters at the end of a text among which a label of a quarter is sought


class Item(NamedTuple):
    """One item of a row: a `Piece` and where it stands.

    A ``pair`` is a quarter with its value (None where it stands alone). A text whose number may
    be a figure has the quantity that its cell would be.
    """

    kind: ItemKind
    text: str
    number: str | None
    level: Level | None
    quarter: str | None
    quantity: Quantity | None
    column: int
    place: Place
    fused: bool = False  # it shared its cell with other items
    value_column: int | None = None  # where a pair's value stands, if not in its own cell


_item: Final = maker(Item)
# A quarter, its column and place, whether it shares its cell, and the last column that this covers.
_Label = tuple[Piece, int, Place, bool, int]
_SIGNS: Final = ("Rp", "Rp.")


def items_of(row: Row) -> list[Item]:
    """The items of a row from left to right."""
    items: list[Item] = []
    places, spans, numbers, lines = row.placed(), row.spans, row.numbers, row.line_places
    label: _Label | None = None  # a quarter whose value has not come yet
    lists_labels = False  # in one cell, without values: TW I TW II TW III TW IV
    for column, cell in compress(enumerate(row.cells), row.cells):  # those that are filled
        found, several, fused = _apart(cell)
        if numbers and column in numbers:
            found = _exact(found)
        where = column, places[column], fused, None
        own = _own_places(cell, found, row, column) if lines else None
        for number, piece in enumerate(found):
            if own is not None:
                where = column, own[number], fused, None
            if label is not None:
                value = _value_for(label, piece, column, items)
                items.append(_pair(label, value, column))
                lists_labels |= value is None and piece.kind == "quarter" and label[1] == column
                label = None
                if value is not None:
                    continue
            if piece.kind == "quarter":
                last = column + spans[column].columns - 1 if column in spans else column
                label = piece, column, where[1], several, last
            elif piece.kind == "value":
                _append_value(items, piece, where)
            else:
                items.append(_item(piece + where))
    if label is not None:
        items.append(_pair(label, None, label[1]))
    return _beside(items, row) if lists_labels else items


def _own_places(cell: str, found: Sequence[Piece], row: Row, column: int) -> list[Place] | None:
    """The place of the line of each piece of a cell; None where its lines have no places."""
    lines = row.line_places.get(column)
    # A lone text of a page stands where its cell does, one of a text may have been lifted.
    if lines is None or (len(found) < 2 and row.places is not None):
        return None
    places, at = [], 0
    for piece in found:
        begins = cell.find(piece.text, at)
        if begins >= 0:
            at = begins + len(piece.text)
            places.append([place for start, place in lines if start <= begins][-1])
        else:
            places.append(row.place(column))
    return places


def _beside(items: list[Item], row: Row) -> list[Item]:
    """The items, labels of one cell paired with as many values, or lines, of the cell behind it."""
    for n, first in enumerate(items):
        if first.kind != "pair" or first.quantity is not None:
            continue
        own = [item for item in items if item.column == first.column]
        rest = items[n + len(own) :]
        is_list = len(own) > 1 and items[n : n + len(own)] == own
        if not rest or not is_list or any(each.quantity for each in own):
            continue
        at = rest[0].column
        values = [item for item in rest if item.column == at]
        read = [item.quantity for item in values if item.kind == "figure"]
        if len(read) != len(own):
            read = [parse(line) for line in row.lines(at)]
        if len(read) == len(own):
            found = [
                item._replace(quantity=quantity, value_column=at)
                for item, quantity in zip(own, read, strict=True)
            ]
            return [*items[:n], *found, *rest[len(values) :]]
    return items


@lru_cache(maxsize=32768)
def _apart(cell: str) -> tuple[tuple[Piece, ...], bool, bool]:
    """The pieces of a cell, whether they are several, and whether that fuses items.

    A numbered text has what its cell would be as a value, where its number may be a figure:
    *3 Dokumen dan 2 Laporan* may be numbered, *3. Dokumen* is.
    """
    found = pieces(cell)
    if len(found) > 1:
        return found, True, found[0].kind not in ("quarter", "code")
    number = found[0].number if found else None
    if number is not None and number.isdigit() and cell[len(number) : len(number) + 1] == " ":
        found = (found[0]._replace(quantity=parse(cell)),)
    return found, False, False


def _exact(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a cell that is a number in its file: its figure reads in one way alone."""
    return tuple(
        piece._replace(quantity=parse(piece.quantity.text, "id")) if piece.quantity else piece
        for piece in found
    )


def _pair(label: _Label, value: Quantity | None, column: int) -> Item:
    """A quarter with the value that was found in ``column``, or without."""
    (_, text, _, _, quarter, _), own, place, _, _ = label
    beside = column if value is not None and column != own else None
    return _item(("pair", text, None, None, quarter, value, own, place, False, beside))


def _value_for(label: _Label, piece: Piece, column: int, items: list[Item]) -> Quantity | None:
    """The value that a piece gives to the quarter before it, or None where it gives none.

    ``items`` stand before the quarter: where its cell gave the other quarters their values
    itself, no other cell gives it one.
    """
    _, own, _, shared, last = label
    distance = column - own if column == own else column - last
    if shared and distance and items and items[-1].kind == "pair" and items[-1].column == own:
        return None
    if piece.kind == "value":
        return piece.quantity if distance <= 2 else None
    if piece.kind == "text" and not (shared and distance) and _is_word_value(piece, distance):
        return parse(piece.text)
    return None


def _append_value(items: list[Item], piece: Piece, where: tuple[int, Place, bool, None]) -> None:
    """A value without a quarter before it: it may stand behind a text that ends in the label."""
    last = items[-1] if items else None
    if last is not None and last.text in _SIGNS:
        where = items.pop().column, *where[1:]  # of rupiah, in a cell of its own
        last = None
    if last is not None and last.kind == "text" and _ends_in_label(last, where[0]):
        label = [*LABEL.finditer(last.text)][-1]
        items[-1] = last._replace(text=last.text[: label.start()].strip())
        text, quarter = label.group(), quarter_of(label)
        items.append(Item("pair", text, None, None, quarter, piece.quantity, *where[:2]))
    else:
        items.append(_item(("figure", *piece[1:], *where)))


def _ends_in_label(item: Item, column: int) -> bool:
    """Whether a text ends in a quarter label whose value stands in the next column."""
    if column - item.column != 1:
        return False
    labels = [*LABEL.finditer(item.text, max(len(item.text) - _LONGEST_END, 0))]
    return bool(labels) and not item.text[labels[-1].end() :].strip()


def _is_word_value(piece: Piece, distance: int) -> bool:
    """Whether a text directly behind a quarter is its value in words (*WTP*, *B*)."""
    return (
        piece.number is None
        and distance <= 1
        and len(piece.text) <= LONGEST_WORD
        and piece.text.casefold() not in UNITS
    )


def rows_in(items: list[Item]) -> list[list[Item]]:
    """The rows that a row holds where its cells list several indicators with their values.

    ``1. Persentase … 2. Jumlah … | Persen Orang | 25 10 | 50 20``: as many figures in each
    cell as there are texts, so that they pair in order.
    """
    if not [item for item in items if item.fused and item.kind == "text"]:
        return [items]
    columns: dict[int, list[Item]] = {}
    for item in items:
        columns.setdefault(item.column, []).append(item)
    listed = [each for each in columns.values() if len(each) > 1 and each[0].kind == "text"]
    if len(listed) != 1 or not _are_numbered_on(listed[0]):
        return [items]
    at = listed[0][0].column  # the number of the row stands before it
    figures = [each for column, each in columns.items() if each[0].kind == "figure" and column > at]
    if len(figures) < 2:
        return [items]
    count = len(listed[0])
    if any(len(each) != count for each in figures):
        return [items]
    rows: list[list[Item]] = [[] for _ in range(count)]
    for each in columns.values():
        parts = each if len(each) == count else _units_in(each, count)
        if len(parts) == count:
            for row, part in zip(rows, parts, strict=True):
                row.append(part._replace(fused=False))
        else:
            rows[0].extend(each)
    return rows


def _are_numbered_on(texts: list[Item]) -> bool:
    numbers = [text.number for text in texts]
    return numbers == [str(n) for n in range(1, len(texts) + 1)]


def _units_in(items: list[Item], count: int) -> list[Item]:
    """So many units in one text (*Persen Orang*), or the items as they are."""
    words = items[0].text.split()
    if len(items) > 1 or len(words) % count:
        return items
    size = len(words) // count
    texts = [" ".join(words[n : n + size]) for n in range(0, len(words), size)]
    if all(text.casefold() in UNITS for text in texts):
        return [items[0]._replace(kind="unit", text=text) for text in texts]
    return items
