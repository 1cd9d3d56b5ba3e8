"""A small plan with a year behind it: actuals, money, definitions and figures of earlier years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renaksi.model import Cell, Indicator, Plan
from renaksi.quantity import parse
from tests.renaksi.checks.clean_plan import element, indicator, plan

QUARTERS = ("q1", "q2", "q3", "q4")


def cells(**texts: str | int) -> dict[str, Cell]:
    """Cells as a document writes them."""
    quantities = {key: parse(str(text)) for key, text in texts.items()}
    return {key: Cell(q.state, q.value, q.text) for key, q in quantities.items()}


def row(
    name: str,
    unit: str,
    targets: str,
    actuals: str = "",
    *,
    more: Mapping[str, str] = {},
    past: Mapping[str, str] = {},
    **declared: Any,
) -> Indicator:
    """An indicator with quarters as words: ``"25% 50% 75% 100%"``; ``.`` is an empty cell."""
    made = indicator(name, unit, *(None if t == "." else t for t in targets.split()), **declared)
    reported = {k: v for k, v in zip(QUARTERS, actuals.split(), strict=False) if v != "."}
    return made._replace(
        targets={**made.targets, **cells(**more)}, actuals=cells(**reported, **past)
    )


def money(budget: int, *spent: int) -> dict[str, Any]:
    """Budget and spending of an element."""
    spending = {key: str(value) for key, value in zip(QUARTERS, spent, strict=False)}
    return {"budget": cells(year=budget), "spending": cells(**spending)}


YEAR: Plan = plan(
    element(
        "o", "objective", "Meningkatnya kualitas pelayanan kecamatan",
        row("Indeks Kepuasan Masyarakat", "Indeks", "- 80 - 84", "- 82 - 84", accumulation="last",
            more={"medium_term": "90"}, past={"before": "83"}, definition="IKM unit pelayanan",
            data_source="Survei kepuasan", responsible="Kasi Pelayanan"),
        row("Nilai SAKIP", "Nilai", "- - - 62", ". . . 58", number="2", accumulation="last"),
    ),
    element(
        "p", "program", "Program Penunjang Urusan Pemerintahan Daerah",
        row("Persentase layanan", "Persen", "25% 50% 75% 100%", "20% 50% 70% 90%",
            accumulation="last", more={"medium_term": "100"}, past={"before": "95"}),
        parent="o",
    ),
    element("a", "activity", "Kegiatan Administrasi Umum", row(
        "Rata-rata waktu layanan", "Menit", "10 10 10 10", "8 12 10 10", accumulation="average",
        direction="lower", more={"medium_term": "8"}, past={"y2020": "14", "y2021": "12"}), parent="p"),
    element(
        "s1", "subactivity", "Sub Kegiatan Penyediaan Logistik",
        row("Jumlah paket", "Paket", "3 3 3 3", "3 2 4 3", accumulation="sum",
            more={"medium_term": "60"}, past={"before": "30"}, responsible="Kasubag Umum"),
        parent="a", **money(100_000_000, 20_000_000, 30_000_000, 10_000_000, 35_500_000),
    ),
    element(
        "s2", "subactivity", "Sub Kegiatan Pemeliharaan Gedung",
        row("Jumlah gedung", "Unit", "1 2 2 1", "1 2 3 1", accumulation="max",
            more={"medium_term": "4"}, past={"before": "2"}),
        parent="a", **money(50_000_000, 0, 10_000_000, 15_000_000, 25_000_000),
    ),
)  # fmt: skip
