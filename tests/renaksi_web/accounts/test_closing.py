"""An account is closed and opened again by an admin; its sessions end within one request."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from renaksi_web.accounts import selectors, services
from renaksi_web.accounts.models import Role, Session, User
from renaksi_web.audit.models import Event
from renaksi_web.refusals import NotAllowed, NotFound, Refused
from tests.renaksi_web.office import PASSWORD, Office, client_of, hire

HOME = "/opd/kemangkon/"


def post(office: Office, name: str, user: User) -> int:
    """What an admin's click answers."""
    url = reverse(name, args=["kemangkon", user.pk])
    return client_of(office.admin).post(url).status_code


def test_closing_ends_every_session_within_one_request(office: Office) -> None:
    user = office.operator.user
    browsers = [client_of(office.operator), client_of(office.operator)]
    assert [browser.get(HOME).status_code for browser in browsers] == [200, 200]
    assert post(office, "close-account", user) == 302
    assert [browser.get(HOME).status_code for browser in browsers] == [302, 302]
    assert not Session.objects.filter(user=user).exists()
    data = {"username": user.username, "password": PASSWORD}
    assert Client().post(reverse("sign-in"), data).status_code == 422


@pytest.mark.parametrize("end", ["close", "roles", "leave", "password"])
def test_whatever_ends_a_session_ends_it_before_the_next_save(office: Office, end: str) -> None:
    user, browser = office.operator.user, client_of(office.operator)
    assert browser.get(HOME).status_code == 200
    if end == "close":
        services.close_account(by=office.admin, user_id=user.pk)
    elif end == "roles":
        services.set_roles(by=office.admin, user_id=user.pk, roles=[Role.OPERATOR])
    elif end == "leave":
        kept = browser.cookies["sessionid"].value
        browser.post(reverse("sign-out"))
        browser.cookies["sessionid"] = kept
    else:
        token = services.link_for_password(by=office.admin, user_id=user.pk)
        services.reset_password(token=token, password="sandi baru yang panjang")  # noqa: S106
    fragment = browser.post(
        "/opd/kemangkon/realisasi/2022/tw2/", {"v1": "1"}, headers={"HX-Request": "true"}
    )
    assert fragment.status_code == 401


def test_a_closed_account_cannot_even_use_a_session_that_was_not_deleted(office: Office) -> None:
    browser = client_of(office.operator)
    User.objects.filter(pk=office.operator.user.pk).update(is_active=False)
    assert browser.get(HOME).status_code == 302


def test_an_opened_account_has_the_roles_that_it_had(office: Office) -> None:
    user = office.operator.user
    assert post(office, "close-account", user) == 302
    assert "Nonaktif" in client_of(office.admin).get(reverse("people", args=["kemangkon"])).text
    assert post(office, "reopen-account", user) == 302
    data = {"username": user.username, "password": PASSWORD}
    browser = Client()
    assert browser.post(reverse("sign-in"), data).status_code == 302
    assert browser.get(HOME).status_code == 200
    assert selectors.member_of(user, "kemangkon").roles == {"operator"}


def test_closing_and_opening_are_one_event_each_and_none_where_nothing_changes(
    office: Office,
) -> None:
    user = office.operator.user
    for act, expected in (
        (services.close_account, "people.close"),
        (services.reopen_account, "people.reopen"),
    ):
        for _ in range(2):
            act(by=office.admin, user_id=user.pk)
        assert Event.objects.latest("number").act == expected
    assert Event.objects.count() == 2
    page = client_of(office.admin).get(reverse("record", args=["kemangkon"])).text
    assert "menonaktifkan akun" in page
    assert "mengaktifkan akun" in page


def test_nobody_closes_their_own_account_or_the_last_admins(office: Office) -> None:
    with pytest.raises(Refused, match="your own account"):
        services.close_account(by=office.admin, user_id=office.admin.user.pk)
    second = hire(office.organisation, "dua", ["admin"])
    services.close_account(by=second, user_id=office.admin.user.pk)
    with pytest.raises(Refused, match="no admin"):
        services.set_roles(by=second, user_id=second.user.pk, roles=["operator"])
    services.reopen_account(by=second, user_id=office.admin.user.pk)
    services.set_roles(by=second, user_id=second.user.pk, roles=["operator"])


def test_only_an_admin_of_the_persons_only_office_may(office: Office, sibling: Office) -> None:
    user = office.operator.user
    with pytest.raises(NotAllowed):
        services.close_account(by=office.pimpinan, user_id=user.pk)
    with pytest.raises(NotFound):
        services.close_account(by=sibling.admin, user_id=user.pk)
    services.give(user, sibling.organisation, ["operator"])
    for by in (office.admin, sibling.admin):
        with pytest.raises(Refused, match="another office"):
            services.close_account(by=by, user_id=user.pk)
    user.refresh_from_db()
    assert user.is_active
    assert not Event.objects.exists()


def test_links_of_a_closed_account_let_nobody_in(office: Office) -> None:
    user = office.operator.user
    token = services.link_for_password(by=office.admin, user_id=user.pk)
    services.close_account(by=office.admin, user_id=user.pk)
    assert Client().get(reverse("link", args=[token])).status_code == 404
    with pytest.raises(Refused, match="closed"):
        services.link_for_password(by=office.admin, user_id=user.pk)
