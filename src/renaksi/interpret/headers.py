"""Header rows: which rows are some, and what the columns below them hold.

A header may span several rows (*SASARAN | PROGRAM* above *URAIAN | INDIKATOR | TARGET*),
stand split over the wrong columns, repeat in mid-table or be lost. So a column's role
is evidence to weigh, never the law: what the cells themselves say comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Final

from renaksi.interpret.header_words import LABELS, Role, header_role
from renaksi.interpret.value_columns import keyed, with_owners
from renaksi.model import Level
from renaksi.patterns import pattern
from renaksi.quarter import QUARTERS
from renaksi.readers.document import Row

_MOST_COLUMNS: Final = 64
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des",
)  # fmt: skip
_MONTHS_BY_LETTER: Final = "JFMAMJJASOND"
_QUARTER_DIGITS: Final = {"1", "2", "3", "4"}
_MONTH_DIGITS: Final = [str(month) for month in range(1, 13)]
_WORK: Final[tuple[Level, ...]] = ("program", "activity", "subactivity")
_PERFORMANCE: Final = frozenset({"kinerja", "kinerja utama", "kinerja individu"})
_LONGEST_FIELD: Final = 30  # letters
_GOVERNMENT: Final = pattern(r"(?i)pemerintah (?:daerah )?(?:kabupaten|kota|provinsi)\b")
_STATED: Final = ("indicator", "unit", "value")
_NUMBER_BEFORE: Final = pattern(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]?\s+|(?<=[a-z])\s\d{1,2}$")
_ASIDES: Final = ("lokasi", "sumber", "catatan", "ket", "penanggung", "pelaksana")
_ASIDE: Final = pattern(
    r"(?i)(?:lokasi|sumber\s?(?:dana|pendanaan)|catatan|ket(?:erangan)?\b|penanggung|pelaksana)"
)
_LEAST_OF_SEVERAL: Final = 4  # cells of a header's row
_LEAST_OF_MANY: Final = 7
_LONGEST_HEAD: Final = 40  # letters of one in other words
_LONGEST_ORDINAL: Final = 2  # digits
_ORDINALS: Final = re.compile(r"\(?\d{1,2}\)?(?:\s?=.*)?")


Header = tuple[tuple[str, ...], ...]


class Columns:
    """The roles of a table's columns, from left to right, and the blocks that they form."""

    def __init__(self, roles: dict[int, Role]) -> None:
        """Columns from 0; the roles carry their blocks already."""
        self.slots: tuple[tuple[int, Role], ...] = tuple(sorted(roles.items()))
        self.roles = dict(self.slots)
        self.blocks = 1 + max([role.block for _, role in self.slots], default=0)
        self.are_shown = False  # by the rows of a table whose whole header was lost

    def __eq__(self, other: object) -> bool:
        """Columns are what their slots are."""
        return isinstance(other, Columns) and self.slots == other.slots

    def __hash__(self) -> int:
        """As the slots."""
        return hash(self.slots)

    def role(self, column: int) -> Role | None:
        """The role of a column, or None where the header is silent."""
        return self.roles.get(column)

    def holds_values(self, block: int) -> bool:
        """Whether a block has a column for values."""
        return block in self._values

    def has_unit(self, block: int) -> bool:
        """Whether a block has a column for units."""
        return block in self._units

    @cached_property
    def _values(self) -> set[int]:
        return {role.block for _, role in self.slots if role.field == "value"}

    @cached_property
    def _units(self) -> set[int]:
        return {role.block for _, role in self.slots if role.field == "unit"}

    @cached_property
    def rupiah(self) -> dict[tuple[int, str | None, str | None], set[int]]:
        """The columns of rupiah by what they are of: their block, kind and key."""
        found: dict[tuple[int, str | None, str | None], set[int]] = {}
        for column, role in self.slots:
            if role.money:
                found.setdefault((role.block, role.kind, role.key), set()).add(column)
        return found

    @cached_property
    def has_units(self) -> bool:
        """Whether any block has a column for units."""
        return bool(self._units)

    @cached_property
    def holds_names(self) -> bool:
        """Whether a column is for the names of elements."""
        return any(role.field == "name" for _, role in self.slots)

    @cached_property
    def holds_outcomes(self) -> bool:
        """Whether a column is for the names of goals or objectives."""
        return any(
            role.field == "name" and role.level in ("goal", "objective") for _, role in self.slots
        )

    @cached_property
    def has_indicators_first(self) -> bool:
        """Whether the indicators stand before the names that they belong to."""
        first = [role for _, role in self.slots if role.field in ("name", "indicator")][:2]
        fields = [role.field for role in first]
        return fields == ["indicator", "name"] and first[0].block == first[1].block

    @cached_property
    def has_codes_behind(self) -> bool:
        """Whether the codes stand behind the names that they belong to."""
        fields = [role.field for _, role in self.slots if role.field in ("name", "code")]
        return fields[:1] == ["name"] and fields[-1] == "code"


