"""Signing: what is refused, where the stamp stands, and that nothing earlier is broken."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from renaksi.diagnostics import RenaksiError
from renaksi.interpret.appended import CODES_TITLE, DRAFT_TITLE
from renaksi.render.printed import printed
from renaksi.reports.tree import Document, Heading, Party, Section, Signatures, text
from renaksi.signatures.placing import Box, free_spot, look_at
from renaksi.signatures.sign import LAST_PAGE, Spot, opened_key, sign
from renaksi.signatures.stamp import stamp
from renaksi.signatures.verdict import Signature, from_json, standing, to_json
from renaksi.signatures.verify import verify
from tests.renaksi.reports.paper import build
from tests.renaksi.signatures.papers import (
    MOMENT,
    PASSWORD,
    YEAR,
    Holder,
    authority,
    holder,
    locked_paper,
    paper,
)

ARCHIVE = "{http://www.aiim.org/pdfa/ns/id/}"
ACCESSIBLE = "{http://www.aiim.org/pdfua/ns/id/}"
ADDRESS = "https://renaksi.example.go.id/tanda-tangan/"


def signed(data: bytes, by: Holder, *, visible: bool = True, spot: Spot = LAST_PAGE) -> bytes:
    opened = opened_key(by.p12, PASSWORD, MOMENT)
    mark = stamp(opened.name, MOMENT, ADDRESS) if visible else None
    return sign(data, opened, MOMENT, stamp=mark, spot=spot)


def seen(data: bytes) -> tuple[Signature, ...]:
    return verify(data, [authority()], MOMENT)


def boxes(data: bytes) -> list[Box]:
    found = PdfFileReader(io.BytesIO(data)).embedded_regular_signatures
    return [Box(*map(float, one.sig_field["/Rect"])) for one in found]


def test_a_signed_file_tells_who_signed_and_that_it_is_unchanged() -> None:
    (one,) = seen(signed(paper(), holder()))
    assert (one.signer, one.organisation) == ("Siti Rahayu, S.STP.", "Kecamatan Kemangkon")
    assert one.issuer == "Penyelenggara Uji CA"
    assert one.stated == MOMENT
    assert (one.content, one.vouching, one.validity) == ("unchanged", "trusted", "current")
    assert standing((one,)) == "sound"


def test_the_signature_is_pades_of_the_basic_kind() -> None:
    (one,) = PdfFileReader(io.BytesIO(signed(paper(), holder()))).embedded_regular_signatures
    assert one.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    attributes = {each["type"].native for each in one.signer_info["signed_attrs"]}
    assert "signing_certificate_v2" in attributes
    assert "signing_time" not in attributes  # the time stands in the PDF


def test_what_was_there_stays_byte_for_byte() -> None:
    assert signed(paper(), holder()).startswith(paper())


def test_a_second_signature_keeps_the_first_valid() -> None:
    once = signed(paper(), holder())
    twice = signed(once, holder("Budi Santoso", 2))
    assert twice.startswith(once)
    first, second = seen(twice)
    assert (first.signer, first.content) == ("Siti Rahayu, S.STP.", "extended")
    assert (second.signer, second.content) == ("Budi Santoso", "unchanged")
    assert standing((first, second)) == "sound"


def test_two_stamps_stand_beside_each_other() -> None:
    first, second = boxes(signed(signed(paper(), holder()), holder("Budi Santoso", 2)))
    assert second.right <= first.left or second.bottom >= first.top


@pytest.mark.parametrize("visible", [True, False])
def test_the_stamp_shows_the_name_the_time_and_that_a_qr_code_is_no_signature(
    visible: bool,
) -> None:
    data = signed(paper(), holder(), visible=visible)
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    page = document[0]
    plain = pypdfium2.PdfDocument(paper())[0]
    changed = bytes(page.render().buffer) != bytes(plain.render().buffer)
    assert changed == visible
    if visible:
        text = pypdfium2.PdfDocument(stamp("Siti", MOMENT, ADDRESS))[0].get_textpage()
        said = " ".join(text.get_text_bounded().split())
        assert "Siti 25 November 2026 pukul 05.20 UTC" in said
        assert "Kode QR ini bukan tanda tangannya." in said
        assert "TTE" not in said
        assert "tersertifikasi" not in said


def test_the_code_of_the_stamp_leads_to_the_page_that_verifies() -> None:
    from renaksi.signatures.stamp import _code

    assert _code(ADDRESS) != _code(ADDRESS + "x")
    assert len(pypdfium2.PdfDocument(stamp("Siti", MOMENT))) == 1


def test_markup_in_a_name_is_text() -> None:
    mark = stamp('#panic("x") *tebal* $x$ \\ ', MOMENT, ADDRESS)
    text = pypdfium2.PdfDocument(mark)[0].get_textpage().get_text_bounded()
    assert '#panic("x") *tebal*' in " ".join(text.split())


def test_the_stamp_covers_no_text_and_no_earlier_box() -> None:
    page = look_at(paper(), None)
    spot = free_spot(page, 220, 68)
    above = free_spot(page, 220, 68, [Box(0, 0, 600, 300)])
    assert spot.bottom < 100
    assert above.bottom >= 300


def test_the_place_and_page_can_be_named() -> None:
    data = signed(paper(pages=3), holder(), spot=Spot(2, (20, 30)))
    (box,) = boxes(data)
    assert (round(box.left), round(box.bottom)) == (57, 85)
    document = PdfFileReader(io.BytesIO(data))
    assert "/Annots" in document.root["/Pages"]["/Kids"][1].get_object()
    assert "/Annots" not in document.root["/Pages"]["/Kids"][0].get_object()


def test_a_stamp_stands_beside_the_names_and_not_behind_the_codes() -> None:
    """The list of codes and the note of a draft, which may take pages, are not what is signed."""
    names = Signatures("Kota, 10 Januari 2022", (Party(("CAMAT,",), "CONTOH"),))
    sections = (
        Section("Isi", (text("Halaman satu."),)),
        Section("Lampiran", (names,)),
        Section("Kode angka", (Heading(CODES_TITLE), *[text("Kode. " * 300)] * 4)),
        Section("Catatan draf", (Heading(DRAFT_TITLE), text("Belum lengkap."))),
    )
    data = printed(Document("contoh", "Contoh", sections), "pdf")
    assert look_at(data, None).number == 2
    assert look_at(printed(Document("contoh", "Contoh", sections[:2]), "pdf"), None).number == 2
    assert look_at(data, 4).number == 4


def test_signatures_survive_json() -> None:
    found = seen(signed(paper(), holder()))
    assert from_json(to_json(found)) == found


def refusal(act: Any) -> str:
    with pytest.raises(RenaksiError) as caught:
        act()
    for lang in ("id", "en"):
        assert caught.value.message(lang).count(". ") == 0
    return caught.value.message("id")


@pytest.mark.parametrize(
    ("data", "spot", "says"),
    [
        (b"bukan apa-apa", Spot(), "bukan PDF"),
        (b"", Spot(), "bukan PDF"),
        (b"%PDF-1.7\nsampah", Spot(), "PDF ini rusak"),
        (paper()[: len(paper()) // 2], Spot(), "PDF ini rusak"),
        (locked_paper(), Spot(), "dikunci dengan kata sandi"),
        (paper(), Spot(9), "halaman 9 tidak ada; berkas ini memuat 1 halaman"),
        (paper(), Spot(1, (200, 10)), "keluar dari halaman"),
        (paper(full=True), Spot(), "tidak punya tempat kosong"),
    ],
)
def test_a_document_that_cannot_be_signed_costs_one_sentence(
    data: bytes, spot: Spot, says: str
) -> None:
    assert says in refusal(lambda: signed(data, holder(), spot=spot))


@pytest.mark.parametrize(
    ("p12", "password", "says"),
    [
        (holder().p12, "salah", "Kata sandi sertifikat salah"),
        (holder().p12, "", "Kata sandi sertifikat salah"),
        (holder().pem, PASSWORD, "bukan PKCS#12"),
        (b"", PASSWORD, "bukan PKCS#12"),
        (holder(ends=MOMENT - YEAR / 2).p12, PASSWORD, "habis pada 26 Mei 2026"),
        (holder(begins=MOMENT + YEAR / 2).p12, PASSWORD, "baru berlaku mulai 26 Mei 2027"),
    ],
)
def test_a_certificate_that_cannot_sign_costs_one_sentence(
    p12: bytes, password: str, says: str
) -> None:
    assert says in refusal(lambda: opened_key(p12, password, MOMENT))


def stated(data: bytes) -> dict[str, str]:
    """What the file's metadata states of PDF/A and PDF/UA, in whatever way it is written."""
    metadata = etree.fromstring(PdfFileReader(io.BytesIO(data)).root["/Metadata"].data)
    found: dict[str, str] = {}
    for node in metadata.iter("{*}Description"):
        found |= {str(name): str(value) for name, value in node.attrib.items()}
        found |= {str(child.tag): child.text or "" for child in node}
    return {name: value for name, value in found.items() if name.startswith((ARCHIVE, ACCESSIBLE))}


