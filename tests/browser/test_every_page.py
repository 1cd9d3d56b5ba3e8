"""Every page, from the table of addresses: readable by everybody, narrow, light, asking for little.

A new page is tested by being there. An office of its own is made for each address, so that
what one page needs never stands in another's way; the demonstration gives the full pages
and their states (locked, closed, awaited, refused, empty).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Final, NamedTuple

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
from tests.browser.conftest import PHONE, WIDE, Open, sideways, violations
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


def faults(visit: Open, visits: list[Visit]) -> list[str]:
    """What is wrong with these pages, wide and narrow, light and dark: axe's findings, scrolling.

    Each page is opened once and then looked at in each way; colours are all that the dark
    looks can get wrong anew.
    """
    opened: dict[int, Page] = {}
    wrong = []
    for path, member in visits:
        key = member.user.pk if member else 0
        page = opened.get(key) or opened.setdefault(key, visit("about:blank", member))
        page.goto(path)
        for viewport, colours in product((WIDE, PHONE), ("light", "dark")):
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            page.emulate_media(color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
            rules = ("color-contrast",) if colours == "dark" else ()
            look = f"{path} {colours} {viewport['width']}"
            wrong += [f"{look} {fault}" for fault in violations(page, rules)]
            if sideways(page):
                wrong.append(f"{look} scrolls sideways by {sideways(page)} pixels")
    return wrong


def test_what_shows_no_page_is_an_address() -> None:
    assert {str(p.name) for p in urlpatterns} >= FILES | FRAGMENTS


def test_no_page_has_an_accessibility_fault_or_scrolls_sideways(
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


def sent_empty(page: Page) -> list[int]:
    """The statuses that came when the page's form was sent empty, past the browser's checks."""
    statuses: list[int] = []

    def hear(answer: Response) -> None:
        statuses.append(answer.status)

    page.on("response", hear)
    page.evaluate(
        """() => {
            const form = document.querySelector('main form[method=post]');
            for (const field of form.querySelectorAll('input:not([type=hidden]), textarea')) {
                if (field.type !== 'checkbox' && field.type !== 'radio') field.value = '';
            }
        }"""
    )
    with page.expect_navigation():
        page.evaluate("document.querySelector('main form[method=post]').submit()")
    return statuses


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
    wrong, without = [], []
    for name, (path, member) in zip(shown_pages(), of_every_address("POST"), strict=True):
        if name not in both - COMPLETE:
            continue
        page = visit(path, member, viewport=PHONE)
        if not page.locator("main form[method=post]").count():
            without.append(name)
            continue
        if 422 not in sent_empty(page):
            wrong.append(f"{path} takes an empty form")
        elif not page.locator("main .invalid-feedback, main [role=alert]").count():
            wrong.append(f"{path} does not say what is wrong")
        wrong += [f"{path} {fault}" for fault in violations(page)]
        page.context.close()
    assert wrong == []
    assert without == []


def weight(visit: Open, path: str, member: Member | None) -> tuple[int, int, int]:
    """Requests, bytes of HTML as it is sent, and of static files (gzip) of a first visit."""
    page = visit("about:blank", member)
    got: list[Response] = []

    def hear(answer: Response) -> None:
        got.append(answer)

    page.on("response", hear)
    page.goto(path)
    asked = [answer for answer in got if not answer.url.startswith("data:")]
    html = sum(a.request.sizes()["responseBodySize"] for a in asked if "/static/" not in a.url)
    files = [a.body() for a in asked if "/static/" in a.url]
    page.context.close()
    return len(asked), html, sum(len(gzip.compress(file)) for file in files)


def test_a_first_visit_to_any_page_asks_for_six_things_and_is_light(
    demonstration: list[Visit], visit: Open
) -> None:
    heavy = []
    full = {path.partition("?")[0]: member for path, member in demonstration}
    every = [*full.items(), *of_every_address()]
    for path, member in every:
        requests, html, static = weight(visit, path, member)
        if requests > 6 or html > 25_000 or static > 75_000:
            heavy.append(f"{path}: {requests} requests, {html} of HTML, {static} of static files")
    assert heavy == []


FINGER: Final = 44
SMALL: Final = """(least) => [...document.querySelectorAll(
    'main button, main input:not([type=hidden]), main select, main summary, .frame a'
)].filter((one) => {
    const box = one.getBoundingClientRect();
    if (!one.checkVisibility({visibilityProperty: true}) || !box.width) return false;
    const label = one.closest('label');
    const high = Math.max(box.height, label ? label.getBoundingClientRect().height : 0);
    return high < least && one.type !== 'checkbox' && one.type !== 'radio';
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)} ` +
    Math.round(one.getBoundingClientRect().height))"""


def test_what_is_touched_is_large_enough(demonstration: list[Visit], visit: Open) -> None:
    small = []
    for path, member in [one for one in demonstration if "?" not in one.path][::3]:
        for viewport, least in ((WIDE, 24), (PHONE, FINGER)):
            page = visit(path, member, viewport=viewport)
            small += [f"{path} {one}" for one in page.evaluate(SMALL, least)]
            page.context.close()
    assert sorted(set(small)) == []
