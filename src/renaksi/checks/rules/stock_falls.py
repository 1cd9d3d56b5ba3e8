"""A stock of people or things is planned to shrink.

## What
An indicator counts what the office has at the end of each quarter (staff paid, assets kept),
more is better, and one quarter promises fewer than the quarter before. Figures that go up and
down are no stock and are left alone.

## Why
It may be right (two officials retire), but then it should be known; and where the lower
figure is simply the expected one, it makes a loss look like a full achievement.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN | 1. Jumlah ASN yang menerima gaji dan tunjangan | ASN | TW I 10 TW II 8 TW III 8 TW IV 8 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN | 1. Jumlah ASN yang menerima gaji dan tunjangan | ASN | TW I 10 TW II 10 TW III 10 TW IV 10 |

## Source
Rencana Aksi Kecamatan Kemangkon 2022 (10/8/8/8 ASN).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from renaksi.checks.sequence import figures, first_fall, number, originals, quarters_named
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import is_countable
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA418",
    slug="stock-falls",
    severity="info",
    since="0.1.0",
    gravity=20,
    title={"id": "Jumlah menyusut", "en": "Stock falls"},
    message={
        "id": "Target “{indicator}” {targets} {unit} menyusut dari {before} menjadi {after} pada {quarter}: pastikan memang demikian.",
        "en": "The target of “{indicator}”, {targets} {unit}, shrinks from {before} to {after} in {quarter}: confirm that it is meant.",
    },
    page=__doc__,
    page_id="""
## Apa
Indikator menghitung apa yang dimiliki pada akhir tiap triwulan (pegawai yang digaji, aset
yang dikelola), makin banyak makin baik, dan satu triwulan menjanjikan lebih sedikit daripada
triwulan sebelumnya. Angka yang naik turun bukan jumlah yang dimiliki dan tidak termasuk.

## Mengapa
Bisa saja benar (dua pegawai pensiun), tetapi perlu diketahui; dan bila angka yang lebih
rendah itu sekadar perkiraan, kehilangan akan tampak sebagai capaian penuh.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each stock, at its first fall."""
    for one in originals(view):
        if is_countable(one.unit) and len(one.points) > 1 and one.running:
            fall = first_fall(one.points) if _only_falls(one.values) else None
            if fall and "accumulation" not in one.indicator.confirm:
                (_, before), (quarter, after) = fall
                yield on_row(
                    RULE,
                    one.row,
                    quarter,
                    before=number(before),
                    after=number(after),
                    quarter=quarters_named([quarter]),
                    targets=figures(one.indicator),
                    unit=one.indicator.unit or "",
                )


def _only_falls(values: list[Decimal]) -> bool:
    """Whether the figures never rise and never come to nothing."""
    return values == sorted(values, reverse=True) and values[-1] > 0
