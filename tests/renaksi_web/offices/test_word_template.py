"""An office's own Word file: uploaded by its admin, taken by its documents, harmless."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renaksi.reports.matter import Choices
from renaksi_web.accounts import services as accounts
from renaksi_web.audit.models import Event
from renaksi_web.offices import selectors
from renaksi_web.offices.word_template import LARGEST, enter_template
from renaksi_web.refusals import NotAllowed, NotFound, Refused
from renaksi_web.sheets.papers import Papers
from tests.renaksi.render.printed.test_word_template import template
from tests.renaksi_web.office import PIXEL, Office, client_of, plan_of

TEMPLATE = template()
pytestmark = pytest.mark.django_db


def changed(part: str, content: bytes) -> bytes:
    """The template with one part in place of, or beside, its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return out.getvalue()


def address(office: Office, rest: str = "") -> str:
    return f"/opd/{office.organisation.slug}/data-kantor/templat-word/{rest}"


def test_word_files_of_the_office_take_its_styles_head_and_foot(office: Office) -> None:
    enter_template(by=office.admin, data=TEMPLATE)
    papers = Papers(office.operator, plan_of(office).pk)
    data, _ = papers.printed("rencana-aksi", "docx", Choices())
    file = docx.Document(io.BytesIO(data))
    assert file.sections[0].header.paragraphs[0].text == "KOP PEMERINTAH KABUPATEN"
    assert file.styles["Sel Tabel"].font.name == "Tahoma"
    assert "Isi templat yang tidak dipakai" not in [p.text for p in file.paragraphs]


def test_it_is_uploaded_taken_and_removed_on_its_page(office: Office) -> None:
    client = client_of(office.admin)
    file = SimpleUploadedFile("templat.docx", TEMPLATE)
    assert client.post(address(office), {"template": file}).status_code == 302
    assert client_of(office.operator).get(address(office, "berkas/")).content == TEMPLATE
    page = client.post(address(office), {"without_template": "on"}, follow=True)
    assert "Belum ada templat." in page.text
    assert client.get(address(office, "berkas/")).status_code == 404
    assert client.post(address(office), {}).status_code == 422


def test_only_an_admin_changes_it_and_only_members_see_it(office: Office, sibling: Office) -> None:
    with pytest.raises(NotAllowed):
        enter_template(by=office.operator, data=TEMPLATE)
    enter_template(by=office.admin, data=TEMPLATE)
    with pytest.raises(NotFound):
        selectors.word_template(sibling.admin)
    assert client_of(sibling.admin).get(address(office, "berkas/")).status_code == 404


def test_one_file_can_hold_for_every_office_of_a_government(
    office: Office, sibling: Office, stranger: Office
) -> None:
    accounts.give(office.admin.user, sibling.organisation, ["admin"])
    accounts.give(office.admin.user, stranger.organisation, ["operator"])
    office.admin.user.known_memberships = None
    assert enter_template(by=office.admin, data=TEMPLATE, everywhere=True) == 2
    assert selectors.word_template(sibling.operator) == TEMPLATE
    with pytest.raises(NotFound):
        selectors.word_template(stranger.operator)
    events = Event.objects.filter(act="organisation.manage").order_by("-pk")[:2]
    assert {event.chain.organisation for event in events} == {
        office.organisation, sibling.organisation,
    }  # fmt: skip
    assert enter_template(by=office.admin, data=TEMPLATE, everywhere=True) == 0


LINKED = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"><Relationship Id="rId1" TargetMode="External" Target="http://x/t.dotx" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate"/></Relationships>'
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"bukan berkas Word", "harus berkas Word"),
        (PIXEL, "harus berkas Word"),
        (b"PK" + b"\0" * LARGEST, "lebih dari 4 MB"),
        (TEMPLATE[:3000], "harus berkas Word"),
        (changed("word/vbaProject.bin", b"Sub AutoOpen()"), "memuat makro"),
        (changed("word/_rels/settings.xml.rels", LINKED), "memuat makro, objek, tautan"),
        (changed("word/theme/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "memuat makro"),
        (changed("word/styles.xml", b"<rusak"), "tidak dapat dibuka"),
        (changed("word/media/x.png", b"\0" * 31_000_000), "terlalu besar"),
    ],
    ids=["words", "picture", "large", "cut", "macro", "linked", "entity", "damaged", "bomb"],
)
def test_what_could_harm_or_cannot_be_used_is_refused(
    office: Office, data: bytes, sentence: str
) -> None:
    if sentence == "terlalu besar":
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                new.writestr(name, old.read(name))
        data = out.getvalue()
    with pytest.raises(Refused) as refused:
        enter_template(by=office.admin, data=data)
    assert sentence in refused.value.message("id")


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOT = f'<?xml version="1.0"?><w:ftr xmlns:w="{W}"><w:p>%s</w:p></w:ftr>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(*pieces: str) -> str:
    return "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)


