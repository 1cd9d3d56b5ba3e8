"""An office's own Word file, whose styles, head and foot its documents take as Word files.

It is opened whenever such a file is printed, so it is looked at before it is kept: how large
it is unpacked, that it runs nothing and loads nothing from elsewhere, and that a document can
be printed into it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from django.db import transaction

from renaksi.diagnostics import RenaksiError
from renaksi.render.printed import printed
from renaksi.reports.tree import Column, Document, Heading, Section, Table, head, text
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.audit.services import record
from renaksi_web.files.kinds import media_type
from renaksi_web.files.services import keep
from renaksi_web.offices.services import locked
from renaksi_web.refusals import Refused

LARGEST: Final = 4_000_000
MOST_UNPACKED: Final = 30_000_000
MOST_PARTS: Final = 500
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What archives and Word files raise that are not whole.
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, KeyError, ValueError, IndexError,
)  # fmt: skip
_TRIAL: Final = Document(
    "percobaan", "Percobaan", (Section("Percobaan", (
        Heading("PERCOBAAN"), text("Isi."), Table((Column(1),), ((head("KOLOM"),),), ()),
    )),),
)  # fmt: skip


def enter_template(*, by: Member, data: bytes | None, everywhere: bool = False) -> int:
    """Keep the file as the office's template, or with None take it away; gives how many offices.

    ``everywhere`` does so in every office that the person manages, each with its own event.
    """
    require(by, "organisation.manage")
    if data is not None:
        refuse_unusable(data)
    offices = memberships_for(by.user, "organisation.manage") if everywhere else [by]
    # In one order, or two who do so at once wait for each other in a circle.
    offices = sorted(offices, key=lambda office: office.organisation.pk)
    with transaction.atomic():
        return sum(_enter(office, data) for office in offices)


def _enter(by: Member, given: bytes | None) -> bool:
    """Put it into one office's data; False where nothing changes."""
    data = locked(by)
    before = data.word_template.sha256 if data.word_template else ""
    data.word_template = None if given is None else keep(by=by, data=given)
    after = data.word_template.sha256 if data.word_template else ""
    if before == after:
        return False
    data.version += 1
    data.changed_by, data.changed_at = by.user, clock.now()
    data.save()
    record(
        by=by, act="organisation.manage", on=data, subject=by.organisation.name,
        before={"word_template": before}, after={"word_template": after},
    )  # fmt: skip
    return True


def refuse_unusable(data: bytes) -> None:
    """Raise `Refused` for what is no Word file, is too large, acts, or cannot be printed into."""
    if len(data) > LARGEST:
        raise Refused(
            id="Templat lebih dari 4 MB; kecilkan gambarnya atau hapus isinya.",
            en="The template is larger than 4 MB; make its pictures smaller or remove its words.",
        )
    if media_type(data) != _WORD:
        raise Refused(
            id="Templat harus berkas Word (.docx); simpan sebagai .docx, lalu unggah.",
            en="The template must be a Word file (.docx); save it as one and upload it again.",
        )
    try:
        _refuse_acting(data)
        printed(_TRIAL._replace(word_template=data), "docx")
    except Refused:
        raise
    except (RenaksiError, *_DAMAGED) as error:
        raise Refused(
            id="Templat Word ini tidak dapat dibuka; simpan ulang sebagai .docx dari Word.",
            en="This Word template cannot be opened; save it as .docx from Word again.",
        ) from error


def _refuse_acting(data: bytes) -> None:
    """Look into the archive without reading a word of it as XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Refused(
                id="Templat ini terlalu besar setelah dibuka; buat dari dokumen kosong.",
                en="This template is too large unpacked; make it from an empty document.",
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_part(part.filename, archive.read(part))
            elif part.filename.lower().endswith(".bin"):
                raise _acts()


def _refuse_part(name: str, content: bytes) -> None:
    is_linked = name.endswith(".rels") and b'TargetMode="External"' in content
    only_links = content.count(b'TargetMode="External"') == content.count(b"/hyperlink")
    if b"<!DOCTYPE" in content or b"macroEnabled" in content or (is_linked and not only_links):
        raise _acts()


def _acts() -> Refused:
    return Refused(
        id="Templat ini memuat makro, objek, atau rujukan ke berkas lain; hapus dulu, lalu unggah.",
        en="This template holds a macro, an object or a reference to another file; remove it"
        " first, then upload it.",
    )
