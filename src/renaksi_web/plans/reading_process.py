"""The process that reads a filed document, apart from the site: it has limits and knows nothing.

``python -I reading_process.py`` takes the file on standard input and writes one JSON object
on standard output: ``{"reading": …}`` (`renaksi/plan/1` with the ``source`` lines beside it)
or ``{"refused": {"id": …, "en": …}}``. It sets its own limits before it looks at the first
byte, gets no environment and imports no part of the site, so that it has no database and
no secret. Whatever else happens to it, `renaksi_web.plans.reading` survives.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Any

MEMORY = 768 * 1024 * 1024
PROCESSOR_SECONDS = 25
OUTPUT = 64 * 1024 * 1024
OPEN_FILES = 64
MOST_ROWS = 3000
MOST_SOURCE = 400_000
SECONDS = 20.0


def limit() -> None:
    """Memory, processor time, size of what is written, number of open files, no core dump."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def read(data: bytes) -> dict[str, Any]:
    """The plan of the file as JSON; raises `Unreadable`."""
    from renaksi.diagnostics import Unreadable
    from renaksi.interpret import read_bytes
    from renaksi.plan_json import to_json
    from renaksi.readers.limits import Limits

    readings = read_bytes(data, Limits(max_bytes=20_000_000, max_seconds=SECONDS))
    if len(readings) != 1:
        raise Unreadable(
            id=f"berkas ini memuat {len(readings)} rencana; unggah satu rencana setiap kali.",
            en=f"this file holds {len(readings)} plans; upload one plan at a time.",
        )
    plan, found = readings[0]
    rows = len(plan.elements) + sum(len(element.indicators) for element in plan.elements)
    if rows > MOST_ROWS:
        raise Unreadable(
            id=f"rencana ini memuat {rows} baris, lebih dari {MOST_ROWS}; bagi per kantor.",
            en=f"this plan has {rows} rows, more than {MOST_ROWS}; divide it by office.",
        )
    return {**to_json(plan, found), "source": source_of(data)}


def source_of(data: bytes) -> list[list[str]]:
    """The document as lines beside the plan: each with the anchors of its places and its text.

    A text keeps its own lines, tabs included; other formats give a line for each row. What
    is longer than a person would scroll is cut.
    """
    from renaksi.readers import read_document
    from renaksi.readers.limits import Limits

    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return []
    document = read_document(data, Limits(max_bytes=20_000_000, max_seconds=SECONDS))
    lines = (
        [[anchor(row.place(0)._asdict()), " │ ".join(row.cells)] for row in document.rows]
        if any(row.places for row in document.rows)
        else _lines(data)
    )
    size = 0
    for number, (_, text) in enumerate(lines):
        size += len(text)
        if size > MOST_SOURCE:
            return lines[:number]
    return lines


def _lines(data: bytes) -> list[list[str]]:
    from renaksi.readers.decoding import decode

    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.rstrip().split("\n")
    return [[anchor({"line": number}), line] for number, line in enumerate(lines, start=1)]


def anchor(place: dict[str, Any]) -> str:
    """The name of the line in the source at which a place stands; "" where it has none."""
    if place.get("line") is not None:
        return f"b{place['line']}"
    if place.get("sheet") is not None:
        digits = "".join(c for c in place.get("cell") or "" if c.isdigit())
        return f"s{place['sheet']}-{digits}".replace(" ", "_")
    if place.get("table") is not None:
        return f"t{place['table']}-{place.get('row')}"
    return f"h{place['page']}" if place.get("page") is not None else ""


def main() -> None:
    """Read standard input, answer on standard output."""
    limit()
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from renaksi.diagnostics import Unreadable

    try:
        answer = {"reading": read(sys.stdin.buffer.read())}
    except Unreadable as error:
        answer = {"refused": {"id": error.message("id"), "en": error.message("en")}}
    except MemoryError:
        sys.exit(3)
    sys.stdout.write(json.dumps(answer, ensure_ascii=True))


if __name__ == "__main__":
    main()
