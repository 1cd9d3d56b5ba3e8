"""Header rows: which words they are made of, and what the columns below them hold.

A header may span several rows (*SASARAN | PROGRAM* above *URAIAN | INDIKATOR | TARGET*),
stand split over the wrong columns, repeat in mid-table or be lost. So a column's role
is evidence to weigh, never the law: what the cells themselves say comes first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from renaksi.model import Level
from renaksi.quarter import LABEL, quarter_named, quarter_of

Field = Literal[
    "name", "indicator", "unit", "target", "quarter", "year", "actual", "budget",
    "code", "number", "note", "group",
]  # fmt: skip

_WORDS: Final = (
    r"(?:no(?:mor)?\.?(?:\s?urut)?|sat\.?|kode(?:\s?rekening)?|uraian|indikator(?:\s?kinerja)?(?:\s?(?:utama|individu))?"
    r"|satuan|target(?:\s?kinerja)?|realisasi(?:\s?kinerja)?|capaian(?:\s?kinerja)?|triwulan(?:an)?|tahun(?:an)?"
    r"|tujuan|sasaran(?:\s?strategis)?|program|kegiatan|sub\s?-?\s?kegiatan|anggaran|pagu(?:\s?anggaran)?|rp\.?"
    r"|keterangan|ket\.?|penanggung\s?jawab|pelaksana|formula(?:si)?(?:\s?perhitungan)?|definisi(?:\s?operasional)?"
    r"|sumber\s?data|strategis|perangkat\s?daerah|opd|pd|nama|kinerja|rencana(?:\s?aksi)?|urusan|dan|per|/|20\d\d"
    r"|b0[369]|b12|tw\.?\s?-?[1-4]|trw\.?\s?[1-4]|triwulan\s?[1-4]|urut|volume|vol\.?|\(?rp\.?\)?|\(?%\)?|output|outcome|keluaran|hasil|akhir|awal|\d{1,2}|tw|trw|i{1,3}|iv|bidang)"
)
_PHRASE: Final = re.compile(rf"{_WORDS}(?:[\s/,&|().:-]+{_WORDS})*[\s.:)]*", re.IGNORECASE)
_FOOTER: Final = re.compile(
    r"(?i:-?\s*(?:halaman|hal\.?|page|lembar)\s*:?\s*\d+(?:\s*(?:dari|/|of)\s*\d+)?\s*-?|nip\b.*)"
)
_YEAR: Final = re.compile(r"20\d\d")
_ORDINALS: Final = re.compile(r"\(?\d{1,2}\)?(?:\s?=.*)?")
_LEVEL_WORDS: Final[tuple[tuple[str, Level], ...]] = (
    ("tujuan", "goal"),
    ("sasaran", "objective"),
    ("program", "program"),
)


class Role(NamedTuple):
    """What a column holds: the field, the level of the element it speaks of, the quarter.

    ``block`` numbers the groups of columns from left to right; each begins with a name.
    ``mentions`` lists the levels that a header such as *Sasaran/Program/Kegiatan* names.
    """

    field: Field
    level: Level | None = None
    quarter: str | None = None
    block: int = 0
    mentions: tuple[Level, ...] = ()


class Columns(NamedTuple):
    """The roles of a table's columns, by column from 0."""

    roles: dict[int, Role]

    def role(self, column: int) -> Role | None:
        """The role of a column, or None where the header is silent."""
        return self.roles.get(column)

    def has(self, field: Field) -> bool:
        """Whether any column holds ``field``."""
        return any(role.field == field for role in self.roles.values())

    def quarters(self, block: int | None = None) -> list[tuple[int, str]]:
        """The columns (with their cell keys) that hold quarters or the year, of one block or all."""
        return [
            (column, role.quarter or "year")
            for column, role in sorted(self.roles.items())
            if role.field in ("quarter", "year") and (block is None or role.block == block)
        ]

    def indicator_columns(self) -> list[int]:
        """The columns of indicators from left to right."""
        return [column for column, role in sorted(self.roles.items()) if role.field == "indicator"]

    def named_levels(self) -> list[Level | None]:
        """The levels of the name columns from left to right."""
        return [role.level for _, role in sorted(self.roles.items()) if role.field == "name"]


NO_COLUMNS: Final = Columns({})


@lru_cache(maxsize=4096)
def header_role(cell: str) -> Role | None:
    """The role that a header cell gives its column, or None where the cell is no header cell."""
    worded = cell[0].isalpha() or cell[0] in "(%" or _YEAR.fullmatch(cell)
    if not worded or len(cell) > 70 or not _PHRASE.fullmatch(cell):
        return None
    text = re.sub(r"\s+", " ", cell.casefold())
    if quarter_named(cell):
        return Role("quarter", quarter=quarter_named(cell))
    label = LABEL.search(cell)
    quarter = quarter_of(label) if label else None
    if "indikator" in text and not text.startswith(("target", "satuan")):
        mentions = _level_words(text)
        return Role("indicator", mentions[0] if len(mentions) == 1 else None)
    for start, field in (
        ("realisasi", "actual"), ("capaian", "actual"), ("satuan", "unit"), ("sat", "unit"), ("no", "number"),
        ("kode", "code"), ("anggaran", "budget"), ("pagu", "budget"), ("rp", "budget"),
        ("ket", "note"), ("penanggung", "note"), ("pelaksana", "note"), ("formula", "note"),
        ("definisi", "note"), ("sumber", "note"), ("urusan", "note"), ("bidang", "note"),
    ):  # fmt: skip
        if text.startswith(start):
            return Role(field, quarter=quarter)  # type: ignore[arg-type]
    if text.startswith("target") or text.startswith(("triwulan", "tahun", "20", "kinerja tahun")):
        if quarter:
            return Role("quarter", quarter=quarter)
        if "tahun" in text or re.search(r"20\d\d", text):
            return Role("year")
        return Role("target")
    mentions = _level_words(text)
    if mentions or text.startswith(("uraian", "nama", "rencana")):
        return Role("name", mentions[0] if len(mentions) == 1 else None, mentions=mentions)
    return Role("note")


