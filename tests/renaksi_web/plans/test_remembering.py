"""Corrections of one file, offered for the next of the same layout: by names, visible, undoable."""

from __future__ import annotations

from typing import Any

import pytest

from renaksi_web.plans.models import Import, Remembered
from renaksi_web.plans.review.memory import step_for, told
from renaksi_web.plans.review.sheet import Sheet, sheet_of
from renaksi_web.plans.review.steps import applied
from renaksi_web.plans.services import importing, remembering
from renaksi_web.refusals import NotFound
from tests.renaksi_web.office import Office, small_plan
from tests.renaksi_web.paper import PAPER, brought_in

NEXT_YEAR = PAPER.replace("2022", "2023").replace("75%", "80%")
ANOTHER_LAYOUT = PAPER.replace("INDIKATOR KINERJA", "INDIKATOR")


def corrected(office: Office, *steps: dict[str, Any]) -> Import:
    """The paper, corrected, settled and confirmed."""
    imported = brought_in(office)
    for step in (
        {"do": "row", "row": "P1.K1~0", "targets": {"q2": "50%"}},
        {"do": "ways", "ways": {"P1.K1.SK1~0": {"accumulation": "sum"}}},
        {"do": "same", "answers": {"persentase desa tertib administrasi": "same"}},
        *steps,
    ):
        importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=None)
    assert importing.confirm(by=office.operator, imported_id=imported.pk) is not None
    return imported


def offered(office: Office, imported: Import) -> list[remembering.Offer]:
    imported.refresh_from_db()
    sheet, _ = importing.sheet_and_findings(imported)
    return remembering.offers(office.operator, imported, sheet)


def test_the_next_file_of_the_layout_is_offered_what_was_confirmed(office: Office) -> None:
    corrected(office, {"do": "row", "row": "P1.K1.SK1~0", "unit": "Kali"})
    following = brought_in(office, NEXT_YEAR)
    offers = offered(office, following)
    assert {offer.correction["do"] for offer in offers} == {"ways", "same", "row"}
    assert following.corrections == []
    importing.use_remembered(
        by=office.operator, imported_id=following.pk, chosen=[o.pk for o in offers], seen=None
    )
    following.refresh_from_db()
    sheet, _ = importing.sheet_and_findings(following)
    row = sheet.row("P1.K1.SK1~0")
    assert row is not None
    assert (row.indicator.unit, row.indicator.confirm) == ("Kali", ())
    assert sheet.row("P1.K1~0").indicator.target("q2").state == "missing"  # type: ignore[union-attr]
    assert offered(office, following) == []


def test_what_was_taken_is_undone_as_one_correction(office: Office) -> None:
    corrected(office)
    following = brought_in(office, NEXT_YEAR)
    offers = offered(office, following)
    importing.use_remembered(
        by=office.operator, imported_id=following.pk, chosen=[o.pk for o in offers], seen=1
    )
    importing.take_back(by=office.operator, imported_id=following.pk, seen=2)
    assert [o.pk for o in offered(office, following)] == [o.pk for o in offers]


def test_another_layout_another_office_and_a_forgotten_one_are_not_offered(
    office: Office, sibling: Office
) -> None:
    corrected(office)
    assert offered(office, brought_in(office, ANOTHER_LAYOUT)) == []
    assert offered(sibling, brought_in(sibling, NEXT_YEAR)) == []
    following = brought_in(office, NEXT_YEAR)
    first, *rest = offered(office, following)
    with pytest.raises(NotFound):
        remembering.forget(by=sibling.operator, remembered_id=first.pk)
    remembering.forget(by=office.operator, remembered_id=first.pk)
    assert offered(office, following) == rest


def test_an_import_that_is_undone_taught_nothing(office: Office) -> None:
    imported = corrected(office)
    assert Remembered.objects.exists()
    importing.undo(by=office.operator, imported_id=imported.pk)
    assert not Remembered.objects.exists()


def sheet() -> Sheet:
    return sheet_of(small_plan())


@pytest.mark.parametrize(
    "step",
    [
        {"do": "element", "element": "k", "name": "Kegiatan lain", "number": "4"},
        {"do": "row", "row": "b~0", "name": "Rapat dinas", "unit": "Kali", "targets": {"q1": "3"}},
        {"do": "ways", "ways": {"b~0": {"direction": "lower"}}},
        {"do": "move", "element": "k", "parent": "s"},
        {"do": "move_row", "row": "b~0", "element": "a"},
        {"do": "drop_row", "row": "b~0"},
        {"do": "drop_element", "element": "b"},
        {"do": "merge_row", "row": "b~0", "into": "a~0"},
        {"do": "merge_element", "element": "b", "into": "a"},
        {"do": "split_row", "row": "b~0", "first": "Satu", "second": "Dua", "values": "both"},
        {"do": "add_element", "level": "program", "name": "Program baru", "parent": "s"},
    ],
)
def test_every_kind_of_step_does_the_same_when_told_by_names(step: dict[str, Any]) -> None:
    (correction, *_) = told(sheet(), [step])
    assert "b~0" not in str(correction)
    again = step_for(sheet(), correction)
    assert again is not None
    without_targets = {**step, "targets": {}}
    kept_number = (
        {**without_targets, "number": None} if step["do"] == "element" else without_targets
    )
    assert applied(sheet(), again) == applied(sheet(), kept_number)
    assert step_for(applied(sheet(), again), correction) is None or step["do"] == "split_row"


@pytest.mark.parametrize(
    ("step", "fits"),
    [
        ({"do": "drop_row", "row": "p~0"}, False),  # its text stands in two rows ...
        ({"do": "drop_row", "row": "b~0"}, True),
    ],
)
def test_what_is_not_found_or_stands_twice_is_not_offered(step: dict[str, Any], fits: bool) -> None:
    (correction,) = told(sheet(), [step])
    other = sheet()
    twice = tuple(
        element._replace(name="Nama p", level="program") if element.id == "k" else element
        for element in other.plan.elements
    )
    other = other._replace(plan=other.plan._replace(elements=twice))
    assert (step_for(other, correction) is not None) == fits
