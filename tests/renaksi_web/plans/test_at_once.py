"""Two at the same moment, as on a running site: one wins, the other hears why."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from renaksi_web.plans import mapping, reading_on
from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.models import Import, Indicator, Plan
from renaksi_web.plans.services import editing, importing, queueing, versions
from renaksi_web.refusals import Conflict, Refused
from tests.renaksi_web.office import found, plan_of
from tests.renaksi_web.paper import PAPER, brought_in
from tests.renaksi_web.plans.test_importing import settle

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], object]]) -> list[Refused | None]:
    """What each act, all begun together, was refused with."""
    ready = threading.Barrier(len(acts))
    heard: list[Refused | None] = [None] * len(acts)
    failures: list[Exception] = []

    def run(number: int) -> None:
        try:
            ready.wait()
            acts[number]()
        except Refused as refusal:
            heard[number] = refusal
        except Exception as error:  # noqa: BLE001 whatever happens in a thread must be seen
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    return heard


def test_a_plan_of_a_year_is_begun_once() -> None:
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    heard = at_once([lambda: versions.start(by=office.operator, year=2024)] * 6)
    assert heard.count(None) == 1
    assert Plan.objects.count() == 1


def test_an_import_is_confirmed_once() -> None:
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    imported = brought_in(office)
    settle(office, imported)
    confirm = lambda: importing.confirm(by=office.operator, imported_id=imported.pk)  # noqa: E731
    assert at_once([confirm] * 4).count(None) == 1
    assert Plan.objects.count() == 1
    assert Import.objects.get().state == "confirmed"


def test_one_of_twenty_who_edit_one_indicator_wins_and_the_others_see_it() -> None:
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    plan = plan_of(office, status="draft")
    indicator = Indicator.objects.get(element__plan=plan, element__key="b")
    seen = editing.seen_of(indicator)

    def save(number: int) -> Callable[[], object]:
        return lambda: editing.save_indicator(
            by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk, seen=seen,
            values={"name": "Rapat"}, targets={"q3": typed_cell(str(100 + number))},
        )  # fmt: skip

    heard = at_once([save(number) for number in range(20)])
    assert heard.count(None) == 1
    assert all(isinstance(refusal, Conflict) for refusal in heard if refusal is not None)
    target = mapping.load(plan).plan.element("b").indicators[0].target("q3")
    assert target.value == 100 + heard.index(None)


def test_a_queued_file_is_read_by_one_process_and_handed_over_once() -> None:
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    files = [queueing.Dropped(f"{n}.txt", f"{PAPER}\n{n}".encode()) for n in range(6)]
    queue = queueing.drop(by=office.operator, files=files)

    def read_on() -> None:
        while reading_on.read_next():
            pass

    assert at_once([read_on] * 3) == [None] * 3
    rows = list(queue.files.all())
    assert {(row.state, row.tries) for row in rows} == {("read", 1)}
    heard = at_once(
        [
            lambda: queueing.hand_over(
                by=office.operator, queue_id=queue.pk, to={rows[0].pk: "kemangkon"}
            )
        ]
        * 4
    )
    assert heard.count(None) == 1
    assert Import.objects.count() == 1


def test_two_documents_replace_one_draft_one_after_the_other_or_one_compares_again() -> None:
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    first = brought_in(office)
    settle(office, first)
    plan = importing.confirm(by=office.operator, imported_id=first.pk)
    assert plan is not None
    others = [brought_in(office, PAPER.replace("100%", f"{n}%")) for n in (95, 96, 97)]
    for other in others:
        settle(office, other)

    def replace(imported: Import) -> Callable[[], object]:
        return lambda: importing.confirm(
            by=office.operator, imported_id=imported.pk, way="replace", seen=f"{plan.pk}:1"
        )

    heard = at_once([replace(other) for other in others])
    assert heard.count(None) == 1
    assert {type(each) for each in heard if each} == {Conflict}
    assert len(mapping.load(Plan.objects.get()).plan.elements) == 3
