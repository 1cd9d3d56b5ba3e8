"""Fixtures of the web package: an office, a sibling, a stranger, and the demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from renaksi_web.demonstration.accounts import NAMES
from renaksi_web.demonstration.loading import load
from tests.renaksi_web.office import Office, found
from tests.renaksi_web.paper import KEMANGKON


@pytest.fixture
def office(db: None) -> Office:
    """Kecamatan Kemangkon and its four people."""
    return found("Kecamatan Kemangkon", "Kabupaten Purbalingga")


@pytest.fixture
def sibling(db: None) -> Office:
    """Another office of the same government."""
    return found("Kecamatan Bukateja", "Kabupaten Purbalingga")


@pytest.fixture
def stranger(db: None) -> Office:
    """An office of another government."""
    return found("Kecamatan Sumpiuh", "Kabupaten Banyumas")


@pytest.fixture(scope="module")
def _demonstrated(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Loaded once for the tests of a file; each test is a transaction within this one."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(settings, "FILES", tmp_path_factory.mktemp("files"))
        patch.setattr(settings, "RENAKSI_TODAY", date(2022, 10, 5))
        load({name: f"rahasia-{name}-2022" for name in NAMES}, KEMANGKON)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstrated(_demonstrated: None, db: None) -> None:
    """The demonstration as it stands on its day; no other test of the file may use ``db`` alone."""
