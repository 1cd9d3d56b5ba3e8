"""Writes a paper as separated values and as an HTML page."""

from __future__ import annotations

import csv
from html import escape
from io import StringIO
from random import Random

from tests.renaksi.formats.papers import Laid, grid_of
from tests.renaksi.variants.paper import Lines, Paper, Table


def write_csv(paper: Paper, rng: Random) -> bytes:
    """The bytes of a .csv file, with a semicolon or comma between cells."""
    width = max((block.width for block in paper.blocks if isinstance(block, Table)), default=1)
    out = StringIO()
    separator = rng.choice((";", ";", ","))
    if rng.random() < 0.5:
        writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    else:
        writer = csv.writer(out, delimiter=separator)
    for block in paper.blocks:
        rows = [[p] for p in block.pieces] if isinstance(block, Lines) else block.rows
        for row in rows:
            texts = [piece.text for piece in row]
            writer.writerow(texts + [""] * (width - len(texts)))
        writer.writerow([""] * width)
    return rng.choice((b"", b"\xef\xbb\xbf")) + out.getvalue().encode()


def write_html(paper: Paper, rng: Random) -> bytes:
    """The bytes of an .html file, with closed tags or without, as applications write them."""
    closed = rng.random() < 0.7
    parts = [
        "<html><head><meta charset=utf-8><style>td{mso-number-format:'@'}</style></head><body>"
    ]
    for block in paper.blocks:
        if isinstance(block, Lines):
            for piece in block.pieces:
                tag = "h3" if piece.kind == "heading" else "p"
                parts.append(f"<{tag}>{escape(piece.text)}</{tag}>")
            continue
        parts.append("<table border=1>")
        for row in grid_of(rng, block):
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
    return f"<{tag}{spans}>{escape(laid.piece.text)}" + f"</{tag}>" * closed
