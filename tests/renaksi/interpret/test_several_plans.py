"""Several plans in one text: each office's and each year's is read as one of its own."""

from __future__ import annotations

from renaksi.interpret import Reading, read_bytes

TABLE = """
URAIAN\tINDIKATOR KINERJA\tSATUAN\tTARGET
1. Kegiatan Satu\t1. Persentase layanan\tPersen\tTW I 25 TW II 50 TW III 75 TW IV 100
"""


def read(text: str) -> tuple[Reading, ...]:
    return read_bytes(text.encode())


def of(readings: tuple[Reading, ...]) -> list[tuple[str | None, int | None]]:
    return [
        (each.plan.organisation.name if each.plan.organisation else None, each.plan.year)
        for each in readings
    ]


def test_the_title_of_another_office_begins_a_plan() -> None:
    text = "".join(
        f"RENCANA AKSI TAHUN 2024\nKECAMATAN {name}\n{TABLE}\nCAMAT {name}\n\n"
        for name in ("KEMANGKON", "BUKATEJA")
    )
    readings = read(text)
    assert of(readings) == [("Kecamatan Kemangkon", 2024), ("Kecamatan Bukateja", 2024)]
    first, second = (each.plan.elements[0] for each in readings)
    assert first.id == second.id
    assert first.source is not None
    assert second.source is not None
    assert (first.source.line, second.source.line) == (5, 13)


def test_another_year_begins_a_plan() -> None:
    text = "".join(f"RENCANA AKSI TAHUN {year}\nDINAS SOSIAL\n{TABLE}\n" for year in (2023, 2024))
    assert of(read(text)) == [("Dinas Sosial", 2023), ("Dinas Sosial", 2024)]


def test_a_title_that_stands_again_at_the_head_of_a_page_begins_none() -> None:
    text = f"RENCANA AKSI TAHUN 2024\nDINAS SOSIAL\n{TABLE}\nRENCANA AKSI TAHUN 2024\n{TABLE}"
    (reading,) = read(text)
    assert len(reading.plan.elements) == 1


def test_a_line_about_another_year_without_a_plan_below_it_begins_none() -> None:
    text = f"RENCANA AKSI TAHUN 2024\nDINAS SOSIAL\n{TABLE}\nRencana aksi tahun 2023 terlampir."
    (reading,) = read(text)
    assert reading.plan.year == 2024
