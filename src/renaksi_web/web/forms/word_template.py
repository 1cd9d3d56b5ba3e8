"""The form of an office's own Word file."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class WordTemplate(forms.Form):
    """The file, and whether it holds for every office of the person."""

    template = forms.FileField(
        label=_("Berkas Word (.docx)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text=_("Paling besar 4 MB. Gaya, kop, dan kaki halamannya dipakai; isinya tidak."),
    )
    without_template = forms.BooleanField(label=_("Jangan pakai templat lagi"), required=False)
    everywhere = forms.BooleanField(
        label=_("Berlaku juga untuk semua kantor lain yang saya kelola"), required=False
    )

    def clean(self) -> dict[str, object]:
        """One of the two is asked for."""
        got = super().clean() or {}
        if not self.errors and bool(got.get("template")) == bool(got.get("without_template")):
            raise forms.ValidationError(_("Pilih berkasnya, atau centang bahwa templat dihapus."))
        return got
