"""Pieces of WordprocessingML that python-docx has no word for: fields and the watermark."""

from __future__ import annotations

from typing import Final

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def field_xml(code: str) -> str:
    """A field that Word computes, such as the page's number."""
    return f'<w:fldSimple xmlns:w="{_W}" w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


END_OF_FIELD: Final = f'<w:r xmlns:w="{_W}"><w:fldChar w:fldCharType="end"/></w:r>'


def contents_xml() -> tuple[str, ...]:
    """The beginning of a table of contents that Word fills with pages when it opens the file."""
    run = f'<w:r xmlns:w="{_W}">'
    return (
        f'{run}<w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>',
        f'{run}<w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>',
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>',
    )


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
