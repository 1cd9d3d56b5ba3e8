"""A race: acts that begin together, and what must come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

from tests.renaksi_web.office import Office, found

MANY: Final = 10
Act = Callable[[], Any]


class Race(NamedTuple):
    """Acts that begin together, how many of them succeed, and what must stand afterwards."""

    acts: list[Act]
    wins: int
    stands: Mapping[str, Callable[[], object]] = {}
    must: Mapping[str, object] = {}


def race(acts: Iterable[Act], wins: int, **stands: tuple[Callable[[], object], object]) -> Race:
    """A race with what must stand: a question and its answer, by name."""
    return Race(
        list(acts), wins, {k: q for k, (q, _) in stands.items()},
        {k: a for k, (_, a) in stands.items()},
    )  # fmt: skip


def kemangkon() -> Office:
    """An office with its people."""
    return found("Kecamatan Kemangkon", "Kabupaten Purbalingga")


def ten(act: Callable[[int], Any]) -> list[Act]:
    """The act by each of ten, who know their number."""
    return [partial(act, number) for number in range(MANY)]
