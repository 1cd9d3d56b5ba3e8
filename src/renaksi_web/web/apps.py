"""The app as Django knows it."""

from __future__ import annotations

from django import forms
from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class Web(AppConfig):
    """Its name, and the label of its tables."""

    name = "renaksi_web.web"
    label = "web"

    def ready(self) -> None:
        """An empty field is answered in a clerk's words, not in those of Django's catalogue."""
        forms.Field.default_error_messages["required"] = gettext_lazy("Wajib diisi.")
