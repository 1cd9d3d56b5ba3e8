"""Locks hold on the server: every way to write × every state that is locked changes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from renaksi_web import clock
from renaksi_web.plans.models import Indicator
from renaksi_web.refusals import Refused
from renaksi_web.sheets.filled import Wanted, apply
from renaksi_web.tracking import evidence
from renaksi_web.tracking.models import Entry, Evidence
from renaksi_web.tracking.reporting import Change, describe, fill_in
from renaksi_web.web.urls import urlpatterns
from tests.renaksi_web.faults import everything
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)

WHERE: dict[str, Any] = {"year": 2022, "quarter": "q2"}
URL = {"office": "kemangkon", **WHERE}
LOCKED = ("submitted", "verified", "approved", "locked")


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.set_to(DAY):
        yield


@pytest.fixture
def entry(office: Office) -> Entry:
    """A reported cell with a proof."""
    windows_of(office)
    series = series_of(plan_of(office))[0]
    report_cells(office.operator, "q2", {series: "50"})
    evidence.add(by=office.operator, series=series, link="https://a.go.id", **WHERE)
    return Entry.objects.get()


def _filled_template(office: Office, entry: Entry) -> SimpleUploadedFile:
    data = client_of(office.operator).get(reverse("entry-template", kwargs=URL)).content
    book = openpyxl.load_workbook(io.BytesIO(data))
    row = next(
        r
        for r in book.active
        if str(r[11].value).endswith(f"/{entry.series_id}")  # type: ignore[union-attr]
    )
    row[7].value = "70"
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("isian.xlsx", out.getvalue())


def _posts(office: Office, entry: Entry) -> dict[str, Callable[[], Any]]:
    """Every form that writes to an entry, as a browser sends it."""
    client, one = client_of(office.operator), entry.series_id
    at = reverse("entry", kwargs={**URL, "series": one})
    proof = Evidence.objects.get().pk
    cell = {f"v{one}": "70", f"o{one}": f"{entry.version}:50"}
    row = {f"v{one}": "70", f"s{one}": str(entry.version), f"k{one}": "kendala", f"t{one}": ""}
    template = _filled_template(office, entry)
    text = SimpleUploadedFile("b.txt", b"bukti lain")
    return {
        "grid": lambda: client.post(reverse("report", kwargs=URL), cell),
        "cell": lambda: client.post(
            reverse("report", kwargs=URL), cell, headers={"HX-Request": "true"}
        ),
        "words": lambda: client.post(at, {"obstacle": "hujan", "follow_up": "", "note": ""}),
        "file": lambda: client.post(f"{at}bukti/", {"proofs": [text]}),
        "link": lambda: client.post(f"{at}bukti/", {"link": "https://b.go.id"}),
        "proof away": lambda: client.post(reverse("remove-evidence", args=["kemangkon", proof])),
        "template": lambda: client.post(reverse("upload-entries", kwargs=URL), {"file": template}),
        "apply": lambda: client.post(reverse("apply-entries", kwargs=URL), row),
    }


def _services(office: Office, entry: Entry) -> dict[str, Callable[[], Any]]:
    """The same as services, as a command or another page would call them."""
    by, one = office.operator, entry.series_id
    given = [evidence.Given("b.txt", b"bukti lain")]
    change = Change(one, "70", entry.version, {"obstacle": "hujan"})
    wanted = [Wanted(one, entry.version, "70", "hujan", "")]
    proof = Evidence.objects.get().pk
    return {
        "fill in": lambda: fill_in(by=by, changes=[change], **WHERE),
        "describe": lambda: describe(by=by, series=one, obstacle="hujan", **WHERE),
        "prove": lambda: evidence.add(by=by, series=one, files=given, **WHERE),
        "take away": lambda: evidence.remove(by=by, evidence_id=proof),
        "apply": lambda: apply(by=by, wanted=wanted, **WHERE),
    }


@pytest.mark.parametrize("state", LOCKED)
def test_nothing_that_was_sent_on_changes_by_any_form_or_service(
    office: Office, entry: Entry, state: str
) -> None:
    Entry.objects.update(state=state, submitted_by=office.operator.user)
    posts, acts = _posts(office, entry), _services(office, entry)
    before = everything()
    for name, send in posts.items():
        assert send().status_code in (200, 403, 409, 422), name
        assert everything() == before, name
    for name, act in acts.items():
        try:
            outcome = act()
        except Refused:
            pass
        else:
            assert name == "fill in"
            assert isinstance(outcome[entry.series_id], Refused)
        assert everything() == before, name


@pytest.mark.parametrize("day", [date(2022, 6, 1), date(2022, 8, 1)])
def test_a_draft_does_not_change_outside_its_window(
    office: Office, entry: Entry, day: date
) -> None:
    posts, acts = _posts(office, entry), _services(office, entry)
    before = everything()
    with clock.set_to(day):
        for name, run in posts.items() | acts.items():
            if name in ("proof away", "take away"):
                continue  # what was given too much may be taken back until it is sent
            with suppress(Refused):
                run()
            assert everything() == before, name


def test_every_way_to_write_an_unlocked_entry_does_change_it(office: Office, entry: Entry) -> None:
    """The forms above are right: each of them does something where nothing is locked."""
    for name in _posts(office, entry):
        entry.refresh_from_db()
        before = everything()
        _posts(office, entry)[name]()
        if name != "template":  # it is only looked at
            assert everything() != before, name
        Entry.objects.filter(pk=entry.pk).update(text="50", value="50", obstacle="")
        if not Evidence.objects.filter(removed_at=None).exists():
            Evidence.objects.update(removed_at=None, removed_by=None)
        Evidence.objects.exclude(link="https://a.go.id").delete()


WRITES_PLANS = ("plan.edit", "plan.verify", "plan.set", "plan.return", "plan.import")
# A plan in force is left as it is by these; they make another version or year.
MAKES_ANOTHER = {"plan-copy", "plan-new", "upload"}


@pytest.mark.parametrize("status", ["set", "superseded", "verified"])
def test_a_plan_that_is_no_draft_does_not_change_by_any_of_its_forms(
    office: Office, status: str
) -> None:
    plan = plan_of(office)
    type(plan).objects.update(
        status=status, set_by=office.pimpinan.user, set_at=clock.now(),
        verified_by=office.verifikator.user,
    )  # fmt: skip
    indicator = Indicator.objects.filter(element__plan=plan).first()
    assert indicator is not None
    parts = {"plan": plan.pk, "element": indicator.element_id, "indicator": indicator.pk}
    fields = {
        "name": "Diubah", "level": "goal", "unit": "Unit", "title": "Diubah", "arah": "naik",
        "t_q1": "99", "other": "2", "parent": "", "direction": "lower", "accumulation": "sum",
        "frequency": "yearly", "reason": "sebab", "element": str(indicator.element_id),
    }  # fmt: skip
    tried = 0
    clients = [client_of(member) for member in office.members()]
    before = everything()
    for page in urlpatterns:
        act = page.callback.acts.get("POST", "")  # type: ignore[attr-defined]
        if act not in WRITES_PLANS or "plan" not in page.pattern.converters:
            continue
        if page.name in MAKES_ANOTHER or (status == "verified" and page.name in _ONWARD):
            continue
        wanted = {key: parts[key] for key in page.pattern.converters if key in parts}
        url = reverse(str(page.name), kwargs={"office": "kemangkon", **wanted})
        for client in clients:
            assert client.post(url, fields).status_code < 500
            assert everything() == before, page.name
        tried += 1
    assert tried >= 10


_ONWARD = {"plan-set", "plan-return"}
