"""Sample files changed at random are read or refused with a sentence of their reader.

A few mutants run each time; ``RENAKSI_MUTATIONS=5000`` runs so many (`make torture`). What
was found once is kept as a case of its own in the tests of its format.
"""

from __future__ import annotations

import os
import subprocess
import sys

from renaksi.readers.limits import Limits
from tests.renaksi.formats.mutations import fate, mutant, run, samples


def test_no_changed_file_crashes_hangs_or_surprises_its_reader() -> None:
    count = int(os.environ.get("RENAKSI_MUTATIONS", "120"))
    fates = [(name, key, found) for name, key, found in run(count, 0, Limits())]
    assert len(fates) == count
    assert [each for each in fates if each[2] not in ("read", "refused")] == []


def test_a_mutant_is_always_the_same_and_never_the_sample() -> None:
    name, data = next(iter(samples()))
    assert mutant(data, "7:1") == mutant(data, "7:1")
    assert sum(mutant(data, f"7:{n}") != data for n in range(20)) > 15, name


def test_the_run_sees_what_it_looks_for() -> None:
    assert fate(b"Rapat dimulai pukul 09.00.", Limits()) == "refused"
    # In a process of its own: one that has read much already has memory to spare.
    code = (
        "from renaksi.readers.limits import Limits; from tests.renaksi.formats.mutations import fate;"
        "print(fate(b'Rapat dimulai pukul 09.00.\\n' * 20_000, Limits(max_memory=1_000)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603
    assert done.stdout.strip() not in (b"", b"read", b"refused")
