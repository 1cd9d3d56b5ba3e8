"""The layout of a document: a short signature of its header rows.

Files that an office makes from one form have one layout, whatever stands in their rows.
"""

from __future__ import annotations

from hashlib import sha256

from renaksi.interpret.headers import is_header
from renaksi.readers.document import Document

_MOST_HEADERS = 40


def layout_of(document: Document) -> str:
    """The signature of the header rows, each counted once; "" where there is none."""
    seen: list[str] = []
    after = False
    for row in document.rows:
        after = is_header(row.cells, after, row.kind == "table")
        words = "|".join(cell.casefold() for cell in row.cells if cell)
        words = "".join(c for c in words if not c.isdigit() and not c.isspace())
        if after and words and words not in seen and len(seen) < _MOST_HEADERS:
            seen.append(words)
    return sha256("\n".join(sorted(seen)).encode()).hexdigest()[:32] if seen else ""
