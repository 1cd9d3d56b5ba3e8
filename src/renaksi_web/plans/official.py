"""Picking from the official nomenclature: lines of one level, those under the parent first."""

from __future__ import annotations

from typing import Final, NamedTuple, cast

from renaksi.model import Level
from renaksi.nomenclature.catalogue import Catalogue, Entry, children, entry, kecamatan, whole
from renaksi.nomenclature.names import normal_name
from renaksi.nomenclature.offices import KECAMATAN, fields_of

LABELS: Final = {"program": "Program", "activity": "Kegiatan", "subactivity": "Sub Kegiatan"}
MOST: Final = 12


class Offer(NamedTuple):
    """One official line that may be picked; ``under`` says that it stands under the parent."""

    code: str
    name: str
    indicator: str
    unit: str
    under: bool


def offers(level: str, words: str, parent_code: str | None, office: str) -> list[Offer]:
    """Official lines of a level that hold all words; all of the parent's where none are given."""
    if level not in LABELS:
        return []
    below = _under(level, parent_code) if parent_code else []
    wanted = normal_name(words).split() if words else []
    found = [_offer(each, under=True) for each in below if _holds(each, wanted, words)]
    if wanted or words.strip()[:1].isdigit():
        known = {offer.code for offer in found}
        found += [
            _offer(each, under=False)
            for each in _everywhere(cast(Level, level), wanted, words, office)
            if each.code not in known
        ]
    return found[:MOST]


def official(code: str | None) -> Offer | None:
    """The official line of a code, as it may be taken over."""
    found = entry(code) if code and len(code) in (7, 12, 17) else None
    return None if found is None else _offer(found, under=True)


def _under(level: str, parent_code: str) -> list[Entry]:
    if len(parent_code) not in (4, 7, 12):
        return []
    return [each for each in children(parent_code) if each.level == level]


def _everywhere(level: Level, wanted: list[str], words: str, office: str) -> list[Entry]:
    """Lines of the office's fields; of every field where the office's are not known."""
    fields = fields_of(office)
    part: Catalogue = kecamatan() if fields == (KECAMATAN,) else whole()
    size = {"program": 7, "activity": 12, "subactivity": 17}[level]
    found: list[Entry] = []
    for row, code in enumerate(part.codes):
        if len(code) != size or (fields and not code.startswith((*fields, "X.XX"))):
            continue
        if code.startswith(words.strip() or " ") or all(
            word in normal_name(part.name(row)) for word in wanted
        ):
            own = code.replace("X.XX", fields[0], 1) if fields else code
            line = entry(own)
            if line is not None:
                found.append(line)
        if len(found) >= MOST:
            break
    return found


def _holds(each: Entry, wanted: list[str], words: str) -> bool:
    name = normal_name(each.name)
    return each.code.startswith(words.strip() or each.code) or all(word in name for word in wanted)


def _offer(each: Entry, *, under: bool) -> Offer:
    label = LABELS.get(each.level, "")
    name = each.name if each.name.lower().startswith(label.lower()) else f"{label} {each.name}"
    return Offer(each.code, name, each.indicator, each.unit, under)
