"""Every page: one line each, gathered from one file for each part of the site."""

from __future__ import annotations

from renaksi_web.web.urls import account, bundles, office, overview, plans, sheets, tracking

urlpatterns = [
    *account.pages,
    *office.pages,
    *plans.pages,
    *tracking.pages,
    *overview.pages,
    *sheets.pages,
    *bundles.pages,
]
