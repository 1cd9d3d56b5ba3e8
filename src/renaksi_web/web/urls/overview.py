"""What an office sees: its start page, achievement, history, and what it takes away."""

from __future__ import annotations

from renaksi_web.web.access import page
from renaksi_web.web.views import home

pages = [
    page("opd/<slug:office>/", home.office, "office", "organisation.view"),
]
