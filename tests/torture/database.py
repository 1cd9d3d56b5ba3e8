"""The tortured database read directly, in one consistent state, without any code of the site."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

import psycopg

from renaksi_web.audit.chain import Link

Rows = list[tuple[Any, ...]]


class State(NamedTuple):
    """What stands in the tables that the torture writes to; ``unsound`` should be empty."""

    unsound: list[str]
    entries: Rows
    transitions: Rows
    results: Rows
    evidence: Rows
    files: Rows
    chain: tuple[int, str]
    links: list[Link]


# Every column by name: what is read does not depend on the order of a migration.
_ENTRIES = """SELECT id, series_id, quarter, state, cell_state, text, value, version
              FROM tracking_entry ORDER BY id"""
_TRANSITIONS = "SELECT entry_id, act, from_state, to_state FROM tracking_transition ORDER BY id"
_RESULTS = """SELECT quarter, number, reopened_at IS NULL, CAST(plan_json AS TEXT)
              FROM tracking_frozenresult ORDER BY id"""
_EVIDENCE = "SELECT entry_id, title, removed_at IS NULL, file_id FROM tracking_evidence ORDER BY id"
_FILES = "SELECT id, name, sha256 FROM files_storedfile ORDER BY id"
_CHAIN = "SELECT length, head FROM audit_chain WHERE organisation_id = {}"
_LINKS = """SELECT e.number, e.payload, e.previous, e.hash FROM audit_event e
            JOIN audit_chain c ON c.id = e.chain_id WHERE c.organisation_id = {}
            ORDER BY e.number"""


def state_of(url: str, organisation: int) -> State:
    """Everything at one moment."""
    with _ask(url) as ask:
        return State(
            _unsound(url, ask),
            ask(_ENTRIES),
            ask(_TRANSITIONS),
            ask(_RESULTS),
            ask(_EVIDENCE),
            ask(_FILES),
            ask(_CHAIN.format(organisation))[0],  # type: ignore[arg-type]
            [Link(*row) for row in ask(_LINKS.format(organisation))],
        )


@contextmanager
def _ask(url: str) -> Iterator[Any]:
    if url.startswith("sqlite"):
        path = url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            # The check of the table's own constraints needs what Django gives to SQLite.
            connection.create_function("REGEXP", 2, _regexp, deterministic=True)
            connection.execute("BEGIN")
            yield lambda sql: connection.execute(sql).fetchall()
        return
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        yield lambda sql: connection.execute(sql).fetchall()


def _regexp(pattern: str, text: str | None) -> bool | None:
    return None if text is None else re.search(pattern, text) is not None


def _unsound(url: str, ask: Any) -> list[str]:
    """What the database's own check of itself finds."""
    if url.startswith("sqlite"):
        told = [str(row[0]) for row in ask("PRAGMA integrity_check")]
        told += [f"foreign key: {row}" for row in ask("PRAGMA foreign_key_check")]
        return [word for word in told if word != "ok"]
    invalid = ask("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")
    unproven = ask("SELECT conname FROM pg_constraint WHERE NOT convalidated")
    return [str(row[0]) for row in [*invalid, *unproven]] + _damaged(url, ask)


def _damaged(url: str, ask: Any) -> list[str]:
    """Heap and indexes by PostgreSQL's amcheck, where the server has it."""
    if not ask("SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'"):
        return []
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
    heap = """SELECT c.relname || ': ' || v.msg FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace, verify_heapam(c.oid) v
              WHERE c.relkind = 'r' AND n.nspname = 'public'"""
    index = """SELECT bt_index_check(i.indexrelid, true) FROM pg_index i
               JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
               JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE a.amname = 'btree' AND n.nspname = 'public'"""
    ask(index)  # raises where an index lacks a row or has one too many
    return [str(row[0]) for row in ask(heap)]
