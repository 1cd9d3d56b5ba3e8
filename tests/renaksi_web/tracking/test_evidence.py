"""Evidence: kept by content, refused by content, handed out only to its office."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.files.models import StoredFile
from renaksi_web.refusals import Refused
from renaksi_web.tracking.evidence import Given, add, evidence_of, proof, remove
from renaksi_web.tracking.models import Entry, Evidence
from renaksi_web.tracking.reporting import Locked
from tests.renaksi_web.office import DAY, PIXEL, Office, client_of, plan_of, series_of, windows_of

PICTURE = PIXEL
PDF = b"%PDF-1.4 kwitansi"


@pytest.fixture
def where(office: Office) -> dict[str, object]:
    """The first entry of TW II."""
    windows_of(office)
    return {"year": 2022, "quarter": "q2", "series": series_of(plan_of(office))[0]}


@pytest.fixture(autouse=True)
def _day() -> object:
    with clock.set_to(DAY):
        yield


def test_several_files_and_a_link_are_one_act(office: Office, where: dict[str, object]) -> None:
    files = [Given("foto.png", PICTURE), Given("kwitansi.pdf", PDF)]
    events = Event.objects.count()
    add(by=office.operator, files=files, link="https://example.go.id/lapor", **where)  # type: ignore[arg-type]
    shown = evidence_of(office.verifikator, Entry.objects.get())
    assert [proof.title for proof in shown] == [
        "foto.png", "kwitansi.pdf", "https://example.go.id/lapor",
    ]  # fmt: skip
    assert Event.objects.count() == events + 1


def test_the_same_bytes_are_stored_once_and_added_once(
    office: Office, where: dict[str, object]
) -> None:
    add(by=office.operator, files=[Given("a.pdf", PDF), Given("b.pdf", PDF)], **where)  # type: ignore[arg-type]
    assert (StoredFile.objects.count(), Evidence.objects.count()) == (1, 1)
    with pytest.raises(Refused, match="here already"):
        add(by=office.operator, files=[Given("c.pdf", PDF)], **where)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("files", "link"),
    [([Given("x.pdf", b"<html><script>")], ""), ([Given("x.svg", b"<svg onload=1>")], ""),
     ([Given("x.pdf", b"MZ\x90\x00\x03")], ""), ([Given("x.pdf", b"")], ""),
     ([], "javascript:alert(1)"), ([], "")],
)  # fmt: skip
def test_what_is_no_evidence_is_refused_and_nothing_is_kept(
    office: Office, where: dict[str, object], files: list[Given], link: str
) -> None:
    with pytest.raises(Refused):
        add(
            by=office.operator,
            files=[Given("ok.pdf", PDF), *files] if files else [],
            link=link,
            **where,
        )  # type: ignore[arg-type]
    assert not Evidence.objects.exists()
    assert not Entry.objects.exists()


def test_a_sent_entry_keeps_its_evidence(office: Office, where: dict[str, object]) -> None:
    [row] = add(by=office.operator, files=[Given("a.pdf", PDF)], **where)  # type: ignore[arg-type]
    Entry.objects.update(state="submitted", submitted_by=office.operator.user)
    with pytest.raises(Locked):
        remove(by=office.operator, evidence_id=row.pk)
    with pytest.raises(Locked):
        add(by=office.operator, link="https://x.go.id", **where)  # type: ignore[arg-type]


def test_removing_leaves_a_trace(office: Office, where: dict[str, object]) -> None:
    [row] = add(by=office.operator, files=[Given("a.pdf", PDF)], **where)  # type: ignore[arg-type]
    remove(by=office.operator, evidence_id=row.pk)
    row.refresh_from_db()
    assert row.removed_by == office.operator.user
    assert evidence_of(office.operator, row.entry) == []
    url = reverse("evidence", args=["kemangkon", row.pk])
    assert client_of(office.operator).get(url).status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "page", "disposition"),
    [("foto.png", PICTURE, "evidence", "attachment"), ("foto.png", PICTURE, "look", "inline"),
     ("a.txt", b"catatan", "look", "attachment")],
)  # fmt: skip
def test_a_file_is_handed_out_so_that_nothing_in_it_runs(
    office: Office, where: dict[str, object], name: str, data: bytes, page: str, disposition: str
) -> None:
    [row] = add(by=office.operator, files=[Given(name, data)], **where)  # type: ignore[arg-type]
    answer = client_of(office.pimpinan).get(reverse(page, args=["kemangkon", row.pk]))
    assert answer.content == data
    assert answer["Content-Disposition"] == f'{disposition}; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_files_are_uploaded_through_the_page(office: Office, where: dict[str, object]) -> None:
    file = BytesIO(PDF)
    file.name = "../../kwitansi.pdf"
    url = reverse("add-evidence", kwargs={"office": "kemangkon", **where})
    client = client_of(office.operator)
    assert client.post(url, {"proofs": [file]}).status_code == 302
    assert Evidence.objects.get().title == "kwitansi.pdf"
    wrong = client.post(url, {"link": "bukan tautan?", "title": "Notulen"})
    assert wrong.status_code == 422
    assert 'value="Notulen"' in wrong.text


def test_a_file_that_is_too_large_is_called_by_its_name(
    office: Office, where: dict[str, object], settings: Settings
) -> None:
    settings.MAX_UPLOAD = 1_000_000
    files = [Given("ok.pdf", PDF), Given("besar.pdf", PDF + b"0" * 1_000_000)]
    with pytest.raises(Refused) as refused:
        add(by=office.operator, files=files, **where)  # type: ignore[arg-type]
    assert refused.value.message("id").startswith("besar.pdf lebih dari 1 MB")


def test_a_photograph_loses_its_position_unless_it_is_to_stay(
    office: Office, where: dict[str, Any]
) -> None:
    words = b"tEXtComment\0GPS"
    chunk = struct.pack(">I", len(words) - 4) + words + struct.pack(">I", zlib.crc32(words))
    sent = PIXEL[:-12] + chunk + PIXEL[-12:]
    for ticked, kept in ((False, PIXEL), (True, sent)):
        given = [Given("foto.png", sent)]
        (row,) = add(by=office.operator, **where, files=given, as_sent=ticked)
        assert proof(office.operator, row.pk).data == kept
    with pytest.raises(Refused, match="not whole"):
        add(by=office.operator, **where, files=[Given("foto.png", sent[:-20])])
