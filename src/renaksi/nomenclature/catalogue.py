"""The official catalogue: every program, activity and sub-activity of a regency or city.

Codes are in the four-digit form in force since 2023. ``X.XX.01 …`` (*program penunjang*)
is a template for every office, which puts its own field (*bidang urusan*) there: a
kecamatan's is ``7.01.01 …``. The catalogue lies in two files made by
``scripts.build_nomenclature``: what a kecamatan needs, which loads in about a
millisecond, and the rest, which is read only when somebody asks for it.
"""

import os
from functools import lru_cache
from typing import Final, Literal, NamedTuple

EntryLevel = Literal["field", "program", "activity", "subactivity"]

TEMPLATE: Final = "X.XX"
SUPPORT: Final = ".01"  # the program number of the program penunjang in every field

_DATA: Final = os.path.join(os.path.dirname(__file__), "data")
_LEVELS: Final[dict[int, EntryLevel]] = {
    4: "field", 7: "program", 12: "activity", 17: "subactivity",
}  # fmt: skip


class Entry(NamedTuple):
    """One line of the nomenclature, in the words of its newest edition.

    ``code`` has four digits at its end (``7.01.01.2.01.0001``), ``code_2digit`` is the
    form of 2020–2022 (``7.01.01.2.01.01``) and empty above the sub-activity, as are
    ``performance`` (what is to come about), ``indicator`` and ``unit``.
    """

    code: str
    code_2digit: str
    level: EntryLevel
    name: str
    performance: str
    indicator: str
    unit: str


class Catalogue:
    """A loaded part of the nomenclature; its lines are known by their row numbers."""

    def __init__(self, *files: str) -> None:
        """Read the files of the package's data folder, one after the other."""
        self.codes: list[str] = []
        self.keys: list[str] = []
        self._texts: list[str] = []
        self.rows_by_code: dict[str, int] = {}
        self.rows_by_key: dict[str, list[int]] = {}
        self._below: dict[str, list[int]] = {}
        self._entries: dict[int, Entry] = {}
        for file in files:
            with open(os.path.join(_DATA, file), encoding="utf-8", newline="\n") as lines:
                self._add(lines.read())

    def _add(self, text: str) -> None:
        rows_by_key = self.rows_by_key
        start = row = len(self.codes)
        for line in text.splitlines():
            code, key, rest = line.split("\t", 2)
            self.codes.append(code)
            self.keys.append(key)
            self._texts.append(rest)
            if key in rows_by_key:
                rows_by_key[key].append(row)
            else:
                rows_by_key[key] = [row]
            row += 1
        self.rows_by_code.update(zip(self.codes[start:], range(start, row), strict=True))

    def entry(self, row: int) -> Entry:
        """The line of this row."""
        found = self._entries.get(row)
        if found is None:
            code = self.codes[row]
            name, performance, indicator, unit = self._texts[row].split("\t")
            found = Entry(
                code, short_code(code), level_of(code), name, performance, indicator, unit
            )
            self._entries[row] = found
        return found

    def name(self, row: int) -> str:
        """The official name of this row."""
        return self._texts[row].split("\t", 1)[0]

    def under(self, prefix: str) -> list[int]:
        """The rows whose codes begin so: a field, or a code and all that stands below it."""
        if len(prefix) < 4:
            return [row for row, code in enumerate(self.codes) if code.startswith(prefix)]
        row = self.rows_by_code.get(prefix)
        found = [] if row is None else [row]
        for each in self.below(prefix):
            found += self.under(self.codes[each])
        return found

    def below(self, code: str) -> list[int]:
        """The rows directly under a code (of the template, for a program penunjang)."""
        if not self._below:
            for row, each in enumerate(self.codes):
                self._below.setdefault(parent_code(each) or "", []).append(row)
        return self._below.get(code, [])


@lru_cache(maxsize=1)
def kecamatan() -> Catalogue:
    """What a kecamatan needs: 7.01, the template X.XX.01, and the names of all fields."""
    return Catalogue("catalogue_kecamatan.tsv")


