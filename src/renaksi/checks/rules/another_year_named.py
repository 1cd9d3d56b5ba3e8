"""A text names a year that has passed.

## What
The plan is for one year, and the name of an element or indicator names one of the years
before. Reports, evaluations and figures of the year before, and the years of laws, are
left alone.

## Why
The row was copied from an older plan. Its target is probably the old one too, and what it
names can no longer be brought about.

## Bad
RENCANA AKSI TAHUN 2023

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan | 1. Jumlah bus angkutan lebaran tahun 2022 | Unit | TW I - TW II 80 TW III - TW IV - |

## Good
RENCANA AKSI TAHUN 2023

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan | 1. Jumlah bus angkutan lebaran tahun 2023 | Unit | TW I - TW II 80 TW III - TW IV - |

## Source
Practice: the Rencana Aksi 2016 of Dinas Perhubungan Jawa Barat plans vehicles for the
holidays and permits of *Tahun 2015*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.telling import asks, told
from renaksi.checks.view import PlanView, named, on_text
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA116",
    slug="another-year-named",
    severity="warning",
    since="0.1.0",
    gravity=58,
    title={"id": "Menyebut tahun lampau", "en": "A past year is named"},
    message={
        "id": "“{text}” menyebut tahun {named}, padahal rencana ini untuk tahun {year}.",
        "en": "“{text}” names {named}, but the plan is for {year}.",
    },
    headline={
        "id": "{count} baris menyebut tahun {named} dalam rencana tahun {year}; mungkin disalin dari rencana lama.",
        "en": "{count} rows name {named} in a plan for {year}; they may be copied from an old one.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana ini untuk satu tahun, dan nama sebuah unsur atau indikator menyebut salah satu tahun
sebelumnya. Laporan, evaluasi, dan angka tahun sebelumnya, serta tahun peraturan, dibiarkan.

## Mengapa
Baris itu disalin dari rencana lama. Targetnya mungkin juga target lama, dan yang disebut
tidak dapat lagi diwujudkan.
""",
)

_WORD: Final = "tahun "
_PAST: Final = 3  # years back; what is older is the year of a law or a basis of comparison

# What is about a past year rightly: reports on it, and the laws and plans that are named by it.
_RIGHTLY: Final = (
    "laporan", "lkjip", "lakip", "lppd", "lkpj", "evaluasi", "realisasi", "capaian", "hasil",
    "audit", "tindak lanjut", "ditindaklanjuti", "temuan", "undang", "peraturan", "perda",
    "nomor", "no.", "renstra", "rpjm", "dibanding", "baseline", "sejak", "dasar", "silpa",
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each text that names one of the few years before the plan's."""
    year = view.plan.year
    if year is None:
        return
    for text, figure in told(view, _year_named):
        if figure and year - _PAST <= int(figure) < year:
            yield on_text(RULE, text, text=named(text.name), named=figure, year=str(year))


@asks
def _year_named(name: str) -> str | None:
    """The year that a name names alone, where it may not be another than the plan's."""
    words = name.lower()
    _, found, rest = words.rpartition(_WORD)
    figure = rest[:4]
    if not found or not figure.isdecimal() or rest[4:5].isalnum() or rest[4:5] in ("-", "/", "–"):
        return None
    return None if any(word in words for word in _RIGHTLY) else figure
