"""Evidence: files and links that prove an entry. Added and removed while it may be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from django.db import transaction

from renaksi.quarter import ROMAN
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.files import photographs
from renaksi_web.files.acting import refuse_acting
from renaksi_web.files.kinds import SHOWN_IN_PLACE, UNKNOWN
from renaksi_web.files.selectors import content
from renaksi_web.files.services import keep
from renaksi_web.plans.models import Indicator
from renaksi_web.plans.selectors import set_plan
from renaksi_web.refusals import NotFound, Refused
from renaksi_web.tracking.models import Entry, Evidence
from renaksi_web.tracking.reporting import Locked, opened

MOST: Final = 20


class Given(NamedTuple):
    """A file as it was sent: its name and bytes."""

    name: str
    data: bytes


def evidence_of(member: Member, entry: Entry | None) -> list[Evidence]:
    """The proofs of an entry, the oldest first; one query."""
    require(member, "evidence.view")
    if entry is None:
        return []
    rows = Evidence.objects.filter(
        entry=entry, entry__organisation=member.organisation, removed_at__isnull=True
    )
    return list(rows.select_related("file", "added_by").order_by("added_at", "pk"))


def add(
    *,
    by: Member,
    year: int,
    quarter: str,
    series: int,
    files: Sequence[Given] = (),
    link: str = "",
    title: str = "",
    as_sent: bool = False,
) -> list[Evidence]:
    """Add files and a link to an entry; all of them or none, one event.

    Photographs lose what the camera wrote beside them, unless they are to stay ``as_sent``.
    """
    require(by, "evidence.edit")
    rows = Indicator.objects.filter(element__plan=set_plan(by, year), series_id=series)
    if not rows.exists():
        raise NotFound
    if not files and not link:
        raise Refused(id="Pilih berkas atau isi tautan.", en="Choose a file or type a link.")
    if not as_sent:
        files = [Given(given.name, _bare(given)) for given in files]
    with transaction.atomic():
        entry = opened(by, year, quarter, series)
        there = {e.file_id for e in evidence_of(by, entry)}
        added = [row for row in _rows(by, entry, files, link, title) if row.file_id not in there]
        if not added:
            raise Refused(
                id="Berkas ini sudah ada di sini; tidak ditambah dua kali.",
                en="This file is here already; it is not added twice.",
            )
        if len(there) + len(added) > MOST:
            raise Refused(
                id=f"Paling banyak {MOST} bukti untuk satu isian.",
                en=f"At most {MOST} proofs for one entry.",
            )
        for row in added:  # few, and their ids are needed on both databases
            row.save()
        after = {"evidence": [_told(row) for row in added]}
        record(by=by, act="evidence.edit", on=entry, subject=_called(entry), before={}, after=after)
    return added


def _bare(given: Given) -> bytes:
    """The file, if it is a photograph, without position and serial numbers."""
    alone = photographs.bare(given.data)
    if alone is None:
        raise Refused(
            id=f"{given.name}: foto ini tidak utuh, jadi letak dan nomor kamera di dalamnya tidak"
            " dapat dihapus. Simpan ulang fotonya, atau minta dikirim apa adanya.",
            en=f"{given.name}: this photograph is not whole, so that position and numbers of the"
            " camera cannot be removed. Save it anew, or ask for it to be kept as it is.",
        )
    return alone


def _called(entry: Entry) -> str:
    """How the record names an entry: its indicator, as the newest version has it, and quarter."""
    rows = Indicator.objects.filter(series_id=entry.series_id).exclude(name=None)
    name = rows.order_by("-element__plan__year", "-element__plan__revision").values_list("name")
    return f"{(name.first() or ('',))[0]} · {ROMAN[entry.quarter]} {entry.year}"


def _rows(
    by: Member, entry: Entry, files: Sequence[Given], link: str, title: str
) -> list[Evidence]:
    rows: dict[int | str, Evidence] = {}
    for given in files:
        refuse_acting(given.data, given.name)
        file = keep(by=by, data=given.data, name=given.name)
        if file.media_type == UNKNOWN:
            raise Refused(
                id=f"{given.name}: jenis berkas ini tidak diterima; kirim PDF, gambar, atau"
                " dokumen kantor.",
                en=f"{given.name}: this kind of file is not accepted; send a PDF, a picture or"
                " an office document.",
            )
        called = (title if len(files) == 1 and title else given.name)[:255]
        rows[file.pk] = _row(by, entry, called)
        rows[file.pk].file = file
    if link:
        if urlsplit(link).scheme not in ("http", "https"):
            raise Refused(
                id="Tautan harus diawali https:// atau http://.",
                en="A link must begin with https:// or http://.",
            )
        rows[link] = _row(by, entry, (title or link)[:255])
        rows[link].link = link
    return list(rows.values())


def _row(by: Member, entry: Entry, title: str) -> Evidence:
    return Evidence(entry=entry, title=title, added_by=by.user, added_at=clock.now())


def _told(row: Evidence) -> dict[str, str]:
    """What the audit record keeps of a proof."""
    proof = row.file.sha256 if row.file else row.link or ""
    return {"title": row.title, ("sha256" if row.file else "link"): proof}


def remove(*, by: Member, evidence_id: int) -> Evidence:
    """Take a proof away; that it was there, and who took it away, stays."""
    require(by, "evidence.edit")
    with transaction.atomic():
        row = _found(by, evidence_id)
        entry = Entry.objects.select_for_update().get(pk=row.entry_id)
        row = _found(by, evidence_id)  # once more: a colleague may have been quicker
        if not entry.is_editable:
            raise Locked(entry)
        row.removed_by, row.removed_at = by.user, clock.now()
        row.save(update_fields=["removed_by", "removed_at"])
        before = {"evidence": [_told(row)]}
        record(
            by=by, act="evidence.edit", on=entry, subject=_called(entry), before=before, after={}
        )
    row.entry = entry
    return row


def _found(member: Member, evidence_id: int) -> Evidence:
    rows = Evidence.objects.filter(
        pk=evidence_id, entry__organisation=member.organisation, removed_at__isnull=True
    )
    row = rows.select_related("file", "entry").first()
    if row is None:
        raise NotFound
    return row


class Proof(NamedTuple):
    """A file to be handed out; ``in_place`` tells whether a browser may show it."""

    name: str
    media_type: str
    data: bytes
    in_place: bool


def proof(member: Member, evidence_id: int) -> Proof:
    """The bytes of a proof of the asker's office; two queries at most."""
    require(member, "evidence.view")
    row = _found(member, evidence_id)
    if row.file is None:
        raise NotFound
    kind = row.file.media_type
    return Proof(row.title, kind, content(member, row.file), kind in SHOWN_IN_PLACE)
