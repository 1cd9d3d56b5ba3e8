"""Every address × method × person, from the resolver and the table of rights.

A new page is tested by being there: all that it needs is a line in `EXAMPLES`, and that
only where its address names more than the office.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import POLICY
from renaksi_web.web.urls import urlpatterns
from tests.renaksi_web.office import Office, client_of, found
from tests.renaksi_web.web.examples import EXAMPLES

PAGES = {str(pattern.name): pattern for pattern in urlpatterns}
OF_OFFICES = [name for name, page in PAGES.items() if "<slug:office>" in str(page.pattern)]
METHODS = ("GET", "POST")
Browsers = dict[Member, Client]


def _acts(page: URLPattern) -> dict[str, str]:
    return page.callback.acts  # type: ignore[attr-defined]


def _parts(name: str, office: Office) -> dict[str, Any]:
    return EXAMPLES[name](office) if name in EXAMPLES else {}


@pytest.fixture(scope="module")
def _offices(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Office, ...]]:
    """Made once; each test is a transaction within this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield (
            found("Kecamatan Kemangkon", "Kabupaten Purbalingga"),
            found("Kecamatan Bukateja", "Kabupaten Purbalingga"),
            found("Kecamatan Sumpiuh", "Kabupaten Banyumas"),
        )
        transaction.set_rollback(True)


@pytest.fixture
def office(_offices: tuple[Office, ...], db: None) -> Office:
    return _offices[0]


@pytest.fixture
def sibling(_offices: tuple[Office, ...], db: None) -> Office:
    return _offices[1]


@pytest.fixture
def stranger(_offices: tuple[Office, ...], db: None) -> Office:
    return _offices[2]


@pytest.fixture(scope="module")
def browsers(_offices: tuple[Office, ...], django_db_blocker: Any) -> Browsers:
    """Everybody's browser, signed in once."""
    with django_db_blocker.unblock():
        return {one: client_of(one) for office in _offices for one in office.members()}


def _status(client: Client, method: str, url: str) -> int:
    """The answer, with whatever it changed taken back, in the browser too."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        status = client.generic(
            method, url, content_type="application/x-www-form-urlencoded"
        ).status_code
        transaction.set_rollback(True)
    client.cookies = cookies
    return status


def test_every_address_is_a_page_of_the_policy() -> None:
    found: list[Any] = [*get_resolver().url_patterns]
    while found:
        pattern = found.pop()
        if isinstance(pattern, URLPattern):
            assert set(_acts(pattern).values()) <= POLICY.keys(), pattern
        else:
            found.extend(pattern.url_patterns)
    assert len(PAGES) == len(urlpatterns), "two addresses share a name"


@pytest.mark.parametrize("name", OF_OFFICES)
def test_an_offices_page_answers_each_person_as_the_policy_says(
    name: str, office: Office, sibling: Office, stranger: Office, browsers: Browsers
) -> None:
    url = reverse(name, kwargs={"office": office.organisation.slug, **_parts(name, office)})
    acts = _acts(PAGES[name])
    for method in METHODS:
        allowed = POLICY[acts[method]].roles if method in acts else frozenset()
        outsiders = 404 if method in acts else 405
        assert _status(Client(), method, url) == (302 if method in acts else 405)
        for outsider in (*sibling.members(), *stranger.members()):
            assert _status(browsers[outsider], method, url) == outsiders, (method, outsider)
        for member in office.members():
            status = _status(browsers[member], method, url)
            if method not in acts:
                assert status == 405
            elif member.roles & allowed:
                assert status < 500, (method, member.roles)
                assert status not in (403, 404, 405), (method, member.roles)
            else:
                assert status == 403, (method, member.roles)


@pytest.mark.parametrize("name", [name for name in OF_OFFICES if name in EXAMPLES])
def test_a_foreign_thing_under_ones_own_address_is_not_there(
    name: str, office: Office, sibling: Office, browsers: Browsers
) -> None:
    url = reverse(name, kwargs={"office": office.organisation.slug, **_parts(name, sibling)})
    for method, act in _acts(PAGES[name]).items():
        for member in office.members():
            if member.roles & POLICY[act].roles:
                assert _status(browsers[member], method, url) == 404, (method, member.roles)


@pytest.mark.parametrize("name", [n for n, page in PAGES.items() if n not in OF_OFFICES])
def test_a_page_beyond_offices_asks_for_a_sign_in_where_the_policy_does(
    name: str, office: Office, browsers: Browsers
) -> None:
    parts = dict.fromkeys(PAGES[name].pattern.converters, "tidak-ada")
    for method, act in _acts(PAGES[name]).items():
        asks = POLICY[act].reach == "signed_in"
        url = reverse(name, kwargs=parts)
        response = Client().generic(method, url)
        sent_to_sign_in = response.headers.get("Location", "").startswith(reverse("sign-in") + "?")
        assert sent_to_sign_in == asks or name == "home"
        assert _status(browsers[office.operator], method, url) < 500


def test_a_fragment_asked_for_without_a_session_is_401_so_that_the_page_can_ask_in_place(
    office: Office,
) -> None:
    url = reverse("office", args=[office.organisation.slug])
    assert Client().get(url, headers={"HX-Request": "true"}).status_code == 401


def test_a_refusal_names_who_can_help(office: Office) -> None:
    response = client_of(office.operator).get(reverse("people", args=[office.organisation.slug]))
    assert "Hanya admin yang dapat mengatur pengguna dan peran." in response.text
    assert "Yang dapat membantu: Admin." in response.text
