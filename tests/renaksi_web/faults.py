"""A database that breaks at any statement of an act: all of it must be there, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.apps import apps
from django.db import connection, transaction

LABELS = ("audit", "accounts", "files", "offices", "plans", "tracking")


class FaultError(Exception):
    """The database broke here."""


@contextmanager
def fault_at(number: int) -> Iterator[list[int]]:
    """Within the block the statement of this number fails; tells how many ran before."""
    ran: list[int] = []

    def run(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            ran.append(1)
            if len(ran) == number:
                raise FaultError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(run):
        yield ran


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours."""
    models = [model for label in LABELS for model in apps.get_app_config(label).get_models()]
    return {m.__name__: list(m._default_manager.order_by("pk").values()) for m in models}


def assert_all_or_nothing(act: Callable[[], object]) -> int:
    """Break the act at each of its statements in turn, then let it pass; gives how many it has."""
    before = everything()
    for number in range(1, 200):
        with transaction.atomic(), fault_at(number) as ran:
            with suppress(FaultError):
                act()
            done = len(ran) < number
        if done:
            assert everything() != before, "the act did nothing"
            return number - 1
        assert everything() == before, f"statement {number}"
    raise AssertionError("the act never came to its end")
