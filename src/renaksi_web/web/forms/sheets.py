"""Forms of the entry template: its upload, and the rows that a preview sends back."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from renaksi_web.sheets.filled import Wanted


class FilledTemplate(forms.Form):
    """A filled entry template."""

    file = forms.FileField(
        label=_("Templat yang sudah diisi"),
        help_text=_("Berkas .xlsx yang diunduh dari halaman ini."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Pilih berkasnya dulu."),
            "empty": _("Berkas ini kosong."),
        },
    )

    def clean_file(self) -> object:
        """Refuse early what is larger than any template."""
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD // 4:
            raise forms.ValidationError(_("Berkas ini lebih dari 5 MB; itu bukan templat isian."))
        return file


def wanted_of(sent: QueryDict) -> list[Wanted]:
    """The rows of a preview: ``v12`` text, ``s12`` version seen, ``k12`` and ``t12`` words."""
    found = []
    for name in sent:
        series, seen = name[1:], str(sent.get(f"s{name[1:]}", ""))
        if name[:1] != "v" or not _is_count(series, 15) or not _is_count(seen, 9):
            continue
        words = (str(sent.get(f"{key}{series}", ""))[:4000].strip() for key in "kt")
        found.append(Wanted(int(series), int(seen), str(sent[name]), *words))
    return found


def _is_count(text: str, most: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= most
