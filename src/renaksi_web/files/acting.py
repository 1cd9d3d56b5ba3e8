"""Whether an office file does more than be read: macros, controls, embedded objects.

Evidence is opened by others, who trust it since it stands on the site. A chart's own table may be
embedded, and is looked into. What is locked with a password cannot be looked into, and cannot be
checked by a verifier either.
"""

from __future__ import annotations

import io
import re
from typing import Final

from xlrd.compdoc import CompDoc, CompDocError

from renaksi_web.files.packages import CONTENT_TYPES, DAMAGED, OLE, Package, local, parsed
from renaksi_web.refusals import Refused

DEEPEST: Final = 3  # archives within archives
MOST_UNPACKED: Final = 200_000_000
LARGEST_WITHIN: Final = 50_000_000  # bytes of an office file or archive within another
_ZIP: Final = b"PK\x03\x04"
_ACTING_TYPES: Final = re.compile(
    r"macroenabled|vbaproject|vbadata|oleobject|activex|macrosheet|dialogsheet|ms-office\.vba"
)
_ACTING_RELATIONS: Final = frozenset(
    [
        "vbaproject",
        "wordvbadata",
        "oleobject",
        "control",
        "activexcontrolbinary",
        "xlmacrosheet",
        "dialogsheet",
        "afchunk",
        "attachedtoolbars",
        "customui",
        "extensibility",
        "subdocument",
    ]
)
_OUTSIDE: Final = frozenset({"attachedtemplate", "frame", "image"})  # loaded without a click
_OLE_NAMES: Final = re.compile(
    r"macros|_vba_project.*|vba|objectpool|mbd[0-9a-f]{8}|\x01ole10native", re.IGNORECASE
)
_RICH_TEXT: Final = re.compile(rb"\\obj(ect|data|emb|link|autlink|ocx|html|update|class)")


class _Acts(Exception):
    """The file holds what acts."""


class _Locked(Exception):
    """The file cannot be looked into."""


def refuse_acting(data: bytes, name: str) -> None:
    """Raise `Refused`, calling the file by ``name``, for what acts or hides whether it does."""
    try:
        _look(data, DEEPEST)
    except _Acts:
        raise Refused(
            id=f"{name}: berkas ini memuat makro atau objek tertanam. Simpan sebagai PDF, atau"
            " hapus makro dan objeknya, lalu unggah.",
            en=f"{name}: this file holds a macro or an embedded object. Save it as PDF, or remove"
            " macro and object, then upload it.",
        ) from None
    except _Locked:
        raise Refused(
            id=f"{name}: berkas ini dikunci dengan kata sandi, jadi tidak dapat diperiksa orang"
            " lain. Buka kuncinya, lalu unggah.",
            en=f"{name}: this file is locked with a password, so that nobody else can check it."
            " Unlock it, then upload it.",
        ) from None
    except DAMAGED as error:
        raise Refused(
            id=f"{name}: isi berkas ini rusak. Buka di program asalnya, simpan ulang, lalu unggah.",
            en=f"{name}: this file is damaged. Open it in its own program, save it anew, then"
            " upload it.",
        ) from error


def _look(data: bytes, depth: int) -> None:
    if data.startswith(OLE):
        _look_at_storage(data)
    elif data.startswith(_ZIP):
        if not depth:
            raise ValueError("too deep")
        _look_at_archive(Package(data), depth)
    elif data.lstrip()[:5].lower() == b"{\\rtf" and _RICH_TEXT.search(data):
        raise _Acts


def _look_at_storage(data: bytes) -> None:
    """The storages of Word, Excel and PowerPoint before 2007, by their names."""
    try:
        names = [entry.name.rstrip("\0") for entry in CompDoc(data, logfile=io.StringIO()).dirlist]
    except (CompDocError, AssertionError) as error:
        raise ValueError("a damaged storage") from error
    if any(_OLE_NAMES.fullmatch(name) for name in names):
        raise _Acts
    if "EncryptedPackage" in names:
        raise _Locked


def _look_at_archive(package: Package, depth: int) -> None:
    if sum(part.file_size for part in package.parts) > MOST_UNPACKED:
        raise ValueError("too large unpacked")
    if any(part.flag_bits & 1 for part in package.parts):
        raise _Locked
    names = package.names
    if CONTENT_TYPES in names:
        _look_at_office_package(package)
    elif "meta-inf/manifest.xml" in names:
        _look_at_open_document(package)
    is_office = CONTENT_TYPES in names or "meta-inf/manifest.xml" in names
    for name in names:
        begins = package.beginning(name)
        if begins.startswith(OLE) and is_office:
            raise _Acts
        if begins.startswith((OLE, _ZIP)) or begins[:5].lower() == b"{\\rtf":
            _look(package.bytes_of(name, LARGEST_WITHIN), depth - 1)


def _look_at_office_package(package: Package) -> None:
    endings, parts = package.types()
    if any(_ACTING_TYPES.search(kind) for kind in (*endings.values(), *parts.values())):
        raise _Acts
    for relation in package.relationships():
        if relation.short in _ACTING_RELATIONS:
            raise _Acts
        if relation.is_external and relation.short in _OUTSIDE:
            raise _Acts
        if relation.short == "package" and "/charts/" not in f"/{relation.owner}":
            raise _Acts
    for name in package.names:
        if "/externallinks/" in f"/{name}" and name.endswith(".xml"):
            found = {local(each) for each in parsed(package.bytes_of(name)).iter()}
            if found & {"ddeLink", "oleLink"}:
                raise _Acts


def _look_at_open_document(package: Package) -> None:
    if any(name.startswith(("basic/", "scripts/")) for name in package.names):
        raise _Acts
    for each in parsed(package.bytes_of("meta-inf/manifest.xml")).iter():
        told = " ".join(str(value).lower() for value in each.attrib.values())
        if "oleobject" in told:
            raise _Acts
        if local(each) == "encryption-data":
            raise _Locked
