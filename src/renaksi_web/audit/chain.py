"""How an event is written down and hashed; pure, so that an export can be verified alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

from renaksi.quantity import plain

GENESIS: Final = "0" * 64


class Link(NamedTuple):
    """One event as the chain sees it."""

    number: int
    payload: str
    previous: str
    hash: str


class Break(NamedTuple):
    """Where a chain does not hold: the number of the event, and what is wrong there."""

    number: int
    what: str


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces and exact decimals: the same value is the same text."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"An audit record cannot hold a {type(value).__name__}")


def digest(previous: str, payload: str) -> str:
    """The hash of an event: over the hash before it and its payload."""
    return hashlib.sha256(f"{previous}\n{payload}".encode()).hexdigest()


def breaks(links: Iterable[Link]) -> Iterator[Break]:
    """Everything that shows tampering with events that should stand in order, from 1.

    An event that was changed, removed, put in or moved is found. Removed *last* events
    cannot be seen in the chain alone: compare its end with a checkpoint kept elsewhere.
    """
    previous, expected = GENESIS, 1
    for link in links:
        if link.number != expected:
            yield Break(expected, f"event {expected} is not there, {link.number} follows")
        if link.previous != previous:
            yield Break(link.number, "does not follow the event before it")
        if link.hash != digest(link.previous, link.payload):
            yield Break(link.number, "was changed after it was written")
        previous, expected = link.hash, link.number + 1
