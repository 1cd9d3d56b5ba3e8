"""Plans that promise scores which their instruments call low or cannot give: RA6xx."""

from __future__ import annotations

from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import (
    CLEAN,
    indicator,
    targets,
    with_indicator,
    with_indicators,
)

PUBLIC_SERVICE = "Nilai Evaluasi Pelayanan Publik"


def service(name: str, unit: str | None, *quarters: str | None) -> Plan:
    """The clean plan with this indicator on its second program."""
    return with_indicators("p2", indicator(name, unit, *quarters))


MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "target-below-scale": with_indicator("g", targets=targets("20", "-", "-", "86")),
    "target-promises-low-predicate": with_indicator("g", targets=targets("40", "60", "70", "86")),
    "target-above-scale": with_indicator("o", targets=targets("-", "-", "-", "750")),
    "yearly-score-split-over-quarters": with_indicator(
        "o", targets=targets("62", "65", "70", "75")
    ),
}

BROKEN: list[tuple[str, Plan]] = [
    ("target-below-scale", with_indicator("g", targets=targets("25", "-", "-", "86"))),
    ("target-below-scale", with_indicator("o", targets=targets("0", "-", "-", "75"))),
    # 60 is not above 60.
    ("target-promises-low-predicate", with_indicator("o", targets=targets("-", "-", "-", "60"))),
    ("target-promises-low-predicate", service(PUBLIC_SERVICE, "Angka", "3,1", "-", "-", "-")),
    ("target-promises-low-predicate", with_indicator("g", targets=targets("-", "-", "-", "3,0"))),
    ("target-promises-low-predicate", with_indicator("o", targets=targets(year="55"))),
    # A predicate may be promised by its name.
    ("target-promises-low-predicate", service("Predikat SAKIP", None, "-", "-", "-", "CC")),
    # A comma was lost.
    ("target-above-scale", service(PUBLIC_SERVICE, "Angka", "31", "-", "-", "-")),
    ("target-above-scale", with_indicator("g", targets=targets("-", "-", "-", "104"))),
    (
        "yearly-score-split-over-quarters",
        service("Indeks Pelayanan Publik", "Indeks", "3,6", "-", "-", "4"),
    ),
]

IN_ORDER: list[tuple[str, Plan]] = [
    ("target-promises-low-predicate", with_indicator("o", targets=targets("-", "-", "-", "60,01"))),
    ("target-promises-low-predicate", with_indicator("g", targets=targets("-", "-", "-", "76,61"))),
    ("target-promises-low-predicate", with_indicator("g", targets=targets("-", "-", "-", "3,2"))),
    ("target-promises-low-predicate", service("Predikat SAKIP", None, "-", "-", "-", "bb")),
    ("target-promises-low-predicate", service("Predikat SAKIP", None, "-", "-", "-", "Baik")),
    # Of IKM in 2016 62,51 was good; in 2022 it is not.
    (
        "target-promises-low-predicate",
        with_indicator("g", targets=targets("-", "-", "-", "70"))._replace(year=2016),
    ),
    # No instrument is meant, or none whose scale is known.
    (
        "target-promises-low-predicate",
        service(
            "Persentase rekomendasi SAKIP yang ditindaklanjuti", "Persen", "10", "20", "30", "40"
        ),
    ),
    (
        "target-promises-low-predicate",
        service("Nilai produksi IKM", "Juta rupiah", "10", "20", "30", "40"),
    ),
    (
        "target-promises-low-predicate",
        with_indicator("o", targets=targets("-", "-", "-", "40"))._replace(year=2010),
    ),
    # An index of public service of 82 is on a scale of a hundred.
    ("target-above-scale", service("Indeks Pelayanan Publik", "Indeks", "-", "-", "-", "82")),
    # A survey may be held in every quarter.
    (
        "yearly-score-split-over-quarters",
        with_indicator("g", targets=targets("80", "82", "84", "86")),
    ),
    (
        "yearly-score-split-over-quarters",
        with_indicator("o", targets=targets("-", "75", "-", "75")),
    ),
    ("target-below-scale", CLEAN),
]