@lru_cache(maxsize=1)
def whole() -> Catalogue:
    """The whole catalogue; the rows of `kecamatan` keep their numbers in it."""
    return Catalogue("catalogue_kecamatan.tsv", "catalogue_offices.tsv")


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The words with which official names begin, in their normal spelling."""
    with open(os.path.join(_DATA, "first_words.txt"), encoding="utf-8") as words:
        return frozenset(words.read().split())


@lru_cache(maxsize=8192)
def entry(code: str) -> Entry | None:
    """The official line of a four-digit code; an office's own X.XX.01 is made from the template.

    None where the nomenclature has no such code.
    """
    stored = stored_code(code)
    part = _part_with(stored)
    row = part.rows_by_code.get(stored)
    if row is None or code[:4] not in part.rows_by_code:
        return None
    found = part.entry(row)
    return found if stored == code else _of_office(found, code[:4])


@lru_cache(maxsize=1024)
def children(code: str) -> tuple[Entry, ...]:
    """The official lines directly under a code, in the order of their codes."""
    stored = stored_code(code)
    part = _part_with(stored)
    if stored not in part.rows_by_code or code[:4] not in part.rows_by_code:
        return ()
    rows = part.below(stored)
    if len(code) == 4 and code != TEMPLATE:
        rows = [part.rows_by_code[TEMPLATE + SUPPORT], *rows]
    found = (part.entry(row) for row in rows)
    return tuple(
        _of_office(each, code[:4]) if each.code.startswith(TEMPLATE) else each for each in found
    )


def parent_code(code: str) -> str | None:
    """The code directly above, down to the field; None above a field."""
    length = len(code)
    if length > 7:
        return code[:-5]
    return code[:4] if length == 7 else None


def level_of(code: str) -> EntryLevel:
    """The level that a four-digit code stands for, told by its length."""
    return _LEVELS[len(code)]


def stored_code(code: str) -> str:
    """The code under which the catalogue keeps ``code``: X.XX.01 … for every program penunjang."""
    if code[4:7] == SUPPORT and len(code) in _LEVELS:
        return TEMPLATE + code[4:]
    return code


def short_code(code: str) -> str:
    """The form of 2020–2022 of a sub-activity's code; empty for what stands above."""
    if len(code) != 17:
        return ""
    return code[:13] + (code[15:] if code[13:15] == "00" else code[13:].lstrip("0"))


@lru_cache(maxsize=16384)
def normal_code(printed: str) -> tuple[str | None, bool]:
    """A printed code of an element in the four-digit form, and whether it was printed otherwise.

    Takes the two-digit form (``7.01.01.2.01.01``), blanks instead of points, ``X.XX`` and
    an office's own field as it is. (None, False) where the text is no code of a program,
    an activity or a sub-activity; whether the nomenclature has the code is not asked.
    """
    parts = ".".join(printed.upper().split()).split(".")
    parts = [part for part in parts if part]
    if len(parts) not in (3, 5, 6) or not _is_field(parts[0], parts[1]):
        return None, False
    numbers = parts[2:]
    if not all(part.isascii() and part.isdigit() for part in numbers) or len(numbers[0]) != 2:
        return None, False
    if len(numbers) > 1:
        numbers[1] = numbers[1].lstrip("0")  # some print 7.01.01.02.01
        if len(numbers[1]) != 1 or len(numbers[2]) != 2:
            return None, False
    if len(numbers) == 4:
        if len(numbers[3]) > 4:
            return None, False
        numbers[3] = numbers[3].zfill(4)
    code = ".".join((*parts[:2], *numbers))
    return code, code != printed.strip()


def _is_field(first: str, second: str) -> bool:
    if (first, second) == ("X", "XX"):
        return True
    return (
        len(first) == 1 and first in "123456789" and len(second) == 2
        and second.isascii() and second.isdigit()
    )  # fmt: skip


def _part_with(code: str) -> Catalogue:
    """The smaller part of the catalogue where it holds all that is under a stored code."""
    return kecamatan() if code.startswith(("7.01", TEMPLATE)) else whole()


def _of_office(template: Entry, field: str) -> Entry:
    """A line of the template as an office with this field has it."""
    short = template.code_2digit
    return template._replace(
        code=field + template.code[4:], code_2digit=short and field + short[4:]
    )
