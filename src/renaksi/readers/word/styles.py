"""What a document's styles say of its paragraphs: bold, heading, and the list they belong to."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi.readers.word.names import Names, Node

_HEADINGS: Final = ("heading", "title", "judul")
_DEEPEST: Final = 20  # styles based on styles; a circle ends here


class Style(NamedTuple):
    """What one style states itself; None where it is silent."""

    based_on: str | None = None
    bold: bool | None = None
    heading: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    membership: tuple[str | None, int | None] | None = None


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Node | None, names: Names) -> None:
        """The definitions of ``styles.xml``; none without it."""
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        self.any_hidden = self.any_struck = False
        if root is None:
            return
        for node in root.iterfind(names("style")):
            style = node.get(names("styleId"), "")
            stated = self._styles[style] = _style(node, names)
            self.any_hidden |= bool(stated.hidden)
            self.any_struck |= bool(stated.struck)
            if node.get(names("type")) == "paragraph" and node.get(names("default")) in (
                "1",
                "true",
            ):
                self._default = style

    def bold(self, style: str | None) -> bool:
        """Whether text of this style is bold."""
        return any(each.bold for each in self._first_stating("bold", style))

    def hidden(self, style: str | None) -> bool:
        """Whether text of this style is hidden."""
        return any(each.hidden for each in self._first_stating("hidden", style))

    def struck(self, style: str | None) -> bool:
        """Whether text of this style is struck out."""
        return any(each.struck for each in self._first_stating("struck", style))

    def heading(self, style: str | None) -> bool:
        """Whether a paragraph of this style is a heading."""
        return any(each.heading for each in self._first_stating("heading", style))

    def membership(self, style: str | None) -> tuple[str | None, int | None] | None:
        """The list and level that a paragraph's style puts it into."""
        return next((each.membership for each in self._first_stating("membership", style)), None)

    def _first_stating(self, field: str, style: str | None) -> list[Style]:
        """The nearest style of a chain that states a property, alone in a list; else none."""
        style = style or self._default
        for _ in range(_DEEPEST):
            found = self._styles.get(style or "")
            if found is None:
                return []
            if getattr(found, field) is not None:
                return [found]
            style = found.based_on
        return []


def _style(node: Node, names: Names) -> Style:
    name = (names.value(node, "name") or "").casefold()
    numbered = names.child(node, "pPr", "numPr")
    return Style(
        names.value(node, "basedOn"),
        names.switched(node, "rPr", "b"),
        True if name.startswith(_HEADINGS) else None,
        names.switched(node, "rPr", "vanish"),
        names.switched(node, "rPr", "strike") or names.switched(node, "rPr", "dstrike"),
        None
        if numbered is None
        else (names.value(numbered, "numId"), names.number(numbered, "ilvl")),
    )
