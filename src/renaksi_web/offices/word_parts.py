"""What a Word template may hold: a list, and nothing beside it.

Types of parts, relationships and field codes are allowed by name, since the ways in which a Word
file can load or run something are more than anybody lists. No relationship leads outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from renaksi_web.files.packages import CONTENT_TYPES, OLE, Package, attribute, local, parsed

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_TYPES: Final = frozenset({
    "application/xml", "application/vnd.openxmlformats-package.relationships+xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.ms-word.styleswitheffects+xml",
    f"{_OFFICE}extended-properties+xml", f"{_OFFICE}custom-properties+xml",
    f"{_OFFICE}customxmlproperties+xml", f"{_OFFICE}theme+xml", f"{_OFFICE}obfuscatedfont",
    *(f"{_WORD}{kind}+xml" for kind in (
        "document.main", "document.glossary", "styles", "styleswitheffects", "settings",
        "websettings", "fonttable", "numbering", "header", "footer", "footnotes", "endnotes",
        "comments", "commentsextended", "commentsids", "commentsextensible", "people",
    )),
    "image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff", "image/x-emf",
    "image/x-wmf",
})  # fmt: skip
_RELATIONS: Final = frozenset(
    [
        "officedocument",
        "core-properties",
        "extended-properties",
        "custom-properties",
        "thumbnail",
        "styles",
        "styleswitheffects",
        "numbering",
        "settings",
        "websettings",
        "fonttable",
        "font",
        "theme",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "commentsextended",
        "commentsids",
        "commentsextensible",
        "people",
        "image",
        "customxml",
        "customxmlprops",
        "glossarydocument",
    ]
)
_AUTHORITIES: Final = (
    "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/office/",
)  # fmt: skip
FIELDS: Final = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "PAGEREF",
        "REF",
        "STYLEREF",
        "SEQ",
        "TOC",
        "TC",
        "NOTEREF",
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "EDITTIME",
        "TITLE",
        "SUBJECT",
        "AUTHOR",
        "KEYWORDS",
        "COMMENTS",
        "LASTSAVEDBY",
        "REVNUM",
        "NUMWORDS",
        "NUMCHARS",
        "DOCPROPERTY",
        "SYMBOL",
    ]
)
_ELEMENTS: Final = frozenset({
    "altChunk", "object", "OLEObject", "oleObj", "control", "subDoc", "movie", "attachedTemplate",
    "mailMerge", "dataSource", "frameset", "scriptAnchor", "webVideoPr", "saveThroughXslt",
    "fldData",
})  # fmt: skip
_ADDRESSES: Final = frozenset({"src", "href", "althref", "pict", "url"})


class NotOnTheList(Exception):
    """Something that a template does not need; ``what`` names it for the log."""


def look_over(package: Package) -> None:
    """Raise `NotOnTheList`, or one of `packages.DAMAGED`."""
    endings, parts = package.types()
    for name in package.names:
        if name == CONTENT_TYPES:
            continue
        kind = parts.get(name) or endings.get(name.rpartition(".")[2], "")
        if kind.partition(";")[0].strip() not in _TYPES:
            raise NotOnTheList(f"{name}: {kind or 'no type'}")
        _look_at_part(package, name, kind)
    for relation in package.relationships():
        is_known = relation.short in _RELATIONS and relation.kind.startswith(_AUTHORITIES)
        if relation.is_external or not is_known or _leads_out(relation.target):
            raise NotOnTheList(f"{relation.short} → {relation.target[:80]}")


def _look_at_part(package: Package, name: str, kind: str) -> None:
    if kind.endswith("xml"):
        root = parsed(package.bytes_of(name))
        _look_at_elements(root)
        for code in field_codes(root):
            word = code.split(maxsplit=1)[0].upper() if code.strip() else ""
            if word not in FIELDS:
                raise NotOnTheList(f"{name}: field {word[:20]}")
        return
    begins = package.beginning(name)
    if begins.startswith((OLE, b"PK\x03\x04", b"MZ")) or begins.lstrip()[:1] == b"<":
        raise NotOnTheList(f"{name} is no picture")


def _look_at_elements(root: Any) -> None:
    for before in root.itersiblings(preceding=True):
        if isinstance(before, etree._ProcessingInstruction):  # noqa: SLF001 - its only name
            raise NotOnTheList("an instruction")
    for each in root.iter():
        if isinstance(each, etree._Entity):  # noqa: SLF001 - its only name
            raise NotOnTheList("an entity")
        if local(each) in _ELEMENTS:
            raise NotOnTheList(local(each))
        if not isinstance(each.tag, str):
            continue
        for key, value in each.attrib.items():
            if etree.QName(key).localname in _ADDRESSES and _leads_out(str(value)):
                raise NotOnTheList(f"{key} → {str(value)[:80]}")


def _leads_out(address: str) -> bool:
    """Whether an address names something that is not a part of the package."""
    return ":" in address or address.replace("\\", "/").lstrip().startswith("//")


def field_codes(root: Any) -> Iterator[str]:
    """The code of every field, put together from however many pieces it is written in.

    A field begins, its code follows, in it other fields may stand; it ends or goes on to its
    result. Code outside any field is given, too: programs differ in what they make of it.
    """
    fields = _Fields()
    for each in root.iter():
        name = local(each)
        if name == "fldSimple":
            yield attribute(each, "instr")
        elif name == "fldChar":
            yield from fields.step(attribute(each, "fldCharType"))
        elif name in ("instrText", "delInstrText", "t"):
            fields.add(each.text or "", is_code=name != "t")
    yield from fields.left()


class _Fields:
    """The fields that are open at one place of a part, the innermost last."""

    def __init__(self) -> None:
        self._open: list[list[str] | None] = []  # None: past its code, in its result
        self._stray: list[str] = []

    def step(self, kind: str) -> Iterator[str]:
        """A field begins, comes to its result, or ends; its code, once it is whole."""
        if kind == "begin":
            self._open.append([])
        elif kind in ("separate", "end") and self._open:
            code = self._open.pop()
            if code is not None:
                yield "".join(code)
            if kind == "separate":
                self._open.append(None)

    def add(self, text: str, *, is_code: bool) -> None:
        """Code, or words, which belong to the code of a field that is in its code."""
        if not is_code:
            if self._open and self._open[-1] is not None:
                self._open[-1].append(text)
            return
        inner = next((code for code in reversed(self._open) if code is not None), None)
        (self._stray if inner is None else inner).append(text)

    def left(self) -> Iterator[str]:
        """What was not ended, and what stood outside any field."""
        yield from ("".join(code) for code in self._open if code is not None)
        if self._stray:
            yield "".join(self._stray)
