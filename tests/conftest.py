"""How every test runs: none measures time, and continuous integration repeats its examples."""

from __future__ import annotations

import os

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
