"""Picking from the official nomenclature: lines of one level, those under the parent first."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi.nomenclature.catalogue import (
    TEMPLATE,
    Catalogue,
    Entry,
    children,
    entry,
    kecamatan,
    whole,
)
from renaksi.nomenclature.names import normal_name
from renaksi.nomenclature.offices import KECAMATAN, fields_of

LABELS: Final = {"program": "Program", "activity": "Kegiatan", "subactivity": "Sub Kegiatan"}
_LENGTHS: Final = {"program": 7, "activity": 12, "subactivity": 17}
MOST: Final = 12


class Offer(NamedTuple):
    """One official line that may be picked; ``under`` says that it stands under the parent."""

    code: str
    name: str
    indicator: str
    unit: str
    under: bool


def offers(level: str, words: str, parent_code: str | None, office: str) -> list[Offer]:
    """Official lines of a level that hold all words, or whose code begins as typed.

    Without words all that stand directly under the parent's code.
    """
    if level not in LABELS:
        return []
    asked = _Asked(words)
    below = _under(level, parent_code) if parent_code else []
    found = [_offer(each, under=True) for each in below if asked.holds(each.code, each.name)]
    if not asked.nothing:
        known = {offer.code for offer in found}
        everywhere = _everywhere(level, asked, office)
        found += [_offer(each, under=False) for each in everywhere if each.code not in known]
    return found[:MOST]


def official(code: str | None) -> Offer | None:
    """The official line of a code, as it may be taken over."""
    found = entry(code) if code and len(code) in (7, 12, 17) else None
    return None if found is None else _offer(found, under=True)


def _under(level: str, parent_code: str) -> list[Entry]:
    if len(parent_code) not in (4, 7, 12):
        return []
    return [each for each in children(parent_code) if each.level == level]


def _everywhere(level: str, asked: _Asked, office: str) -> list[Entry]:
    """Lines of the office's fields; of every field where the office's are not known."""
    fields = fields_of(office)
    part: Catalogue = kecamatan() if fields == (KECAMATAN,) else whole()
    found: list[Entry] = []
    for row, stored in enumerate(part.codes):
        if len(stored) != _LENGTHS[level] or (
            fields and not stored.startswith((*fields, TEMPLATE))
        ):
            continue
        code = stored.replace(TEMPLATE, fields[0], 1) if fields else stored
        if asked.holds(code, part.name(row)):
            line = entry(code)
            if line is not None:
                found.append(line)
        if len(found) >= MOST:
            break
    return found


class _Asked:
    """What was typed: the beginning of a code, or words of a name."""

    def __init__(self, typed: str) -> None:
        self._code = typed.strip() if typed.strip()[:1].isdigit() else ""
        self._words = [] if self._code else normal_name(typed).split()
        self.nothing = not (self._code or self._words)

    def holds(self, code: str, name: str) -> bool:
        if self._code:
            return code.startswith(self._code)
        if not self._words:
            return True
        normal = normal_name(name)
        return all(word in normal for word in self._words)


def _offer(each: Entry, *, under: bool) -> Offer:
    label = LABELS.get(each.level, "")
    name = each.name if each.name.lower().startswith(label.lower()) else f"{label} {each.name}"
    return Offer(each.code, name, each.indicator, each.unit, under)
