"""The rules of the linter, one file each. To add one: write its file and name it in `RULES`."""

from __future__ import annotations

from typing import Final

from renaksi.checks.rules import missing_unit

# Each entry is a module with a `RULE` and a function `check(view)` that yields diagnostics.
RULES: Final = (missing_unit,)
