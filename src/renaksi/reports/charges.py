"""Who answers for what: the officials below the head of an office, and what is in their charge.

An indicator names who is responsible for it in the words of the office (*Kasi Pemerintahan*),
and an official has a position in full (*Kepala Seksi Pemerintahan Kecamatan Kemangkon*).
Both are compared without the office's name, its kind, and the customary short forms.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi.diagnostics import RenaksiError
from renaksi.model import Element, Plan
from renaksi.reports.names import EVERYBODY
from renaksi.reports.office import Office, Official

# Short forms of positions, as offices write them.
_SHORT: Final = {
    "kasi": "kepala seksi", "kasie": "kepala seksi", "kasubag": "kepala sub bagian",
    "kasubbag": "kepala sub bagian", "subbagian": "sub bagian", "subbag": "sub bagian",
    "subag": "sub bagian", "kabid": "kepala bidang", "kabag": "kepala bagian",
    "kasubid": "kepala sub bidang", "kasubbid": "kepala sub bidang", "subbidang": "sub bidang",
    "sekcam": "sekretaris kecamatan", "seklur": "sekretaris kelurahan",
    "sekdis": "sekretaris dinas", "sekban": "sekretaris badan", "ka": "kepala", "dan": "&",
}  # fmt: skip


class Charge(NamedTuple):
    """An element with the positions of those of its indicators that are answered for."""

    element: Element
    places: tuple[int, ...]


class UnknownOfficial(RenaksiError):
    """An agreement was asked for of somebody whom the data of the office do not hold."""


def plainly(position: str, office: str = "") -> str:
    """A position or name as it is compared: in full, without the name of the office."""
    return _plainly(position, office)


@lru_cache(maxsize=4096)
def _plainly(position: str, office: str) -> str:
    words = _words(position)
    own = _words(office)
    # *Sekretaris Kecamatan Kemangkon*, *Sekretaris Kemangkon* and *Sekretaris Kecamatan*.
    for tail in (own, own[1:], own[:1]):
        if tail and len(words) > len(tail) and words[-len(tail) :] == tail:
            words = words[: -len(tail)]
    return " ".join(words)


def _words(text: str) -> list[str]:
    found = re.findall(r"[^\W_]+|&", text.casefold())
    return " ".join(_SHORT.get(word, word) for word in found).split()


def is_named(said: str | None, official: Official, office: str) -> bool:
    """Whether a cell *Penanggung jawab* names the official; it may name several (``;`` ``/``)."""
    mine = {plainly(one, office) for one in (official.position, official.name) if one}
    parts = [said or "", *re.split(r"[;/\n]", said or "")]
    return any(plainly(part, office) in mine for part in parts if part.strip())


def in_charge(plan: Plan, official: Official, office: str) -> list[Charge]:
    """The elements in the official's charge, or with an indicator in it, in document order."""
    found = []
    for element in plan.elements:
        places = tuple(
            place
            for place, row in enumerate(element.indicators)
            if is_named(row.responsible, official, office)
        )
        if places or is_named(element.responsible, official, office):
            found.append(Charge(element, places))
    return found


def superior_of(official: Official, office: Office) -> Official:
    """Whom a member of the staff answers to: the one named, else the head of the office."""
    wanted = plainly(official.superior, office.name)
    staff = (one for one in office.staff if plainly(one.position, office.name) == wanted)
    return next(staff, office.head) if wanted else office.head


def chosen(official: str, office: Office) -> tuple[Official, ...]:
    """The officials whose agreements are asked for; the head stands for an empty word.

    Raises `UnknownOfficial` for a word that names nobody.
    """
    if not official:
        return (office.head,)
    if official.casefold() == EVERYBODY:
        return (office.head, *office.staff)
    wanted = plainly(official, office.name)
    for one in (office.head, *office.staff):
        if wanted in (plainly(one.position, office.name), plainly(one.name, office.name)):
            return (one,)
    known = "; ".join(one.position or one.name for one in (office.head, *office.staff)) or "-"
    raise UnknownOfficial(
        id=f"Pejabat “{official}” tidak ada dalam data kantor; yang ada: {known}.",
        en=f"The data of the office hold no official “{official}”; they hold: {known}.",
    )
