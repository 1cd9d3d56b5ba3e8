"""What an office's papers bear: its address and logo, and the officials who sign."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi.reports.office import IMAGES, Office, Official

_LARGEST = 300_000
# Who signs, and the fields of each; an elected head has neither rank nor NIP.
WHO = {
    "head": _("Kepala perangkat daerah"),
    "superior": _("Atasan (pihak kedua perjanjian kinerja)"),
    "planner": _("Kepala badan perencanaan (Formulir E.81)"),
    "examiner": _("Pemeriksa realisasi (berita acara)"),
}
_PARTS = {
    "name": (_("Nama"), 150),
    "position": (_("Jabatan"), 150),
    "rank": (_("Pangkat, golongan"), 100),
    "nip": (_("NIP"), 30),
}


def _text(label: Any, longest: int = 200) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=longest)


class OfficeForm(forms.Form):
    """All of it in one form; every field may stay empty, and the papers then say so."""

    government = _text(_("Pemerintah daerah"))
    address = _text(_("Alamat"), 300)
    contact = _text(_("Telepon, surel, laman"), 300)
    place = _text(_("Tempat penandatanganan"), 100)
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("Gambar PNG atau JPEG, paling besar 300 kB."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    remove_logo = forms.BooleanField(label=_("Hapus logo"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for who, label in WHO.items():
            for part, (words, longest) in _PARTS.items():
                self.fields[f"{who}_{part}"] = _text(f"{label}: {words}", longest)
        elected = _("Atasan adalah kepala daerah terpilih (tanpa pangkat dan NIP)")
        self.fields["superior_elected"] = forms.BooleanField(label=elected, required=False)

    def clean_logo(self) -> bytes:
        """The picture's bytes; refused where no paper could show it."""
        file = self.cleaned_data["logo"]
        if not file:
            return b""
        if file.size > _LARGEST:
            raise forms.ValidationError(_("Logo ini lebih dari 300 kB; perkecil dulu gambarnya."))
        data: bytes = file.read()
        if not data.startswith(IMAGES):
            raise forms.ValidationError(_("Logo harus gambar PNG atau JPEG."))
        return data

    def office(self, before: Office) -> Office:
        """What was entered; the logo stays unless another is sent or it is removed."""
        got = self.cleaned_data
        people = {
            who: Official(*(got[f"{who}_{part}"] for part in ("name", "position", "nip", "rank")))
            for who in WHO
        }
        kept = b"" if got["remove_logo"] else before.logo
        return Office(
            got["government"], "", got["address"], got["contact"], got["place"], None,
            people["head"], people["superior"]._replace(elected=got["superior_elected"]),
            people["planner"], (people["examiner"],) if any(people["examiner"]) else (),
            got["logo"] or kept,
        )  # fmt: skip


def filled(office: Office) -> dict[str, Any]:
    """The form's fields as an office has them."""
    examiner = office.staff[0] if office.staff else Official()
    people = {
        "head": office.head, "superior": office.superior, "planner": office.planner,
        "examiner": examiner,
    }  # fmt: skip
    fields: dict[str, Any] = {
        f"{who}_{part}": getattr(person, part) for who, person in people.items() for part in _PARTS
    }
    texts = ("government", "address", "contact", "place")
    fields |= {name: getattr(office, name) for name in texts}
    return {**fields, "superior_elected": office.superior.elected}
