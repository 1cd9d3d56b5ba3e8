"""A government's own Word file: its styles, head and foot stay, its words go."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from renaksi.diagnostics import RenaksiError
from renaksi.render.printed import printed
from renaksi.reports.tree import Document, Heading, Section, Table, text
from tests.renaksi.render.printed.test_formats import EVERY_KIND, table


def template() -> bytes:
    file = docx.Document()
    file.add_paragraph("Isi templat yang tidak dipakai")
    file.styles["Normal"].font.name = "Cambria"
    file.styles["Heading 1"].font.size = Pt(20)
    file.styles.add_style("Sel Tabel", WD_STYLE_TYPE.PARAGRAPH).font.name = "Tahoma"
    file.sections[0].header.paragraphs[0].text = "KOP PEMERINTAH KABUPATEN"
    file.sections[0].footer.paragraphs[0].text = "Kaki halaman sendiri"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def printed_with(template: bytes, *blocks: object) -> object:
    section = Section("A", blocks or (Heading("JUDUL"), text("isi")))  # type: ignore[arg-type]
    document = Document("contoh", "Contoh", (section, section), word_template=template)
    return docx.Document(io.BytesIO(printed(document, "docx")))


def test_its_styles_head_and_foot_stay_and_its_words_go() -> None:
    file = printed_with(template())
    assert [p.text for p in file.paragraphs if p.text] == ["JUDUL", "isi"] * 2  # type: ignore[attr-defined]
    styles = file.styles  # type: ignore[attr-defined]
    assert styles["Normal"].font.name == "Cambria"
    assert styles["Heading 1"].font.size == Pt(20)
    assert styles["Sel Tabel"].font.name == "Tahoma"
    for section in file.sections:  # type: ignore[attr-defined]
        assert section.header.paragraphs[0].text == "KOP PEMERINTAH KABUPATEN"
        assert section.footer.paragraphs[0].text == "Kaki halaman sendiri"


def test_every_kind_of_block_finds_its_style_in_it() -> None:
    file = printed_with(template(), *EVERY_KIND)
    used = {p.style.name for p in file.paragraphs}  # type: ignore[attr-defined]
    assert {"Kop Kantor", "Daftar Angka", "Heading 1"} <= used


def test_a_template_that_dropped_our_styles_is_completed() -> None:
    file = docx.Document()
    for name in ("Heading 2", "Caption", "List Bullet"):
        element = file.styles[name].element
        element.getparent().remove(element)
    out = io.BytesIO()
    file.save(out)
    made = printed_with(out.getvalue(), *EVERY_KIND, Table(table().columns, (), (), "Judul tabel"))
    assert any(p.style.name == "Caption" for p in made.paragraphs)  # type: ignore[attr-defined]


@pytest.mark.parametrize("own", [b"", template()])
def test_no_second_list_of_styles_and_no_picture_of_another_paper_is_kept(own: bytes) -> None:
    before = zipfile.ZipFile(io.BytesIO(template())).namelist()
    assert {"word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"} <= set(before)
    document = Document("contoh", "Contoh", (Section("A", EVERY_KIND),), word_template=own)
    made = zipfile.ZipFile(io.BytesIO(printed(document, "docx")))
    assert not [name for name in made.namelist() if "Effects" in name or "thumbnail" in name]
    assert b"Effects" not in made.read("[Content_Types].xml")


@pytest.mark.parametrize("content", [b"PK\x03\x04rusak", b"bukan zip", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(RenaksiError) as refused:
        printed_with(content)
    assert "Templat Word" in refused.value.message("id")
