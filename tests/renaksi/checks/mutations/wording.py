"""Plans whose words do not fit: RA5xx."""

from __future__ import annotations

from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import (
    CLEAN,
    indicator,
    with_element,
    with_indicator,
    with_indicators,
)

OFFICIAL_UNITS = with_indicator(
    "s1",
    with_indicator("s2", with_element("s2", code="1.02.02.2.01.0002"), unit="Unit"),
    unit="unit",
)
OFFICIAL_UNITS = with_element("s1", OFFICIAL_UNITS, code="1.01.02.2.04.0052")

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "output-at-outcome-level": with_indicators(
        "p1", indicator("Jumlah laporan kejadian gangguan", "Dokumen", *"3333")
    ),
    "unclosed-bracket": with_indicator("s1", name="Jumlah paket (bahan logistik kantor"),
    "doubled-word": with_element("s1", name="Sub Kegiatan Penyediaan Penyediaan Bahan Logistik"),
    "unit-written-two-ways": with_indicator("s2", unit="paket"),
    "nonstandard-word": with_indicator("p1", name="Prosentase temuan yang ditindaklanjuti"),
    "not-measurable": with_indicator("s1", name="Tersedianya bahan logistik kantor"),
    "several-measures-in-one": with_indicator(
        "s1", name="Jumlah paket bahan logistik dan persentase ketersediaannya"
    ),
    "activity-worded-objective": with_element("o", name="Meningkatkan kualitas pelayanan"),
    "indicator-repeats-name": with_indicator("s1", name="Penyediaan bahan logistik kantor"),
    "unit-contradicts-indicator": with_indicator("p1", unit="Dokumen"),
}

BROKEN: list[tuple[str, Plan]] = [
    ("output-at-outcome-level", with_indicator("o", name="Terlaksananya rapat koordinasi")),
    ("unclosed-bracket", with_element("s1", name="Sub Kegiatan Penyediaan Bahan) Logistik Kantor")),
    ("unclosed-bracket", with_indicator("s1", name="Jumlah paket (bahan [logistik) kantor")),
    ("doubled-word", with_indicator("s1", name="Jumlah paket yang yang disediakan")),
    ("unit-written-two-ways", with_indicator("p1", unit="%")),
    ("nonstandard-word", with_element("s1", name="Sub Kegiatan Pengurusan Ijin")),
    # Somebody else's official spelling is no excuse.
    ("nonstandard-word", with_indicator("s1", name="Jumlah dokumen analisa")),
    ("not-measurable", with_indicator("o", name="Meningkatnya akuntabilitas")),
    ("activity-worded-objective", with_element("o", name="Terlaksananya pelayanan kecamatan")),
    ("activity-worded-objective", with_element("g", name="Melaksanakan pelayanan kecamatan")),
    ("unit-contradicts-indicator", with_indicator("s1", unit="Persen")),
    (
        "unit-contradicts-indicator",
        with_indicator("s3", name="Jumlah laporan nonperizinan", unit="Jenis"),
    ),
]

IN_ORDER: list[tuple[str, Plan]] = [
    # What an activity makes is measured by counting it.
    ("output-at-outcome-level", with_indicator("a1", name="Jumlah laporan", unit="Laporan")),
    ("output-at-outcome-level", with_indicator("p1", name="Jumlah pengunjung", unit="Orang")),
    (
        "unclosed-bracket",
        with_indicator("s1", name="Jumlah paket a) kertas, b) tinta 12) dan (lain-lain)"),
    ),
    # The official name of this activity itself lacks a bracket.
    (
        "unclosed-bracket",
        with_element(
            "s1",
            name="Sub Kegiatan Perencanaan penggunaan tanah Land-Use Planning) tata ruang",
            code="2.10.10.4.01.0004",
        ),
    ),
    ("doubled-word", with_indicator("s1", name="Jumlah kegiatan yang sama-sama disediakan")),
    (
        "doubled-word",
        with_indicator("s1", name="Nilai rata rata undang undang tentang hak hak anak anak"),
    ),
    ("doubled-word", with_indicator("s1", name="Jumlah bantuan lembaga, lembaga adat")),
    ("doubled-word", with_indicator("s1", name="Jumlah perundang-undangan")),
    (
        "doubled-word",
        with_element(
            "s1",
            name="Pelayanan Kesehatan orang dengan Penyakit penyakit menular lain",
            code="1.02.02.4.02.0058",
        ),
    ),
    (
        "doubled-word",
        with_element("a2", name="Kegiatan Kegiatan Pemberdayaan Kelurahan", code="7.01.03.2.02"),
    ),
    ("unit-written-two-ways", with_indicator("s2", unit="Paket ")),
    # The nomenclature itself writes this unit small, and that one with a capital.
    ("unit-written-two-ways", OFFICIAL_UNITS),
    # Official words are never misspelt, on the element itself and below it.
    (
        "nonstandard-word",
        with_element("p2", name="Program Koordinasi Ketentraman dan Ketertiban Umum"),
    ),
    (
        "nonstandard-word",
        with_indicator("s3", name="Jumlah laporan peningkatan efektifitas kegiatan"),
    ),
    ("not-measurable", with_indicator("s1", name="Tingkat ketersediaan bahan logistik")),
    ("not-measurable", with_indicator("s1", name="Lamanya penyediaan bahan logistik")),
    (
        "not-measurable",
        with_indicator(
            "s1",
            with_element("s1", code="2.14.02.2.01.0036"),
            name="Tersedianya bahan dan media edukasi gizi",
        ),
    ),
    (
        "several-measures-in-one",
        with_indicator("s1", name="Jumlah paket bahan dan peralatan yang disediakan"),
    ),
    (
        "several-measures-in-one",
        with_indicators(
            "s1",
            indicator("Jumlah dokumen kebutuhan, jenis dan jumlah jabatan", "Dokumen", *"1111"),
            base=with_element("s1", code="5.03.02.2.01.0002"),
        ),
    ),
    ("activity-worded-objective", with_element("g", name="Mewujudkan pelayanan publik yang baik")),
    ("activity-worded-objective", with_element("o", name="Menurunnya angka kemiskinan")),
    ("activity-worded-objective", with_element("o", name="Mekarnya ekonomi desa")),
    ("indicator-repeats-name", CLEAN),
    (
        "unit-contradicts-indicator",
        with_indicator("s1", name="Jumlah laporan logistik", unit="Dokumen"),
    ),
    ("unit-contradicts-indicator", with_indicator("p1", unit="Angka")),
    # The nomenclature counts these reports in activities.
    (
        "unit-contradicts-indicator",
        with_indicators(
            "s1",
            indicator("Jumlah Laporan Kegiatan Pelaksanaan Tugas Paskibraka", "Kegiatan", *"1111"),
            base=with_element("s1", code="8.01.03.2.01.0006"),
        ),
    ),
]
