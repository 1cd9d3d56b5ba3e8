"""The kinds of field that the forms share, each with what a browser should know of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _


def whole_number(sent: QueryDict, name: str) -> int | None:
    """The whole number that was sent under a name; None where it is none, or absurdly long."""
    text = sent.get(name, "")
    return int(text) if text.isdecimal() and len(text) <= 18 else None


class NewPassword(forms.CharField):
    """A password that is being chosen."""

    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        options.setdefault("label", _("Kata sandi"))
        options.setdefault(
            "help_text",
            _("Sedikitnya 10 karakter; beberapa kata yang mudah Anda ingat sudah baik."),
        )
        super().__init__(widget=widget, strip=False, max_length=200, **options)


class OldPassword(forms.CharField):
    """A password that is being told; it may be pasted, and a password store may fill it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        options.setdefault("label", _("Kata sandi"))
        super().__init__(widget=widget, strip=False, max_length=200, **options)


class UserName(forms.CharField):
    """The name with which somebody will sign in."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
        options.setdefault("label", _("Nama pengguna"))
        options.setdefault("help_text", _("Satu kata, misalnya siti.rahayu."))
        super().__init__(widget=widget, max_length=60, **options)
