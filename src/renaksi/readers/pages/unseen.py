"""What is told of a page as a whole.

It is only a picture, its font does not say which letters it draws, or its table goes on beyond the
edge of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from renaksi.model import Place
from renaksi.readers.document import Omission
from renaksi.readers.pages.marks import PageMarks

_FEW: Final = 3  # words: bullets and signs of a font of its own
_LEAST_RULES: Final = 3  # of a table
_EDGE: Final = 0.5  # points
_BLEED: Final = 2.0  # points: a line from edge to edge is a decoration


def not_read(pages: Iterable[PageMarks]) -> Iterator[Omission]:
    """What the pages show that is not read."""
    for page in pages:
        if page.pictures and not page.words:
            yield Omission(
                f"halaman {page.number} hanya gambar tanpa lapisan teks dan tidak dibaca (perlu "
                "OCR).",
                f"page {page.number} is only a picture without a text layer and is not read (needs "
                "OCR).",
                Place(page=page.number),
            )
        if page.unreadable > _FEW:
            yield Omission(
                f"sebagian kata di halaman {page.number} tidak dibaca: fonnya tidak "
                "menyebut huruf apa yang digambarnya (tanpa peta Unicode).",
                f"some words on page {page.number} are not read: their font does not "
                "say which letters it draws (it has no Unicode map).",
                Place(page=page.number),
            )
        if _goes_beyond(page):
            yield Omission(
                f"tabel di halaman {page.number} terpotong di tepi kertas; kolom di luar tepi itu "
                "tidak tercetak dan tidak dibaca.",
                f"the table on page {page.number} is cut off at the edge of the paper; the columns "
                "beyond it are not printed and not read.",
                Place(page=page.number),
            )


def _goes_beyond(page: PageMarks) -> bool:
    """Whether the lines of a table run over the right edge of a page."""
    over = [
        rule.at
        for rule in page.across
        if rule.start > _BLEED and rule.start < page.width - _EDGE <= rule.end
    ]
    inside = any(_BLEED < rule.at < page.width - _EDGE for rule in page.down)
    return inside and len(set(map(round, over))) >= _LEAST_RULES
