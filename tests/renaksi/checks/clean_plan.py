"""A plan in which no rule finds anything, and how to alter it.

Every mutation of a rule starts from `CLEAN`; `with_indicator` and `with_element` give an
altered copy. The element ids are short: g, o, p1 (penunjang), a1, a2, s1 … and p2, a3, s4.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renaksi.model import Cell, Element, Indicator, Level, Organisation, Place, Plan
from renaksi.quantity import parse


def targets(*quarters: str | None, year: str | None = None) -> Mapping[str, Cell]:
    """Cells q1 … q4 (and year) as a document would write them; None is an empty cell."""
    texts = dict(zip(("q1", "q2", "q3", "q4"), quarters, strict=False)) | {"year": year}
    quantities = {key: parse(text) for key, text in texts.items()}
    return {key: Cell(q.state, q.value, q.text) for key, q in quantities.items()}


def indicator(name: str | None, unit: str | None, *quarters: str | None, **more: Any) -> Indicator:
    """An indicator with its four quarters as a document would write them."""
    return Indicator(name, more.pop("number", "1"), unit, targets=targets(*quarters), **more)


def element(
    id: str,
    level: Level,
    name: str | None,
    *indicators: Indicator,
    parent: str | None = None,
    **more: Any,
) -> Element:
    """An element numbered 1 that stands on a line of its own."""
    more = {"number": "1", "code_basis": "nomenclature" if more.get("code") else None} | more
    return Element(id, level, name, parent=parent, indicators=indicators, **more)


def plan(*elements: Element, **more: Any) -> Plan:
    """A plan of Kecamatan Kemangkon for 2022 whose elements stand on lines 1, 2, 3 …"""
    placed = tuple(e._replace(source=Place(line=n)) for n, e in enumerate(elements, 1))
    base = Plan(
        placed,
        title="RENCANA AKSI TAHUN 2022",
        organisation=Organisation("Kecamatan Kemangkon", "33.03.01"),
        year=2022,
    )
    return base._replace(**more)


CLEAN = plan(
    element(
        "g",
        "goal",
        "Meningkatnya kualitas pelayanan publik di kecamatan",
        indicator("Indeks Kepuasan Masyarakat (IKM) Kecamatan", "Indeks", "-", "-", "-", "86"),
    ),
    element(
        "o",
        "objective",
        "Meningkatnya kualitas pelayanan kecamatan",
        indicator("Nilai SAKIP Kecamatan Kemangkon", "Nilai", "-", "-", "-", "75"),
        parent="g",
    ),
    element(
        "p1",
        "program",
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        indicator("Persentase temuan yang ditindaklanjuti", "Persen", "25%", "50%", "75%", "100%"),
        parent="o",
        code="7.01.01",
    ),
    element(
        "a1",
        "activity",
        "Kegiatan Administrasi Umum Perangkat Daerah",
        indicator("Persentase kebutuhan kantor yang terpenuhi", "Persen", "-", "-", "-", "100%"),
        parent="p1",
        code="7.01.01.2.06",
    ),
    element(
        "s1",
        "subactivity",
        "Sub Kegiatan Penyediaan Bahan Logistik Kantor",
        indicator(
            "Jumlah paket bahan logistik kantor yang disediakan",
            "Paket",
            *"2435",
            accumulation="sum",
        ),
        parent="a1",
        code="7.01.01.2.06.0004",
    ),
    element(
        "s2",
        "subactivity",
        "Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan",
        indicator(
            "Jumlah paket barang cetakan yang disediakan", "Paket", *"1221", accumulation="sum"
        ),
        parent="a1",
        number="2",
        code="7.01.01.2.06.0005",
    ),
    element(
        "p2",
        "program",
        "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        indicator("Persentase layanan yang selesai tepat waktu", "Persen", "80", "80", "85", "90"),
        parent="o",
        number="2",
        code="7.01.02",
    ),
    element(
        "a2",
        "activity",
        "Kegiatan Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat",
        indicator("Persentase urusan yang dilaksanakan", "Persen", "-", "50", "-", "100"),
        parent="p2",
        code="7.01.02.2.04",
    ),
    element(
        "s3",
        "subactivity",
        "Sub Kegiatan Pelaksanaan Urusan Pemerintahan yang terkait dengan Nonperizinan",
        indicator(
            "Jumlah laporan pelaksanaan nonperizinan", "Laporan", *"5456", accumulation="sum"
        ),
        parent="a2",
        code="7.01.02.2.04.0002",
    ),
)


def with_element(id: str, base: Plan = CLEAN, **changes: Any) -> Plan:
    """The plan with one element altered."""
    elements = (e._replace(**changes) if e.id == id else e for e in base.elements)
    return base._replace(elements=tuple(elements))


def with_indicator(id: str, base: Plan = CLEAN, position: int = 0, **changes: Any) -> Plan:
    """The plan with one indicator of one element altered."""
    indicators = list(base.element(id).indicators)
    indicators[position] = indicators[position]._replace(**changes)
    return with_element(id, base, indicators=tuple(indicators))


def with_indicators(id: str, *indicators: Indicator, base: Plan = CLEAN) -> Plan:
    """The plan with other indicators on one element."""
    return with_element(id, base, indicators=indicators)


def without(*ids: str, base: Plan = CLEAN) -> Plan:
    """The plan without these elements."""
    return base._replace(elements=tuple(e for e in base.elements if e.id not in ids))
