"""Whose plan a document is: the office that it names, among those for which a person acts."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from renaksi.model import Plan
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Organisation
from renaksi_web.accounts.policy import allows
from renaksi_web.accounts.selectors import memberships

_WORD: Final = re.compile(r"[^\W_]+")
# Words that many offices share; a file's name rarely has them.
_KINDS: Final = frozenset({"kecamatan", "dinas", "badan", "kelurahan", "bagian", "sekretariat"})


def acts_for(member: Member) -> list[Member]:
    """The person in each office for which they may bring files in by the queue; one query."""
    return [known for known in memberships(member.user) if allows(known, "plan.queue")]


def recognised(plan: Plan, filename: str, offices: Collection[Organisation]) -> Organisation | None:
    """The office that the plan names, by code or name; else the one that its file is named after.

    None where it names another office, or where two would do.
    """
    named = plan.organisation
    if named is not None:
        by_code = [office for office in offices if named.code and office.code == named.code]
        if len(by_code) == 1:
            return by_code[0]
        return _only(
            office for office in offices if _holds(_words(named.name), _words(office.name))
        )
    spoken = _words(filename)
    found = _only(office for office in offices if _holds(spoken, _words(office.name) - _KINDS))
    return found or (next(iter(offices)) if len(offices) == 1 else None)


def named_otherwise(plan: Plan, office: Organisation) -> str | None:
    """The office that a plan names, where that is plainly not this one; None where it may be."""
    named = plan.organisation
    if named is None or (named.code and named.code == office.code):
        return None
    said, known = _words(named.name), _words(office.name)
    return None if said <= known or known <= said else named.name


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _holds(spoken: frozenset[str], name: frozenset[str]) -> bool:
    return bool(name) and name <= spoken


def _only(found: object) -> Organisation | None:
    """The one office, or the one whose name says most."""
    offices = sorted(found, key=lambda office: -len(_words(office.name)))  # type: ignore[call-overload]
    if len(offices) > 1 and len(_words(offices[0].name)) == len(_words(offices[1].name)):
        return None
    return offices[0] if offices else None
