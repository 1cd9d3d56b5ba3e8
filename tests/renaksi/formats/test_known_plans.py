"""Known plans are written to every format and read back; nothing that they say may be lost.

Other plans: ``RENAKSI_FORMATS=100:200 pytest tests/renaksi/formats/test_known_plans.py``.
"""

from __future__ import annotations

import os

import pytest

from tests.renaksi.formats.known_plans import WRITERS, Total, totals


@pytest.fixture(scope="module")
def seeds() -> range:
    first, _, end = os.environ.get("RENAKSI_FORMATS", "0:15").partition(":")
    return range(int(first), int(end))


@pytest.fixture(scope="module", params=WRITERS)
def total(request: pytest.FixtureRequest, seeds: range) -> Total:
    return totals(request.param, seeds)


def test_every_row_of_every_table_reads_back_cell_for_cell(total: Total) -> None:
    assert total.lost == [], total.report()


def test_a_plan_reads_from_a_file_as_well_as_from_text(total: Total) -> None:
    assert len(total.worse) <= total.read.counts["right"] / 1000, total.report()
