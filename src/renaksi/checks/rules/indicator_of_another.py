"""An indicator measures another official sub-activity.

## What
The text of an indicator holds the official name of a neighbouring sub-activity, and hardly
anything of the one it stands on.

## Why
The neighbour has a code, an indicator and a budget of its own. Measured here, its result is
credited to other work, and the sub-activity that stands in the plan is not measured at all.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Administrasi Tata Pemerintahan Desa | 1. Jumlah rekomendasi pengangkatan dan pemberhentian perangkat desa | Desa | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Rekomendasi Pengangkatan dan Pemberhentian Perangkat Desa | 1. Jumlah rekomendasi pengangkatan dan pemberhentian perangkat desa | Dokumen | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Kepmendagri 050-5889/2021 and its updates, which give every sub-activity its own indicator.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.nomenclature.catalogue import Entry, children, entry, parent_code
from renaksi.nomenclature.names import normal_name

RULE = Rule(
    code="RA311",
    slug="indicator-of-another",
    severity="warning",
    since="0.1.0",
    gravity=50,
    title={"id": "Indikator milik sub kegiatan lain", "en": "Indicator of another sub-activity"},
    message={
        "id": "“{indicator}” mengukur sub kegiatan lain, yaitu “{official}” ({code}), bukan “{element}”.",
        "en": "“{indicator}” measures another sub-activity, “{official}” ({code}), not “{element}”.",
    },
    headline={
        "id": "{count} indikator mengukur sub kegiatan lain: {indicator}.",
        "en": "{count} indicators measure other sub-activities than their own: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Teks indikator memuat nama resmi sub kegiatan lain di sebelahnya, dan hampir tidak memuat
nama sub kegiatan tempatnya berada.

## Mengapa
Sub kegiatan lain itu mempunyai kode, indikator, dan anggaran sendiri. Bila diukur di sini,
hasilnya dicatat pada pekerjaan lain, dan sub kegiatan yang tercantum justru tidak terukur.
""",
)

_MOST: Final = 0.75
_HARDLY: Final = 0.5
_FEWEST_WORDS: Final = 2


class Neighbours(NamedTuple):
    """The official lines under one parent, each with the words that tell it from the others."""

    common: frozenset[str]
    lines: tuple[tuple[frozenset[str], Entry], ...]


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator that holds a neighbour's name rather than its own."""
    for element in view.levels.get("subactivity", ()):
        official = view.official(element)
        if official is None:
            continue
        for row in view.rows_of(element):
            other = _named_instead(row.indicator.name or "", element.name or "", official.code)
            if other is not None:
                yield on_row(RULE, row, official=other.name, code=other.code)


@lru_cache(maxsize=8192)
def _named_instead(indicator: str, name: str, code: str) -> Entry | None:
    """The neighbour that an indicator names, where it hardly names its own element."""
    text, official = _words(indicator), entry(code)
    if not text or official is None:
        return None
    own = [words for words in map(_words, (name, official.name, official.indicator)) if words]
    if any(words <= text for words in own):
        return None  # which is told without a look at the neighbours
    around = _neighbours(parent_code(code) or "")
    if any(_held(words - around.common, text) >= _HARDLY for words in own):
        return None
    return _held_most(around, text)


@lru_cache(maxsize=512)
def _neighbours(parent: str) -> Neighbours:
    """The lines under a code. A word that stands in a quarter of them, or two, tells nothing."""
    named = [(_words(child.name), child) for child in children(parent)]
    counts: dict[str, int] = {}
    for words, _ in named:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    common = frozenset(w for w, count in counts.items() if count >= max(2, len(named) / 4))
    lines = ((words - common, child) for words, child in named)
    return Neighbours(common, tuple(line for line in lines if len(line[0]) >= _FEWEST_WORDS))


def _held_most(around: Neighbours, text: frozenset[str]) -> Entry | None:
    """The line whose telling words the text holds the most of, if it holds most of them."""
    best, found = 0.0, None
    for words, line in around.lines:
        held = _held(words, text)
        if held >= _MOST and held > best:
            best, found = held, line
    return found


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    """The words of a text in their normal spelling."""
    return frozenset(normal_name(text).split())


def _held(words: frozenset[str], text: frozenset[str]) -> float:
    """The share of ``words`` that stand in ``text``."""
    return len(words & text) / len(words) if words else 0.0
