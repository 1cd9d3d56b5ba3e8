"""The text of a Word paragraph as it is printed: lines, boldness, list number, text boxes.

Deleted and moved-away text of tracked changes, struck-out and hidden text are void, and field
instructions are left out; inserted text, field results, links and content controls are read
through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from renaksi.readers.raised import is_mark
from renaksi.readers.void import Kind, Void, gathered
from renaksi.readers.word.names import ALTERNATE, Names, Node, outermost
from renaksi.readers.word.numbering import Numbering
from renaksi.readers.word.styles import Styles
from renaksi.readers.word.symbols import MATH, MATH_LINE, mathematics, sign

_BEFORE: Final = 8  # runs that are looked at before a raised one
_MOST_DIGITS: Final = 6  # of a measure that a page can hold


class Paragraph(NamedTuple):
    """The lines of a paragraph; ``boxes`` are the text boxes that are anchored in it.

    ``voids`` are its texts that do not count.
    """

    lines: tuple[str, ...]
    bold: bool
    heading: bool
    boxes: tuple[Node, ...] = ()
    indent: float = 0.0
    voids: tuple[Void, ...] = ()


class Paragraphs:
    """Reads the paragraphs of one document in order; list numbers count on."""

    def __init__(self, names: Names, styles: Styles, numbering: Numbering, root: Node) -> None:
        """With the styles and lists of the document and its ``root``."""
        self._names = names
        # Most documents hide and strike out nothing at all, so that no run need be asked.
        self._hides = styles.any_hidden or _any(root, names("vanish"))
        self._raises = _any(root, names("vertAlign"))
        self._strikes = styles.any_struck or _any(root, names("strike"), names("dstrike"))
        self._styles = styles
        self._numbering = numbering
        self._run, self._text = names("r"), names("t")
        self._signs = {
            names("tab"): "\t", names("br"): "\n", names("cr"): "\n",
            names("noBreakHyphen"): "-", names("ptab"): "\t",
        }  # fmt: skip
        transparent = ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple",
                       "bdo", "dir", "customXml")  # fmt: skip
        self._transparent = frozenset(map(names, transparent))
        self._drawings = frozenset({names("drawing"), names("pict"), ALTERNATE})
        self._sign, self._field, self._control = names("sym"), names("fldChar"), names("sdt")
        self._removed = frozenset(map(names, ("del", "moveFrom")))
        self._removed_text = names("delText")
        self._box = names("txbxContent")
        self._voids: list[Void] = []

    def read(self, node: Node) -> Paragraph:
        """One ``p`` element."""
        names = self._names
        properties = node.find(names("pPr"))
        style = names.value(properties, "pStyle") if properties is not None else None
        parts: list[str] = []
        boxes: list[Node] = []
        self._voids = []
        plain = False
        filled = False
        for run in self._runs(node):
            if run.tag == MATH:
                parts.append(mathematics(run))
                continue
            marks = run.find(names("rPr"))
            void = self._void(marks, style)
            text = self._run_text(run, [] if void == "hidden" else boxes)
            if void is not None:
                self._voids.append(Void(void, text))
                continue
            if self._raises and self._is_mark(marks, text, parts):
                self._voids.append(Void("mark", text))
                continue
            parts.append(text)
            if text.strip():
                filled = True
                plain = plain or not self._bold(marks, style)
        lines = "".join(parts).split("\n")
        number = self._number(properties, style, is_void=not filled and bool(self._voids))
        if number:
            lines[0] = f"{number} {lines[0]}"
        heading = filled and self._styles.heading(style)
        indent = 0.0 if properties is None or number else self._indent(properties)
        is_bold = filled and not plain
        voids = tuple(gathered(self._voids, "")) if self._voids else ()
        return Paragraph(tuple(lines), is_bold, heading, tuple(boxes), indent, voids)

    def _indent(self, properties: Node) -> float:
        """How far in the paragraph begins, in points; a file counts twentieths."""
        node = properties.find(self._names("ind"))
        if node is None:
            return 0.0
        stated = node.get(self._names("left")) or node.get(self._names("start")) or ""
        digits = stated.isascii() and stated.isdigit() and len(stated) < _MOST_DIGITS
        return int(stated) / 20 if digits else 0.0

    def _number(self, properties: Node | None, style: str | None, *, is_void: bool) -> str:
        """The number that the paragraph's list prints before it; a void paragraph has none.

        A paragraph whose own end is deleted or hidden is not counted either.
        """
        if is_void and properties is not None:
            end = properties.find(self._names("rPr"))
            if end is not None and any(
                end.find(self._names(mark)) is not None for mark in ("del", "moveFrom", "vanish")
            ):
                return ""
        listed = self._styles.membership(style)
        number, level = listed or (None, None)
        own = None if properties is None else properties.find(self._names("numPr"))
        if own is not None:
            number = self._names.value(own, "numId") or number
            stated = self._names.number(own, "ilvl")
            level = level if stated is None else stated
        counted = self._numbering.next(number, level or 0) if number else ""
        return "" if is_void else counted

    def _runs(self, node: Node) -> Iterator[Node]:
        for child in node:
            tag = child.tag
            if tag == self._run:
                yield child
            elif tag in self._transparent:
                if tag != self._control or not is_unfilled(self._names, child):
                    yield from self._runs(child)
            elif tag == ALTERNATE:
                if len(child):
                    yield from self._runs(child[0])
            elif tag in self._removed:
                removed = child.iter(self._text, self._removed_text)
                self._voids.append(Void("deleted", "".join(each.text or "" for each in removed)))
            elif tag == MATH:
                yield child
            elif tag == MATH_LINE:
                yield from child.iter(MATH)

    def _run_text(self, run: Node, boxes: list[Node]) -> str:
        text = ""
        for child in run:
            tag = child.tag
            if tag == self._text:
                text += child.text or ""
            elif tag in self._signs:
                text += self._signs[tag]
            elif tag == self._sign:
                text += sign(child.get(self._names("font"), ""), child.get(self._names("char"), ""))
            elif tag == self._field and len(child):
                text += self._chosen(child)
            elif tag in self._drawings:
                # The alternatives of a drawing hold the same text box: the first one counts.
                alternatives = child if tag == ALTERNATE else (child,)
                for each in alternatives:
                    found = outermost(each, self._box)
                    if found:
                        boxes.extend(found)
                        break
        return text

    def _chosen(self, field: Node) -> str:
        """The entry that somebody chose in a list to choose from."""
        choices = self._names.child(field, "ffData", "ddList")
        if choices is None:
            return ""
        entries = [each.get(self._names.val, "") for each in choices.iter(self._names("listEntry"))]
        number = self._names.number(choices, "result") or 0
        return entries[number] if 0 <= number < len(entries) else ""

    def _bold(self, marks: Node | None, style: str | None) -> bool:
        if marks is not None:
            stated = self._names.switched(marks, "b")
            if stated is not None:
                return stated
            character = self._names.value(marks, "rStyle")
            if character and self._styles.bold(character):
                return True
        return self._styles.bold(style)

    def _void(self, marks: Node | None, style: str | None) -> Kind | None:
        """Why the text of a run does not count; None where it does."""
        if self._hides and self._marked(marks, ("vanish",), self._styles.hidden, style):
            return "hidden"
        if self._strikes and self._marked(marks, ("strike", "dstrike"), self._styles.struck, style):
            return "struck"
        return None

    def _is_mark(self, marks: Node | None, text: str, before: list[str]) -> bool:
        """Whether a run is the raised mark of a note."""
        if marks is None or self._names.value(marks, "vertAlign") != "superscript":
            return False
        return is_mark(text, "".join(before[-_BEFORE:]))

    def _marked(
        self,
        marks: Node | None,
        kinds: tuple[str, ...],
        of_style: Callable[[str | None], bool],
        style: str | None,
    ) -> bool:
        """Whether a run has one of the marks itself, else by its style or its paragraph's."""
        if marks is not None:
            stated = {self._names.switched(marks, kind) for kind in kinds} - {None}
            if stated:
                return True in stated
            character = self._names.value(marks, "rStyle")
            if character and of_style(character):
                return True
        return of_style(style)


def is_unfilled(names: Names, control: Node) -> bool:
    """Whether a content control still shows the words that ask to fill it in."""
    return names.child(control, "sdtPr", "showingPlcHdr") is not None


def _any(root: Node, *names: str) -> bool:
    """Whether an element of these names stands anywhere below."""
    return next(root.iter(*names), None) is not None
