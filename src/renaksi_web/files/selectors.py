"""Reading a stored file back. Whether the asker may is the business of what refers to it."""

from __future__ import annotations

from renaksi_web.accounts.members import Member
from renaksi_web.files.models import StoredFile
from renaksi_web.files.services import path_of
from renaksi_web.refusals import NotFound


def content(member: Member, file: StoredFile) -> bytes:
    """The bytes of a file of the asker's organisation."""
    if file.organisation_id != member.organisation.pk:
        raise NotFound
    return path_of(file.name).read_bytes()
