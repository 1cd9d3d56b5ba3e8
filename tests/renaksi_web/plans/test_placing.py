"""A second document of a year: compared, then a draft's new content, a revision, or only kept."""

from __future__ import annotations

import pytest

from renaksi_web import clock
from renaksi_web.audit import selectors as audit
from renaksi_web.plans import mapping, selectors
from renaksi_web.plans.models import Import, Plan, Series
from renaksi_web.plans.pairing import pairs, under_old_ids
from renaksi_web.plans.review.sheet import plan_of
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services import editing, importing, placing, versions
from renaksi_web.refusals import Conflict, Refused
from renaksi_web.tracking.models import Entry
from tests.renaksi_web.office import Office, small_plan
from tests.renaksi_web.office import plan_of as stored_plan
from tests.renaksi_web.paper import PAPER, brought_in

CHANGED = PAPER.replace("100%", "95%").replace(
    "Jumlah rapat koordinasi", "Jumlah rapat koordinasi desa"
)


def settled(office: Office, text: str = PAPER) -> Import:
    """An import of which nothing is open."""
    imported = brought_in(office, text)
    sheet, found = importing.sheet_and_findings(imported)
    tasks = review(sheet, found, {}).tasks
    for step in (
        {"do": "row", "row": "P1.K1~0", "targets": {"q2": "50%"}},
        {"do": "ways", "ways": {"P1.K1.SK1~0": {"accumulation": "sum"}}},
        {"do": "same", "answers": {tasks.same[0].key: "same"}},
    ):
        importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=None)
    imported.refresh_from_db()
    return imported


def first(office: Office) -> Plan:
    plan = importing.confirm(by=office.operator, imported_id=settled(office).pk)
    assert plan is not None
    return plan


def seen(office: Office) -> str:
    row = Plan.objects.order_by("-revision")[0]
    return f"{row.pk}:{row.version}"


def put_in_force(office: Office, plan: Plan) -> None:
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    versions.set_in_force(by=office.pimpinan, plan_id=plan.pk)


def targets(plan: Plan) -> list[tuple[str, str | None]]:
    loaded = mapping.load(plan)
    return [
        (indicator.name or "", indicator.target("q4").text)
        for element in loaded.plan.elements
        for indicator in element.indicators
    ]


def test_the_difference_is_known_before_anything_is_stored(office: Office) -> None:
    first(office)
    imported = settled(office, CHANGED)
    sheet, _ = importing.sheet_and_findings(imported)
    difference = placing.difference(office.operator, plan_of(sheet)[0])
    assert difference is not None
    changes = {
        (change.field, change.old, change.new)
        for element in difference.elements
        for row in element.indicators
        for change in row.changes
    }
    assert changes == {
        ("t_q4", "100%", "95%"),
        ("name", "Jumlah rapat koordinasi", "Jumlah rapat koordinasi desa"),
    }
    assert {element.kind for element in difference.elements} == {"changed"}
    assert difference.ways == ("replace", "keep")
    assert Plan.objects.count() == 1


def test_a_document_replaces_the_draft_and_undo_brings_the_draft_back(office: Office) -> None:
    plan = first(office)
    row = mapping.load(plan).indicators["P1.K1.SK1", 0]
    row.definition, row.base_value = "Rapat yang ada notulennya", 19
    row.save()
    before, series = targets(plan), set(Series.objects.values_list("pk", flat=True))
    imported = settled(office, CHANGED)
    replaced = importing.confirm(
        by=office.operator, imported_id=imported.pk, way="replace", seen=seen(office)
    )
    assert replaced is not None
    assert replaced.pk == plan.pk
    assert targets(replaced)[-1] == ("Jumlah rapat koordinasi desa", "3")
    assert mapping.load(replaced).indicators["P1.K1.SK1", 0].definition == row.definition
    assert set(Series.objects.values_list("pk", flat=True)) == series
    assert selectors.origin(office.operator, replaced) == imported

    importing.undo(by=office.operator, imported_id=imported.pk)
    plan.refresh_from_db()
    assert targets(plan) == before
    back = mapping.load(plan).indicators["P1.K1.SK1", 0]
    assert (back.definition, back.base_value, back.key) == (row.definition, 19, row.key)
    assert set(Series.objects.values_list("pk", flat=True)) == series
    origin = selectors.origin(office.operator, plan)
    assert origin is not None
    assert origin != imported
    imported.refresh_from_db()
    assert imported.state == "undone"


def test_a_replaced_draft_that_was_edited_since_is_not_undone_over_that(office: Office) -> None:
    plan = first(office)
    imported = settled(office, CHANGED)
    importing.confirm(by=office.operator, imported_id=imported.pk, way="replace", seen=seen(office))
    editing.describe(by=office.operator, plan_id=plan.pk, title="Lain", office_name="Kecamatan")
    with pytest.raises(Refused, match="was changed"):
        importing.undo(by=office.operator, imported_id=imported.pk)
    assert targets(Plan.objects.get())[-1][0] == "Jumlah rapat koordinasi desa"


