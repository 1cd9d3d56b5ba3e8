"""A name differs from the official one in its words.

## What
The element is known by its code or by likeness, and its name has other words than the
official one. Case, punctuation, word breaks, label words and abbreviations (*Kab/Kota*,
*SKPD* for *Perangkat Daerah*) are no difference.

## Why
Budget and planning systems know the official name alone. A name that differs in a word can
neither be found there nor be added up over offices. Official names change from edition to
edition: the one told here is of the newest.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor Kecamatan dan Rumah Tangga | 1. Jumlah paket bahan logistik | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Permendagri 90/2019 and its updates (Kepmendagri 050-5889/2021, 900.1.15.5-1317/2023,
900.1.15.5-3406/2024), which give the names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from renaksi.checks.official import is_another_line
from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule, Words
from renaksi.nomenclature.names import words_of

RULE = Rule(
    code="RA302",
    slug="name-unlike-official",
    severity="warning",
    since="0.1.0",
    gravity=25,
    title={"id": "Nama berbeda dari nama resmi", "en": "Name unlike the official one"},
    message={
        "id": "“{element}” berbeda dari nama resmi {code}, “{official}”: {difference}.",
        "en": "“{element}” differs from the official name of {code}, “{official}”: {difference}.",
    },
    headline={
        "id": "{count} nama berbeda dari nama resminya dalam nomenklatur.",
        "en": "{count} names differ from their official ones.",
    },
    page=__doc__,
    page_id="""
## Apa
Unsurnya dikenali dari kode atau kemiripan, dan namanya memakai kata lain daripada nama
resmi. Huruf besar, tanda baca, spasi, kata tingkat, dan singkatan (*Kab/Kota*, *SKPD* untuk
*Perangkat Daerah*) tidak dianggap berbeda.

## Mengapa
Sistem perencanaan dan anggaran hanya mengenal nama resmi. Nama yang berbeda satu kata tidak
dapat ditemukan di sana dan tidak dapat dijumlahkan antarperangkat daerah. Nama resmi berubah
antaredisi; yang disebut di sini berasal dari edisi terbaru.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element whose name has other words than its official line."""
    for element in view.at("program", "activity", "subactivity"):
        official = view.official(element)
        if official is None or not element.name or is_another_line(element, official):
            continue
        difference = _difference(element.name, official.name)
        if difference is not None:
            yield on_element(
                RULE, element, code=official.code, official=official.name, difference=difference
            )


@lru_cache(maxsize=8192)
def _difference(name: str, official: str) -> Words | None:
    """Which words are too many and which are missing; their order where all are there."""
    printed, expected = words_of(name), words_of(official)
    if "".join(printed) == "".join(expected):
        return None
    extra, missing = _beyond(printed, expected), _beyond(expected, printed)
    if extra and missing:
        return Words(
            f"tertulis “{extra}”, resminya “{missing}”",
            f"it says “{extra}”, officially “{missing}”",
        )
    if extra:
        return Words(f"kata “{extra}” berlebih", f"“{extra}” is too many")
    if missing:
        return Words(f"kata “{missing}” tidak ada", f"“{missing}” is missing")
    return Words("urutan katanya lain", "its words are in another order")


def _beyond(words: tuple[str, ...], others: tuple[str, ...]) -> str:
    """The words that stand more often in ``words`` than in ``others``, in their order."""
    left = list(others)
    beyond = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            beyond.append(word)
    return " ".join(beyond)
