"""What must hold after a kill: nothing acknowledged is lost, and nothing is half-done."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from renaksi_web.audit.chain import breaks
from tests.torture.database import State
from tests.torture.people import Driver, Person, Prover, Saver

_MOVES = ("submit", "withdraw", "return", "verify", "approve", "lock", "reopen")


def faults(state: State, people: Sequence[Person], files: Path) -> list[str]:
    """One sentence for each thing that does not hold; none where all is well."""
    events = [json.loads(link.payload) for link in state.links]
    found = list(state.unsound)
    found += [f"event {broken.number} {broken.what}" for broken in breaks(state.links)]
    last = (len(state.links), state.links[-1].hash)
    if last != state.chain:
        found.append(f"the chain's head says {state.chain}, its last event {last}")
    found += _values(state, events)
    found += _steps(state, events)
    found += _proofs(state, events, files)
    for person in people:
        found += _promises(state, person)
    return found


def _values(state: State, events: list[Any]) -> Iterator[str]:
    """Each entry is what the last event on it says, and has one event for each version."""
    told, edits = _told(events)
    proved = {row[0] for row in state.evidence}
    for pk, _series, quarter, _state, cell, text, value, version in state.entries:
        said = told.pop(str(pk), None)
        if version == 0:  # nothing was typed: it is there for its evidence alone
            if said is not None or cell != "missing" or pk not in proved:
                yield f"entry {pk} ({quarter}) was begun and not filled in"
        elif said is None:
            yield f"entry {pk} ({quarter}) holds {text} and no event says so"
        elif (said["state"], said["text"], said.get("value")) != (cell, text, value):
            yield f"entry {pk} ({quarter}) holds {text}, its last event says {said}"
        if edits[str(pk)] != version:
            yield f"entry {pk} ({quarter}) is version {version} by {edits[str(pk)]} events"
    for pk in told:
        yield f"an event speaks of entry {pk}, which is not there"


def _told(events: list[Any]) -> tuple[dict[str, Any], Counter[str]]:
    """What the last event says of each entry, and how many speak of it."""
    told: dict[str, Any] = {}
    edits: Counter[str] = Counter()
    for event in events:
        if event["act"] == "entry.edit":
            after, alone = event["after"], event["kind"] == "tracking.entry"
            by_entry = {event["object"]: after} if alone else after
            told |= by_entry
            edits.update(by_entry.keys())
    return told, edits


def _steps(state: State, events: list[Any]) -> Iterator[str]:
    """States, transitions, frozen results and events of the workflow say the same."""
    acts = [event["act"].removeprefix("entry.") for event in events]
    moves = [e for e, act in zip(events, acts, strict=True) if act in _MOVES]
    expected: dict[str, str] = {}
    steps: Counter[str] = Counter()
    for event in moves:
        for entry, end in event["after"].items():
            if expected.get(entry, event["before"][entry]) != event["before"][entry]:
                yield f"event {event['number']} begins where entry {entry} was not"
            expected[entry] = end
            steps[entry] += 1
    made = Counter(str(entry) for entry, *_ in state.transitions)
    if made != steps:
        yield f"transitions {made} for the steps {steps} of events"
    by_quarter: dict[str, set[str]] = defaultdict(set)
    for pk, _series, quarter, now, *_ in state.entries:
        by_quarter[quarter].add(now)
        if expected.get(str(pk), "draft") != now:
            yield f"entry {pk} is {now}, its last event says {expected.get(str(pk))}"
    for quarter, states in by_quarter.items():
        if len(states) > 1:
            yield f"{quarter} stands in several states: {sorted(states)}"
    yield from _frozen(state, by_quarter, acts.count("approve"))


def _frozen(state: State, by_quarter: dict[str, set[str]], approved: int) -> Iterator[str]:
    """One result for each approval, the last one holding exactly while the quarter is approved."""
    if len(state.results) != approved:
        yield f"{len(state.results)} frozen results for {approved} approvals"
    last: dict[str, tuple[bool, str]] = {}
    for quarter, number, holds, plan in state.results:
        if number != 1 + sum(row[0] == quarter and row[1] < number for row in state.results):
            yield f"{quarter}: the results are not numbered without a gap"
        last[quarter] = (bool(holds), plan)
    for quarter, states in by_quarter.items():
        holds, plan = last.get(quarter, (False, ""))
        if holds != (states <= {"approved", "locked"}):
            yield f"{quarter} is {sorted(states)} and its result {'holds' if holds else 'does not'}"
        if holds:
            values = Counter(row[5] for row in state.entries if row[2] == quarter)
            if values != _frozen_values(plan, quarter):
                yield f"{quarter}: what was frozen is not what was approved"


def _frozen_values(plan: str, quarter: str) -> Counter[str]:
    elements = json.loads(plan)["elements"]
    cells = [i.get("actuals", {}).get(quarter) for e in elements for i in e["indicators"]]
    return Counter(cell["text"] for cell in cells if cell)


def _proofs(state: State, events: list[Any], files: Path) -> Iterator[str]:
    """Each row of a file has its bytes, and each proof added or removed its event."""
    hashes = {}
    for pk, name, sha256 in state.files:
        path = files / name[:2] / name
        hashes[pk] = sha256
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            yield f"file {pk} is not the one that was kept"
    added: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    for event in events:
        if event["act"] == "evidence.edit":
            added.update(one["sha256"] for one in (event["after"] or {}).get("evidence", ()))
            removed.update(one["sha256"] for one in (event["before"] or {}).get("evidence", ()))
    if added != Counter(hashes[file] for *_, file in state.evidence):
        yield "evidence that was added is not what events say"
    if removed != Counter(hashes[file] for _e, _t, there, file in state.evidence if not there):
        yield "evidence that was removed is not what events say"
    if len(state.files) != len({file for *_, file in state.evidence}):
        yield "a file was kept that nothing refers to"


def _promises(state: State, person: Person) -> Iterator[str]:
    """What the person was told, or what they sent last and do not know of."""
    if isinstance(person, Saver):
        held = {row[1]: f"{row[7]}:{row[5]}" for row in state.entries if row[2] == "q2"}
        for series, known in person.held.items():
            there = held.get(series, "0:")
            version, _, text = known.partition(":")
            later = f"{int(version) + 1}:{person.maybe.get(series, text)}"
            if there not in (known, later if series in person.maybe else known):
                yield f"series {series}: {known} was acknowledged, {there} is there"
    elif isinstance(person, Driver):
        states = {row[3] for row in state.entries if row[2] == f"q{person.number}"}
        if not states <= {person.state, person.maybe}:
            yield f"tw{person.number}: {person.state} was acknowledged, {states} is there"
    elif isinstance(person, Prover):
        titles = {row[1] for row in state.evidence if row[2]}
        if titles - person.maybe != person.titles - person.maybe:
            yield f"evidence {person.titles} was acknowledged, {titles} is there"
