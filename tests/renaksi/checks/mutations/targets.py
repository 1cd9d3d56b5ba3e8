"""Plans whose targets contradict themselves: RA4xx."""

from __future__ import annotations

from typing import Any

from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import (
    CLEAN,
    indicator,
    targets,
    with_element,
    with_indicator,
    with_indicators,
)

FULFILLED = "Persentase kebutuhan kantor yang terpenuhi"
ORDERLY = "Cakupan desa yang melaksanakan tertib administrasi"


def percent(*quarters: str | None, name: str = FULFILLED, **more: Any) -> Plan:
    """The clean plan with this percentage on an activity."""
    return with_indicators("a1", indicator(name, "Persen", *quarters, **more))


def count(name: str, unit: str, *quarters: str | None, **more: Any) -> Plan:
    """The clean plan with this count on a sub-activity."""
    return with_indicators("s1", indicator(name, unit, *quarters, **more))


def below(program: Any, activity: Any) -> Plan:
    """The clean plan with these indicators on a program and its activity."""
    return with_indicators("a1", activity, base=with_indicators("p1", program))


def villages(name: str, *quarters: str | None, base: Plan | None = None, **more: Any) -> Plan:
    """A plan that counts villages on a sub-activity and has a share of them on an activity."""
    plan = base or percent("10", "15", "20", "26", name=ORDERLY)
    return with_indicators("s3", indicator(name, "Desa", *quarters, **more), base=plan)


MUSRENBANG = "Jumlah desa yang melaksanakan Musrenbangdes"
SHARE = "Persentase keaktifan lembaga desa"
RUNNING = ("25%", "50%", "75%", "100%")
COUNTED = "Jumlah laporan kejadian"

SCHOOLS = CLEAN
for _id, _code in (("s1", "1.01.02.2.01.0001"), ("s2", "1.01.02.2.02.0001")):
    SCHOOLS = with_indicators(
        _id,
        indicator("Jumlah Sekolah Baru yang Telah Dibangun", "Unit", *"1-21"),
        base=with_element(_id, SCHOOLS, code=_code),
    )

MUTATIONS: dict[str, Plan | tuple[Plan, Plan]] = {
    "same-indicator-on-two-levels": below(
        indicator("Prosentase Keaktifan lembaga desa.", "Persen", *RUNNING),
        indicator(SHARE, "%", *RUNNING),
    ),
    "same-indicator-in-several-rows": with_indicators(
        "s2", indicator("Jumlah paket bahan logistik kantor yang disediakan", "Paket", *"1221")
    ),
    "parent-and-child-targets-disagree": (
        below(
            indicator(SHARE, "Persen", "30%", "50%", "70%", "100%"),
            indicator(SHARE, "Persen", *RUNNING),
        ),
        below(indicator(SHARE, "Persen", *RUNNING), indicator(SHARE, "Persen", *RUNNING)),
    ),
    "running-figure-falls": percent("25", "75", "50", "100"),
    "running-percentage-short-of-end": (
        percent("10%", "15%", "20%", "26%", name=ORDERLY),
        percent(*RUNNING, name=ORDERLY),
    ),
    "percentage-over-hundred": (percent("25", "50", "75", "125"), percent("25", "50", "75", "100")),
    "doubtful-accumulation": count(
        "Tersedianya jamuan rapat", "Orang", *["10"] * 4, confirm=("accumulation",)
    ),
    "doubtful-direction": with_indicator("s1", confirm=("direction",)),
    "every-quarter-the-same": percent("25", "25", "25", "25"),
    "whole-year-in-first-quarter": percent("100%", "-", "-", "-"),
    "annual-contradicts-quarters": (
        with_indicator("s1", accumulation="sum", targets=targets(*"2435", year="15")),
        with_indicator("s1", accumulation="sum", targets=targets(*"2435", year="14")),
    ),
    "percentage-base-cannot-reach": (
        villages(MUSRENBANG, "19", "-", "-", "-"),
        villages(
            MUSRENBANG, "20", "-", "-", "-", base=percent("5", "10", "50", "100", name=ORDERLY)
        ),
    ),
    "fraction-of-a-countable-unit": with_indicator("s1", targets=targets("2,5", "2", "2", "2")),
    "target-in-words-without-scale": (
        count("Opini atas laporan keuangan", "Opini", "-", "-", "-", "WTP"),
        count("Opini atas laporan keuangan", "Opini", "-", "-", "-", "WTP", scale=("WTP", "WDP")),
    ),
    "zero-target": with_indicator("s1", targets=targets("0", "4", "3", "5")),
    "negative-target": with_indicator("s1", targets=targets("-2", "4", "3", "5")),
    "stock-falls": (
        count("Jumlah ASN yang digaji", "ASN", "10", "8", "8", "8"),
        count("Jumlah ASN yang digaji", "ASN", "8", "8", "8", "10"),
    ),
    "percent-sign-against-unit": with_indicator("s1", targets=targets("25%", "50%", "75%", "100%")),
    "months-beyond-the-calendar": (
        count("Lama jasa surat menyurat", "Bulan", *["12"] * 4, accumulation="sum"),
        count("Lama jasa surat menyurat", "Bulan", *["3"] * 4, accumulation="sum"),
    ),
    "target-jump": with_indicator("s1", targets=targets("3", "30", "3", "3")),
    "percentage-written-as-fraction": percent("0,25", "0,5", "0,75", "1"),
}