def _level_words(text: str) -> tuple[Level, ...]:
    """The levels that a header names, from the top down."""
    found: list[Level] = [level for word, level in _LEVEL_WORDS if word in text]
    without_sub = re.sub(r"sub\s?-?\s?kegiatan", "", text)
    if "kegiatan" in without_sub:
        found.append("activity")
    if without_sub != text:
        found.append("subactivity")
    return tuple(found)


def is_footer(cells: tuple[str, ...]) -> bool:
    """Whether a row is the foot of a page (*Halaman 2 dari 4*) or a signature's number."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and _FOOTER.fullmatch(filled[0]) is not None


def is_header(cells: tuple[str, ...], after_header: bool, in_table: bool) -> bool:
    """Whether a row is a header row: every filled cell is a header word.

    A row of quarter labels alone, of column numbers, or of a single header word is one
    only below another header row (or in capitals): elsewhere it is a row of a stacked table.
    """
    filled = [cell for cell in cells if cell]
    if not filled:
        return False
    if after_header and len(filled) > 2 and all(_ORDINALS.fullmatch(cell) for cell in filled):
        return True
    roles: list[Role] = []
    for cell in filled:
        role = header_role(cell)
        if role is not None:
            roles.append(role)
        elif len(filled) < 4 or len(cell) > 40 or any(c.isdigit() for c in cell):
            return False
    if len(roles) < len(filled):
        fields = {role.field for role in roles}
        return len(roles) * 3 >= len(filled) * 2 and bool(fields & {"indicator", "target", "quarter"})
    if all(role.field == "quarter" for role in roles):
        named = [role.quarter for role in roles]
        return after_header and len(named) > 1 and len(set(named)) > 1
    if len(filled) == 1:
        return after_header or (filled[0].isupper() and in_table)
    return True


@lru_cache(maxsize=1024)
def columns_of(header: tuple[tuple[str, ...], ...]) -> Columns:
    """The columns that consecutive header rows describe together, top row first."""
    rows = [row for row in header if not all(_ORDINALS.fullmatch(cell) for cell in row if cell)]
    if not rows:
        return NO_COLUMNS
    width = max(len(row) for row in rows)
    merged: dict[int, Role] = {}
    for depth, row in enumerate(rows):
        below = rows[depth + 1 :]
        group: Role | None = None
        for column in range(width):
            cell = row[column] if column < len(row) else ""
            role = header_role(cell) if cell else None
            if role is not None:
                group = role
            if role is None and not (below and group):
                continue
            merged[column] = _combined(merged.get(column), role or group, spread=role is None)
    for column in [c for c in merged if not _named_anywhere(rows, c)]:
        del merged[column]
    return Columns(_with_year(_blocks(merged)))


def _with_year(roles: dict[int, Role]) -> dict[int, Role]:
    """A *Target* column beside quarter columns of its block holds the year's target."""
    with_quarters = {role.block for role in roles.values() if role.field == "quarter"}
    return {
        column: role._replace(field="year")
        if role.field == "target" and role.block in with_quarters
        else role
        for column, role in roles.items()
    }


def _named_anywhere(rows: list[tuple[str, ...]], column: int) -> bool:
    return any(column < len(row) and row[column] for row in rows)


def _combined(above: Role | None, here: Role | None, spread: bool) -> Role:
    """A column's role from the group header above it and its own header."""
    if here is None:
        return above or Role("note")
    if above is None:
        return here
    if spread and above.field != "group":
        return above
    level = here.level or above.level
    if above.field == "actual" and here.field in ("quarter", "year", "target"):
        return Role("actual", level, here.quarter)
    if above.field in ("target", "year") and here.field in ("quarter", "year"):
        return Role(here.field, level, here.quarter)
    return Role(here.field, level, here.quarter, mentions=here.mentions)


def _blocks(roles: dict[int, Role]) -> dict[int, Role]:
    """Number the blocks: a new one begins at each name column that follows other fields."""
    block, numbered = 0, {}
    seen_fields: set[str] = set()
    for column, role in sorted(roles.items()):
        if role.field == "name" and seen_fields & {
            "name",
            "indicator",
            "target",
            "quarter",
            "unit",
        }:
            block += 1
            seen_fields = set()
        seen_fields.add(role.field)
        numbered[column] = role._replace(block=block)
    return numbered
