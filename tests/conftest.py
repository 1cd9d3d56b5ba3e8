"""How every test runs: none measures time, and continuous integration repeats its examples."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A busy machine is slow, which is no fault of the code: no deadlines and no complaint about it.
settings.register_profile(
    "renaksi", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("ci", settings.get_profile("renaksi"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "renaksi")
