"""The report tree as a tagged PDF, set by typst with the typefaces that ship with Renaksi.

The layout is `document.typ`; words and figures reach it as JSON data, which it never
evaluates. Nothing is downloaded, and neither the machine's fonts nor its clock are asked:
the same tree gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import typst

from renaksi.render.printed.chart import svg
from renaksi.render.printed.fitting import laid
from renaksi.render.printed.fonts import fonts
from renaksi.render.printed.widths import breakable
from renaksi.reports.outline import is_listed
from renaksi.reports.tree import PAPERS, Block, Cell, Document, Heading, Node, Section, Table

_HERE: Final = Path(__file__).parent
_TEMPLATE: Final = _HERE / "document.typ"
# typst checks that what it writes may be called so, and refuses otherwise. A file for the
# archive must bear a date; a draft that has none is accessible all the same.
_ARCHIVE: Final = "a-2a"
_ACCESSIBLE: Final = "ua-1"
# What typst says where no typeface has a character; such a file may bear no standard.
_NO_GLYPH: Final = "could not be displayed"


def render(document: Document) -> bytes:
    """The file's bytes."""
    data = _data(document)
    standards: list[Any] = [_ARCHIVE, _ACCESSIBLE] if document.dated else [_ACCESSIBLE]
    try:
        return _compiled(data, standards, machine=False)
    except typst.TypstError as error:
        if _NO_GLYPH not in error.message:
            raise
        # A character of another script or a pictogram: the machine may have a typeface for it.
        return _compiled(data, [], machine=True)


def heading_pages(document: Document) -> list[int]:
    """The page of each heading that a table of contents may name, from 1."""
    found = typst.query(
        _TEMPLATE, "<pages>", field="value", root=_HERE, font_paths=fonts(machine=True),
        sys_inputs={"data": json.dumps(_data(document), ensure_ascii=False)},
    )  # fmt: skip
    (pages,) = json.loads(found)
    blocks = (block for section in document.sections for block in section.blocks)
    headings = [one for one in blocks if isinstance(one, Heading) and not _is_blank(one)]
    return [page for one, page in zip(headings, pages, strict=True) if is_listed(one)]


def _data(document: Document) -> dict[str, Any]:
    """The tree as the template takes it."""
    data: dict[str, Any] = {
        "title": document.title,
        "author": document.author,
        "foot": document.foot,
        "draft": bool(document.draft),
        "dated": document.dated and [*document.dated.timetuple()[:3]],
        "sections": [_section(section) for section in document.sections],
    }
    _set_outline(data["sections"])
    _number_tables(data["sections"])
    return data


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


def _number_tables(sections: list[dict[str, Any]]) -> None:
    """Give each table a number of its own, by which typst finds its place."""
    tables = (b for section in sections for b in section["blocks"] if b["kind"] == "table")
    for number, table in enumerate(tables):
        table["number"] = number


def _section(section: Section) -> dict[str, Any]:
    short, long = PAPERS[section.paper]
    width, height = (long, short) if section.landscape else (short, long)
    margin = 14 if section.landscape else 22
    return {
        "width": width,
        "height": height,
        "margin": margin,
        "centred": section.centred,
        "blocks": _closed(
            [_block(block, width - 2 * margin) for block in section.blocks if not _is_blank(block)]
        ),
    }


def _closed(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Signatures and the notes over them become the closing of the table that they stand under.

    So the last rows come with them where they stand at the head of a page; under a text its last
    paragraph does.
    """
    made: list[dict[str, Any]] = []
    for block in blocks:
        under = next((at for at in range(len(made)) if made[-1 - at]["kind"] != "paragraph"), 0)
        table = made[-1 - under] if made else {}
        if block["kind"] == "signatures" and table.get("kind") == "table":
            table["closing"] = [*made[len(made) - under :], block]
            made = made[: len(made) - under]
        else:
            if block["kind"] == "signatures" and made:
                made[-1]["stays"] = True
            made.append(block)
    return made


def _is_blank(block: Block) -> bool:
    """Whether it is a heading without a word, which no outline may hold."""
    return isinstance(block, Heading) and not block.text.strip()


def _block(block: Block, width: int) -> dict[str, Any]:
    """The block's fields under its kind."""
    kind = type(block).__name__.lower()
    fields: dict[str, Any] = {"kind": kind, **block._asdict()}
    if kind == "table":
        columns = fields.pop("columns")
        fitted = laid(block, width)  # type: ignore[arg-type]
        fields["widths"] = [column.width for column in columns]
        fields["alignments"] = [column.align for column in columns]
        fields["head"] = [_cell(*one) for one in fitted.head]
        fields["body"] = [_cell(*one) for one in fitted.body]
        fields |= {"short": fitted.is_short, "closing": [], "width": width}
        fields |= _ending(block, fitted.last)  # type: ignore[arg-type]
    elif kind == "chart":
        fields = {"kind": kind, "alt": fields["alt"], "svg": svg(block)}  # type: ignore[arg-type]
    elif kind == "diagram":
        fields["root"] = _node(fields["root"])
    elif kind == "signatures":
        fields["parties"] = [party._asdict() for party in fields["parties"]]
    elif "logo" in fields:
        fields["logo"] = list(fields["logo"])
    return fields if kind in ("table", "chart") else _loosened(fields)


def _loosened(value: Any) -> Any:
    """The same with places to break in words that no line could hold."""
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, dict):
        return {key: _loosened(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_loosened(one) for one in value]
    return value


def _node(node: Node) -> dict[str, Any]:
    children = [_node(child) for child in node.children]
    depth = 1 + max((child["depth"] for child in children), default=0)
    return {**node._asdict(), "children": children, "depth": depth, "share": 1}


def _ending(table: Table, last: int) -> dict[str, Any]:
    """Where the rows begin that stay with the closing, and the row over them, among the cells."""
    if not last:
        return {"last": 0, "over": 0}
    before = sum(map(len, table.body[:-last]))
    return {"last": before, "over": before - len(table.body[-last - 1])}


def _cell(cell: Cell, ratio: float) -> list[Any]:
    return [
        cell.text, cell.rows, cell.columns, cell.align, cell.bold, cell.shade,
        cell.splits, cell.indent, ratio,
    ]  # fmt: skip
