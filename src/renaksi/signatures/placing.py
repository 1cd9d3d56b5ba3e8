"""Where on a page a stamp can stand without covering anything: the page is looked at as dots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import pypdfium2

from renaksi.diagnostics import Unreadable
from renaksi.interpret.appended import APPENDED

_SCALE: Final = 0.5  # dots for each point
_EDGE: Final = 28.0  # points that printers leave blank
_GAP: Final = 4.0
_MOST_APPENDED: Final = 50  # pages
_LONGEST_TITLE: Final = 40  # letters
_MOST_SIDE: Final = 4000.0  # points; a greater page is not looked at


class Box(NamedTuple):
    """A rectangle on the page in points, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page's number from 1, what is shown of it, and its dots from the top; True is blank."""

    number: int
    shown: Box
    blank: tuple[tuple[bool, ...], ...]


def look_at(data: bytes, number: int | None) -> Page:
    """One page; `Unreadable` where there is no such page.

    Where no number is given, it is the last, before the codes of figures and the note of a draft.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(
            id="PDF ini rusak, sehingga tidak dapat ditandatangani; cetak ulang berkasnya.",
            en="this PDF is damaged and cannot be signed; print it anew.",
        ) from error
    try:
        count = len(document)
        wanted = _last_signed(document) if number is None else number
        if not 1 <= wanted <= count:
            raise Unreadable(
                id=f"halaman {wanted} tidak ada; berkas ini memuat {count} halaman.",
                en=f"there is no page {wanted}; the file has {count} pages.",
            )
        page = document[wanted - 1]
        page.set_rotation(0)
        shown = Box(*page.get_cropbox())
        if max(shown.right - shown.left, shown.top - shown.bottom) > _MOST_SIDE:
            return Page(wanted, shown, ())
        return Page(wanted, shown, _dots(page))
    finally:
        document.close()


def _last_signed(document: Any) -> int:
    """The last page of what is signed, from 1: pages that Renaksi puts behind it are none."""
    count = len(document)
    last = count
    for number in range(max(1, count - _MOST_APPENDED), count):
        begin = document[number].get_textpage().get_text_range()[:_LONGEST_TITLE].strip()
        if begin.startswith(APPENDED):
            last = min(last, number)
    return last


def _dots(page: Any) -> tuple[tuple[bool, ...], ...]:
    bitmap = page.render(scale=_SCALE, grayscale=True, may_draw_forms=True)
    rows = memoryview(bytes(bitmap.buffer))
    return tuple(
        tuple(dot >= 250 for dot in rows[y * bitmap.stride : y * bitmap.stride + bitmap.width])
        for y in range(bitmap.height)
    )


def free_spot(page: Page, width: float, height: float, taken: Sequence[Box] = ()) -> Box:
    """The lowest free rectangle, the rightmost of those; `Unreadable` where the page is full.

    ``taken`` are the boxes of earlier signatures, which not every viewer draws.
    """
    filled = _filled(page, taken)
    rows, columns = len(filled) - 1, len(filled[0]) - 1 if filled else 0
    wide, high = int((width + 2 * _GAP) * _SCALE) + 1, int((height + 2 * _GAP) * _SCALE) + 1
    edge = int(_EDGE * _SCALE)
    for bottom in range(rows - edge, high + edge - 1, -2):
        for right in range(columns - edge, wide + edge - 1, -2):
            top, left = bottom - high, right - wide
            inked = (
                filled[bottom][right] - filled[top][right]
                - filled[bottom][left] + filled[top][left]
            )  # fmt: skip
            if not inked:
                x = page.shown.left + left / _SCALE + _GAP
                y = page.shown.top - bottom / _SCALE + _GAP
                return Box(x, y, x + width, y + height)
    raise Unreadable(
        id=f"halaman {page.number} tidak punya tempat kosong untuk cap; sebut tempatnya dengan "
        "--at, halaman lain dengan --page, atau pakai --no-stamp.",
        en=f"page {page.number} has no free place for the stamp; name one with --at, another "
        "page with --page, or use --no-stamp.",
    )


def _filled(page: Page, taken: Sequence[Box]) -> list[list[int]]:
    """For each corner of dots how many to its upper left are not blank."""
    sums = [[0] * (len(page.blank[0]) + 1)] if page.blank else []
    for y, row in enumerate(page.blank):
        height = page.shown.top - (y + 0.5) / _SCALE
        spans = [box for box in taken if box.bottom - _GAP <= height <= box.top + _GAP]
        above, line, so_far = sums[-1], [0], 0
        for x, blank in enumerate(row):
            at = page.shown.left + (x + 0.5) / _SCALE
            covered = any(box.left - _GAP <= at <= box.right + _GAP for box in spans)
            so_far += not blank or covered
            line.append(above[x + 1] + so_far)
        sums.append(line)
    return sums
