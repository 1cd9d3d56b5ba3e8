"""PDF pages drawn line by line and word by word, as no program of tables would draw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_SIDE = 600


class Page:
    """One page; places are in points from its top left corner."""

    def __init__(self) -> None:
        self.marks: list[str] = []

    def line(self, left: float, top: float, right: float, bottom: float) -> Page:
        """A straight line."""
        self.marks.append(f"{left} {_SIDE - top} m {right} {_SIDE - bottom} l S")
        return self

    def across(self, at: float, *ends: float) -> Page:
        """Lines across the page from the first x to the second, from the third to the fourth …"""
        for left, right in zip(ends[::2], ends[1::2], strict=True):
            self.line(left, at, right, at)
        return self

    def down(self, top: float, bottom: float, xs: Iterable[float]) -> Page:
        """Lines down the page at each of ``xs``."""
        for x in xs:
            self.line(x, top, x, bottom)
        return self

    def text(
        self, left: float, top: float, *lines: str, shown: Sequence[float] | None = None
    ) -> Page:
        """Lines of text, 10 points high; ``shown`` is the box outside of which none is seen."""
        clip = ""
        if shown is not None:
            x0, y0, x1, y1 = shown
            clip = f"{x0} {_SIDE - y1} {x1 - x0} {y1 - y0} re W n "
        for n, line in enumerate(lines):
            at = f"BT /F 10 Tf {left} {_SIDE - top - 9 - 12 * n} Td ({line}) Tj ET"
            self.marks.append(f"q {clip}{at} Q")
        return self


def file_of(*pages: Page, title: str = "") -> bytes:
    """The PDF of these pages, with the title of the file that they were printed from."""
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for page in pages:
        content = "\n".join(page.marks).encode()
        number = len(objects) + 1
        kids.append(b"%d 0 R" % number)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources%s>>"
            % (_SIDE, _SIDE, number + 1, font)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    objects.append(b"<</Title(%s)>>" % title.encode())
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    for number, entry in enumerate(objects, 1):
        out += b"%d 0 obj%s endobj\n" % (number, entry)
    count = len(objects)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\n%%%%EOF" % (count + 1, count)
