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
    return pdf_of([page, _stream(content, entries)])


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


def pdf_with_codes(text: bytes, code: bytes) -> bytes:
    """A PDF of one line whose font gives its sign ~ this UTF-16 code and the others their own."""
    others = b"".join(b"<%02X><%04X>" % (sign, sign) for sign in range(32, 123))
    table = (
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<00><FF>"
        b"endcodespacerange 92 beginbfchar<7E><%s>%sendbfchar endcmap" % (code, others)
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    return _one_line(b"(%s)" % text, font, _stream(table))


def pdf_with_long_codes(text: bytes) -> bytes:
    """A PDF of one line in a font whose codes of three bytes (E00000 to EFFFFF) are no letters."""
    table = (
        b"/CIDInit/ProcSet findresource begin begincmap/CMapName/Own def 2 begincodespacerange"
        b"<00><80><E00000><EFFFFF>endcodespacerange 2 begincidrange<20><7A>1<E0E0E0><E0E0E0>95 "
        b"endcidrange endcmap"
    )
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return _one_line(
        b"<%s>" % text,
        b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding 6 0 R/DescendantFonts[7 0 R]>>",
        _stream(table, b"/Type/CMap/CMapName/Own" + system),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/FontDescriptor 8 0 R/DW 500%s>>" % system,
        b"<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 500 900]/Ascent 900/Descent 0>>",
    )


def _one_line(text: bytes, *font: bytes) -> bytes:
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>"
    )
    return pdf_of([page, _stream(b"BT /F 10 Tf 50 500 Td %s Tj ET" % text), *font])


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)
