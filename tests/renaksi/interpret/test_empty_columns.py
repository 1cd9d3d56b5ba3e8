"""Rows below a header that tells nothing: their items belong nowhere, and nothing breaks."""

from __future__ import annotations

from renaksi.interpret.alignment import Spot, aligned
from renaksi.interpret.items import Item
from renaksi.interpret.levels import Levels
from renaksi.interpret.outline import Outline
from renaksi.model import Place


def test_without_columns_every_item_is_left_over() -> None:
    item = Item("text", "Dukungan pembangunan", 0, Place(1, 1))
    spot = Spot(Levels(Outline([]), None).sort(item), 0, (), False, (), False)
    assert aligned((), (spot, spot)).slots == (None, None)
