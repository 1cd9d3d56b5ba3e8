"""Rows that stand for a whole: who holds one is alone with what an act reads before it writes.

An act that looks first (is there one already, who else is admin?) and writes what it concluded
locks the row of the whole that it looks at, and only then reads. The lock lets others refer to
the row meanwhile: whoever merely adds something to an office does not wait.
"""

from __future__ import annotations

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Government, Organisation


def lock_office(by: Member) -> None:
    """Be alone with the asker's office until the transaction ends."""
    Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation.pk)


def lock_government(by: Member) -> None:
    """Be alone with the government of the asker's office until the transaction ends."""
    rows = Government.objects.select_for_update(no_key=True)
    rows.get(pk=by.organisation.government_id)
