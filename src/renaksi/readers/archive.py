"""The reader of zip archives: each file inside is a document of its own.

Nothing is unpacked to disk, so paths lead nowhere; an archive inside the archive is not opened.
All files together stay within the limits of one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

# What an OpenDocument, an e-book, a document of Apple's programs of today and of old hold.
_OF_DOCUMENTS: Final = frozenset(
    {"content.xml", "META-INF/container.xml", "Index.zip", "Index/Document.iwa",
     "buildVersionHistory.plist", "index.apxl", "index.apxl.gz"}
)  # fmt: skip
_CLUTTER: Final = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_LOCK_FILE: Final = "~$"  # what Word and Excel leave beside an open file

Read = Callable[[bytes, Limits], Document]
Refused = tuple[str, Unreadable]


def recognises(content: Content) -> bool:
    """Whether the file is a package of files and not one document in parts."""
    names = content.part_names
    return bool(names) and not content.is_office_package and _OF_DOCUMENTS.isdisjoint(names)


def documents(
    content: Content, limits: Limits, read_one: Read
) -> tuple[list[Document], list[Refused]]:
    """The documents of an archive, and the names of the files that could not be read, with why."""
    import time

    from renaksi.readers.parts import Parts

    parts = Parts(content.data, limits, "zip")
    found: list[Document] = []
    refused: list[Refused] = []
    start = time.monotonic()
    for name in parts.names:
        base = name.rpartition("/")[2]
        if name.startswith(_CLUTTER) or base in _CLUTTER or base.startswith(_LOCK_FILE):
            continue
        left = max(0.1, limits.max_seconds - (time.monotonic() - start))
        try:
            inner = parts.read(name)
            if recognises(Content(inner)):
                raise _nested()
            document = read_one(inner, limits._replace(max_seconds=left))
        except Unreadable as refusal:
            refused.append((name, refusal))
        else:
            found.append(document._replace(name=name))
    return found, refused


def read(content: Content, limits: Limits) -> Document:  # noqa: ARG001 - every reader's shape
    """An archive as one document: refused, for its files are documents of their own."""
    raise Unreadable(
        id="arsip zip ini memuat beberapa berkas; keluarkan satu berkas lalu coba lagi.",
        en="this zip archive holds several files; take one of them out and try again.",
    )


def _nested() -> Unreadable:
    return Unreadable(
        id="arsip di dalam arsip tidak dibuka; keluarkan isinya lalu coba lagi.",
        en="an archive inside an archive is not opened; take its files out and try again.",
    )


READER: Final = Reader("zip", recognises, read, (".zip",))
