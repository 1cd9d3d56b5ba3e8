"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Plans(AppConfig):
    """Its name, and the label of its tables."""

    name = "renaksi_web.plans"
    label = "plans"
