"""Every format in every layout that it can hold: known documents are read back, cell by cell.

A few documents of each pair run each time; ``RENAKSI_LAYOUTS=0:100`` chooses others
(`make torture`). What all of them come to stands in docs/formats-measured.md.
"""

from __future__ import annotations

import os

import pytest

from tests.renaksi.formats.layouts import LAYOUTS, fits
from tests.renaksi.formats.layouts.judging import FORMS, PRINTED, verdicts
from tests.renaksi.variants.judge import Verdict


@pytest.fixture(scope="module", params=FORMS)
def found(request: pytest.FixtureRequest) -> tuple[str, dict[str, Verdict]]:
    form = request.param
    first, _, end = os.environ.get("RENAKSI_LAYOUTS", "0:2").partition(":")
    chosen = range(int(first), int(end))
    if form in PRINTED and "RENAKSI_LAYOUTS" not in os.environ:
        chosen = chosen[:1]
    return form, verdicts(form, [layout for layout in LAYOUTS if fits(form, layout)], chosen)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_known_document_is_read_back(found: tuple[str, dict[str, Verdict]], layout: str) -> None:
    _, of_layouts = found
    if layout not in of_layouts:
        return  # what this format cannot hold
    verdict = of_layouts[layout]
    told = "\n".join([str(dict(verdict.counts)), *verdict.failing[:20]])
    assert verdict.surviving > 0
    assert verdict.right_share >= 0.99, told
    assert verdict.doubt_share <= 0.03, told
    assert verdict.wrong == 0, told
