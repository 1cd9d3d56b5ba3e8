"""The queue: many files read one after another, proposed to offices, handed over by a person."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import timedelta

import pytest
from django.db import DatabaseError
from pytest_django.fixtures import Settings

from renaksi_web import clock
from renaksi_web.accounts import services as accounts
from renaksi_web.accounts.members import Member
from renaksi_web.audit import selectors as audit
from renaksi_web.files.models import StoredFile
from renaksi_web.plans import reading, reading_on, selectors
from renaksi_web.plans.models import Import, Plan, Queue, QueuedFile
from renaksi_web.plans.services import importing, queueing
from renaksi_web.plans.services.queueing import Dropped
from renaksi_web.refusals import NotAllowed, NotFound, Refused
from tests.renaksi_web.office import Office, client_of, found
from tests.renaksi_web.paper import PAPER
from tests.renaksi_web.queries import queries

BUKATEJA = PAPER.replace("KEMANGKON", "BUKATEJA")


def zipped(**files: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"Kabupaten/{name}.txt", data)
    return packed.getvalue()


def read_all() -> int:
    count = 0
    while reading_on.read_next():
        count += 1
        assert count < 100
    return count


def dropped(by: Member, *files: Dropped) -> Queue:
    queue = queueing.drop(by=by, files=files)
    read_all()
    return queue


@pytest.fixture
def admin_of_both(office: Office, sibling: Office) -> Member:
    """The admin of Kemangkon, who is one of Bukateja too."""
    accounts.give(office.admin.user, sibling.organisation, ["admin"])
    return office.admin


def test_one_document_goes_to_its_review_and_several_into_the_queue(office: Office) -> None:
    one = queueing.take_in(by=office.operator, files=[Dropped("a.txt", PAPER.encode())])
    assert one.imported is not None
    alone = queueing.take_in(by=office.operator, files=[Dropped("a.zip", zipped(rencana=PAPER))])
    assert alone.imported is not None
    assert alone.imported.document.filename == "rencana.txt"
    both = queueing.take_in(
        by=office.operator, files=[Dropped("a.zip", zipped(a=PAPER, b=BUKATEJA))]
    )
    assert both.queue is not None
    read_all()
    assert [row.filename for row in queueing.result(office.operator, both.queue.pk).open] == [
        "Kabupaten/b.txt",
        "Kabupaten/a.txt",
    ]


def test_the_one_plan_among_other_files_of_a_small_archive_goes_to_its_review(
    office: Office,
) -> None:
    data = zipped(rencana=PAPER, surat="Dengan hormat,", kosong=b"")
    taken = queueing.take_in(by=office.operator, files=[Dropped("a.zip", data)])
    assert taken.imported is not None
    assert taken.imported.document.filename == "rencana.txt"
    assert [name for name, _ in taken.left] == ["surat.txt", "kosong.txt"]
    with pytest.raises(Refused, match="no action plan"):
        queueing.take_in(by=office.operator, files=[Dropped("b.zip", zipped(a="x", b="y"))])
    assert not Queue.objects.exists()


def test_what_the_one_file_of_an_archive_is_refused_for_is_told_at_once(office: Office) -> None:
    with pytest.raises(Refused, match="archive inside"):
        queueing.take_in(by=office.operator, files=[Dropped("a.zip", zipped(x=zipped(y=PAPER)))])
    assert not StoredFile.objects.exists()


def test_offices_are_recognised_and_nothing_reaches_them_before_a_person_says(
    office: Office, sibling: Office, admin_of_both: Member
) -> None:
    queue = dropped(
        admin_of_both,
        Dropped("semua.zip", zipped(kemangkon=PAPER, bukateja=BUKATEJA, surat="Dengan hormat,")),
    )
    result = queueing.result(admin_of_both, queue.pk)
    named = {row.filename: row.proposed and row.proposed.slug for row in result.open}
    assert named == {"Kabupaten/kemangkon.txt": "kemangkon", "Kabupaten/bukateja.txt": "bukateja"}
    assert [row.filename for row in result.unreadable] == ["Kabupaten/surat.txt"]
    assert "tidak ada rencana aksi" in (result.unreadable[0].refusal or {})["id"].lower()
    assert not Import.objects.exists()

    to = {row.pk: row.proposed.slug for row in result.open if row.proposed}
    queueing.hand_over(by=admin_of_both, queue_id=queue.pk, to=to)
    (waiting,) = selectors.imports_under_review(sibling.operator)
    assert waiting.document.filename == "bukateja.txt"
    assert waiting.document.file.organisation_id == sibling.organisation.pk
    imported = selectors.imported(sibling.operator, waiting.pk)
    assert imported.original is not None
    step = {"do": "drop_row", "row": "P1.K1~0"}
    importing.correct(by=sibling.operator, imported_id=waiting.pk, step=step, seen=1)
    assert not Plan.objects.exists()


def test_an_office_of_others_is_neither_proposed_nor_given_anything(
    office: Office, sibling: Office
) -> None:
    queue = dropped(office.admin, Dropped("b.txt", BUKATEJA.encode()))
    (row,) = queueing.result(office.admin, queue.pk).open
    assert row.proposed is None
    for slug in ("bukateja", "tidak-ada", ""):
        with pytest.raises(Refused, match="Choose the office"):
            queueing.hand_over(by=office.admin, queue_id=queue.pk, to={row.pk: slug})
    accounts.give(office.admin.user, sibling.organisation, ["pimpinan"])
    with pytest.raises(Refused, match="Choose the office"):
        queueing.hand_over(by=office.admin, queue_id=queue.pk, to={row.pk: "bukateja"})
    assert not Import.objects.exists()


def test_only_who_may_drops_and_strangers_find_no_queue(office: Office, sibling: Office) -> None:
    queue = dropped(office.operator, Dropped("a.txt", PAPER.encode()))
    (row,) = queue.files.all()
    for member in (office.verifikator, office.pimpinan):
        with pytest.raises(NotAllowed):
            queueing.drop(by=member, files=[Dropped("a.txt", b"x")])
    with pytest.raises(NotFound):
        queueing.result(sibling.admin, queue.pk)
    with pytest.raises(NotFound):
        queueing.hand_over(by=sibling.admin, queue_id=queue.pk, to={row.pk: "bukateja"})
    with pytest.raises(NotFound):
        queueing.put_aside(by=sibling.admin, queue_id=queue.pk, file_id=row.pk)


def test_handing_over_is_all_or_nothing(office: Office, admin_of_both: Member) -> None:
    queue = dropped(admin_of_both, Dropped("a.zip", zipped(a=PAPER, b=BUKATEJA)))
    first, second = queueing.result(admin_of_both, queue.pk).open
    with pytest.raises(Refused):
        queueing.hand_over(
            by=admin_of_both, queue_id=queue.pk, to={first.pk: "kemangkon", second.pk: "x"}
        )
    assert not Import.objects.exists()
    assert {row.state for row in queue.files.exclude(state="opened")} == {"read"}


def test_a_file_is_handed_over_once(office: Office) -> None:
    queue = dropped(office.operator, Dropped("a.txt", PAPER.encode()))
    (row,) = queue.files.all()
    queueing.hand_over(by=office.operator, queue_id=queue.pk, to={row.pk: "kemangkon"})
    with pytest.raises(Refused, match="does not wait"):
        queueing.hand_over(by=office.operator, queue_id=queue.pk, to={row.pk: "kemangkon"})
    assert Import.objects.count() == 1
    assert len(queueing.result(office.operator, queue.pk).done) == 1


def test_a_file_is_put_aside_and_taken_again(office: Office) -> None:
    queue = dropped(office.operator, Dropped("a.txt", PAPER.encode()))
    (row,) = queue.files.all()
    queueing.put_aside(by=office.operator, queue_id=queue.pk, file_id=row.pk)
    with pytest.raises(Refused):
        queueing.put_aside(by=office.operator, queue_id=queue.pk, file_id=row.pk)
    queueing.put_aside(by=office.operator, queue_id=queue.pk, file_id=row.pk, back=True)
    assert len(queueing.result(office.operator, queue.pk).open) == 1


def test_the_doubtful_ones_stand_first(office: Office) -> None:
    clean = json.dumps(
        {"schema": "renaksi/plan/1", "kind": "action_plan", "year": 2024,
         "organisation": {"name": "Kecamatan Kemangkon", "code": None},
         "elements": [{"id": "t", "level": "goal", "name": "Tujuan", "parent": None,
                       "indicators": [{"name": "Indeks", "unit": "Nilai", "direction": "higher",
                                       "accumulation": "last", "targets": {}}]}]}
    )  # fmt: skip
    queue = dropped(
        office.operator,
        Dropped("bersih.json", clean.encode()),
        Dropped("ragu.txt", PAPER.encode()),
        Dropped("tanpa-tahun.txt", PAPER.replace(" TAHUN 2022", "").encode()),
        Dropped("kantor-lain.txt", BUKATEJA.encode()),
    )
    rows = queueing.result(office.operator, queue.pk).open
    assert [row.filename for row in rows] == [
        "kantor-lain.txt", "tanpa-tahun.txt", "ragu.txt", "bersih.json",
    ]  # fmt: skip
    assert [row.doubts for row in rows][1:] == [4, 3, 0]


def test_every_plan_of_a_file_with_several_is_a_row(office: Office) -> None:
    read = reading.read(PAPER.encode())
    assert read is not None
    both = {"schema": "renaksi/plans/1", "plans": [read.reading, {**read.reading, "year": 2023}]}
    taken = queueing.take_in(
        by=office.operator, files=[Dropped("dua.json", json.dumps(both).encode())]
    )
    assert taken.queue is not None
    read_all()
    rows = queueing.result(office.operator, taken.queue.pk).open
    assert {(row.part, row.year) for row in rows} == {(0, 2022), (1, 2023)}


def test_a_wrong_file_is_one_sentence_and_stops_none_of_the_others(office: Office) -> None:
    queue = dropped(
        office.operator,
        Dropped("kosong.txt", b""),
        Dropped("rusak.docx", b"PK\x03\x04" + os.urandom(300)),
        Dropped("foto.png", b"\x89PNG\r\n\x1a\n" + os.urandom(300)),
        Dropped("rencana.txt", PAPER.encode()),
    )
    result = queueing.result(office.operator, queue.pk)
    assert [row.filename for row in result.open] == ["rencana.txt"]
    assert {row.filename for row in result.unreadable} == {"kosong.txt", "rusak.docx", "foto.png"}
    for row in result.unreadable:
        assert set(row.refusal or {}) == {"id", "en"}
        assert (row.refusal or {})["id"].endswith(".")


def test_every_sentence_about_a_file_of_an_archive_begins_as_one(office: Office) -> None:
    inner = zipped(surat="halo")
    queue = dropped(office.operator, Dropped("a.zip", zipped(dalam=inner, surat="halo")))
    rows = queueing.result(office.operator, queue.pk).unreadable
    sentences = [said for row in rows for said in (row.refusal or {}).values()]
    assert len(sentences) == 4
    assert [said for said in sentences if not said[0].isupper()] == []


def test_what_an_ended_process_left_is_read_after_a_while(office: Office) -> None:
    queue = queueing.drop(by=office.operator, files=[Dropped("a.txt", PAPER.encode())])
    row = reading_on._taken()
    assert row is not None
    assert read_all() == 0  # another process may be at it
    long_ago = clock.real_now() - timedelta(minutes=30)
    QueuedFile.objects.update(taken_at=long_ago)
    assert read_all() == 1
    assert queueing.result(office.operator, queue.pk).open[0].tries == 2


def test_a_file_that_stops_its_reading_again_and_again_is_given_up(office: Office) -> None:
    queue = queueing.drop(by=office.operator, files=[Dropped("a.txt", PAPER.encode())])
    QueuedFile.objects.update(tries=reading_on.MOST_TRIES)
    read_all()
    (row,) = queueing.result(office.operator, queue.pk).unreadable
    assert "berkali-kali" in (row.refusal or {})["id"]


def test_a_failure_while_unpacking_leaves_the_archive_to_be_read_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = queueing.drop(by=office.operator, files=[Dropped("a.zip", zipped(a=PAPER, b=PAPER))])

    def fail(*_: object, **__: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(QueuedFile, "save", fail)
        with pytest.raises(DatabaseError):
            reading_on.read_next()
    assert queue.files.count() == 1
    QueuedFile.objects.update(taken_at=clock.real_now() - timedelta(minutes=30))
    read_all()
    assert queue.files.count() == 3


def test_too_many_files_are_refused_before_any_is_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "MOST_FILES", 2)
    with pytest.raises(Refused, match="2 files"):
        queueing.drop(by=office.operator, files=[Dropped("a", b"x")] * 3)
    assert not Queue.objects.exists()
    assert not StoredFile.objects.exists()


def test_the_page_of_a_queue_takes_a_fixed_number_of_queries(office: Office) -> None:
    few = dropped(office.operator, Dropped("a.txt", PAPER.encode()))
    many = dropped(
        office.operator, *(Dropped(f"{n}.txt", f"{PAPER}\n{n}".encode()) for n in range(12))
    )
    client = client_of(office.operator)
    for queue in (few, many):
        with queries(6):
            client.get(f"/opd/kemangkon/antrean/{queue.pk}/")


def test_dropping_and_handing_over_are_one_event_each_where_they_belong(
    office: Office, sibling: Office, admin_of_both: Member
) -> None:
    here, there = len(audit.latest(office.admin)), len(audit.latest(sibling.admin))
    queue = dropped(admin_of_both, Dropped("a.zip", zipped(a=PAPER, b=BUKATEJA)))
    assert len(audit.latest(office.admin)) == here + 1
    rows = queueing.result(admin_of_both, queue.pk).open
    to = {row.pk: row.proposed.slug for row in rows if row.proposed}
    queueing.hand_over(by=admin_of_both, queue_id=queue.pk, to=to)
    assert len(audit.latest(office.admin)) == here + 2
    assert len(audit.latest(sibling.admin)) == there + 1


def test_the_office_is_known_by_its_code_or_the_name_of_its_file(office: Office) -> None:
    other = found("Kecamatan Padamara", "Kabupaten Purbalingga")
    accounts.give(office.admin.user, other.organisation, ["admin"])
    nameless = PAPER.replace("KECAMATAN KEMANGKON\n", "")
    queue = dropped(
        office.admin,
        Dropped("Renaksi padamara 2022.txt", nameless.encode()),
        Dropped("Renaksi 2022.txt", nameless.encode()),
    )
    rows = queueing.result(office.admin, queue.pk).open
    named = {row.filename: row.proposed and row.proposed.slug for row in rows}
    assert named == {"Renaksi padamara 2022.txt": "padamara", "Renaksi 2022.txt": None}


def test_an_archive_larger_than_a_file_may_be_is_unpacked_at_once(
    office: Office, settings: Settings
) -> None:
    settings.MAX_UPLOAD = 5_000
    packed = zipped(a=PAPER, b=BUKATEJA, c=os.urandom(6_000))
    assert len(packed) > settings.MAX_UPLOAD
    queue = dropped(office.operator, Dropped("a.zip", packed))
    result = queueing.result(office.operator, queue.pk)
    assert {row.filename for row in result.open} == {"Kabupaten/a.txt", "Kabupaten/b.txt"}
    assert [row.filename for row in result.unreadable] == ["Kabupaten/c.txt"]
    with pytest.raises(Refused):
        queueing.drop(by=office.operator, files=[Dropped("b.zip", b"PK\x03\x04" + bytes(9_000))])
    assert Queue.objects.count() == 1
