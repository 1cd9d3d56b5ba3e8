"""`sweep` finds what nothing refers to, and never an upload in flight."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from renaksi_web.__main__ import main
from renaksi_web.files import services, sweeping
from renaksi_web.files.models import StoredFile
from renaksi_web.files.services import keep, path_of
from tests.renaksi_web.office import Office


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, settings: Any) -> None:
    settings.FILES = tmp_path / "files"


def grown_old(path: Path) -> Path:
    long_ago = time.time() - 7200
    os.utime(path, (long_ago, long_ago))
    return path


def failed_act(office: Office, data: bytes) -> Path:
    """A file of an act that came to nothing."""
    with transaction.atomic():
        path = path_of(keep(by=office.operator, data=data).name)
        transaction.set_rollback(True)
    return path


def test_only_old_files_without_a_row_are_left_over(office: Office) -> None:
    kept = grown_old(path_of(keep(by=office.operator, data=b"bukti").name))
    left = grown_old(failed_act(office, b"gagal"))
    failed_act(office, b"baru saja")
    draft = left.with_suffix(".draft")
    draft.write_bytes(b"sepotong")
    grown_old(draft)
    assert {one.path for one in sweeping.left_over()} == {left, draft}
    assert {one.path for one in sweeping.left_over(timedelta(hours=3))} == set()
    assert kept.exists()


def test_the_command_lists_and_only_removes_when_told(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(by=office.operator, data=b"bukti")
    left = grown_old(failed_act(office, b"gagal"))
    assert main(["sweep"]) == 0
    assert f"{left.parent.name}/{left.name}  5 B" in capsys.readouterr().out
    assert left.exists()
    assert main(["sweep", "--remove"]) == 0
    assert "1 berkas, 5 B dihapus" in capsys.readouterr().out
    assert not left.exists()
    assert StoredFile.objects.count() == 1
    assert main(["sweep"]) == 0
    assert capsys.readouterr().out.startswith("0 berkas")


def test_a_row_without_its_file_is_told(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    path = path_of(keep(by=office.operator, data=b"bukti").name)
    path.unlink()
    assert main(["sweep"]) == 1
    assert f"{path.name}: tercatat tetapi tidak ada" in capsys.readouterr().err


def test_no_upload_in_flight_is_removed_however_short_the_time_that_is_asked_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = services._write

    def swept_meanwhile(path: Path, data: bytes) -> None:
        written(path, data)
        assert main(["sweep", "--remove", "--older-than", "0"]) == 0

    monkeypatch.setattr(services, "_write", swept_meanwhile)
    file = keep(by=office.operator, data=b"sedang dikirim")
    assert path_of(file.name).read_bytes() == b"sedang dikirim"


def test_many_files_are_looked_up_some_at_a_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "_AT_ONCE", 2)
    left = {grown_old(failed_act(office, bytes([65 + n]))) for n in range(5)}
    for n in range(3):
        grown_old(path_of(keep(by=office.operator, data=bytes([97 + n])).name))
    assert {one.path for one in sweeping.left_over()} == left
    assert Path(settings.FILES).is_dir()
