"""A unit is written in two ways.

## What
The same unit appears with another spelling, capital or abbreviation: *Unit* and *unit*,
*Persen* and *%*, *Laporan* and *Lap*. The spelling of the element's official line is left alone.

## Why
Sorted, counted or put into a database, one unit becomes two.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Pemeliharaan Peralatan dan Mesin Lainnya | 1. Jumlah peralatan yang dipelihara | unit | TW I 3 TW II 3 TW III 3 TW IV 3 |
| 2. Sub Kegiatan Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya | 1. Jumlah gedung yang dipelihara | Unit | TW I - TW II - TW III - TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Pemeliharaan Peralatan dan Mesin Lainnya | 1. Jumlah peralatan yang dipelihara | Unit | TW I 3 TW II 3 TW III 3 TW IV 3 |
| 2. Sub Kegiatan Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya | 1. Jumlah gedung yang dipelihara | Unit | TW I - TW II - TW III - TW IV 1 |

## Source
Rencana Aksi Kecamatan Kemangkon 2022 (*Unit* and *unit*); Kepmendagri 050-5889/2021, whose
tables name one unit for each sub-activity.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import Series, series
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA504",
    slug="unit-written-two-ways",
    severity="info",
    since="0.1.0",
    gravity=8,
    title={"id": "Satuan ditulis dua cara", "en": "A unit written in two ways"},
    message={
        "id": "Satuan “{unit}” di tempat lain ditulis “{usual}”: pilih satu.",
        "en": "The unit “{unit}” is written “{usual}” elsewhere: choose one.",
    },
    page=__doc__,
    page_id="""
## Apa
Satuan yang sama muncul dengan ejaan, huruf besar, atau singkatan lain: *Unit* dan *unit*,
*Persen* dan *%*, *Laporan* dan *Lap*. Penulisan menurut baris resmi unsurnya tidak termasuk.

## Mengapa
Bila diurutkan, dihitung, atau dimasukkan ke basis data, satu satuan menjadi dua.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each spelling beside the official or most frequent one, at its first row."""
    spellings: dict[str, dict[str, list[Series]]] = {}
    for one in series(view):
        if one.unit:
            written = " ".join((one.indicator.unit or "").split())
            spellings.setdefault(one.unit, {}).setdefault(written, []).append(one)
    for ways in spellings.values():
        if len(ways) > 1:
            own = {unit: _unofficial(view, unit, rows) for unit, rows in ways.items()}
            usual = max(ways, key=lambda way: (len(own[way]) < len(ways[way]), len(ways[way])))
            for unit, rows in own.items():
                if unit != usual and rows:
                    yield on_row(RULE, rows[0].row, "unit", unit=unit, usual=usual)


def _unofficial(view: PlanView, unit: str, rows: list[Series]) -> list[Series]:
    """The rows whose unit the official list does not write in just this way."""
    officials = ((one, view.official(one.row.element)) for one in rows)
    return [one for one, official in officials if official is None or official.unit != unit]
