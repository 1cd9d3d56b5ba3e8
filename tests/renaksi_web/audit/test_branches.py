"""Four who changed a password at once made four chains of the installation; now there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from renaksi_web.accounts.members import Person
from renaksi_web.audit import selectors
from renaksi_web.audit.chain import GENESIS, canonical, digest
from renaksi_web.audit.models import Chain
from renaksi_web.audit.services import record
from renaksi_web.clock import now
from tests.renaksi_web.office import found

pytestmark = pytest.mark.django_db(transaction=True)


def migrated(*targets: tuple[str, str]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return executor.loader.project_state(list(targets)).apps


@pytest.fixture
def before(transactional_db: None) -> Iterator[Any]:
    """The tables as they were; brought back to this version whatever happens."""
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        yield migrated(("audit", "0001_initial"))
    finally:
        migrated(*newest)


def begun_at_once(apps: Any, number: int) -> None:
    """A chain of its own, with one event."""
    told = {
        "chain": None, "number": 1, "at": now(), "actor": None, "actor_name": "",
        "act": "self.change_password", "kind": "accounts.user", "object": str(number),
        "subject": "", "before": None, "after": None, "reason": "",
    }  # fmt: skip
    payload = canonical(told)
    head = digest(GENESIS, payload)
    chain = apps.get_model("audit", "Chain").objects.create(length=1, head=head)
    apps.get_model("audit", "Event").objects.create(
        chain=chain, number=1, at=told["at"], act=told["act"], kind=told["kind"],
        object_id=told["object"], payload=payload, previous=GENESIS, hash=head,
    )  # fmt: skip


def test_chains_that_began_at_once_stay_whole_and_the_oldest_goes_on(before: Any) -> None:
    before.get_model("audit", "Chain").objects.filter(organisation=None).delete()
    for number in range(4):
        begun_at_once(before, number)
    migrated(("audit", "0003_chain_of_installation_once"))
    assert list(Chain.objects.order_by("pk").values_list("branch", flat=True)) == [0, 1, 2, 3]
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    with transaction.atomic():
        event = record(
            by=Person(office.operator.user), act="self.change_password", on=office.operator.user
        )
    assert (event.chain.branch, event.number) == (0, 2)
    assert [found for chain in selectors.chains() for found in selectors.verify(chain)] == []


def test_an_installation_without_a_chain_gets_it_and_none_beside_it(before: Any) -> None:
    before.get_model("audit", "Chain").objects.all().delete()
    migrated(("audit", "0003_chain_of_installation_once"))
    assert Chain.objects.get().branch == 0
    with pytest.raises(IntegrityError):
        Chain.objects.create()
