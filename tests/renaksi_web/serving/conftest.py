"""A site that is really served, with one person signed in, and a slow line to it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.renaksi_web.processes import empty_installations
from tests.torture.site import Site

PATIENCE = 60.0  # seconds until an answer that does not come is a failure

SEED = """
import django; django.setup()
from tests.renaksi_web.office import client_of, found, plan_of, windows_of
office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
plan_of(office)
windows_of(office)
print(client_of(office.operator).cookies["sessionid"].value)
"""


class Served(Site):
    """The site, and what a browser of a signed-in person brings along."""

    session = ""

    @property
    def cookie(self) -> str:
        return f"Cookie: sessionid={self.session}\r\n"

    @contextmanager
    def line(self) -> Iterator[socket.socket]:
        """A connection to it."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as made:
            yield made

    def answer(self, head: str, body: bytes = b"") -> bytes:
        """All that comes back to one request, after which the connection ends."""
        with self.line() as line:
            line.sendall(head.encode() + body)
            return all_of(line)

    def page(self, path: str = "/opd/kemangkon/") -> bytes:
        """A page, as the person who is signed in gets it."""
        return self.answer(
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{self.cookie}Connection: close\r\n\r\n"
        )


def all_of(line: socket.socket) -> bytes:
    """What comes until the other side ends."""
    pieces = []
    while piece := line.recv(65_536):
        pieces.append(piece)
    return b"".join(pieces)


def post(path: str, length: int, more: str = "") -> str:
    """The head of a form that is sent."""
    return (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{more}Content-Length: {length}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One site for the tests of a file."""
    folder: Path = tmp_path_factory.mktemp("served")
    with empty_installations(folder, ["served"]) as (installation,):
        installation.command("migrate")
        site = Served(installation, folder / "log")
        site.session = installation.run("-c", SEED).strip()
        site.start()
        try:
            yield site
        finally:
            site.stop()
