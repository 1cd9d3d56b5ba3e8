"""A value in a cell of several lines names the line that prints it, on its own page."""

from __future__ import annotations

from renaksi.interpret import interpret_text, read_bytes
from renaksi.model import Indicator
from tests.renaksi.formats.drawn_pages import Page, file_of

BOX = """\
RENCANA AKSI TAHUN 2024

+----------------+-------------+---------+
| PROGRAM        | INDIKATOR   | TARGET  |
+----------------+-------------+---------+
| 1. Program     | Nilai       | TW I 1  |
| Pelayanan      | layanan     | TW II 2 |
| Publik         |             | TW III 3|
|                |             | TW IV 4 |
+----------------+-------------+---------+
| 2. Program     | Nilai       | TW I 1  |
| Lain           | layanan     | TW II 2 |
+----------------+-------------+---------+
"""


def lines(indicator: Indicator) -> list[int | None]:
    return [cell.place.line if cell.place else None for cell in indicator.targets.values()]


def test_a_value_of_a_drawn_cell_names_its_line() -> None:
    first, second = interpret_text(BOX).plan.elements
    assert lines(first.indicators[0]) == [6, 7, 8, 9]
    assert lines(second.indicators[0]) == [11, 12]
    assert first.source is not None
    assert first.source.line == 6
    place = first.indicators[0].targets["q4"].place
    assert place is not None
    assert place.column == 3


def test_a_value_of_a_printed_cell_names_its_line_and_page() -> None:
    xs = (50, 200, 350, 450)
    one = Page().across(50, 50, 450).across(70, 50, 450).across(100, 50, 450).down(50, 100, xs)
    one.text(55, 53, "PROGRAM").text(205, 53, "INDIKATOR").text(355, 53, "TARGET")
    one.text(55, 72, "1. Program A").text(205, 72, "Jumlah surat").text(
        355, 72, "TW I 1 ", "TW II 2 "
    )
    two = Page().across(30, 50, 450).across(60, 50, 450).down(30, 60, xs)
    two.text(355, 33, "TW III 3 ", "TW IV 4")
    (element,) = read_bytes(file_of(one, two))[0].plan.elements
    cells = element.indicators[0].targets.values()
    assert [cell.text for cell in cells] == ["1", "2", "3", "4"]
    places = [cell.place for cell in cells if cell.place]
    assert [place.page for place in places] == [1, 1, 2, 2]
    boxes = [place.box for place in places if place.box]
    assert [box[0] for box in boxes] == [350] * 4
    assert [round(box[1]) for box in boxes] == [72, 84, 32, 44]
