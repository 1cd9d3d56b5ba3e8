"""The unit contradicts the wording of the indicator.

## What
*Persentase …* is counted in documents or people; *Jumlah …* in per cent; *Jumlah laporan …* or
*Jumlah dokumen …* in kinds, activities, people or months.

## Why
One of the two is wrong, and with it the meaning of every number: five reports are not five
kinds.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Pelaksanaan Urusan Pemerintahan yang Terkait dengan Nonperizinan | 1. Jumlah laporan pelaksanaan urusan nonperizinan | Jenis | TW I 5 TW II 5 TW III 5 TW IV 5 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Pelaksanaan Urusan Pemerintahan yang Terkait dengan Nonperizinan | 1. Jumlah laporan pelaksanaan urusan nonperizinan | Laporan | TW I 5 TW II 5 TW III 5 TW IV 5 |

## Source
Rencana Aksi Kecamatan Kemangkon 2022 (reports counted in kinds); Indikator Kinerja Utama BPKAD
Provinsi Jawa Barat 2017 (*Jumlah Aplikasi yang Terintegrasi*, 100 %).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import PERCENT, Series, series
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import COUNTS, is_countable, unit_of, words
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA511",
    slug="unit-contradicts-indicator",
    severity="warning",
    since="0.1.0",
    gravity=48,
    title={"id": "Satuan bertentangan dengan indikator", "en": "Unit contradicts the indicator"},
    message={
        "id": "Satuan {unit} bertentangan dengan indikator “{indicator}”.",
        "en": "The unit {unit} contradicts the indicator “{indicator}”.",
    },
    headline={
        "id": "{count} satuan bertentangan dengan indikatornya: {indicator}.",
        "en": "{count} units contradict their indicators: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
*Persentase …* dihitung dalam dokumen atau orang; *Jumlah …* dalam persen; *Jumlah laporan …*
atau *Jumlah dokumen …* dalam jenis, kegiatan, orang, atau bulan.

## Mengapa
Salah satunya keliru, dan dengan itu arti setiap angkanya: lima laporan bukan lima jenis.
""",
)

_PERCENTAGES: Final = frozenset({"persentase", "prosentase", "presentase"})
_WRITINGS: Final = frozenset({"laporan", "dokumen"})
_NO_WRITINGS: Final = frozenset(
    {
        "bulan", "desa", "hari", "jenis", "kegiatan", "kelurahan", "orang", "ruang", "unit",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each row whose unit cannot be that of its wording."""
    for one in series(view):
        if one.words and _contradicts(one) and not _is_official(view, one):
            yield on_row(RULE, one.row, "unit", unit=one.indicator.unit or "%")


def _contradicts(one: Series) -> bool:
    first, thing = one.words[0], one.words[1:2]
    if first in _PERCENTAGES:
        return is_countable(one.unit) or one.unit == "bulan"
    if first in COUNTS:
        if one.unit == PERCENT or (one.percent and not one.unit):
            return True
        return not _WRITINGS.isdisjoint(thing) and one.unit in _NO_WRITINGS
    return False


def _is_official(view: PlanView, one: Series) -> bool:
    """Whether the nomenclature itself measures the element so."""
    official = view.official(one.row.element)
    return (
        official is not None
        and unit_of(official.unit) == one.unit
        and words(official.indicator)[:2] == one.words[:2]
    )
