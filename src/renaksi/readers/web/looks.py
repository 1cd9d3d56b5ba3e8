"""What of a page is shown, and what is struck out or hidden, by tags, styles and style sheets."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from renaksi.readers.counting import counted
from renaksi.readers.void import Kind, Void
from renaksi.readers.web.classes import GONE, HIDDEN, THROUGH, Classes

Node = Any  # lxml has no types of its own

_UNSEEN: Final = frozenset({"script", "style", "head", "template", "noscript", "title"})
_STRUCK: Final[dict[str, Kind]] = {"s": "struck", "strike": "struck", "del": "deleted"}
_SHOWN: Final = re.compile(r"(?i)display\s*:\s*(?!none)[a-z]")
_TYPED: Final = frozenset({"text", "number", "tel", "date", "month"})
_FORMS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BARE: Final = re.compile(r"(?i)list-style(?:-type)?\s*:\s*none")
_MOST_COLUMNS: Final = 1_000
_MOST_PIECES: Final = 200  # of a text that is only quoted


class Looks:
    """Says of each node of a page whether its text counts."""

    def __init__(self, root: Node = None) -> None:
        """With what the style sheets of the page say of its classes."""
        self._classes = Classes(root)
        self._counts: dict[Node, int] = {}  # of the lists that are numbered

    def void(self, node: Node) -> Kind | None:
        """Why the text of a node does not count; None where it does by its own looks."""
        style = node.get("style")
        if node.get("hidden") is not None or (style and HIDDEN.search(style)):
            return "hidden"
        kind = self._classes.kind(node)
        if kind == "hidden" and style and _SHOWN.search(style):
            kind = None
        if kind is None and style and THROUGH.search(style):
            kind = "struck"
        return kind or _STRUCK.get(node.tag)

    def takes_room(self, cell: Node) -> bool:
        """Whether a cell has a place in its row: what is not displayed lets the others move up."""
        style = cell.get("style")
        if cell.get("hidden") is not None or (style and GONE.search(style)):
            return False
        return bool(style and _SHOWN.search(style)) or not self._classes.is_gone(cell)

    def hidden_columns(self, table: Node) -> set[int]:
        """The columns from 0 that a table's ``col`` tags hide, as Excel writes them."""
        hidden: set[int] = set()
        column = 0
        for col in table.iterfind(".//col"):
            stated = (col.get("span") or "1").strip()
            count = min(int(stated), _MOST_COLUMNS) if stated.isdecimal() and len(stated) < 5 else 1
            if self.void(col) == "hidden":
                hidden.update(range(column, column + count))
            column += count
            if column > _MOST_COLUMNS:
                break
        return hidden

    def number(self, item: Node) -> str:
        """The number that a browser prints before the next item of a list; empty for a bullet."""
        above = item.getparent()
        if above is None or above.tag != "ol" or _BARE.search(above.get("style") or ""):
            return ""
        stated = _whole(item.get("value"))
        count = self._counts.get(above)
        if stated is None:
            start = _whole(above.get("start"))
            stated = (1 if start is None else start) if count is None else count + 1
        self._counts[above] = stated
        return f"{counted(stated, _FORMS.get(above.get('type') or '', 'decimal'))}. "


def _whole(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def typed_text(node: Node) -> str | None:
    """What stands in a field of a form, as it was filled in; None for anything else."""
    if node.tag == "input" and (node.get("type") or "text").lower() in _TYPED:
        return node.get("value") or ""
    if node.tag != "select":
        return None
    choices = list(islice(node.iter("option"), _MOST_PIECES))
    chosen = [each for each in choices if each.get("selected") is not None] or choices[:1]
    return " ".join("".join(each.itertext()).strip() for each in chosen)


def is_content(node: Node) -> bool:
    """Whether a node is part of what a page says: no comment, script or form."""
    return isinstance(node.tag, str) and node.tag not in _UNSEEN


def text_of(node: Node, kind: Kind) -> Void:
    """What a node holds that does not count; of a long text its beginning."""
    return Void(kind, " ".join(islice(node.itertext(), _MOST_PIECES)))
