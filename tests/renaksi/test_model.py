"""The order in which the places of a document are read."""

from __future__ import annotations

import pytest

from renaksi.model import Place, reading_order


@pytest.mark.parametrize(
    "places",
    [
        [Place(3, 2), Place(3, 4), Place(12, 1)],
        [Place(table=1, row=2, column=3), Place(table=1, row=10, column=1), Place(table=2, row=1)],
        [Place(page=1, box=(300, 50, 340, 70)), Place(page=1, box=(20, 90, 60, 99)), Place(page=2)],
        [Place(page=2, box=(20, 50, 90, 70)), Place(page=2, box=(90, 50, 120, 70))],
        [Place(sheet="Renaksi", cell="AB9"), Place(sheet="Renaksi", cell="C10")],
        [Place(sheet="Renaksi", cell="C10"), Place(sheet="Renaksi", cell="AB10")],
    ],
)
def test_places_are_put_in_the_order_of_reading(places: list[Place]) -> None:
    order = reading_order(places)
    backwards = places[::-1]
    assert sorted(backwards, key=order) == places
    assert min([*places, None], key=order) is None


def test_sheets_stay_as_they_come() -> None:
    places = [Place(sheet="TW I", cell="A1"), Place(sheet="Lampiran", cell="A1")]
    assert sorted(places, key=reading_order(places)) == places
