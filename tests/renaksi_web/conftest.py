"""Fixtures of the web package: an office, a sibling in its government, and a stranger."""

from __future__ import annotations

import pytest

from tests.renaksi_web.office import Office, found


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
