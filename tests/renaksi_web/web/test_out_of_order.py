"""When the machine fails: one clear page, whatever was asked for."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from django.db import IntegrityError, InternalError, OperationalError
from django.test import Client
from django.urls import reverse

from renaksi_web import __main__ as program
from renaksi_web import backups
from renaksi_web.troubles import AWAY, FULL, LOCKED, READ_ONLY, trouble_of
from renaksi_web.web.views import sign_in
from tests.renaksi_web.office import PASSWORD, Office, client_of

pytestmark = pytest.mark.django_db
TROUBLES = [
    (OSError(errno.ENOSPC, "No space left on device"), FULL),
    (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
    (OperationalError("database or disk is full"), FULL),
    (OperationalError("could not extend file: No space left on device"), FULL),
    (OperationalError("attempt to write a readonly database"), READ_ONLY),
    (InternalError("cannot execute INSERT in a read-only transaction"), READ_ONLY),
    (OperationalError("database is locked"), LOCKED),
    (sqlite3.OperationalError("database or disk is full"), FULL),
    (OperationalError("couldn't get a connection after 20.00 sec"), AWAY),
    (OperationalError("server closed the connection unexpectedly"), AWAY),
]


@pytest.mark.parametrize(("error", "trouble"), TROUBLES)
def test_sign_in_and_pages_say_what_is_wrong(
    office: Office, monkeypatch: pytest.MonkeyPatch, error: Exception, trouble: object
) -> None:
    assert trouble_of(error) is trouble

    def fails(*_: object, **__: object) -> None:
        raise error

    visitor, person = Client(raise_request_exception=False), client_of(office.operator)
    person.raise_request_exception = False
    monkeypatch.setattr(sign_in, "authenticate", fails)
    monkeypatch.setattr("renaksi_web.web.access.memberships", fails)
    typed = {"username": "operator.kemangkon", "password": PASSWORD}
    for page in (
        visitor.post(reverse("sign-in"), typed),
        person.get(reverse("office", args=["kemangkon"])),
    ):
        assert page.status_code == 503
        assert page.headers["Retry-After"] == "30"
        assert trouble.message("id") in page.text  # type: ignore[attr-defined]
        assert "Yang sudah tersimpan tetap aman." in page.text


@pytest.mark.parametrize("error", [KeyError("x"), IntegrityError("unique"), OSError(errno.EIO, "")])
def test_a_fault_of_the_program_stays_one(error: Exception) -> None:
    assert trouble_of(error) is None


def test_a_backup_without_room_ends_in_a_sentence_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "_copy_database", lambda to: to.write_bytes(b""))
    monkeypatch.setattr(backups.os, "fsync", full)
    monkeypatch.setattr("renaksi_web.commands.backup.write_checkpoints", lambda: None)
    assert program.main(["backup", str(tmp_path / "cadangan.tar.gz")]) == 2
    assert capsys.readouterr().err == FULL.message("id") + "\n"
    assert not list(tmp_path.iterdir())
