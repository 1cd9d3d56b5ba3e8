"""Holds the rules of the house that no linter knows: sizes of files and functions, and names.

Run by `make check`. Prints one sentence for each thing that breaks a rule, and fails.
A file that has a good reason to be long stands in `LONG_FILES`, a function in
`LONG_FUNCTIONS`, each with the reason; an entry that is no longer needed fails too.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "tests", "scripts", "benchmarks")

MOST_LINES_OF_FILE = 400
MOST_LINES_OF_FUNCTION = 40

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {
    "tests/renaksi/test_plan_json.py:test_the_example_of_the_specification_has_its_shape": (
        "one JSON document, shown whole beside its expectation"
    ),
}

# Drawers, not names: whatever is put there has a better name.
VAGUE_MODULES = re.compile(r"utils?|helpers?|common|core|misc|managers?|handlers?|tools|stuff")
VAGUE_CLASSES = re.compile(r"\w*(Managers?|Handlers?|Helpers?|Utils?)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def complaints(files: dict[str, str]) -> list[str]:
    """Every broken rule in ``files`` (path → text), one sentence each."""
    found: list[str] = []
    long_files: set[str] = set()
    long_functions: set[str] = set()
    for path, text in files.items():
        found.extend(_names(path, text))
        lines = text.count("\n")
        if lines > MOST_LINES_OF_FILE:
            long_files.add(path)
            if path not in LONG_FILES:
                found.append(
                    f"{path} has {lines} lines, more than {MOST_LINES_OF_FILE}:"
                    " divide it by what lives there, or give a reason in scripts/check_house.py."
                )
        for name, line, size in _functions(text):
            if size > MOST_LINES_OF_FUNCTION:
                long_functions.add(f"{path}:{name}")
                if f"{path}:{name}" not in LONG_FUNCTIONS:
                    found.append(
                        f"{path}:{line} {name} has {size} lines, more than"
                        f" {MOST_LINES_OF_FUNCTION}: give its steps names of their own."
                    )
    stale = (LONG_FILES.keys() - long_files) | (LONG_FUNCTIONS.keys() - long_functions)
    found.extend(f"{entry}: its exception in scripts/check_house.py can go." for entry in stale)
    return found


def _names(path: str, text: str) -> Iterator[str]:
    stem = Path(path).stem
    if VAGUE_MODULES.fullmatch(stem):
        yield f"{path}: {stem!r} says nothing of what lives there; call the module by its subject."
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and VAGUE_CLASSES.fullmatch(node.name):
            yield f"{path}:{node.lineno} class {node.name}: call it by what it is, not by a role."


def _functions(text: str) -> Iterator[tuple[str, int, int]]:
    """Name, line and size of every function; its docstring does not count."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node) is not None and first.end_lineno:
                size -= first.end_lineno - first.lineno + 1
            yield node.name, node.lineno, size


def main() -> int:
    """Look at every Python file of the repository."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
    }
    found = complaints(files)
    for complaint in found:
        print(complaint)
    if not found:
        print(f"The rules of the house hold in {len(files)} files.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
