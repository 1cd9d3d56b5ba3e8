"""Bringing a plan in through the pages, without any script."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from renaksi.readers import READERS
from renaksi_web.plans.models import Import, Plan, PlanDocument
from tests.renaksi.formats import hostile
from tests.renaksi.formats.absurd import ABSURD
from tests.renaksi.formats.known_plans import written
from tests.renaksi_web.office import Office, client_of, plan_of
from tests.renaksi_web.paper import KEMANGKON, PAPER, brought_in
from tests.renaksi_web.queries import queries


def at(name: str, **parts: Any) -> str:
    return reverse(name, kwargs={"office": "kemangkon", **parts})


def upload(client: Client, data: bytes, name: str = "rencana.txt") -> HttpResponse:
    return client.post(at("upload"), {"documents": SimpleUploadedFile(name, data)})  # type: ignore[return-value]


def test_a_paper_is_uploaded_reviewed_and_becomes_a_plan(office: Office) -> None:
    client = client_of(office.operator)
    sent = upload(client, PAPER.encode())
    imported = Import.objects.get()
    assert sent.headers["Location"] == at("import", imported=imported.pk)
    page = client.get(at("import", imported=imported.pk))
    assert "3 hal perlu Anda putuskan" in page.text
    assert page.text.index("3 hal perlu") < page.text.index("Isi yang hilang")

    correct = at("import-correct", imported=imported.pk)
    fill = {"do": "row", "row": "P1.K1~0", "t_q2": "50%", "from": "card"}
    assert client.post(correct, fill).status_code == 302
    assert client.post(correct, {"do": "ways", "a_P1.K1.SK1~0": "sum"}).status_code == 302
    page = client.get(at("import", imported=imported.pk))
    assert "1 hal perlu Anda putuskan" in page.text
    question = re.search(r'name="q_1" value="([^"]+)"', page.text)
    assert question is not None
    client.post(correct, {"do": "same", "q_1": question[1], "s_1": "same"})
    assert "Semua sudah diputuskan" in client.get(at("import", imported=imported.pk)).text

    done = client.post(at("import-confirm", imported=imported.pk))
    plan = Plan.objects.get()
    assert done.headers["Location"] == at("plan", plan=plan.pk)
    assert "bersama dokumen aslinya" in client.get(done.headers["Location"]).text


def test_every_value_is_linked_to_its_spot_in_the_document(office: Office) -> None:
    imported = brought_in(office)
    page = client_of(office.operator).get(at("import", imported=imported.pk)).text
    names = set(re.findall(r'id="(b\d+(?:k\d+)?)"', page))
    linked = re.findall(r'class="spot" href="#([^"]+)"', page)
    assert set(linked) <= names
    assert '<a class="spot" href="#b7k4">50%</a>' in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"halo", "Tidak ada rencana aksi"),
        (b"PK\x03\x04", "Berkas"),
        (b"\x00\x01\x02\x07\xff\x00\x03", "tidak dikenali"),
        (b"<svg onload=alert(1)>", "XML tidak dapat dibaca"),
    ],
)
def test_a_file_without_a_plan_is_one_sentence_beside_the_field_and_leaves_nothing(
    office: Office, data: bytes, sentence: str
) -> None:
    answer = upload(client_of(office.operator), data)
    assert answer.status_code == 422
    assert sentence in answer.text  # type: ignore[attr-defined]
    assert not Import.objects.exists()


def test_no_file_asks_for_one(office: Office) -> None:
    answer = client_of(office.operator).post(at("upload"))
    assert answer.status_code == 422
    assert "Pilih berkasnya dulu." in answer.text


def test_a_refused_correction_keeps_what_was_typed(office: Office) -> None:
    imported = brought_in(office)
    sent = {"do": "row", "row": "P1.K1~0", "t_q2": "1.234", "from": "card"}
    answer = client_of(office.operator).post(at("import-correct", imported=imported.pk), sent)
    assert answer.status_code == 422
    assert "tulis 1234 atau 1,2340" in answer.text
    assert 'name="t_q2" value="1.234"' in answer.text


def test_a_correction_that_changes_nothing_is_told_and_counts_as_none(office: Office) -> None:
    imported = brought_in(office)
    client = client_of(office.operator)
    card = {"do": "row", "row": "P1.K1~0", "t_q2": " ", "from": "card"}
    answer = client.post(at("import-correct", imported=imported.pk), card)
    assert answer.status_code == 422
    assert "Belum ada yang berubah; isi atau ubah dulu yang dimaksud." in answer.text
    imported.refresh_from_db()
    assert imported.corrections == []
    page = client.get(at("import", imported=imported.pk)).text
    assert page.index("Tanda - berarti tidak dijadwalkan") < page.index('id="tugas-1"')


def test_a_panel_that_is_refused_stays_open_with_its_sentence(office: Office) -> None:
    imported = brought_in(office)
    sent = {
        "do": "split_row", "row": "P1.K1~0", "baris": "P1.K1~0", "first": "A", "second": "",
        "from": "panel",
    }  # fmt: skip
    answer = client_of(office.operator).post(at("import-correct", imported=imported.pk), sent)
    assert answer.status_code == 422
    assert "Isi kedua teks" in answer.text
    assert re.search(r'<dialog id="panel"[^>]* open>', answer.text)


def test_the_record_tells_each_step_of_a_review_by_its_name(office: Office) -> None:
    imported, client = brought_in(office), client_of(office.operator)
    sent = {"do": "row", "row": "P1.K1~0", "t_q2": "50%"}
    client.post(at("import-correct", imported=imported.pk), sent)
    client.post(at("import-take-back", imported=imported.pk), {})
    client.post(at("import-decide", imported=imported.pk), {"finding": "r1", "reason": "kosong"})
    client.post(at("import-give-up", imported=imported.pk))
    reader = client_of(office.pimpinan)
    told = re.findall(r"<span>rencana.txt: ([^<]*?) *<", reader.get(at("record")).text)
    assert told == [
        "tidak jadi memakai dokumen rencana",
        "memutuskan yang ditanyakan tentang hasil baca",
        "mengurungkan koreksi hasil baca",
        "mengoreksi hasil baca",
        "memasukkan dokumen rencana",
    ]
    assert "Tindakan" not in reader.get(at("plans")).text


def test_leaving_something_asks_for_a_reason(office: Office) -> None:
    client = client_of(office.operator)
    imported = brought_in(office)
    address = at("import-decide", imported=imported.pk)
    assert client.post(address, {"finding": "r1", "reason": " "}).status_code == 422
    client.post(address, {"finding": "r1", "reason": "memang kosong"})
    assert "memang kosong" in client.get(at("import", imported=imported.pk)).text
    client.post(address, {"finding": "r1", "again": "1"})
    assert "3 hal perlu" in client.get(at("import", imported=imported.pk)).text


def test_a_colleagues_correction_in_between_is_a_conflict(office: Office) -> None:
    client = client_of(office.operator)
    imported = brought_in(office)
    sent = {"do": "drop_row", "row": "P1.K1~0", "version": "1"}
    assert client.post(at("import-correct", imported=imported.pk), sent).status_code == 302
    sent["row"] = "P1~0"
    answer = client.post(at("import-correct", imported=imported.pk), sent)
    assert answer.status_code == 409
    assert "Rekan Anda" in answer.text


def test_a_script_gets_the_review_alone_and_a_panel_alone(office: Office) -> None:
    client = client_of(office.operator)
    imported = brought_in(office)
    script = {"HX-Request": "true"}
    panel = client.get(at("import", imported=imported.pk) + "?baris=P1~0", headers=script)
    assert panel.text.startswith('<dialog id="panel"')
    sent = {"do": "drop_row", "row": "P1~0"}
    answer = client.post(at("import-correct", imported=imported.pk), sent, headers=script)
    assert answer.text.lstrip().startswith('<div id="periksa"')
    assert "<html" not in answer.text


def test_a_colleague_without_the_right_sees_the_review_and_no_forms(office: Office) -> None:
    imported = brought_in(office)
    page = client_of(office.pimpinan).get(at("import", imported=imported.pk)).text
    assert "3 hal menunggu keputusan operator" in page
    assert "Anda putuskan" not in page
    assert "Tanda - berarti" not in page
    assert "koreksi/" not in page


def test_who_may_not_bring_in_is_told_of_the_plan_there_is_without_a_closed_door(
    office: Office,
) -> None:
    plan_of(office, status="draft")
    imported = brought_in(office)
    address = at("import-place", imported=imported.pk)
    operator, admin = client_of(office.operator), client_of(office.admin)
    assert address in operator.get(at("import", imported=imported.pk)).text
    page = admin.get(at("import", imported=imported.pk)).text
    assert "Rencana 2022 sudah ada." in page
    assert address not in page


def test_the_document_comes_back_as_it_was_and_only_as_a_download(office: Office) -> None:
    imported = brought_in(office)
    answer = client_of(office.pimpinan).get(at("document", document=imported.document_id))
    assert answer.content == PAPER.encode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rencana.txt"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("paper", [PAPER, KEMANGKON.read_text(encoding="utf-8")])
def test_the_review_takes_a_fixed_number_of_queries(office: Office, paper: str) -> None:
    imported = brought_in(office, paper)
    client = client_of(office.operator)
    with queries(5):
        client.get(at("import", imported=imported.pk))


# -- every format, its picture, and what is hostile ------------------------------------


@pytest.mark.parametrize("form", ["docx", "xlsx", "xls", "ods", "html", "csv", "pdf"])
def test_every_format_is_shown_beside_with_links_both_ways(office: Office, form: str) -> None:
    client = client_of(office.operator)
    sent = upload(client, written(form, 3)[1], f"rencana.{form}")
    page = client.get(sent.headers["Location"]).text
    names = set(re.findall(r' id="([^"]+)"', page))
    assert len(names) == len(re.findall(r' id="([^"]+)"', page)), "a name stands twice"
    there = re.findall(r'class="spot" href="#([^"]+)"', page)
    back = re.findall(r'class="(?:back|doc-box)" href="#([^"]+)"', page)
    assert len(there) > 10
    assert len(back) > 10
    assert {html.unescape(name) for name in (*there, *back)} <= {html.unescape(n) for n in names}
    assert all(name.startswith(("r-", "e-")) for name in back)


def test_a_page_is_a_private_picture_that_the_browser_may_ask_for_again(office: Office) -> None:
    client = client_of(office.operator)
    upload(client, written("pdf", 3)[1], "rencana.pdf")
    picture = at("page-picture", document=Import.objects.get().document_id, page=1)
    first = client.get(picture)
    assert first.content.startswith(b"\x89PNG")
    assert first.headers["Content-Type"] == "image/png"
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in first.headers["Cache-Control"]
    assert "Content-Security-Policy" in first.headers
    again = client.get(picture, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = at("page-picture", document=Import.objects.get().document_id, page=99)
    assert client.get(other).status_code == 404
    assert Client().get(picture).status_code == 302


def test_a_document_without_pages_has_no_pictures(office: Office) -> None:
    imported = brought_in(office)
    answer = client_of(office.operator).get(
        at("page-picture", document=imported.document_id, page=1)
    )
    assert answer.status_code == 404


def test_the_accepted_files_are_those_that_the_core_reads(office: Office) -> None:
    page = client_of(office.operator).get(at("upload")).text
    accepted = re.search(r'accept="([^"]+)"', page)
    assert accepted is not None
    assert set(accepted[1].split(",")) == {
        ".json",
        *(suffix for reader in READERS for suffix in reader.suffixes),
    }
    for suffix in (".docx", ".xlsx", ".xls", ".ods", ".pdf", ".csv", ".html", ".zip", ".txt"):
        assert f"{suffix}" in page


@pytest.mark.parametrize("form", ["docx", "xlsx", "xls", "ods", "pdf"])
def test_hostile_files_are_a_plan_or_one_sentence_and_leave_no_rows(
    office: Office, form: str, settings: Settings
) -> None:
    """A sample of the damaged files of each format; those of the readers are tested in full."""
    settings.READING_SECONDS = 5
    client = client_of(office.operator)
    absurd = [(name, bytes(data)) for name, data in ABSURD.get(form, dict)().items()]
    damaged = [(case.name, case.make()) for case in list(hostile.cases(form))[::17]]
    for name, data in (*absurd, *damaged):
        before = Import.objects.count()
        answer = upload(client, data, f"{name}.{form}")
        assert answer.status_code in (302, 422), name
        if answer.status_code == 422:
            sentence = re.search(r'class="(?:alert alert-danger|invalid-feedback)[^>]*>([^<]+)<',
                                 answer.text)  # type: ignore[attr-defined]  # fmt: skip
            assert sentence is not None, name
            assert sentence[1].strip().endswith("."), (name, sentence[1])
            assert Import.objects.count() == before, name
            assert PlanDocument.objects.count() == before, name


def test_a_second_document_of_a_year_is_compared_and_becomes_a_revision(office: Office) -> None:
    plan_of(office)
    client = client_of(office.operator)
    imported = brought_in(office)
    page = client.get(at("import", imported=imported.pk)).text
    assert "Rencana 2022 sudah ada" in page
    place = at("import-place", imported=imported.pk)
    assert "Masih ada 3 hal" in client.get(place).text
    refused = client.post(at("import-confirm", imported=imported.pk))
    assert refused.headers["Location"] == place
    for sent in (
        {"do": "row", "row": "P1.K1~0", "t_q2": "50%"},
        {"do": "ways", "a_P1.K1.SK1~0": "sum"},
        {"do": "same", "q_1": "persentase desa tertib administrasi", "s_1": "same"},
    ):
        client.post(at("import-correct", imported=imported.pk), sent)
    page = client.get(at("import", imported=imported.pk)).text
    assert f'href="{place}">Bandingkan dengan rencana 2022' in page
    shown = client.get(place).text
    seen = re.search(r'name="seen" value="([^"]+)"', shown)
    assert seen is not None
    answer = client.post(place, {"way": "revise", "seen": seen[1], "reason": ""})
    assert answer.status_code == 422
    assert "Tuliskan alasan" in answer.text
    answer = client.post(place, {"way": "revise", "seen": seen[1], "reason": "Anggaran bergeser"})
    revision = Plan.objects.get(revision=1)
    assert answer.headers["Location"] == at("plan", plan=revision.pk)


def test_remembered_corrections_are_offered_and_taken_through_the_page(office: Office) -> None:
    client = client_of(office.operator)
    first = brought_in(office)
    for sent in (
        {"do": "row", "row": "P1.K1~0", "t_q2": "50%"},
        {"do": "ways", "a_P1.K1.SK1~0": "sum"},
        {"do": "same", "q_1": "persentase desa tertib administrasi", "s_1": "same"},
    ):
        client.post(at("import-correct", imported=first.pk), sent)
    client.post(at("import-confirm", imported=first.pk))
    following = brought_in(office, PAPER.replace("2022", "2023"))
    page = client.get(at("import", imported=following.pk)).text
    assert "2 koreksi dari berkas dengan tata letak ini" in page
    offered = re.findall(r'name="use" value="(\d+)"', page)
    address = at("import-remember", imported=following.pk)
    assert client.post(address, {"version": "1"}).status_code == 422
    client.post(address, {"use": offered, "version": "1"})
    page = client.get(at("import", imported=following.pk)).text
    assert "1 hal perlu Anda putuskan" in page
    assert "2 koreksi dari ingatan" in page
    client.post(at("import-take-back", imported=following.pk), {"version": "2"})
    client.post(address, {"forget": offered[0]})
    assert "1 koreksi dari berkas" in client.get(at("import", imported=following.pk)).text


def test_more_files_than_a_request_may_have_are_one_sentence(
    office: Office, settings: Settings
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3
    files = [SimpleUploadedFile(f"{n}.txt", PAPER.encode()) for n in range(4)]
    answer = client_of(office.admin).post(at("queues"), {"documents": files})
    assert answer.status_code == 413
    assert "Paling banyak 3 berkas sekali kirim" in answer.text


def test_a_plan_that_names_another_office_says_so_before_it_is_taken_in(office: Office) -> None:
    client = client_of(office.operator)
    ours = brought_in(office, PAPER)
    theirs = brought_in(
        office, PAPER.replace("KEMANGKON", "BUKATEJA").replace("Kemangkon", "Bukateja")
    )
    assert (
        "Pastikan rencana ini memang milik kantor Anda"
        not in client.get(at("import", imported=ours.pk)).text
    )
    page = client.get(at("import", imported=theirs.pk)).text
    assert "Dokumen ini menyebut Kecamatan Bukateja, bukan Kecamatan Kemangkon" in page
