"""Forms of an office's people."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

ROLES = (
    ("operator", _("Operator: mengisi dan mengirim")),
    ("verifikator", _("Verifikator: memeriksa")),
    ("pimpinan", _("Pimpinan: menyetujui")),
    ("admin", _("Admin: mengatur pengguna dan jadwal")),
)


class Invite(forms.Form):
    """Whom to let in, as what."""

    name = forms.CharField(label=_("Nama"), max_length=150)
    role = forms.ChoiceField(label=_("Peran"), choices=ROLES)


class Roles(forms.Form):
    """All roles of one colleague; none lets them go."""

    roles = forms.MultipleChoiceField(
        label=_("Peran"), choices=ROLES, required=False, widget=forms.CheckboxSelectMultiple
    )
