"""What an office's papers bear (*data kantor*): read by every member, written by its admin."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import transaction

from renaksi.reports.office import Office, Official, office_from_json, office_to_json
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Organisation, Papers
from renaksi_web.accounts.policy import require
from renaksi_web.accounts.selectors import leader
from renaksi_web.audit.services import record


def papers_of(member: Member) -> Office:
    """What the office's papers bear, as it was entered; one query."""
    require(member, "organisation.view")
    row = Papers.objects.filter(organisation=member.organisation).first()
    return office_from_json(json.dumps(row.content)) if row else Office()


def signing(member: Member) -> Office:
    """The same, completed by what is known of the office and the one person who leads it."""
    office, organisation = papers_of(member), member.organisation
    head = office.head
    if not head.name:
        person = leader(member)
        known = Official(person.name, person.position, person.nip or "") if person else Official()
        head = Official(
            known.name,
            head.position or known.position or organisation.head,
            head.nip or known.nip,
            head.rank,
        )
    return office._replace(
        government=office.government or organisation.government.name,
        name=organisation.name,
        head=head,
    )


def set_papers(*, by: Member, office: Office) -> None:
    """Write it anew; the record says what changed, a logo by its checksum."""
    require(by, "organisation.manage")
    with transaction.atomic():
        # Locked by the office, since there may be no row yet.
        Organisation.objects.select_for_update().get(pk=by.organisation.pk)
        row = Papers.objects.filter(organisation=by.organisation).first()
        before = row.content if row else {}
        after = json.loads(office_to_json(office))
        if before == after:
            return
        row = row or Papers(organisation=by.organisation)
        row.content = after
        row.save()
        was, now = _told(before), _told(after)
        changed = [key for key in now if now[key] != was.get(key)]
        record(
            by=by,
            act="papers.set",
            on=row,
            before={key: was.get(key) for key in changed},
            after={key: now[key] for key in changed},
        )


def _told(content: dict[str, Any]) -> dict[str, Any]:
    """The content for the record, without the picture itself."""
    logo = content.get("logo")
    return {**content, "logo": hashlib.sha256(logo.encode()).hexdigest() if logo else None}
