"""No damaged or hostile file crashes a reader, hangs it or exceeds its limits.

A part of the corpus runs each time; ``RENAKSI_HOSTILE=1`` runs all of it.
"""

from __future__ import annotations

import os

import pytest

from tests.renaksi.formats.hostile import run
from tests.renaksi.formats.known_plans import WRITERS


@pytest.mark.parametrize("form", WRITERS)
def test_every_damaged_file_is_read_or_refused_with_a_sentence(form: str) -> None:
    step = int(os.environ.get("RENAKSI_HOSTILE", "9"))
    found = run(form, step)
    assert len(found) >= 60 // step
    assert {name: got for name, got in found.items() if got not in ("read", "refused")} == {}
