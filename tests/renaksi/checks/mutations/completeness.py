"""Plans that lack something: RA1xx."""

from __future__ import annotations

from renaksi.model import Organisation, Plan
from tests.renaksi.checks.clean_plan import (
    CLEAN,
    element,
    indicator,
    plan,
    targets,
    with_element,
    with_indicator,
    with_indicators,
    without,
)

ANNUAL = targets(None, None, None, None, year="14")
ONLY_A_GOAL = plan(element("g", "goal", "Sejahtera", indicator("IPM", "Indeks")))

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "missing-indicator-text": with_indicator("s1", name=None),
    "missing-unit": with_indicator("s1", unit=None),
    "missing-target": with_indicator("s1", targets=targets("2", None, "3", "5")),
    "nothing-scheduled": with_indicator("s1", targets=targets(*"----")),
    "element-without-indicator": with_indicators("s1"),
    "element-without-children": without("s3"),
    "objective-without-program": plan(
        *CLEAN.elements,
        element("o2", "objective", "Meningkatnya ketertiban", number="2", parent="g"),
    ),
    "goal-without-objective": plan(
        *CLEAN.elements,
        element("g2", "goal", "Terwujudnya masyarakat tertib", number="2"),
    ),
    "missing-year": CLEAN._replace(year=None),
    "missing-organisation": CLEAN._replace(organisation=None),
    "heading-differs": (
        with_element("p1", heading="A. Program Penunjang Urusan Pemerintahan Daerah"),
        with_element("p1", heading="A. PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KAB/KOTA"),
    ),
    "missing-objective": without("o"),
    "element-without-parent": with_element("s2", parent=None),
    "another-year-named": with_indicator("s1", name="Jumlah paket logistik Tahun 2021"),
    "year-without-quarters": with_indicator("s1", targets=ANNUAL),
}

PAST_YEARS_RIGHTLY = (
    "Jumlah laporan kinerja tahun 2021",
    "Jumlah paket logistik tahun 2022",
    "Jumlah paket logistik tahun 2021-2026",
    "Penerapan Undang-Undang Desa Tahun 2020",
    "Pengamalan dasar negara tahun 1945",
    "Jumlah paket setiap tahun",
)

# Plans that resemble a broken one and are in order.
IN_ORDER: list[tuple[str, Plan]] = [
    *(("another-year-named", with_indicator("s1", name=name)) for name in PAST_YEARS_RIGHTLY),
    ("missing-target", with_indicator("s1", targets=ANNUAL)),
    ("missing-target", with_indicator("s1", targets=targets("2", "-", "-", "-"))),
    ("missing-target", ONLY_A_GOAL._replace(kind="key_indicators")),
    ("nothing-scheduled", with_indicator("s1", targets=targets("-", "-", "-", "0"))),
    ("nothing-scheduled", with_indicator("s1", targets=targets("-", "-", "-", None))),
    (
        "element-without-indicator",
        with_indicators("p1", base=with_indicators("p2")),
    ),
    ("element-without-children", without("s1", "s2", "s3")),
    ("element-without-children", without("a1", "a2", "s1", "s2", "s3")),
    ("objective-without-program", without("p1", "p2")),
    # All objectives first, all programs behind them: the paper does not say which serves which.
    (
        "objective-without-program",
        plan(
            CLEAN.element("g"),
            element("o2", "objective", "Meningkatnya ketertiban", number="2", parent="g"),
            *CLEAN.elements[1:],
        ),
    ),
    ("missing-objective", without("o")._replace(kind="renja_evaluation")),
    ("missing-objective", plan(CLEAN.element("g"))),
    ("element-without-parent", without("g", "o")),
    ("missing-unit", with_indicator("s1", unit=None, targets=targets("WTP", "-", "-", "B"))),
    ("year-without-quarters", with_indicator("g", ONLY_A_GOAL, targets=ANNUAL)),
    ("missing-organisation", CLEAN._replace(organisation=Organisation("Dinas Sosial"))),
]
