"""A backup made under load comes back whole elsewhere: database, files, audit record."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from tests.house.repository import ROOT

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


class Installation:
    """A var folder and a database of its own, reached through processes."""

    def __init__(self, var: Path, url: str) -> None:
        ours = ("RENAKSI_", "DJANGO_")
        clean = {name: v for name, v in os.environ.items() if not name.startswith(ours)}
        self.environment = clean | {
            "RENAKSI_VAR": str(var),
            "RENAKSI_DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "renaksi_web.settings",
            "PYTHONPATH": "src",
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, *arguments: str, code: int = 0) -> str:
        process = self.start(*arguments)
        out, err = process.communicate()
        assert process.returncode == code, err
        return out if code == 0 else err

    def command(self, *arguments: str, code: int = 0) -> str:
        return self.run("-m", "renaksi_web", *arguments, code=code)


@pytest.fixture
def installations(tmp_path: Path) -> Iterator[list[Installation]]:
    """Two empty ones, on the kind of database that the tests run on."""
    known = settings.DATABASES["default"]
    names = [f"{known['NAME']}_{end}" for end in ("here", "there")]
    folders = [tmp_path / "here", tmp_path / "there"]
    if known["ENGINE"].endswith("sqlite3"):
        yield [Installation(var, f"sqlite:///{var}/renaksi.sqlite3") for var in folders]
        return
    place = {"host": known["HOST"], "port": known["PORT"] or None, "user": known["USER"]}
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as server:
        for name in names:
            server.execute(f'DROP DATABASE IF EXISTS "{name}"')
            server.execute(f'CREATE DATABASE "{name}"')
        address = f"postgresql://{known['USER']}@{known['HOST']}:{known['PORT'] or 5432}"
        yield [Installation(v, f"{address}/{n}") for v, n in zip(folders, names, strict=True)]
        for name in names:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


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


def test_a_demonstration_never_listens_to_other_machines(installations: list[Installation]) -> None:
    installations[0].environment["RENAKSI_TODAY"] = "2022-10-05"
    told = installations[0].command("serve", "--host", "0.0.0.0", code=2)  # noqa: S104
    assert "terjangkau komputer lain" in told
