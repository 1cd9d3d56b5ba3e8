"""The form of an office's data: letterhead, place of signing, and four officials who sign."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi_web.offices.selectors import Entered
from renaksi_web.offices.services import OF_SIGNATORY, PARTS, TEXTS, Signing
from renaksi_web.web.forms.tracking import Words

_PEOPLE: Final = {
    "head": (_("Kepala kantor"), _("Menandatangani semua dokumen kantor ini.")),
    "superior": (
        _("Atasan"),
        _("Pihak kedua Perjanjian Kinerja, misalnya Bupati. Yang dipilih tidak memakai NIP."),
    ),
    "secretary": (_("Sekretaris"), _("Memeriksa dan ikut menandatangani Berita Acara.")),
    "planner": (_("Kepala badan perencanaan"), _("Ikut menandatangani Formulir E.81.")),
}


def _text(label: Words, most: int, help_text: Words = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=False)


class OfficeData(forms.Form):
    """Everything may be left empty; what is missing makes a document a draft."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    government = _text(
        _("Pemerintah daerah pada kop"), 200, _("Misalnya Pemerintah Kabupaten Purbalingga.")
    )
    name = _text(_("Nama kantor pada kop"), 200)
    address = _text(_("Alamat"), 300, _("Jalan, nomor, kode pos; dicetak satu baris."))
    telephone = _text(_("Telepon"), 60)
    contact = _text(_("Surel atau situs"), 200)
    place = _text(_("Tempat penandatanganan"), 100, _("Misalnya Kemangkon."))
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        help_text=_("PNG atau JPEG, paling besar 1 MB. Hanya terlihat oleh kantor ini."),
    )
    without_logo = forms.BooleanField(label=_("Hapus logo"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for part in PARTS:
            self.fields[f"{part}_name"] = _text(_("Nama dengan gelar"), 150)
            self.fields[f"{part}_position"] = _text(_("Jabatan"), 150)
            self.fields[f"{part}_rank"] = _text(
                _("Pangkat, golongan"), 100, _("Misalnya Pembina Tingkat I, IV/b.")
            )
            self.fields[f"{part}_nip"] = _text(_("NIP"), 25, _("18 angka, boleh berspasi."))
            if part == "superior":
                self.fields["superior_elected"] = forms.BooleanField(
                    label=_("Pejabat yang dipilih, tanpa NIP"), required=False
                )

    def letterhead(self) -> list[forms.BoundField]:
        """The fields of the letterhead and the place."""
        return [self[name] for name in TEXTS]

    def people(self) -> list[tuple[Words, Words, list[forms.BoundField]]]:
        """For each official: as what, why it is asked, and the fields."""
        return [
            (*words, [self[f"{part}_{f}"] for f in OF_SIGNATORY if f"{part}_{f}" in self.fields])
            for part, words in _PEOPLE.items()
        ]

    def texts(self) -> dict[str, str]:
        """What was typed of the letterhead."""
        return {name: self.cleaned_data[name] for name in TEXTS}

    def signing(self) -> dict[str, Signing]:
        """What was typed of each official."""
        got = self.cleaned_data
        return {
            part: Signing(
                **{f: got[f"{part}_{f}"] for f in OF_SIGNATORY if f"{part}_{f}" in self.fields}
            )
            for part in PARTS
        }


def held(entered: Entered) -> dict[str, Any]:
    """What the form shows before anybody types."""
    initial: dict[str, Any] = {name: getattr(entered.data, name) for name in TEXTS}
    initial["seen"] = entered.data.version
    for part, row in entered.signatories.items():
        initial |= {f"{part}_{field}": getattr(row, field) for field in OF_SIGNATORY}
    return initial
