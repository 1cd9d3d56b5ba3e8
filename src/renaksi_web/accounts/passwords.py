"""Which passwords are taken, and why one is not."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from renaksi_web.accounts.models import User
from renaksi_web.refusals import Refused

_WEAK: Final = {
    "password_too_similar": (
        "Kata sandi terlalu mirip dengan nama, NIP, atau NIK; pilih kata lain.",
        "The password is too much like the name, NIP or NIK; choose other words.",
    ),
    "password_too_short": (
        "Kata sandi sedikitnya 10 karakter.",
        "A password has at least 10 characters.",
    ),
    "password_too_common": (
        "Kata sandi ini mudah ditebak; gabungkan beberapa kata.",
        "This password is easy to guess; join several words.",
    ),
    "password_entirely_numeric": (
        "Kata sandi tidak boleh angka semua.",
        "A password is not of digits alone.",
    ),
}


def set_password(user: User, password: str, field: str = "password") -> None:
    """Put the password on the unsaved row; refused where it is easy to guess."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        codes = [each.code or "" for each in error.error_list]
        told = [_WEAK[code] for code in codes if code in _WEAK] or [(str(error), str(error))]
        raise Refused(
            id=" ".join(sentence for sentence, _ in told),
            en=" ".join(sentence for _, sentence in told),
            field=field,
        ) from error
    user.set_password(password)
