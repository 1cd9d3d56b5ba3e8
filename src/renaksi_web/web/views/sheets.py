"""Taking the plan and what it reached away, and bringing a filled entry template back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from renaksi.measure import measurement_to_json
from renaksi.quantity import show
from renaksi.quarter import ordinal
from renaksi.render import renderer
from renaksi_web.accounts.members import Member
from renaksi_web.plans import selectors
from renaksi_web.refusals import NotFound, Refused
from renaksi_web.sheets import filled
from renaksi_web.sheets.entry_template import entry_template
from renaksi_web.sheets.separated import separated
from renaksi_web.sheets.table import Table, Value, measured_table, plan_table, standing_of
from renaksi_web.sheets.workbook import MEDIA_TYPE, workbook
from renaksi_web.tracking.report import report, reports
from renaksi_web.tracking.selectors import actuals
from renaksi_web.web.answers import language
from renaksi_web.web.forms.sheets import FilledTemplate, wanted_of
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.wording import STATUSES

TYPES: Final = {
    "xlsx": MEDIA_TYPE,
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def choose_of_plan(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """What can be taken: this version, and for the one in force each quarter's results."""
    row = selectors.plan_row(member, plan)
    quarters = []
    if row.status == "set":
        quarters = [
            (found, *standing_of(found, language()))
            for found in reports(member, row.year).values()
            if found.is_open or any(line.is_filled for line in found.lines)
        ]
    return render(request, "sheets/choose.html", {"plan": row, "quarters": quarters})


def take_plan(_request: HttpRequest, member: Member, plan: int, kind: str) -> HttpResponse:
    """One version of a plan; as JSON and CSV by the core's renderers."""
    row = selectors.plan_row(member, plan)
    name = f"rencana-aksi-{member.organisation.slug}-{row.year}"
    if row.revision:
        name += f"-perubahan-{row.revision}"
    if kind == "xlsx":
        data = workbook(_plan_table(member, row), member.organisation.name, language())
    elif kind in ("csv", "json"):
        reported = actuals(member, row.year) if row.status == "set" else {}
        value = selectors.loaded(member, row, reported).plan
        data = renderer(kind).render([(value, ())], language())
    else:
        raise NotFound
    return _file(data, f"{name}.{kind}", TYPES[kind])


def take_measured(
    _request: HttpRequest, member: Member, year: int, quarter: str, kind: str
) -> HttpResponse:
    """The plan in force with what it reached."""
    found = report(member, year, quarter)
    makers: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: workbook(
            measured_table(found, language()), member.organisation.name, language()
        ),
        "csv": lambda: separated(measured_table(found, language()), language()),
        "json": lambda: _measured_json(found.measurement),
    }
    if kind not in makers:
        raise NotFound
    name = f"capaian-{member.organisation.slug}-{year}-tw{ordinal(quarter)}.{kind}"
    return _file(makers[kind](), name, TYPES[kind])


def _measured_json(measurement: Any) -> bytes:
    written = measurement_to_json(measurement, language())
    return json.dumps(written, ensure_ascii=False, indent=1).encode()


def print_plan(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """One version of a plan, for A4 landscape."""
    row = selectors.plan_row(member, plan)
    return _printed(request, _plan_table(member, row), row.pk)


def print_measured(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """The plan in force with what it reached, for A4 landscape."""
    found = report(member, year, quarter)
    return _printed(request, measured_table(found, language()), found.plan.pk)


def _printed(request: HttpRequest, table: Table, plan: int) -> HttpResponse:
    groups: list[list[Any]] = []
    for column in table.columns:
        if groups and column.group and groups[-1][0] == column.group:
            groups[-1][1] += 1
        else:
            groups.append([column.group, 1])
    rows = [(row.level, [_said(value) for value in row.values]) for row in table.rows]
    context = {"table": table, "groups": groups, "rows": rows, "plan": plan}
    return render(request, "sheets/print.html", context)


def _said(value: Value) -> tuple[str, str]:
    """The class and the text of a printed cell."""
    if isinstance(value, str):
        return "", value
    band = f" is-{value.band}" if value.band else ""
    return f"number{band}", show(value.value, language()) + value.mark


def _plan_table(member: Member, row: Any) -> Table:
    status = str(STATUSES[row.status])
    if row.revision:
        status += " · " + _("perubahan ke-%(number)s") % {"number": row.revision}
    plan = selectors.loaded(member, row).plan
    return plan_table(plan, status, language(), draft=row.status in ("draft", "verified"))


def template(_request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """The quarter's entry template."""
    data = entry_template(member, report(member, year, quarter))
    name = f"isian-{member.organisation.slug}-{year}-tw{ordinal(quarter)}.xlsx"
    return _file(data, name, MEDIA_TYPE)


def upload(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """A filled template: what it would change is shown, nothing is saved yet."""
    form = FilledTemplate(request.POST, request.FILES) if request.method == "POST" else None
    context: dict[str, Any] = {"report": report(member, year, quarter)}
    made: list[filled.Preview] = []

    def look(file: Any) -> None:
        made.append(filled.preview(member, year, quarter, file.read()))

    if form is not None and accepted(form, look):
        declined = [(row, row.reason.message(language())) for row in made[0].declined]
        context |= {"preview": made[0], "declined": declined}
        return render(request, "sheets/preview.html", context)
    return shown(request, "sheets/upload.html", form or FilledTemplate(), **context)


def apply(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """Save what was previewed: every row or none."""
    wanted = wanted_of(request.POST)
    try:
        count = filled.apply(by=member, year=year, quarter=quarter, wanted=wanted)
    except NotFound:
        raise
    except Refused as error:
        form = FilledTemplate({})
        form.errors.clear()
        form.add_error(None, error.message(language()))
        found = report(member, year, quarter)
        response = shown(request, "sheets/upload.html", form, report=found)
        response.status_code = error.status
        return response
    messages.success(request, _("%(count)s isian tersimpan.") % {"count": count})
    return redirect("report", office=member.organisation.slug, year=year, quarter=quarter)


def _file(data: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response
