"""Every page, from the table of addresses: readable by everybody, narrow, light, asking for little.

A new page is tested by being there. An office of its own is made for each address, so that
what one page needs never stands in another's way; the demonstration gives the full pages
and their states (locked, closed, awaited, refused, empty).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, Response

from renaksi_web.accounts import services
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import User
from renaksi_web.accounts.policy import POLICY
from renaksi_web.accounts.selectors import memberships
from renaksi_web.demonstration.accounts import NAMES
from renaksi_web.demonstration.loading import load
from renaksi_web.plans.selectors import set_plan
from renaksi_web.tracking.report import report
from renaksi_web.web.urls import urlpatterns
from tests.browser.conftest import PHONE, Open, looks, sign_in, violations
from tests.renaksi_web.office import Office, found, hire
from tests.renaksi_web.paper import KEMANGKON
from tests.renaksi_web.web.examples import EXAMPLES

# Addresses that answer a file, or a fragment of a page that is there already.
FILES: Final = frozenset(
    {
        "document", "evidence", "look", "take-plan", "take-measured", "entry-template",
        "take-paper", "take-papers", "page-picture", "office-logo", "take-bundle", "take-bundle-of",
        "take-word-template",
    }
)  # fmt: skip
FRAGMENTS: Final = frozenset({"nomenclature"})


class Visit(NamedTuple):
    """One page as somebody opens it."""

    path: str
    member: Member | None


def pages() -> list[str]:
    """The names of all addresses that show a page."""
    names = [str(p.name) for p in urlpatterns if "GET" in p.callback.acts]  # type: ignore[attr-defined]
    return [name for name in names if name not in FILES | FRAGMENTS]


def shown_pages() -> list[str]:
    """The same without the first page of an empty installation, which has a test of its own."""
    return [name for name in pages() if name != "set-up"]


def of_every_address(method: str = "GET") -> Iterator[Visit]:
    """Each page once, in an office of its own, by somebody who may do this there."""
    acts = {str(p.name): p.callback.acts for p in urlpatterns}  # type: ignore[attr-defined]
    for number, name in enumerate(shown_pages()):
        office = found(f"Kecamatan {number}", "Kabupaten Purbalingga")
        act = acts[name].get(method, acts[name]["GET"])
        if name == "link":
            token = services.invite(by=office.admin, name="Budi", role="operator")
            yield Visit(reverse(name, args=[token]), None)
        elif POLICY[act].reach == "anyone":
            yield Visit(reverse(name), None)
        elif POLICY[act].reach == "signed_in":
            yield Visit(reverse(name), office.admin)
        else:
            parts = EXAMPLES[name](office) if name in EXAMPLES else {}
            asked = {"office": office.organisation.slug, **parts}
            yield Visit(reverse(name, kwargs=asked), _who(office, act))


def _who(office: Office, act: str) -> Member:
    return next(member for member in office.members() if member.roles & POLICY[act].roles)


@pytest.fixture
def day(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the demonstration, which every page then tells."""
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "RENAKSI_TODAY", date(2022, 10, 5))


@pytest.fixture
def demonstration(day: None) -> list[Visit]:
    """The full pages in every state, by each of the four people."""
    load({name: f"rahasia-{name}-2022" for name in NAMES}, KEMANGKON)
    people = {n: memberships(User.objects.get(username=n))[0] for n in NAMES}
    operator, base = people["operator"], "/opd/kemangkon"
    plan = set_plan(operator, 2022)
    states = {line.standing: line.row.series_id for line in report(operator, 2022, "q3").lines}
    pimpinan = people["pimpinan"]
    visits = [Visit(f"{base}/", member) for member in people.values()]
    visits += [Visit(f"{base}/{path}", pimpinan) for path in _seen(plan.pk, plan.revises_id)]
    quarter = f"{base}/realisasi/2022/tw"
    visits += [Visit(f"{quarter}3/periksa/", member) for member in people.values()]
    visits += [Visit(f"{quarter}{number}/periksa/", pimpinan) for number in "124"]
    visits += [Visit(f"{quarter}{number}/", operator) for number in "1234"]
    visits += [Visit(f"{quarter}3/", pimpinan)]
    visits += [Visit(f"{quarter}3/{series}/", operator) for series in states.values()]
    visits += [Visit(f"{quarter}3/{states['submitted']}/", people["verifikator"])]
    for view in ("belum", "perbaikan", "bukti", "kendala"):
        visits.append(Visit(f"{quarter}3/?tampil={view}", operator))
    return visits


def _seen(plan: int, before: int | None) -> tuple[str, ...]:
    return (
        "capaian/2022/tw1/", "capaian/2022/tw3/", "capaian/2022/tw3/lembar/",
        "capaian/2022/tw3/cetak/", "capaian/2022/temuan/", "catatan/", "rencana/",
        f"rencana/{plan}/", f"rencana/{plan}/cetak/", f"rencana/{plan}/unduh/",
        f"rencana/{plan}/bandingkan/{before}/", "pengguna/", "tidak-ada/",
    )  # fmt: skip


