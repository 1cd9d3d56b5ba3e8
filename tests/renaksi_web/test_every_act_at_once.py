"""Each act of the policy, ten at once: no failure but a refusal, nothing lost, the chains whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from renaksi_web.accounts import services
from renaksi_web.accounts.models import Government
from renaksi_web.accounts.policy import POLICY
from renaksi_web.audit import selectors
from renaksi_web.audit.models import Chain
from renaksi_web.refusals import Refused
from tests.renaksi_web.office import PASSWORD
from tests.renaksi_web.race import MANY, Race
from tests.renaksi_web.races import RACES
from tests.renaksi_web.tracking.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)

# Acts that only look.
READS: Final = {
    "site.enter", "signature.check", "organisation.view", "plan.view", "entry.view",
    "evidence.view", "audit.view", "export.take",
}  # fmt: skip
_EACH: Final = [(act, number) for act, races in RACES.items() for number in range(len(races))]


@pytest.mark.parametrize("act", sorted(POLICY.keys() - READS))
def test_an_act_that_writes_has_its_race(act: str) -> None:
    assert RACES.get(act)


@pytest.mark.parametrize(("act", "number"), _EACH)
def test_ten_who_do_it_at_once_leave_it_whole(act: str, number: int) -> None:
    made: Callable[[], Race] = RACES[act][number]
    race = made()
    outcomes = at_once(race.acts)
    won = [outcome for outcome in outcomes if not isinstance(outcome, Refused)]
    assert len(won) == race.wins, outcomes
    assert {name: ask() for name, ask in race.stands.items()} == race.must
    assert_whole()


def test_an_installation_is_founded_once() -> None:
    def set_up(number: int) -> object:
        return services.set_up(
            government=f"Kabupaten {number}", organisation="Kecamatan Kemangkon",
            username=f"admin{number}", name="Admin", password=PASSWORD,
        )  # fmt: skip

    outcomes = at_once([lambda n=n: set_up(n) for n in range(MANY)])  # type: ignore[misc]
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == MANY - 1
    assert Government.objects.count() == 1
    assert_whole()


def assert_whole() -> None:
    """No chain is broken, and the installation has one at most."""
    assert [found for chain in selectors.chains() for found in selectors.verify(chain)] == []
    assert Chain.objects.filter(organisation=None).count() <= 1
