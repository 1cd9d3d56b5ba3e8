"""A member: who asks, in which organisation, in which roles. Every selector begins with one."""

from __future__ import annotations

from typing import NamedTuple

from renaksi_web.accounts.models import Organisation, User


class Member(NamedTuple):
    """A person as one organisation knows them."""

    user: User
    organisation: Organisation
    roles: frozenset[str]


class Person(NamedTuple):
    """A person whose act concerns no single organisation: signing in, changing a password."""

    user: User | None
    organisation: None = None
