"""Installations of their own, reached only through processes, on the database of the tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings

from tests.house.repository import ROOT


class Installation:
    """A var folder and a database of its own."""

    def __init__(self, var: Path, url: str) -> None:
        ours = ("RENAKSI_", "DJANGO_")
        clean = {name: v for name, v in os.environ.items() if not name.startswith(ours)}
        self.var, self.url = var, url
        self.environment = clean | {
            "RENAKSI_VAR": str(var),
            "RENAKSI_DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "renaksi_web.settings",
            "PYTHONPATH": os.pathsep.join(["src", "."]),
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Begin a Python process; its standard streams are pipes."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, *arguments: str, code: int = 0) -> str:
        """What a process said until it ended with this code (on standard error unless 0)."""
        process = self.start(*arguments)
        out, err = process.communicate()
        assert process.returncode == code, err
        return out if code == 0 else err

    def command(self, *arguments: str, code: int = 0) -> str:
        """The same for a command of ours."""
        return self.run("-m", "renaksi_web", *arguments, code=code)


def free_port() -> int:
    """A port that nothing listens at, and that no connection is given while a site starts.

    The system gives ports from 32768 on to connections; another test process begins to look
    elsewhere.
    """
    for port in range(10_000 + os.getpid() * 41 % 20_000, 32_768):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


@contextmanager
def empty_installations(folder: Path, ends: Sequence[str]) -> Iterator[list[Installation]]:
    """Empty ones on the kind of database that the tests run on; its databases go afterwards."""
    known = settings.DATABASES["default"]
    folders = [folder / end for end in ends]
    if known["ENGINE"].endswith("sqlite3"):
        yield [Installation(var, f"sqlite:///{var}/renaksi.sqlite3") for var in folders]
        return
    names = [f"{known['NAME']}_{end}_{os.getpid()}" for end in ends]
    place = {"host": known["HOST"], "port": known["PORT"] or None, "user": known["USER"]}
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as server:
        for name in names:
            server.execute(f'CREATE DATABASE "{name}"')
        address = f"postgresql://{known['USER']}@{known['HOST']}:{known['PORT'] or 5432}"
        try:
            yield [Installation(v, f"{address}/{n}") for v, n in zip(folders, names, strict=True)]
        finally:
            for name in names:
                server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
