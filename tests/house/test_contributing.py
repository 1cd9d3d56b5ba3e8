"""The rule that CONTRIBUTING adds step by step works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from renaksi.checks.pages import HEADINGS_ID, SECTIONS, sections
from renaksi.checks.view import PlanView
from tests.house.repository import ROOT
from tests.renaksi.checks.clean_plan import CLEAN, with_indicator

RULE_FILE, MUTATION = re.findall(
    r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.fixture
def rule(tmp_path: Path) -> ModuleType:
    path = tmp_path / "indicator_ends_with_stop.py"
    path.write_text(RULE_FILE, encoding="utf-8")
    module = ModuleType(path.stem)
    exec(compile(RULE_FILE, path, "exec"), module.__dict__)  # noqa: S102 - our own document
    return module


def test_the_rule_of_the_guide_is_complete(rule: ModuleType) -> None:
    assert tuple(sections(rule.RULE.page)) == SECTIONS
    assert tuple(sections(rule.RULE.page_id)) == (HEADINGS_ID["What"], HEADINGS_ID["Why"])


def test_the_rule_of_the_guide_fires_on_its_mutation_alone(rule: ModuleType) -> None:
    plans = eval(f"{{{MUTATION}}}", {"with_indicator": with_indicator})  # noqa: S307
    (broken,) = plans.values()
    (finding,) = rule.check(PlanView(broken))
    assert finding.element == "s1"
    assert "logistik kantor;” berakhir" in finding.message("id")
    assert list(rule.check(PlanView(CLEAN))) == []
