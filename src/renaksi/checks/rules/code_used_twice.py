"""Two elements have the same official code.

## What
One official program, activity or sub-activity stands in the plan twice, under two parents
or in two wordings.

## Why
It is one line of the budget. Two promises for it contradict or double each other, and one
of the two names is probably meant for something else.

## Bad
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0004 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 7.01.01.2.06.0004 | 2. Sub Kegiatan Penyediaan Alat Tulis dan Bahan Logistik Kantor | 1. Jumlah paket alat tulis | Paket | TW I 1 TW II 1 TW III 2 TW IV 1 |

## Good
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0004 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 7.01.01.2.06.0007 | 2. Sub Kegiatan Penyediaan Bahan/Material | 1. Jumlah paket bahan dan material | Paket | TW I 1 TW II 1 TW III 2 TW IV 1 |

## Source
Permendagri 90/2019: a code stands for one element of an office.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, named, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element
from renaksi.nomenclature.names import key_of

RULE = Rule(
    code="RA312",
    slug="code-used-twice",
    severity="warning",
    since="0.1.0",
    gravity=40,
    title={"id": "Kode dipakai dua kali", "en": "Code used twice"},
    message={
        "id": "“{element}” berkode {code}, sama dengan “{other}”.",
        "en": "“{element}” has the code {code}, and so has “{other}”.",
    },
    headline={
        "id": "{count} unsur berkode sama dengan unsur lain: {code}.",
        "en": "{count} elements share their code with another: {code}.",
    },
    page=__doc__,
    page_id="""
## Apa
Satu program, kegiatan, atau sub kegiatan resmi tercantum dua kali dalam rencana, di bawah
dua induk atau dengan dua penulisan.

## Mengapa
Dalam anggaran itu satu baris. Dua janji untuknya saling bertentangan atau terhitung ganda,
dan salah satu namanya mungkin dimaksudkan untuk hal lain.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element whose code an element before it has."""
    first: dict[str, Element] = {}
    for element in view.plan.elements:
        if element.code is None:
            continue
        other = first.setdefault(element.code, element)
        if other is not element and not _is_repeated_name(element, other):
            yield on_element(RULE, element, code=element.code, other=named(other.name))


def _is_repeated_name(element: Element, other: Element) -> bool:
    """Whether both stand under one parent in the same words, which is another rule's finding."""
    same_parent = element.parent == other.parent and element.level == other.level
    return same_parent and key_of(element.name or "") == key_of(other.name or "")
