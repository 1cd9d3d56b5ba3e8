"""Founding, inviting, giving roles: each act by the right person, once, with one event."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from renaksi_web import clock
from renaksi_web.accounts import selectors, services
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Invitation, Membership, User
from renaksi_web.audit.models import Event
from renaksi_web.refusals import NotAllowed, NotFound, Refused
from tests.renaksi_web.office import PASSWORD, Office, client_of, hire

FOUNDATION = {
    "government": "Kabupaten Purbalingga",
    "organisation": "Kecamatan Kemangkon",
    "head": "Camat",
    "name": "Siti Rahayu",
    "username": "siti.rahayu",
    "password": PASSWORD,
}


@pytest.mark.django_db
def test_an_empty_installation_is_founded_on_its_first_page_and_only_once(client: Client) -> None:
    assert client.get("/").url == reverse("set-up")
    founded = client.post(reverse("set-up"), FOUNDATION, follow=True)
    assert founded.redirect_chain[-1][0] == reverse("office", args=["kemangkon"])
    other = Client().post(reverse("set-up"), FOUNDATION | {"username": "lain"})
    assert other.url == reverse("sign-in")
    assert User.objects.count() == 1
    with pytest.raises(Refused):
        services.set_up(**FOUNDATION)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "typed"),
    [("password", "123"), ("username", "dua kata"), ("username", "123456"), ("government", "")],
)
def test_what_is_refused_in_founding_stays_typed_and_stores_nothing(
    client: Client, field: str, typed: str
) -> None:
    response = client.post(reverse("set-up"), FOUNDATION | {field: typed})
    assert response.status_code == 422
    assert "Siti Rahayu" in response.text
    assert not User.objects.exists()
    assert not selectors.installed()


def test_an_invited_colleague_joins_with_the_promised_role(office: Office, client: Client) -> None:
    token = services.invite(by=office.admin, name="Budi Santoso", role="verifikator")
    link = reverse("link", args=[token])
    assert "Budi Santoso" in client.get(link).text
    typed = {"username": "budi", "password": PASSWORD, "nip": "198001012005011001"}
    arrived = client.post(link, typed, follow=True)
    assert arrived.redirect_chain[-1][0] == reverse("office", args=["kemangkon"])
    member = selectors.member_of(User.objects.get(username="budi"), "kemangkon")
    assert member.roles == {"verifikator"}


def test_a_link_works_once_and_not_after_it_was_withdrawn_or_expired(office: Office) -> None:
    used = services.invite(by=office.admin, name="A", role="operator")
    services.join(token=used, username="a", password=PASSWORD)
    withdrawn = services.invite(by=office.admin, name="B", role="operator")
    services.withdraw_invitation(by=office.admin, invitation_id=Invitation.objects.latest("pk").pk)
    expired = services.invite(by=office.admin, name="C", role="operator")
    for token, later in ((used, 0), (withdrawn, 0), (expired, 8), ("guessed", 0)):
        with clock.set_to(clock.now() + timedelta(days=later)), pytest.raises(NotFound):
            services.join(token=token, username="x", password=PASSWORD)
    assert not User.objects.filter(username="x").exists()


def test_a_refused_join_leaves_the_link_usable(office: Office) -> None:
    token = services.invite(by=office.admin, name="A", role="operator")
    with pytest.raises(Refused):
        services.join(token=token, username="operator.kemangkon", password=PASSWORD)
    assert services.join(token=token, username="a", password=PASSWORD).username == "a"


def test_the_token_is_not_kept(office: Office) -> None:
    token = services.invite(by=office.admin, name="A", role="operator")
    assert token not in str(Invitation.objects.values())
    assert token not in str(Event.objects.values())


def test_a_password_link_sets_a_new_password_and_ends_the_sessions(office: Office) -> None:
    lost = client_of(office.operator)
    token = services.link_for_password(by=office.admin, user_id=office.operator.user.pk)
    new = "sandi yang lebih baru"
    services.reset_password(token=token, password=new)
    assert User.objects.get(pk=office.operator.user.pk).check_password(new)
    assert lost.get(reverse("account")).status_code == 302


def test_a_change_of_roles_ends_the_sessions_at_once(office: Office) -> None:
    client = client_of(office.operator)
    services.set_roles(
        by=office.admin, user_id=office.operator.user.pk, roles=["verifikator", "pimpinan"]
    )
    assert client.get(reverse("office", args=["kemangkon"])).status_code == 302
    member = selectors.member_of(office.operator.user, "kemangkon")
    assert member.roles == {"verifikator", "pimpinan"}


def test_somebody_without_a_role_is_out_of_the_office(office: Office) -> None:
    services.set_roles(by=office.admin, user_id=office.operator.user.pk, roles=[])
    with pytest.raises(NotFound):
        selectors.member_of(office.operator.user, "kemangkon")


def test_the_last_admin_stays(office: Office) -> None:
    with pytest.raises(Refused, match="no admin"):
        services.set_roles(by=office.admin, user_id=office.admin.user.pk, roles=["operator"])
    second = hire(office.organisation, "dua", ["admin"])
    services.set_roles(by=second, user_id=office.admin.user.pk, roles=["operator"])


def test_an_admin_of_one_office_has_no_hand_in_another(office: Office, sibling: Office) -> None:
    there = sibling.operator.user.pk
    for act in (
        lambda: services.set_roles(by=office.admin, user_id=there, roles=["admin"]),
        lambda: services.link_for_password(by=office.admin, user_id=there),
        lambda: selectors.colleague(office.admin, there),
    ):
        with pytest.raises(NotFound):
            act()
    assert not Event.objects.exists()


def test_only_an_admin_manages_people(office: Office) -> None:
    for member in (office.operator, office.verifikator, office.pimpinan):
        with pytest.raises(NotAllowed):
            services.invite(by=member, name="A", role="admin")
    assert not Invitation.objects.exists()


def test_each_act_on_people_gives_one_event(office: Office) -> None:
    def events(act) -> int:  # type: ignore[no-untyped-def]
        before = Event.objects.count()
        act()
        return Event.objects.count() - before

    user = office.operator.user
    token = services.invite(by=office.admin, name="A", role="operator")
    assert events(lambda: services.join(token=token, username="a", password=PASSWORD)) == 1
    assert events(lambda: services.invite(by=office.admin, name="A", role="operator")) == 1
    assert (
        events(lambda: services.set_roles(by=office.admin, user_id=user.pk, roles=["admin"])) == 1
    )
    assert events(lambda: services.link_for_password(by=office.admin, user_id=user.pk)) == 1
    change = {"old": PASSWORD, "new": "sandi baru yang panjang"}
    assert events(lambda: services.change_password(by=user, **change)) == 1


def test_a_member_of_two_offices_chooses(office: Office, sibling: Office) -> None:
    services.give(office.operator.user, sibling.organisation, ["verifikator"])
    page = client_of(office.operator).get("/")
    assert "Kecamatan Bukateja" in page.text
    assert "Kecamatan Kemangkon" in page.text
    roles = selectors.member_of(office.operator.user, "bukateja").roles
    assert roles == {"verifikator"}


def test_one_person_in_two_roles_is_one_member(office: Office) -> None:
    Membership.objects.create(
        user=office.operator.user, organisation=office.organisation, role="admin", since=clock.now()
    )
    (member,) = selectors.memberships(office.operator.user)
    assert member == Member(
        office.operator.user, office.organisation, frozenset({"operator", "admin"})
    )


def test_two_offices_of_one_name_get_two_addresses(office: Office) -> None:
    government = office.organisation.government
    again = services.found_organisation(government=government, name="Kemangkon")
    assert again.slug == "kemangkon-2"


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"username": "dua kata"}, "username", "satu kata"),
        ({"nip": "123"}, "nip", "NIP terdiri atas 18 angka."),
        ({"nik": "123"}, "nik", "NIK terdiri atas 16 angka."),
        ({"password": "pendek"}, "password", "sedikitnya 10 karakter"),
        ({"password": "budi.santoso1"}, "password", "terlalu mirip dengan nama, NIP, atau NIK"),
        ({"password": "12345678901"}, "password", "tidak boleh angka semua"),
        ({"username": ""}, "username", "Wajib diisi."),
    ],
)
def test_what_is_wrong_in_joining_is_said_beside_its_field(
    office: Office, client: Client, typed: dict[str, str], field: str, sentence: str
) -> None:
    token = services.invite(by=office.admin, name="Budi Santoso", role="operator")
    good = {"username": "budi.santoso", "nip": "", "nik": "", "password": PASSWORD}
    page = client.post(reverse("link", args=[token]), good | typed)
    assert page.status_code == 422
    _, _, beside = page.text.partition(f'id="id_{field}_errors">')
    assert sentence in beside.partition("</div>")[0]
    assert selectors.invitation_for(token).used_at is None


def test_a_weak_password_is_refused_in_the_language_of_whoever_reads(office: Office) -> None:
    token = services.invite(by=office.admin, name="Budi", role="operator")
    with pytest.raises(Refused) as refused:
        services.join(token=token, username="budi", password="1234")  # noqa: S106
    assert "at least 10 characters" in refused.value.message("en")
    assert "sedikitnya 10 karakter" in refused.value.message("id")


def test_ones_own_account_keeps_the_menu_of_the_only_office(office: Office) -> None:
    page = client_of(office.operator).get(reverse("account")).text
    assert f'href="{reverse("plans", args=["kemangkon"])}"' in page
    assert reverse("people", args=["kemangkon"]) not in page
