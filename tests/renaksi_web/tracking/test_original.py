"""*Lihat di dokumen asli*: the line, the row or the piece of the page that a row was read from."""

from __future__ import annotations

import pytest

from renaksi_web.plans import mapping
from renaksi_web.plans.models import Indicator, Plan
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services import importing, versions
from renaksi_web.tracking.original import Piece, original_line, original_lines
from tests.renaksi.formats.known_plans import written
from tests.renaksi_web.office import Office, client_of, windows_of
from tests.renaksi_web.paper import PAPER
from tests.renaksi_web.queries import queries


def in_force(office: Office, data: bytes, name: str) -> Plan:
    """The plan of a document, with everything that it leaves open left so."""
    imported = importing.bring_in(by=office.operator, data=data, filename=name)
    sheet, found = importing.sheet_and_findings(imported)
    tasks = review(sheet, found, {}).tasks
    keys = [f.key for f in tasks.doubts] + [f.key for fill in tasks.fills for f in fill.findings]
    ways = {row.key: {"direction": "higher", "accumulation": "last"} for row in tasks.ways}
    answers = {question.key: "apart" for question in tasks.same}
    by, pk = office.operator, imported.pk
    importing.decide(by=by, imported_id=pk, findings=keys, reason="x", seen=None)
    steps = (ways and {"do": "ways", "ways": ways}, answers and {"do": "same", "answers": answers})
    for step in filter(None, steps):
        importing.correct(by=by, imported_id=pk, step=step, seen=None)
    plan = importing.confirm(by=by, imported_id=pk)
    assert plan is not None
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    versions.set_in_force(by=office.pimpinan, plan_id=plan.pk)
    return Plan.objects.get()


def first_row(plan: Plan) -> Indicator:
    return next(row for row in mapping.load(plan).indicators.values() if row.source)


def test_a_text_shows_its_line_with_the_cell_marked(office: Office) -> None:
    plan = in_force(office, PAPER.encode(), "rencana.txt")
    place = first_row(plan).source
    with queries(1):
        found = original_line(office.pimpinan, plan, place)
    assert found is not None
    assert found.pieces[1] == Piece("1. Persentase desa tertib administrasi", marked=True)
    assert [piece.text for piece in found.pieces[3:]] == ["TW I", "25%"]
    assert not any(piece.marked for piece in found.pieces[2:])


@pytest.mark.parametrize("form", ["docx", "xlsx", "ods", "html", "csv"])
def test_a_table_shows_its_row_with_the_cell_marked(office: Office, form: str) -> None:
    plan = in_force(office, written(form, 3)[1], f"rencana.{form}")
    row = first_row(plan)
    found = original_line(office.pimpinan, plan, row.source)
    assert found is not None
    assert len(found.pieces) > 3
    (marked,) = [piece.text for piece in found.pieces if piece.marked]
    assert (row.name or "") in " ".join(marked.split())


def test_a_page_shows_the_piece_around_the_box(office: Office) -> None:
    plan = in_force(office, written("pdf", 3)[1], "rencana.pdf")
    row = first_row(plan)
    found = original_line(office.pimpinan, plan, row.source)
    assert found is not None
    assert found.picture is not None
    x, y, width, height = found.picture.view
    left, top, across, down = found.picture.box
    assert x <= left
    assert y <= top
    assert left + across <= x + width
    assert top + down <= y + height
    windows_of(office, plan.year)
    page = client_of(office.pimpinan).get(
        f"/opd/kemangkon/realisasi/{plan.year}/tw2/{row.series_id}/"
    )
    assert f"/dokumen/{found.picture.document}/halaman/{found.picture.page}.png" in page.text
    assert f"#{found.spot}" in page.text
    origin = client_of(office.pimpinan).get(f"/opd/kemangkon/impor/{found.imported}/").text
    assert f'id="{found.spot}"' in origin


def test_a_revision_leads_to_the_document_of_the_version_that_it_came_from(office: Office) -> None:
    plan = in_force(office, PAPER.encode(), "rencana.txt")
    revision = versions.revise(by=office.operator, plan_id=plan.pk, reason="x")
    assert original_line(office.pimpinan, revision, first_row(revision).source) is not None


def test_what_has_no_place_or_no_document_shows_nothing(office: Office) -> None:
    plan = in_force(office, PAPER.encode(), "rencana.txt")
    nowhere = [None, {"line": 9999}, {"page": 3}, {"sheet": "X", "cell": "A1"}]
    assert original_lines(office.pimpinan, plan, nowhere) == [None] * 4
    other = versions.copy(by=office.operator, plan_id=plan.pk, year=2023, keep_targets=True)
    assert original_line(office.pimpinan, other, first_row(other).source) is None
