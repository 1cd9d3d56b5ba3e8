"""The one table of the workflow: which act leads an entry from where to where."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi_web.tracking.models import Entry

State = Entry.State


class Step(NamedTuple):
    """An act of the policy, the states it starts from, and where it leads."""

    act: str
    start: frozenset[str]
    end: str
    needs_reason: bool = False


def _step(act: str, start: tuple[str, ...], end: str, *, reason: bool = False) -> Step:
    return Step(act, frozenset(start), end, reason)


_STEPS: Final = (
    _step("entry.submit", (State.DRAFT, State.RETURNED), State.SUBMITTED),
    _step("entry.withdraw", (State.SUBMITTED,), State.DRAFT),
    _step("entry.return", (State.SUBMITTED, State.VERIFIED), State.RETURNED, reason=True),
    _step("entry.verify", (State.SUBMITTED,), State.VERIFIED),
    _step("entry.approve", (State.VERIFIED,), State.APPROVED),
    _step("entry.lock", (State.APPROVED,), State.LOCKED),
    _step("entry.reopen", (State.APPROVED, State.LOCKED), State.RETURNED, reason=True),
)
TRANSITIONS: Final = {step.act: step for step in _STEPS}


def steps_from(state: str) -> list[Step]:
    """What can be done with an entry in this state, whoever may do it."""
    return [step for step in _STEPS if state in step.start]
