"""The page where any visitor learns who signed a PDF; nothing of the file is kept."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from renaksi_web.files.models import StoredFile
from renaksi_web.plans import signed as service
from tests.renaksi.signatures.papers import MOMENT, authority, holder, locked_paper, paper
from tests.renaksi.signatures.test_signing import signed

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def uploaded(client: Client, data: bytes, name: str = "pk.pdf"):  # type: ignore[no-untyped-def]
    return client.post(reverse("signatures"), {"file": SimpleUploadedFile(name, data)})


@pytest.fixture
def signed_today() -> bytes:
    """A document by somebody of the test's authority, whose certificate is valid now."""
    now = datetime.now(UTC).replace(microsecond=0)
    return signed(paper(), holder(begins=min(MOMENT, now) - DAY, ends=max(MOMENT, now) + DAY))


def test_the_sign_in_page_leads_to_it_and_it_asks_for_no_account(client: Client) -> None:
    assert reverse("signatures") in client.get(reverse("sign-in")).text
    page = client.get(reverse("signatures"))
    assert page.status_code == 200
    assert "Tidak perlu akun, dan berkas Anda tidak disimpan." in page.text


def test_a_visitor_reads_who_signed_and_that_nobody_vouches(
    client: Client, signed_today: bytes
) -> None:
    page = uploaded(client, signed_today)
    assert page.status_code == 200
    assert "Siti Rahayu, S.STP." in page.text
    assert "pukul 12.20 WIB, menurut komputer penanda tangan" in page.text
    assert "Isi berkas utuh, tetapi tidak ada yang menjamin siapa penanda tangannya." in page.text


def test_an_issuer_that_the_site_trusts_vouches(
    client: Client, signed_today: bytes, tmp_path: Path, settings
) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "penerbit.pem").write_bytes(authority())
    settings.SIGNATURE_ROOTS = str(tmp_path / "penerbit.pem")
    page = uploaded(client, signed_today)
    assert "dijamin oleh Penyelenggara Uji CA" in page.text
    assert "alert-success" in page.text


def test_a_list_of_issuers_that_is_gone_is_told_and_nothing_is_vouched(
    client: Client, signed_today: bytes, settings
) -> None:  # type: ignore[no-untyped-def]
    settings.SIGNATURE_ROOTS = "/tidak/ada.pem"
    page = uploaded(client, signed_today)
    assert page.status_code == 422
    assert "Daftar penerbit sertifikat situs ini tidak terbaca" in page.text


def test_a_changed_file_is_not_to_be_trusted(client: Client, signed_today: bytes) -> None:
    tampered = bytearray(signed_today)
    tampered[tampered.index(b"stream\n") + 30] ^= 1
    page = uploaded(client, bytes(tampered))
    assert "Jangan dipercaya: berkas ini berubah sesudah ditandatangani." in page.text
    assert "alert-danger" in page.text


def test_an_unsigned_file_says_that_a_qr_code_is_no_signature(client: Client) -> None:
    page = uploaded(client, paper())
    assert "Berkas ini tidak memuat tanda tangan elektronik." in page.text
    assert "bukan tanda tangan elektronik tersertifikasi" in page.text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"bukan PDF", "Berkas ini bukan PDF"),
        (b"%PDF-1.7 rusak", "PDF ini rusak"),
        (locked_paper(), "PDF ini dikunci dengan kata sandi"),
        (b"", "Berkas ini kosong"),
    ],
)
def test_a_file_that_cannot_be_checked_costs_one_sentence(
    client: Client, data: bytes, says: str
) -> None:
    page = uploaded(client, data)
    assert page.status_code == 422
    assert says in page.text


def test_a_file_that_is_too_large_is_refused_before_it_is_read(client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.MAX_UPLOAD = 1_000_000
    page = uploaded(client, b"%PDF-" + bytes(1_000_001))
    assert page.status_code == 422
    assert "Berkas ini lebih dari 1 MB." in page.text


def test_a_name_with_markup_is_text(client: Client) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    data = signed(paper(), holder("<script>alert(1)</script>", 5, ends=now + 400 * DAY))
    page = uploaded(client, data, "<b>.pdf")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_nothing_of_the_file_is_kept(client: Client, signed_today: bytes) -> None:
    uploaded(client, signed_today)
    assert not StoredFile.objects.exists()


def test_who_waits_too_long_is_asked_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "WAIT_SECONDS", 0)
    with service._turn():
        page = uploaded(client, paper())
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "10"
    assert "Banyak berkas sedang diperiksa" in page.text
    assert uploaded(client, paper()).status_code == 200


def test_behind_one_that_is_read_two_wait_and_the_next_is_refused_at_once(
    client: Client, settings
) -> None:  # type: ignore[no-untyped-def]
    began, end = threading.Barrier(service.PLACES + 1), threading.Event()
    folder = Path(settings.VAR) / "signature-checks"

    def hold(number: int) -> None:
        with ExitStack() as held:
            assert service._takes(folder / f"place-{number}", held)
            began.wait()
            end.wait()

    folder.mkdir(parents=True, exist_ok=True)
    threads = [threading.Thread(target=hold, args=(n,)) for n in range(service.PLACES)]
    for thread in threads:
        thread.start()
    began.wait()
    assert uploaded(client, paper()).status_code == 503
    end.set()
    for thread in threads:
        thread.join()
    assert uploaded(client, paper()).status_code == 200


def test_a_reader_that_breaks_is_one_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from renaksi_web.plans.isolated.nursery import Ended

    for ended in (Ended(-9, b""), Ended(0, b"+[]"), Ended(0, b"?"), Ended(3, b"")):
        monkeypatch.setattr(service.nursery, "ask", lambda *_, ended=ended, **__: ended)
        page = uploaded(client, paper())
        assert page.status_code == 422
        assert "Berkas ini tidak dapat diperiksa" in page.text


def test_the_page_asks_for_no_key(client: Client) -> None:
    page = client.get(reverse("signatures")).text
    assert "tidak pernah meminta kunci atau kata sandi" in page
    assert 'type="password"' not in page
    assert "renaksi sign berkas.pdf" in page
