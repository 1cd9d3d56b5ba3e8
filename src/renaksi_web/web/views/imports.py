"""Bringing a plan in: upload, review beside its source, confirmation, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renaksi.model import LEVELS
from renaksi_web.accounts.members import Member
from renaksi_web.plans import reading, selectors
from renaksi_web.plans.recognising import named_otherwise
from renaksi_web.plans.review.sheet import Sheet, sheet_of
from renaksi_web.plans.review.steps import replayed
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services import importing, placing, queueing, remembering
from renaksi_web.refusals import NotFound, Refused
from renaksi_web.web.access import is_partial
from renaksi_web.web.answers import language
from renaksi_web.web.corrections import correction_words, step_words
from renaksi_web.web.forms.fields import whole_number
from renaksi_web.web.forms.imports import Upload, step_of, version_of
from renaksi_web.web.review_page import Page, called
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.wording import ACCUMULATIONS, DIRECTIONS, LEVEL_NAMES

TEMPLATE = "imports/review.html"


def upload(request: HttpRequest, member: Member) -> HttpResponse:
    """Choose the document; it is read at once, and nothing is kept of one that cannot be.

    Several documents, and an archive of several, go into the queue.
    """
    form = Upload(request.POST, request.FILES) if request.method == "POST" else Upload()
    made: list[queueing.Taken] = []

    def bring_in(documents: list[Any]) -> None:
        made.append(queueing.take_in(by=member, files=dropped(documents)))

    if form.is_bound and accepted(form, bring_in):
        imported, queue, left = made[0]
        if queue is not None:
            return redirect("queue", office=member.organisation.slug, queue=queue.pk)
        assert imported is not None
        for name, refusal in left:
            messages.warning(request, f"{name}: {refusal.message(language())}")
        return redirect("import", office=member.organisation.slug, imported=imported.pk)
    return shown(request, "imports/upload.html", form)


def dropped(documents: list[Any]) -> list[queueing.Dropped]:
    """The uploaded files; refused early where one is too large or all together are."""
    for document in documents:
        large = settings.MAX_ARCHIVE if _is_archive(document) else settings.MAX_UPLOAD
        if document.size > large:
            most = large // 1_000_000
            raise Refused(
                id=f"{document.name} lebih dari {most} MB; kirim bagian yang memuat rencana "
                "aksi saja.",
                en=f"{document.name} is larger than {most} MB; send only the part that holds "
                "the plan.",
            )
    queueing.refuse_too_many(len(documents), sum(document.size for document in documents))
    return [queueing.Dropped(document.name, document.read()) for document in documents]


def _is_archive(document: Any) -> bool:
    beginning = document.read(4)
    document.seek(0)
    return queueing.is_archive(beginning)


def show(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """The review: source left, interpretation right, what is open first."""
    page = _page(member, imported, request.GET)
    if is_partial(request) and page["panel"]:
        return render(request, "imports/_panel.html", page)
    return render(request, TEMPLATE, page)


def correct(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """One step of correction."""

    def act() -> None:
        importing.correct(
            by=member, imported_id=imported, step=step_of(request.POST),
            seen=version_of(request.POST),
        )  # fmt: skip

    return _answer(request, member, imported, act)


def decide(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """Leave findings as they are, for a reason, or ask them again."""

    def act() -> None:
        reason = request.POST.get("reason", "").replace("\0", "").strip()[:1000]
        if not reason and "again" not in request.POST:
            raise Refused(id="Tuliskan alasannya.", en="Write down the reason.")
        importing.decide(
            by=member, imported_id=imported, findings=request.POST.getlist("finding"),
            reason=reason, seen=version_of(request.POST),
        )  # fmt: skip

    return _answer(request, member, imported, act)


def take_back(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """Undo the last correction."""
    seen = version_of(request.POST)
    return _answer(
        request, member, imported,
        lambda: importing.take_back(by=member, imported_id=imported, seen=seen),
    )  # fmt: skip


def confirm(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """The plan comes into being; where one of its year stands, the person compares first."""
    if placing.standing(member, _sheet(member, imported).plan) is not None:
        return redirect("import-place", office=member.organisation.slug, imported=imported)
    try:
        plan = importing.confirm(by=member, imported_id=imported)
    except NotFound:
        raise
    except Refused as error:
        return _refused(request, member, imported, error)
    assert plan is not None  # only what stands beside a plan makes none
    messages.success(request, _("Rencana sudah masuk sebagai draf, bersama dokumen aslinya."))
    return redirect("plan", office=member.organisation.slug, plan=plan.pk)


def remember(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """Take remembered corrections, or forget one."""
    chosen = [int(pk) for pk in request.POST.getlist("use") if pk.isdecimal() and len(pk) < 19]
    forgotten = whole_number(request.POST, "forget")

    def act() -> None:
        if forgotten is not None:
            remembering.forget(by=member, remembered_id=forgotten)
        else:
            importing.use_remembered(
                by=member, imported_id=imported, chosen=chosen, seen=version_of(request.POST)
            )

    return _answer(request, member, imported, act)


def give_up(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """Do not use this reading."""
    importing.give_up(by=member, imported_id=imported)
    messages.success(request, _("Hasil baca itu tidak dipakai."))
    return redirect("plans", office=member.organisation.slug)


def undo(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """Take a confirmed import back."""
    importing.undo(by=member, imported_id=imported)
    messages.success(request, _("Impor dibatalkan; dokumennya tetap tercatat."))
    return redirect("plans", office=member.organisation.slug)


def _answer(
    request: HttpRequest, member: Member, imported: int, act: Callable[[], None]
) -> HttpResponse:
    """Do it and show the review anew; a refusal stands where it was typed."""
    try:
        act()
    except NotFound:
        raise
    except Refused as error:
        return _refused(request, member, imported, error)
    if is_partial(request):
        return render(request, "imports/_review.html", _page(member, imported, {}))
    address = reverse("import", args=[member.organisation.slug, imported])
    return redirect(f"{address}#{'putuskan' if request.POST.get('from') == 'card' else 'periksa'}")


def _refused(request: HttpRequest, member: Member, imported: int, error: Refused) -> HttpResponse:
    page = _page(member, imported, request.POST)
    page |= {"error": error.message(language()), "typed": request.POST}
    page["error_at"] = request.POST.get("row", "")
    page["error_in_card"] = request.POST.get("from") == "card" and "row" in request.POST
    template = "imports/_review.html" if is_partial(request) else TEMPLATE
    return render(request, template, page, status=error.status)


def _sheet(member: Member, imported_id: int) -> Sheet:
    """The sheet of an import as it is corrected."""
    sheet, _ = importing.sheet_and_findings(selectors.imported(member, imported_id))
    return sheet


def _page(member: Member, imported_id: int, asked: Any) -> dict[str, Any]:
    """Everything that the templates of the review need."""
    imported = selectors.imported(member, imported_id)
    plan, found = reading.plan_and_findings(imported.reading or {})
    before = sheet_of(plan)
    sheet = replayed(before, imported.corrections)
    now = review(sheet, found, imported.decisions)
    page = Page(imported.original or {}, sheet, before, now)
    is_open = imported.state == "review"
    return {
        "imported": imported,
        "page": page,
        "count": now.tasks.number,
        "is_open": is_open,
        "standing": placing.standing(member, sheet.plan) if is_open else None,
        "named_otherwise": named_otherwise(sheet.plan, member.organisation) if is_open else None,
        "offers": [
            (offer.pk, correction_words(offer.correction))
            for offer in remembering.offers(member, imported, sheet)
        ],
        "taken": [step_words(step) for step in imported.corrections[-1:]],
        "plan_row": getattr(imported, "plan", None),
        "accumulations": ACCUMULATIONS[:2],
        "all_accumulations": ACCUMULATIONS,
        "directions": DIRECTIONS,
        "levels": LEVEL_NAMES.items(),
        "typed": {},
        "repaired_notes": page.notes(now.repaired),
        "doubts": page.doubts(),
        "left": [(note, reason) for (f, reason) in now.left for note in page.notes([f])],
        **_panel(page, asked if is_open else {}),
    }


def _panel(page: Page, asked: Any) -> dict[str, Any]:
    """What the panel of correction shows: one row or one element."""
    row = page.sheet.row(asked.get("baris", ""))
    element = page.sheet.element(row.element if row else asked.get("unsur", ""))
    if element is None:
        return {"panel": ""}
    others = [e for e in page.sheet.plan.elements if e.id != element.id]
    return {
        "panel": "row" if row else "element",
        "panel_row": page.shown(row) if row else None,
        "panel_cells": page.editable(row) if row else (),
        "panel_element": element,
        "panel_title": called(element),
        "panel_rows": [page.shown(r) for r in page.sheet.rows_of(element.id)],
        "others": [(e.id, called(e)) for e in others],
        "parents": [
            (e.id, called(e), e.id == element.parent)
            for e in others
            if LEVELS.index(e.level) < LEVELS.index(element.level)
        ],
        "alike": [(e.id, called(e)) for e in others if e.level == element.level],
        "row_choices": [
            (r.key, r.indicator.name or _("(tanpa teks)"), page.element_name(r.element))
            for r in page.sheet.rows
            if row and r.key != row.key
        ],
        "below": len(page.sheet.below(element.id)) - 1,
    }
