"""Leading a plan on: verified, returned, set, revised; and two versions side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.forms import Field
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from renaksi.quarter import CELLS
from renaksi_web.accounts.members import Member
from renaksi_web.plans import comparing, selectors
from renaksi_web.plans.pairing import alongside
from renaksi_web.plans.services import versions
from renaksi_web.web.forms.plans import ElementForm, IndicatorForm, Reason
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.wording import (
    ACCUMULATIONS,
    DIRECTIONS,
    FREQUENCIES,
    LEVEL_NAMES,
    plan_words,
    version_words,
)

_WORDS: Final[Mapping[str, Mapping[str, Any]]] = {
    "accumulation": dict(ACCUMULATIONS),
    "direction": dict(DIRECTIONS),
    "frequency": dict(FREQUENCIES),
}


def verify(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """The draft is right."""
    versions.verify(by=member, plan_id=plan)
    messages.success(request, _("Rencana terverifikasi; menunggu penetapan pimpinan."))
    return redirect("plan", office=member.organisation.slug, plan=plan)


def set_in_force(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """The plan is in force."""
    versions.set_in_force(by=member, plan_id=plan)
    messages.success(request, _("Rencana ditetapkan. Sejak kini hanya perubahan yang mengubahnya."))
    return redirect("plan", office=member.organisation.slug, plan=plan)


def give_back(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """Back to draft, with what is to be mended."""
    row = selectors.plan_row(member, plan)
    form = Reason(request.POST)

    def act(reason: str) -> None:
        versions.give_back(by=member, plan_id=plan, reason=reason)

    if accepted(form, act):
        messages.success(request, _("Rencana dikembalikan menjadi draf."))
        return redirect("plan", office=member.organisation.slug, plan=plan)
    return shown(request, "plans/give_back.html", form, plan=row)


def revise(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """Open a revision of the plan in force."""
    row = selectors.plan_row(member, plan)
    form = Reason(request.POST) if request.method == "POST" else Reason()
    made: list[int] = []

    def act(reason: str) -> None:
        made.append(versions.revise(by=member, plan_id=plan, reason=reason).pk)

    if form.is_bound and accepted(form, act):
        messages.success(request, _("Perubahan dibuka sebagai draf; target lama tetap tersimpan."))
        return redirect("plan", office=member.organisation.slug, plan=made[0])
    return shown(request, "plans/revise.html", form, plan=row)


def compare(request: HttpRequest, member: Member, plan: int, other: int) -> HttpResponse:
    """The older version left, the newer right."""
    old, new = selectors.two_rows(member, plan, other)
    before, after = selectors.loaded(member, old), selectors.loaded(member, new)
    is_one = (old.year, old.kind) == (new.year, new.kind)
    found = comparing.compare(before, after if is_one else alongside(before, after))
    whole = request.GET.get("semua") == "1"
    context = {
        "old": old,
        "new": new,
        "before_words": version_words(old) if is_one else plan_words(old),
        "after_words": version_words(new) if is_one else plan_words(new),
        **compared(found, whole),
    }
    return render(request, "plans/compare.html", context)


def compared(found: list[comparing.ComparedElement], whole: bool) -> dict[str, Any]:
    """A comparison as its table shows it, ``whole`` or only what differs."""
    names = {each.element.id: each.element.name or "" for each in found}
    return {
        "whole": whole,
        "elements": [_shown(each, names, whole) for each in found if whole or each.kind != "same"],
        "changed": sum(row.kind != "same" for each in found for row in each.indicators),
        "changed_elements": sum(
            bool(each.changes) or each.kind in ("added", "removed") for each in found
        ),
    }


def _shown(
    each: comparing.ComparedElement, names: Mapping[str, str], whole: bool
) -> dict[str, Any]:
    """One element as the page shows it: targets as cells, other changes as sentences."""
    return {
        "each": each,
        "level": LEVEL_NAMES[each.element.level],
        "changes": [
            (_("Di bawah"), names.get(c.old, ""), names.get(c.new, ""))
            if c.field == "parent"
            else _told(ElementForm.base_fields[c.field], c)
            for c in each.changes
        ],
        "moved": any(c.field == "parent" for c in each.changes),
        "rows": [
            {
                "row": row,
                "cells": [
                    (key, row.old.get(f"t_{key}", ""), row.new.get(f"t_{key}", "")) for key in CELLS
                ],
                "changes": [
                    _told(IndicatorForm.base_fields[c.field], c)
                    for c in row.changes
                    if not c.field.startswith("t_")
                ],
            }
            for row in each.indicators
            if whole or row.kind != "same"
        ],
    }


def _told(field: Field, change: comparing.Change) -> tuple[Any, Any, Any]:
    """What changed, from what to what, in the words of the form that a person fills in."""
    words = _WORDS.get(change.field, {})
    return field.label, words.get(change.old, change.old), words.get(change.new, change.new)
