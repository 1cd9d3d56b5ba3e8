"""The names of documents and of their choices, light enough for a command line to know them."""

from __future__ import annotations

from typing import Final

# What a person calls the document, and its module in `renaksi.reports.documents`.
REPORTS: Final = {
    "rencana-aksi": "action_plan",
    "pengukuran-triwulan": "quarterly_measurement",
    "pengukuran-tahunan": "annual_measurement",
    "perjanjian-kinerja": "performance_agreement",
    "perjanjian-kinerja-perubahan": "revised_agreement",
    "iku": "key_indicators",
    "evaluasi-renja": "renja_evaluation",
    "pohon-kinerja": "performance_tree",
    "berita-acara": "approval_record",
    "laporan-kinerja": "performance_report",
}
REVISION: Final = "perjanjian-kinerja-perubahan"
AGREEMENTS: Final = ("perjanjian-kinerja", REVISION)
# Whose agreement: the head's and that of everybody below in one document.
EVERYBODY: Final = "semua"
DEFAULT: Final = "rencana-aksi"
LAYOUTS: Final = ("paired", "columns")
QUARTER_CELLS: Final = ("increments", "positions")
PAPERS: Final = ("a4", "f4", "a3")
