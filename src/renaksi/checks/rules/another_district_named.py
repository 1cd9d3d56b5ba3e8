"""The plan of one kecamatan names another.

## What
The office is a kecamatan, and an element or an indicator names another kecamatan of the
same regency or city.

## Why
The row was copied from a neighbour's plan. Its target may be the neighbour's too, and the
office promises what it cannot bring about.

## Bad
RENCANA AKSI TAHUN 2022

KECAMATAN KEMANGKON

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Cakupan desa tertib administrasi Kecamatan Bukateja | Persen | TW I 10% TW II 15% TW III 20% TW IV 26% |

## Good
RENCANA AKSI TAHUN 2022

KECAMATAN KEMANGKON

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Cakupan desa tertib administrasi Kecamatan Kemangkon | Persen | TW I 10% TW II 15% TW III 20% TW IV 26% |

## Source
Perpres 29/2014 on SAKIP: an office answers for the performance of its own task. Names of
kecamatan as in the list of regions (Kepmendagri 100.1.1-6117/2022 and its updates).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.telling import asks, told
from renaksi.checks.view import PlanView, named, on_text
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature import regions

RULE = Rule(
    code="RA115",
    slug="another-district-named",
    severity="warning",
    since="0.1.0",
    gravity=72,
    title={"id": "Menyebut kecamatan lain", "en": "Another kecamatan is named"},
    message={
        "id": "“{text}” menyebut Kecamatan {other}, padahal ini rencana {office}.",
        "en": "“{text}” names Kecamatan {other}, but the plan is {office}’s.",
    },
    headline={
        "id": "{count} baris menyebut Kecamatan {other}, padahal ini rencana {office}; mungkin disalin.",
        "en": "{count} rows name Kecamatan {other}, but the plan is {office}’s; they may be copied.",
    },
    page=__doc__,
    page_id="""
## Apa
Perangkat daerahnya kecamatan, dan sebuah unsur atau indikator menyebut kecamatan lain di
kabupaten atau kota yang sama.

## Mengapa
Baris itu disalin dari rencana tetangga. Targetnya mungkin juga milik tetangga, dan yang
dijanjikan bukan hal yang dapat diwujudkan perangkat daerah ini.
""",
)

_WORD: Final = "kecamatan "
_LONGEST: Final = 3  # words of a kecamatan's name that are tried
_NO_NAMES: Final = ("dan ", "yang ", "tahun ", "kabupaten ", "kota ", "dalam ", "se-")


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each text that names another kecamatan of the office's regency."""
    office = view.plan.organisation
    if office is None or not office.name.lower().startswith(_WORD):
        return
    around = office.code[:5] if office.code and len(office.code) == 8 else None
    if around is None:
        return
    own = office.name[len(_WORD) :].lower()
    for text, behind in told(view, _behind_the_word):
        other = _other_named(behind, own, around)
        if other:
            yield on_text(RULE, text, text=named(text.name), other=other, office=office.name)


@asks
def _behind_the_word(name: str) -> str:
    """What a name has behind its last *Kecamatan*, where that may be the name of one."""
    place = name.lower().rfind(_WORD)
    rest = name[place + len(_WORD) :] if place >= 0 else ""
    return rest if rest[:1].isupper() else ""


def _other_named(rest: str, own: str, around: str) -> str | None:
    """The other kecamatan that a text names, as the list of regions writes it."""
    if rest.lower().startswith((own, *_NO_NAMES)):
        return None
    words = rest.replace(",", " ").replace(".", " ").split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        region = regions.find(_WORD + " ".join(words[:count]), around)
        if region is not None and region.kind == "district" and region.name.lower() != own:
            return region.name
    return None
