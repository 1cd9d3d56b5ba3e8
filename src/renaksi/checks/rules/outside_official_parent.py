"""An element stands under another parent than the official one.

## What
By its code, or by its official name, a sub-activity belongs to another activity than the
one it is printed under, or an activity to another program. A name that the official list
has under both is left alone.

## Why
The budget is booked under the official parent. Performance and money of the same work then
stand in two places, and the figures of both parents are wrong.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase laporan keuangan yang tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Koordinasi dan Pelaksanaan Akuntansi SKPD | 1. Jumlah dokumen akuntansi | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |
| | | | | 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase laporan keuangan yang tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Koordinasi dan Pelaksanaan Akuntansi SKPD | 1. Jumlah dokumen akuntansi | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |
| 2. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Permendagri 90/2019 and its updates (Kepmendagri 050-5889/2021, 900.1.15.5-3406/2024): the
code of an element begins with its parent's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from renaksi.checks.view import PlanView, named, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element
from renaksi.nomenclature.catalogue import Entry, children, entry, parent_code, stored_code
from renaksi.nomenclature.names import key_of

RULE = Rule(
    code="RA301",
    slug="outside-official-parent",
    severity="warning",
    since="0.1.0",
    gravity=60,
    title={"id": "Di luar induk resminya", "en": "Outside its official parent"},
    message={
        "id": "“{element}” berada di bawah “{parent}”; induk resminya “{official}” ({code}).",
        "en": "“{element}” stands under “{parent}”; its official parent is “{official}” ({code}).",
    },
    headline={
        "id": "{count} kegiatan atau sub kegiatan berada di luar induk resminya: {element}.",
        "en": "{count} activities or sub-activities stand outside their official parent: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Menurut kode atau nama resminya, sebuah sub kegiatan termasuk kegiatan lain daripada tempatnya
tercetak, atau sebuah kegiatan termasuk program lain. Nama yang dalam daftar resmi ada di
bawah keduanya dibiarkan.

## Mengapa
Anggaran dibukukan di bawah induk resmi. Kinerja dan anggaran pekerjaan yang sama lalu berada
di dua tempat, dan angka kedua induknya keliru.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element under a parent that its code does not begin with."""
    for element in view.at("activity", "subactivity"):
        official, parent = view.official(element), view.parent(element)
        if official is None or parent is None or parent.level in ("goal", "objective"):
            continue
        if not _belongs(official.code, parent.code) and _is_certain(view, official, parent):
            above = entry(parent_code(official.code) or "")
            if above is not None:
                yield on_element(
                    RULE,
                    element,
                    parent=named(parent.name),
                    official=above.name,
                    code=above.code,
                )


@lru_cache(maxsize=8192)
def _belongs(code: str, above: str | None) -> bool:
    """Whether the official line is under the upper code, itself or as another of its name."""
    if above is None:
        return False
    if stored_code(code).startswith(stored_code(above) + "."):
        return True
    own = entry(code)
    return own is not None and key_of(own.name) in (key_of(each.name) for each in children(above))


def _is_certain(view: PlanView, official: Entry, parent: Element) -> bool:
    """Whether the parent is known to be another: by its code, or because the official one is here."""
    if parent.code is not None:
        return view.official(parent) is not None
    above = stored_code(parent_code(official.code) or "")
    return any(
        each.code and stored_code(each.code) == above for each in view.levels.get(parent.level, ())
    )
