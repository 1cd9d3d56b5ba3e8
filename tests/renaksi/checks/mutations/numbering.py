"""Plans whose numbering breaks: RA2xx."""

from __future__ import annotations

from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import CLEAN, element, plan, with_element, with_indicators

SUBS = tuple(
    element(
        f"s{n}",
        "subactivity",
        f"Sub Kegiatan Penyediaan {what}",
        *CLEAN.element("s1").indicators,
        parent="a",
        number=str(n),
    )
    for n, what in enumerate(("Bahan", "Barang", "Jasa", "Tamu"), 1)
)
ACTIVITY = element("a", "activity", "Kegiatan Administrasi Umum")


def numbered(*numbers: str | None, more: str = "") -> Plan:
    """An activity whose sub-activities carry these numbers; ``more`` hang under a second one."""
    first = [s._replace(number=n) for s, n in zip(SUBS, numbers, strict=False)]
    other = [s._replace(id=f"t{n}", parent="b", number=n) for s, n in zip(SUBS, more, strict=False)]
    return plan(ACTIVITY, *first, ACTIVITY._replace(id="b", number="2", name="Lain"), *other)


def indicators(*numbers: str | None) -> Plan:
    """The clean plan with indicators that carry these numbers on one element."""
    first = CLEAN.element("s1").indicators[0]
    return with_indicators("s1", *(first._replace(number=n, name=f"Jumlah {n}") for n in numbers))


HEADED = tuple(s._replace(number="1", heading=f"A. {s.name} Kantor") for s in SUBS)

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "numbering-gap": (numbered("1", "2", "4"), numbered("1", "2", "3")),
    "numbering-repeated": (numbered("1", "2", "2"), numbered("1", "2", "3")),
    "indicator-numbering": (indicators("1", "3"), indicators("1", "2")),
    "name-repeated": with_element("s2", name="PENYEDIAAN BAHAN LOGISTIK KANTOR"),
}

TWICE = "Administrasi Keuangan Perangkat Daerah Otonomi Khusus Papua"
OFFICIALLY_TWICE = with_element(
    "a2", with_element("a1", name=TWICE), name=TWICE, parent="p1", number="2"
)

# Plans that resemble a broken one and are in order.
IN_ORDER: list[tuple[str, Plan]] = [
    ("name-repeated", OFFICIALLY_TWICE),
    ("numbering-gap", numbered("1", None, "3")),
    ("numbering-gap", numbered("a", "b", "c")),
    ("numbering-gap", numbered("I", "II", "III", "IV")),
    ("numbering-gap", numbered("1.1", "1.2", "1.3")),
    ("numbering-gap", numbered("1", "B", "7")),
    ("numbering-gap", numbered("1", "2", more="345")),
    ("numbering-gap", numbered(None, None, None)),
    ("numbering-repeated", numbered("1", "1", "1")),
    ("numbering-repeated", numbered("1", "2", "1", "2")),
    ("numbering-repeated", plan(ACTIVITY, *HEADED)),
    ("indicator-numbering", indicators("1", None, "2")),
    ("indicator-numbering", indicators("1", None, "3")),
    ("indicator-numbering", indicators(None, None)),
    ("indicator-numbering", indicators("2", "3")),
]

# Plans that break a rule in another way than its mutation does.
BROKEN: list[tuple[str, Plan]] = [
    ("numbering-gap", numbered("2", "3")),
    ("numbering-gap", numbered("1", "2", more="56")),
    ("numbering-gap", numbered("a", "d")),
    ("numbering-repeated", numbered("1", "1", "2")),
    ("indicator-numbering", indicators("1", "1")),
    ("indicator-numbering", indicators("3", "4")),
]