BROKEN: list[tuple[str, Plan]] = [
    # A figure that falls although it is a score, or falls all the time.
    ("running-figure-falls", percent("90", "80", "70", "60")),
    ("running-figure-falls", with_indicator("o", targets=targets("60", "75", "70", "80"))),
    # Of what is counted, the program may not promise less than its activity.
    (
        "parent-and-child-targets-disagree",
        below(indicator(COUNTED, "Laporan", *"3333"), indicator(COUNTED, "Laporan", *"3633")),
    ),
    # An objective and its program are as much a pair as a program and its activity.
    (
        "parent-and-child-targets-disagree",
        with_indicators(
            "a1",
            indicator("Nilai SAKIP", "Nilai", "-", "-", "-", "70"),
            base=with_indicators("o", indicator("Nilai SAKIP", "Nilai", "-", "-", "-", "75")),
        ),
    ),
    # 25/50/75/- has forgotten its last quarter, whatever it measures.
    (
        "running-percentage-short-of-end",
        percent("25", "50", "75", "-", name="Persentase pembangunan"),
    ),
    # The sign alone shows that it is per cent.
    ("percentage-over-hundred", with_indicator("a1", unit=None, targets=targets("50%", "150%"))),
    ("percentage-over-hundred", with_indicator("a1", targets=targets("25", "50", year="110"))),
    ("every-quarter-the-same", percent(*["100%"] * 4)),
    ("whole-year-in-first-quarter", with_indicator("o", targets=targets("75", "-", "-", "-"))),
    (
        "whole-year-in-first-quarter",
        count("Jumlah laporan keuangan bulanan", "Laporan", "12", "-", "-", "-"),
    ),
    (
        "annual-contradicts-quarters",
        with_indicator("p1", targets=targets("25", "50", "75", "100", year="90")),
    ),
    (
        "annual-contradicts-quarters",
        with_indicator("s1", confirm=("accumulation",), targets=targets(*"2435", year="4")),
    ),
    # The number of villages may stand in the wording, or be counted anywhere in the plan.
    (
        "percentage-base-cannot-reach",
        percent("10", "-", "-", "50", name="Cakupan desa dari 19 desa yang tertib"),
    ),
    ("percentage-base-cannot-reach", villages("Jumlah desa", *["19"] * 4)),
    (
        "percentage-base-cannot-reach",
        villages("Jumlah seluruh desa yang dibina", "5", "5", "5", "4", accumulation="sum"),
    ),
    ("negative-target", with_indicator("s1", targets=targets(*"2435", year="-1"))),
    ("zero-target", percent("0", "50", "75", "100")),
    ("months-beyond-the-calendar", count("Lama jasa", "bulan", *["4"] * 4, accumulation="sum")),
    ("months-beyond-the-calendar", count("Lama jasa", "Bulan", "12", "-", "-", "-")),
    ("months-beyond-the-calendar", count("Lama jasa", "Bulan", *"3336", accumulation="sum")),
    ("target-jump", percent("25", "500", "75", "100")),
    ("target-jump", percent("250", "50", "75", "100")),
    ("target-jump", percent("25", "50", "75", "1000")),
    ("target-jump", percent("25", "5", "75", "100")),
    ("target-jump", with_indicator("s1", targets=targets("3", "3", "33", "3"))),
]

