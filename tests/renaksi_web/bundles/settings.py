"""Settings of an installation that prints only when it is told to."""

from __future__ import annotations

from renaksi_web.settings import *  # noqa: F403

PRINTING_IN_BACKGROUND = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
