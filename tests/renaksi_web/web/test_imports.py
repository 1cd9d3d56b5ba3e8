"""Bringing a plan in through the pages, without any script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from renaksi_web.plans.models import Import, Plan
from tests.renaksi_web.office import Office, client_of
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
        (b"\x00\xff\x00", "bukan teks"),
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
    assert "3 hal perlu" in page
    assert "koreksi/" not in page


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
    with queries(6):
        client.get(at("import", imported=imported.pk))
