"""One event for each act, in its transaction, in a chain that shows tampering."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from renaksi_web import clock
from renaksi_web.__main__ import main
from renaksi_web.audit import selectors
from renaksi_web.audit.models import Chain, Event
from renaksi_web.audit.services import record
from renaksi_web.commands import audit
from tests.renaksi_web.office import Office
from tests.renaksi_web.queries import queries


@pytest.fixture
def told(office: Office, sibling: Office) -> Office:
    """Three events of the office, and one of another."""
    for number in range(3):
        write(office, f"act {number}")
    write(sibling, "elsewhere")
    return office


def write(office: Office, reason: str) -> Event:
    with transaction.atomic():
        return record(
            by=office.operator, act="plan.edit", on=office.organisation,
            before={"value": Decimal("1.50")}, after={"value": 2}, reason=reason,
        )  # fmt: skip


def broken(office: Office) -> list[int]:
    chain = Chain.objects.get(organisation=office.organisation)
    return [found.number for found in selectors.verify(chain)]


def test_an_event_tells_who_what_when_from_what_to_what_and_why(office: Office) -> None:
    with clock.set_to(date(2022, 4, 5)):
        write(office, "salah ketik")
    (story,) = selectors.history(office.admin, office.organisation)
    assert (story.actor, story.act, story.subject) == (
        "Operator",
        "plan.edit",
        "Kecamatan Kemangkon",
    )
    assert (story.before, story.after, story.reason) == (
        {"value": "1.50"},
        {"value": 2},
        "salah ketik",
    )
    assert story.at.date() == date(2022, 4, 5)


def test_an_act_that_fails_leaves_no_event(office: Office) -> None:
    with transaction.atomic():
        write(office, "x")
        transaction.set_rollback(True)
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record(by=None, act="x", on=Chain())  # type: ignore[arg-type]


def test_an_event_costs_three_queries(told: Office) -> None:
    with queries(3):
        write(told, "one more")


def test_each_organisation_has_its_own_chain_and_reads_only_it(
    told: Office, sibling: Office
) -> None:
    assert [story.number for story in selectors.latest(told.admin)] == [3, 2, 1]
    assert [story.reason for story in selectors.latest(sibling.admin)] == ["elsewhere"]
    assert selectors.history(sibling.admin, told.organisation) == []


def test_an_untouched_chain_is_whole(told: Office) -> None:
    assert broken(told) == []


def test_a_changed_payload_is_found(told: Office) -> None:
    event = Event.objects.get(chain__organisation=told.organisation, number=2)
    Event.objects.filter(pk=event.pk).update(payload=event.payload.replace("act 1", "act X"))
    assert broken(told) == [2]


def test_a_changed_column_is_found(told: Office) -> None:
    Event.objects.filter(number=2).update(act="plan.view")
    assert broken(told) == [2]


def test_a_removed_event_is_found(told: Office) -> None:
    Event.objects.filter(chain__organisation=told.organisation, number=2).delete()
    assert 2 in broken(told)


def test_exchanged_events_are_found(told: Office) -> None:
    events = Event.objects.filter(chain__organisation=told.organisation)
    for old, new in ((1, 9), (2, 1), (9, 2)):
        events.filter(number=old).update(number=new)
    assert set(broken(told)) >= {1, 2}


def test_removed_last_events_are_found_by_the_head(told: Office) -> None:
    Event.objects.filter(chain__organisation=told.organisation, number=3).delete()
    assert broken(told) == [3]


# With checkpoints kept outside the database


@pytest.fixture
def checkpoints(told: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    audit.write_checkpoints()
    return tmp_path / "audit-checkpoints.jsonl"


def verify(checkpoints: Path, export: Path | None = None) -> int:
    named = [str(export)] if export else []
    return main(["audit", "verify", *named, "--checkpoints", str(checkpoints)])


def forge(office: Office, keep: int) -> None:
    """Remove the last events and set the head back, as somebody with the database could."""
    chain = Chain.objects.get(organisation=office.organisation)
    chain.events.filter(number__gt=keep).delete()
    last = chain.events.get(number=keep)
    Chain.objects.filter(pk=chain.pk).update(length=keep, head=last.hash)


def test_what_is_whole_is_called_whole(
    checkpoints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(checkpoints) == 0
    assert "whole" in capsys.readouterr().out


def test_a_truncated_chain_is_found(
    told: Office, checkpoints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forge(told, keep=2)
    assert broken(told) == []
    assert verify(checkpoints) == 1
    assert "event 3: was there on" in capsys.readouterr().out


def test_a_chain_written_anew_is_found(
    told: Office, checkpoints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forge(told, keep=2)
    write(told, "what never happened")
    assert broken(told) == []
    assert verify(checkpoints) == 1
    assert "event 3: is not the one" in capsys.readouterr().out


def test_the_export_alone_shows_tampering(
    told: Office, checkpoints: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = list(audit.exported())
    export = tmp_path / "record.jsonl"
    export.write_text("\n".join(lines), encoding="utf-8")
    assert verify(checkpoints, export) == 0
    changed = [line.replace("act 1", "act X") for line in lines]
    for tampered in (
        changed,
        lines[1:],
        lines[:2] + lines[3:],
        [lines[1], lines[0], *lines[2:]],
        [],
    ):
        export.write_text("\n".join(tampered), encoding="utf-8")
        assert verify(checkpoints, export) == 1, tampered
    assert "event" in capsys.readouterr().out


def test_a_forged_checkpoint_is_refused(
    checkpoints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = [json.loads(line) for line in checkpoints.read_text().splitlines()]
    told[0]["length"] = 1
    checkpoints.write_text("\n".join(json.dumps(line) for line in told))
    assert verify(checkpoints) == 2
    assert "not written by this installation" in capsys.readouterr().err
