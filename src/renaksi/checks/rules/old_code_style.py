"""The plan uses the codes of before 2023.

## What
A plan for 2024 or later prints sub-activity codes that end in two digits
(``7.01.01.2.06.04``); since 2023 they end in four (``7.01.01.2.06.0004``).

## Why
Systems and lists of today know the long form. The short one has to be translated first, and
tells that the plan was copied from an old one.

## Bad
RENCANA AKSI TAHUN 2025

KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.04 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Good
RENCANA AKSI TAHUN 2025

KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0004 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Kepmendagri 900.1.15.5-1317/2023, the first edition with four digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA306",
    slug="old-code-style",
    severity="info",
    since="0.1.0",
    gravity=10,
    title={"id": "Kode bergaya lama", "en": "Codes of an old style"},
    message={
        "id": "{count} kode masih bergaya lama, misalnya {code}; bentuk sekarang {now}.",
        "en": "{count} codes are of the old style, e.g. {code}; the present form is {now}.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana untuk tahun 2024 atau sesudahnya mencetak kode sub kegiatan yang berakhir dua digit
(`7.01.01.2.06.04`); sejak 2023 kode itu berakhir empat digit (`7.01.01.2.06.0004`).

## Mengapa
Sistem dan daftar sekarang mengenal bentuk panjang. Bentuk pendek harus diterjemahkan dahulu,
dan menandakan rencana ini disalin dari rencana lama.
""",
)

_FIRST_YEAR: Final = 2024


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding on the first old code of a plan that is new."""
    if view.plan.year is None or view.plan.year < _FIRST_YEAR:
        return
    old = [
        element
        for element in view.levels.get("subactivity", ())
        if element.code and element.code_printed and _is_old(element.code_printed)
    ]
    if old:
        first = old[0]
        yield on_element(
            RULE, first, count=str(len(old)), code=first.code_printed or "", now=first.code or ""
        )


def _is_old(printed: str) -> bool:
    """Whether a sub-activity's code ends in two digits."""
    return len(printed.strip(" .").replace(" ", ".").rpartition(".")[2]) == 2
