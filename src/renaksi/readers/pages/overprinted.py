"""Letters that stand exactly on others: a figure that runs over its cell covers the next one's.

PDFium takes a letter that is printed twice at one spot for a bold one and gives it once. So the
*0* of a cell is lost where a long figure beside it runs over into the cell and ends in a *0* there.
What a text on the page measures tells that letters are missing, and the letter below which.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

import pypdfium2.raw as pdfium

from renaksi.readers.pages.marks import Box, Turn, box

_BEARING: Final = 0.25  # of a text's height: its first letter begins nearer to its ink
_SAME_SPOT: Final = 0.1  # of the height: letters that begin nearer touch

# Its number on the page, its code, and its box: left, top, right, bottom.
Letter = tuple[int, int, float, float, float, float]


def overprinted(
    text_page: Any, texts: Iterable[Any], letters: Collection[Letter], turn: Turn
) -> list[list[Letter]]:
    """The runs of letters that a page prints on others, told by its text objects."""
    own: dict[int, list[Letter]] = {}
    for letter in letters:
        holder = pdfium.FPDFText_GetTextObject(text_page, letter[0])
        own.setdefault(ctypes.addressof(holder.contents), []).append(letter)
    by_left = sorted(letters, key=_left)
    numbers = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(number) for number in numbers]
    found = []
    for text in texts:
        if pdfium.FPDFPageObj_GetBounds(text, *pointers):
            area = box(turn, *(number.value for number in numbers))
            held = own.get(ctypes.addressof(text.contents), ())
            run = _covered(area, held, by_left)
            if run:
                found.append(run)
    return found


def _left(letter: Letter) -> float:
    return letter[2]


def _covered(area: Box, own: Sequence[Letter], by_left: Sequence[Letter]) -> list[Letter]:
    """The letters of other texts that fill what a text's own leave of its beginning."""
    left, top, right, bottom = area
    height = bottom - top
    end = min(map(_left, own), default=right)
    if end - left < 2 * _BEARING * height:
        return []
    run: list[Letter] = []
    at, reach = left - _BEARING * height, _BEARING * height
    for letter in by_left[bisect_left(by_left, at, key=_left) :]:
        _, _, first, above, last, below = letter
        if first - at > reach + _SAME_SPOT * height or at >= end - _SAME_SPOT * height:
            break
        is_level = above - 1 <= top and bottom <= below + 1
        if is_level and letter not in own and last <= end + reach:
            run.append(letter)
            at, reach = last, 0.0
    return run if at >= end - _BEARING * height else []
