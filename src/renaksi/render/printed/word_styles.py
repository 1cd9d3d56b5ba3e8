"""The styles of our Word files: an office changes a style once, and the whole file follows."""

from __future__ import annotations

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

SERIF: Final = "Bookman Old Style"
SANS: Final = "Arial"
_CENTER: Final = WD_ALIGN_PARAGRAPH.CENTER
_SIZES: Final = {"Heading 1": 12.5, "Heading 2": 11.5, "Heading 3": 11, "Heading 4": 11}
# Style, the one it is based on, typeface, size, bold, centred.
_OWN: Final = (
    ("Sel Tabel", "Normal", SANS, 8.5, False, False),
    ("Kepala Tabel", "Sel Tabel", SANS, 8.5, True, True),
    ("Tanda Tangan", "Normal", SERIF, 11, False, True),
    ("Isian", "Normal", SERIF, 11, False, False),
    ("Gambar", "Normal", SERIF, 11, False, True),
    ("Jarak", "Normal", SERIF, 4, False, False),
    ("Daftar Angka", "Normal", SERIF, 11, False, False),
    ("Kop Pemerintah", "Normal", SERIF, 13, False, True),
    ("Kop Kantor", "Normal", SERIF, 15, True, True),
    ("Kop Alamat", "Normal", SERIF, 9, False, True),
    ("Kop Garis", "Kop Alamat", SERIF, 9, False, True),
)
_TIGHT: Final = ("Sel Tabel", "Tanda Tangan", "Isian", "Jarak", "Kop Pemerintah", "Kop Kantor")
_DOUBLE_RULE: Final = (
    f"<w:pBdr {nsdecls('w')}>"
    '<w:bottom w:val="thickThinSmallGap" w:sz="18" w:space="4" w:color="000000"/></w:pBdr>'
)


def prepare_styles(file: Any) -> None:
    """The typefaces and sizes of official papers, in place of those of the library's template."""
    styles = file.styles
    _typeface(styles["Normal"], SERIF, 11)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    language = parse_xml(f'<w:lang {nsdecls("w")} w:val="id-ID"/>')
    styles["Normal"].element.get_or_add_rPr().append(language)
    for name, size in _SIZES.items():
        _typeface(styles[name], SERIF, size, bold=True)
        styles[name].paragraph_format.space_before = Pt(10)
        styles[name].paragraph_format.space_after = Pt(6)
    _typeface(styles["Caption"], SERIF, 10, bold=True)
    styles["Caption"].paragraph_format.alignment = _CENTER
    styles["Caption"].paragraph_format.keep_with_next = True
    _typeface(styles["Footer"], SANS, 7.5)
    for stops in styles["Footer"].element.get_or_add_pPr().findall(qn("w:tabs")):
        stops.getparent().remove(stops)  # those of the library's own paper
    for name, base, family, size, bold, centred in _OWN:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        _typeface(style, family, size, bold=bold)
        if centred:
            style.paragraph_format.alignment = _CENTER
        if name in _TIGHT:
            style.paragraph_format.space_after = Pt(0)
    _hang(styles["Daftar Angka"])
    styles["Kop Garis"].element.get_or_add_pPr().append(parse_xml(_DOUBLE_RULE))
    styles["Kop Garis"].paragraph_format.space_after = Pt(12)


def _hang(style: Any) -> None:
    """Items begin behind their number."""
    style.paragraph_format.left_indent = Mm(8)
    style.paragraph_format.first_line_indent = Mm(-8)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(8))


def _typeface(style: Any, family: str, size: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = family, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), family)
