"""Word files by their markup: a body between two tags becomes a .docx of one or more parts."""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.packages import packed

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def word_file(body: str, namespace: str = NAMESPACE, **parts: str) -> bytes:
    """A .docx with this body; ``styles`` and ``numbering`` are inner markup of those parts."""
    files = {
        "word/document.xml": f'<w:document xmlns:w="{namespace}" {_OTHERS}><w:body>{body}</w:body></w:document>'
    }
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{namespace}">{inner}</w:{name}>'
    return packed({name: text.encode() for name, text in files.items()})


def paragraph(text: str, properties: str = "", marks: str = "") -> str:
    """A paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )


def cell(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def read(body: str, **parts: str) -> Document:
    """The document that a body makes."""
    return read_document(word_file(body, **parts), Limits())


def cells(document: Document) -> list[list[str]]:
    """The cells of every row."""
    return [list(row.cells) for row in document.rows]
