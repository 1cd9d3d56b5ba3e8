"""Pictures of a filed document's pages: drawn by an isolated reader once, kept privately.

A picture can always be drawn again from the document, so it is kept beside the files and
is no part of a backup.
"""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from renaksi_web.accounts.members import Member
from renaksi_web.files.selectors import content
from renaksi_web.plans import reading
from renaksi_web.plans.models import PlanDocument
from renaksi_web.plans.selectors import document
from renaksi_web.refusals import Busy, NotFound, Refused


def page_picture(member: Member, document_id: int, page: int) -> bytes:
    """One page of a document of the office as PNG; `NotFound` where it has no such page."""
    found = document(member, document_id)
    path = _path(found, page)
    if path.exists():
        return path.read_bytes()
    try:
        drawn = reading.picture(content(member, found.file), page)
    except Busy:
        raise
    except Refused as error:
        raise NotFound from error
    _keep(path, drawn)
    return drawn


def _path(found: PlanDocument, page: int) -> Path:
    name = found.file.name
    return Path(settings.VAR) / "pages" / name[:2] / f"{name}-{page}.png"


def _keep(path: Path, drawn: bytes) -> None:
    """Whole or not at all; only the site's own account may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{uuid4().hex}.draft")
    with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(drawn)
    draft.rename(path)
