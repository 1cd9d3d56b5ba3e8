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

# The number of a page and a note begin with a blank, a bracket, * or a figure; few other lines of a
# plan do, so only those whose first sign lies between these two are looked at.
_FIRST: Final = " "
_BEHIND: Final = ":"
_MAY_BE: Final = re.compile(r" *(?:(\d{1,3})\s*$|\(?(\d|\*{1,3})\) )")
_BESIDE: Final = pattern(
    r"\s*(?:\d{1,3}\s*[|•·–-]\s*)?(?P<said>\S.*?)(?:(?:\s*[|•·–-]\s*|\s{2,})\d{1,3}\s*)?"
)
_WORDS: Final = pattern(r"[^\W_]+")
_TITLE: Final = ("encana Aksi", "ENCANA AKSI", "enaksi")  # one of these, in most titles
_FEWEST: Final = 3  # words of a title, or rows that show that there is a table
_MOST_HEADS: Final = 8
_NOTHING: Final[AbstractSet[int]] = frozenset()


def feet_of_pages(lines: Sequence[str], text: str) -> AbstractSet[int]:
    """The numbers of these lines, from 1."""
    found: set[int] = set()
    begun = [n for n, line in enumerate(lines) if _FIRST <= line < _BEHIND]
    signs = {n: sign for n in begun if (sign := _MAY_BE.match(lines[n]))} if begun else {}
    if signs:
        found = _counted([n for n, sign in signs.items() if sign[1]], lines, text)
        notes = {n: sign[2] for n, sign in signs.items() if sign[2]}
        found.update(n + 1 for n, sign in notes.items() if _is_note(lines[n], sign, text))
    if found or sum(map(text.count, _TITLE)) > 1:
        found |= _headed(lines, found)
    return found or _NOTHING


def _counted(numbers: Sequence[int], lines: Sequence[str], text: str) -> set[int]:
    """The lines that hold the number of a page alone, of those that hold but a number."""
    pages = [int(lines[n]) for n in numbers]
    if any(below - above != 1 for above, below in pairwise(pages)) or not pages:
        return set()
    if sum("\t" in line or "|" in line or "  " in line.strip() for line in lines) < _FEWEST:
        return set()  # cells one below the other, it seems
    around = {lines[n + step].strip() for n in numbers for step in (-1, 1) if n + step < len(lines)}
    is_end = "" in around or any(text.count(line) > 1 for line in around)
    return {n + 1 for n in numbers} if is_end else set()


def _headed(lines: Sequence[str], counted: AbstractSet[int]) -> set[int]:
    """The lines that hold words of the title, with the number of a page or next to its line."""
    titles = list(takewhile(lambda line: "\t" not in line and "|" not in line, lines[:_MOST_HEADS]))
    words = set(_WORDS.findall(" ".join(titles).lower()))
    found = set()
    near = {n + step for n in counted for step in (-2, -1, 1, 2)}
    for n, line in enumerate(lines[len(titles) :], start=len(titles) + 1):
        held = line.rstrip()
        is_numbered = held[-1:].isdigit() or held[:1].isdigit()
        if not (is_numbered or n in near) or held[:1] == "|" or "\t" in held:
            continue
        match = _BESIDE.fullmatch(held)
        said = _WORDS.findall(match["said"].lower()) if match else []
        if match and len(said) >= _FEWEST and words.issuperset(said):
            if n in near or match["said"] != held.strip():
                found.add(n)
    return found


def _is_note(line: str, sign: str, text: str) -> bool:
    """Whether a line says what the sign at a cell's end means: *Persentase …1)*."""
    if "\t" in line.rstrip() or "|" in line:
        return False
    return re.search(rf"[^\W\d]{re.escape(sign)}\)(?=\s|$)", text) is not None
