"""Who there is: governments, their organisations, people, and in which role they belong."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Role(models.TextChoices):
    """What a membership lets a person do; `renaksi_web.accounts.policy` says what exactly."""

    OPERATOR = "operator", "Operator"
    VERIFIKATOR = "verifikator", "Verifikator"
    PIMPINAN = "pimpinan", "Pimpinan"
    ADMIN = "admin", "Admin"


class Government(models.Model):
    """A regency, city or province, with the settings that hold for all of its offices.

    ``bands`` lists ``[lowest per cent, band]`` from the best down, null for those of
    Permendagri 86/2017; below the band ``explain_below`` an entry needs an obstacle and
    a follow-up. With ``late_as_zero`` what was due and was not reported counts as 0 in
    means, once its reporting window has closed.
    """

    name = models.CharField(max_length=200, unique=True)
    code = models.CharField(max_length=13, blank=True)
    bands = models.JSONField(null=True, blank=True)
    explain_below = models.CharField(max_length=20, default="sedang")
    late_as_zero = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An office (*perangkat daerah*); ``slug`` stands in addresses, ``head`` is a title (Camat)."""

    government = models.ForeignKey(Government, models.PROTECT, related_name="organisations")
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=30, blank=True)
    slug = models.SlugField(max_length=60, unique=True)
    head = models.CharField(max_length=60, default="Camat")

    class Meta:
        constraints = [
            models.UniqueConstraint("government", Lower("name"), name="organisation_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name


class User(AbstractBaseUser):
    """A person. Signs in with ``username``, NIP (18 digits) or NIK (16 digits) and a password."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, null=True, blank=True, unique=True)
    nik = models.CharField(max_length=16, null=True, blank=True, unique=True)
    position = models.CharField(max_length=150, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    objects = models.Manager()

    # The memberships, where they were read together with the person of a session.
    known_memberships: Any = None

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_username_unique"),
            models.CheckConstraint(
                condition=Q(nip__isnull=True) | Q(nip__regex=r"^[0-9]{18}$"), name="user_nip_digits"
            ),
            models.CheckConstraint(
                condition=Q(nik__isnull=True) | Q(nik__regex=r"^[0-9]{16}$"), name="user_nik_digits"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One role of one person in one organisation; a person may have several."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="role_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


class Invitation(models.Model):
    """A link that lets one person in, once: as a new member, or with a new password.

    Only the token's SHA-256 is kept. ``user`` is set where the link is for somebody who
    has an account already and forgot the password.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=12, choices=Role, blank=True)
    name = models.CharField(max_length=150)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="links")
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="invitations_sent")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(role__in=Role.values),
                name="invitation_role_or_user",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Session(AbstractBaseSession):
    """A signed-in browser, so that its owner can see and end it."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    address = models.CharField(max_length=45, blank=True)
    browser = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField(null=True)

    class Meta(AbstractBaseSession.Meta):
        abstract = False

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that keeps these rows."""
        from renaksi_web.accounts.sessions import SessionStore

        return SessionStore
