"""Work of pyHanko in a thread of its own.

Its signing and validating run an event loop until they are done, which a thread that has a
loop already refuses; who calls them need not know whether theirs has one.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def alone(act: Callable[[], Result]) -> Result:
    """What the act gives or raises, done in a thread where no event loop runs."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(act).result()
