"""Entering the officials below the head of an office: the whole list in one act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction

from renaksi.reports.charges import plainly
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.offices.models import OfficeData, Signatory, StaffMember
from renaksi_web.offices.services import digits_of, locked, refuse_unseen
from renaksi_web.refusals import Refused


class Post(NamedTuple):
    """An official as entered; ``superior`` is a position, empty for the head of the office."""

    position: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""
    superior: str = ""


def enter_staff(*, by: Member, seen: int, posts: Sequence[Post]) -> OfficeData:
    """Put these officials in the place of those there were, over the version ``seen``.

    Posts without any word are left out; `Refused` for one that could not be printed.
    """
    require(by, "organisation.manage")
    posts = [Post(*(words.strip() for words in post)) for post in posts]
    posts = [post for post in posts if any(post)]
    if not posts and not OfficeData.objects.filter(organisation=by.organisation).exists():
        return OfficeData(organisation=by.organisation)
    with transaction.atomic():
        data = locked(by)
        posts = _checked(data, posts, data.name or by.organisation.name)
        before = [_told(row) for row in data.staff.order_by("place")]
        after = [" · ".join(post) for post in posts]
        if after == before:
            return data
        refuse_unseen(data, seen)
        data.staff.all().delete()
        StaffMember.objects.bulk_create(
            StaffMember(data=data, place=place, **post._asdict())
            for place, post in enumerate(posts)
        )
        data.version += 1
        data.changed_by, data.changed_at = by.user, clock.now()
        data.save(update_fields=["version", "changed_by", "changed_at"])
        record(
            by=by, act="organisation.manage", on=data, subject=f"Pejabat {by.organisation.name}",
            before=[one for one in before if one not in after],
            after=[one for one in after if one not in before],
        )  # fmt: skip
    return data


def _told(row: StaffMember) -> str:
    return f"{row.position} · {row.name} · {row.rank} · {row.nip} · {row.superior}"


def _checked(data: OfficeData, posts: Sequence[Post], office: str) -> list[Post]:
    """The posts as they are kept; each position once, each superior one of them."""
    secretary = data.signatories.filter(part=Signatory.Part.SECRETARY).exclude(name="").first()
    there = [plainly(secretary.position, office)] if secretary and secretary.position else []
    for post in posts:
        if not post.position:
            raise Refused(
                id=f"Jabatan {post.name or post.nip or post.rank or post.superior} belum diisi.",
                en=f"{post.name or post.nip or post.rank or post.superior} has no position yet.",
            )
        if plainly(post.position, office) in there:
            raise Refused(
                id=f"Jabatan “{post.position}” sudah ada; setiap jabatan cukup sekali (sekretaris"
                " diisi pada Data kantor).",
                en=f"The position “{post.position}” is there already; enter each once (the"
                " secretary stands on the page of the office's data).",
            )
        there.append(plainly(post.position, office))
    for post in posts:
        _refuse_superior(post, there, office)
    return [post._replace(nip=digits_of(post.nip, post.position, post.position)) for post in posts]


def _refuse_superior(post: Post, there: Sequence[str], office: str) -> None:
    wanted = plainly(post.superior, office)
    if wanted and (wanted not in there or wanted == plainly(post.position, office)):
        raise Refused(
            id=f"Atasan {post.position}, “{post.superior}”, tidak ada dalam daftar; kosongkan bila"
            " atasannya kepala kantor.",
            en=f"The superior of {post.position}, “{post.superior}”, is not in the list; leave it"
            " empty where that is the head of the office.",
        )
