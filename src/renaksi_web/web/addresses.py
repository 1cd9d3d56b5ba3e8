"""Addresses of entries, of which one page holds hundreds: looked up once, then filled in.

Asking Django for an address costs more than a row's figures do, and the addresses of one
quarter's entries differ only in the series.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from django.urls import get_script_prefix, reverse

# Stands in for the series; longer than any other number of an address.
_PLACE: Final = 2**62


def entry_address(office: str, year: int, quarter: str, series: int) -> str:
    """Where the entry of a series in one quarter is shown."""
    before, after = _around(get_script_prefix(), office, year, quarter)
    return f"{before}{series}{after}"


@lru_cache(maxsize=1024)
def _around(_prefix: str, office: str, year: int, quarter: str) -> tuple[str, str]:
    """What stands before the series in the address, and what behind it."""
    before, _, after = reverse("entry", args=(office, year, quarter, _PLACE)).partition(str(_PLACE))
    return before, after
