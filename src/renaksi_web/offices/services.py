"""Entering what an office's papers carry: one act with one event, whatever was changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from django.db import transaction

from renaksi_web import clock
from renaksi_web.accounts.locks import lock_office
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.files.services import keep
from renaksi_web.offices.logo import refuse_unprintable
from renaksi_web.offices.models import OfficeData, Signatory
from renaksi_web.refusals import Conflict, Refused

TEXTS: Final = ("government", "name", "address", "telephone", "contact", "place")
PARTS: Final = tuple(Signatory.Part.values)
OF_SIGNATORY: Final = ("name", "position", "rank", "nip", "elected")


class Signing(NamedTuple):
    """An official as entered; the NIP with or without blanks."""

    name: str = ""
    position: str = ""
    rank: str = ""
    nip: str = ""
    elected: bool = False


def enter(
    *,
    by: Member,
    seen: int,
    texts: Mapping[str, str],
    signing: Mapping[str, Signing],
    logo: bytes | None = None,
    without_logo: bool = False,
) -> OfficeData:
    """Save the office's data over the version that was ``seen`` (0: over nothing).

    ``texts`` by the names in `TEXTS`, ``signing`` by part; ``logo`` is a new picture, and
    ``without_logo`` takes the present one away. What is not named stays.
    """
    require(by, "organisation.manage")
    signing = {part: _checked(part, one) for part, one in signing.items()}
    if logo is not None:
        refuse_unprintable(logo)
    with transaction.atomic():
        data = locked(by)
        rows = {row.part: row for row in data.signatories.all()}
        before = _told(data, rows)
        for name in TEXTS:
            setattr(data, name, texts.get(name, getattr(data, name)).strip())
        if logo is not None:
            data.logo = keep(by=by, data=logo)
        elif without_logo:
            data.logo = None
        for part, one in signing.items():
            row = rows.setdefault(part, Signatory(data=data, part=part))
            for field in OF_SIGNATORY:
                setattr(row, field, getattr(one, field))
        after = _told(data, rows)
        if after != before:
            refuse_unseen(data, seen)
            _save(data, rows, signing, by)
            changed = {key for key in after if after[key] != before.get(key)}
            record(
                by=by, act="organisation.manage", on=data, subject=by.organisation.name,
                before={key: before.get(key) for key in sorted(changed)},
                after={key: after[key] for key in sorted(changed)},
            )  # fmt: skip
    return data


def locked(by: Member) -> OfficeData:
    """The office's row, made where there is none; two who make it at once wait for each other."""
    lock_office(by)
    data, _ = OfficeData.objects.select_related("changed_by").get_or_create(
        organisation=by.organisation
    )
    return data


def _checked(part: str, one: Signing) -> Signing:
    if part not in PARTS:
        raise Refused(id="Penanda tangan ini tidak dikenal.", en="This signatory is not known.")
    nip = digits_of(one.nip, Signatory.Part(part).label.lower(), part)
    if nip and one.elected:
        raise Refused(
            id="Pejabat yang dipilih (misalnya Bupati) tidak memakai NIP; kosongkan salah satunya.",
            en="An elected official has no NIP; leave one of the two empty.",
        )
    return Signing(one.name.strip(), one.position.strip(), one.rank.strip(), nip, one.elected)


def digits_of(nip: str, whose: str, whose_en: str) -> str:
    """A NIP without its blanks; refused where it is none. ``whose`` names the official."""
    digits = "".join(nip.split())
    if digits and not (len(digits) == 18 and digits.isascii() and digits.isdigit()):
        raise Refused(
            id=f"NIP {whose} harus 18 angka, misalnya 19700101 199003 1 001.",
            en=f"The NIP of the official ({whose_en}) must have 18 digits.",
        )
    return digits


def refuse_unseen(data: OfficeData, seen: int) -> None:
    """Refuse to save over a version that was not ``seen``, naming who saved it."""
    if data.version != seen:
        who = data.changed_by.name if data.changed_by else "?"
        raise Conflict(
            id=f"Data kantor ini sudah diubah {who}; buka lagi halamannya, lalu ulangi.",
            en=f"{who} changed the office's data in the meantime; open the page again and repeat.",
        )


def _save(
    data: OfficeData, rows: Mapping[str, Signatory], signing: Mapping[str, Signing], by: Member
) -> None:
    data.version += 1
    data.changed_by, data.changed_at = by.user, clock.now()
    data.save()
    for part in signing:
        rows[part].save()


def _told(data: OfficeData, rows: Mapping[str, Signatory]) -> dict[str, Any]:
    """The data as the record tells it; a logo by the digest of its content."""
    told: dict[str, Any] = {name: getattr(data, name) for name in TEXTS}
    told["logo"] = data.logo.sha256 if data.logo else ""
    for part, row in rows.items():
        told |= {f"{part}.{field}": getattr(row, field) for field in OF_SIGNATORY}
    empty = {f"{part}.{field}": "" for part in PARTS for field in OF_SIGNATORY}
    return empty | {key: value or "" for key, value in told.items()}
