"""Backups: one archive with the database, the files and what belongs to them, and its way back.

The database is copied first, in one consistent state while people go on working; files are
never changed once they are kept, so those that it names are there to be copied after it.
The archive says the SHA-256 of everything in it, and nothing is restored that differs.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from renaksi_web import clock
from renaksi_web.audit.checkpoints import FILE as CHECKPOINTS
from renaksi_web.refusals import Refused

MANIFEST: Final = "manifest.json"
SECRET: Final = "secret-key"  # noqa: S105 the name of its file
DATABASES: Final = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def make(target: Path) -> None:
    """Write the backup to ``target``, whole or not at all; only its owner may read it."""
    if target.exists():
        raise Refused(id=f"{target} sudah ada; pilih nama lain.", en=f"{target} exists already.")
    draft = target.with_name(target.name + ".draft")
    with tempfile.TemporaryDirectory(dir=target.absolute().parent) as folder:
        database = Path(folder) / DATABASES[connection.vendor]
        _copy_database(database)
        parts = {database.name: database, **dict(_files())}
        manifest = {
            "made_at": clock.real_now().isoformat(),
            "parts": {name: _sha256(path) for name, path in parts.items()},
        }
        listed = Path(folder) / MANIFEST
        listed.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        try:
            with open(draft, "xb", opener=_private) as file:
                with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as archive:
                    for name, path in {MANIFEST: listed, **parts}.items():
                        archive.add(path, name)
                file.flush()
                os.fsync(file.fileno())
            draft.rename(target)
        finally:
            draft.unlink(missing_ok=True)


def restore(source: Path) -> int:
    """Bring a backup into an empty var folder and database; gives the number of files."""
    _refuse_to_overwrite()
    with tempfile.TemporaryDirectory(dir=settings.VAR) as name:
        folder = Path(name)
        parts = _unpacked(source, folder)
        database = DATABASES[connection.vendor]
        if database not in parts:
            raise Refused(
                id="Cadangan ini dari jenis basis data lain; sesuaikan RENAKSI_DATABASE_URL.",
                en="This backup is of another kind of database; change RENAKSI_DATABASE_URL.",
            )
        for part in parts:
            if part != database:
                (settings.VAR / part).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                shutil.move(folder / part, settings.VAR / part)
        _load_database(folder / database)
    return sum(part.startswith("files/") for part in parts)


def _unpacked(source: Path, folder: Path) -> list[str]:
    """The names of what the archive holds, now in ``folder``: exactly what its manifest says."""
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["parts"]
    except (OSError, EOFError, zlib.error, tarfile.TarError, ValueError, KeyError) as error:
        raise _damaged(source) from error
    (folder / MANIFEST).unlink()
    paths = [path for path in folder.rglob("*") if path.is_file()]
    if told != {path.relative_to(folder).as_posix(): _sha256(path) for path in paths}:
        raise _damaged(source)
    return sorted(told)


def _files() -> Iterator[tuple[str, Path]]:
    """Everything beside the database that must not be lost, by its name in the archive."""
    for name in (SECRET, CHECKPOINTS):
        if (settings.VAR / name).exists():
            yield name, settings.VAR / name
    for path in sorted(Path(settings.FILES).rglob("*")):
        if path.is_file() and path.suffix != ".draft":
            yield f"files/{path.relative_to(settings.FILES).as_posix()}", path


def _copy_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as here,
            closing(sqlite3.connect(target)) as there,
        ):
            here.backup(there)
        return
    _postgresql("pg_dump", "--format=custom", "--no-owner", "--file", str(target))


def _load_database(source: Path) -> None:
    connection.close()
    if connection.vendor == "sqlite":
        target = Path(connection.settings_dict["NAME"])
        for leftover in (
            target,
            *(target.with_name(target.name + end) for end in ("-wal", "-shm")),
        ):
            leftover.unlink(missing_ok=True)
        shutil.move(source, target)
        return
    name = str(connection.settings_dict["NAME"])
    _postgresql("pg_restore", "--no-owner", "--single-transaction", "--dbname", name, str(source))


def _refuse_to_overwrite() -> None:
    tables = connection.introspection.table_names()
    if tables or any(Path(settings.FILES).rglob("*")):
        raise Refused(
            id="Basis data atau folder berkas ini sudah berisi; pulihkan ke pemasangan kosong.",
            en="This database or folder holds something already; restore into an empty one.",
        )


def _postgresql(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on the database of the settings."""
    known = connection.settings_dict
    where = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {name: str(known[key]) for name, key in where.items() if known[key]}
    if not shutil.which(program):
        raise Refused(
            id=f"Program {program} tidak ada di komputer ini; pasang paket postgresql-client.",
            en=f"{program} is not on this machine; install the package postgresql-client.",
        )
    environment = {**os.environ, **given, "PGDATABASE": str(known["NAME"])}
    done = subprocess.run(  # noqa: S603 a fixed program with arguments of ours
        [program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(
            id=f"{program}: {done.stderr.strip()}", en=f"{program}: {done.stderr.strip()}"
        )


def _damaged(source: Path) -> Refused:
    return Refused(
        id=f"{source} bukan cadangan Renaksi yang utuh; tidak ada yang dipulihkan.",
        en=f"{source} is no whole backup of Renaksi; nothing was restored.",
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