def test_a_document_becomes_a_revision_under_the_same_series(office: Office) -> None:
    plan = first(office)
    put_in_force(office, plan)
    series = {r.series_id for r in mapping.load(plan).indicators.values()}
    Entry.objects.create(
        organisation=office.organisation, series_id=min(series), year=2022, quarter="q1",
        author=office.operator.user, changed_at=clock.now(),
    )  # fmt: skip
    imported = settled(office, CHANGED)
    with pytest.raises(Refused, match="why it is revised"):
        importing.confirm(
            by=office.operator, imported_id=imported.pk, way="revise", seen=seen(office)
        )
    revision = importing.confirm(
        by=office.operator, imported_id=imported.pk, way="revise", reason="Anggaran bergeser",
        seen=seen(office),
    )  # fmt: skip
    assert revision is not None
    assert (revision.revision, revision.revises_id, revision.status) == (1, plan.pk, "draft")
    assert {r.series_id for r in mapping.load(revision).indicators.values()} == series
    plan.refresh_from_db()
    assert plan.status == "set"
    assert targets(plan)[0][1] == "100%"
    importing.undo(by=office.operator, imported_id=imported.pk)
    assert list(Plan.objects.all()) == [plan]
    assert Entry.objects.count() == 1


def test_a_document_is_kept_beside_the_plan_though_something_is_open(office: Office) -> None:
    plan = first(office)
    before = targets(plan)
    imported = brought_in(office, CHANGED)
    assert (
        importing.confirm(by=office.operator, imported_id=imported.pk, way="keep", seen="") is None
    )
    assert targets(plan) == before
    assert selectors.kept_beside(office.operator, plan) == [imported]
    importing.undo(by=office.operator, imported_id=imported.pk)
    imported.refresh_from_db()
    assert (imported.state, imported.ended_at) == ("review", None)


@pytest.mark.parametrize("way", ["revise", "none", "replace or so"])
def test_a_way_that_does_not_suit_the_plan_changes_nothing(office: Office, way: str) -> None:
    plan = first(office)
    before = targets(plan)
    imported = settled(office, CHANGED)
    with pytest.raises(Refused, match="Choose first"):
        importing.confirm(
            by=office.operator, imported_id=imported.pk, way=way, reason="x", seen=seen(office)
        )
    assert targets(plan) == before
    assert Plan.objects.count() == 1


def test_a_verified_plan_is_only_kept_beside(office: Office) -> None:
    plan = first(office)
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    plan.refresh_from_db()
    assert placing.ways(plan) == ("keep",)


def test_who_compared_with_an_older_state_compares_again(office: Office) -> None:
    plan = first(office)
    imported = settled(office, CHANGED)
    before = seen(office)
    editing.describe(by=office.operator, plan_id=plan.pk, title="Lain", office_name="Kecamatan")
    with pytest.raises(Conflict):
        importing.confirm(by=office.operator, imported_id=imported.pk, way="replace", seen=before)
    assert targets(plan)[-1][0] == "Jumlah rapat koordinasi"


def test_a_failure_while_replacing_leaves_the_draft_as_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = first(office)
    before = targets(plan)
    imported = settled(office, CHANGED)

    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(importing, "record", fail)
    with pytest.raises(RuntimeError):
        importing.confirm(
            by=office.operator, imported_id=imported.pk, way="replace", seen=seen(office)
        )
    assert targets(plan) == before
    imported.refresh_from_db()
    assert imported.state == "review"


def test_each_way_is_one_event(office: Office) -> None:
    plan = first(office)
    imported = settled(office, CHANGED)
    before = len(audit.latest(office.admin))
    importing.confirm(by=office.operator, imported_id=imported.pk, way="replace", seen=seen(office))
    importing.undo(by=office.operator, imported_id=imported.pk)
    put_in_force(office, plan)
    again = settled(office, CHANGED)
    steps = len(audit.latest(office.admin))
    importing.confirm(
        by=office.operator, imported_id=again.pk, way="revise", reason="x", seen=seen(office)
    )
    newest = audit.latest(office.admin)
    assert len(newest) == steps + 1
    assert steps == before + 2 + 2 + 4
    assert newest[0].reason == "x"


def test_elements_are_paired_by_code_name_and_likeness_and_by_their_parents() -> None:
    old = small_plan()
    shuffled = old._replace(
        elements=tuple(
            element._replace(
                id=f"x{element.id}",
                parent=element.parent and f"x{element.parent}",
                name=(element.name or "").replace("Nama b", "Nama b yang sama"),
                indicators=tuple(i._replace(same_as=()) for i in element.indicators),
            )
            for element in old.elements
        )
    )
    paired = pairs(old, shuffled)
    assert {new.removeprefix("x") for new in paired.elements} >= {"t", "s", "p", "k", "a"}
    assert all(new == f"x{mine}" for new, mine in paired.elements.items())
    assert paired.indicators["xp", 0] == ("p", 0)
    renamed = under_old_ids(shuffled, old, paired)
    ids = [element.id for element in renamed.elements]
    assert ids[:5] == ["t", "s", "p", "k", "a"]
    assert len(set(ids)) == len(ids)
    assert {e.parent for e in renamed.elements} <= {None, *ids}


def test_comparing_a_plan_with_itself_finds_nothing(office: Office) -> None:
    row = stored_plan(office)
    difference = placing.difference(office.operator, mapping.load(row).plan)
    assert difference is not None
    assert {element.kind for element in difference.elements} == {"same"}