def with_part(content: str, encoding: str = "utf-8", kind: str = "footer+xml") -> bytes:
    """The template with one part more, which is a footer or what ``kind`` says."""
    types = zipfile.ZipFile(io.BytesIO(TEMPLATE)).read("[Content_Types].xml").decode()
    more = (
        '<Override PartName="/word/lain.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{kind}"/></Types>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != "[Content_Types].xml":
                new.writestr(name, old.read(name))
        new.writestr("[Content_Types].xml", types.replace("</Types>", more))
        new.writestr("word/lain.xml", content.encode(encoding))
    return out.getvalue()


def field(inside: str) -> str:
    return FOOT % (char("begin") + inside + char("end"))


HOSTILE = {
    "split": with_part(field(code("DDE", "AUTO c:", "\\cmd"))),
    "utf-16": with_part(
        field(code("INCLUDEPICTURE x")).replace("?>", ' encoding="utf-16"?>', 1), "utf-16"
    ),
    "references": with_part(field(code("&#68;&#68;EAUTO x"))),
    "cdata": with_part(field(code("<![CDATA[LI]]>NK x"))),
    "simple": with_part(FOOT % '<w:fldSimple w:instr=" INCLUDETEXT x "/>'),
    "prefix": with_part(field(code("LINK x")).replace("w:", "q:").replace("xmlns:w", "xmlns:q")),
    "strict": with_part(
        field(code("LINK x")).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    ),
    "nested": with_part(
        field(char("begin") + code("QUOTE 68 68 69") + char("separate") + char("end"))
    ),
    "built": with_part(
        field(char("begin") + code("PAGE") + char("separate") + code("DDE x") + char("end"))
    ),
    "stray": with_part(FOOT % code("DDEAUTO x")),
    "never ended": with_part(FOOT % (char("begin") + code("MACROBUTTON x"))),
    "chunk": with_part(FOOT % '<w:altChunk w:id="x"/>'),
    "object": with_part(FOOT % '<w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r>'),
    "picture": with_part(FOOT % '<v:imagedata xmlns:v="v" src="http://x/a.png"/>'),
    "share": with_part(FOOT % '<v:imagedata xmlns:v="v" src="&#92;&#92;x&#92;a.png"/>'),
    "entity": with_part(field(code("&b;")).replace("?>", '?><!DOCTYPE a [<!ENTITY b "DDE">]>', 1)),
    "another kind of part": with_part("<a/>", kind="template.macroEnabled"),
    "external": changed("word/_rels/lain.xml.rels", LINKED.replace(b"External", b"&#69;xternal")),
    "external in utf-16": changed(
        "word/_rels/lain.xml.rels",
        LINKED.decode().replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16"),
    ),
    "hyperlink": changed(
        "word/_rels/lain.xml.rels", LINKED.replace(b"attachedTemplate", b"hyperlink")
    ),
    "quotes": changed("word/_rels/lain.xml.rels", LINKED.replace(b'"External"', b"'External'")),
    "chunk of a file": changed(
        "word/_rels/lain.xml.rels",
        LINKED.replace(b"attachedTemplate", b"aFChunk").replace(b' TargetMode="External"', b""),
    ),
    "program": changed("word/media/a.png", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "page": changed("word/media/a.html", b"<html></html>"),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_on_the_list_is_refused_however_it_is_written(
    office: Office, data: bytes
) -> None:
    with pytest.raises(Refused) as refused:
        enter_template(by=office.admin, data=data)
    assert "memuat makro, objek, tautan" in refused.value.message("id")


@pytest.mark.parametrize(
    "content",
    [
        field(code(" PA", "GE ")),
        field(code("DATE ") + char("separate") + "<w:r><w:t>3 Oktober</w:t></w:r>"),
        FOOT % '<w:fldSimple w:instr=" numpages  \\* MERGEFORMAT"/>',
    ],
)
def test_page_numbers_and_days_are_on_the_list(office: Office, content: str) -> None:
    assert enter_template(by=office.admin, data=with_part(content)) == 1
    assert enter_template(by=office.admin, data=with_part(content, "utf-8-sig")) in (0, 1)
