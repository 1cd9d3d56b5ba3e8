"""What an office sees: tasks, achievement, the plan as the paper shows it, findings, history."""

from __future__ import annotations

from renaksi_web.web.access import page
from renaksi_web.web.urls import quarters  # noqa: F401 - addresses below speak of quarters
from renaksi_web.web.views import figures, overview

_YEAR = "opd/<slug:office>/capaian/<int:year>"

pages = [
    page("opd/<slug:office>/", overview.tasks, "office", "organisation.view"),
    page(f"{_YEAR}/<quarter:quarter>/", overview.glance, "glance", "entry.view"),
    page(f"{_YEAR}/<quarter:quarter>/lembar/", overview.paper, "paper", "entry.view"),
    page(f"{_YEAR}/temuan/", overview.findings, "findings", "plan.view"),
    page(
        "opd/<slug:office>/rencana/<int:plan>/temuan/",
        overview.plan_findings, "plan-findings", "plan.view",
    ),
    page("opd/<slug:office>/angka/", figures.find, "figures", "entry.view"),
    page("opd/<slug:office>/angka/<str:code>/", figures.show, "figure", "entry.view"),
    page("opd/<slug:office>/catatan/", overview.record, "record", "audit.view"),
]  # fmt: skip
