"""Load the demonstration where there is none yet, and print its accounts; with --serve, run it."""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final

from django.conf import settings
from django.db import connections

from renaksi_web.accounts.selectors import installed
from renaksi_web.commands import migrate, serve
from renaksi_web.demonstration import accounts
from renaksi_web.refusals import Refused

DOCUMENT: Final = Path(__file__).parents[3] / "examples" / "kemangkon-2022.txt"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with it; without any it is only loaded."""
    parser.add_argument("--serve", action="store_true", help="then serve it on this machine")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--reset", action="store_true", help="remove it first, with all changes")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help=argparse.SUPPRESS)


def run(chosen: argparse.Namespace) -> None:
    """Reset, prepare, load, print and serve, as far as asked for."""
    if chosen.serve:
        serve.check_address("127.0.0.1", chosen.port)
    lock = _alone()
    if chosen.reset:
        _reset(settings.VAR)
    migrate.run(chosen)
    is_new = not installed()
    known = _accounts(chosen.document)
    connections.close_all()
    if chosen.serve and is_new:
        lock.close()
        _begin_again(chosen)
    _print(known)
    if chosen.serve:
        serve.run(argparse.Namespace(host="127.0.0.1", port=chosen.port, workers=2, threads=4))
    lock.close()


def _begin_again(chosen: argparse.Namespace) -> None:
    """Become the process that serves: the one that loaded has printed its logo.

    Printing leaves threads behind, which the forked workers would lack and wait for for ever.
    """
    command = [sys.executable, "-m", "renaksi_web", "demo", "--serve", "--port", str(chosen.port)]
    os.execv(sys.executable, [*command, "--document", str(chosen.document)])  # noqa: S606


def _accounts(document: Path) -> Mapping[str, str]:
    """The accounts of the demonstration, loaded now where the installation is empty."""
    from renaksi_web.demonstration.loading import load

    known = accounts.kept(settings.VAR)
    if installed():
        if known is None:
            raise Refused(
                id=f"{settings.VAR} sudah berisi kantor sungguhan; peragaan memakai folder lain:"
                " atur RENAKSI_VAR.",
                en=f"{settings.VAR} holds a real office; the demonstration wants another folder:"
                " set RENAKSI_VAR.",
            )
        return known
    if not document.exists():
        raise Refused(
            id=f"Rencana contoh tidak ada di {document}; jalankan dari salinan sumber Renaksi.",
            en=f"The sample plan is not at {document}; run this from a checkout of Renaksi.",
        )
    sys.stdout.write("Menyiapkan peragaan: Kecamatan Kemangkon, Rencana Aksi 2022 …\n")
    sys.stdout.flush()
    passwords = accounts.make(settings.VAR)
    load(passwords, document)
    return passwords


def _print(passwords: Mapping[str, str]) -> None:
    lines = [f"  {n:12} {password:22} {accounts.WORK[n]}" for n, password in passwords.items()]
    sys.stdout.write("\n".join(["Akun peragaan (angka dan bukti adalah contoh):", *lines, ""]))
    sys.stdout.flush()


def _alone() -> IO[str]:
    """The lock that the running demonstration holds."""
    settings.VAR.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = (settings.VAR / "demonstration.lock").open("w", encoding="ascii")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise Refused(
            id="Peragaan sedang berjalan; hentikan dulu (Ctrl+C di jendelanya).",
            en="The demonstration is running; stop it first (Ctrl+C in its window).",
        ) from error
    return lock


def _reset(folder: Path) -> None:
    """Remove everything of a demonstration; refuses where the folder holds none, or more."""
    database = Path(settings.DATABASES["default"]["NAME"])
    if settings.DATABASES["default"]["ENGINE"].rpartition(".")[2] != "sqlite3":
        raise Refused(
            id="Peragaan di PostgreSQL: hapus dan buat sendiri basis datanya, lalu ulangi.",
            en="The demonstration is on PostgreSQL: drop and create its database yourself.",
        )
    if database.exists() and accounts.kept(folder) is None:
        raise Refused(
            id=f"{folder} bukan folder peragaan; tidak ada yang dihapus.",
            en=f"{folder} is no demonstration; nothing is removed.",
        )
    connections.close_all()
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    for name in ("files", "bundles"):
        shutil.rmtree(settings.VAR / name, ignore_errors=True)
    accounts.forget(folder)
