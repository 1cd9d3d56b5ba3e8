"""The filed plan of Kemangkon, damaged as copying damages documents, still says what it said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renaksi.interpret import interpret_text
from renaksi.model import Plan
from renaksi.quarter import QUARTERS

FILED = (Path(__file__).parents[2] / "cases" / "kemangkon-2022.txt").read_text(encoding="utf-8")
LABEL = re.compile(r"(?i)(?<=\d\. )(?:sub kegiatan|kegiatan) ")


def without_headers(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if "INDIKATOR KINERJA" not in line)


def facts(plan: Plan) -> list[tuple[object, ...]]:
    """Levels, numbers, names without their label words, and every cell."""
    return [
        (
            element.level,
            element.number,
            re.sub(r"(?i)^(?:sub kegiatan|kegiatan) ", "", element.name or ""),
            row.name,
            row.unit,
            *(row.target(quarter).text for quarter in QUARTERS),
        )
        for element in plan.elements
        for row in element.indicators
    ]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(without_headers, id="every line of header words is lost"),
        pytest.param(lambda text: LABEL.sub("", text), id="every label word is lost"),
        pytest.param(lambda text: text.replace("\t", "    "), id="tabs became four blanks"),
        pytest.param(lambda text: text.replace("\t", " " * 8), id="tabs became eight blanks"),
        pytest.param(lambda text: text.replace("TW ", "Triwulan "), id="quarters in full"),
    ],
)
def test_the_plan_is_read_as_before(damage: object) -> None:
    assert callable(damage)
    damaged = damage(FILED)
    assert damaged != FILED
    assert facts(interpret_text(damaged).plan) == facts(interpret_text(FILED).plan)
