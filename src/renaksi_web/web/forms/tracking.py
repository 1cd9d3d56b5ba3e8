"""Forms of reporting: a year's windows, what belongs beside a number, evidence, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from renaksi.quarter import QUARTERS, ROMAN

Words = Any  # a sentence, translated when it is shown


def day(label: str) -> forms.DateField:
    """A date, typed or picked."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class Windows(forms.Form):
    """Opening, due and closing date of each quarter."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for quarter in QUARTERS:
            name = ROMAN[quarter]
            self.fields[f"{quarter}_opens"] = day(f"{name}: {_('dibuka')}")
            self.fields[f"{quarter}_due"] = day(f"{name}: {_('batas pelaporan')}")
            self.fields[f"{quarter}_closes"] = day(f"{name}: {_('ditutup')}")

    def days(self, quarter: str) -> tuple[date, date, date]:
        """The three dates of a quarter."""
        got = self.cleaned_data
        return got[f"{quarter}_opens"], got[f"{quarter}_due"], got[f"{quarter}_closes"]


class Measuring(forms.Form):
    """What a government decides about means."""

    late_as_zero = forms.BooleanField(
        label=_("Yang terlambat dihitung 0"),
        help_text=_(
            "Setelah jadwal pelaporan ditutup, indikator yang seharusnya dilaporkan dan belum"
            " dilaporkan masuk rata-rata sebagai 0. Angka tanpa aturan ini tetap ditampilkan."
        ),
        required=False,
    )


def _long(label: Words, help_text: Words = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(
        label=label, help_text=help_text, widget=widget, required=False, max_length=4000
    )


class Description(forms.Form):
    """What belongs beside a number."""

    obstacle = _long(_("Kendala"))
    follow_up = _long(_("Tindak lanjut"))
    note = _long(_("Catatan"), _("Misalnya dari mana angka ini."))


class ManyFiles(forms.FileInput):
    """Several files at once; on a phone the camera offers itself."""

    allow_multiple_selected = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> Any:
        """Every file that was chosen."""
        del data  # Django gives the words of the form too
        return files.getlist(name)


class ManyFilesField(forms.FileField):
    """A list of files."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each of them by itself."""
        if self.required and not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(ManyFilesField, self).clean(one, initial) for one in data or []]


class Proofs(forms.Form):
    """Files, photographs taken on the spot, or a link."""

    photos = ManyFilesField(
        label=_("Ambil foto"),
        required=False,
        widget=ManyFiles(attrs={"accept": "image/*", "capture": "environment"}),
        help_text=_("Membuka kamera; foto langsung menjadi bukti."),
    )
    proofs = ManyFilesField(
        label=_("Berkas"),
        required=False,
        widget=ManyFiles(
            attrs={
                "accept": "image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt"
            }
        ),
        help_text=_("PDF, foto, atau dokumen kantor; boleh beberapa."),
    )
    as_sent = forms.BooleanField(
        label=_("Simpan foto apa adanya"),
        required=False,
        help_text=_(
            "Tanpa centang ini, letak (GPS), waktu, dan nomor seri kamera dihapus dari foto."
        ),
    )
    link = forms.URLField(label=_("Tautan"), required=False, max_length=1000, assume_scheme="https")
    title = forms.CharField(label=_("Keterangan"), required=False, max_length=255)


class Decision(forms.Form):
    """Entries with the version that was seen, ``12:3``, and a reason where one is asked for."""

    reason = forms.CharField(required=False, max_length=4000)

    def seen(self) -> dict[int, int]:
        """Entry id → version, of what was ticked; what is no such pair is left out."""
        data: Any = self.data
        pairs = [value.partition(":") for value in data.getlist("entry")]
        return {
            int(entry): int(version)
            for entry, _colon, version in pairs
            if entry.isdecimal() and version.isdecimal() and len(entry) < 15 and len(version) < 9
        }