def test_a_signed_file_states_the_archive_format_alone_which_it_keeps() -> None:
    filed = printed(build("iku"), "pdf")
    archive = {f"{ARCHIVE}part": "2", f"{ARCHIVE}conformance": "A"}
    assert stated(filed) == {**archive, f"{ACCESSIBLE}part": "1"}
    once = signed(filed, holder())
    assert once.startswith(filed)
    assert stated(once) == archive
    twice = signed(once, holder("Budi Santoso", 2))
    assert stated(twice) == archive
    first, second = seen(twice)
    assert (first.content, second.content) == ("extended", "unchanged")


def test_a_signed_file_of_another_maker_states_nothing() -> None:
    filed = printed(build("iku"), "pdf")
    other = filed.replace(b"<xmp:CreatorTool>Typst", b"<xmp:CreatorTool>Other")
    assert other != filed
    assert stated(signed(other, holder())) == {}


def test_what_is_added_begins_on_a_line_of_its_own() -> None:
    filed = printed(build("iku"), "pdf")
    assert filed.endswith(b"%%EOF")
    assert signed(filed, holder())[len(filed) :].startswith(b"\n")


def test_a_field_whose_place_is_an_object_of_its_own_is_kept_clear_of() -> None:
    once = signed(paper(), holder())
    writer = IncrementalPdfFileWriter(io.BytesIO(once))
    (field,) = writer.root["/AcroForm"]["/Fields"]
    widget = field.get_object()
    widget["/Rect"] = writer.add_object(widget["/Rect"])
    writer.update_container(widget)
    out = io.BytesIO()
    writer.write(out)
    first, second = boxes(signed(out.getvalue(), holder("Budi Santoso", 2)))
    assert second.right <= first.left or first.right <= second.left
