"""A kecamatan's plan holds work of another field.

## What
The plan is a kecamatan's (or a distrik's, kapanewon's, kemantren's, kelurahan's), and one
of its elements belongs to another field (*bidang urusan*) than 7.01 Kecamatan.

## Why
A kecamatan's work has codes of its own. An element of another field is the task of a dinas,
copied from its plan, or bears a name that only looks alike.

## Bad
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.06 | 1. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Persentase desa tertib administrasi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |
| 2.13.04 | 2. Program Administrasi Pemerintahan Desa | 1. Persentase desa dengan perencanaan tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.06 | 1. Program Pembinaan dan Pengawasan Pemerintahan Desa | 1. Persentase desa tertib administrasi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Permendagri 90/2019: 7.01 is the field of kecamatan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature.catalogue import TEMPLATE, entry
from renaksi.nomenclature.offices import KECAMATAN, fields_of

RULE = Rule(
    code="RA307",
    slug="code-of-another-field",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Kode bidang lain", "en": "Code of another field"},
    message={
        "id": "“{element}” ({code}) termasuk {field}, bukan bidang kecamatan.",
        "en": "“{element}” ({code}) belongs to {field}, not to the field of kecamatan.",
    },
    headline={
        "id": "{count} pekerjaan dalam rencana termasuk bidang lain, bukan kecamatan: {element}.",
        "en": "{count} works of the plan belong to other fields than kecamatan: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana ini milik kecamatan (atau distrik, kapanewon, kemantren, kelurahan), dan satu
unsurnya termasuk bidang urusan lain daripada 7.01 Kecamatan.

## Mengapa
Pekerjaan kecamatan mempunyai kodenya sendiri. Unsur dari bidang lain adalah tugas sebuah
dinas, disalin dari rencananya, atau namanya hanya kebetulan mirip.
""",
)

_SURE: Final = 0.9


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element of a kecamatan's plan that is surely of another field."""
    office = view.plan.organisation
    if office is None or fields_of(office.name) != (KECAMATAN,):
        return
    for element in view.at("program", "activity", "subactivity"):
        code, score = element.code, element.code_score
        if code is None or code[:4] in (KECAMATAN, TEMPLATE):
            continue
        field = entry(code[:4])
        if field is not None and (score is None or score >= _SURE):
            yield on_element(RULE, element, code=code, field=f"{field.code} {field.name}")
