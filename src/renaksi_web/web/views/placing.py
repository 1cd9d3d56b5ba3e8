"""A document of a year that has a plan: what it would change, and what becomes of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from renaksi_web.accounts.members import Member
from renaksi_web.plans import selectors
from renaksi_web.plans.review.sheet import plan_of
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services import importing, placing
from renaksi_web.refusals import NotFound, Refused
from renaksi_web.web.answers import language
from renaksi_web.web.views.plan_versions import compared


def place(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    """Compare with the plan that stands, then choose."""
    error: Refused | None = None
    if request.method == "POST":
        try:
            return _placed(request, member, imported)
        except NotFound:
            raise
        except Refused as refused:
            error = refused
    found = selectors.imported(member, imported)
    sheet, findings = importing.sheet_and_findings(found)
    plan, _keys = plan_of(sheet)
    difference = placing.difference(member, plan)
    if difference is None or found.state != "review":
        return redirect("import", office=member.organisation.slug, imported=imported)
    whole = request.GET.get("semua") == "1"
    context = {
        "imported": found,
        "old": difference.standing,
        "ways": difference.ways,
        "way": request.POST.get("way") or difference.ways[0],
        "reason": request.POST.get("reason", ""),
        "seen": f"{difference.standing.pk}:{difference.standing.version}",
        "waiting": review(sheet, findings, found.decisions).tasks.number,
        "error": error.message(language()) if error else "",
        **compared(difference.elements, whole),
    }
    status = error.status if error else 200
    return render(request, "imports/place.html", context, status=status)


def _placed(request: HttpRequest, member: Member, imported: int) -> HttpResponse:
    office = member.organisation.slug
    plan = importing.confirm(
        by=member,
        imported_id=imported,
        way=request.POST.get("way", "") or "none",
        reason=request.POST.get("reason", ""),
        seen=request.POST.get("seen", ""),
    )
    if plan is None:
        messages.success(request, _("Dokumen disimpan di samping rencana; rencananya tetap."))
        return redirect("import", office=office, imported=imported)
    if plan.revision:
        messages.success(request, _("Perubahan dibuka sebagai draf; target lama tetap tersimpan."))
    else:
        messages.success(request, _("Isi draf diganti dengan isi dokumen ini."))
    return redirect("plan", office=office, plan=plan.pk)
