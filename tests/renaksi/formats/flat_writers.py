"""Writes a paper as separated values and as an HTML page."""

from __future__ import annotations

import csv
from html import escape
from io import StringIO
from random import Random

from tests.renaksi.formats.papers import Doc, Laid, Sheet
from tests.renaksi.variants.paper import Lines


def write_csv(doc: Doc, rng: Random) -> bytes:
    """The bytes of a .csv file, with a semicolon or comma between cells."""
    width = max((block.width for block in doc if not isinstance(block, Lines)), default=1)
    out = StringIO()
    separator = rng.choice((";", ";", ","))
    if rng.random() < 0.5:
        writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    else:
        writer = csv.writer(out, delimiter=separator)
    for block in doc:
        for texts in texts_of(block):
            writer.writerow(texts + [""] * (width - len(texts)))
        writer.writerow([""] * width)
    return rng.choice((b"", b"\xef\xbb\xbf")) + out.getvalue().encode()


def texts_of(block: Lines | Sheet) -> list[list[str]]:
    """The texts of a block, row by row; what a merged cell covers is blank."""
    if isinstance(block, Lines):
        return [[piece.text] for piece in block.pieces]
    return [[laid.piece.text if laid else "" for laid in row] for row in block.grid]


def write_text(doc: Doc, rng: Random) -> bytes:
    """The bytes of a text in UTF-8 as it is copied out of a table: tabs between cells."""
    lines = [
        "\t".join(" ".join(text.split()) for text in texts)
        for block in doc
        for texts in texts_of(block)
    ]
    return ("\n".join(lines) + "\n").encode()


def write_html(doc: Doc, rng: Random) -> bytes:
    """The bytes of an .html file, with closed tags or without, as applications write them."""
    closed = rng.random() < 0.7
    parts = [
        "<html><head><meta charset=utf-8><style>td{mso-number-format:'@'}</style></head><body>"
    ]
    for block in doc:
        if isinstance(block, Lines):
            for piece in block.pieces:
                tag = "h3" if piece.kind == "heading" else "p"
                parts.append(f"<{tag}>{escape(piece.text)}</{tag}>")
            continue
        parts.append("<table border=1>")
        for row in block.grid:
            parts.append("<tr>")
            parts += [_cell(laid, closed) for laid in row if laid is not None]
            parts.append("</tr>" if closed else "")
        parts.append("</table>")
    return "\n".join([*parts, "</body></html>"]).encode()


def _cell(laid: Laid, closed: bool) -> str:
    tag = "th" if laid.head else "td"
    spans = f" colspan={laid.columns}" * (laid.columns > 1) + f' rowspan="{laid.rows}"' * (
        laid.rows > 1
    )
    text = escape(laid.piece.text).replace("\n", "<br>")
    if laid.bold:
        text = f"<b>{text}</b>"
    if laid.indent:
        spans += f' style="padding-left:{14 * laid.indent}px"'
    return f"<{tag}{spans}>{text}" + f"</{tag}>" * closed
