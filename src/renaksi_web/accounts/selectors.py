"""Reading who is who: memberships of a person, people of an office, links, open sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from renaksi_web import clock
from renaksi_web.accounts.browsers import called
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Government, Invitation, Membership, Session, User
from renaksi_web.accounts.policy import allows, require
from renaksi_web.accounts.tokens import hashed
from renaksi_web.refusals import NotFound


def installed() -> bool:
    """Whether the installation has its first government, office and administrator."""
    return Government.objects.exists()


def government_named(name: str) -> Government:
    """A government of the installation, for its operator; `NotFound` where there is none."""
    found = Government.objects.filter(name__iexact=name.strip()).first()
    if found is None:
        raise NotFound(
            id=f"Tidak ada pemerintah daerah bernama {name}.",
            en=f"There is no government named {name}.",
        )
    return found


def memberships(user: User) -> list[Member]:
    """The person as each of their organisations knows them, by name; at most one query."""
    rows = user.known_memberships
    if rows is None:
        rows = _memberships().filter(user=user)
    found: dict[int, Member] = {}
    for row in rows:
        known = found.get(row.organisation_id, Member(user, row.organisation, frozenset()))
        found[row.organisation_id] = known._replace(roles=known.roles | {row.role})
    return list(found.values())


def memberships_for(user: User, act: str) -> list[Member]:
    """The person in each organisation where they may do the act; at most one query."""
    return [known for known in memberships(user) if allows(known, act)]


def of_session(user_id: int) -> User | None:
    """The person of a session, with the memberships of this moment; None once it is closed.

    One query for both, since every page of an office asks for both.
    """
    open_ = {"user_id": user_id, "user__is_active": True}
    rows = list(_memberships().filter(**open_).select_related("user"))
    if not rows:
        return User.objects.filter(pk=user_id, is_active=True).first()
    user = rows[0].user
    user.known_memberships = rows
    return user


def _memberships() -> QuerySet[Membership]:
    rows = Membership.objects.select_related("organisation__government")
    return rows.order_by("organisation__name", "pk")


def member_of(user: User, slug: str) -> Member:
    """The person as the organisation at this address knows them; `NotFound` for a stranger."""
    for member in memberships(user):
        if member.organisation.slug == slug:
            return member
    raise NotFound


class Colleague(NamedTuple):
    """A person of the asker's office, with all of their roles there."""

    user: User
    roles: tuple[str, ...]


def people(member: Member) -> list[Colleague]:
    """Everybody of the office, by name; one query."""
    require(member, "people.manage")
    rows = Membership.objects.filter(organisation=member.organisation).select_related("user")
    found: dict[int, Colleague] = {}
    for row in rows.order_by("user__name", "user_id", "pk"):
        known = found.get(row.user_id, Colleague(row.user, ()))
        found[row.user_id] = known._replace(roles=(*known.roles, row.role))
    return list(found.values())


def colleague(member: Member, user_id: int) -> User:
    """A person of the office; `NotFound` for anybody else."""
    require(member, "people.manage")
    user = User.objects.filter(pk=user_id, memberships__organisation=member.organisation).first()
    if user is None:
        raise NotFound
    return user


def leader(member: Member) -> User | None:
    """The one person who leads the office; None where nobody does, or several. One query."""
    rows = User.objects.filter(
        memberships__organisation=member.organisation, memberships__role="pimpinan", is_active=True
    )
    found = list(rows.distinct()[:2])
    return found[0] if len(found) == 1 else None


def names_of(member: Member, roles: Iterable[str]) -> list[str]:
    """Names of those in the office who have one of the roles, to say who can help; one query."""
    rows = User.objects.filter(
        is_active=True,
        memberships__organisation=member.organisation,
        memberships__role__in=list(roles),
    )
    return list(rows.order_by("name").values_list("name", flat=True).distinct())


def open_invitations(member: Member) -> list[Invitation]:
    """Links that were sent and can still be used; one query."""
    require(member, "people.manage")
    return list(
        usable_invitations()
        .filter(organisation=member.organisation)
        .select_related("user", "invited_by")
    )


def invitation_for(token: str) -> Invitation:
    """The invitation of a link; `NotFound` where it was used, withdrawn, or has expired."""
    found = (
        usable_invitations()
        .filter(token_hash=hashed(token))
        .select_related("organisation__government", "user")
        .first()
    )
    if found is None:
        raise dead_link()
    return found


def dead_link() -> NotFound:
    """What is said of a link that lets nobody in any more."""
    return NotFound(
        id="Tautan ini sudah dipakai, ditarik, atau kedaluwarsa; minta yang baru kepada admin.",
        en="This link was used, withdrawn, or has expired; ask the admin for a new one.",
    )


def usable_invitations() -> QuerySet[Invitation]:
    """Links that still let somebody in, of every office."""
    return Invitation.objects.filter(
        used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=clock.now()
    ).order_by("-created_at")


class OpenSession(NamedTuple):
    """A browser in which somebody is signed in; ``handle`` names it without giving its key away."""

    handle: str
    key: str
    browser: str
    address: str
    started_at: datetime | None


def sessions(user: User) -> list[OpenSession]:
    """Where the person is signed in, the newest first; one query."""
    rows = Session.objects.filter(user=user, expire_date__gt=clock.real_now())
    return [
        OpenSession(
            hashed(row.session_key),
            row.session_key,
            called(row.browser),
            row.address,
            row.started_at,
        )
        for row in rows.order_by("-started_at")
    ]


def by_any_name(name: str) -> User | None:
    """The person whom a name, NIP or NIK means, typed with or without spaces."""
    name = name.strip()
    digits = name.replace(" ", "")
    return User.objects.filter(Q(username__iexact=name) | Q(nip=digits) | Q(nik=digits)).first()


def acting_as(name: str, act: str) -> Member:
    """The person whom a command names, in the first office where they may do the act."""
    user = by_any_name(name)
    offices = memberships_for(user, act) if user is not None and user.is_active else []
    if not offices:
        raise NotFound(
            id=f"{name}: tidak ada admin kantor dengan nama ini.",
            en=f"{name}: there is no admin of an office with this name.",
        )
    return offices[0]
