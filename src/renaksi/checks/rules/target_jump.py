"""One quarter is ten times what its neighbours lead to expect.

## What
Three quarters agree with each other, and the fourth is their ten- or hundredfold, or their
digit typed twice; or a running figure lies where it should only when a zero is
taken from it or added to it (25/500/75/100).

## Why
A typing error of this kind makes the quarter unreachable, or reached at once, and spoils
every figure that is added up from it.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan evaluasi kinerja | Laporan | TW I 3 TW II 30 TW III 3 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan evaluasi kinerja | Laporan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.7 (targets are achievable, challenging and
realistic).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from renaksi.checks.sequence import figures, number, originals
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA421",
    slug="target-jump",
    severity="warning",
    since="0.1.0",
    gravity=63,
    title={"id": "Target melonjak", "en": "Target jumps"},
    message={
        "id": "Target “{indicator}” {targets}: {value} tampak salah ketik, mungkin maksudnya {likely}.",
        "en": "The target of “{indicator}”, {targets}: {value} looks like a slip, perhaps {likely} is meant.",
    },
    headline={
        "id": "{count} target tampak salah ketik, kelebihan atau kekurangan satu angka: {indicator}.",
        "en": "{count} targets look mistyped, with a digit too many or too few: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Tiga triwulan sejalan, dan yang keempat sepuluh atau seratus kalinya, atau angkanya terketik
dua kali; atau angka berjalan hanya pas bila satu nol dihapus atau ditambah
(25/500/75/100).

## Mengapa
Salah ketik seperti ini membuat triwulan itu tidak mungkin tercapai, atau langsung tercapai,
dan merusak setiap angka yang dijumlahkan darinya.
""",
)

# A zero too many, a digit typed twice, two zeros too many; of a running figure also a zero lost.
_OF_EQUALS: Final = (10, 11, 100)
_OF_RUNNING: Final = (10, Decimal("0.1"))


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator in which one quarter is out of line by a digit."""
    for one in originals(view):
        if len(one.points) == 4 and (slip := _slip(one.values)):
            position, likely = slip
            quarter, value = one.points[position]
            targets = figures(one.indicator)
            yield on_row(
                RULE, one.row, quarter, targets=targets, value=number(value), likely=number(likely)
            )


def _slip(values: list[Decimal]) -> tuple[int, Decimal] | None:
    """The position that is out of line and what would stand there in line with the others."""
    first, second, third, fourth = values
    rise, middle, climb = second - first, third - second, fourth - third
    if rise == climb == middle:
        return None
    lines = (
        (middle == climb, second, climb),
        (third - first == 2 * climb, third, climb),
        (fourth - second == 2 * rise, second, rise),
        (middle == rise, third, rise),
    )
    for position, (in_line, neighbour, step) in enumerate(lines):
        if in_line and step >= 0:
            expected = neighbour - step if position < 2 else neighbour + step
            factors = _OF_RUNNING if step else _OF_EQUALS
            if expected > 0 and values[position] / expected in factors:
                return position, expected
    return None
