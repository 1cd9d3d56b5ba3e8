"""Large words that are printed across what a page says: *DRAF*, *SALINAN*. They are no part of it.

They are told by their height beside that of the other words, and by lying over some of these. A
title is as large, but nothing is printed where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.readers.document import Omission
from renaksi.readers.pages.lines import lines_of
from renaksi.readers.pages.marks import PageMarks, Word

_LARGE: Final = 2.5  # times the height of most words
_INNER: Final = 0.2  # of a large word's height, at its top and bottom, is white
_SAME_SIZE: Final = 0.15
_LONGEST: Final = 40  # letters that are quoted


def without_watermarks(pages: Sequence[PageMarks]) -> tuple[list[PageMarks], list[Omission]]:
    """The pages without the words that lie across others, and what is to be told of them."""
    found: dict[int, list[Word]] = {}
    sizes: dict[str, float] = {}
    for page in pages:
        large = _large(page)
        over = [word for word in large if _lies_over(word, page.words)]
        if over:
            sizes.update((word.text, word.size) for word in large if _is_as_large(word, over))
        found[page.number] = large
    if not sizes:
        return list(pages), []
    kept: list[PageMarks] = []
    texts: dict[str, list[int]] = {}
    for page in pages:
        gone = [word for word in found[page.number] if _is_one_of(word, sizes)]
        if gone:
            text = " ".join(line.text for line in lines_of(gone))
            texts.setdefault(text, []).append(page.number)
        left = {id(word) for word in gone}
        kept.append(page._replace(words=tuple(w for w in page.words if id(w) not in left)))
    return kept, [_told(text, numbers) for text, numbers in texts.items()]


def _large(page: PageMarks) -> list[Word]:
    """The words of a page that are far larger than most."""
    heights = sorted(word.size for word in page.words)
    if not heights or heights[-1] <= _LARGE * heights[len(heights) // 2]:
        return []
    least = _LARGE * heights[len(heights) // 2]
    return [word for word in page.words if word.size > least]


def _lies_over(large: Word, words: Sequence[Word]) -> bool:
    """Whether a word of another size stands where a large one does."""
    inner = _INNER * large.size
    return any(
        large.left < word.centre < large.right
        and large.top + inner < word.middle < large.bottom - inner
        and word.size * 2 < large.size
        for word in words
    )


def _is_as_large(word: Word, over: Sequence[Word]) -> bool:
    return any(abs(word.size - other.size) <= _SAME_SIZE * other.size for other in over)


def _is_one_of(word: Word, sizes: dict[str, float]) -> bool:
    size = sizes.get(word.text)
    return size is not None and abs(word.size - size) <= _SAME_SIZE * size


def _told(text: str, numbers: Sequence[int]) -> Omission:
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    last = f"–{numbers[-1]}" if len(numbers) > 1 else ""
    return Omission(
        f"tulisan besar “{text}” yang melintang di atas isi halaman {numbers[0]}{last} (tanda air) "
        "tidak dibaca.",
        f"the large words “{text}” across page {numbers[0]}{last} (a watermark) are not read.",
    )
