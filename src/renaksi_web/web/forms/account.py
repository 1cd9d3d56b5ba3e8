"""Forms of signing in, setting up, links and one's own account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi_web.web.forms.fields import NewPassword, OldPassword, UserName


class SignIn(forms.Form):
    """A name, NIP or NIK, and the password."""

    username = UserName(label=_("Nama pengguna, NIP, atau NIK"), help_text="")
    password = OldPassword()


class SetUp(forms.Form):
    """The first government, office and administrator."""

    government = forms.CharField(
        label=_("Pemerintah daerah"), max_length=200, help_text=_("Misalnya Kabupaten Purbalingga.")
    )
    organisation = forms.CharField(
        label=_("Kantor"), max_length=200, help_text=_("Misalnya Kecamatan Kemangkon.")
    )
    head = forms.CharField(
        label=_("Sebutan pimpinan"), max_length=60, initial="Camat",
        help_text=_("Misalnya Camat, Lurah, atau Kepala Dinas."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Nama Anda"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    username = UserName()
    password = NewPassword()


class Join(forms.Form):
    """A new colleague's account."""

    username = UserName()
    nip = forms.CharField(
        label=_("NIP"),
        required=False,
        max_length=25,
        help_text=_("18 angka; kosongkan bila tidak ada."),
    )
    nik = forms.CharField(
        label=_("NIK"),
        required=False,
        max_length=25,
        help_text=_("16 angka; untuk yang tidak ber-NIP."),
    )
    password = NewPassword()


class ResetPassword(forms.Form):
    """A new password by a link."""

    password = NewPassword(label=_("Kata sandi baru"))


class ChangePassword(forms.Form):
    """A new password by the old one."""

    old = OldPassword(label=_("Kata sandi lama"))
    new = NewPassword(label=_("Kata sandi baru"))
