"""What Renaksi refuses to start with, and the secret that it makes for itself.

The rules are few and say what to do instead: an address that other machines can reach
needs HTTPS, and whatever is only for showing (the demonstration, its clock, debugging)
answers on this machine alone.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
SECRET_LENGTH: Final = 50


def refusals(
    *, hosts: Iterable[str], https: bool, debug: bool, demo: bool, secret: str
) -> Iterator[str]:
    """One sentence for everything that makes these settings unsafe; none where they are safe."""
    outside = sorted(set(hosts) - LOOPBACK)
    if outside and not https:
        yield (
            f"RENAKSI_HOSTS names {', '.join(outside)}, which other machines can reach: put a"
            " server with HTTPS before Renaksi and set RENAKSI_HTTPS=1."
        )
    if any("*" in host or host.startswith(".") for host in outside):
        yield "RENAKSI_HOSTS must name each host: a pattern would let a forged name in."
    if outside and debug:
        yield "RENAKSI_DEBUG shows the program's inside: use it with loopback hosts only."
    if outside and demo:
        yield "The demonstration (RENAKSI_DEMO, RENAKSI_TODAY) answers on loopback hosts only."
    if len(secret) < SECRET_LENGTH or len(set(secret)) < 10:
        yield (
            f"The secret key must be random and at least {SECRET_LENGTH} characters long;"
            " remove RENAKSI_SECRET_KEY and Renaksi makes its own."
        )


def secret_in(folder: Path) -> str:
    """The secret kept in ``folder``, made at the first call; only its owner may read the file."""
    path = folder / "secret-key"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        _refuse_shared(path)
        return path.read_text(encoding="ascii").strip()
    secret = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret + "\n")
    return secret


def _refuse_shared(path: Path) -> None:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise PermissionError(f"{path} can be read by other accounts; run: chmod 600 {path}")
