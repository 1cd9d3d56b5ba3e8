"""The queue: many files dropped at once, read one after another, handed to their offices.

Dropping only keeps the files; `reading_on` reads them. Nothing reaches an office before a
person hands it over, and there it waits for review like any other import.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from django.conf import settings
from django.db import transaction

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Organisation
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.files.selectors import content
from renaksi_web.files.services import keep
from renaksi_web.plans import reading, reading_on
from renaksi_web.plans.models import Import, Plan, PlanDocument, Queue, QueuedFile
from renaksi_web.plans.reading import Read
from renaksi_web.plans.recognising import acts_for
from renaksi_web.plans.services.importing import bring_in, keep_read, printable
from renaksi_web.refusals import NotFound, Refused

MOST_FILES: Final = 500
MOST_AT_ONCE: Final = 4  # files of an archive that are read while a person waits
_S: Final = QueuedFile.State
# What no list of files needs of them: whole plans and documents.
_READ: Final = ("reading", "original")
_HEAVY: Final = (
    *_READ,
    *(f"imported__{field}" for field in (*_READ, "former", "corrections", "decisions")),
)


class Dropped(NamedTuple):
    """One file as it was given."""

    name: str
    data: bytes


class Taken(NamedTuple):
    """What became of an upload: an import under review, or a queue.

    ``left`` names the files of an archive that hold no plan, each with why.
    """

    imported: Import | None
    queue: Queue | None = None
    left: tuple[tuple[str, Refused], ...] = ()


def take_in(*, by: Member, files: Sequence[Dropped]) -> Taken:
    """One document with one plan goes to its review at once; anything more goes into a queue."""
    require(by, "plan.import")
    if len(files) == 1 and len(files[0].data) <= settings.MAX_UPLOAD:
        file, read, left = _alone(files[0])
        if read is not None and read.parts == 1:
            imported = bring_in(by=by, data=file.data, filename=file.name, read=read)
            return Taken(imported, left=left)
    return Taken(None, drop(by=by, files=files))


_Alone = tuple[Dropped, Read | None, tuple[tuple[str, Refused], ...]]


def _alone(file: Dropped) -> _Alone:
    """A file with its reading; of a small archive the one file in it that holds a plan."""
    read = reading.read(file.data)
    if read is not None:
        return file, read, ()
    inner = reading.unpacked(file.data)
    if len(inner) > MOST_AT_ONCE:
        return file, None, ()
    found: list[tuple[Dropped, Read | None]] = []
    left: list[tuple[str, Refused]] = []
    for each in inner:
        name = each.name.rpartition("/")[2]
        try:
            if each.refusal is not None:
                raise Refused(id=each.refusal["id"], en=each.refusal["en"])
            found.append((Dropped(name, each.data), reading.read(each.data)))
        except Refused as error:
            left.append((name, error))
    if not found and left:
        raise left[0][1]
    return (*found[0], tuple(left)) if len(found) == 1 else (file, None, ())


def drop(*, by: Member, files: Sequence[Dropped]) -> Queue:
    """Keep many files, to be read one after another."""
    require(by, "plan.queue")
    refuse_too_many(len(files), sum(len(file.data) for file in files))
    with transaction.atomic():
        queue = Queue.objects.create(
            organisation=by.organisation, created_by=by.user, created_at=clock.now()
        )
        QueuedFile.objects.bulk_create(
            _row(by, queue, position, file)
            for position, given in enumerate(files)
            for file in _as_kept(given)
        )
        record(
            by=by, act="plan.queue", on=queue, subject=printable(files[0].name),
            after={"files": len(files)},
        )  # fmt: skip
        transaction.on_commit(reading_on.wake)
    return queue


def _as_kept(file: Dropped) -> Iterable[Dropped]:
    """The file itself; of an archive too large to be kept as one the files that it holds."""
    if len(file.data) <= settings.MAX_UPLOAD or not is_archive(file.data):
        return [file]
    return [Dropped(each.name, each.data) for each in reading.unpacked(file.data)]


def is_archive(beginning: bytes) -> bool:
    """Whether a file may be an archive of others, by its first bytes."""
    return beginning.startswith(b"PK\x03\x04")


def refuse_too_many(files: int, size: int) -> None:
    """Refuse what is too much for one sending."""
    if files > MOST_FILES or size > settings.MAX_SENDING:
        megabytes = settings.MAX_SENDING // 1_000_000
        raise Refused(
            id=f"Paling banyak {MOST_FILES} berkas dan {megabytes} MB sekali kirim; bagi menjadi "
            "beberapa kiriman.",
            en=f"{MOST_FILES} files and {megabytes} MB at most at a time; divide them.",
        )


def _row(by: Member, queue: Queue, position: int, file: Dropped) -> QueuedFile:
    """A row for a file; one that cannot be kept says why from the beginning."""
    row = QueuedFile(queue=queue, position=position, filename=printable(file.name))
    try:
        row.file = keep(by=by, data=file.data)
    except Refused as error:
        row.state = _S.UNREADABLE
        row.refusal = {"id": error.message("id"), "en": error.message("en")}
    return row


def hand_over(
    *, by: Member, queue_id: int, to: Mapping[int, str]
) -> list[tuple[Organisation, Import]]:
    """Give files to offices, by file id and slug: each becomes an import that waits for review."""
    require(by, "plan.queue")
    if not to:
        raise Refused(
            id="Centang dulu berkas yang diserahkan.", en="Tick the files to hand over first."
        )
    members = {known.organisation.slug: known for known in acts_for(by)}
    with transaction.atomic():
        rows = _locked(by, queue_id, list(to))
        # Offices in one order, or two who hand over at once wait for each other in a circle.
        offices = {row.pk: members.get(to[row.pk]) for row in rows}
        ordered = sorted(rows, key=lambda row: _place_of(offices[row.pk]))
        given = {row.pk: _hand(by, row, offices[row.pk]) for row in ordered}
    return [given[row.pk] for row in rows]


def _place_of(office: Member | None) -> int:
    return office.organisation.pk if office else 0


def _hand(by: Member, row: QueuedFile, office: Member | None) -> tuple[Organisation, Import]:
    if office is None:
        raise Refused(
            id=f"Pilih dulu kantor untuk “{row.filename}”.",
            en=f"Choose the office of “{row.filename}” first.",
        )
    require(office, "plan.queue")
    if row.state != _S.READ or row.reading is None or row.file is None:
        raise Refused(
            id=f"“{row.filename}” tidak (lagi) menunggu diserahkan; muat ulang halaman.",
            en=f"“{row.filename}” does not wait to be handed over; load the page again.",
        )
    read = Read(row.reading, row.original or {}, row.layout, 1)
    imported = keep_read(office, content(by, row.file), row.filename.rpartition("/")[2], read)
    row.state, row.imported, row.proposed = _S.HANDED, imported, office.organisation
    row.reading = row.original = None  # the import has them now
    row.save()
    record(
        by=office, act="plan.queue", on=imported, subject=row.filename,
        after={"state": imported.state, "sha256": row.file.sha256, "queue": row.queue_id},
    )  # fmt: skip
    return office.organisation, imported


def put_aside(*, by: Member, queue_id: int, file_id: int, back: bool = False) -> None:
    """Do not use a file of the queue; ``back`` takes that back."""
    require(by, "plan.queue")
    with transaction.atomic():
        (row,) = _locked(by, queue_id, [file_id])
        before = row.state
        expected, after = (_S.DROPPED, _S.READ) if back else (_S.READ, _S.DROPPED)
        if before != expected:
            raise Refused(
                id=f"“{row.filename}” sudah diserahkan atau belum terbaca; muat ulang halaman.",
                en=f"“{row.filename}” was handed over or is not read yet; load the page again.",
            )
        row.state = after
        row.save(update_fields=["state"])
        record(
            by=by, act="plan.queue", on=row, subject=row.filename,
            before={"state": before}, after={"state": after},
        )  # fmt: skip


def _locked(by: Member, queue_id: int, ids: Sequence[int]) -> list[QueuedFile]:
    rows = QueuedFile.objects.select_for_update(of=("self",)).filter(
        queue__organisation=by.organisation, queue_id=queue_id, pk__in=ids
    )
    found = list(rows.order_by("position", "pk"))
    if len(found) != len(set(ids)):
        raise NotFound
    return found


# -- what the pages show ---------------------------------------------------------------


class Result(NamedTuple):
    """The files of a queue by what is to be done with them, the doubtful ones first.

    ``known`` holds the ids of files that their proposed office has already, ``standing``
    those for whose year it has a plan.
    """

    queue: Queue
    pending: int
    open: list[QueuedFile]
    unreadable: list[QueuedFile]
    done: list[QueuedFile]
    known: frozenset[int]
    standing: frozenset[int]

    @property
    def total(self) -> int:
        """All files, archives counted by what they hold."""
        return self.pending + len(self.open) + len(self.unreadable) + len(self.done)

    @property
    def read(self) -> int:
        """Those that were read, or could not be."""
        return self.total - self.pending


def queues(member: Member) -> list[Queue]:
    """The queues of the office, the newest first; one query."""
    require(member, "plan.queue")
    rows = Queue.objects.filter(organisation=member.organisation).select_related("created_by")
    return list(rows.order_by("-pk")[:50])


def result(member: Member, queue_id: int) -> Result:
    """One queue of the office; four queries."""
    require(member, "plan.queue")
    queue = Queue.objects.filter(organisation=member.organisation, pk=queue_id).first()
    if queue is None:
        raise NotFound
    rows = list(
        queue.files.select_related("proposed", "imported", "file").defer(*_HEAVY)
        .exclude(state=_S.OPENED).order_by("position", "pk")
    )  # fmt: skip
    by_state = {state: [row for row in rows if row.state == state] for state in _S}
    pending = len(by_state[_S.WAITING]) + len(by_state[_S.BEING_READ])
    if pending:
        reading_on.wake()
    read = by_state[_S.READ]
    return Result(
        queue,
        pending,
        sorted(read, key=_doubt, reverse=True),
        by_state[_S.UNREADABLE],
        by_state[_S.HANDED] + by_state[_S.DROPPED],
        *_known_and_standing(read),
    )


def _known_and_standing(rows: list[QueuedFile]) -> tuple[frozenset[int], frozenset[int]]:
    """Which files their proposed offices have, and for which years they have plans."""
    offices = {row.proposed_id for row in rows if row.proposed_id}
    documents = PlanDocument.objects.filter(organisation__in=offices)
    hashes = set(documents.values_list("organisation", "file__sha256"))
    plans = set(
        Plan.objects.filter(organisation__in=offices).values_list("organisation", "year", "kind")
    )
    return (
        frozenset(r.pk for r in rows if r.file and (r.proposed_id, r.file.sha256) in hashes),
        frozenset(r.pk for r in rows if (r.proposed_id, r.year, r.kind) in plans),
    )


def _doubt(row: QueuedFile) -> tuple[bool, bool, int]:
    return row.proposed_id is None, row.year is None, row.doubts
