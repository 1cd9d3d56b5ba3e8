"""The judge of the torture finds what was lost or half-done: one that cannot is worth nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from renaksi_web.audit.chain import GENESIS, Link, digest
from tests.renaksi_web.processes import Installation, empty_installations
from tests.torture.database import State, state_of
from tests.torture.judge import faults
from tests.torture.people import Browser, Driver, Gate, Prover, Saver
from tests.torture.site import Site

# What a few people do, as services: a value, a proof, and a quarter up to its approval.
ACTS = """
import django; django.setup()
from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import member_of
from renaksi_web.tracking import evidence
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.workflow import move
who = lambda role: member_of(User.objects.get(username=role + ".kemangkon"), "kemangkon")
from tests.renaksi_web.office import report_cells
series = Entry.objects.order_by("pk").values_list("series_id", flat=True)[0]
report_cells(who("operator"), "q2", {series: "7"})
given = evidence.Given("a.txt", b"isi")
evidence.add(by=who("operator"), year=2022, quarter="q2", series=series, files=[given])
for role, act in (("operator", "submit"), ("verifikator", "verify"), ("pimpinan", "approve")):
    seen = dict(Entry.objects.filter(quarter="q1").values_list("pk", "version"))
    move(by=who(role), act="entry." + act, year=2022, quarter="q1", seen=seen)
"""


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One in which these acts were done."""
    with empty_installations(tmp_path_factory.mktemp("judge"), ["judge"]) as (made,):
        made.environment["RENAKSI_TODAY"] = "2022-07-04"
        made.command("migrate")
        made.known = json.loads(made.run("-m", "tests.torture.seed"))  # type: ignore[attr-defined]
        made.run("-c", ACTS)
        yield made


@pytest.fixture
def state(installation: Installation) -> State:
    """All of it."""
    return state_of(installation.url, installation.known["organisation"])  # type: ignore[attr-defined]


def chained(events: list[Any]) -> list[Link]:
    """The events as a whole chain, so that only what they say is wrong."""
    links, previous = [], GENESIS
    for number, event in enumerate(events, 1):
        payload = json.dumps(event | {"number": number})
        links.append(Link(number, payload, previous, digest(previous, payload)))
        previous = links[-1].hash
    return links


def without_last_event(state: State, act: str) -> State:
    """An act whose event did not arrive."""
    events = [json.loads(link.payload) for link in state.links]
    last = max(n for n, event in enumerate(events) if event["act"] == act)
    links = chained(events[:last] + events[last + 1 :])
    return state._replace(links=links, chain=(len(links), links[-1].hash))


def one(rows: list[tuple[Any, ...]], column: int, value: Any) -> list[tuple[Any, ...]]:
    """The rows with another value in one column of the last."""
    last = list(rows[-1])
    last[column] = value
    return [*rows[:-1], tuple(last)]


WRONG: dict[str, Callable[[State], State]] = {
    "holds 7 and no event": lambda s: without_last_event(s, "entry.edit"),
    "its last event says": lambda s: s._replace(entries=one(s.entries, 5, "8")),
    "is version": lambda s: s._replace(entries=one(s.entries, 7, 9)),
    "which is not there": lambda s: s._replace(entries=s.entries[:-1]),
    "frozen results for": lambda s: s._replace(results=[]),
    "its result does not": lambda s: s._replace(results=one(s.results, 2, False)),
    "what was frozen": lambda s: s._replace(
        results=one(s.results, 3, s.results[-1][3].replace('"5"', '"6"'))
    ),
    "transitions": lambda s: s._replace(transitions=s.transitions[:-1]),
    "begins where entry": lambda s: without_last_event(s, "entry.verify"),
    "several states": lambda s: s._replace(entries=one_state(s)),
    "the chain's head": lambda s: s._replace(chain=(s.chain[0] + 1, s.chain[1])),
    "was changed after": lambda s: s._replace(
        links=[s.links[0]._replace(payload=s.links[0].payload + " "), *s.links[1:]]
    ),
    "evidence that was added": lambda s: without_last_event(s, "evidence.edit"),
    "nothing refers to": lambda s: s._replace(evidence=[]),
    "is not the one that was kept": lambda s: s._replace(files=one(s.files, 2, "0" * 64)),
    "corrupt": lambda s: s._replace(unsound=["corrupt"]),
}


def one_state(state: State) -> list[tuple[Any, ...]]:
    """The entries, of which one of the approved was left behind."""
    first = next(row for row in state.entries if row[3] == "approved")
    behind = (*first[:3], "verified", *first[4:])
    return [behind if row is first else row for row in state.entries]


def test_an_undisturbed_installation_has_no_fault(installation: Installation, state: State) -> None:
    assert faults(state, [], installation.var / "files") == []


@pytest.mark.parametrize("word", WRONG)
def test_what_is_half_done_is_found(installation: Installation, state: State, word: str) -> None:
    found = faults(WRONG[word](state), [], installation.var / "files")
    assert any(word in fault for fault in found), found


def test_what_was_acknowledged_and_is_not_there_is_found(
    installation: Installation, state: State, tmp_path: Path
) -> None:
    browser = Browser(Site(installation, tmp_path / "log"), "")
    series = state.entries[-1][1]
    saver = Saver(Gate(), 1, browser, [series])
    files = installation.var / "files"
    assert any("0: was acknowledged, 1:7" in fault for fault in faults(state, [saver], files))
    saver.held[series] = "1:7"
    assert faults(state, [saver], files) == []
    saver.maybe[series] = "9"
    assert faults(state, [saver], files) == []
    saver.held[series] = "2:9"
    assert len(faults(state, [saver], files)) == 1
    driver = Driver(Gate(), 1, {}, 1)
    driver.state, driver.maybe = "approved", "locked"
    assert faults(state, [driver], files) == []
    driver.state = "locked"
    assert len(faults(state, [driver], files)) == 1
    prover = Prover(Gate(), 1, browser, series)
    assert len(faults(state, [prover], files)) == 1
    prover.maybe = {"a.txt"}
    assert faults(state, [prover], files) == []
