"""A thousand damaged plans are read; what the readings say is laid beside the known truth.

Other seeds: ``RENAKSI_VARIANTS=5000:7000 pytest tests/renaksi/variants``. One seed by eye:
``python -m tests.renaksi.variants --seed 17 --show``.
"""

from __future__ import annotations

import os

import pytest

from tests.renaksi.variants.__main__ import describe
from tests.renaksi.variants.judge import Verdict
from tests.renaksi.variants.readings import judged
from tests.renaksi.variants.variant import variant


@pytest.fixture(scope="module")
def seeds() -> range:
    first, _, end = os.environ.get("RENAKSI_VARIANTS", "0:1000").partition(":")
    return range(int(first), int(end))


@pytest.fixture(scope="module")
def total(seeds: range) -> Verdict:
    """All verdicts together; of what is wrong, the seeds with what made them."""
    total = Verdict()
    for seed in seeds:
        made = variant(seed)
        verdict = judged(made)
        total.merge(verdict)
        if verdict.wrong or verdict.counts["flagged"]:
            first = next(f for f in verdict.findings if f.outcome != "right but flagged")
            total.failing.append(f"seed {seed} ({describe(made)}): {first}")
    return total


def test_at_least_99_of_100_surviving_cells_are_right(total: Verdict) -> None:
    assert total.right_share >= 0.99, total.report()


def test_no_cell_is_wrong_without_a_word(total: Verdict) -> None:
    assert total.wrong == 0, total.report()


def test_doubt_is_kept_for_what_deserves_it(total: Verdict) -> None:
    assert total.doubt_share <= 0.03, total.report()


def test_texts_and_quarters_are_not_lost_in_silence(total: Verdict) -> None:
    silent, said = total.counts["lost in silence"], total.counts["lost and said"]
    assert silent <= 0.01 * (silent + said), total.report()


def test_nearly_every_fact_names_a_line_that_prints_it(total: Verdict) -> None:
    wrong, right = total.counts["place wrong"], total.counts["place right"]
    assert wrong <= 0.005 * right, total.report()
