"""The running head of a document's first page, for a document whose body begins with its table.

There a title stands in the head or nowhere. Other heads repeat what the body says, or name
another document, and are not read.
"""

from __future__ import annotations

from typing import Final

from renaksi.readers.parts import Parts
from renaksi.readers.word.names import Names, Node
from renaksi.readers.xml import tree

_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def running_head(parts: Parts, main: str, root: Node, names: Names) -> Node | None:
    """The root of the part that holds the head; None where the body has lines of its own above."""
    body = root.find(names("body"))
    if body is None or not _begins_with_table(body, names):
        return None
    section = next(root.iter(names("sectPr")), None)
    if section is None:
        return None
    wanted = "first" if names.switched(section, "titlePg") else "default"
    for reference in section.iterfind(names("headerReference")):
        if reference.get(names("type"), "default") == wanted:
            relation = reference.get(f"{{{_RELATION}}}id") or reference.get(f"{{{_STRICT}}}id")
            return _part(parts, main, relation or "")
    return None


def _begins_with_table(body: Node, names: Names) -> bool:
    """Whether no text stands above the first table."""
    for child in body:
        if child.tag == names("tbl"):
            return True
        if next(child.iter(names("t"), names("tbl")), None) is not None:
            return False
    return False


def _part(parts: Parts, main: str, relation: str) -> Node | None:
    folder, _, name = main.rpartition("/")
    listed = parts.read_if_there(f"{folder}/_rels/{name}.rels")
    if listed is None:
        return None
    for node in tree(listed, "Word"):
        if node.get("Id") == relation:
            target = node.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            data = parts.read_if_there(path)
            return None if data is None else tree(data, "Word")
    return None
