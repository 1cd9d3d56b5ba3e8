"""The lines of a text as its rows stand on them, whatever carried the text here.

A mail quotes each line (``> …``), Markdown fences a table (three backticks), and a line's end
within a cell breaks a row in two. Numbers of lines stay: what is left out is an empty mark.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from renaksi.patterns import pattern

GONE: Final = "\x00"  # a line that is part of the one above, or none at all
_FENCES: Final = ("```", "~~~")
_FARTHEST: Final = 200  # lines around one that are looked at
# A row whose beginning stands on the line above: it begins in small letters, or without a bar.
_MAY_GO_ON_BY_TABS: Final = pattern(r"\n(?:> ?)?[^\W\d_A-Z][^\n\t]*\t")
_MAY_GO_ON_BY_BARS: Final = pattern(r"\n(?:> ?)?[^\S\n]*[^|>\s][^\n]*\|[^\S\n]*(?=\n|$)")
_NUMBERED: Final = pattern(r"[a-z][.)]\s")
_LEAST: Final = 2  # rows of a table that show how many cells a row has


def whole_lines(text: str) -> list[str]:
    """The lines of a text; `GONE` where one is none."""
    lines = text.split("\n")
    if text.startswith(">") and _are_quoted(lines):
        lines = [line[1:].removeprefix(" ") if line[:1] == ">" else line for line in lines]
    if "```" in text or "~~~" in text:
        lines = [GONE if line.strip().startswith(_FENCES) else line for line in lines]
    if "\t" in text and _MAY_GO_ON_BY_TABS.search(text):
        _join_tabbed(lines)
    if "|" in text and _MAY_GO_ON_BY_BARS.search(text):
        _join_barred(lines)
    return lines


def _are_quoted(lines: list[str]) -> bool:
    """Whether the lines that hold anything are quoted; one that was too long may go on bare."""
    filled = [line for line in lines if line.strip()]
    return sum(line[0] == ">" for line in filled) * 3 > len(filled) * 2


def _join_tabbed(lines: list[str]) -> None:
    """Put rows together that a line's end within a cell broke.

    Both parts have fewer cells than the rows of their table, together as many, and the second
    begins in the middle of a text.
    """
    counts = [line.count("\t") for line in lines]
    for n in range(1, len(lines)):
        second = lines[n]
        if not counts[n] or not counts[n - 1] or not second[0].islower():
            continue
        last = lines[n - 1].rsplit("\t", 1)[1].strip()
        if not last or not last[-1].isalpha():
            continue
        if _NUMBERED.match(second):
            continue
        usual = _usual(lines, counts, n)
        bare = counts[n - 1] + second.rstrip("\t").count("\t")
        if counts[n - 1] in usual and counts[n] in usual:
            continue  # whole rows both, beside a table that is as wide as the two
        if not {counts[n - 1] + counts[n], bare}.isdisjoint(usual):
            lines[n - 1], lines[n] = f"{lines[n - 1].rstrip()} {second}", GONE
            counts[n - 1 : n + 1] = [counts[n - 1] + counts[n], 0]


def _usual(lines: list[str], counts: list[int], at: int) -> set[int]:
    """How many tabs the whole rows around a line have, and their header."""
    first, end = at, at
    while first and at - first < _FARTHEST and lines[first - 1].strip():
        first -= 1
    while end < len(lines) and end - at < _FARTHEST and lines[end].strip():
        end += 1
    around = [count for count in counts[first:end] if count]
    header = next(line for line in lines[first:end] if "\t" in line).rstrip("\t").count("\t")
    often = {count for count, times in Counter(around).items() if times >= _LEAST}
    return often | {around[0], header}


def _join_barred(lines: list[str]) -> None:
    """Put rows together whose second line lacks its first bar, and the first its last one."""
    for n in range(1, len(lines)):
        second = lines[n].strip()
        if second[-1:] != "|" or second[0] == "|":
            continue
        first = lines[n - 1].strip()
        if first[:1] == "|" and first[-1] != "|" and first[-1].isalnum():
            lines[n - 1], lines[n] = f"{first} {second}", GONE
