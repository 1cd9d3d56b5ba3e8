"""Rows of a table that name a field of government, above the programs: they are no part of a plan.

A Renja, an evaluation or a budget prints *urusan* and *bidang urusan* first, with the sums of
what stands below: *1.02 | URUSAN PEMERINTAHAN BIDANG KESEHATAN | 45.000.000.000*. So it is with
a row that names the office itself: *Perangkat Daerah : Dinas Kesehatan*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from renaksi.interpret.titles import office_of
from renaksi.readers.document import Row

_LEAST: Final = 5  # letters of a name
_MOST_BEFORE: Final = 7  # cells with a number and the parts of a code
_MOST_ROWS: Final = 12  # below the title, in which the office may be named
# The fields of Permendagri 90/2019, without those that are offices.
_FIELDS: Final = (
    "pendidikan", "kesehatan", "pekerjaan umum dan penataan ruang",
    "perumahan(?: rakyat)? dan kawasan permukiman",
    "kete?ntraman dan ketertiban umum serta perlindungan masyarakat",
    "ketenteraman dan ketertiban umum serta perlindungan masyarakat", "sosial", "tenaga kerja",
    "pemberdayaan perempuan dan perlindungan anak", "pangan", "pertanahan", "lingkungan hidup",
    "administrasi kependudukan dan pencatatan sipil", "pemberdayaan masyarakat dan desa",
    "pengendalian penduduk dan keluarga berencana", "perhubungan", "komunikasi dan informatika",
    "koperasi,? usaha kecil,? dan menengah", "penanaman modal", "kepemudaan dan olah ?raga",
    "statistik", "persandian", "kebudayaan", "perpustakaan", "kearsipan",
    "kelautan dan perikanan", "pariwisata", "pertanian", "kehutanan",
    "energi dan sumber daya mineral", "perdagangan", "perindustrian", "transmigrasi",
    "perencanaan", "keuangan", "kepegawaian", "pendidikan dan pelatihan",
    "penelitian dan pengembangan", "pengelolaan perbatasan", "kesatuan bangsa dan politik",
)  # fmt: skip
_IS_FIELD: Final = re.compile(
    r"(?:(?:\d|x)(?:\.(?:\d\d|xx))?[\s.:–-]+)?"
    r"(?:(?:bidang )?urusan(?: pemerintah(?:an)?)?(?: \(?(?:bidang|wajib|pilihan|umum)\b.*| *:.*)"
    r"|unsur (?:pendukung|penunjang|pengawasan|kewilayahan|pemerintahan|kekhususan)\b.*"
    rf"|(?:(?:bidang )?urusan(?: pemerintah(?:an)?)? |bidang )?(?:{'|'.join(_FIELDS)}))",
)
_IS_OFFICE: Final = re.compile(
    r"(?:nama )?(?:(?:unit )?organisasi|(?:satuan kerja )?perangkat daerah|skpd|opd|unit kerja)"
    r"\s?:\s?(?P<name>\S.*)",
    re.IGNORECASE,
)


def field_column(cells: Sequence[str]) -> int | None:
    """The column in which a row names a field or the office, None where it names none.

    Figures may stand behind the name, and an office; no indicator and no unit.
    """
    for column, cell in enumerate(cells):
        if len(cell) >= _LEAST and not cell[-1].isdigit() and _is_field(cell):
            return None if any(map(_says, cells[column + 1 :])) else column
        if column == _MOST_BEFORE:
            break
    return None


def is_named(cells: Sequence[str]) -> bool:
    """Whether something is named in these cells, which stand before a field: an objective, say."""
    return any(len(cell) >= _LEAST and not cell[-1].isdigit() for cell in cells)


def office_in(rows: Sequence[Row]) -> str | None:
    """The office that a row below the title names: *Perangkat Daerah : Dinas Kesehatan*."""
    for row in islice(rows, _MOST_ROWS):
        filled = [cell for cell in row.cells if cell]
        named = _IS_OFFICE.fullmatch(filled[0]) if len(filled) == 1 else None
        if named is not None and (office := office_of(named["name"])) is not None:
            return office
    return None


@lru_cache(maxsize=8192)
def _is_field(cell: str) -> bool:
    return _IS_FIELD.fullmatch(cell.lower()) is not None or _IS_OFFICE.fullmatch(cell) is not None


def _says(cell: str) -> bool:
    """Whether a cell behind the name says more than a figure or an office."""
    return len(cell) > 2 and cell[-1].isalpha() and office_of(cell) is None
