"""Many act at once, as on a running site: every act is kept, none takes another's number."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from renaksi_web.audit import selectors
from renaksi_web.audit.models import Chain
from renaksi_web.audit.services import record
from tests.renaksi_web.office import Office, found


@pytest.mark.django_db(transaction=True)
def test_twenty_who_act_at_once_make_one_whole_chain() -> None:
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    failures: list[Exception] = []
    ready = threading.Barrier(20)

    def act(office: Office) -> None:
        try:
            ready.wait()
            for _ in range(3):
                with transaction.atomic():
                    record(by=office.operator, act="plan.edit", on=office.organisation)
        except Exception as error:  # noqa: BLE001 whatever happens in a thread must be seen
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=[office]) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    chain = Chain.objects.get(organisation=office.organisation)
    assert chain.length == 60
    assert selectors.verify(chain) == []
