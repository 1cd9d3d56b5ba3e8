"""An element is called by another level than the official one.

## What
The label word says *Kegiatan*, and officially the name is a sub-activity's; or the other
way round.

## Why
The level decides where targets and money are added up. Called by the wrong level, a
sub-activity is counted as a whole activity.

## Bad
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01 | 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase temuan yang ditindaklanjuti | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |
| | 1. Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Good
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01 | 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase temuan yang ditindaklanjuti | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |
| 7.01.01.2.06 | 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |
| | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Permendagri 90/2019, which gives each name its level. Plans of 2020 and before knew no
sub-activities; their activities return as sub-activities in the list of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.official import line_by_name
from renaksi.checks.view import LEVEL_WORDS, PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA308",
    slug="level-unlike-official",
    severity="warning",
    since="0.1.0",
    gravity=40,
    title={"id": "Tingkat berbeda dari yang resmi", "en": "Level unlike the official one"},
    message={
        "id": "“{element}” ditulis sebagai {level}; menurut nomenklatur {official} ({code}).",
        "en": "“{element}” is called {level}; officially it is {official} ({code}).",
    },
    headline={
        "id": "{count} unsur ditulis pada tingkat yang berbeda dari nomenklatur: {element}.",
        "en": "{count} elements are called by another level than the official one: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Kata tingkatnya menyebut *Kegiatan*, padahal menurut nomenklatur nama itu sub kegiatan; atau
sebaliknya.

## Mengapa
Tingkat menentukan di mana target dan anggaran dijumlahkan. Dengan tingkat yang salah, satu
sub kegiatan terhitung sebagai satu kegiatan penuh.
""",
)

_FIRST_YEAR: Final = 2021


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element whose official line stands on another level."""
    if view.plan.year is not None and view.plan.year < _FIRST_YEAR:
        return
    for element in view.at("program", "activity", "subactivity"):
        official = view.official(element) or line_by_name(view, element)
        if official is None or official.level == "field" or official.level == element.level:
            continue
        yield on_element(RULE, element, official=LEVEL_WORDS[official.level], code=official.code)
