"""The hashed locks: what a bare machine installs is what was locked, from wherever it comes."""

from __future__ import annotations

import re

import pytest

from tests.house.repository import LOCKS, locked, settings


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    text = LOCKS[lock].read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^#.*\n", "", text).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_its_command_and_no_server(lock: str) -> None:
    text = LOCKS[lock].read_text(encoding="utf-8")
    assert "make lock" in text.splitlines()[1]
    assert "://" not in text
    assert not re.search(r"^\s*--(index|extra-index|find-links)", text, re.MULTILINE)


def test_each_lock_holds_the_same_versions_as_the_one_before() -> None:
    assert locked("run").items() <= locked("web").items() <= locked("dev").items()
    only = locked("compile").keys() - locked("dev").keys()
    assert only == {"setuptools"}
    assert all(
        locked("dev")[name] == locked("compile")[name] for name in locked("compile").keys() - only
    )


def test_the_locks_hold_what_the_project_asks_for() -> None:
    asked = settings()
    names = [re.split(r"[<>=!~; \[]", entry)[0] for entry in asked["project"]["dependencies"]]
    assert locked("run").keys() >= set(names)
    web = asked["project"]["optional-dependencies"]["web"]
    named = {re.split(r"[<>=!~; \[]", entry)[0].lower() for entry in web}
    assert locked("web").keys() >= named
    assert not locked("run").keys() & named
    tools = {re.split(r"[<>=!~; \[]", e)[0] for e in asked["dependency-groups"]["dev"]}
    assert locked("dev").keys() >= tools


def test_the_lock_holds_the_build_backend_that_installs_the_checkout() -> None:
    asked = settings()
    assert asked["dependency-groups"]["build"] == asked["build-system"]["requires"]
