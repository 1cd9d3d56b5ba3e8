"""A printed code belongs to another name.

## What
The plan prints a code beside an element, and in the official list that code has a quite
different name.

## Why
One of the two is wrong, and the money follows the code. The targets then measure other
work than the budget pays for.

## Bad
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0008 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Good
KECAMATAN BUKATEJA

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.01.2.06.0004 | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Permendagri 90/2019 and its updates, which give each code one name.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.official import is_another_line
from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA305",
    slug="code-disagrees-with-name",
    severity="warning",
    since="0.1.0",
    gravity=55,
    title={"id": "Kode tidak sesuai nama", "en": "Code disagrees with the name"},
    message={
        "id": "“{element}” berkode {code}, padahal kode itu bernama “{official}”.",
        "en": "“{element}” carries the code {code}, which is “{official}”.",
    },
    headline={
        "id": "{count} kode tidak sesuai dengan namanya; anggaran mengikuti kode, kinerja mengikuti nama.",
        "en": "{count} codes disagree with their names; the money follows the code, the targets the name.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana mencetak kode di samping sebuah unsur, dan dalam daftar resmi kode itu bernama sama
sekali lain.

## Mengapa
Salah satunya keliru, dan anggaran mengikuti kode. Targetnya lalu mengukur pekerjaan lain
daripada yang dibiayai.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each printed code whose official name is unlike the printed name."""
    for element in view.at("program", "activity", "subactivity"):
        official = view.official(element)
        if official is not None and is_another_line(element, official):
            code = element.code_printed or official.code
            yield on_element(RULE, element, code=code, official=official.name)