class Walk:
    """One page of the browser that goes from visit to visit, and keeps nothing of the last.

    A context of its own for each would say the same, and take twice as long.
    """

    def __init__(self, visit: Open, **options: Any) -> None:
        self.page = visit("about:blank", **options)
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.answers: list[Response] = []
        self._packed: dict[str, int] = {}  # a static file is the same on every page
        self.page.on("response", self._hear)

    def _hear(self, answer: Response) -> None:
        self.answers.append(answer)

    def to(self, visit: Visit) -> Page:
        """The page as this person opens it for the first time."""
        self.page.context.clear_cookies()
        if visit.member is not None:
            sign_in(self.page.context, visit.member)
        self.answers.clear()
        self.page.goto(visit.path)
        return self.page

    def weight(self) -> tuple[int, int, int]:
        """Requests, bytes of HTML as it was sent, and of static files (gzip) of the last visit."""
        asked = [answer for answer in self.answers if not answer.url.startswith("data:")]
        html = sum(a.request.sizes()["responseBodySize"] for a in asked if "/static/" not in a.url)
        static = sum(self._size(a) for a in asked if "/static/" in a.url)
        return len(asked), html, static

    def _size(self, file: Response) -> int:
        if file.url not in self._packed:
            self._packed[file.url] = len(gzip.compress(file.body()))
        return self._packed[file.url]


def faults(visit: Open, visits: list[Visit]) -> list[str]:
    """What is wrong with these pages on a first visit: what it asks for, and its `looks`."""
    walk = Walk(visit)
    wrong: list[str] = []
    for one in visits:
        page = walk.to(one)
        requests, html, static = walk.weight()
        if requests > 6 or html > 25_000 or static > 75_000:
            wrong.append(f"{one.path}: {requests} requests, {html} of HTML, {static} of files")
        wrong += looks(page, one.path)
    return wrong


def test_what_shows_no_page_is_an_address() -> None:
    assert {str(p.name) for p in urlpatterns} >= FILES | FRAGMENTS


def test_no_page_has_an_accessibility_fault_scrolls_sideways_or_is_heavy(
    transactional_db: None, visit: Open
) -> None:
    assert faults(visit, list(of_every_address())) == []


def test_no_state_of_a_full_page_has_a_fault(demonstration: list[Visit], visit: Open) -> None:
    assert faults(visit, demonstration) == []


def test_an_empty_installation_and_an_office_without_role_have_no_fault(
    transactional_db: None, visit: Open
) -> None:
    wrong = faults(visit, [Visit("/siapkan/", None)])
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    nobody = hire(office.organisation, "pendamping", [])
    assert wrong + faults(visit, [Visit("/", nobody)]) == []


def sent_empty(walk: Walk) -> list[int]:
    """The statuses that came when the page's form was sent empty, past the browser's checks."""
    walk.page.evaluate(
        """() => {
            const form = document.querySelector('main form[method=post]');
            for (const field of form.querySelectorAll('input:not([type=hidden]), textarea')) {
                if (field.type !== 'checkbox' && field.type !== 'radio') field.value = '';
            }
        }"""
    )
    walk.answers.clear()
    with walk.page.expect_navigation():
        walk.page.evaluate("document.querySelector('main form[method=post]').submit()")
    return [answer.status for answer in walk.answers]


# Forms at an address of their own that may be sent as they are.
COMPLETE: Final = frozenset(
    {
        "report",
        "windows",
        "entry",
        "plan-describe",
        "import-place",
        "measuring",
        "office-data",
        "budgets",
        "spending",
        "office-staff",
        "charges",
        "renstra",
        "writings",
    }
)


def test_no_refused_form_has_a_fault_and_each_says_what_is_wrong(
    transactional_db: None, visit: Open
) -> None:
    both = {str(p.name) for p in urlpatterns if {"GET", "POST"} <= p.callback.acts.keys()}  # type: ignore[attr-defined]
    walk, wrong, without = Walk(visit, viewport=PHONE), [], []
    for name, (path, member) in zip(shown_pages(), of_every_address("POST"), strict=True):
        if name not in both - COMPLETE:
            continue
        page = walk.to(Visit(path, member))
        if not page.locator("main form[method=post]").count():
            without.append(name)
            continue
        if 422 not in sent_empty(walk):
            wrong.append(f"{path} takes an empty form")
        elif not page.locator("main .invalid-feedback, main [role=alert]").count():
            wrong.append(f"{path} does not say what is wrong")
        wrong += [f"{path} {fault}" for fault in violations(page)]
    assert wrong == []
    assert without == []
