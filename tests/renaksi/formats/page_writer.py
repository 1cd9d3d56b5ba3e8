"""Writes a paper as a PDF with typst: ruled tables that break over pages."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import typst

from tests.renaksi.formats.papers import Doc, kept, widths_of
from tests.renaksi.variants.paper import Lines

_SOURCE = """
#let paper = json(bytes(sys.inputs.paper))
#set page(width: paper.width * 1pt, height: paper.height * 1pt, margin: 40pt, footer: [#h(1fr) #context counter(page).display()])
#set text(size: paper.size * 1pt, font: "Libertinus Serif")
#set par(justify: false)
#for block in paper.blocks {
  if block.kind == "lines" [
    #for line in block.lines [
      #if line.bold [*#line.text*] else [#line.text]
      #parbreak()
    ]
  ] else {
    let cells(rows) = rows.map(cell => table.cell(x: cell.x, y: cell.y, colspan: cell.columns, rowspan: cell.rows, breakable: cell.rows == 1 or cell.rows > 4, align: if cell.centred { center + horizon } else { left + top })[#h(cell.indent * 9pt, weak: false)#if cell.bold [*#cell.text*] else [#cell.text]])
    table(columns: block.widths.map(w => w * 1fr), stroke: 0.5pt, inset: 3pt,
      ..if block.repeats { (table.header(..cells(block.head)),) } else { cells(block.head) },
      ..cells(block.body))
  }
}
"""


def write(doc: Doc, rng: Random) -> bytes:
    """The bytes of a .pdf file."""
    wide = rng.random() < 0.6
    bold = rng.random() < 0.6
    blocks: list[dict[str, Any]] = []
    for block in doc:
        if isinstance(block, Lines):
            lines = [{"text": p.text, "bold": p.kind == "heading"} for p in block.pieces if p.text]
            blocks.append({"kind": "lines", "lines": lines})
            continue
        grid = block.grid
        cells = [
            {
                "x": x, "y": y, "columns": laid.columns, "rows": laid.rows, "text": kept(laid.piece.text),
                "bold": laid.bold or (bold and laid.head), "indent": laid.indent, "centred": laid.head, "head": y < block.heads,
            }
            for y, row in enumerate(grid)
            for x, laid in enumerate(row)
            if laid is not None
        ]  # fmt: skip
        blocks.append(
            {
                "kind": "table",
                "widths": widths_of(grid, block.width),
                "repeats": block.heads > 0 and rng.random() < 0.6,
                "head": [cell for cell in cells if cell["head"]],
                "body": [cell for cell in cells if not cell["head"]],
            }
        )
    form = {
        "width": 1191 if wide else 936, "height": 842 if wide else 612,
        "size": rng.choice((7, 8, 9)), "blocks": blocks,
    }  # fmt: skip
    pdf = typst.compile(_SOURCE.encode(), sys_inputs={"paper": json.dumps(form)})
    assert isinstance(pdf, bytes)
    return pdf
