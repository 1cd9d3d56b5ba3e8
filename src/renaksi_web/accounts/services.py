"""Acts on people and offices, each one transaction with one record: setting up, links, roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.text import slugify

from renaksi_web import clock
from renaksi_web.accounts import selectors
from renaksi_web.accounts.locks import lock_office
from renaksi_web.accounts.members import Member, Person
from renaksi_web.accounts.models import (
    Government,
    Invitation,
    Membership,
    Organisation,
    Role,
    Session,
    User,
)
from renaksi_web.accounts.passwords import set_password
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.tokens import hashed, new_token
from renaksi_web.audit.services import lock_installation, record
from renaksi_web.refusals import NotFound, Refused

LINK_DAYS: Final = 7


def set_up(
    *,
    government: str,
    organisation: str,
    username: str,
    name: str,
    password: str,
    code: str = "",
    head: str = "Camat",
) -> Member:
    """Found an empty installation: its government, first office and administrator."""
    with transaction.atomic():
        lock_installation()
        if selectors.installed():
            raise Refused(
                id="Pemasangan ini sudah disiapkan; masuk dengan akun yang ada.",
                en="This installation is set up already; sign in with an account of it.",
            )
        founded = Government.objects.create(name=government.strip())
        office = found_organisation(government=founded, name=organisation, code=code, head=head)
        user = add_user(username=username, name=name, password=password)
        give(user, office, [Role.ADMIN])
        member = Member(user, office, frozenset({Role.ADMIN}))
        record(by=member, act="installation.set_up", on=office, after={"government": government})
    return member


def found_organisation(
    *, government: Government, name: str, code: str = "", head: str = "Camat"
) -> Organisation:
    """A new office with an address of its own; part of a greater act that records it."""
    short = name.strip().removeprefix("Kecamatan ").strip()
    slug = base = slugify(short)[:50] or "kantor"
    number = 1
    while Organisation.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return Organisation.objects.create(
        government=government, name=name.strip(), code=code, slug=slug, head=head
    )


def add_user(
    *,
    username: str,
    name: str,
    password: str,
    nip: str | None = None,
    nik: str | None = None,
    position: str = "",
) -> User:
    """A new account; part of a greater act that records it. Refuses names already taken."""
    user = User(
        username=username.strip(),
        name=name.strip(),
        nip=(nip or "").replace(" ", "") or None,
        nik=(nik or "").replace(" ", "") or None,
        position=position.strip(),
        created_at=clock.now(),
    )
    _check_name(user)
    set_password(user, password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise Refused(
            id="Nama pengguna, NIP, atau NIK itu sudah dipakai akun lain; pilih yang lain.",
            en="That user name, NIP or NIK belongs to another account; choose another.",
        ) from error
    return user


def give(user: User, organisation: Organisation, roles: Iterable[str]) -> None:
    """Roles in an office; part of a greater act that records it."""
    Membership.objects.bulk_create(
        [
            Membership(user=user, organisation=organisation, role=role, since=clock.now())
            for role in roles
        ],
        ignore_conflicts=True,
    )


def _check_name(user: User) -> None:
    digits = user.username.isdigit()
    if not user.username or digits or len(user.username) > 60 or len(user.username.split()) > 1:
        raise Refused(
            id="Nama pengguna harus satu kata dan bukan angka saja, misalnya siti.rahayu.",
            en="A user name is one word and not only digits, siti.rahayu for example.",
            field="username",
        )
    for number, length, word in ((user.nip, 18, "NIP"), (user.nik, 16, "NIK")):
        if number is not None and not (
            number.isascii() and number.isdigit() and len(number) == length
        ):
            raise Refused(
                id=f"{word} terdiri atas {length} angka.",
                en=f"A {word} has {length} digits.",
                field=word.lower(),
            )


# Links


def invite(*, by: Member, name: str, role: str) -> str:
    """Let a new colleague in by a link; gives its token, which is told this once."""
    require(by, "people.manage")
    if role not in Role.values:
        raise Refused(id="Pilih satu peran.", en="Choose a role.")
    return _link(by, name=name, role=role, user=None, act="people.invite")


def link_for_password(*, by: Member, user_id: int) -> str:
    """A link with which a colleague sets a new password; gives its token."""
    require(by, "people.manage")
    user = _colleague(by, user_id)
    if not user.is_active:
        raise Refused(
            id="Akun ini nonaktif; aktifkan dulu, lalu buat tautannya.",
            en="This account is closed; open it again first, then make the link.",
        )
    return _link(by, name=user.name, role="", user=user, act="people.reset_password")


def _link(by: Member, *, name: str, role: str, user: User | None, act: str) -> str:
    token = new_token()
    with transaction.atomic():
        invitation = Invitation.objects.create(
            organisation=by.organisation,
            token_hash=hashed(token),
            name=name.strip(),
            role=role,
            user=user,
            invited_by=by.user,
            created_at=clock.now(),
            expires_at=clock.now() + timedelta(days=LINK_DAYS),
        )
        record(by=by, act=act, on=invitation, after={"role": role, "user": user and user.pk})
    return token


def withdraw_invitation(*, by: Member, invitation_id: int) -> None:
    """Make a link useless."""
    require(by, "people.manage")
    with transaction.atomic():
        found = Invitation.objects.select_for_update().filter(
            pk=invitation_id, organisation=by.organisation, used_at__isnull=True
        )
        invitation = found.first()
        if invitation is None:
            raise NotFound
        if invitation.withdrawn_at is not None:
            return
        invitation.withdrawn_at = clock.now()
        invitation.save(update_fields=["withdrawn_at"])
        record(by=by, act="people.withdraw", on=invitation)


def join(
    *, token: str, username: str, password: str, nip: str | None = None, nik: str | None = None
) -> User:
    """Use an invitation: a new account with the promised role."""
    with transaction.atomic():
        invitation = _use(token)
        user = add_user(
            username=username, name=invitation.name, password=password, nip=nip, nik=nik
        )
        give(user, invitation.organisation, [invitation.role])
        member = Member(user, invitation.organisation, frozenset({invitation.role}))
        record(by=member, act="people.join", on=user, after={"role": invitation.role})
    return user


def reset_password(*, token: str, password: str) -> User:
    """Use a link for a new password; ends every session of the person."""
    with transaction.atomic():
        invitation = _use(token)
        user = invitation.user
        if user is None:
            raise NotFound
        set_password(user, password)
        user.save(update_fields=["password"])
        _end_sessions(user)
        member = Member(user, invitation.organisation, frozenset())
        record(by=member, act="self.reset_password", on=user)
    return user


def _use(token: str) -> Invitation:
    """The invitation of a link, locked and used up; the second of two at once finds nothing."""
    rows = selectors.usable_invitations().filter(token_hash=hashed(token))
    invitation = rows.select_for_update(of=("self",)).select_related("organisation", "user").first()
    if invitation is None:
        raise selectors.dead_link()
    invitation.used_at = clock.now()
    invitation.save(update_fields=["used_at"])
    return invitation


# People of an office


def set_roles(*, by: Member, user_id: int, roles: Iterable[str]) -> None:
    """Give a colleague exactly these roles (none: out of the office); ends their sessions."""
    require(by, "people.manage")
    wanted = set(roles)
    if not wanted <= set(Role.values):
        raise Refused(id="Peran itu tidak dikenal.", en="There is no such role.")
    with transaction.atomic():
        user = _locked_colleague(by, user_id)
        held, rows = _locked_memberships(by)
        before = {row.role for row in rows if row.user_id == user.pk}
        if Role.ADMIN not in wanted:
            _refuse_last_admin(rows, user)
        held.filter(user=user).exclude(role__in=wanted).delete()
        give(user, by.organisation, wanted - before)
        _end_sessions(user)
        record(
            by=by,
            act="people.set_roles",
            on=user,
            before={"roles": before},
            after={"roles": wanted},
        )


def close_account(*, by: Member, user_id: int) -> None:
    """Close a colleague's account: every session ends at once, open links no longer work."""
    require(by, "people.manage")
    with transaction.atomic():
        user = _locked_colleague(by, user_id)
        if user.pk == by.user.pk:
            raise Refused(
                id="Akun sendiri tidak dapat dinonaktifkan; minta admin lain.",
                en="You cannot close your own account; ask another admin.",
            )
        _refuse_others_colleague(by, user)
        _refuse_last_admin(_locked_memberships(by)[1], user)
        if not _open(user, False):
            return
        _end_sessions(user)
        Invitation.objects.filter(user=user, used_at=None, withdrawn_at=None).update(
            withdrawn_at=clock.now()
        )
        record(by=by, act="people.close", on=user, before={"open": True}, after={"open": False})


