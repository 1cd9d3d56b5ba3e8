"""What a reader does with one file: read its plan, picture a page, unpack it, verify signatures.

Each job takes the bytes and its own parameters and writes its answer, piece by piece; a file
that cannot be read raises `Unreadable` with its sentence. A new job is a function here and
a line in `JOBS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.content import Content
from renaksi.readers.limits import Limits

MOST_ROWS: Final = 3000
MOST_FILES: Final = 500
Given = Mapping[str, Any]
Write = Callable[[bytes], object]


def read(data: bytes, given: Given, write: Write) -> None:
    """One plan of the file (``part`` counts from 0), how many there are, and the document.

    ``{"reading": …, "original": …, "parts": 1, "layout": "…"}``; for an archive of several
    files only ``{"archive": true}``, because each of them is read on its own.
    """
    from renaksi.readers import archive

    if archive.recognises(Content(data)):
        write(_json({"archive": True}))
        return
    limits = Limits(max_bytes=given["bytes"], max_seconds=given["seconds"])
    if len(data) > limits.max_bytes:
        from renaksi.readers.limits import too_large

        raise too_large(len(data), limits)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        write(_json(_from_json(data, limits, given.get("part", 0))))
    else:
        write(_json(_from_document(data, limits, given.get("part", 0))))


def _from_document(data: bytes, limits: Limits, part: int) -> dict[str, Any]:
    from renaksi.interpret import readings_of
    from renaksi.readers import READERS, read_document
    from renaksi_web.plans.isolated.layout import layout_of
    from renaksi_web.plans.isolated.original import original_of

    document = read_document(data, limits)
    readings = readings_of(document, limits)
    plan, found = _chosen(readings, part)
    content = Content(data)
    reader = next(reader for reader in READERS if reader.recognises(content))
    return {
        "reading": _reading(plan, found),
        "original": original_of(document, content, reader.name),
        "layout": layout_of(document),
        "parts": len(readings),
    }


def _from_json(data: bytes, limits: Limits, part: int) -> dict[str, Any]:
    from renaksi.interpret import read_bytes

    readings = read_bytes(data, limits)
    plan, found = _chosen(readings, part)
    return {"reading": _reading(plan, found), "original": {}, "layout": "", "parts": len(readings)}


def _chosen(readings: Sequence[Any], part: int) -> Any:
    """One of the plans of a file."""
    if not 0 <= part < len(readings):
        raise Unreadable(
            id="berkas ini tidak memuat satu pun rencana.", en="this file holds no plan at all."
        )
    return readings[part]


def _reading(plan: Any, found: Any) -> dict[str, Any]:
    from renaksi.plan_json import to_json

    rows = len(plan.elements) + sum(len(element.indicators) for element in plan.elements)
    if rows > MOST_ROWS:
        raise Unreadable(
            id=f"rencana ini memuat {rows} baris, lebih dari {MOST_ROWS}; bagi per kantor.",
            en=f"this plan has {rows} rows, more than {MOST_ROWS}; divide it by office.",
        )
    return to_json(plan, found)


def picture(data: bytes, given: Given, write: Write) -> None:
    """One ``page`` of a PDF as PNG."""
    from renaksi_web.plans.isolated.pictures import picture as drawn

    write(drawn(data, given["page"]))


def unpack(data: bytes, given: Given, write: Write) -> None:
    """The files of an archive, one behind the other, and behind them what they are.

    That is JSON, and its length in the last eight bytes: for each file its name and size.
    Paths lead nowhere: they are kept as names. What could not be unpacked has a ``refused``
    sentence and no bytes; an archive inside is told so.
    """
    from renaksi.readers.archive import documents
    from renaksi.readers.document import Document

    limits = Limits(max_seconds=given["seconds"], max_expanded=given["output"] * 900_000)
    sizes: list[int] = []

    def keep(file: bytes, _: Limits) -> Document:
        if len(sizes) >= MOST_FILES:
            raise _too_many()
        write(file)
        sizes.append(len(file))
        return Document(())

    found, refused = documents(Content(data), limits, keep)
    told: list[dict[str, Any]] = [
        {"name": file.name, "size": size} for file, size in zip(found, sizes, strict=True)
    ]
    for name, error in refused:
        both = {"id": error.message("id"), "en": error.message("en")}
        told.append({"name": name, "size": 0, "refused": both})
    index = _json(told)
    write(index)
    write(len(index).to_bytes(8, "big"))


def verify(data: bytes, given: Given, write: Write) -> None:
    """What the signatures of a PDF say at a ``moment`` (`renaksi/signatures/1`).

    The first ``roots`` bytes are the certificates of issuers to trust, the rest is the file.
    """
    from datetime import datetime

    from renaksi.signatures.verdict import to_json
    from renaksi.signatures.verify import verify as verified

    roots, file = data[: given["roots"]], data[given["roots"] :]
    moment = datetime.fromisoformat(given["moment"])
    write(_json(to_json(verified(file, [roots] if roots else [], moment))))


def _too_many() -> Unreadable:
    return Unreadable(
        id=f"arsip ini memuat lebih dari {MOST_FILES} berkas; bagi menjadi beberapa arsip.",
        en=f"this archive holds more than {MOST_FILES} files; divide it.",
    )


def _json(answer: Any) -> bytes:
    return json.dumps(answer, ensure_ascii=True).encode("ascii")


JOBS: Final[Mapping[str, Callable[[bytes, Given, Write], None]]] = {
    "read": read,
    "picture": picture,
    "unpack": unpack,
    "verify": verify,
}


def warm() -> None:
    """Load what every reading needs, so that a forked reader has it at once."""
    import renaksi_web.plans.isolated.pictures  # noqa: F401 - for the readers to come
    from renaksi.apart import prepare

    prepare()
    read(_SAMPLE.encode(), {"bytes": 10_000, "seconds": 15}, lambda _: None)


# A plan that makes the interpretation load the nomenclature and the regions.
_SAMPLE: Final = """\
RENCANA AKSI TAHUN 2022
KECAMATAN KEMANGKON
URAIAN\tINDIKATOR KINERJA\tSATUAN\tTARGET\t
1. Program Penunjang Urusan Pemerintahan Daerah\t1. Persentase laporan\tPersen\tTW I\t25%
"""
