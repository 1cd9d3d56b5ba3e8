"""How large a body each address takes, and how a stranger's large body is answered."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse

from renaksi_web.accounts.policy import POLICY
from renaksi_web.serving import DOOR, KNOWN, SMALL, STRANGER
from renaksi_web.web.access import FILE, FILES, FORM
from renaksi_web.web.urls import urlpatterns
from tests.renaksi_web.office import Office, client_of

pytestmark = pytest.mark.django_db
FORM_TYPE = "application/x-www-form-urlencoded"
LARGE_PAGES = {
    "signatures": FILE, "office-data": FILE, "word-template": FILE, "upload-entries": FILE,
    "upload": FILES, "queues": FILES, "add-evidence": FILES,
}  # fmt: skip


def told(client: Client, address: str, length: int, **more: object):  # type: ignore[no-untyped-def]
    """The answer to a head that tells this length."""
    return client.generic("POST", address, b"", FORM_TYPE, CONTENT_LENGTH=str(length), **more)


def _usual(page: URLPattern) -> int:
    act = page.callback.acts.get("POST") or page.callback.acts["GET"]
    return SMALL if POLICY[act].reach == "anyone" else FORM


def test_only_pages_of_files_take_more_than_a_form() -> None:
    more = {p.name: p.callback.takes for p in urlpatterns if p.callback.takes != _usual(p)}
    assert more == LARGE_PAGES


def test_a_page_takes_what_it_says_and_no_byte_more(client: Client) -> None:
    address = reverse("sign-in")
    assert told(client, address, SMALL).status_code == 200
    refused = told(client, address, SMALL + 1)
    assert refused.status_code == 413
    assert "halaman ini menerima paling banyak 64 kB" in refused.text


def test_a_person_is_refused_by_the_size_of_the_page(office: Office) -> None:
    client = client_of(office.operator)
    refused = told(client, reverse("upload", args=["kemangkon"]), FILES + 1)
    assert refused.status_code == 413
    assert "paling banyak 400 MB" in refused.text
    assert told(client, reverse("upload", args=["kemangkon"]), FILES).status_code == 422


def test_a_fragment_is_refused_as_a_fragment(office: Office) -> None:
    address = reverse("measuring", args=["kemangkon"])
    refused = told(client_of(office.admin), address, FORM + 1, HTTP_HX_REQUEST="true")
    assert refused.status_code == 413
    assert "<html" not in refused.text


def test_a_strangers_large_form_meets_the_sign_in_page(client: Client) -> None:
    address = reverse("upload", args=["kemangkon"])
    assert told(client, address, 10**9).url.startswith(reverse("sign-in"))


@pytest.mark.parametrize("length", ["x", "-1", "9" * 30, "²"])
def test_a_length_that_makes_no_sense_is_too_much(client: Client, length: str) -> None:
    head = client.generic("POST", reverse("sign-in"), b"", FORM_TYPE, CONTENT_LENGTH=length)
    assert head.status_code == 413


def test_an_address_without_page_takes_little(client: Client) -> None:
    assert told(client, "/tidak/ada/", 10**6).status_code == 413
    assert told(client, reverse("account"), 10**6).status_code == 413


def test_a_body_without_length_is_not_begun(client: Client) -> None:
    head = client.post(reverse("sign-in"), HTTP_TRANSFER_ENCODING="chunked")
    assert head.status_code == 411


def test_at_the_door_a_head_is_judged_and_no_page_is_opened(office: Office) -> None:
    for client, who in ((Client(), STRANGER), (client_of(office.operator), KNOWN)):
        door: dict[str, str] = {}
        seen = told(client, reverse("signatures"), FILE, **{DOOR: door})
        assert door == {DOOR: who}
        assert seen.content == b""
    door = {}
    assert told(Client(), reverse("signatures"), FILE + 1, **{DOOR: door}).status_code == 413
    assert door == {}


def test_no_header_of_a_request_can_pretend_to_stand_at_the_door() -> None:
    assert DOOR not in RequestFactory(headers={DOOR: "1"}).get("/").META
