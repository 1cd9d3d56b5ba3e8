"""The demonstration's accounts: passwords made at the first run, kept for their owner alone."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

NAMES: Final = {
    "operator": "Siti Contoh",
    "verifikator": "Budi Contoh",
    "pimpinan": "Camat Contoh",
    "admin": "Ani Contoh",
}
WORK: Final = {
    "operator": "memasukkan rencana, mengisi realisasi dan bukti, mengirim",
    "verifikator": "memeriksa, mengembalikan dengan alasan, memverifikasi",
    "pimpinan": "melihat capaian sekilas, menyetujui, mengunci",
    "admin": "mengatur pengguna, peran, dan jadwal pelaporan",
}
_FILE: Final = "demonstration-accounts.json"


def kept(folder: Path) -> Mapping[str, str] | None:
    """Passwords by user name; None where no demonstration was made in the folder."""
    path = folder / _FILE
    if not path.exists():
        return None
    known: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return known


def make(folder: Path) -> Mapping[str, str]:
    """New passwords, kept in the folder."""
    passwords = {name: _password() for name in NAMES}
    handle = os.open(folder / _FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(passwords, file, indent=1)
    return passwords


def _password() -> str:
    """Four groups that can be read aloud, ``mako-lutu-pira-seno``: 53 bits."""
    return "-".join(
        "".join(
            secrets.choice("bcdfghjklmnprstvwyz") + secrets.choice("aeiou") for _syllable in "12"
        )
        for _group in "1234"
    )


def forget(folder: Path) -> None:
    """Remove the passwords with the demonstration that they were for."""
    (folder / _FILE).unlink(missing_ok=True)
