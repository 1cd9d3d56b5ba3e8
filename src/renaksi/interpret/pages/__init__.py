"""The pages of the findings of reading, apart from the findings: only a reader of pages loads them.

A page begins with one sentence and has the sections *What*, *Why*, *Bad*, *Good* and *Source*;
the documents under *Bad* and *Good* are read by the tests. The Indonesian page has its own
*what* and *why*. `explained` gives a rule its page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from renaksi.diagnostics import Rule
from renaksi.interpret.pages import elements, figures, files, rows

PAGES: Final[Mapping[str, tuple[str, str]]] = {
    **elements.PAGES, **rows.PAGES, **figures.PAGES, **files.PAGES,
}  # fmt: skip


def explained(rule: Rule) -> Rule:
    """A finding of reading with its pages, English and Indonesian."""
    page, page_id = PAGES[rule.code]
    return rule._replace(page=f"{rule.page}\n{page}", page_id=page_id)
