"""A heading names its program in other words than the row.

## What
The plan prints an element twice, as a heading and as a row with its indicator, and the
two names differ in a word.

## Why
It is one program, and the reader takes it for one. Two wordings make it look like two, and
only one of them can be the official name.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase temuan yang ditindaklanjuti | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

**A. Program Penunjang Urusan Pemerintahan Daerah**

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota | 1. Persentase temuan yang ditindaklanjuti | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

**A. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota**

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Permendagri 90/2019: a program has one name.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, named, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature.names import key_of

RULE = Rule(
    code="RA111",
    slug="heading-differs",
    severity="info",
    since="0.1.0",
    gravity=15,
    title={"id": "Judul berbeda dari baris", "en": "Heading differs from the row"},
    message={
        "id": "Judul “{heading}” dan baris “{element}” menamai {level} yang sama dengan kata berbeda.",
        "en": "Heading “{heading}” and row “{element}” name the same {level} in other words.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana mencetak satu unsur dua kali, sebagai judul dan sebagai baris berindikator, dan
kedua namanya berbeda kata.

## Mengapa
Programnya satu, dan memang dibaca sebagai satu. Dua penulisan membuatnya tampak seperti
dua, dan hanya satu yang dapat merupakan nama resmi.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element whose heading has other words than its row."""
    for element in view.plan.elements:
        heading, name = element.heading, element.name
        if heading and name and key_of(heading) != key_of(name):
            yield on_element(RULE, element, heading=named(heading))