def reopen_account(*, by: Member, user_id: int) -> None:
    """Let a colleague sign in again, in the roles that they had."""
    require(by, "people.manage")
    with transaction.atomic():
        user = _locked_colleague(by, user_id)
        _refuse_others_colleague(by, user)
        if _open(user, True):
            before, after = {"open": False}, {"open": True}
            record(by=by, act="people.reopen", on=user, before=before, after=after)


def _open(user: User, is_open: bool) -> bool:
    """Whether that changed anything; of two at once, one does."""
    rows = User.objects.filter(pk=user.pk, is_active=not is_open)
    return bool(rows.update(is_active=is_open))


def _locked_memberships(by: Member) -> tuple[QuerySet[Membership], list[Membership]]:
    """Everybody's roles in the office, as rows to change and as they are, locked."""
    held = Membership.objects.filter(organisation=by.organisation)
    rows = held.select_for_update(of=("self",)).select_related("user")
    return held, list(rows.order_by("pk"))


def _refuse_last_admin(rows: Iterable[Membership], user: User) -> None:
    admins = {row.user_id for row in rows if row.role == Role.ADMIN and row.user.is_active}
    if not admins - {user.pk}:
        raise Refused(
            id="Kantor ini akan tanpa admin; jadikan orang lain admin lebih dahulu.",
            en="The office would have no admin; make somebody else admin first.",
        )


