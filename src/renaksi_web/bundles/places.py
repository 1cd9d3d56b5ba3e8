"""Where the archives of a bundle lie: in a folder of its own, which may be emptied at any time.

They can be made again from what the database holds, so no backup takes them along.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final, NamedTuple

from django.conf import settings

from renaksi.render.printed.bundle import put
from renaksi_web.refusals import Refused

ALL: Final = "semua"


class Written(NamedTuple):
    """How large an archive is, and the SHA-256 of its bytes."""

    size: int
    sha256: str


def folder() -> Path:
    """The folder of all bundles."""
    return Path(settings.VAR) / "bundles"


def archive_of(bundle: int, name: str) -> Path:
    """The archive of an office by its slug, or of `ALL`."""
    return folder() / str(bundle) / ("semua" if name == ALL else f"opd-{name}")


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file to write the archive to; it takes its place whole, when the block ends well."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with open(draft, "wb", opener=_private) as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    try:
        draft.rename(path)
    except FileNotFoundError as error:
        raise Refused(
            id="Bundel ini dihapus selagi disusun.", en="This bundle was removed while being made."
        ) from error


def is_there(bundle: int, name: str) -> bool:
    """Whether the folder holds an office's archive, or that of `ALL`: by itself or in the whole."""
    return archive_of(bundle, name).exists() or archive_of(bundle, ALL).exists()


def opened(bundle: int, name: str) -> IO[bytes]:
    """The archive of an office, or of `ALL`, to be read; FileNotFoundError where it is gone.

    Once all are joined, an office's is taken out of the whole, byte for byte as it was.
    """
    with suppress(FileNotFoundError):
        return archive_of(bundle, name).open("rb")
    return _taken_out(archive_of(bundle, ALL), name)


def _taken_out(path: Path, slug: str) -> IO[bytes]:
    with zipfile.ZipFile(path) as whole:
        names = [name for name in whole.namelist() if name.startswith(f"{slug}/")]
        if not names:
            raise FileNotFoundError(slug)
        made = tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115 - it ends with its reader
        with zipfile.ZipFile(made, "w") as archive:
            for name in names:
                put(archive, name.removeprefix(f"{slug}/"), whole.read(name))
    made.seek(0)
    return made


def measured(path: Path) -> Written:
    """The size and digest of a file."""
    with path.open("rb") as file:
        return Written(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def remove(bundle: int) -> None:
    """Remove what lies there of a bundle."""
    shutil.rmtree(folder() / str(bundle), ignore_errors=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
