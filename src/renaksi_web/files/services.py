"""Keeping a file: durable before the database knows of it, once for each organisation."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, transaction

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.files.kinds import media_type
from renaksi_web.files.models import StoredFile
from renaksi_web.refusals import Refused


def keep(*, by: Member, data: bytes, name: str = "") -> StoredFile:
    """The stored file with these bytes; part of a greater act, which checks rights and records.

    Bytes that the organisation has already are not written again. If the act fails
    afterwards, a file without a row may remain on disk; `sweep` removes it. A refusal calls
    the file by ``name``, which matters where several were sent at once.
    """
    if not data:
        raise Refused(id=f"{name or 'Berkas ini'} kosong.", en=f"{name or 'This file'} is empty.")
    if len(data) > settings.MAX_UPLOAD:
        most = settings.MAX_UPLOAD // 1_000_000
        raise Refused(
            id=f"{name or 'Berkas ini'} lebih dari {most} MB; kecilkan atau bagi menjadi"
            " beberapa berkas.",
            en=f"{name or 'This file'} is larger than {most} MB; make it smaller or divide it.",
        )
    sha256 = hashlib.sha256(data).hexdigest()
    known = StoredFile.objects.filter(organisation=by.organisation, sha256=sha256)
    found = known.first()
    if found is not None:
        return found
    stored = uuid4().hex
    _write(path_of(stored), data)
    try:
        with transaction.atomic():
            return StoredFile.objects.create(
                organisation=by.organisation,
                sha256=sha256,
                size=len(data),
                media_type=media_type(data),
                name=stored,
                stored_at=clock.now(),
            )
    except IntegrityError:  # somebody kept the same bytes in the meantime
        path_of(stored).unlink()
        return known.get()


def path_of(name: str) -> Path:
    """Where the file of this random name lies."""
    return Path(settings.FILES) / name[:2] / name


def _write(path: Path, data: bytes) -> None:
    """Write so that after a power loss there is the whole file or none."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with open(draft, "xb", opener=_private) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