NO_COLUMNS: Final = Columns({})


def is_field(cells: Sequence[str]) -> bool:
    """Whether a row is a field of a form: *TUGAS POKOK | : | …*, *Nama | : Budi*, *Tanggal: | …*.

    What a label word names (*Program: | …*) is none.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return False
    if filled[1].startswith(":"):
        return not filled[0].endswith(":") and not says_what(filled[0])
    label = filled[0].rstrip(": ")
    return (
        len(filled) == 2
        and filled[0].endswith(":")
        and 0 < len(label) <= _LONGEST_FIELD
        and header_role(label) is None
    )


def says_what(label: str) -> bool:
    """Whether a label before a colon says what follows: *1. Sasaran*, *Satuan*, *Target TW I*."""
    role = header_role(_NUMBER_BEFORE.sub("", label)) if label[0].isalnum() else None
    if role is None or role.money:
        return False
    return role.field in _STATED or (role.field == "name" and bool(role.mentions))


def is_letterhead(row: Row) -> bool:
    """Whether a row is of an office's letterhead: a logo beside *PEMERINTAH KABUPATEN …*."""
    return any(
        _GOVERNMENT.match(line)
        for column, cell in enumerate(row.cells) if "emerintah" in cell.casefold()
        for line in row.lines(column)
    )  # fmt: skip


def with_months(cells: tuple[str, ...]) -> tuple[str, ...]:
    """A header's row with names for the months that it prints as *J F M A M J J A S O N D*."""
    if "J" not in cells and "j" not in cells:
        return cells
    letters = [n for n, cell in enumerate(cells) if len(cell) == 1 and cell.isalpha()]
    if "".join(cells[n] for n in letters).upper() != _MONTHS_BY_LETTER:
        return cells
    names = dict(zip(letters, _MONTHS, strict=True))
    return tuple(names.get(n, cell) for n, cell in enumerate(cells))


def is_header(cells: Sequence[str], after_header: bool, in_table: bool) -> bool:
    """Whether a row is a header row: every filled cell is a header word.

    A row of quarter labels alone, of column numbers, or of a single header word is one
    only below another header row (or in capitals): elsewhere it is a row of a stacked table.
    """
    filled = list(filter(None, cells))
    if not filled:
        return False
    roles: list[Role] = []
    if after_header:
        others = [cell for cell in filled if not _is_ordinal(cell)]
        if not others and len(filled) > 2:
            return True
        filled = others or filled
    for cell in filled:
        role = header_role(cell)
        if role is not None:
            roles.append(role)
        elif not _may_be_head(cell, len(filled)):
            return False
    if len(roles) < len(filled):
        return len(roles) * 3 >= len(filled) * 2 and _are_of_header(roles)
    if all(role.field == "value" and role.kind is None and role.key for role in roles):
        keys = {role.key for role in roles}
        return after_header and len(keys) > 1
    if len(filled) == 1:
        return after_header or (filled[0].isupper() and in_table)
    return True