IN_ORDER: list[tuple[str, Plan]] = [
    # Two branches may each count their own reports.
    (
        "same-indicator-on-two-levels",
        with_indicators(
            "s3",
            indicator("Jumlah laporan", "Laporan", *"1234"),
            base=with_indicators("a1", indicator("Jumlah laporan", "Laporan", *"2222")),
        ),
    ),
    # Different words are different indicators.
    ("same-indicator-in-several-rows", CLEAN),
    # Primary and secondary schools: the nomenclature itself gives both this indicator.
    ("same-indicator-in-several-rows", SCHOOLS),
    # A program may count what several activities bring together.
    (
        "parent-and-child-targets-disagree",
        below(indicator(COUNTED, "Laporan", *"6666"), indicator(COUNTED, "Laporan", *"3333")),
    ),
    # A dash beside a number is another schedule, not another target.
    (
        "parent-and-child-targets-disagree",
        below(
            indicator(SHARE, "Persen", *RUNNING), indicator(SHARE, "Persen", "-", "50", "-", "100")
        ),
    ),
    # 25 and 25% and 25,0 are one number.
    (
        "parent-and-child-targets-disagree",
        below(
            indicator(SHARE, "Persen", *RUNNING), indicator(SHARE, "%", "25,0", "50", "75", "100")
        ),
    ),
    ("running-figure-falls", percent("40", "30", "20", "10")),
    ("running-figure-falls", percent("40", "30", "25", "20", direction="lower")),
    ("running-figure-falls", percent("40", "30", "25", "20", confirm=("direction",))),
    ("running-figure-falls", percent("40", "30", "25", "20", accumulation="average")),
    ("running-figure-falls", percent("25", "-", "50", "100")),
    # Rates and shares that promise no completeness may end anywhere.
    (
        "running-percentage-short-of-end",
        percent("80", "80", "85", "90", name="Cakupan layanan tepat waktu"),
    ),
    (
        "running-percentage-short-of-end",
        percent("10", "15", "20", "26", name="Persentase desa mandiri"),
    ),
    ("running-percentage-short-of-end", percent("-", "25", "-", "50", name=ORDERLY)),
    (
        "percentage-over-hundred",
        percent("80", "90", "100", "110", name="Persentase realisasi pendapatan"),
    ),
    ("percentage-over-hundred", count("Jumlah paket", "Paket", "50", "100", "150", "200")),
    (
        "doubtful-accumulation",
        count("Jumlah desa", "Desa", "-", "-", "-", "4", confirm=("accumulation",)),
    ),
    ("doubtful-direction", with_indicator("s1", confirm=("accumulation",))),
    (
        "every-quarter-the-same",
        percent("90", "90", "90", "90", name="Persentase kehadiran pegawai"),
    ),
    (
        "every-quarter-the-same",
        percent("98", "98", "98", "98", name="Persentase SP2D yang terbit maksimal 2 hari"),
    ),
    (
        "every-quarter-the-same",
        percent("100", "100", "100", "100", name="Persentase dokumen yang terbit sesuai SOP"),
    ),
    ("every-quarter-the-same", percent("5", "5", "5", "5", direction="lower")),
    ("every-quarter-the-same", percent("100", "-", "-", "100")),
    ("every-quarter-the-same", count("Jumlah paket", "Paket", *"3333")),
    # What is made in the first quarter is due in the first quarter.
    ("whole-year-in-first-quarter", count("Jumlah dokumen Renja", "Dokumen", "1", "-", "-", "-")),
    ("whole-year-in-first-quarter", count("Jumlah desa", "Desa", "19", "-", "-", "-")),
    (
        "whole-year-in-first-quarter",
        percent("100", "-", "-", "-", name="Persentase RW yang aktif dalam musrenbang kelurahan"),
    ),
    # Empty cells are missing targets, not a year that ends in March.
    ("whole-year-in-first-quarter", percent("100%", None, None, None)),
    (
        "annual-contradicts-quarters",
        with_indicator("p1", targets=targets("25", "50", "75", "100", year="100")),
    ),
    (
        "annual-contradicts-quarters",
        with_indicator(
            "p2", accumulation="average", targets=targets("80", "80", "85", "90", year="83,8")
        ),
    ),
    (
        "annual-contradicts-quarters",
        with_indicator("s1", accumulation="max", targets=targets(*"2453", year="5")),
    ),
    (
        "annual-contradicts-quarters",
        with_indicator("s1", confirm=("accumulation",), targets=targets(*"2435", year="14")),
    ),
    # A lost quarter leaves open what the year would be.
    (
        "annual-contradicts-quarters",
        with_indicator("s1", accumulation="sum", targets=targets("2", None, "3", "5", year="14")),
    ),
    ("annual-contradicts-quarters", with_indicator("s1", targets=targets(year="14"))),
    # 11 % is 2 of 19, rounded; 26 % is 5 of 19; and 19 of something else is no base.
    (
        "percentage-base-cannot-reach",
        villages(
            MUSRENBANG, "19", "-", "-", "-", base=percent("11", "16", "21", "26", name=ORDERLY)
        ),
    ),
    (
        "percentage-base-cannot-reach",
        villages(
            MUSRENBANG, "19", "-", "-", "-", base=percent("10,5", "15,8", "-", "100", name=ORDERLY)
        ),
    ),
    (
        "percentage-base-cannot-reach",
        villages("Jumlah desa yang memilih kepala desa", "-", "-", "-", "4"),
    ),
    (
        "percentage-base-cannot-reach",
        villages(
            MUSRENBANG,
            "19",
            "-",
            "-",
            "-",
            base=percent("10", "50", name="Persentase kelurahan yang tertib"),
        ),
    ),
    (
        "percentage-base-cannot-reach",
        villages("Jumlah desa", "5", "5", "5", "4", confirm=("accumulation",)),
    ),
    ("fraction-of-a-countable-unit", count("Panjang jalan", "KM", "2,5", "2", "2", "2")),
    ("fraction-of-a-countable-unit", count("Jumlah honor", "Orang/bulan", "2,5", "2", "2", "2")),
    ("fraction-of-a-countable-unit", count("Jumlah orang", "Orang", "2,0", "2", "2", "2")),
    ("zero-target", count("Jumlah pengaduan masyarakat", "Pengaduan", *"0000")),
    ("zero-target", with_indicator("s1", direction="lower", targets=targets(*"0000"))),
    ("stock-falls", count("Jumlah ASN", "ASN", "10", "8", "8", "8", accumulation="sum")),
    ("stock-falls", count("Jumlah gedung yang dipelihara", "Unit", "1", "2", "1", "2")),
    ("stock-falls", count("Jumlah gedung yang dibangun", "Unit", "0", "0", "1", "0")),
    # Percentages beyond a hundred cannot be meant as parts.
    ("doubtful-accumulation", percent("20", "40", "60", "80", confirm=("accumulation",))),
    ("stock-falls", count("Jumlah ASN", "ASN", "10", "8", "8", "8", confirm=("accumulation",))),
    ("percent-sign-against-unit", percent(*RUNNING)),
    ("percent-sign-against-unit", with_indicator("a1", unit=None)),
    ("percent-sign-against-unit", with_indicator("o", targets=targets("-", "-", "-", "75%"))),
    ("months-beyond-the-calendar", count("Lama jasa", "Bulan", "3", "6", "9", "12")),
    (
        "months-beyond-the-calendar",
        count("Lama jasa", "Bulan", "3", "6", "9", "12", accumulation="sum"),
    ),
    # Fourteen months of salary: twelve, the holiday allowance and the thirteenth.
    (
        "months-beyond-the-calendar",
        count("Penyediaan gaji dan tunjangan", "Bulan", *"3533", accumulation="sum"),
    ),
    ("target-jump", percent("30", "50", "70", "100")),
    ("target-jump", percent("25", "50", "75", "100")),
    ("target-jump", with_indicator("s1", targets=targets("12", "3", "5", "20"))),
    ("target-jump", with_indicator("s1", targets=targets("10", "10", "1", "10"))),
    ("target-jump", with_indicator("s1", targets=targets(*"0000"))),
    (
        "percentage-written-as-fraction",
        percent("0,5", "1", "1,5", "2", name="Persentase kenaikan PBB"),
    ),
    ("percentage-written-as-fraction", percent("0,25%", "0,5%", "0,75%", "1%")),
    ("target-in-words-without-scale", with_element("s1", indicators=())),
]