def _refuse_others_colleague(by: Member, user: User) -> None:
    """An account of two offices is nobody's to close; each office takes its own roles back."""
    if user.memberships.exclude(organisation=by.organisation).exists():
        raise Refused(
            id="Orang ini juga bekerja di kantor lain; cabut saja perannya di sini.",
            en="This person belongs to another office too; take their roles here back instead.",
        )


def _locked_colleague(by: Member, user_id: int) -> User:
    lock_office(by)
    return _colleague(by, user_id)


def _colleague(by: Member, user_id: int) -> User:
    user = User.objects.filter(pk=user_id, memberships__organisation=by.organisation).first()
    if user is None:
        raise NotFound
    return user


# One's own account


def change_password(*, by: User, old: str, new: str, keep_session: str | None = None) -> None:
    """Change one's own password; ends every other session. Of two at once, one does."""
    if not by.check_password(old):
        raise _other_password()
    with transaction.atomic():
        mine = User.objects.select_for_update(no_key=True).filter(pk=by.pk)
        if mine.get().password != by.password:  # somebody with the old one was quicker
            raise _other_password()
        set_password(by, new, field="new")
        by.save(update_fields=["password"])
        _end_sessions(by, except_for=keep_session)
        record(by=Person(by), act="self.change_password", on=by)


def _other_password() -> Refused:
    return Refused(
        id="Kata sandi lama tidak cocok.", en="The old password does not match.", field="old"
    )


def end_session(*, by: User, handle: str) -> None:
    """End one of one's own sessions."""
    with transaction.atomic():
        keys = [open_.key for open_ in selectors.sessions(by) if open_.handle == handle]
        if not keys:
            raise NotFound
        Session.objects.filter(user=by, session_key__in=keys).delete()
        record(by=Person(by), act="self.end_session", on=by)


def _end_sessions(user: User, *, except_for: str | None = None) -> None:
    Session.objects.filter(user=user).exclude(session_key=except_for).delete()
