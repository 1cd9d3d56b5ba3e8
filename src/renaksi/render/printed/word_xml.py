"""Pieces of WordprocessingML that python-docx has no word for: fields and the watermark."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def field_xml(code: str) -> str:
    """A field that Word computes, such as the page's number."""
    return f'<w:fldSimple xmlns:w="{_W}" w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def page_of_xml(bookmark: str, page: int) -> tuple[str, ...]:
    """The page on which a bookmark stands, as it is known until Word or LibreOffice counts anew.

    A table of contents of Word's own would show in LibreOffice what was written into it.
    """
    run = f'<w:r xmlns:w="{_W}">'
    return (
        f'{run}<w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>',
        f'{run}<w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>',
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>',
        f"{run}<w:t>{page}</w:t></w:r>",
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>',
    )


def bookmark_xml(name: str, number: int) -> tuple[str, str]:
    """The beginning and the end of a bookmark."""
    begin = f'<w:bookmarkStart xmlns:w="{_W}" w:id="{number}" w:name="{name}"/>'
    return begin, f'<w:bookmarkEnd xmlns:w="{_W}" w:id="{number}"/>'


def stand_left(inline: Any) -> None:
    """Let a picture stand at the left margin beside its lines, not within one of them."""
    parts = (
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f"{parts}</wp:anchor>"
    )
    for part in list(inline):
        anchor.append(part)
        if part.tag == qn("wp:extent"):
            part.addnext(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
    inline.getparent().replace(inline, anchor)


def watermark_xml() -> str:
    """DRAF across the page, behind the text, as Word itself makes it."""
    return (
        f'<w:r xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="DRAF" o:spid="_x0000_s2049" type="#_x0000_t136" alt="DRAF" '
        'style="position:absolute;margin-left:0;margin-top:0;width:330pt;height:120pt;'
        "rotation:320;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" fillcolor="#ededed" stroked="f">'
        '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" '
        'string="DRAF"/></v:shape></w:pict></w:r>'
    )
