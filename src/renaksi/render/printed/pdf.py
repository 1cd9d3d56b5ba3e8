"""The report tree as a tagged PDF, set by typst with the typefaces that ship with Renaksi.

The layout is `document.typ`; words and figures reach it as JSON data, which it never
evaluates. Nothing is downloaded, and neither the machine's fonts nor its clock are asked:
the same tree gives the same bytes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

import typst

from renaksi.render.printed.chart import svg
from renaksi.render.printed.fitting import laid
from renaksi.render.printed.fonts import fonts
from renaksi.reports.tree import PAPERS, Block, Cell, Document, Heading, Node, Section

_HERE: Final = Path(__file__).parent
_TEMPLATE: Final = _HERE / "document.typ"
# typst checks that what it writes may be called so, and refuses otherwise. A file for the
# archive must bear a date; a draft that has none is accessible all the same.
_ARCHIVE: Final = "a-2a"
_ACCESSIBLE: Final = "ua-1"
# What typst says where no typeface has a character; such a file may bear no standard.
_NO_GLYPH: Final = "could not be displayed"
_LONGEST_WORD: Final = 24
_BREAK: Final = "\u200b"
# A run of letters without a space, or a stroke at which a line may end anyway.
_LONG: Final = re.compile(rf"[^\s/\-–]{{{_LONGEST_WORD + 1},}}")


def render(document: Document) -> bytes:
    """The file's bytes."""
    data: dict[str, Any] = {
        "title": document.title,
        "author": document.author,
        "foot": document.foot,
        "draft": bool(document.draft),
        "dated": document.dated and [*document.dated.timetuple()[:3]],
        "sections": [_section(section) for section in document.sections],
    }
    _set_outline(data["sections"])
    standards: list[Any] = [_ARCHIVE, _ACCESSIBLE] if document.dated else [_ACCESSIBLE]
    try:
        return _compiled(data, standards, machine=False)
    except typst.TypstError as error:
        if _NO_GLYPH not in error.message:
            raise
        # A character of another script or a pictogram: the machine may have a typeface for it.
        return _compiled(data, [], machine=True)


def _compiled(data: dict[str, Any], standards: list[Any], *, machine: bool) -> bytes:
    made = typst.compile(
        _TEMPLATE,
        root=_HERE,
        font_paths=fonts(machine=machine),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=standards,
    )
    assert isinstance(made, bytes)
    return made


def _set_outline(sections: list[dict[str, Any]]) -> None:
    """Give headings the levels of an outline: it begins with 1 and skips none."""
    reached = 0
    for section in sections:
        for block in section["blocks"]:
            if block["kind"] == "heading":
                reached = block["outline"] = min(block["level"], reached + 1)


def _section(section: Section) -> dict[str, Any]:
    short, long = PAPERS[section.paper]
    width, height = (long, short) if section.landscape else (short, long)
    margin = 14 if section.landscape else 22
    return {
        "width": width,
        "height": height,
        "margin": margin,
        "blocks": [
            _block(block, width - 2 * margin) for block in section.blocks if not _is_blank(block)
        ],
    }


def _is_blank(block: Block) -> bool:
    """Whether it is a heading without a word, which no outline may hold."""
    return isinstance(block, Heading) and not block.text.strip()


def _block(block: Block, width: int) -> dict[str, Any]:
    """The block's fields under its kind."""
    kind = type(block).__name__.lower()
    fields: dict[str, Any] = {"kind": kind, **block._asdict()}
    if kind == "table":
        columns = fields.pop("columns")
        fields |= laid(block, width)  # type: ignore[arg-type]
        fields["widths"] = [column.width for column in columns]
        fields["alignments"] = [column.align for column in columns]
        fields["head"] = [_cell(*one) for one in fields["head"]]
        fields["body"] = [_cell(*one) for one in fields["body"]]
    elif kind == "chart":
        fields = {"kind": kind, "alt": fields["alt"], "svg": svg(block)}  # type: ignore[arg-type]
    elif kind == "diagram":
        fields["root"] = _node(fields["root"])
    elif kind == "signatures":
        fields["parties"] = [party._asdict() for party in fields["parties"]]
    elif "logo" in fields:
        fields["logo"] = list(fields["logo"])
    return fields


def _node(node: Node) -> dict[str, Any]:
    children = [_node(child) for child in node.children]
    depth = 1 + max((child["depth"] for child in children), default=0)
    return {**node._asdict(), "children": children, "depth": depth, "share": 1}


def _cell(cell: Cell, ratio: float) -> list[Any]:
    return [
        breakable(cell.text), cell.rows, cell.columns, cell.align, cell.bold, cell.shade,
        cell.splits, cell.indent, ratio,
    ]  # fmt: skip


def breakable(text: str) -> str:
    """The text with places to break in words that are wider than any column."""
    if len(text) <= _LONGEST_WORD:
        return text
    return _LONG.sub(lambda word: _BREAK.join(wrap(word[0], _LONGEST_WORD // 2)), text)
