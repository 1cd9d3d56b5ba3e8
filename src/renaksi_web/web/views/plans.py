"""Plans of an office: which there are, one as a tree, a new one, a copy for another year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.plans import selectors
from renaksi_web.plans.services import editing, versions
from renaksi_web.web.forms.plans import CopyPlan, Described, NewPlan, Reason
from renaksi_web.web.plan_tree import severities, tree
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.wording import LEVEL_NAMES, STATUSES


def index(request: HttpRequest, member: Member) -> HttpResponse:
    """Every year with its versions, and documents that wait for review."""
    years: dict[int, list[Any]] = {}
    for row in selectors.plans(member):
        years.setdefault(row.year, []).append(row)
    context = {
        "years": years.items(),
        "waiting": selectors.imports_under_review(member),
        "statuses": STATUSES,
        "this_year": clock.today().year,
    }
    return render(request, "plans/index.html", context)


def show(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """One version as a tree; its findings beside what they speak of."""
    row = selectors.plan_row(member, plan)
    loaded = selectors.loaded(member, row)
    nodes = tree(loaded)
    every = selectors.versions(member, row)
    context = {
        "plan": row,
        "nodes": nodes,
        "indicator_count": len(loaded.indicators),
        "found": severities(nodes),
        "versions": every,
        "this": next(version for version in every if version.pk == row.pk),
        "origin": selectors.origin(member, row),
        "others": [o for o in selectors.plans(member) if (o.year, o.kind) != (row.year, row.kind)],
        "returned": selectors.returns(member, [row]).get(row.pk),
        "beside": selectors.kept_beside(member, row),
        "editable": row.is_draft and "operator" in member.roles,
        "status": STATUSES[row.status],
        "statuses": STATUSES,
        "reason_form": Reason(),
        "levels": LEVEL_NAMES.items(),
    }
    return render(request, "plans/plan.html", context)


def start(request: HttpRequest, member: Member) -> HttpResponse:
    """A new plan from nothing."""
    fresh = NewPlan(initial={"year": clock.today().year})
    form = NewPlan(request.POST) if request.method == "POST" else fresh
    return _made(request, member, form, "plans/new.html", versions.start)


def copy(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """*Salin ke 2023*."""
    row = selectors.plan_row(member, plan)
    fresh = CopyPlan(initial={"year": row.year + 1, "keep_targets": True})
    form = CopyPlan(request.POST) if request.method == "POST" else fresh

    def make(*, by: Member, **given: Any) -> Any:
        made = versions.copy(by=by, plan_id=plan, **given)
        messages.success(request, _("Rencana disalin sebagai draf %(year)s.") % {"year": made.year})
        return made

    return _made(request, member, form, "plans/copy.html", make, plan=row)


def describe(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """Title and office of a draft."""
    row = selectors.plan_row(member, plan)
    known = {"title": row.title, "office_name": row.office_name}
    form = Described(request.POST) if request.method == "POST" else Described(initial=known)

    def act(**given: Any) -> None:
        editing.describe(by=member, plan_id=plan, **given)

    if form.is_bound and accepted(form, act):
        return redirect("plan", office=member.organisation.slug, plan=plan)
    return shown(request, "plans/describe.html", form, plan=row)


def delete(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """A draft that nobody needs."""
    editing.delete(by=member, plan_id=plan)
    messages.success(request, _("Draf dihapus."))
    return redirect("plans", office=member.organisation.slug)


def _made(
    request: HttpRequest, member: Member, form: Any, template: str, make: Callable[..., Any],
    **context: Any,
) -> HttpResponse:  # fmt: skip
    """Make a plan and open it."""
    made: list[Any] = []

    def act(**given: Any) -> None:
        made.append(make(by=member, **given))

    if form.is_bound and accepted(form, act):
        return redirect("plan", office=member.organisation.slug, plan=made[0].pk)
    return shown(request, template, form, **context)
