"""Regular expressions that are compiled when they are first asked.

Compiling all that some document may need takes a good part of a start, and most documents
need few. What every document needs is compiled at once, by `re.compile`.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """An expression that behaves as its compiled pattern does."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))


class _Pattern:
    """An expression that takes over the methods of its pattern as soon as one is asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._stated = expression, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._stated)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
