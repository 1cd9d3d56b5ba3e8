"""Coming in: by three names, slowed when guessed, ended when told."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from renaksi_web.accounts import services
from renaksi_web.accounts.models import Session, User
from renaksi_web.accounts.tokens import hashed
from tests.renaksi_web.office import PASSWORD, Office, client_of

pytestmark = pytest.mark.django_db


def sign_in(client: Client, username: str, password: str = PASSWORD):  # type: ignore[no-untyped-def]
    return client.post(reverse("sign-in"), {"username": username, "password": password})


@pytest.mark.parametrize(
    "typed",
    [
        "siti.rahayu",
        "SITI.Rahayu",
        "198001012005012001",
        "19800101 200501 2 001",
        "3303010101800001",
    ],
)
def test_a_name_a_nip_or_a_nik_signs_in(client: Client, typed: str) -> None:
    services.add_user(
        username="siti.rahayu", name="Siti", password=PASSWORD,
        nip="19800101 200501 2 001", nik="3303010101800001",
    )  # fmt: skip
    assert sign_in(client, typed).status_code == 302
    assert client.get(reverse("account")).status_code == 200


def test_a_wrong_password_keeps_the_name_and_says_one_sentence(
    office: Office, client: Client
) -> None:
    response = sign_in(client, "operator.kemangkon", "salah")
    assert response.status_code == 422
    assert "Nama pengguna atau kata sandi tidak cocok." in response.text
    assert 'value="operator.kemangkon"' in response.text


def test_an_unknown_name_is_answered_as_a_wrong_password(office: Office, client: Client) -> None:
    known, unknown = (
        sign_in(client, "operator.kemangkon", "x"),
        sign_in(client, "operator.nowhere1", "x"),
    )
    assert known.status_code == unknown.status_code == 422
    assert "tidak cocok" in unknown.text


def test_a_closed_account_does_not_sign_in(office: Office, client: Client) -> None:
    User.objects.filter(pk=office.operator.user.pk).update(is_active=False)
    assert sign_in(client, "operator.kemangkon").status_code == 422


def test_guessing_is_slowed_for_one_account_from_one_address_only(
    office: Office, client: Client
) -> None:
    for _ in range(8):
        last = sign_in(client, "operator.kemangkon", "salah")
    assert last.status_code == 429
    assert "Terlalu sering salah" in last.text
    assert sign_in(client, "operator.kemangkon").status_code == 429
    elsewhere = Client(REMOTE_ADDR="10.1.1.1")
    assert sign_in(elsewhere, "operator.kemangkon").status_code == 302
    assert sign_in(client, "admin.kemangkon").status_code == 302


def test_after_signing_in_one_arrives_where_one_wanted_to_go(
    office: Office, client: Client
) -> None:
    asked = client.get(reverse("people", args=["kemangkon"]))
    assert asked.status_code == 302
    form = client.get(asked.url)
    data = {"username": "admin.kemangkon", "password": PASSWORD, "next": form.context["next"]}
    assert client.post(reverse("sign-in"), data).url == reverse("people", args=["kemangkon"])


def test_nobody_is_sent_to_another_site(office: Office, client: Client) -> None:
    data = {"username": "admin.kemangkon", "password": PASSWORD, "next": "https://example.com/"}
    assert client.post(reverse("sign-in"), data).url == "/"


def test_signing_out_ends_the_session_on_the_server(office: Office, client: Client) -> None:
    sign_in(client, "operator.kemangkon")
    kept = client.cookies["sessionid"].value
    assert client.post(reverse("sign-out")).status_code == 302
    assert not Session.objects.filter(session_key=kept).exists()


def test_a_session_is_listed_with_its_browser_and_can_be_ended(
    office: Office, client: Client
) -> None:
    other = Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    sign_in(other, "operator.kemangkon")
    sign_in(client, "operator.kemangkon")
    page = client.get(reverse("account"))
    assert "Firefox, Windows" in page.text
    client.post(reverse("end-session", args=[hashed(other.cookies["sessionid"].value)]))
    assert other.get(reverse("account")).status_code == 302
    assert client.get(reverse("account")).status_code == 200


def test_nobody_ends_somebody_elses_session(office: Office, client: Client) -> None:
    sign_in(client, "operator.kemangkon")
    thief = client_of(office.admin)
    assert (
        thief.post(
            reverse("end-session", args=[hashed(client.cookies["sessionid"].value)])
        ).status_code
        == 404
    )
    assert client.get(reverse("account")).status_code == 200


def test_a_changed_password_ends_the_other_sessions_and_keeps_this_one(
    office: Office, client: Client
) -> None:
    other = Client()
    sign_in(other, "operator.kemangkon")
    sign_in(client, "operator.kemangkon")
    form = {"old": PASSWORD, "new": "sandi baru yang panjang"}
    assert client.post(reverse("password"), form).status_code == 302
    assert client.get(reverse("account")).status_code == 200
    assert other.get(reverse("account")).status_code == 302


def test_a_wrong_old_or_a_weak_new_password_changes_nothing(office: Office, client: Client) -> None:
    sign_in(client, "operator.kemangkon")
    wrong = client.post(reverse("password"), {"old": "x", "new": "sandi baru yang panjang"})
    weak = client.post(reverse("password"), {"old": PASSWORD, "new": "12345"})
    assert (wrong.status_code, weak.status_code) == (422, 422)
    assert "Kata sandi lama tidak cocok." in wrong.text
    assert User.objects.get(pk=office.operator.user.pk).check_password(PASSWORD)
