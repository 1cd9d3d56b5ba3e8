"""A printed code stands in no official list.

## What
The plan prints a code in the style of the nomenclature, and the nomenclature of regencies
and cities has none such. Codes of a province and of plans before 2021 are left alone.

## Why
Nothing can be budgeted under a code that does not exist. A digit was mistyped, or the
element was dropped from the list by a later edition.

## Bad
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0444 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Good
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0004 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Permendagri 90/2019 and its updates (Kepmendagri 050-5889/2021, 900.1.15.5-1317/2023,
900.1.15.5-3406/2024).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature.catalogue import entry, normal_code

RULE = Rule(
    code="RA313",
    slug="unknown-code",
    severity="warning",
    since="0.1.0",
    gravity=35,
    title={"id": "Kode tidak dikenal", "en": "Unknown code"},
    message={
        "id": "Kode {code} pada “{element}” tidak ada dalam nomenklatur.",
        "en": "The code {code} of “{element}” is not in the nomenclature.",
    },
    headline={
        "id": "{count} kode tidak ada dalam nomenklatur: {code}.",
        "en": "{count} codes are not in the nomenclature: {code}.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana mencetak kode bergaya nomenklatur, dan nomenklatur kabupaten/kota tidak memuatnya.
Kode provinsi dan kode rencana sebelum 2021 dibiarkan.

## Mengapa
Tidak ada yang dapat dianggarkan pada kode yang tidak ada. Mungkin satu angkanya salah ketik,
atau unsurnya dihapus dari daftar oleh edisi kemudian.
""",
)

_FIRST_YEAR: Final = 2021
_OF_PROVINCE: Final = "1"


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each printed code that the nomenclature does not hold."""
    if view.plan.year is not None and view.plan.year < _FIRST_YEAR:
        return
    for element in view.at("program", "activity", "subactivity"):
        printed = element.code_printed or (element.code_basis == "printed" and element.code)
        if printed:
            code, _ = normal_code(printed)
            if code is not None and code[8:9] != _OF_PROVINCE and entry(code) is None:
                yield on_element(RULE, element, code=printed)
