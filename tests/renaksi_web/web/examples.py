"""For each address with parts beyond the office: which things of an office to open it with.

An address that has no line here fails the matrix. The function gets an office and makes
what it needs there; the same things, under another office's address, must answer 404.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from renaksi_web import clock
from renaksi_web.accounts import selectors, services
from renaksi_web.bundles import making
from renaksi_web.bundles import services as services_of_bundles
from renaksi_web.offices.services import enter
from renaksi_web.offices.word_template import enter_template
from renaksi_web.plans import reading_on
from renaksi_web.plans.models import QueuedFile
from renaksi_web.plans.services import importing, queueing
from renaksi_web.tracking import evidence, tracing
from tests.renaksi.formats.known_plans import written
from tests.renaksi.render.printed.test_word_template import template
from tests.renaksi_web.office import (
    DAY,
    PIXEL,
    Office,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.paper import PAPER, brought_in

Example = Callable[[Office], dict[str, Any]]


def _colleague(office: Office) -> dict[str, Any]:
    return {"user": office.operator.user.pk}


def _invitation(office: Office) -> dict[str, Any]:
    services.invite(by=office.admin, name="Budi", role="operator")
    return {"invitation": selectors.open_invitations(office.admin)[0].pk}


def _import(office: Office) -> dict[str, Any]:
    return {"imported": brought_in(office).pk}


def _document(office: Office) -> dict[str, Any]:
    return {"document": brought_in(office).document_id}


def _picture(office: Office) -> dict[str, Any]:
    imported = importing.bring_in(
        by=office.operator, data=written("pdf", 3)[1], filename="rencana.pdf"
    )
    return {"document": imported.document_id, "page": 1}


def _queue(office: Office) -> dict[str, Any]:
    files = [queueing.Dropped("rencana.txt", PAPER.encode())]
    queue = queueing.drop(by=office.operator, files=files)
    reading_on.read_next()
    return {"queue": queue.pk}


def _queued(office: Office) -> dict[str, Any]:
    named = _queue(office)
    return {**named, "file": QueuedFile.objects.get(queue=named["queue"]).pk}


def _plan(office: Office) -> dict[str, Any]:
    return {"plan": plan_of(office, status="draft").pk}


def _two_plans(office: Office) -> dict[str, Any]:
    plan = plan_of(office)
    return {"plan": plan.pk, "other": plan.pk}


def _element(office: Office) -> dict[str, Any]:
    plan = plan_of(office, status="draft")
    return {"plan": plan.pk, "element": plan.elements.get(key="b").pk}


def _indicator(office: Office) -> dict[str, Any]:
    plan = plan_of(office, status="draft")
    return {"plan": plan.pk, "indicator": plan.elements.get(key="b").indicators.get().pk}


def _quarter(office: Office) -> dict[str, Any]:
    plan_of(office)
    windows_of(office)
    return {"year": 2022, "quarter": "q2"}


def _year(office: Office) -> dict[str, Any]:
    plan_of(office)
    return {"year": 2022}


def _entry(office: Office) -> dict[str, Any]:
    plan = plan_of(office)
    windows_of(office)
    series = series_of(plan)[0]
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series: "55"})
    return {"year": 2022, "quarter": "q2", "series": series}


def _proof(office: Office) -> dict[str, Any]:
    named = _entry(office)
    with clock.set_to(DAY):
        added = evidence.add(by=office.operator, files=[evidence.Given("a.txt", b"isi")], **named)
    return {"proof": added[0].pk}


def _plan_file(office: Office) -> dict[str, Any]:
    return {"plan": plan_of(office).pk, "kind": "xlsx"}


def _paper(office: Office) -> dict[str, Any]:
    return {"plan": plan_of(office).pk, "document": "rencana-aksi", "format": "pdf"}


def _written(office: Office) -> dict[str, Any]:
    return {"plan": plan_of(office).pk, "document": "laporan-kinerja"}


def _logo(office: Office) -> dict[str, Any]:
    enter(by=office.admin, seen=0, texts={}, signing={}, logo=PIXEL)
    return {}


def _figure(office: Office) -> dict[str, Any]:
    plan = plan_of(office)
    codes = tracing.codes_of(office.operator, plan, "q2")
    return {"code": next(iter(codes.values()))}


def _quarter_file(office: Office) -> dict[str, Any]:
    return {**_quarter(office), "kind": "xlsx"}


def _template(office: Office) -> dict[str, Any]:
    enter_template(by=office.admin, data=template())
    return {}


def _bundle(office: Office) -> dict[str, Any]:
    plan_of(office)
    bundle = services_of_bundles.order(by=office.admin, year=2022, formats=["html"])
    while making.make_next():
        pass
    return {"bundle": bundle.pk}


def _bundled(office: Office) -> dict[str, Any]:
    return {**_bundle(office), "of": office.organisation.slug}


EXAMPLES: Final[dict[str, Example]] = {
    "set-roles": _colleague,
    "password-link": _colleague,
    "close-account": _colleague,
    "reopen-account": _colleague,
    "withdraw-invitation": _invitation,
    "document": _document,
    "page-picture": _picture,
    "queue": _queue,
    "queue-hand-over": _queue,
    "queue-put-aside": _queued,
    **dict.fromkeys(
        (
            "import",
            "import-correct",
            "import-decide",
            "import-take-back",
            "import-confirm",
            "import-give-up",
            "import-undo",
            "import-remember",
            "import-place",
        ),
        _import,
    ),
    **dict.fromkeys(
        (
            "plan",
            "plan-describe",
            "budgets",
            "charges",
            "renstra",
            "plan-delete",
            "plan-copy",
            "plan-verify",
            "plan-set",
            "plan-return",
            "plan-revise",
            "element-new",
            "nomenclature",
        ),
        _plan,
    ),
    "plan-compare": _two_plans,
    **dict.fromkeys(("element", "element-move", "element-remove", "indicator-new"), _element),
    **dict.fromkeys(
        (
            "indicator-edit",
            "indicator-check",
            "indicator-move",
            "indicator-join",
            "indicator-remove",
        ),
        _indicator,
    ),
    "report": _quarter,
    "spending": _quarter,
    "entry": _entry,
    "add-evidence": _entry,
    "evidence": _proof,
    "look": _proof,
    "remove-evidence": _proof,
    "check": _quarter,
    "submit": _quarter,
    "withdraw": _quarter,
    "return": _quarter,
    "verify": _quarter,
    "approve": _quarter,
    "lock": _quarter,
    "reopen": _quarter,
    "glance": _quarter,
    "paper": _quarter,
    "findings": _year,
    "plan-findings": _plan,
    "take-away": _plan,
    "take-plan": _plan_file,
    "papers": _plan,
    "take-paper": _paper,
    "take-papers": _plan,
    "writings": _written,
    "print-plan": _plan,
    "take-measured": _quarter_file,
    "print-measured": _quarter,
    "entry-template": _quarter,
    "upload-entries": _quarter,
    "apply-entries": _quarter,
    "office-logo": _logo,
    "figure": _figure,
    "take-word-template": _template,
    "bundle": _bundle,
    "take-bundle": _bundle,
    "take-bundle-of": _bundled,
    "remove-bundle": _bundle,
}
