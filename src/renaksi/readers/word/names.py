"""The element and attribute names of WordprocessingML, in whichever edition a file is written.

Word writes the transitional edition; the strict one has another namespace and means the
same. Names are spelled out once, so that the walk compares whole strings.
"""

from __future__ import annotations

from typing import Any, Final

from renaksi.readers.limits import damaged

NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

# lxml has no types of its own.
Node = Any


class Names:
    """Full names by their short ones: ``names("tbl")`` is ``{…/main}tbl``."""

    def __init__(self, namespace: str) -> None:
        """The names of one namespace."""
        self._prefix = f"{{{namespace}}}"
        self.val = self("val")

    def __call__(self, name: str) -> str:
        """The full name of an element or attribute."""
        return self._prefix + name

    def child(self, node: Node, *path: str) -> Node | None:
        """The first element at the end of a path of children, or None."""
        for name in path:
            if node is None:
                return None
            node = node.find(self._prefix + name)
        return node

    def value(self, node: Node, *path: str) -> str | None:
        """The ``val`` of the element at the end of a path, or None."""
        found = self.child(node, *path)
        return None if found is None else found.get(self.val)

    def number(self, node: Node, *path: str) -> int | None:
        """The ``val`` of the element at the end of a path as a whole number, or None."""
        return whole(self.value(node, *path))

    def switched(self, node: Node, *path: str) -> bool | None:
        """Whether a property such as bold is on or off; None where it is not stated."""
        found = self.child(node, *path)
        if found is None:
            return None
        return found.get(self.val) not in ("0", "false", "off", "none")


def names_of(root: Node) -> Names:
    """The names that a part's root element uses."""
    namespace = root.tag[1:].partition("}")[0] if isinstance(root.tag, str) else ""
    if namespace not in NAMESPACES:
        raise damaged("Word")
    return Names(namespace)


def whole(text: str | None) -> int | None:
    """A short whole number, or None where the text is none."""
    if text is None or len(text) > 9 or not text.lstrip("-").isascii():
        return None
    return int(text) if text.lstrip("-").isdigit() else None


def outermost(node: Node, name: str) -> list[Node]:
    """The elements of a name below a node, none that stands inside another of them."""
    found: list[Node] = []
    waiting = list(reversed(node))
    while waiting:
        child = waiting.pop()
        if child.tag == name:
            found.append(child)
        else:
            waiting.extend(reversed(child))
    return found
