"""An office's data: entered by its admin, printed on its documents, never seen by others."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renaksi.reports import REPORTS
from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.files.models import StoredFile
from renaksi_web.files.services import path_of
from renaksi_web.offices import selectors, services
from renaksi_web.offices.models import OfficeData, Signatory
from renaksi_web.offices.services import Signing
from renaksi_web.refusals import Conflict, NotAllowed, Refused
from renaksi_web.sheets.papers import _NOT_KNOWN, Papers
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import DAY, PIXEL, Office, client_of, plan_of, windows_of

pytestmark = pytest.mark.django_db

NIP = "197001011990031001"
TEXTS = {
    "government": "Pemerintah Kabupaten Contoh", "name": "Kecamatan Contoh",
    "address": "Jalan Raya Contoh Nomor 1, 53381", "telephone": "(0281) 000000",
    "contact": "contoh@example.go.id", "place": "Contoh",
}  # fmt: skip
SIGNING = {
    "head": Signing("Drs. CAMAT CONTOH", "Camat Contoh", "Pembina Tingkat I, IV/b", NIP),
    "superior": Signing("BUPATI CONTOH", "Bupati Contoh", elected=True),
    "secretary": Signing("SEKRETARIS CONTOH, S.E.", "Sekretaris", "Penata, III/c", NIP),
    "planner": Signing("KEPALA BADAN CONTOH", "Kepala Bapelitbangda", "Pembina, IV/a", NIP),
}


def enter(office: Office, seen: int = 0, **more: object) -> OfficeData:
    given = {"texts": TEXTS, "signing": SIGNING, "logo": PIXEL} | more
    return services.enter(by=office.admin, seen=seen, **given)  # type: ignore[arg-type]


def fields(**more: object) -> dict[str, object]:
    typed: dict[str, object] = {"seen": 0, **TEXTS}
    for part, one in SIGNING.items():
        typed |= {f"{part}_{key}": value for key, value in one._asdict().items() if value}
    return typed | more


def address(office: Office, rest: str = "") -> str:
    return f"/opd/{office.organisation.slug}/data-kantor/{rest}"


def words_of(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    return words


def test_everything_entered_is_printed_and_nothing_of_the_office_is_missing(
    office: Office,
) -> None:
    plan = plan_of(office)
    windows_of(office)
    enter(office)
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk, dated=DAY)
        lacks = {gap for name in REPORTS for gap in papers.document(name).draft}
        data, _ = papers.printed("perjanjian-kinerja", "pdf", Choices())
    assert not lacks & set(_NOT_KNOWN)
    assert "Tanggal penandatanganan belum diisi." not in lacks
    words = words_of(data)
    for said in (
        "PEMERINTAH KABUPATEN CONTOH", "Jalan Raya Contoh Nomor 1, 53381",
        "Telepon (0281) 000000, contoh@example.go.id", "Contoh, 4 Juli 2022", "BUPATI CONTOH",
        "Drs. CAMAT CONTOH", "NIP. 19700101 199003 1 001",
    ):  # fmt: skip
        assert said in words


def test_what_is_not_entered_makes_a_draft_and_the_page_leads_to_the_form(office: Office) -> None:
    plan = plan_of(office)
    windows_of(office)
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk)
        lacks = {gap for name in REPORTS for gap in papers.document(name).draft}
        address_of_papers = f"/opd/{office.organisation.slug}/rencana/{plan.pk}/resmi/"
        page = client_of(office.admin).get(address_of_papers).text
    # The site knows the position of who leads the office, and documents name all others.
    known = {
        "Nama kepala perangkat daerah belum diisi.",
        "Jabatan kepala perangkat daerah belum diisi.",
    }
    assert set(_NOT_KNOWN) - lacks <= known | {
        "Jabatan atasan (pihak kedua) belum diisi.", "Jabatan pejabat yang memeriksa belum diisi.",
    }  # fmt: skip
    assert "Alamat untuk kop surat belum diisi." in lacks
    assert "Logo untuk kop surat belum diisi." in lacks
    assert f'href="{address(office)}"' in page
    assert "Lengkapi data kantor" in page


def test_saving_is_one_event_that_tells_what_changed(office: Office) -> None:
    first = enter(office)
    assert first.version == 1
    events = Event.objects.filter(act="organisation.manage")
    assert events.count() == 1
    enter(office, seen=1, texts=TEXTS | {"place": "Purbalingga"}, logo=None)
    last = events.order_by("-number")[0]
    assert '"before":{"place":"Contoh"}' in last.payload
    assert '"after":{"place":"Purbalingga"}' in last.payload


def test_saving_what_is_there_already_changes_nothing(office: Office) -> None:
    enter(office)
    enter(office, seen=0)
    assert OfficeData.objects.get().version == 1
    assert Event.objects.filter(act="organisation.manage").count() == 1


def test_who_saves_over_what_they_have_not_seen_is_told_and_keeps_their_words(
    office: Office,
) -> None:
    enter(office)
    with pytest.raises(Conflict, match="Admin"):
        enter(office, texts={"place": "Lain"})
    answer = client_of(office.admin).post(address(office), fields(place="Tempat lain"))
    assert answer.status_code == 422
    assert "sudah diubah Admin" in answer.text
    assert "Tempat lain" in answer.text
    assert OfficeData.objects.get().place == "Contoh"


def test_saving_is_whole_or_not_at_all(office: Office) -> None:
    assert assert_all_or_nothing(lambda: enter(office)) > 5


def test_the_form_saves_and_shows_again_what_was_typed(office: Office) -> None:
    client = client_of(office.admin)
    logo = SimpleUploadedFile("logo.exe", PIXEL, "text/html")
    answer = client.post(address(office), fields(logo=logo, head_nip="19700101 199003 1 001"))
    assert answer.status_code == 302
    assert Signatory.objects.get(part="head").nip == NIP
    page = client.get(address(office)).text
    for said in ("Jalan Raya Contoh Nomor 1, 53381", "Drs. CAMAT CONTOH", "Pembina, IV/a", NIP):
        assert said in page
    assert re.search(r'<input[^>]*name="superior_elected"[^>]* checked', page)


def test_the_logo_is_kept_privately_and_told_by_its_content(
    office: Office, sibling: Office
) -> None:
    enter(office)
    stored = StoredFile.objects.get(organisation=office.organisation)
    assert stored.media_type == "image/png"
    assert path_of(stored.name).stat().st_mode & 0o077 == 0
    answer = client_of(office.operator).get(address(office, "logo/"))
    assert (answer["Content-Type"], answer.content) == ("image/png", PIXEL)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client_of(sibling.admin).get(address(office, "logo/")).status_code == 404
    enter(office, seen=1, logo=None, without_logo=True)
    assert client_of(office.operator).get(address(office, "logo/")).status_code == 404


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a" + b"\0" * 20, "PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG or JPEG"),
        (PIXEL[:-20], "damaged"),
        (PIXEL[:40] + b"\xff" + PIXEL[41:], "damaged"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 100, "damaged"),
        (PIXEL[:16] + b"\x00\x01\x00\x00" + PIXEL[20:], "pixels"),
        (PIXEL + b"\0" * 1_000_000, "1 MB"),
    ],
)
def test_what_no_format_could_print_is_refused_as_a_logo(
    office: Office, data: bytes, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        enter(office, logo=data)
    assert not OfficeData.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("nip", ["1970", "19700101199003100x", "١٩٧٠٠١٠١١٩٩٠٠٣١٠٠١"])
def test_a_nip_has_eighteen_digits(office: Office, nip: str) -> None:
    with pytest.raises(Refused, match="18 digits"):
        enter(office, signing={"head": Signing("A", nip=nip)})


def test_an_elected_official_has_no_nip(office: Office) -> None:
    with pytest.raises(Refused, match="has no NIP"):
        enter(office, signing={"superior": Signing("A", nip=NIP, elected=True)})


def test_only_an_admin_enters(office: Office) -> None:
    for member in (office.operator, office.verifikator, office.pimpinan):
        with pytest.raises(NotAllowed):
            services.enter(by=member, seen=0, texts=TEXTS, signing=SIGNING)
        page = client_of(member).get(address(office)).text
        assert '<form method="post" enctype' not in page


def test_where_no_head_was_entered_the_one_who_leads_stands_there(office: Office) -> None:
    head = selectors.office_of(office.operator).head
    assert (head.name, head.position) == (office.pimpinan.user.name, "Camat")


def test_another_offices_data_are_not_read(office: Office, sibling: Office) -> None:
    enter(office)
    assert selectors.office_of(sibling.operator).address == ""


def test_taking_the_logo_away_is_offered_only_where_there_is_one(office: Office) -> None:
    admin = client_of(office.admin)
    enter(office, logo=None)
    assert "Hapus logo" not in admin.get(address(office)).text
    enter(office, seen=1)
    assert "Hapus logo" in admin.get(address(office)).text
    enter(office, seen=2, logo=None, without_logo=True)
    assert "Hapus logo" not in admin.get(address(office)).text
