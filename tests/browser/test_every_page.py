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
from typing import Any, Final, NamedTuple

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, Response

from renaksi_web import clock
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
from tests.renaksi_web.office import DAY, Office, found, hire
from tests.renaksi_web.paper import KEMANGKON
from tests.renaksi_web.web.examples import EXAMPLES

LOOKS = list(product(("light", "dark"), (WIDE, PHONE)))

# Addresses that answer a file, or a fragment of a page that is there already.
FILES: Final = frozenset(
    {"document", "evidence", "look", "take-plan", "take-measured", "entry-template"}
)
FRAGMENTS: Final = frozenset({"nomenclature"})


class Visit(NamedTuple):
    """One page as somebody opens it."""

    path: str
    member: Member | None


def pages() -> list[str]:
    """The names of all addresses that show a page."""
    names = [str(p.name) for p in urlpatterns if "GET" in p.callback.acts]  # type: ignore[attr-defined]
    return [name for name in names if name not in FILES | FRAGMENTS]


def of_every_address() -> Iterator[Visit]:
    """Each page once, in an office of its own, by somebody who may see it."""
    acts = {str(p.name): p.callback.acts["GET"] for p in urlpatterns if "GET" in p.callback.acts}  # type: ignore[attr-defined]
    for number, name in enumerate(pages()):
        if name == "set-up":
            continue  # the first page of an empty installation has a test of its own
        office = found(f"Kecamatan {number}", "Kabupaten Purbalingga")
        if name == "link":
            with clock.set_to(DAY):
                token = services.invite(by=office.admin, name="Budi", role="operator")
            yield Visit(reverse(name, args=[token]), None)
        elif POLICY[acts[name]].reach == "anyone":
            yield Visit(reverse(name), None)
        elif POLICY[acts[name]].reach == "signed_in":
            yield Visit(reverse(name), office.admin)
        else:
            parts = EXAMPLES[name](office) if name in EXAMPLES else {}
            asked = {"office": office.organisation.slug, **parts}
            yield Visit(reverse(name, kwargs=asked), _who(office, acts[name]))


def _who(office: Office, act: str) -> Member:
    return next(member for member in office.members() if member.roles & POLICY[act].roles)


@pytest.fixture
def day(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the demonstration."""
    monkeypatch.setattr(settings, "RENAKSI_TODAY", date(2022, 10, 5))


@pytest.fixture
def demonstration(day: None) -> list[Visit]:
    """The full pages in every state, by each of the four people."""
    load({name: f"rahasia-{name}-2022" for name in NAMES}, KEMANGKON)
    people = {n: memberships(User.objects.get(username=n))[0] for n in NAMES}
    operator, base = people["operator"], "/opd/kemangkon"
    plan = set_plan(operator, 2022)
    states = {line.standing: line.row.series_id for line in report(operator, 2022, "q3").lines}
    visits = [Visit(f"{base}/", member) for member in people.values()]
    for quarter, member in product("1234", people.values()):
        visits.append(Visit(f"{base}/realisasi/2022/tw{quarter}/periksa/", member))
    visits += [
        Visit(f"{base}/realisasi/2022/tw{quarter}/", member)
        for quarter, member in (*product("1234", [operator]), ("3", people["pimpinan"]))
    ]
    visits += [
        Visit(f"{base}/realisasi/2022/tw3/{series}/", member)
        for series, member in product(states.values(), (operator, people["verifikator"]))
    ]
    visits += [
        Visit(f"{base}/{path}", people["pimpinan"])
        for path in (
            "capaian/2022/tw1/", "capaian/2022/tw3/", "capaian/2022/tw3/lembar/",
            "capaian/2022/tw3/cetak/", "capaian/2022/temuan/", "catatan/", "rencana/",
            f"rencana/{plan.pk}/", f"rencana/{plan.pk}/cetak/", f"rencana/{plan.pk}/unduh/",
            f"rencana/{plan.pk}/bandingkan/{plan.revises_id}/", "pengguna/", "tidak-ada/",
        )
    ]  # fmt: skip
    visits += [
        Visit(f"{base}/realisasi/2022/tw3/?tampil={view}", operator)
        for view in ("belum", "perbaikan", "bukti", "kendala")
    ]
    return visits


def faults(visit: Open, visits: list[Visit], **look: Any) -> list[str]:
    """What is wrong with these pages in one look: axe's findings and sideways scrolling."""
    opened: dict[int, Page] = {}
    wrong = []
    for path, member in visits:
        key = member.user.pk if member else 0
        page = opened.get(key) or opened.setdefault(key, visit("about:blank", member, **look))
        page.goto(path)
        wrong += [f"{path} {fault}" for fault in violations(page)]
        if sideways(page):
            wrong.append(f"{path} scrolls sideways by {sideways(page)} pixels")
    return wrong


def test_every_address_that_shows_a_page_is_visited(transactional_db: None) -> None:
    assert len(list(of_every_address())) == len(pages()) - 1
    assert {str(p.name) for p in urlpatterns} >= FILES | FRAGMENTS


@pytest.mark.parametrize(("colours", "viewport"), LOOKS)
def test_no_page_has_an_accessibility_fault_or_scrolls_sideways(
    transactional_db: None, visit: Open, colours: str, viewport: dict[str, int]
) -> None:
    visits = list(of_every_address())
    assert faults(visit, visits, color_scheme=colours, viewport=viewport) == []


@pytest.mark.parametrize(("colours", "viewport"), LOOKS)
def test_no_state_of_a_full_page_has_a_fault(
    demonstration: list[Visit], visit: Open, colours: str, viewport: dict[str, int]
) -> None:
    assert faults(visit, demonstration, color_scheme=colours, viewport=viewport) == []


def test_an_empty_installation_and_an_office_without_role_have_no_fault(
    transactional_db: None, visit: Open
) -> None:
    wrong = faults(visit, [Visit("/siapkan/", None)])
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    nobody = hire(office.organisation, "tamu", [])
    assert wrong + faults(visit, [Visit("/", nobody)], viewport=PHONE) == []


def weight(visit: Open, path: str, member: Member | None) -> tuple[int, int, int]:
    """Requests, bytes of HTML and of static files (gzip) of a first visit."""
    page = visit("about:blank", member)
    got: list[Response] = []

    def hear(answer: Response) -> None:
        got.append(answer)

    page.on("response", hear)
    page.goto(path, wait_until="networkidle")
    asked = [answer for answer in got if not answer.url.startswith("data:")]
    sizes = {a.url: len(gzip.compress(a.body())) for a in asked if a.status < 300}
    static = sum(size for url, size in sizes.items() if "/static/" in url)
    page.context.close()
    return len(asked), sum(sizes.values()) - static, static


def test_a_first_visit_to_any_page_asks_for_six_things_and_is_light(
    demonstration: list[Visit], visit: Open
) -> None:
    heavy = []
    full = {path.partition("?")[0]: member for path, member in demonstration}
    with clock.set_to(DAY):
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
