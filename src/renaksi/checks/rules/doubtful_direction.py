"""Nothing in the plan says whether more is better.

## What
It is not clear from the wording whether a higher, a lower or exactly the planned figure is
the better one.

## Why
Four reported disturbances against a target of three are 133 % where more is better and
67 % where less is. Both look plausible in a report, so a person must say it once.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Koordinasi Ketentraman dan Ketertiban Umum | 1. Jumlah kejadian gangguan ketenteraman dan ketertiban umum | Kejadian | TW I 3 TW II 2 TW III 2 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Koordinasi Ketentraman dan Ketertiban Umum | 1. Persentase gangguan ketertiban yang ditangani | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 2.a.2 (an operational definition says how an
indicator is measured).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import originals
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule, Words
from renaksi.model import Direction

RULE = Rule(
    code="RA408",
    slug="doubtful-direction",
    severity="info",
    since="0.1.0",
    gravity=50,
    title={"id": "Arah indikator belum jelas", "en": "Doubtful direction"},
    message={
        "id": "Belum jelas mana yang lebih baik bagi “{indicator}”; sementara dihitung {direction}: tentukan.",
        "en": "It is open what is better for “{indicator}”; for now {direction} is taken: decide.",
    },
    headline={
        "id": "{count} indikator belum jelas arahnya, makin tinggi atau makin rendah yang lebih baik: {indicator}.",
        "en": "For {count} indicators it is open whether more or less is better: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Dari rumusannya tidak jelas apakah angka yang lebih tinggi, yang lebih rendah, atau yang
tepat sama dengan target yang lebih baik.

## Mengapa
Empat kejadian terhadap target tiga berarti 133 % bila makin tinggi makin baik, dan 67 % bila
sebaliknya. Keduanya tampak wajar dalam laporan, jadi seseorang harus menetapkannya sekali.
""",
)

_DIRECTIONS: Final[dict[Direction, Words]] = {
    "higher": Words("makin tinggi makin baik", "higher is better"),
    "lower": Words("makin rendah makin baik", "lower is better"),
    "target": Words("tepat sesuai target", "exactly on target"),
}


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator whose direction is to be confirmed."""
    for one in originals(view):
        if "direction" in one.indicator.confirm:
            yield on_row(RULE, one.row, direction=_DIRECTIONS[one.indicator.direction])
