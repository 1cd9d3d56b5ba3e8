"""The names of documents and of their choices, light enough for a command line to know them."""

from __future__ import annotations

from typing import Final

# What a person calls the document, and its module in `renaksi.reports.documents`.
REPORTS: Final = {
    "rencana-aksi": "action_plan",
}
DEFAULT: Final = "rencana-aksi"
LAYOUTS: Final = ("paired", "columns")
QUARTER_CELLS: Final = ("increments", "positions")
PAPERS: Final = ("a4", "f4")