def _are_of_header(roles: Sequence[Role]) -> bool:
    """Whether the header words among other words are of measuring.

    One quarter side by side is none of them: *TW II | - | TW II | 25* stands with its values.
    """
    if len({role.key for role in roles}) == 1 and roles[0].key in QUARTERS:
        return False
    return any(role.field in ("indicator", "value") for role in roles)


def _may_be_head(cell: str, count: int) -> bool:
    """Whether a cell of other words may be one of so many cells of a header's row.

    Of many one may hold a number: *Kinerja Th. n-1*.
    """
    if count < _LEAST_OF_SEVERAL or len(cell) > _LONGEST_HEAD:
        return False
    return not any(map(str.isdigit, cell)) or (count >= _LEAST_OF_MANY and cell[0].isalpha())


def numbers_columns(cells: tuple[str, ...], upper: Sequence[tuple[str, ...]]) -> bool:
    """Whether a row holds nothing but numbers, each of a column that the row above names.

    So it is with a single *I* below *Realisasi pada Triwulan*.
    """
    if not upper:
        return False
    filled = [n for n, cell in enumerate(cells) if cell]
    return bool(filled) and all(
        _is_ordinal(cells[n]) and _at(upper[-1], n)[:1].isalpha() for n in filled
    )


def _is_ordinal(cell: str) -> bool:
    """Whether a cell is the number of a column: *3*, *(3)*, *(5) = (4) / (3)*."""
    if cell.isdigit():
        return len(cell) <= _LONGEST_ORDINAL
    return not cell[0].isalpha() and _ORDINALS.fullmatch(cell) is not None


@lru_cache(maxsize=1024)
def columns_of(header: Header) -> Columns:
    """The columns that consecutive header rows describe together, top row first."""
    header = tuple(_with_quarters(row, header[:n]) for n, row in enumerate(header))
    rows = [row for row in header if not all(_is_ordinal(cell) for cell in row if cell)]
    if not rows:
        return NO_COLUMNS
    width = max(map(len, rows))
    merged: dict[int, Role] = {}
    told: set[int] = set()  # columns in which a row above has a cell
    for depth, row in enumerate(rows):
        above = merged
        merged = dict(above)
        group: Role | None = None
        for column in range(width):
            cell = _at(row, column)
            role = header_role(cell) if cell else None
            if cell.isdigit() and role is None and column in above:
                merged[column] = _of_month(above[column], cell)
                continue
            if column in told:
                group = None  # another group begins above
            group = role or group
            is_own = column in above and column in told
            if role is not None and is_own and _is_aside(cell):
                merged[column] = role  # the first below *Rencana Tahun 2025* is no target
            elif role is not None:
                merged[column] = _combined(above.get(column), role, is_own)
            elif group is not None and depth + 1 < len(rows) and not is_own:
                merged[column] = _combined(above.get(column), group, is_own)
        told.update(column for column, cell in enumerate(row) if cell)
    named = {column: role for column, role in merged.items() if column in told}
    named |= _of_performance(named, rows[0]) | _of_units(named, rows[0])
    kept = dict(sorted(named.items())[:_MOST_COLUMNS])
    return Columns(keyed(with_owners(_in_blocks(kept))))


def _with_quarters(row: tuple[str, ...], upper: Header) -> tuple[str, ...]:
    """A header's row with names for the quarters that it prints as *1 2 3 4* below *Triwulan*.

    So it is with the months, *1* to *12* below *Bulan*. A row that numbers the columns themselves
    begins at the first.
    """
    filled = [n for n, cell in enumerate(row) if cell]
    words = [cell.strip("()") for cell in row if cell]
    is_of_months = words == _MONTH_DIGITS
    if not upper or not (is_of_months or (set(words) == _QUARTER_DIGITS and len(filled) % 4 == 0)):
        return row
    first = min((n for above in upper for n, cell in enumerate(above) if cell), default=0)
    told = " ".join(cell for above in upper for cell in above).casefold()
    if first >= filled[0]:
        return row
    if is_of_months:
        names = dict(zip(filled, _MONTHS, strict=True)) if "bulan" in told else {}
        return tuple(names.get(n, cell) for n, cell in enumerate(row))
    if not ("triwulan" in told or "tw" in told.split()):
        return row
    return tuple(f"TW {cell.strip('()')}" if cell else "" for cell in row)


