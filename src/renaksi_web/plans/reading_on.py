"""Reading the files of the queues, one after another, in a thread of the site's own process.

A row is taken by one conditional update, so that of several processes only one reads it;
what a process that ended left half done is taken again after a while. The reading itself
happens in an isolated reader, so the thread only waits. It is woken when files are dropped,
when a page of a queue is opened and when the site starts, and ends when nothing waits.
"""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db import Error, connections, transaction
from django.db.models import F, Max, Q

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.files.selectors import content
from renaksi_web.files.services import keep
from renaksi_web.plans import reading
from renaksi_web.plans.fitting import sane_year
from renaksi_web.plans.models import QueuedFile
from renaksi_web.plans.reading import Read
from renaksi_web.plans.recognising import acts_for, recognised
from renaksi_web.plans.review.sheet import sheet_of
from renaksi_web.plans.review.tasks import review
from renaksi_web.refusals import Busy, Refused

MOST_TRIES: Final = 3
_MARGIN: Final = timedelta(seconds=60)
_S: Final = QueuedFile.State
_log = logging.getLogger(__name__)
_starting = threading.Lock()
_running: dict[str, threading.Thread] = {}


def wake() -> None:
    """Let the thread read what waits, unless it is at it; a site may leave it to another."""
    if not settings.READING_IN_BACKGROUND:
        return
    with _starting:
        thread = _running.get("thread")
        if thread is None or not thread.is_alive():
            _running["thread"] = threading.Thread(target=_read_on, name="queue", daemon=True)
            _running["thread"].start()


def _read_on() -> None:
    try:
        while read_next():
            pass
    except Error as error:  # the database is away; the next page wakes it again
        _log.warning("Reading of the queue stopped: %s", error)
    finally:
        connections.close_all()


def read_next() -> bool:
    """Take one file that waits and read it; whether there was one."""
    row = _taken()
    if row is None:
        return False
    try:
        _read(row)
    except Busy:
        QueuedFile.objects.filter(pk=row.pk).update(state=_S.WAITING, tries=F("tries") - 1)
    except Refused as error:
        _refuse(row, error)
    return True


def _taken() -> QueuedFile | None:
    """The oldest file that waits, or that an ended process left, now taken by this one."""
    now = clock.real_now()
    left = now - _MARGIN - timedelta(seconds=2 * settings.READING_SECONDS)
    while True:
        waiting = QueuedFile.objects.filter(
            Q(state=_S.WAITING) | Q(state=_S.BEING_READ, taken_at__lt=left)
        )
        row = waiting.order_by("pk").values("pk", "state", "tries").first()
        if row is None:
            return None
        same = QueuedFile.objects.filter(pk=row["pk"], state=row["state"], tries=row["tries"])
        if same.update(state=_S.BEING_READ, taken_at=now, tries=F("tries") + 1):
            rows = QueuedFile.objects.select_related("queue__organisation", "queue__created_by")
            return rows.select_related("file").get(pk=row["pk"])


def _read(row: QueuedFile) -> None:
    if row.tries > MOST_TRIES:
        raise Refused(
            id="Berkas ini berkali-kali menghentikan pembacaan; masukkan isinya dengan tangan.",
            en="This file stopped its reading again and again; enter what it holds by hand.",
        )
    dropper = Member(row.queue.created_by, row.queue.organisation, frozenset())
    if row.file is None:
        raise Refused(id="Berkas ini kosong.", en="This file is empty.")
    data = content(dropper, row.file)
    read = reading.read(data, row.part)
    if read is None:
        _open(row, dropper, reading.unpacked(data))
    else:
        _keep(row, dropper, read)


def _open(row: QueuedFile, dropper: Member, files: list[reading.Unpacked]) -> None:
    """The files of an archive take its place in the queue."""
    with transaction.atomic():
        made = []
        for file in files:
            new = QueuedFile(queue=row.queue, position=row.position, filename=file.name)
            try:
                if file.refusal is not None:
                    raise Refused(id=file.refusal["id"], en=file.refusal["en"])
                new.file = keep(by=dropper, data=file.data)
            except Refused as error:
                new.state, new.refusal = _S.UNREADABLE, _both(error)
            made.append(new)
        QueuedFile.objects.bulk_create(made)
        row.state = _S.OPENED
        row.save(update_fields=["state"])


def _keep(row: QueuedFile, dropper: Member, read: Read) -> None:
    """The reading, what the table shows of it, and the office that it names."""
    plan, found = reading.plan_and_findings(read.reading)
    office = plan.organisation.name if plan.organisation else ""
    offices = [known.organisation for known in acts_for(dropper)]
    row.state = _S.READ
    row.reading, row.original, row.layout = read.reading, read.original, read.layout
    row.kind, row.year, row.office_name = plan.kind[:40], sane_year(plan.year), office[:200]
    row.rows = sum(len(element.indicators) for element in plan.elements)
    row.doubts = review(sheet_of(plan), found, {}).tasks.number
    row.proposed = recognised(plan, row.filename, offices)
    with transaction.atomic():
        row.save()
        if row.part == 0 and read.parts > 1:
            _add_parts(row, read.parts)


def _add_parts(row: QueuedFile, parts: int) -> None:
    """A row for every further plan of the same file."""
    known = row.queue.files.filter(file=row.file, position=row.position).aggregate(Max("part"))
    QueuedFile.objects.bulk_create(
        QueuedFile(
            queue=row.queue, position=row.position, filename=row.filename, file=row.file, part=part
        )
        for part in range((known["part__max"] or 0) + 1, parts)
    )


def _refuse(row: QueuedFile, error: Refused) -> None:
    QueuedFile.objects.filter(pk=row.pk).update(state=_S.UNREADABLE, refusal=_both(error))


def _both(error: Refused) -> dict[str, Any]:
    return {"id": error.message("id"), "en": error.message("en")}
