"""`renaksi sign` and `renaksi verify`: as an official and a citizen type them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.renaksi.cli.conftest import Run
from tests.renaksi.signatures.papers import PASSWORD, authority, holder, locked_paper, paper

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document, a certificate that is valid today, and its authority."""
    (tmp_path / "pk.pdf").write_bytes(paper())
    siti = holder(begins=NOW - DAY, ends=NOW + DAY)
    (tmp_path / "siti.p12").write_bytes(siti.p12)
    (tmp_path / "penerbit.pem").write_bytes(authority())
    monkeypatch.setenv("RENAKSI_CERTIFICATE_PASSWORD", PASSWORD)
    monkeypatch.delenv("RENAKSI_VERIFY_ADDRESS", raising=False)
    return tmp_path


def sign(renaksi: Run, folder: Path, *more: str, file: str = "pk.pdf"):  # type: ignore[no-untyped-def]
    return renaksi("sign", folder / file, "--certificate", folder / "siti.p12", *more)


def test_a_document_is_signed_beside_itself_and_verified(renaksi: Run, folder: Path) -> None:
    done = sign(renaksi, folder, "--address", "https://renaksi.example.go.id/tanda-tangan/")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == f"Ditandatangani oleh Siti Rahayu, S.STP.: {folder / 'pk-ttd.pdf'}"
    assert (folder / "pk.pdf").read_bytes() == paper()
    told = renaksi("verify", folder / "pk-ttd.pdf", "--trust", folder / "penerbit.pem")
    assert told.code == 0
    assert told.lines[0].startswith("Isi berkas utuh, dan nama penanda tangannya dijamin")
    assert "1. Siti Rahayu, S.STP., Kecamatan Kemangkon" in told.lines


def test_who_is_vouched_for_by_nobody_exits_with_1(renaksi: Run, folder: Path) -> None:
    sign(renaksi, folder)
    told = renaksi("verify", folder / "pk-ttd.pdf", "--lang", "en")
    assert told.code == 1
    assert told.lines[0] == "The content is unchanged, but nobody vouches for the signer."


def test_an_unsigned_file_exits_with_1(renaksi: Run, folder: Path) -> None:
    told = renaksi("verify", folder / "pk.pdf")
    assert told.code == 1
    assert told.lines[0] == "Berkas ini tidak memuat tanda tangan elektronik."


def test_the_json_names_standing_content_and_vouching(renaksi: Run, folder: Path) -> None:
    sign(renaksi, folder)
    told = json.loads(renaksi("verify", folder / "pk-ttd.pdf", "--format", "json").out)
    assert told["schema"] == "renaksi/signatures/1"
    assert told["file"] == str(folder / "pk-ttd.pdf")
    assert told["standing"] == "unvouched"
    (one,) = told["signatures"]
    assert (one["signer"], one["content"], one["vouching"], one["validity"]) == (
        "Siti Rahayu, S.STP.", "unchanged", "unknown", "current",
    )  # fmt: skip
    assert abs(datetime.fromisoformat(one["stated"]) - datetime.now(UTC)) < timedelta(minutes=5)


def test_a_second_signature_by_the_command_keeps_the_first(renaksi: Run, folder: Path) -> None:
    sign(renaksi, folder)
    assert sign(renaksi, folder, "-o", str(folder / "dua.pdf"), file="pk-ttd.pdf").code == 0
    told = renaksi("verify", folder / "dua.pdf", "--trust", folder / "penerbit.pem", "--format", "json")
    assert [one["content"] for one in json.loads(told.out)["signatures"]] == ["extended", "unchanged"]
    assert told.code == 0


@pytest.mark.parametrize(
    ("file", "data", "says"),
    [
        ("hilang.pdf", None, "hilang.pdf: berkas tidak ditemukan"),
        ("bukan.pdf", b"bukan", "bukan.pdf: berkas ini bukan PDF"),
        ("rusak.pdf", b"%PDF-1.7 rusak", "rusak.pdf: PDF ini rusak"),
        ("kunci.pdf", locked_paper(), "kunci.pdf: PDF ini dikunci dengan kata sandi"),
    ],
)
def test_a_file_that_is_no_pdf_exits_with_2_and_one_sentence(
    renaksi: Run, folder: Path, file: str, data: bytes | None, says: str
) -> None:
    if data is not None:
        (folder / file).write_bytes(data)
    for outcome in (renaksi("verify", folder / file), sign(renaksi, folder, file=file)):
        assert (outcome.code, outcome.out) == (2, "")
        assert says in outcome.err
        assert outcome.err.count("\n") == 1
    assert not list(folder.glob("*-ttd.pdf"))


def test_a_wrong_password_exits_with_2_and_writes_nothing(
    renaksi: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENAKSI_CERTIFICATE_PASSWORD", "salah")
    outcome = sign(renaksi, folder)
    assert outcome.code == 2
    assert "Kata sandi sertifikat salah" in outcome.err
    assert not (folder / "pk-ttd.pdf").exists()


def test_the_password_is_asked_for_in_a_terminal_and_never_an_argument(
    renaksi: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RENAKSI_CERTIFICATE_PASSWORD")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert "Kata sandi sertifikat belum ada" in sign(renaksi, folder).err
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    asked: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or PASSWORD)
    assert sign(renaksi, folder).code == 0
    assert asked == ["Kata sandi sertifikat: "]
    assert "tidak dikenal" in sign(renaksi, folder, "--password", PASSWORD).err


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--address", "javascript:alert(1)"), "harus diawali https://"),
        (("--address", "https://" + "x" * 300), "paling panjang 200 huruf"),
        (("--at", "20"), "bukan dua jarak dalam mm"),
        (("--page", "0"), "bukan bilangan bulat mulai dari 1"),
        (("--page", "7"), "halaman 7 tidak ada"),
    ],
)
def test_a_stamp_that_cannot_be_made_exits_with_2(
    renaksi: Run, folder: Path, more: tuple[str, ...], says: str
) -> None:
    outcome = sign(renaksi, folder, *more)
    assert outcome.code == 2
    assert says in outcome.err
    assert not (folder / "pk-ttd.pdf").exists()


def test_the_document_itself_is_never_overwritten(renaksi: Run, folder: Path) -> None:
    outcome = sign(renaksi, folder, "-o", str(folder / "pk.pdf"))
    assert outcome.code == 2
    assert (folder / "pk.pdf").read_bytes() == paper()


def test_a_file_that_is_no_certificate_to_trust_exits_with_2(renaksi: Run, folder: Path) -> None:
    outcome = renaksi("verify", folder / "pk.pdf", "--trust", folder / "pk.pdf")
    assert outcome.code == 2
    assert "bukan sertifikat" in outcome.err


def test_checking_a_plan_imports_nothing_of_signing() -> None:
    code = (
        "import sys; from renaksi.cli import main; main(['check', 'examples/kemangkon-2022.txt']);"
        "heavy = ('pyhanko', 'cryptography', 'segno', 'asn1crypto', 'aiohttp', 'asyncio');"
        "print(*(name for name in heavy if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == ""
