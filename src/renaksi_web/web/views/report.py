"""Reporting a quarter: the grid of cells, one entry with all that belongs to it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from renaksi.quarter import QUARTERS
from renaksi_web.accounts.members import Member
from renaksi_web.files.kinds import SHOWN_IN_PLACE
from renaksi_web.refusals import NotFound
from renaksi_web.tracking import frozen, reporting
from renaksi_web.tracking.due import held_against, unassessed
from renaksi_web.tracking.evidence import evidence_of
from renaksi_web.tracking.history import history
from renaksi_web.tracking.original import original_line
from renaksi_web.tracking.report import Line, Report, report
from renaksi_web.web.access import is_partial
from renaksi_web.web.answers import language
from renaksi_web.web.forms.tracking import Description, Proofs
from renaksi_web.web.grid_page import grid_page
from renaksi_web.web.grid_row import Rows
from renaksi_web.web.stories import told
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """The grid; sent as a form, each changed cell is saved by itself."""
    typed = _changes(request.POST) if request.method == "POST" else {}
    outcomes: reporting.Outcomes = {}
    if request.method == "POST":
        changes = list(typed.values())
        outcomes = reporting.fill_in(by=member, year=year, quarter=quarter, changes=changes)
    status = max([refused.status if refused else 200 for refused in outcomes.values()], default=200)
    if is_partial(request) and typed:
        found = report(member, year, quarter, only=set(typed))
        rows = Rows(found, member.organisation.slug, typed, outcomes)
        saved = {"rows": [rows.row(line) for line in found.lines], "report": found}
        return render(request, "tracking/_saved.html", saved, status=status)
    if request.method == "POST" and status == 200:
        messages.success(request, _("%(count)s isian tersimpan.") % {"count": len(typed)})
        return redirect(request.get_full_path())
    found = report(member, year, quarter)
    chosen = request.GET.get("tampil", "")
    context = grid_page(found, chosen) | {"report": found}
    rows = Rows(found, member.organisation.slug, typed, outcomes)
    context["parts"] = [
        (heading, [rows.row(line) for line in lines]) for heading, lines in context["parts"]
    ]
    return render(request, "tracking/report.html", context, status=status)


def _changes(sent: QueryDict) -> dict[int, reporting.Change]:
    """Cells whose text is no longer what the server showed."""
    found: dict[int, reporting.Change] = {}
    for name, text in sent.items():
        series = name[1:]
        if name[:1] != "v" or not series.isdecimal() or len(series) > 15:
            continue
        version, _colon, origin = sent.get(f"o{series}", "0:").partition(":")
        if str(text).strip() != origin:
            seen = int(version) if version.isdecimal() and len(version) < 9 else 0
            found[int(series)] = reporting.Change(int(series), str(text), seen)
    return found


def entry(
    request: HttpRequest, member: Member, year: int, quarter: str, series: int
) -> HttpResponse:
    """One indicator's entry: what it means, obstacle and follow-up, evidence, history."""
    found = report(member, year, quarter, only={series})
    line = found.line(series)
    if line is None:
        raise NotFound
    held = {key: getattr(line.entry, key, "") for key in Description.base_fields}
    form = Description(request.POST if request.method == "POST" else None, initial=held)

    def put(**said: str) -> None:
        reporting.describe(by=member, year=year, quarter=quarter, series=series, **said)

    if accepted(form, put):
        messages.success(request, _("Keterangan tersimpan."))
        return redirect("entry", member.organisation.slug, year, quarter, series)
    return entry_page(request, member, found, line, form)


def entry_page(
    request: HttpRequest,
    member: Member,
    found: Report,
    line: Line,
    form: Description | None = None,
    proofs: Proofs | None = None,
) -> HttpResponse:
    """The page of one entry, whichever of its forms was sent."""
    held = {key: getattr(line.entry, key, "") for key in Description.base_fields}
    bound = form if form is not None and form.is_bound else proofs or Proofs()
    frozen_line = frozen.line_of(member, found, line)
    return shown(
        request,
        "tracking/_entry.html" if is_partial(request) else "tracking/entry.html",
        bound,
        description=form or Description(initial=held),
        proofs=proofs or Proofs(),
        partial=is_partial(request),
        report=found,
        line=line,
        editable=found.can_edit(line),
        frozen=frozen_line,
        quarters=[_quarter(line, key) for key in QUARTERS],
        original=original_line(member, found.plan, line.row.source),
        evidence=evidence_of(member, line.entry),
        shown_in_place=SHOWN_IN_PLACE,
        history=[told(story) for story in history(member, line.entry, found.window)],
        explanations=[
            found.explained(line, key, language()) for key in (line.quarter, "to_date", "year")
        ],
    )


def _quarter(line: Line, key: str) -> dict[str, object]:
    """One row of the table of the year."""
    indicator = line.indicator
    held = held_against(line.row, indicator, key)
    span = line.measured.spans[held]  # type: ignore[index]
    if key > line.quarter and span.state == "awaited":
        span = span._replace(state="not_scheduled")  # its time has not come
    return {
        "key": key,
        "target": indicator.target(held),
        "actual": indicator.actual(key),
        "span": span,
        "unassessed": unassessed(line.row, key),
    }