def _of_performance(roles: dict[int, Role], head: tuple[str, ...]) -> dict[int, Role]:
    """What *Kinerja Utama* holds where no other column is called so: names, else indicators."""
    fields = {role.field for role in roles.values()}
    if "name" in fields:
        return {}
    for column, role in roles.items():
        if role.field == "note" and _at(head, column).casefold() in _PERFORMANCE:
            if "indicator" not in fields:
                return {column: Role("indicator")}
            return {column: Role("name", mentions=("objective", *_WORK))}
    return {}


def _of_units(roles: dict[int, Role], head: tuple[str, ...]) -> dict[int, Role]:
    """What *Unit* holds between an indicator and a value, where no column is of units."""
    if any(role.field == "unit" for role in roles.values()):
        return {}
    for (_, before), (column, role), (_, behind) in zip(*(
        sorted(roles.items())[n:] for n in range(3)
    ), strict=False):  # fmt: skip
        if role.field == "note" and _at(head, column).casefold() == "unit":
            if before.field == "indicator" and behind.field == "value":
                return {column: Role("unit")}
    return {}


def _of_month(above: Role, cell: str) -> Role:
    """A column that a number heads: a month of the values above it, else a mark in a calendar."""
    if above.field == "value" and above.key is None and 1 <= int(cell) <= 12:
        return above._replace(key=f"m{int(cell)}")
    return Role("note")


def _is_aside(cell: str) -> bool:
    """Whether a cell of a header begins as one of a place, a source or a remark does."""
    return cell.lower().startswith(_ASIDES) and _ASIDE.match(cell) is not None


def _at(row: tuple[str, ...], column: int) -> str:
    return row[column] if column < len(row) else ""


def _combined(above: Role | None, here: Role, is_own: bool) -> Role:
    """A column's role from what stands above it (its own cell, or a group's) and its own header."""
    if above is None:
        return here
    level = here.level or above.level
    if above.field == "indicator" and here.field in ("name", "note") and is_own:
        return above._replace(level=level)
    if here.field == "note" and is_own:
        return above
    if here.field == "name" and above.field == "value" and above.key in QUARTERS and not is_own:
        return Role("note")  # what is done in a quarter, beside its target
    if above.money and here.is_share:
        return Role("note", kind="achievement")
    if above.field == "value" and here.field == "value":
        key = None if above.key == LABELS else above.key
        return Role(
            "value", level, here.kind or above.kind, here.key or key,
            above.money if here.money is None else here.money, here.unit or above.unit,
            scale=here.scale or above.scale, is_revised=here.is_revised or above.is_revised,
        )  # fmt: skip
    if is_own and above.field in ("name", "indicator", "unit") and here.field == "value":
        return above  # the header is split over the wrong columns
    if here.field == "name":
        return here._replace(level=level, mentions=here.mentions or above.mentions)
    return here._replace(level=level) if above.field in ("name", "value") else here


def _in_blocks(roles: dict[int, Role]) -> dict[int, Role]:
    """Number the blocks: a new one begins at each name that follows an indicator, unit or value.

    An indicator that stands before all names, and is the only one, is of theirs.
    """
    block, numbered = 0, {}
    is_filled = False
    fields = [role.field for _, role in sorted(roles.items())]
    told = [field for field in fields if field in ("name", "indicator", "unit", "value")]
    is_first = told[:2] == ["indicator", "name"] and told.count("indicator") == 1
    for column, role in sorted(roles.items()):
        if role.field == "name" and is_filled:
            block += 0 if is_first else 1
            is_filled = is_first = False
        is_filled = is_filled or role.field in ("indicator", "unit", "value")
        numbered[column] = role._replace(block=block)
    return numbered
