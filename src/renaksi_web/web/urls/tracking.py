"""Reporting a quarter, evidence, checking and approving."""

from __future__ import annotations

from renaksi_web.web.access import FILES, page
from renaksi_web.web.urls import quarters  # noqa: F401 - addresses below speak of quarters
from renaksi_web.web.views import check, evidence, measuring, money, report, windows

_QUARTER = "opd/<slug:office>/realisasi/<int:year>/<quarter:quarter>"
_ENTRY = f"{_QUARTER}/<int:series>"

pages = [
    page("opd/<slug:office>/jadwal/", windows.show, "windows", "window.set", post="window.set"),
    page(
        "opd/<slug:office>/cara-hitung/",
        measuring.show, "measuring", "entry.view", post="measuring.set",
    ),
    page(f"{_QUARTER}/", report.show, "report", "entry.view", post="entry.edit"),
    page(f"{_ENTRY}/", report.entry, "entry", "entry.view", post="entry.edit"),
    page(f"{_ENTRY}/bukti/", evidence.add, "add-evidence", "evidence.edit", get=False,
         takes=FILES),
    page("opd/<slug:office>/bukti/<int:proof>/", evidence.download, "evidence", "evidence.view"),
    page("opd/<slug:office>/bukti/<int:proof>/lihat/", evidence.look, "look", "evidence.view"),
    page(
        "opd/<slug:office>/bukti/<int:proof>/hapus/",
        evidence.remove, "remove-evidence", "evidence.edit", get=False,
    ),
    page(f"{_QUARTER}/anggaran/", money.spending, "spending", "entry.view", post="entry.edit"),
    page(f"{_QUARTER}/periksa/", check.show, "check", "entry.view"),
    page(f"{_QUARTER}/kirim/", check.step, "submit", "entry.submit", get=False),
    page(f"{_QUARTER}/tarik/", check.step, "withdraw", "entry.withdraw", get=False),
    page(f"{_QUARTER}/kembalikan/", check.step, "return", "entry.return", get=False),
    page(f"{_QUARTER}/verifikasi/", check.step, "verify", "entry.verify", get=False),
    page(f"{_QUARTER}/setujui/", check.step, "approve", "entry.approve", get=False),
    page(f"{_QUARTER}/kunci/", check.step, "lock", "entry.lock", get=False),
    page(f"{_QUARTER}/buka/", check.step, "reopen", "entry.reopen", get=False),
]  # fmt: skip
