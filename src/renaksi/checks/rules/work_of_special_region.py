"""An element belongs to regions with special autonomy, and the office is none of theirs.

## What
The fourth part of an official code tells whose authority it is. Aceh, Yogyakarta and the
provinces of Papua have elements of their own (*Qanun*, *Mukim*, *Keistimewaan*, *Orang Asli
Papua*); this plan holds one, and its office lies elsewhere.

## Why
The element does not exist for this office and cannot be budgeted. Some names are the same
as an ordinary element's, so that the code was taken from the wrong line of the list.

## Bad
KECAMATAN KEMANGKON

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.04.7.04 | 1. Kegiatan Koordinasi Penerapan dan Penegakan Qanun dan Peraturan Kepala Daerah | 1. Persentase pelanggaran yang ditindak | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
KECAMATAN KEMANGKON

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 7.01.04.2.02 | 1. Kegiatan Koordinasi Penerapan dan Penegakan Peraturan Daerah dan Peraturan Kepala Daerah | 1. Persentase pelanggaran yang ditindak | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Permendagri 90/2019 and its updates (900.1.15.5-3406/2024), which list them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA310",
    slug="work-of-special-region",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Pekerjaan daerah khusus", "en": "Work of a special region"},
    message={
        "id": "“{element}” ({code}) hanya berlaku di {region}.",
        "en": "“{element}” ({code}) exists in {region} alone.",
    },
    page=__doc__,
    page_id="""
## Apa
Bagian keempat kode resmi menunjukkan kewenangan siapa. Aceh, Yogyakarta, dan provinsi-provinsi
di Papua mempunyai unsur sendiri (*Qanun*, *Mukim*, *Keistimewaan*, *Orang Asli Papua*);
rencana ini memuat salah satunya, padahal perangkat daerahnya berada di tempat lain.

## Mengapa
Unsur itu tidak ada bagi perangkat daerah ini dan tidak dapat dianggarkan. Sebagian namanya
sama dengan unsur biasa, sehingga kodenya terambil dari baris yang salah.
""",
)

# The fourth part of a code → where it applies, as the first digits of region codes.
_REGIONS: Final = {
    "3": ("Papua", "9"),
    "4": ("Papua", "9"),
    "5": ("DI Yogyakarta", "34"),
    "7": ("Aceh", "11"),
}


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element that exists in another region alone."""
    office = view.plan.organisation
    if office is None or not office.code:
        return
    for element in view.at("activity", "subactivity"):
        code = element.code or ""
        region, prefix = _REGIONS.get(code[8:9], ("", ""))
        if region and not office.code.startswith(prefix):
            yield on_element(RULE, element, code=code, region=region)
