"""The lines of a text that are heads and feet of its pages and stand amid its tables.

A number alone on its line counts the pages where such numbers rise by one and one of them stands
where a page ends; a title's words beside a number are the head of a page; ``1) …`` is the note to
a sign that a cell bears. None is the row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile
from typing import Final

from renaksi.patterns import pattern

_ALONE: Final = re.compile(r"\n(?:> ?)?[^\S\n]*\d{1,3}[^\S\n]*(?=\n|$)")
_SIGN: Final = re.compile(r"\n(?:> ?)? *\(?(?:\d|\*{1,3})\) ")
_NOTE: Final = pattern(r" *\(?(\d|\*{1,3})\) ")
_BESIDE: Final = pattern(
    r"\s*(?:\d{1,3}\s*[|•·–-]\s*)?(?P<said>\S.*?)(?:(?:\s*[|•·–-]\s*|\s{2,})\d{1,3}\s*)?"
)
_WORDS: Final = pattern(r"[^\W_]+")
_KINDS: Final = ("rencana aksi", "renaksi", "perjanjian kinerja", "rencana kinerja")
_FEWEST: Final = 3  # words of a title, or rows that show that there is a table
_MOST_HEADS: Final = 8
_NOTHING: Final[AbstractSet[int]] = frozenset()


def feet_of_pages(lines: Sequence[str], text: str) -> AbstractSet[int]:
    """The numbers of these lines, from 1."""
    is_counted, is_noted, folded = _ALONE.search(text), _SIGN.search(text), text.lower()
    if not (is_counted or is_noted or any(folded.count(kind) > 1 for kind in _KINDS)):
        return _NOTHING
    lines = [line.rstrip() for line in lines]
    found = _counted(lines, text) if is_counted else set()
    found |= _headed(lines, found)
    return found | _noted(lines, text) if is_noted else found


def _counted(lines: Sequence[str], text: str) -> set[int]:
    """The lines that hold the number of a page alone."""
    numbers = [n for n, line in enumerate(lines) if len(line) < 99 and line.strip().isdigit()
               and "\t" not in line]  # fmt: skip
    pages = [int(lines[n]) for n in numbers]
    if any(below - above != 1 for above, below in pairwise(pages)) or pages[0] > len(lines):
        return set()
    if sum("\t" in line or "|" in line or "  " in line.strip() for line in lines) < _FEWEST:
        return set()  # cells one below the other, it seems
    is_end = any(
        not around.strip() or text.count(around) > 1
        for n in numbers
        for around in (*lines[n - 1 : n], *(lines[n + 1 : n + 2] or ("",)))
    )
    return {n + 1 for n in numbers} if is_end else set()


def _headed(lines: Sequence[str], counted: AbstractSet[int]) -> set[int]:
    """The lines that hold words of the title, with the number of a page or next to its line."""
    titles = list(takewhile(lambda line: "\t" not in line and "|" not in line, lines[:_MOST_HEADS]))
    words = set(_WORDS.findall(" ".join(titles).lower()))
    found = set()
    near = {n + step for n in counted for step in (-2, -1, 1, 2)}
    for n, line in enumerate(lines[len(titles) :], start=len(titles) + 1):
        ends = line[-1:].isdigit() or line[:1].isdigit()
        if "\t" in line or line[:1] == "|" or not (ends or n in near):
            continue
        match = _BESIDE.fullmatch(line)
        said = _WORDS.findall(match["said"].lower()) if match else []
        if match and len(said) >= _FEWEST and words.issuperset(said):
            if n in near or match["said"] != line.strip():
                found.add(n)
    return found


def _noted(lines: Sequence[str], text: str) -> set[int]:
    """The lines that say what the sign at a cell's end means: *Persentase …1)*."""
    found = set()
    for n, line in enumerate(lines, start=1):
        sign = _NOTE.match(line) if "\t" not in line and "|" not in line else None
        if sign and re.search(rf"[^\W\d]{re.escape(sign[1])}\)(?=\s|$)", text):
            found.add(n)
    return found
