"""Taking away: the plan and what it reached as files and on paper; the entry template."""

from __future__ import annotations

from renaksi_web.web.access import FILE, page
from renaksi_web.web.urls import quarters  # noqa: F401 - addresses below speak of quarters
from renaksi_web.web.views import papers, sheets, writings

_PLAN = "opd/<slug:office>/rencana/<int:plan>"
_QUARTER = "<int:year>/<quarter:quarter>"
_REACHED = f"opd/<slug:office>/capaian/{_QUARTER}"
_ENTRIES = f"opd/<slug:office>/realisasi/{_QUARTER}/lembar"

pages = [
    page(f"{_PLAN}/unduh/", sheets.choose_of_plan, "take-away", "export.take"),
    page(f"{_PLAN}/unduh/<slug:kind>/", sheets.take_plan, "take-plan", "export.take"),
    page(f"{_PLAN}/resmi/", papers.choose, "papers", "export.take"),
    page(f"{_PLAN}/resmi/semua/", papers.take_all, "take-papers", "export.take"),
    page(f"{_PLAN}/resmi/<slug:document>/<slug:format>/", papers.take, "take-paper", "export.take"),
    page(
        f"{_PLAN}/naskah/<slug:document>/",
        writings.show,
        "writings",
        "export.take",
        post="writing.edit",
    ),
    page(f"{_PLAN}/cetak/", sheets.print_plan, "print-plan", "export.take"),
    page(f"{_REACHED}/unduh/<slug:kind>/", sheets.take_measured, "take-measured", "export.take"),
    page(f"{_REACHED}/cetak/", sheets.print_measured, "print-measured", "export.take"),
    page(f"{_ENTRIES}/", sheets.template, "entry-template", "export.take"),
    page(
        f"{_ENTRIES}/unggah/",
        sheets.upload,
        "upload-entries",
        "entry.edit",
        post="entry.edit",
        takes=FILE,
    ),
    page(f"{_ENTRIES}/terapkan/", sheets.apply, "apply-entries", "entry.edit", get=False),
]
