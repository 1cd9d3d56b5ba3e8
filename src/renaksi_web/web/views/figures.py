"""Where a printed figure comes from (*Angka ini dari mana?*): by its code, for its office alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from renaksi.diagnostics import RenaksiError
from renaksi_web.accounts.members import Member
from renaksi_web.refusals import NotFound
from renaksi_web.tracking.stated import Stated, stated
from renaksi_web.tracking.totals import Total, traced_total
from renaksi_web.tracking.tracing import STATED, Traced, look_up, rows_in_force, trace
from renaksi_web.web.answers import language
from renaksi_web.web.forms.figures import Code


def find(request: HttpRequest, member: Member) -> HttpResponse:
    """A field for the code; a known one leads to its figure."""
    form, status = Code(request.GET or None), 200
    if form.is_valid():
        code = form.cleaned_data["kode"]
        try:
            found = _found(member, code)
        except RenaksiError as error:
            form.add_error("kode", error.message(language()))
            status = 422
        else:
            return redirect("figure", member.organisation.slug, found.code)
    return render(request, "tracking/figures.html", {"form": form}, status=status)


def show(request: HttpRequest, member: Member, code: str) -> HttpResponse:
    """Version, formula, inputs and evidence of one figure."""
    found = _found(member, code)
    if isinstance(found, Total):
        return render(request, "tracking/total.html", {"found": found})
    if isinstance(found, Stated):
        return render(request, "tracking/stated.html", {"found": found})
    context = {"found": found, "span": found.span, "explanation": found.explained(language())}
    return render(request, "tracking/figure.html", context)


def _found(member: Member, code: str) -> Traced | Stated | Total:
    """An achievement of an indicator, what was stated of it, else a sum or a mean."""
    there = rows_in_force(member)
    try:
        wanted, row, name = look_up(member, code, there)
    except NotFound:
        return traced_total(member, code, there)
    made = stated if name.kind in STATED else trace
    return made(member, wanted, row, name)
