"""How every test runs: none measures time, and continuous integration repeats its examples.

The files that take longest begin, so that no processor waits for the last one. A second run
on another database (``RENAKSI_TEST_AGAIN=1``) leaves out what touches none.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow, and a run of luckless draws is no fault of the code: no complaint of them.
settings.register_profile(
    "renaksi",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    print_blob=True,
)
settings.register_profile("ci", settings.get_profile("renaksi"), derandomize=True, database=None)
in_ci = os.environ.get("CI") or os.environ.get("RENAKSI_TEST_ALL")
settings.load_profile("ci" if in_ci else "renaksi")

ROOT: Final = Path(__file__).resolve().parent.parent

LONGEST: Final = tuple(
    f"tests/{name}.py::"
    for name in (
        "browser/test_every_page",
        "renaksi_web/web/test_forms",
        "renaksi_web/bundles/test_worker",
        "browser/test_grid",
        "browser/test_quarter",
        "browser/test_plans",
        "browser/test_bringing",
        "torture/test_kill",
        "renaksi/formats/test_layouts",
        "renaksi/reports/test_reports",
        "renaksi_web/web/test_imports",
        "renaksi/variants/test_variants",
        "browser/test_print",
        "torture/test_judge",
    )
)


def pytest_configure(config: pytest.Config) -> None:
    """Take away a compiled core that is older than its sources."""
    if not hasattr(config, "workerinput"):
        subprocess.run(["scripts/compiled.sh", "check"], cwd=ROOT, check=True)  # noqa: S607 - our own script


def touches_a_database(item: pytest.Item) -> bool:
    """Whether the test, or a process that it starts, works on the database of the tests."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return (
        item.get_closest_marker("django_db") is not None
        or not fixtures.isdisjoint({"db", "transactional_db", "live_server"})
        or hasattr(getattr(item, "module", None), "empty_installations")
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        return next((n for n, file in enumerate(LONGEST) if item.nodeid.startswith(file)), 999)

    items.sort(key=place)
    if os.environ.get("RENAKSI_TEST_AGAIN") == "1":
        left_out = [item for item in items if not touches_a_database(item)]
        items[:] = [item for item in items if touches_a_database(item)]
        config.hook.pytest_deselected(items=left_out)
