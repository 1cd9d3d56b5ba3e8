"""What an office's papers bear: entered by the admin, shown on every document, in the record."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renaksi.reports.office import Office, Official
from renaksi_web.accounts.papers import papers_of, set_papers, signing
from renaksi_web.audit.models import Event
from renaksi_web.refusals import NotAllowed
from renaksi_web.sheets.papers import Papers
from tests.renaksi.render.printed.test_formats import logo
from tests.renaksi_web.office import Office as Setting
from tests.renaksi_web.office import client_of, plan_of

pytestmark = pytest.mark.django_db
HEAD = Official("Drs. CONTOH CAMAT", "Camat Kemangkon", "197001011990031001", "Pembina, IV/a")


def address(office: Setting) -> str:
    return f"/opd/{office.admin.organisation.slug}/kantor/"


def test_only_the_admin_writes_and_every_member_may_read(office: Setting) -> None:
    for member in (office.operator, office.verifikator, office.pimpinan):
        with pytest.raises(NotAllowed):
            set_papers(by=member, office=Office(place="Kota"))
    set_papers(by=office.admin, office=Office(place="Kota", head=HEAD))
    assert papers_of(office.operator).head == HEAD


def test_the_record_says_what_changed_and_keeps_no_picture(office: Setting) -> None:
    set_papers(by=office.admin, office=Office(place="Kota", logo=logo()))
    set_papers(by=office.admin, office=Office(place="Kota", logo=logo()))
    set_papers(by=office.admin, office=Office(place="Desa", logo=logo()))
    events = Event.objects.filter(act="papers.set").order_by("number")
    first, second = (json.loads(event.payload) for event in events)
    assert len(first["after"]["logo"]) == 64
    assert (second["before"], second["after"]) == ({"place": "Kota"}, {"place": "Desa"})


def test_what_is_not_entered_comes_from_what_is_known(office: Setting) -> None:
    person = office.pimpinan.user
    person.nip = "197001011990031001"
    person.save()
    known = signing(office.operator)
    organisation = office.operator.organisation
    assert (known.name, known.government) == (organisation.name, organisation.government.name)
    assert (known.head.name, known.head.nip) == (person.name, person.nip)
    set_papers(by=office.admin, office=Office(head=HEAD, government="Pemerintah Lain"))
    known = signing(office.operator)
    assert (known.head, known.government) == (HEAD, "Pemerintah Lain")


def sent(**fields: object) -> dict[str, object]:
    return {
        "place": "Kemangkon", "address": "Jalan 1", "head_name": HEAD.name,
        "head_position": HEAD.position, "head_nip": HEAD.nip, "head_rank": HEAD.rank,
        "superior_name": "CONTOH BUPATI", "superior_position": "Bupati", "superior_elected": "on",
        "examiner_name": "CONTOH SEKRETARIS", **fields,
    }  # fmt: skip


def test_the_form_keeps_everything_and_the_documents_bear_it(office: Setting) -> None:
    client = client_of(office.admin)
    picture = SimpleUploadedFile("logo.png", logo(), "image/png")
    assert client.post(address(office), sent(logo=picture)).status_code == 302
    page = client.get(address(office)).content.decode()
    assert HEAD.name in page
    known = papers_of(office.admin)
    assert known.superior == Official("CONTOH BUPATI", "Bupati", elected=True)
    assert known.staff == (Official("CONTOH SEKRETARIS"),)
    assert known.logo == logo()
    client.post(address(office), sent())
    assert papers_of(office.admin).logo == logo()
    client.post(address(office), sent(remove_logo="on"))
    assert papers_of(office.admin).logo == b""
    document = Papers(office.operator, plan_of(office).pk).document("perjanjian-kinerja")
    assert not any("pihak kedua" in gap or "kepala perangkat" in gap for gap in document.draft)


def test_a_picture_that_no_paper_shows_is_refused_and_nothing_is_lost(office: Setting) -> None:
    client = client_of(office.admin)
    for content in (b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"x" * 300_001):
        picture = SimpleUploadedFile("logo.png", content, "image/png")
        response = client.post(address(office), sent(logo=picture))
        assert response.status_code == 422
        assert HEAD.name in response.content.decode()
    assert papers_of(office.admin) == Office()


def test_with_everything_entered_and_dated_a_plan_without_gaps_is_no_draft(office: Setting) -> None:
    client_of(office.admin).post(address(office), sent())
    plan = plan_of(office)
    page = f"/opd/{office.admin.organisation.slug}/rencana/{plan.pk}/resmi/?dated=2022-01-10"
    words = client_of(office.operator).get(page).content.decode()
    assert "Tanggal penandatanganan belum diisi." not in words
    assert "Lengkap" in words
