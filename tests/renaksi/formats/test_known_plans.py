"""Known plans are written to every format and read back; nothing that they say may be lost.

Other plans: ``RENAKSI_FORMATS=100:200 pytest tests/renaksi/formats/test_known_plans.py``.
"""

from __future__ import annotations

import os

import pytest

from tests.renaksi.formats.known_plans import WRITERS, verdicts


@pytest.fixture(scope="module")
def seeds() -> range:
    first, _, end = os.environ.get("RENAKSI_FORMATS", "0:15").partition(":")
    return range(int(first), int(end))


@pytest.mark.parametrize("form", WRITERS)
def test_a_plan_reads_back_as_it_was_written(form: str, seeds: range) -> None:
    total = verdicts(form, seeds)
    assert total.right_share >= 0.99, total.report()
    assert total.doubt_share <= 0.03, total.report()
    assert total.wrong <= total.counts["right"] / 1000, total.report()
