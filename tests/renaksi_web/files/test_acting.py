"""Office files that act: found by what they hold, not by their names."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest
import xlsxwriter
import xlwt

from renaksi_web.files.acting import refuse_acting
from renaksi_web.refusals import Refused

RELATION = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Target="x.bin" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/{}"{}/></Relationships>'
)
STORAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def sheet() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def old_sheet(name: str = "Lembar") -> bytes:
    out, book = io.BytesIO(), xlwt.Workbook()
    book.add_sheet(name)
    book.save(out)
    return out.getvalue()


def with_chart() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet()
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Sheet1!$A$1:$A$3"})
    page.insert_chart("B2", chart)
    book.close()
    return out.getvalue()


def zipped(parts: dict[str, bytes | str], beside: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        if beside:
            with zipfile.ZipFile(io.BytesIO(beside)) as old:
                for name in old.namelist():
                    if name not in parts:
                        made.writestr(name, old.read(name))
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def with_types(data: bytes, kind: str) -> bytes:
    types = zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml").decode()
    more = f'<Default Extension="zz" ContentType="{kind}"/></Types>'
    return zipped({"[Content_Types].xml": types.replace("</Types>", more)}, data)


MANIFEST = '<m:manifest xmlns:m="m"><m:file-entry m:media-type="{}"/></m:manifest>'
HARMLESS = {
    "Word": word(), "Excel": sheet(), "Excel with a chart": with_chart(), "xls": old_sheet(),
    "a sheet called Macros": old_sheet("Macros"), "zip": zipped({"a.txt": "a", "b.docx": word()}),
    "zip of old files": zipped({"a.xls": old_sheet()}), "PDF": b"%PDF-1.7", "words": b"Kegiatan",
    "OpenDocument": zipped({"META-INF/manifest.xml": MANIFEST.format("text/xml")}),
    "a chart's table": zipped({
        "word/charts/_rels/chart1.xml.rels": RELATION.format("package", ""),
        "word/embeddings/x.xlsx": sheet(),
    }, word()),
}  # fmt: skip
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
ACTING = {
    "macro by type": with_types(word(), MACRO),
    "macro in utf-16": zipped({
        "word/_rels/x.xml.rels": RELATION.format("vbaProject", "")
        .replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16"),
    }, word()),
    "storage by content": zipped({"word/media/a.png": STORAGE}, word()),
    "object": zipped({"word/_rels/x.xml.rels": RELATION.format("oleObject", "")}, word()),
    "file within": zipped({"word/_rels/x.xml.rels": RELATION.format("package", "")}, word()),
    "control": zipped({"xl/_rels/x.xml.rels": RELATION.format("control", "")}, sheet()),
    "template from elsewhere": zipped({
        "word/_rels/x.xml.rels": RELATION.format("attachedTemplate", ' TargetMode="External"'),
    }, word()),
    "DDE": zipped({"xl/externalLinks/externalLink1.xml": "<a><ddeLink/></a>"}, sheet()),
    "within an archive": zipped({"a/b.docx": with_types(word(), MACRO)}),
    "within a chart": zipped({
        "word/charts/_rels/chart1.xml.rels": RELATION.format("package", ""),
        "word/embeddings/x.xlsx": with_types(sheet(), "application/vnd.ms-office.vbaProject"),
    }, word()),
    "OpenDocument with Basic": zipped({
        "META-INF/manifest.xml": MANIFEST.format("text/xml"), "Basic/a.xml": "<a/>",
    }),
    "OpenDocument with an object": zipped({
        "META-INF/manifest.xml": MANIFEST.format("application/vnd.sun.star.oleobject"),
    }),
    "RTF": rb"{\rtf1 {\object\objemb{\*\objdata 0105}}}",
    "old macro": old_sheet().replace(
        "Workbook".encode("utf-16-le"), "Macros\0\0".encode("utf-16-le")
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", HARMLESS.values(), ids=HARMLESS)
def test_what_can_only_be_read_is_kept(data: bytes) -> None:
    refuse_acting(data, "bukti")


@pytest.mark.parametrize("data", ACTING.values(), ids=ACTING)
def test_what_acts_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        refuse_acting(data, "laporan.docx")
    assert refused.value.message("id").startswith(
        "laporan.docx: berkas ini memuat makro atau objek tertanam."
    )


def test_what_is_locked_or_damaged_is_told_so() -> None:
    locked = zipped({
        "META-INF/manifest.xml": '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>'
    })  # fmt: skip
    for data, says in (
        (locked, "dikunci dengan kata sandi"),
        (word()[:2000], "rusak"),
        (STORAGE, "rusak"),
        (zipped({"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "rusak"),
    ):
        with pytest.raises(Refused) as refused:
            refuse_acting(data, "bukti")
        assert says in refused.value.message("id")
