"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Offices(AppConfig):
    """Its name, and the label of its tables."""

    name = "renaksi_web.offices"
    label = "offices"
