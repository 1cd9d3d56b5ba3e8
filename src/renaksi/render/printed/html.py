"""The report tree as one page that needs nothing else, for the screen and for printing.

It holds no script and loads nothing. Where a figure tells where it comes from, a small
number leads to its sentence at the end of the page.
"""

from __future__ import annotations

from base64 import b64encode
from functools import singledispatchmethod
from html import escape
from pathlib import Path
from typing import Any, Final

from renaksi.render.printed.chart import svg
from renaksi.render.printed.shades import FILLS, WHITE_INK
from renaksi.reports import tree

_STYLE: Final = Path(__file__).with_name("page.css")
_SIZE: Final = 8.5  # of a table's type, as the style sheet has it
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def render(document: tree.Document) -> bytes:
    """The page, in UTF-8."""
    return _Page(document).written().encode()


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")


class _Page:
    """One page in the making; ``reasons`` are the sentences behind its figures."""

    def __init__(self, document: tree.Document) -> None:
        self.document = document
        self.reasons: list[str] = []

    def written(self) -> str:
        """The whole page."""
        title = escape(self.document.title)
        style = _STYLE.read_text(encoding="utf-8") + "".join(_shades()) + _page_rule(self.document)
        return "\n".join(
            [
                "<!doctype html>",
                '<html lang="id">',
                "<head>",
                '<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{title}</title>",
                f"<style>\n{style}</style>",
                "</head>",
                "<body>",
                *self.article(),
                "</body>",
                "</html>",
                "",
            ]
        )

    def article(self) -> list[str]:
        """The document, its draft mark first and its reasons last."""
        parts = ['<main class="document">']
        if self.document.draft:
            parts.append('<p class="draft" role="note">DRAF</p>')
        for section in self.document.sections:
            wide = " landscape" if section.landscape else ""
            parts.append(f'<section class="sheet{wide}">')
            parts += [self.add(block) for block in section.blocks]
            parts.append("</section>")
        if self.reasons:
            parts.append('<section class="reasons"><h2>Angka ini dari mana?</h2><ol>')
            parts += [
                f'<li id="a{number}">{_words(reason)}</li>'
                for number, reason in enumerate(self.reasons, 1)
            ]
            parts.append("</ol></section>")
        parts.append("</main>")
        return parts

    @singledispatchmethod
    def add(self, block: Any) -> str:
        """One block; every kind of the tree has its own."""
        raise TypeError(f"no such block: {type(block).__name__}")

    @add.register
    def _(self, block: tree.Heading) -> str:
        level = min(block.level, 6)
        return f'<h{level} class="{block.align}">{_words(block.text)}</h{level}>'

    @add.register
    def _(self, block: tree.Paragraph) -> str:
        return f'<p class="{block.align}">{"".join(map(_run, block.runs))}</p>'

    @add.register
    def _(self, block: tree.Pairs) -> str:
        rows = "".join(
            f"<div><dt>{_words(label)}</dt><dd>{_words(said)}</dd></div>"
            for label, said in block.rows
        )
        return f'<dl class="pairs">{rows}</dl>'

    @add.register
    def _(self, block: tree.Listing) -> str:
        name = "ol" if block.numbered else "ul"
        return f"<{name}>{''.join(f'<li>{_words(item)}</li>' for item in block.items)}</{name}>"

    @add.register
    def _(self, block: tree.Table) -> str:
        caption = f"<caption>{_words(block.caption)}</caption>" if block.caption else ""
        total = sum(column.width for column in block.columns)
        widths = "".join(
            f'<col style="width:{column.width / total * 100:.2f}%">' for column in block.columns
        )
        head = self._rows(block, block.head, "th") if block.head else ""
        head = f"<thead>{head}</thead>" if head else ""
        body = self._rows(block, block.body, "td")
        look = f' style="font-size:{block.size}pt"' if block.size != _SIZE else ""
        columns = f"<colgroup>{widths}</colgroup>"
        table = f"<table{look}>{caption}{columns}{head}<tbody>{body}</tbody></table>"
        return f'<div class="scroll" tabindex="0" role="group" aria-label="Tabel">{table}</div>'

    def _rows(self, table: tree.Table, rows: tuple[tree.Row, ...], name: str) -> str:
        lines: list[list[str]] = [[] for _ in rows]
        for row, column, cell in tree.placed(rows, len(table.columns)):
            lines[row].append(self._cell(cell, table.columns[column].align, name))
        return "".join(f"<tr>{''.join(line)}</tr>" for line in lines)

    def _cell(self, cell: tree.Cell, align: tree.Align, name: str) -> str:
        spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        names = [cell.align or align, *([f"s-{cell.shade}"] if cell.shade else [])]
        if cell.number is not None:
            names.append("figure")
        words = _words(cell.text)
        if cell.bold and name == "td":
            words = f"<strong>{words}</strong>"
        if cell.because:
            self.reasons.append(cell.because)
            number = len(self.reasons)
            # The style sheet shows the note's number, so that it is no digit of the figure.
            words += (
                f'<a class="why" href="#a{number}" data-note="{number}"'
                ' aria-label="Angka ini dari mana?"></a>'
            )
        scope = ' scope="col"' if name == "th" and cell.columns == 1 else ""
        scope = ' scope="colgroup"' if name == "th" and cell.columns > 1 else scope
        return f'<{name} class="{" ".join(names)}"{spans}{scope}>{words}</{name}>'

    @add.register
    def _(self, block: tree.Chart) -> str:
        return f'<figure class="chart">{svg(block)}</figure>'

    @add.register
    def _(self, block: tree.Signatures) -> str:
        heads = [list(party.above) for party in block.parties]
        if block.dated:
            for number, lines in enumerate(heads):
                lines.insert(0, block.dated if number == len(heads) - 1 else "\u00a0")
        highest = max(map(len, heads))
        parts = []
        for party, lines in zip(block.parties, heads, strict=True):
            above = [*lines, *["\u00a0"] * (highest - len(lines))]
            parts.append(
                f"<div><p>{'<br>'.join(map(_words, above))}</p>"
                f'<p class="name">{_words(party.name)}</p>'
                f"<p>{'<br>'.join(map(_words, party.below))}</p></div>"
            )
        alone = " alone" if len(parts) == 1 else ""
        return f'<div class="signatures{alone}">{"".join(parts)}</div>'

    @add.register
    def _(self, block: tree.Letterhead) -> str:
        lines = "".join(f"<p>{_words(line)}</p>" for line in block.lines)
        return (
            f'<header class="letterhead">{_image(block.logo)}<p class="government">'
            f'{_words(block.government)}</p><p class="office">{_words(block.office)}</p>'
            f"{lines}</header>"
        )

    @add.register
    def _(self, block: tree.Emblem) -> str:
        return f'<p class="center">{_image(block.logo, block.alt)}</p>'

    @add.register
    def _(self, block: tree.Writing) -> str:
        if not block.text:
            return f'<p class="hint">{_words(block.hint)}</p>'
        return "".join(f"<p>{_words(part)}</p>" for part in block.text.split("\n\n"))

    @add.register
    def _(self, block: tree.Contents) -> str:
        lines = (f'<li class="level-{level}">{_words(text)}</li>' for level, text in block.entries)
        return f'<ul class="contents">{"".join(lines)}</ul>'

    @add.register
    def _(self, block: tree.Diagram) -> str:
        return f'<ul class="boxes" aria-label="{escape(block.alt)}">{_node(block.root)}</ul>'


