"""Why a document that could be read holds no plan, in one sentence that says what it is instead."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from renaksi.diagnostics import Unreadable
from renaksi.interpret.items import Item
from renaksi.interpret.vocabulary import begins_as_measure
from renaksi.patterns import pattern
from renaksi.readers.document import Row

_TO_FILL: Final = pattern(r"\$\{\w+\}|\{\{\s?\w+\s?\}\}|<<\s?\w+\s?>>")
_FEW_TO_FILL: Final = 3
# A cascade that is drawn: boxes for offices and what each is to reach, without targets.
_CHART: Final = pattern(r"\bcas[ck]ading\b|\bpohon kinerja\b|\bcross\s?-?cutting\b", re.IGNORECASE)
_LONGEST_TITLE: Final = 120
_LEAST_ROWS: Final = 2
_QUARTERS_OR_YEAR: Final = (4, 5)  # figures of a row
# Words that no program text and no paper in another language uses.
_OF_PLANS: Final = pattern(
    r"indikator|sasaran|kegiatan|kinerja|tujuan|triwulan|rencana|satuan|dinas|kepala|bidang|tahun",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 2


def is_to_fill(text: str) -> bool:
    """Whether a text holds a place that is to be filled in: ``${rowSasaran}``, ``<<nama>>``."""
    return ("{" in text or "<<" in text) and _TO_FILL.search(text) is not None


class Lack(NamedTuple):
    """What the rows of tables without headers do not show, in both languages."""

    id: str
    en: str


_QUARTERS: Final = Lack(
    "mana keempat triwulannya (empat angka, atau lima dengan target tahunan)",
    "which are the four quarters (four figures, or five with the year's target)",
)
_NAMES: Final = Lack(
    "mana nama tujuan, sasaran, program, kegiatan, atau sub kegiatan",
    "which are the names of goals, objectives, programs, activities or sub-activities",
)


def lack_of(rows: Iterable[Sequence[Item]]) -> Lack | None:
    """What rows without a header lack to prove their columns; None where they hold no measures."""
    measured = [
        sum(item.kind == "figure" for item in items)
        for items in rows
        if any(item.kind == "text" and begins_as_measure(item.text) for item in items)
    ]
    if sum(count > 1 for count in measured) < _LEAST_ROWS:
        return None
    return _NAMES if max(measured) in _QUARTERS_OR_YEAR else _QUARTERS


def without_plan(
    rows: Sequence[Row], *, is_without_levels: bool = False, lacks: Lack | None = None
) -> Unreadable:
    """The refusal of a document whose rows make no plan.

    ``is_without_levels``: names, indicators and targets are there, and no level is sure.
    ``lacks`` is what tables without any header do not show.
    """
    cells = [cell for row in rows for cell in row.cells if cell]
    speaks_of_plans = _speaks_of_plans(cells)
    if speaks_of_plans and sum(map(is_to_fill, cells)) >= _FEW_TO_FILL:
        return Unreadable(
            id="formulir ini belum diisi, masih berupa tempat isian; pilih yang sudah diisi.",
            en="this form is not filled in, it holds placeholders; choose a filled one.",
        )
    if speaks_of_plans and _is_chart(cells):
        return Unreadable(
            id="dokumen ini bagan cascading (pohon kinerja): kotak-kotak indikator tanpa tabel dan "
            "tanpa target, sehingga tidak memuat rencana aksi; pilih dokumen yang memuat tabel "
            "targetnya (rencana aksi, perjanjian kinerja, atau renja).",
            en="this document is a cascading chart: boxes of indicators without a table and "
            "without targets, so it holds no action plan; choose the document with the table of "
            "their targets (action plan, performance agreement or annual plan).",
        )
    if is_without_levels:
        return Unreadable(
            id="nama, indikator, dan target terbaca, tetapi tidak satu pun nama menunjukkan "
            "tingkatnya (tujuan, sasaran, program, kegiatan, atau sub kegiatan); tambahkan kata "
            "label, kode, atau kolom tingkat di dokumen, lalu coba lagi.",
            en="names, indicators and targets are there, but no name shows its level (goal, "
            "objective, program, activity or sub-activity); add label words, codes or a column of "
            "levels to the document and try again.",
        )
    if lacks is not None and speaks_of_plans:
        return _without_header(lacks)
    return Unreadable(
        id="tidak ada rencana aksi di dalam dokumen ini (tidak ditemukan tujuan, program, atau "
        "kegiatan dengan indikator); pilih berkas yang memuat tabel rencana aksi.",
        en="this document holds no action plan (no goal, program or activity with an indicator "
        "was found); choose a file that holds the table of an action plan.",
    )


def _without_header(lacks: Lack) -> Unreadable:
    return Unreadable(
        id="tabel di dokumen ini tidak berjudul kolom, dan isinya tidak menunjukkan "
        f"{lacks.id}; tambahkan baris judul (uraian, indikator, satuan, TW I sampai TW IV) di "
        "atas tabel, lalu coba lagi.",
        en="the table in this document has no header, and its rows do not show "
        f"{lacks.en}; add a header (name, indicator, unit, Q1 to Q4) above the table and try "
        "again.",
    )


def _speaks_of_plans(cells: Iterable[str]) -> bool:
    """Whether a document uses several of the words that plans are made of."""
    found: set[str] = set()
    for cell in cells:
        found.update(word.lower() for word in _OF_PLANS.findall(cell))
        if len(found) >= _FEWEST_WORDS:
            return True
    return False


def _is_chart(cells: Iterable[str]) -> bool:
    """Whether a title says that the document is a drawn cascade."""
    return any(len(cell) <= _LONGEST_TITLE and _CHART.search(cell) for cell in cells)
