"""Several documents in one archive, with a list of what is in it and how to tell it is unchanged.

``SHA256SUMS`` is what ``sha256sum --check`` reads; ``daftar.json`` names each document with its
title, basis, and what it lacks. The same documents give the same archive, byte for byte. One
document is printed after another, so the memory that is needed does not grow with their number.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any, Final

import renaksi
from renaksi.render.printed import printed
from renaksi.reports import report
from renaksi.reports.tree import Document

MANIFEST: Final = "daftar.json"
CHECKSUMS: Final = "SHA256SUMS"
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)


def bundle(documents: Sequence[Document], formats: Sequence[str] = ("pdf",)) -> bytes:
    """The archive of these documents, each in each of the formats, under its own name."""
    out = io.BytesIO()
    write_bundle(out, ((document.name, document) for document in documents), formats)
    return out.getvalue()


def write_bundle(
    out: IO[bytes],
    documents: Iterable[tuple[str, Document]],
    formats: Sequence[str] = ("pdf",),
    about: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Write the archive of documents under the names of their files; gives what its list tells.

    ``about`` is told in the list beside the documents: whose they are, of which year.
    """
    entries, sums = [], {}
    with zipfile.ZipFile(out, "w") as archive:
        for name, document in documents:
            files = []
            for format in formats:
                data = printed(document, format)
                file = f"{name}.{format}"
                sums[file] = hashlib.sha256(data).hexdigest()
                files.append({"name": file, "bytes": len(data), "sha256": sums[file]})
                put(archive, file, data)
            entries.append(_told(document, files))
        told = {
            "schema": "renaksi/bundle/1", "made_with": renaksi.__version__,
            **(about or {}), "documents": entries,
        }  # fmt: skip
        put_list(archive, told, sums)
    return told


def put_list(archive: zipfile.ZipFile, told: Mapping[str, Any], sums: dict[str, str]) -> None:
    """End an archive with its list and the checksums of everything in it."""
    listed = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    put(archive, MANIFEST, listed)
    sums = {**sums, MANIFEST: hashlib.sha256(listed).hexdigest()}
    put(archive, CHECKSUMS, "".join(f"{sum}  {name}\n" for name, sum in sums.items()).encode())


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file that tells no time, so that the same files make the same archive."""
    part = zipfile.ZipInfo(name, _NO_DAY)
    part.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(part, data)


def _told(document: Document, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "document": document.name,
        "title": document.title,
        "basis": list(report(document.name).basis),
        "dated": document.dated and document.dated.isoformat(),
        "lacks": list(document.draft),
        "files": files,
    }
