"""Files are kept once, privately, under a name that says nothing."""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings

from renaksi_web.files import selectors, services
from renaksi_web.files.kinds import media_type
from renaksi_web.files.models import StoredFile
from renaksi_web.refusals import NotFound, Refused
from tests.renaksi_web.office import Office

OFFICE = "application/vnd.openxmlformats-officedocument"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "FILES", tmp_path)
    return tmp_path


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    return file.getvalue()


def on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_comes_back_as_it_was(office: Office) -> None:
    kept = services.keep(by=office.operator, data=b"%PDF-1.7 bukti")
    assert selectors.content(office.pimpinan, kept) == b"%PDF-1.7 bukti"
    assert (kept.size, kept.media_type) == (14, "application/pdf")


def test_the_same_bytes_are_kept_once_for_each_organisation(
    office: Office, sibling: Office, folder: Path
) -> None:
    first = services.keep(by=office.operator, data=b"sama")
    again = services.keep(by=office.verifikator, data=b"sama")
    elsewhere = services.keep(by=sibling.operator, data=b"sama")
    assert first == again != elsewhere
    assert len(on_disk(folder)) == 2


def test_another_office_cannot_read_it(office: Office, sibling: Office) -> None:
    kept = services.keep(by=office.operator, data=b"rahasia")
    with pytest.raises(NotFound):
        selectors.content(sibling.operator, kept)


def test_its_name_is_random_and_only_the_owner_of_the_process_may_read_it(
    office: Office, folder: Path
) -> None:
    kept = services.keep(by=office.operator, data=b"isi")
    (path,) = on_disk(folder)
    assert path.name == kept.name
    assert kept.sha256[:8] not in str(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(("data", "word"), [(b"", "kosong"), (b"x" * 20_000_001, "20 MB")])
def test_empty_and_huge_files_are_refused(
    office: Office, folder: Path, data: bytes, word: str
) -> None:
    with pytest.raises(Refused) as refused:
        services.keep(by=office.operator, data=data)
    assert word in refused.value.message("id")
    assert not StoredFile.objects.exists()
    assert on_disk(folder) == []


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0....", "image/jpeg"),
        (b"RIFF....WEBPVP8 ", "image/webp"),
        (zipped("word/document.xml"), f"{OFFICE}.wordprocessingml.document"),
        (zipped("xl/workbook.xml"), f"{OFFICE}.spreadsheetml.sheet"),
        (zipped("mimetype"), "application/vnd.oasis.opendocument.text"),
        (zipped("surat.txt"), "application/zip"),
        (b"PK\x03\x04 damaged", "application/octet-stream"),
        ("Notulen rapat – 3 Juli".encode(), "text/plain"),
        (b"<html><script>alert(1)</script>", "application/octet-stream"),
        (b"  <svg onload='alert(1)'/>", "application/octet-stream"),
        (b"MZ\x90\x00", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_the_bytes(data: bytes, kind: str) -> None:
    assert media_type(data) == kind
