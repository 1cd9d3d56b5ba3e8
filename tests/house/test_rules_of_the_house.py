"""What `make check` refuses: stray modules, long files and functions, vague names."""

from __future__ import annotations

import pytest

from scripts import check_house
from tests.conftest import LONGEST
from tests.house.repository import ROOT, settings


@pytest.fixture(autouse=True)
def _no_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_house, "LONG_FILES", {})
    monkeypatch.setattr(check_house, "LONG_FUNCTIONS", {})


def test_a_short_module_with_a_good_name_is_fine() -> None:
    assert check_house.complaints({"src/renaksi/quarter.py": "def ordinal(): return 1\n"}) == []


@pytest.mark.parametrize("name", ["helpers", "utils", "common", "core"])
def test_a_drawer_is_refused_by_name(name: str) -> None:
    (complaint,) = check_house.complaints({f"src/renaksi/{name}.py": ""})
    assert "call the module by its subject" in complaint


def test_a_manager_is_refused_and_an_exception_handler_of_another_name_is_not() -> None:
    text = "class PlanManager: pass\nclass Handlebar: pass\n"
    (complaint,) = check_house.complaints({"src/renaksi/model.py": text})
    assert "PlanManager" in complaint


def test_a_long_file_is_refused() -> None:
    (complaint,) = check_house.complaints({"a.py": "x = 1\n" * 401})
    assert "a.py has 401 lines, more than 400" in complaint
    assert check_house.complaints({"a.py": "x = 1\n" * 400}) == []


def test_a_long_function_is_refused_and_its_docstring_does_not_count() -> None:
    body = "    x = 1\n" * 40
    docstring = '    """One.\n\n    Two.\n    """\n'
    (complaint,) = check_house.complaints({"a.py": f"def f():\n{body}"})
    assert "a.py:1 f has 41 lines" in complaint
    assert check_house.complaints({"a.py": f"def f():\n{docstring}{body[10:]}"}) == []


def test_an_exception_needs_its_file_to_be_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(check_house.LONG_FILES, "a.py", "a table")
    assert check_house.complaints({"a.py": "x = 1\n" * 401}) == []
    (complaint,) = check_house.complaints({"a.py": "x = 1\n"})
    assert "can go" in complaint


def test_a_module_that_no_layer_names_breaks_the_contract() -> None:
    contracts = {c["id"]: c for c in settings()["tool"]["importlinter"]["contracts"]}
    assert contracts["layers"]["exhaustive"] is True
    assert contracts["layers"]["containers"] == ["renaksi"]
    assert "exhaustive_ignores" not in contracts["layers"]


def test_the_files_of_tests_that_begin_are_there() -> None:
    assert [name for name in LONGEST if not (ROOT / name.removesuffix("::")).is_file()] == []
