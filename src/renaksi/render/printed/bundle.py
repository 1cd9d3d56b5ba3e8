"""Several documents in one archive, with a list of what is in it and how to tell it is unchanged.

``SHA256SUMS`` is what ``sha256sum --check`` reads; ``daftar.json`` names each document with its
title, basis, and what it lacks. The same documents give the same archive, byte for byte.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from typing import Final

import renaksi
from renaksi.render.printed import printed
from renaksi.reports import report
from renaksi.reports.tree import Document

MANIFEST: Final = "daftar.json"
CHECKSUMS: Final = "SHA256SUMS"
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)


def bundle(documents: Sequence[Document], formats: Sequence[str] = ("pdf",)) -> bytes:
    """The archive of these documents, each in each of the formats."""
    files: dict[str, bytes] = {}
    entries = []
    for document in documents:
        names = [f"{document.name}.{format}" for format in formats]
        for name, format in zip(names, formats, strict=True):
            files[name] = printed(document, format)
        entries.append(
            {
                "document": document.name,
                "title": document.title,
                "basis": list(report(document.name).basis),
                "dated": document.dated and document.dated.isoformat(),
                "lacks": list(document.draft),
                "files": [
                    {"name": name, "bytes": len(files[name]), "sha256": _sum(files[name])}
                    for name in names
                ],
            }
        )
    told = {"schema": "renaksi/bundle/1", "made_with": renaksi.__version__, "documents": entries}
    files[MANIFEST] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    sums = "".join(f"{_sum(data)}  {name}\n" for name, data in files.items())
    return _archive({**files, CHECKSUMS: sums.encode()})


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            part = zipfile.ZipInfo(name, _NO_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return out.getvalue()
