"""PDF files by their objects, without any library."""

from __future__ import annotations


def pdf_page(
    content: bytes, entries: bytes = b"", box: bytes = b"[0 0 600 600]", turn: int = 0
) -> bytes:
    """A PDF of one page with this content stream and one font, turned by so many degrees."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox%s/Rotate %d/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>" % (box, turn)
    )
    stream = b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)
    return pdf_of([page, stream])


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of a page (the third object) and what it needs."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *objects]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, entry in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, entry)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start)
    return bytes(out)


def locked_pdf() -> bytes:
    """A PDF whose encryption no empty password opens."""
    lock = (
        b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>"
    return pdf_of([page, lock], b"/Encrypt 4 0 R/ID[<00><00>]")
