"""What an office package (.docx, .xlsx, .odt …) holds: its parts, their types, their relationships.

Everything is read as XML and asked by name, never searched as bytes: in UTF-16, with entities or
another prefix the same words are other bytes. A document type is refused, since no office
program writes one, and so is an encoding that programs read differently.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from lxml import etree

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What archives raise that are not whole, or hold what nobody reads.
DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, KeyError, ValueError, IndexError,
    NotImplementedError, OSError, struct.error, etree.XMLSyntaxError,
)  # fmt: skip
CONTENT_TYPES: Final = "[content_types].xml"
MOST_PARTS: Final = 5000
LARGEST_LIST: Final = 5_000_000  # bytes of a list of types or relationships
_ENCODINGS: Final = frozenset({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"})


class Foreign(ValueError):
    """XML that no office program writes."""


class Relationship(NamedTuple):
    """A part names another part, or something outside."""

    kind: str  # the whole address of the type
    target: str
    is_external: bool
    owner: str  # the name of the .rels part

    @property
    def short(self) -> str:
        """The last word of its type, ``image`` or ``oleobject``, in small letters."""
        return self.kind.rstrip("/").rpartition("/")[2].lower()


class Package:
    """An archive of parts. Raises one of `DAMAGED` wherever it is not whole."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.parts = [part for part in self.archive.infolist() if not part.is_dir()]
        if len(self.parts) > MOST_PARTS:
            raise ValueError("too many parts")
        self._by_name = {part.filename.lower(): part for part in self.parts}
        if len(self._by_name) != len(self.parts):
            raise ValueError("two parts of one name")

    @property
    def names(self) -> list[str]:
        """The names of all parts in small letters, in which they are compared."""
        return list(self._by_name)

    def bytes_of(self, name: str, most: int | None = None) -> bytes:
        """A part, unpacked; ValueError where it says to be larger than it may."""
        if most is not None and self._by_name[name].file_size > most:
            raise ValueError("a part that is too large")
        return self.archive.read(self._by_name[name])

    def beginning(self, name: str) -> bytes:
        """The first bytes of a part."""
        with self.archive.open(self._by_name[name]) as part:
            return part.read(8)

    def types(self) -> tuple[dict[str, str], dict[str, str]]:
        """The type that each ending has, and that single parts have, all in small letters."""
        endings, parts = {}, {}
        if CONTENT_TYPES in self._by_name:
            for each in parsed(self.bytes_of(CONTENT_TYPES, LARGEST_LIST)):
                if local(each) == "Default":
                    endings[attribute(each, "Extension").lower()] = kind_of(each)
                elif local(each) == "Override":
                    name = attribute(each, "PartName").lstrip("/").lower()
                    parts[name] = kind_of(each)
        return endings, parts

    def relationships(self) -> Iterator[Relationship]:
        """Whatever a part names."""
        for name in self.names:
            if not name.endswith(".rels"):
                continue
            for each in parsed(self.bytes_of(name, LARGEST_LIST)):
                if local(each) == "Relationship":
                    mode = attribute(each, "TargetMode").strip().lower()
                    yield Relationship(
                        attribute(each, "Type"), attribute(each, "Target"),
                        mode not in ("", "internal"), name,
                    )  # fmt: skip


def kind_of(element: Any) -> str:
    """The content type that an element of the list states."""
    return attribute(element, "ContentType").lower()


def parsed(data: bytes) -> Any:
    """The root of an XML part; `Foreign` for what no office program writes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    told = root.getroottree().docinfo
    if told.doctype or told.internalDTD is not None or told.externalDTD is not None:
        raise Foreign("a document type")
    if (told.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise Foreign("a rare encoding")
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """The value of an attribute, in whatever namespace it stands; empty where it is none."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return ""
