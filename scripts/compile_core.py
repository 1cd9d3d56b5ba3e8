"""Compiles the reading and checking of plans with mypyc, from the sources that Python runs.

What is compiled is the part whose time Python itself takes: interpretation, nomenclature and the
checks' groundwork, with the readers of text. The extensions lie beside their sources in ``src`` and
Python prefers them; without them, everything runs as before, at half the speed. Readers of other
formats stay as they are, since their time is spent in libraries, and rules stay files that anyone
may add. Needs a C compiler, Python's headers and ``requirements/compile.txt``; see decision 0039.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "src" / "renaksi"
COMPILED = (
    "interpret/*.py",
    "nomenclature/*.py",
    "checks/*.py",
    "readers/*.py",
    "qua*.py",
    "scales.py",
)


def sources() -> Iterable[Path]:
    """The modules that are compiled; what begins a package stays with Python."""
    for pattern in COMPILED:
        yield from (path for path in sorted(CORE.glob(pattern)) if path.name != "__init__.py")


def main() -> None:
    """Write the extensions into ``src``."""
    os.chdir(ROOT)
    os.environ["MYPYPATH"] = str(ROOT / "src")
    # The first level of optimisation gives all of the speed in half the time of the second.
    os.environ.setdefault("CFLAGS", "-O1 -g0 -w")
    options = ["--config-file=", "--follow-imports=silent", "--ignore-missing-imports"]
    extensions = mypycify(
        [*options, *(str(path.relative_to(ROOT)) for path in sources())],
        target_dir="build/compiled",
        group_name="renaksi",
        opt_level="1",
        debug_level="0",
    )
    setup(
        name="renaksi-compiled",
        package_dir={"": "src"},
        packages=[],
        ext_modules=extensions,
        script_args=["--quiet", "build_ext", "--inplace", "--build-temp=build/compiled"],
    )


if __name__ == "__main__":
    main()
