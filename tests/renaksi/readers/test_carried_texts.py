"""What carries a text (a mail, a fence, a page, a scan) leaves its plan as it is.

The plans of `tests/cases/offices` whose rows tabs part, each carried in several ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from renaksi.interpret import Reading, read_bytes
from tests.renaksi.readers.told import CASES, told

Lines = list[str]

_NUMERAL: Final = re.compile(r"\b(TW|Triwulan|TRIWULAN|Tw|Trw) (I{1,3}|IV)\b")
_FEWEST: Final = 4


def _rows(lines: Lines) -> list[int]:
    return [n for n, line in enumerate(lines) if "\t" in line]


def quoted(lines: Lines) -> Lines:
    return [f"> {line}".rstrip(" ") for line in lines]


def fenced(lines: Lines) -> Lines:
    rows = _rows(lines)
    first, end = rows[0], rows[-1] + 1
    return [*lines[:first], "```", *lines[first:end], "```", *lines[end:]]


def with_tabs_at_their_ends(lines: Lines) -> Lines:
    goes_on = [line[:1].islower() for line in (*lines[1:], "")]  # it is the first half of a row
    return [
        line + "\t" * (n % 3) if "\t" in line and not goes_on[n] else line
        for n, line in enumerate(lines)
    ]


def on_two_pages(lines: Lines) -> Lines:
    rows = _rows(lines)
    at = rows[3 * len(rows) // 4]
    return [*lines[:at], "Halaman 1 dari 2", lines[0], *lines[at:]]


def scanned(lines: Lines) -> Lines:
    return [_NUMERAL.sub(lambda m: f"{m[1]} {m[2].replace('I', 'l')}", line) for line in lines]


def _cases() -> Iterator[str]:
    for path in sorted(CASES.glob("*.plan.txt")):
        name = path.name.removesuffix(".plan.txt")
        lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if len(_rows(lines)) >= _FEWEST and lines[0].strip() and "\t" not in lines[0]:
            yield name


def _read(lines: Lines) -> list[str]:
    readings = read_bytes("\n".join((*lines, "")).encode())
    return [line for reading in readings for line in _told(reading)]


def _told(reading: Reading) -> list[str]:
    """A plan without its title, which a scan changes, too, and with labels as they were."""
    lines = told(reading).splitlines()
    return [line for line in lines if not line.startswith(("title ", "left "))]


@pytest.mark.parametrize(
    "carried", [quoted, fenced, with_tabs_at_their_ends, on_two_pages, scanned]
)
@pytest.mark.parametrize("name", list(_cases()))
def test_a_text_says_the_same_however_it_is_carried(
    name: str, carried: Callable[[Lines], Lines]
) -> None:
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert _read(carried(lines)) == _read(lines)
