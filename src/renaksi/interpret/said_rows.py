"""Rows that say of what kind their values are: *Realisasi* below *Target*, beside the values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.interpret.header_words import Kind
from renaksi.interpret.items import Item

_SAID: Final[dict[str, Kind]] = {
    "target": "targets", "target kinerja": "targets", "rencana": "targets",
    "realisasi": "actuals", "realisasi kinerja": "actuals",
    "capaian": "achievement", "capaian (%)": "achievement", "% capaian": "achievement",
    "capaian kinerja": "achievement",
}  # fmt: skip
_LONGEST: Final = max(map(len, _SAID))
_VALUES: Final = ("figure", "pair")


def kind_said(items: Sequence[Item]) -> tuple[Kind | None, Sequence[Item]]:
    """The kind of values that a row states before them, and its items without that word."""
    if items[-1].kind not in _VALUES:
        return None, items
    for n, item in enumerate(items):
        if item.kind in _VALUES:
            break
        if item.kind == "text" and len(item.text) <= _LONGEST and item.number is None:
            kind = _SAID.get(item.text.lower())
            if kind is not None:
                return kind, [*items[:n], *items[n + 1 :]]
    return None, items
