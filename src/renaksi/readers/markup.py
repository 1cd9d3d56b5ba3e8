"""Marks of wikis and of other plain formats, as the bars and lines that the reader of text knows.

MediaWiki (``{| … |}``) writes a row over several lines, DokuWiki heads its columns with ``^``, and
titles stand between ``==``, behind ``h2.``, ``#+TITLE:`` or ``%``. What is rewritten stays on the
line on which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from renaksi.patterns import pattern

_SAMPLE: Final = 2000  # letters at the beginning, among which a title stands
_SIGNS: Final = ("\n= ", "\n== ", "\n=== ", "\nh1.", "\nh2.", "\nh3.", "\n#+", "\n% ")
_TITLE: Final = pattern(
    r"(?m)^(?:={1,6} (?P<wiki>[^\n|]*?\S) ={1,6}|h[1-6]\.\s+(?P<jira>[^\n|]+)"
    r"|#\+(?:TITLE|SUBTITLE|AUTHOR|DATE|CAPTION):\s*(?P<org>[^\n|]+)|% (?P<pandoc>[^\n|]+))$",
    re.IGNORECASE,
)
_HEADS: Final = pattern(r"(?m)^\^(.*)[\^|]\s*$")
# What says how a cell looks, before the bar that its text stands behind: ``| rowspan=2 | 1``.
_LOOK: Final = pattern(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"|]*\"|'[^'|]*'|[\w%#]+)\s*)+\|(?!\|)")


def plain_markup(text: str) -> str:
    """The text with such marks rewritten; any other text is given back as it is."""
    sample = f"\n{text[:_SAMPLE]}"
    has_tables = "\n{|" in text or ("^" in text and "\n^ " in text)
    if not has_tables and not any(map(sample.__contains__, _SIGNS)):
        return text
    text = _TITLE.sub(lambda found: next(filter(None, found.groups())), text)
    text = _HEADS.sub(lambda found: "|" + found[1].replace("^", "|") + "|", text)
    return "\n".join(_wiki_lines(text.split("\n"))) if "{|" in text else text


def _wiki_lines(lines: list[str]) -> Iterator[str]:
    """The lines, each row of a wiki's table on the line of its first cell."""
    is_table = False
    cells: list[str] = []
    waiting = 0  # lines of the row, whose place is kept
    for line in lines:
        mark = line.strip()[:2]
        if not is_table and mark != "{|":
            yield line
        elif is_table and mark[:1] in "|!" and mark not in ("|-", "|}", "|+", ""):
            cells += _cells(line.strip())
            waiting += 1
        elif is_table and mark[:1] not in ("|", "!", "{") and cells:
            cells[-1] = f"{cells[-1]} {line.strip()}".rstrip()  # a cell goes on
            waiting += 1
        else:
            yield from _row(cells, waiting)
            cells, waiting = [], 0
            is_table = mark != "|}"
            yield line.strip()[2:] if mark == "|+" else "" if not is_table else _RULE
    yield from _row(cells, waiting)


_RULE: Final = "|--|"  # between two rows, as a drawn table has it


def _row(cells: list[str], waiting: int) -> Iterator[str]:
    """The row that cells make, and rules for the other lines on which it stood."""
    if waiting:
        yield f"|{'|'.join(cells)}|"
        yield from [_RULE] * (waiting - 1)


def _cells(line: str) -> list[str]:
    """The cells that a line of a wiki's table begins with ``|`` or ``!``."""
    text = line[1:].replace("!!", "||") if line[0] == "!" else line[1:]
    return [_LOOK.sub("", part, count=1).strip() for part in text.split("||")]
