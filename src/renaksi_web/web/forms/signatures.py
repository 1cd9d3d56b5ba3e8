"""The form of verifying signatures: one PDF, of anybody."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class SignedFile(forms.Form):
    """The file as it was received."""

    file = forms.FileField(
        label=_("Berkas PDF"),
        help_text=_("Berkas asli seperti yang Anda terima, bukan foto, cetakan, atau pindaiannya."),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={
            "required": _("Pilih berkasnya dulu."),
            "empty": _("Berkas ini kosong."),
        },
    )

    def clean_file(self) -> object:
        """Refuse early what is too large to be read."""
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD:
            raise forms.ValidationError(
                _("Berkas ini lebih dari %(most)s MB.")
                % {"most": settings.MAX_UPLOAD // 1_000_000}
            )
        return file
