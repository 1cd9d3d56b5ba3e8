"""The table of rights, and the page that is made from it."""

from __future__ import annotations

import pytest

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Organisation, Role, User
from renaksi_web.accounts.policy import POLICY, allows, require
from renaksi_web.refusals import NotAllowed
from scripts.role_page import PAGE, role_page


def member(*roles: str, id: int = 1) -> Member:
    return Member(User(pk=id), Organisation(), frozenset(roles))


def test_nobody_verifies_or_approves_their_own_work() -> None:
    for act in ("entry.verify", "entry.approve", "plan.verify", "plan.set"):
        everything = member(*Role.values)
        assert allows(everything, act, authors=[2, None])
        assert not allows(everything, act, authors=[1])
        with pytest.raises(NotAllowed) as refused:
            require(everything, act, authors=[1])
        assert "kerjakan sendiri" in refused.value.message("id")


def test_a_refusal_says_who_may() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(member("operator"), "entry.return")
    assert (
        refused.value.message("id")
        == "Hanya verifikator atau pimpinan yang dapat mengembalikan realisasi."
    )
    assert refused.value.message("en") == "Only verifikator or pimpinan may return actuals."


def test_an_act_that_is_not_in_the_table_is_a_fault() -> None:
    with pytest.raises(KeyError):
        allows(member("admin"), "everything")


def test_every_act_of_members_names_a_role_and_no_other_does() -> None:
    for act in POLICY.values():
        assert bool(act.roles) == (act.reach == "member"), act.name


def test_the_page_of_roles_is_what_the_table_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == role_page(), "run `make docs`"
