"""Tokens of links: random, told once, kept only as a hash."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What is kept of it. The token has 256 random bits, so no salt and no slow hash is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
