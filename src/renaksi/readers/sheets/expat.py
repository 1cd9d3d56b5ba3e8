"""XML parts of workbooks, read as a stream of tags with Python's own expat.

Sheets have hundreds of thousands of cells, so no tree is built. A document type, which no
office program writes, is refused, so no entity is ever declared; depth is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from renaksi.readers.limits import damaged

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def parse(data: bytes, kind: str, start: Start, end: End, text: Text) -> None:
    """Call back for every tag (its name without prefix) and text of a part of a ``kind`` file."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        from renaksi.readers.xml import foreign

        raise foreign(kind)

    def first(name: str, attributes: dict[str, str]) -> None:
        """The root tells whether this file writes its tags with a prefix."""
        if ":" in name:
            parser.StartElementHandler = lambda tag, given: start(tag.rpartition(":")[2], given)
            parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
        else:
            parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.StartElementHandler(name, attributes)

    parser.StartElementHandler = first
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(kind) from error


def ignore(_: str) -> None:
    """For parts whose ends or texts say nothing."""
