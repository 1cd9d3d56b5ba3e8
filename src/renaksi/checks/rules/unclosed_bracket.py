"""A bracket is opened and not closed, or closed and not opened.

## What
The name of an element or an indicator has a bracket without its partner. List marks such as
`a)` or `1)` are no brackets, and an official name that lacks one is left alone.

## Why
The text was cut off, in the office or on its way here: what stood behind the bracket may
be part of what is measured.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Jasa Pelayanan Umum Kantor | 1. Jasa pelayanan umum kantor (honor THL, kebersihan, operator komputer | Bulan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Jasa Pelayanan Umum Kantor | 1. Jasa pelayanan umum kantor (honor THL, kebersihan, operator komputer) | Bulan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
Rencana Aksi Kecamatan Kemangkon 2022; Ejaan Bahasa Indonesia yang Disempurnakan V (2022),
tanda kurung.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.telling import asks, told
from renaksi.checks.view import PlanView, named, on_text
from renaksi.checks.wording import official_texts
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA502",
    slug="unclosed-bracket",
    severity="info",
    since="0.1.0",
    gravity=15,
    title={"id": "Kurung tidak berpasangan", "en": "Unclosed bracket"},
    message={
        "id": "Tanda kurung pada “{text}” tidak berpasangan; mungkin teksnya terpotong.",
        "en": "A bracket in “{text}” has no partner; the text may have been cut off.",
    },
    page=__doc__,
    page_id="""
## Apa
Nama unsur atau indikator memuat tanda kurung tanpa pasangannya. Tanda daftar seperti `a)` atau
`1)` bukan kurung, dan nama resmi yang memang kurang kurung tidak termasuk.

## Mengapa
Teksnya terpotong, di kantor atau dalam perjalanannya: yang hilang di balik kurung bisa saja
bagian dari yang diukur.
""",
)

_PARTNERS: Final = {")": "(", "]": "[", "}": "{"}
_LONGEST_MARK: Final = 2


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each name of an element or indicator with an odd bracket."""
    for text, _ in told(view, _is_odd):
        if not any(map(_is_odd, official_texts(view, text.element))):
            yield on_text(RULE, text, text=named(text.name))


@asks
def _is_odd(text: str) -> bool:
    """Whether a bracket lacks its partner."""
    if not ("(" in text or ")" in text or "[" in text or "]" in text or "{" in text or "}" in text):
        return False
    opened: list[str] = []
    for position, char in enumerate(text):
        if char in "([{":
            opened.append(char)
        elif char in _PARTNERS:
            if opened and opened[-1] == _PARTNERS[char]:
                opened.pop()
            elif char != ")" or not _is_list_mark(text, position):
                return True
    return bool(opened)


def _is_list_mark(text: str, position: int) -> bool:
    """Whether the bracket at ``position`` closes a mark such as ``a)`` or ``12)``."""
    before = text[:position].replace("/", " ").rsplit(None, 1)
    mark = before[-1] if before and not text[position - 1].isspace() else ""
    return 0 < len(mark) <= _LONGEST_MARK and mark.isalnum()
