"""Rows of a table that name a field of government, above the programs: they are no part of a plan.

A Renja, an evaluation or a budget prints *urusan* and *bidang urusan* first, with the sums of
what stands below: *1.02 | URUSAN PEMERINTAHAN BIDANG KESEHATAN | 45.000.000.000*. So it is with
a row that names the office itself: *Perangkat Daerah : Dinas Kesehatan*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, islice
from typing import Final

from renaksi.interpret.office_rows import names_office
from renaksi.interpret.titles import office_of
from renaksi.interpret.vocabulary import UNITS
from renaksi.patterns import pattern
from renaksi.readers.document import Row

_LEAST: Final = 5  # letters of a name
_MOST_BEFORE: Final = 7  # cells with a number and the parts of a code
_MOST_ROWS: Final = 12  # below the title, in which the office may be named
# The fields of Permendagri 90/2019, without those that are offices.
_FIELDS: Final = frozenset(
    [
        "pendidikan", "kesehatan", "pekerjaan umum dan penataan ruang",
        "perumahan dan kawasan permukiman", "perumahan rakyat dan kawasan permukiman",
        "ketentraman dan ketertiban umum serta perlindungan masyarakat",
        "ketenteraman dan ketertiban umum serta perlindungan masyarakat", "sosial",
        "tenaga kerja", "pemberdayaan perempuan dan perlindungan anak", "pangan", "pertanahan",
        "lingkungan hidup", "administrasi kependudukan dan pencatatan sipil",
        "pemberdayaan masyarakat dan desa", "pengendalian penduduk dan keluarga berencana",
        "perhubungan", "komunikasi dan informatika", "koperasi, usaha kecil, dan menengah",
        "koperasi, usaha kecil dan menengah", "penanaman modal", "kepemudaan dan olahraga",
        "statistik", "persandian", "kebudayaan", "perpustakaan", "kearsipan",
        "kelautan dan perikanan", "pariwisata", "pertanian", "kehutanan",
        "energi dan sumber daya mineral", "perdagangan", "perindustrian", "transmigrasi",
        "perencanaan", "keuangan", "kepegawaian", "pendidikan dan pelatihan",
        "penelitian dan pengembangan", "pengelolaan perbatasan", "kesatuan bangsa dan politik",
    ]
)  # fmt: skip
_LONGEST_FIELD: Final = max(map(len, _FIELDS))
# How *urusan*, *unsur*, *bidang* or a code before them begin: most cells need no closer look.
_BEGINNINGS: Final = ("Ur", "UR", "Un", "UN", "Bi", "BI", "X", "x", *"123456789")
_OF_CODES: Final = "0123456789x.:–- "  # what may stand before the name
_IS_FIELD: Final = pattern(
    r"(?:(?:\d|x)(?:\.(?:\d\d|xx))?[\s.:–-]+)?"
    r"(?:(?:bidang )?urusan(?: pemerintah(?:an)?)?(?: \(?(?:bidang|wajib|pilihan|umum)\b.*| *:.*)"
    r"|unsur (?:pendukung|penunjang|pengawasan|kewilayahan|pemerintahan|kekhususan)\b.*"
    r"|(?:(?:bidang )?urusan(?: pemerintah(?:an)?)? |bidang )?(?P<field>.+))"
)
_IS_OFFICE: Final = pattern(
    r"(?:nama )?(?:(?:unit )?organisasi|(?:satuan kerja )?perangkat daerah|skpd|opd|unit kerja)"
    r"\s?:\s?(?P<name>\S.*)",
    re.IGNORECASE,
)


def field_column(cells: Sequence[str]) -> int | None:
    """The column in which a row names a field or the office, None where it names none.

    Figures may stand behind the name, and an office; no indicator and no unit.
    """
    for column, cell in compress(enumerate(cells[: _MOST_BEFORE + 1]), cells):
        if len(cell) >= _LEAST and _is_field(cell):
            return None if any(map(_says, cells[column + 1 :])) else column
    return None


def is_bare(cell: str) -> bool:
    """Whether a field is named by its own word alone: *Perpustakaan* may be a unit, too."""
    return cell.lower() in _FIELDS


def is_named(cells: Sequence[str]) -> bool:
    """Whether something is named in these cells, which stand before a field: an objective, say."""
    return any(len(cell) >= _LEAST and not cell[-1].isdigit() for cell in cells)


def office_in(rows: Sequence[Row]) -> str | None:
    """The office that a row below the title names: *Perangkat Daerah : Dinas Kesehatan*."""
    for row in islice(rows, _MOST_ROWS):
        at = field_column(row.cells)
        named = _IS_OFFICE.fullmatch(row.cells[at]) if at is not None else None
        text = row.cells[at] if at is not None else ""
        if named is not None or (text and names_office(text)):
            office = office_of(named["name"] if named is not None else text)
            if office is not None:
                return office
    return None


@lru_cache(maxsize=8192)
def _is_field(cell: str) -> bool:
    """Whether a cell is the name of a field, or of the office."""
    if cell[-1].isdigit() or (cell[0].islower() and cell[0] != "x"):
        return False  # the rest of a name, too: *… masyarakat | bidang kesehatan*
    if cell.startswith(_BEGINNINGS):
        return _begins_as_field(cell)
    if cell.isupper() and names_office(cell):
        return True
    if len(cell) <= _LONGEST_FIELD and cell.lower() in _FIELDS:
        return True
    return ":" in cell and _IS_OFFICE.fullmatch(cell) is not None


def _begins_as_field(cell: str) -> bool:
    folded = cell.lower()
    name = folded.lstrip(_OF_CODES)
    if name.startswith(("urusan", "unsur", "bidang")) or name in _FIELDS:
        found = _IS_FIELD.fullmatch(folded)
        if found is not None and (found["field"] is None or found["field"] in _FIELDS):
            return True
    return ":" in cell and _IS_OFFICE.fullmatch(cell) is not None


def _says(cell: str) -> bool:
    """Whether a cell behind the name says more than a figure, an office or its short name."""
    if len(cell) < _LEAST or not cell[-1].isalpha():
        return False
    is_short = cell.isupper() and " " not in cell and cell.casefold() not in UNITS
    return not is_short and office_of(cell) is None