def _run(run: tree.Run) -> str:
    words = _words(run.text)
    for wanted, name in ((run.bold, "strong"), (run.italic, "em"), (run.underline, "u")):
        words = f"<{name}>{words}</{name}>" if wanted else words
    return words


def _node(node: tree.Node) -> str:
    lines = "".join(f"<br>{_words(line)}" for line in node.lines)
    below = "".join(map(_node, node.children))
    below = f"<ul>{below}</ul>" if below else ""
    box = f'<div class="s-{node.shade}"><strong>{_words(node.title)}</strong>{lines}</div>'
    return f"<li>{box}{below}</li>"


def _image(data: bytes, alt: str = "Lambang") -> str:
    if not data:
        return ""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f'<img alt="{_words(alt)}" src="data:image/{kind};base64,{b64encode(data).decode()}">'


def _shades() -> list[str]:
    return [
        f".s-{shade}{{background:#{fill};color:{'#fff' if shade in WHITE_INK else '#000'}}}\n"
        for shade, fill in FILLS.items()
    ]


def _page_rule(document: tree.Document) -> str:
    """The paper of the first section; a browser prints all of a page on one kind."""
    first = document.sections[0]
    width, height = tree.PAPERS[first.paper]
    if first.landscape:
        width, height = height, width
    return f"@page{{size:{width}mm {height}mm;margin:14mm}}\n"
