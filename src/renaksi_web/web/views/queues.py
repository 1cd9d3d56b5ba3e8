"""The queue: dropping many files, watching them being read, handing them to their offices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renaksi_web.accounts.members import Member
from renaksi_web.plans.recognising import acts_for
from renaksi_web.plans.services import queueing
from renaksi_web.refusals import NotFound, Refused
from renaksi_web.web.access import is_partial
from renaksi_web.web.answers import language
from renaksi_web.web.forms.fields import whole_number
from renaksi_web.web.forms.imports import Upload
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.views.imports import dropped


def index(request: HttpRequest, member: Member) -> HttpResponse:
    """Drop many files; what was dropped before."""
    form = Upload(request.POST, request.FILES) if request.method == "POST" else Upload()
    made: list[Any] = []

    def drop(documents: list[Any]) -> None:
        made.append(queueing.drop(by=member, files=dropped(documents)))

    if form.is_bound and accepted(form, drop):
        return redirect("queue", office=member.organisation.slug, queue=made[0].pk)
    return shown(request, "imports/queues.html", form, queues=queueing.queues(member))


def show(request: HttpRequest, member: Member, queue: int) -> HttpResponse:
    """How far the reading is, and the table of results."""
    page = _page(member, queue)
    partial = is_partial(request)
    return render(request, "imports/_queue.html" if partial else "imports/queue.html", page)


def hand_over(request: HttpRequest, member: Member, queue: int) -> HttpResponse:
    """Give the ticked files, or the one whose button was pressed, to their offices."""
    one = whole_number(request.POST, "one")
    ticked = [int(pk) for pk in request.POST.getlist("file") if pk.isdecimal() and len(pk) < 19]
    chosen = ticked if one is None else [one]
    to = {pk: request.POST.get(f"office-{pk}", "") for pk in chosen}
    try:
        handed = queueing.hand_over(by=member, queue_id=queue, to=to)
    except NotFound:
        raise
    except Refused as error:
        page = _page(member, queue, _Chosen(set(ticked), request.POST))
        page["error"] = error.message(language())
        return render(request, "imports/queue.html", page, status=error.status)
    if one is not None:
        office, imported = handed[0]
        return redirect("import", office=office.slug, imported=imported.pk)
    sentence = ngettext(
        "%(count)s berkas diserahkan; menunggu diperiksa di kantornya.",
        "%(count)s berkas diserahkan; menunggu diperiksa di kantornya.",
        len(handed),
    )
    messages.success(request, sentence % {"count": len(handed)})
    return redirect("queue", office=member.organisation.slug, queue=queue)


def put_aside(request: HttpRequest, member: Member, queue: int, file: int) -> HttpResponse:
    """Do not use a file, or use it after all."""
    back = "again" in request.POST
    queueing.put_aside(by=member, queue_id=queue, file_id=file, back=back)
    messages.success(request, _("Berkas dipakai lagi.") if back else _("Berkas disisihkan."))
    return redirect("queue", office=member.organisation.slug, queue=queue)


class _Chosen(NamedTuple):
    """What was ticked and chosen in a form that is shown again."""

    ticked: set[int]
    sent: QueryDict


def _page(member: Member, queue_id: int, chosen: _Chosen | None = None) -> dict[str, Any]:
    found = queueing.result(member, queue_id)
    return {
        "queue": found.queue,
        "found": found,
        "rows": [_row(row, found, chosen) for row in found.open],
        "offices": [known.organisation for known in acts_for(member)],
        "reasons": _by_reason(found.unreadable, language()),
    }


def _by_reason(files: Iterable[Any], lang: str) -> list[tuple[str, list[str]]]:
    """The sentences with which files were refused, each with their names.

    The rare ones come first: most files of a large archive hold no plan, and a locked or damaged
    one among them may.
    """
    found: dict[str, list[str]] = {}
    for row in files:
        found.setdefault(row.refusal[lang], []).append(row.filename)
    return sorted(found.items(), key=lambda reason: len(reason[1]))


def _row(row: Any, found: queueing.Result, chosen: _Chosen | None) -> dict[str, Any]:
    """A file that waits to be handed over; ticked at first where nothing about it is in doubt."""
    office = row.proposed.slug if row.proposed else ""
    ticked = bool(office and row.year and row.office_name and row.pk not in found.known)
    if chosen is not None:
        office, ticked = chosen.sent.get(f"office-{row.pk}", ""), row.pk in chosen.ticked
    return {
        "file": row,
        "office": office,
        "ticked": ticked,
        "known": row.pk in found.known,
        "standing": row.pk in found.standing,
    }
