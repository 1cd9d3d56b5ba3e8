"""Checkpoints: how far each chain reached, signed and kept outside the database.

A chain alone cannot show that its last events were removed, or that all of it was written
anew; a line that was kept elsewhere can. Whoever keeps a copy of the file on another
machine can hold any later export against it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from renaksi_web.audit.chain import Break, Link, breaks, canonical

FILE: Final = "audit-checkpoints.jsonl"


class Checkpoint(NamedTuple):
    """A chain (``organisation`` None: the installation's) had this length and end at a moment."""

    organisation: int | None
    length: int
    head: str
    at: str


def line(checkpoint: Checkpoint, key: bytes) -> str:
    """One line of the file: the checkpoint and its signature."""
    return canonical({**checkpoint._asdict(), "signature": _signature(checkpoint, key)})


def read(lines: Iterable[str], key: bytes) -> Iterator[Checkpoint]:
    """The checkpoints of a file. Raises ValueError where a line was not signed with ``key``."""
    for number, text in enumerate(lines, 1):
        told = json.loads(text)
        signature = told.pop("signature", "")
        checkpoint = Checkpoint(**told)
        if not hmac.compare_digest(signature, _signature(checkpoint, key)):
            raise ValueError(
                f"Line {number} of the checkpoints was not written by this installation."
            )
        yield checkpoint


def append(folder: Path, checkpoints: Iterable[Checkpoint], key: bytes) -> None:
    """Add lines to the file, which only grows."""
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.writelines(line(checkpoint, key) + "\n" for checkpoint in checkpoints)


def breaks_against(links: Iterable[Link], checkpoints: Iterable[Checkpoint]) -> list[Break]:
    """What is wrong with a chain by itself, and against its own checkpoints."""
    events = list(links)
    found = list(breaks(events))
    hashes = {event.number: event.hash for event in events}
    for checkpoint in checkpoints:
        if checkpoint.length == 0:
            continue
        there = hashes.get(checkpoint.length)
        if there is None:
            what = f"was there on {checkpoint.at} and was removed"
            found.append(Break(checkpoint.length, what))
        elif there != checkpoint.head:
            found.append(
                Break(checkpoint.length, f"is not the one that was there on {checkpoint.at}")
            )
    return found


def _signature(checkpoint: Checkpoint, key: bytes) -> str:
    told = canonical(checkpoint._asdict()).encode()
    return hmac.new(key, b"renaksi audit checkpoint\n" + told, hashlib.sha256).hexdigest()
