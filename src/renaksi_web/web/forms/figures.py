"""The field for a figure's code."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Code(forms.Form):
    """A code as it stands on paper; capital and small letters are the same."""

    kode = forms.CharField(
        label=_("Kode angka"),
        max_length=30,
        help_text=_("Sepuluh huruf dan angka dari halaman terakhir dokumen, misalnya K7QX2-M4P9D."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
