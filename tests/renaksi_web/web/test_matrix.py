"""Every address × method × person, from the resolver and the table of rights.

A new page is tested by being there: all that it needs is a line in `EXAMPLES`, and that
only where its address names more than the office.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from renaksi_web.accounts.policy import POLICY
from renaksi_web.web.urls import urlpatterns
from tests.renaksi_web.office import Office, client_of
from tests.renaksi_web.web.examples import EXAMPLES

PAGES = {str(pattern.name): pattern for pattern in urlpatterns}
OF_OFFICES = [name for name, page in PAGES.items() if "<slug:office>" in str(page.pattern)]
METHODS = ("GET", "POST")


def _acts(page: URLPattern) -> dict[str, str]:
    return page.callback.acts  # type: ignore[attr-defined]


def _parts(name: str, office: Office) -> dict[str, Any]:
    return EXAMPLES[name](office) if name in EXAMPLES else {}


def _status(client: Client, method: str, url: str) -> int:
    """The answer, with whatever it changed taken back."""
    with transaction.atomic():
        status = client.generic(
            method, url, content_type="application/x-www-form-urlencoded"
        ).status_code
        transaction.set_rollback(True)
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
    name: str, office: Office, sibling: Office, stranger: Office
) -> None:
    url = reverse(name, kwargs={"office": office.organisation.slug, **_parts(name, office)})
    acts = _acts(PAGES[name])
    for method in METHODS:
        allowed = POLICY[acts[method]].roles if method in acts else frozenset()
        outsiders = 404 if method in acts else 405
        assert _status(Client(), method, url) == (302 if method in acts else 405)
        for outsider in (*sibling.members(), *stranger.members()):
            assert _status(client_of(outsider), method, url) == outsiders, (method, outsider)
        for member in office.members():
            status = _status(client_of(member), method, url)
            if method not in acts:
                assert status == 405
            elif member.roles & allowed:
                assert status < 500, (method, member.roles)
                assert status not in (403, 404, 405), (method, member.roles)
            else:
                assert status == 403, (method, member.roles)


@pytest.mark.parametrize("name", [name for name in OF_OFFICES if name in EXAMPLES])
def test_a_foreign_thing_under_ones_own_address_is_not_there(
    name: str, office: Office, sibling: Office
) -> None:
    url = reverse(name, kwargs={"office": office.organisation.slug, **_parts(name, sibling)})
    for method, act in _acts(PAGES[name]).items():
        for member in office.members():
            if member.roles & POLICY[act].roles:
                assert _status(client_of(member), method, url) == 404, (method, member.roles)


@pytest.mark.parametrize("name", [n for n, page in PAGES.items() if n not in OF_OFFICES])
def test_a_page_beyond_offices_asks_for_a_sign_in_where_the_policy_does(
    name: str, office: Office
) -> None:
    parts = dict.fromkeys(PAGES[name].pattern.converters, "tidak-ada")
    for method, act in _acts(PAGES[name]).items():
        asks = POLICY[act].reach == "signed_in"
        url = reverse(name, kwargs=parts)
        response = Client().generic(method, url)
        sent_to_sign_in = response.headers.get("Location", "").startswith(reverse("sign-in") + "?")
        assert sent_to_sign_in == asks or name == "home"
        assert _status(client_of(office.operator), method, url) < 500


def test_a_fragment_asked_for_without_a_session_is_401_so_that_the_page_can_ask_in_place(
    office: Office,
) -> None:
    url = reverse("office", args=[office.organisation.slug])
    assert Client().get(url, headers={"HX-Request": "true"}).status_code == 401


def test_a_refusal_names_who_can_help(office: Office) -> None:
    response = client_of(office.operator).get(reverse("people", args=[office.organisation.slug]))
    assert "Hanya admin yang dapat mengatur pengguna dan peran." in response.text
    assert "Yang dapat membantu: Admin." in response.text
