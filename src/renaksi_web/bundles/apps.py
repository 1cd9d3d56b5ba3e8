"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Bundles(AppConfig):
    """Its name, and the label of its tables."""

    name = "renaksi_web.bundles"
    label = "bundles"
