"""Plans at odds with the official nomenclature, RA3xx, or with the list of regions, RA115."""

from __future__ import annotations

from typing import Any

from renaksi.model import Organisation, Plan
from tests.renaksi.checks.clean_plan import (
    CLEAN,
    element,
    plan,
    with_element,
    with_indicator,
    without,
)


def printed(id: str, code: str | None, **more: Any) -> Plan:
    """The clean plan with a printed code on one element."""
    return with_element(id, code=code, code_basis="printed", **more)


def another(name: str, **more: Any) -> Plan:
    """The clean plan with one more sub-activity under its first activity."""
    extra = element(
        "s9", "subactivity", name, *CLEAN.element("s1").indicators, parent="a1", number="3"
    )
    return plan(*CLEAN.elements, extra._replace(**more))


SUPPORT = "Program Penunjang Urusan Pemerintahan Daerah"
S1 = CLEAN.element("s1")
FIELD = another("Sub Kegiatan Pembangunan Unit Sekolah Baru", code="1.01.02.2.01.0001")
QANUN = another("Sub Kegiatan Peresmian Mukim", code="7.01.03.7.04.0003")
ACEH = Organisation("Kecamatan Meuraxa", "11.71.01")

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "another-district-named": with_indicator("p2", name="Cakupan desa tertib Kecamatan Bukateja"),
    "outside-official-parent": with_element("s3", parent="a1", number="3"),
    "name-unlike-official": with_element(
        "s1", name="Sub Kegiatan Penyediaan Bahan Logistik Kantor dan Gudang"
    ),
    "unit-unlike-official": with_indicator("s1", unit="Bulan"),
    "no-official-match": another("Sub Kegiatan Lomba Burung Berkicau"),
    "code-disagrees-with-name": printed("s1", "7.01.01.2.06.0008"),
    "old-code-style": (
        printed("s1", "7.01.01.2.06.0004", code_printed="7.01.01.2.06.04")._replace(year=2025),
        printed("s1", "7.01.01.2.06.0004")._replace(year=2025),
    ),
    "code-of-another-field": (FIELD, FIELD._replace(organisation=Organisation("Dinas Pendidikan"))),
    "level-unlike-official": another("Kegiatan Fasilitasi Kunjungan Tamu", level="activity"),
    "support-program-missing": (
        plan(*without("p1", "a1", "s1", "s2").elements, CLEAN.element("p2")._replace(id="p3")),
        CLEAN,
    ),
    "work-of-special-region": (QANUN, QANUN._replace(organisation=ACEH)),
    "indicator-of-another": with_indicator("s1", name="Jumlah barang cetakan dan penggandaan"),
    "code-used-twice": another("Sub Kegiatan Penyediaan Alat Tulis", code=S1.code),
    "unknown-code": printed("s1", "7.01.01.2.06.0444"),
}

# Plans that resemble a broken one and are in order.
IN_ORDER: list[tuple[str, Plan]] = [
    ("another-district-named", with_indicator("p2", name="Cakupan desa Kecamatan Kemangkon")),
    ("another-district-named", with_indicator("p2", name="Pelayanan Kecamatan dan Kelurahan")),
    ("another-district-named", with_indicator("p2", name="Desa di Kecamatan Menteng")),
    ("outside-official-parent", with_element("a1", code=None)),
    ("outside-official-parent", with_element("s3", parent="p2")),
    ("name-unlike-official", with_element("s1", name="PENYEDIAAN BAHAN LOGISTIK KANTOR")),
    ("name-unlike-official", with_element("s1", name="Keg. Penyediaan bahan logistik, kantor")),
    ("name-unlike-official", with_element("p1", name=f"{SUPPORT} Kab/Kota")),
    ("name-unlike-official", printed("s1", "7.01.01.2.06.0008")),
    ("unit-unlike-official", with_indicator("s1", unit="paket")),
    ("unit-unlike-official", with_indicator("s1", unit=None)),
    ("unit-unlike-official", with_indicator("a1", unit="Buah")),
    ("no-official-match", another("Lomba Burung Berkicau")._replace(year=2016)),
    ("no-official-match", another("Kegiatan Fasilitasi Kunjungan Tamu", level="activity")),
    ("no-official-match", plan(*(e._replace(code=None) for e in CLEAN.elements))),
    ("code-disagrees-with-name", printed("s1", "7.01.01.2.06.0004")),
    ("old-code-style", printed("s1", "7.01.01.2.06.0004", code_printed="7.01.01.2.06.04")),
    ("code-of-another-field", another("Kantor", code="X.XX.01.2.06.0004")),
    ("support-program-missing", without("p1", "a1", "s1", "s2")),
    ("work-of-special-region", QANUN._replace(organisation=Organisation("Dinas Sosial"))),
    ("indicator-of-another", with_indicator("s1", name="Tersedianya keperluan dapur")),
    ("indicator-of-another", with_indicator("s1", name="Jumlah logistik dan barang cetakan")),
    ("code-used-twice", another(S1.name or "", code=S1.code)),
    ("unknown-code", printed("s1", None, code_printed="1.07.01.15.02")),
    ("unknown-code", printed("s1", "7.01.01.1.06.0444")),
    ("unknown-code", printed("s1", "7.01.01.2.06.0444")._replace(year=2019)),
]  # fmt: skip

# Plans that break a rule in another way than its mutation does.
BROKEN: list[tuple[str, Plan]] = [
    ("another-district-named", with_element("o", name="Meningkatnya mutu KECAMATAN BUKATEJA")),
    ("outside-official-parent", with_element("a1", parent="p2", number="2")),
    (
        "outside-official-parent",
        with_element("a2", base=with_element("s3", parent="a1"), code="7.01.02.2.04"),
    ),
    ("unknown-code", printed("s1", None, code_printed="7.01.01.2.06.44")),
]
