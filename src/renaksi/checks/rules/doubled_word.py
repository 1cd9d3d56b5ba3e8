"""A word is written twice in a row.

## What
A name repeats a small word (*dan dan*, *yang yang*) or a long one (*Pemilihan Pemilihan*)
with nothing but a space between. Reduplication is Indonesian grammar, not an error:
*sama-sama*, *rata rata*, *undang undang* are left alone, and so is what the official name
itself doubles.

## Why
A slip of copying. Harmless by itself, it makes the name unlike the official one and is the
first thing that a reader of the printed plan sees.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Pelaksanaan Pemilihan Pemilihan Kepala Desa | 1. Jumlah fasilitasi pemilihan kepala desa | Desa | TW I - TW II - TW III - TW IV 4 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Pelaksanaan Pemilihan Kepala Desa | 1. Jumlah fasilitasi pemilihan kepala desa | Desa | TW I - TW II - TW III - TW IV 4 |

## Source
Rencana Aksi Kecamatan Kemangkon 2022; Ejaan Bahasa Indonesia yang Disempurnakan V (2022),
kata ulang: a reduplicated word is written with a hyphen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from renaksi.checks.telling import asks, told
from renaksi.checks.view import PlanView, on_text
from renaksi.checks.wording import official_texts, words
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element

RULE = Rule(
    code="RA503",
    slug="doubled-word",
    severity="info",
    since="0.1.0",
    gravity=12,
    title={"id": "Kata tertulis dua kali", "en": "Doubled word"},
    message={
        "id": "Kata “{word}” tertulis dua kali berturut-turut.",
        "en": "The word “{word}” is written twice in a row.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah nama mengulang kata tugas (*dan dan*, *yang yang*) atau kata panjang (*Pemilihan
Pemilihan*) yang hanya dipisahkan spasi. Kata ulang bukan kesalahan: *sama-sama*, *rata rata*,
*undang undang* tidak termasuk, demikian pula pengulangan dalam nama resminya.

## Mengapa
Salah salin. Tidak berbahaya, tetapi membuat nama berbeda dari nama resminya dan merupakan hal
pertama yang dilihat pembaca.
""",
)

_SMALL: Final = frozenset(
    {
        "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "oleh", "pada",
        "serta", "untuk", "yang",
    }
)  # fmt: skip
# Shorter content words are reduplicated too often, and too often without their hyphen.
_SHORTEST: Final = 7


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each name of an element or indicator that doubles a word."""
    for text, twice in told(view, _twice_in_a_row):
        for word in twice:
            if not _official(view, text.element, words(text.name), word):
                yield on_text(RULE, text, word=word)
                break


@asks
def _twice_in_a_row(name: str) -> tuple[str, ...]:
    """The words that a name writes twice in a row and that nobody reduplicates."""
    in_order = words(name)
    if len(set(in_order)) == len(in_order):
        return ()
    written = " ".join(name.lower().split())
    return tuple(
        word
        for before, word in pairwise(in_order)
        if before == word
        and (word in _SMALL or (len(word) >= _SHORTEST and word.isalpha()))
        and f"{word} {word}" in written
    )


def _official(view: PlanView, element: Element, in_order: tuple[str, ...], word: str) -> bool:
    """Whether the official line doubles the word, or begins with it behind the label word.

    *Kegiatan Kegiatan Pemberdayaan Kelurahan* is a label and a name that begins alike.
    """
    labelled = in_order[:2] == (word, word) or in_order[:3] == ("sub", word, word)
    for official in map(words, official_texts(view, element)):
        if (word, word) in pairwise(official) or (labelled and official[:1] == (word,)):
            return True
    return False
