"""Which database: one address, read into Django's settings.

SQLite is meant for one machine and many people: a write-ahead log, transactions that
take the write lock when they begin (so that none is refused half-way as *locked*), and
``synchronous=FULL``, because a write-ahead log alone may lose acknowledged commits when
the power fails. PostgreSQL is reached through psycopg's own pool.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_TIMEOUT: Final = 20
POOL: Final = {"min_size": 1, "max_size": 10, "timeout": 20}

_ON_CONNECT: Final = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"


class UnknownDatabase(ValueError):
    """The address names no database that Renaksi can use."""


def from_url(url: str) -> dict[str, Any]:
    """The entry of ``DATABASES`` that an address means.

    ``sqlite:///var/renaksi.sqlite3`` is a file relative to the working folder,
    ``sqlite:////srv/renaksi.sqlite3`` an absolute one; ``postgresql://user:word@host:5432/name``
    may carry libpq's options after a question mark (``?sslmode=verify-full``).
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path.removeprefix("/")))
    if parts.scheme in ("postgresql", "postgres"):
        return _postgresql(url)
    raise UnknownDatabase(
        f"RENAKSI_DATABASE_URL begins with {parts.scheme or 'nothing'}://;"
        " it must be sqlite:///… or postgresql://…"
    )


def _sqlite(path: str) -> dict[str, Any]:
    if not path:
        raise UnknownDatabase("RENAKSI_DATABASE_URL names no file after sqlite:///")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": SQLITE_TIMEOUT,
            "transaction_mode": "IMMEDIATE",
            "init_command": _ON_CONNECT,
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = parts.path.removeprefix("/")
    if not name:
        raise UnknownDatabase("RENAKSI_DATABASE_URL names no database after the host")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(name),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # a connection of the pool may have died since
        "OPTIONS": {"pool": dict(POOL), **dict(parse_qsl(parts.query))},
    }
