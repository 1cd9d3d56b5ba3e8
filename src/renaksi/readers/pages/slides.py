"""Slides of a talk: wide pages of few large words. Only their tables may be of a plan.

What a slide says in points (*Program prioritas: 25 % di TW I*) is no row of a plan, however much it
reads like one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.document import Omission
from renaksi.readers.pages.marks import PageMarks

_LEAST: Final = 3  # slides
_LARGE: Final = 15.0  # points: half of the words of a slide are as high
_MOST_WORDS: Final = 150
LEAST_COLUMNS: Final = 4  # of a plan's table: a name, an indicator and figures


def are_slides(pages: Sequence[PageMarks]) -> bool:
    """Whether most pages are slides."""
    filled = [page for page in pages if page.words]
    slides = sum(map(_is_slide, filled))
    return slides >= _LEAST and slides * 2 > len(filled)


def _is_slide(page: PageMarks) -> bool:
    if page.width <= page.height or len(page.words) > _MOST_WORDS:
        return False
    heights = sorted(word.size for word in page.words)
    return heights[len(heights) // 2] >= _LARGE


def only_tables(numbers: Sequence[int]) -> Omission:
    """What is told of slides of which the tables on some pages are read."""
    pages = ", ".join(map(str, numbers))
    return Omission(
        f"berkas ini salindia presentasi: hanya tabel di halaman {pages} yang dibaca, isi salindia "
        "lain tidak.",
        f"this file is a slide deck: only the tables on page {pages} are read, not what else its "
        "slides say.",
    )


def no_table() -> Unreadable:
    """The refusal of slides without a table."""
    return Unreadable(
        id="berkas ini salindia presentasi tanpa tabel rencana aksi; pilih dokumen yang memuat "
        "tabelnya (Word, Excel, atau PDF dokumen rencana).",
        en="this file is a slide deck without the table of an action plan; choose the document "
        "that holds it (Word, Excel, or the plan as PDF).",
    )
