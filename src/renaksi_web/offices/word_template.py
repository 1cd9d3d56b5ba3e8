"""An office's own Word file, whose styles, head and foot its documents take as Word files.

It is opened whenever such a file is printed, so it is looked at before it is kept: how large
it is unpacked, that it holds nothing but what a template needs (`word_parts`), and that a
document can be printed into it.
"""

from __future__ import annotations

import logging
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
from renaksi_web.files.packages import DAMAGED, Foreign, Package
from renaksi_web.files.services import keep
from renaksi_web.offices.services import locked
from renaksi_web.offices.word_parts import NotOnTheList, look_over
from renaksi_web.refusals import Refused

LARGEST: Final = 4_000_000
MOST_UNPACKED: Final = 30_000_000
MOST_PARTS: Final = 500
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_log = logging.getLogger(__name__)
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
        _refuse_foreign(data)
        printed(_TRIAL._replace(word_template=data), "docx")
    except Refused:
        raise
    except (RenaksiError, *DAMAGED) as error:
        raise Refused(
            id="Templat Word ini tidak dapat dibuka; simpan ulang sebagai .docx dari Word.",
            en="This Word template cannot be opened; save it as .docx from Word again.",
        ) from error


def _refuse_foreign(data: bytes) -> None:
    """Raise `Refused` for what is too large unpacked, or holds what no template needs."""
    package = Package(data)
    sizes = [part.file_size for part in package.parts]
    if len(sizes) > MOST_PARTS or sum(sizes) > MOST_UNPACKED:
        raise Refused(
            id="Templat ini terlalu besar setelah dibuka; buat dari dokumen kosong.",
            en="This template is too large unpacked; make it from an empty document.",
        )
    try:
        look_over(package)
    except (NotOnTheList, Foreign) as error:
        _log.warning("A Word template was refused: %s", error)
        raise _acts() from error


def _acts() -> Refused:
    return Refused(
        id="Templat ini memuat makro, objek, tautan, atau kode bidang yang tidak diperlukan;"
        " hapus dulu, lalu unggah. Yang boleh: teks, gambar, gaya, kop, kaki, dan nomor halaman.",
        en="This template holds a macro, an object, a link or a field code that no template needs;"
        " remove it first, then upload it. Words, pictures, styles, head, foot and page numbers"
        " may stay.",
    )
