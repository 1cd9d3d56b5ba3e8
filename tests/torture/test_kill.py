"""`kill -9` at random moments while eight people save, prove and approve through the site.

`RENAKSI_TEST_KILLS` says how often (`make torture`: 200), `RENAKSI_TEST_SEED` repeats a run,
as far as processes can be repeated.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.renaksi_web.processes import Installation, empty_installations
from tests.torture.database import state_of
from tests.torture.judge import faults
from tests.torture.people import Browser, Driver, Gate, Person, Prover, Saver
from tests.torture.seed import ENTRIES
from tests.torture.site import PATIENCE, Site

KILLS = int(os.environ.get("RENAKSI_TEST_KILLS", "5"))
SEED = int(os.environ.get("RENAKSI_TEST_SEED", secrets.randbelow(10**6)))


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """An empty one on the kind of database that the tests run on, on a day in July 2022."""
    with empty_installations(tmp_path, ["torture"]) as (made,):
        made.environment["RENAKSI_TODAY"] = "2022-07-04"
        yield made


@pytest.fixture
def known(installation: Installation) -> Any:
    """What the seed told."""
    installation.command("migrate")
    return json.loads(installation.run("-m", "tests.torture.seed"))


@pytest.fixture
def site(installation: Installation, known: Any, tmp_path: Path) -> Iterator[Site]:
    """The site on it, serving."""
    made = Site(installation, tmp_path / "site.log")
    made.start()
    yield made
    made.stop()


def crew(site: Site, known: Any, gate: Gate, chance: random.Random) -> list[Person]:
    """Five who save, one who proves, two who take quarters through the workflow."""
    cells = iter(known["series"][ENTRIES:])
    five = [
        Saver(gate, chance.getrandbits(32), Browser(site, session), [next(cells) for _ in range(5)])
        for session in known["savers"]
    ]
    proved = Prover(gate, chance.getrandbits(32), Browser(site, known["prover"]), next(cells))
    who = {role: Browser(site, known[role]) for role in ("operator", "verifikator", "pimpinan")}
    drivers = [
        Driver(gate, chance.getrandbits(32), who, int(quarter[1])) for quarter in known["driven"]
    ]
    return [*five, proved, *drivers]


def test_nothing_acknowledged_is_lost_and_nothing_half_done_when_the_site_is_killed(
    installation: Installation, site: Site, known: Any
) -> None:
    chance, gate = random.Random(SEED), Gate()
    people = crew(site, known, gate, chance)
    for person in people:
        person.start()
    killed = {"worker": 0, "site": 0}
    for number in range(1, KILLS + 1):
        gate.open()
        time.sleep(chance.uniform(0.05, 0.6))
        killed[site.kill(chance)] += 1
        gate.shut()
        site.wait()
        failures = [person.failure for person in people if person.failure]
        assert failures == [], f"kill {number}, seed {SEED}"
        state = state_of(installation.url, known["organisation"])
        files = installation.var / "files"
        assert faults(state, people, files) == [], f"kill {number}, seed {SEED}"
    gate.open()
    time.sleep(1)  # and work goes on afterwards, however slow the machine
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not all(person.acts or person.failure for person in people):
        time.sleep(0.05)
    gate.shut()
    gate.end()
    assert [person.failure for person in people if person.failure] == [], f"seed {SEED}"
    state = state_of(installation.url, known["organisation"])
    assert faults(state, people, installation.var / "files") == []
    assert all(person.acts for person in people), [person.acts for person in people]
    assert "whole" in installation.command("audit", "verify")
    acts, broken = sum(p.acts for p in people), sum(p.broken for p in people)
    print(  # noqa: T201 the long run's result
        f"{sum(killed.values())} kills ({killed}), {acts} acts acknowledged, {broken} broken off,"
        f" {len(state.links)} events, seed {SEED}"
    )
