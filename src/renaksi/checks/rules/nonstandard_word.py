"""A word is not spelled as the dictionary has it.

## What
A name or an indicator uses a spelling that the Kamus Besar Bahasa Indonesia gives as
non-standard: *prosentase* for *persentase*, *perijinan* for *perizinan*, *materai* for
*meterai*. A word that stands so in the official name or indicator of the element, or of one
above it, is never called misspelt, and *efektifitas* and *ketentraman*, on which the official
names themselves disagree, are not looked at.

## Why
A published plan is read by auditors and citizens; a search for the right word does not find
the wrong one.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Prosentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Kamus Besar Bahasa Indonesia; Rencana Aksi Kecamatan Kemangkon 2022 (*Prosentase*, *perijinan*,
*Peranko*, *Materai*).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.spelling import STANDARD
from renaksi.checks.telling import asks, told
from renaksi.checks.view import PlanView, on_text
from renaksi.checks.wording import official_texts, words
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element

RULE = Rule(
    code="RA505",
    slug="nonstandard-word",
    severity="info",
    since="0.1.0",
    gravity=6,
    title={"id": "Kata tidak baku", "en": "Non-standard word"},
    message={
        "id": "“{word}” tidak baku; yang baku “{standard}”.",
        "en": "“{word}” is not standard spelling; the dictionary has “{standard}”.",
    },
    headline={
        "id": "{count} kata tidak baku: {word}.",
        "en": "{count} words are not in standard spelling: {word}.",
    },
    page=__doc__,
    page_id="""
## Apa
Nama atau indikator memakai ejaan yang menurut Kamus Besar Bahasa Indonesia tidak baku:
*prosentase* (persentase), *perijinan* (perizinan), *materai* (meterai). Kata yang memang
demikian dalam nama atau indikator resmi unsur itu, atau unsur di atasnya, tidak pernah
disalahkan; *efektifitas* dan *ketentraman*, yang dalam nama resmi pun berbeda-beda, tidak
diperiksa.

## Mengapa
Rencana yang diterbitkan dibaca pemeriksa dan masyarakat; pencarian kata yang benar tidak
menemukan kata yang salah.
""",
)


_WRONG: Final = frozenset(STANDARD)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each such word, where the plan has it first."""
    known: set[str] = set()
    for text, wrong in told(view, _nonstandard):
        if not wrong <= known:
            for word in sorted(wrong - known - _official_words(view, text.element)):
                known.add(word)
                yield on_text(RULE, text, word=word, standard=STANDARD[word])


@asks
def _nonstandard(name: str) -> frozenset[str]:
    return _WRONG.intersection(words(name))


def _official_words(view: PlanView, element: Element) -> set[str]:
    """The words of the official lines of the element and of all above it."""
    lines = (element, *view.above(element))
    return {word for each in lines for text in official_texts(view, each) for word in words(text)}
