"""A running percentage or score falls from one quarter to the next.

## What
The targets of a percentage or score state the position reached, more is better, and one
quarter promises less than the quarter before. Percentages that are parts of a hundred
(40/30/20/10) are left alone, and so are stocks of things (see RA418).

## Why
What has been reached in June cannot be un-reached in September. Usually two numbers were
swapped, a digit was lost, or the quarters are increments while the others are positions;
then every achievement computed from them is wrong.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 75% TW III 50% TW IV 100% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.7 (targets are achievable, challenging and
realistic).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import first_fall, number, originals, quarters_named
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA404",
    slug="running-figure-falls",
    severity="warning",
    since="0.1.0",
    gravity=65,
    title={"id": "Angka berjalan turun", "en": "Running figure falls"},
    message={
        "id": "Target “{indicator}” turun dari {before} menjadi {after} pada {quarter}, padahal angkanya berjalan.",
        "en": "The target of “{indicator}” falls from {before} to {after} in {quarter}, though it is a running figure.",
    },
    headline={
        "id": "{count} target yang seharusnya berjalan naik justru turun di tengah tahun: {indicator}.",
        "en": "{count} targets that should run upwards fall during the year: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Target sebuah persentase atau nilai menyatakan posisi yang dicapai, makin tinggi makin baik,
tetapi satu triwulan menjanjikan kurang dari triwulan sebelumnya. Persentase yang merupakan
bagian dari seratus (40/30/20/10) dan jumlah barang atau orang (lihat RA418) tidak termasuk.

## Mengapa
Yang sudah dicapai pada bulan Juni tidak mungkin belum dicapai pada bulan September. Biasanya
dua angka tertukar, satu angka hilang, atau sebagian triwulan ditulis sebagai tambahan;
semua capaian yang dihitung darinya menjadi salah.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each running percentage or score, at its first fall."""
    for one in originals(view):
        if (one.percent or one.score) and len(one.points) > 1 and one.running:
            fall = first_fall(one.points)
            if fall and not (one.percent and sum(one.values) == 100):
                (_, before), (quarter, after) = fall
                yield on_row(
                    RULE,
                    one.row,
                    quarter,
                    before=number(before),
                    after=number(after),
                    quarter=quarters_named([quarter]),
                )
