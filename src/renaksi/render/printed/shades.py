"""The colours of shaded cells, the same in every format: greys of levels, colours of bands."""

from __future__ import annotations

from typing import Final

from renaksi.reports.tree import Shade

FILLS: Final[dict[Shade, str]] = {
    "head": "D9E2EC",
    "total": "E9EEF3",
    "goal": "DFE7EE",
    "objective": "E9EFF4",
    "program": "F1F5F8",
    "sangat_tinggi": "0B4F8A",
    "tinggi": "5AA5D6",
    "sedang": "F2E6A0",
    "rendah": "E8963A",
    "sangat_rendah": "9C2F1F",
}
WHITE_INK: Final[frozenset[Shade]] = frozenset({"sangat_tinggi", "sangat_rendah"})
