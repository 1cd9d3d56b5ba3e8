"""Guessing is slowed by account and by address, and a victim is never locked out for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db.models import F
from django.test import Client
from django.urls import reverse

from renaksi_web.accounts import services
from renaksi_web.accounts.throttle import (
    AT_ONE_ACCOUNT,
    BY_ONE_ADDRESS,
    COOKIE,
    FROM_ONE_ADDRESS,
)
from tests.renaksi_web.office import PASSWORD, Office, hire

pytestmark = pytest.mark.django_db
VICTIM = "operator.kemangkon"


def sign_in(client: Client, username: str = VICTIM, password: str = PASSWORD) -> int:
    data = {"username": username, "password": password}
    return client.post(reverse("sign-in"), data).status_code


def at(address: str, **more: Any) -> Client:
    return Client(REMOTE_ADDR=address, **more)


def attacked(many: int = AT_ONE_ACCOUNT) -> int:
    """The victim's account is guessed at, each time from another address; the last answer."""
    statuses = [sign_in(at(f"10.9.{n // 250}.{n % 250}"), password="salah") for n in range(many)]  # noqa: S106
    return statuses[-1]


def later(minutes: int) -> None:
    """Time goes by for what axes remembers."""
    ago = timedelta(minutes=minutes)
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - ago)


def test_an_account_is_slowed_from_one_address(office: Office) -> None:
    client = at("10.1.1.1")
    answers = [sign_in(client, password="salah") for _ in range(FROM_ONE_ADDRESS)]  # noqa: S106
    assert answers == [422] * (FROM_ONE_ADDRESS - 1) + [429]
    assert sign_in(client) == 429
    assert sign_in(at("10.1.1.2")) == 302


def test_an_account_attacked_from_many_addresses_is_slowed_for_strangers(office: Office) -> None:
    assert attacked(AT_ONE_ACCOUNT - 1) == 422
    assert sign_in(at("10.8.1.1"), password="salah") == 429  # noqa: S106
    assert sign_in(at("10.8.1.2")) == 429
    assert sign_in(at("10.8.1.2"), "admin.kemangkon") == 302


def test_the_victim_comes_in_with_the_browser_that_they_use(office: Office) -> None:
    browser = at("10.1.1.1")
    assert sign_in(browser) == 302
    assert COOKIE in browser.cookies
    browser.post(reverse("sign-out"))
    assert attacked(2 * AT_ONE_ACCOUNT) == 429
    assert sign_in(browser) == 302
    travelling = at("10.2.2.2")
    travelling.cookies[COOKIE] = browser.cookies[COOKIE].value
    assert sign_in(travelling) == 302


def test_an_attack_from_the_offices_own_address_does_not_lock_known_browsers_out(
    office: Office,
) -> None:
    browser = at("10.1.1.1")
    assert sign_in(browser) == 302
    for _ in range(2 * FROM_ONE_ADDRESS):
        sign_in(at("10.1.1.1"), password="salah")  # noqa: S106
    assert sign_in(at("10.1.1.1")) == 429
    assert sign_in(browser) == 302


def test_a_link_of_the_admin_lets_the_victim_in_during_an_attack(office: Office) -> None:
    attacked()
    token = services.link_for_password(by=office.admin, user_id=office.operator.user.pk)
    new = at("10.3.3.3")
    answer = new.post(reverse("link", args=[token]), {"password": "sandi baru yang panjang"})
    assert answer.status_code == 302
    assert new.get(reverse("account")).status_code == 200
    new.post(reverse("sign-out"))
    assert sign_in(new, password="sandi baru yang panjang") == 302  # noqa: S106


def test_a_lock_ends_by_itself_even_while_the_attack_goes_on(office: Office) -> None:
    attacked()
    later(10)
    assert attacked(5) == 429
    later(6)
    assert sign_in(at("10.4.4.4")) == 302


def test_one_address_that_tries_many_accounts_is_slowed(office: Office) -> None:
    client = at("10.5.5.5")
    answers = [sign_in(client, f"nama{n}", "salah") for n in range(BY_ONE_ADDRESS)]
    assert answers == [422] * (BY_ONE_ADDRESS - 1) + [429]
    assert sign_in(client, "admin.kemangkon") == 429
    assert sign_in(at("10.5.5.6"), "admin.kemangkon") == 302


def test_signing_in_to_an_account_of_ones_own_does_not_clear_the_count(office: Office) -> None:
    hire(office.organisation, "penyerang", ["operator"])
    client = at("10.5.5.5")
    for n in range(BY_ONE_ADDRESS - 1):
        if n % 10 == 0:
            # A fresh browser each time, so that only the address is the same.
            assert sign_in(at("10.5.5.5"), "penyerang.kemangkon") == 302
        sign_in(client, f"nama{n}", "salah")
    assert sign_in(client, "lain", "salah") == 429


def test_a_known_browser_may_not_guess_on_and_on(office: Office) -> None:
    browser = at("10.1.1.1")
    sign_in(browser)
    browser.post(reverse("sign-out"))
    answers = [sign_in(browser, password="salah") for _ in range(FROM_ONE_ADDRESS + 1)]  # noqa: S106
    assert answers[-2:] == [429, 429]
    assert sign_in(browser) == 429
    later(16)
    assert sign_in(browser) == 302


def test_a_forged_or_foreign_cookie_makes_no_browser_known(office: Office) -> None:
    other = at("10.1.1.1")
    assert sign_in(other, "admin.kemangkon") == 302
    attacked()
    for cookie in (other.cookies[COOKIE].value, "x", "a:b:c", ""):
        browser = at("10.6.6.6")
        browser.cookies[COOKIE] = cookie
        assert sign_in(browser) == 429


def test_a_shared_computer_is_known_to_each_of_its_people(office: Office) -> None:
    shared = at("10.1.1.1")
    for name in ("admin.kemangkon", VICTIM):
        assert sign_in(shared, name) == 302
        shared.post(reverse("sign-out"))
    attacked()
    assert sign_in(shared) == 302
    assert VICTIM not in shared.cookies[COOKIE].value
