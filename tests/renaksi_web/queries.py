"""Counting what a page or an act asks of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def queries(expected: int | None = None, *, at_most: int | None = None) -> Iterator[list[str]]:
    """Within the block: exactly ``expected`` queries, or ``at_most``; gives their SQL.

    Savepoints and transactions are not counted.
    """
    told: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield told
    words = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")
    told.extend(q["sql"] for q in captured.captured_queries if not q["sql"].startswith(words))
    shown = "\n".join(told)
    if expected is not None:
        assert len(told) == expected, f"{len(told)} queries, not {expected}:\n{shown}"
    if at_most is not None:
        assert len(told) <= at_most, f"{len(told)} queries, more than {at_most}:\n{shown}"
