"""A backup made under load comes back whole elsewhere: database, files, audit record."""

from __future__ import annotations

import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.renaksi_web.processes import Installation, empty_installations, free_port

FOUNDATION = (
    "--government", "Kabupaten Purbalingga", "--organisation", "Kecamatan Kemangkon",
    "--username", "siti.rahayu", "--name", "Siti Rahayu",
)  # fmt: skip

# Keeps files and records them, until it is told to stop; prints what it acknowledged.
WRITER = """
import django; django.setup()
import sys, threading
from django.db import transaction
from renaksi_web.accounts.selectors import member_of
from renaksi_web.accounts.models import User
from renaksi_web.audit.services import record
from renaksi_web.files.services import keep
member = member_of(User.objects.get(), "kemangkon")
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), stop.set())).start()
number = 0
while not stop.is_set():
    with transaction.atomic():
        file = keep(by=member, data=b"bukti %d" % number)
        record(by=member, act="evidence.edit", on=file)
    print(file.sha256, flush=True)
    number += 1
"""

REPORT = """
import django; django.setup()
import hashlib
from renaksi_web.audit.models import Event
from renaksi_web.files.models import StoredFile
from renaksi_web.files.services import path_of
for file in StoredFile.objects.order_by("pk"):
    assert hashlib.sha256(path_of(file.name).read_bytes()).hexdigest() == file.sha256
    print(file.sha256)
print(Event.objects.count(), Event.objects.latest("pk").hash)
"""


@pytest.fixture
def installations(tmp_path: Path) -> Iterator[list[Installation]]:
    """Two empty ones, on the kind of database that the tests run on."""
    with empty_installations(tmp_path, ["here", "there"]) as made:
        yield made


def test_a_backup_under_load_comes_back_whole(
    installations: list[Installation], tmp_path: Path
) -> None:
    here, there = installations
    here.command("migrate")
    here.command("setup", *FOUNDATION)
    archive = tmp_path / "backup.tar.gz"
    acknowledged: list[str] = []
    with here.start("-c", WRITER) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        first = writer.stdout.readline().strip()
        reader = threading.Thread(target=acknowledged.extend, args=(writer.stdout,))
        reader.start()
        here.command("backup", str(archive))
        writer.stdin.close()
        reader.join()
    assert archive.stat().st_mode & 0o077 == 0
    told = there.command("restore", str(archive))
    *restored, _ = there.run("-c", REPORT).splitlines()
    written = [first, *(line.strip() for line in acknowledged)]
    assert restored
    assert restored == written[: len(restored)]
    assert "berkas" in told
    assert "whole" in there.command("audit", "verify")
    assert "sudah berisi" in there.command("restore", str(archive), code=2)


def test_a_damaged_or_foreign_archive_restores_nothing(
    installations: list[Installation], tmp_path: Path
) -> None:
    here, there = installations
    here.command("migrate")
    here.command("setup", *FOUNDATION)
    archive = tmp_path / "backup.tar.gz"
    here.command("backup", str(archive))
    assert "sudah ada" in here.command("backup", str(archive), code=2)
    data = archive.read_bytes()
    archive.write_bytes(data[: len(data) // 2])
    assert "bukan cadangan" in there.command("restore", str(archive), code=2)
    with tarfile.open(archive, "w:gz") as made:
        made.add(__file__, "../outside.py")
    assert "bukan cadangan" in there.command("restore", str(archive), code=2)
    assert not (tmp_path / "outside.py").exists()
    there.command("migrate")


def test_a_taken_port_is_one_sentence(installations: list[Installation]) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"Port {port} dipakai" in installations[0].command("serve", "--port", port, code=2)


def test_a_database_of_another_version_is_not_served(installations: list[Installation]) -> None:
    told = installations[0].command("serve", "--port", str(free_port()), code=2)
    assert "jalankan dulu: python -m renaksi_web migrate" in told


def test_a_demonstration_never_listens_to_other_machines(installations: list[Installation]) -> None:
    installations[0].environment["RENAKSI_TODAY"] = "2022-10-05"
    told = installations[0].command("serve", "--host", "0.0.0.0", code=2)  # noqa: S104
    assert "terjangkau komputer lain" in told
