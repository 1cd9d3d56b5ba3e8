"""A known document through a format: written, read back, judged cell by cell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any, Final

from renaksi.diagnostics import Unreadable
from renaksi.interpret import Reading, read_bytes
from renaksi.plan_json import dumps
from tests.renaksi.formats import (
    excel_writer,
    flat_writers,
    office_printer,
    old_writers,
    page_writer,
    word_writer,
)
from tests.renaksi.formats.layouts import drawn
from tests.renaksi.formats.layouts.known import Document, Known
from tests.renaksi.formats.papers import Doc
from tests.renaksi.variants.judge import Finding, Verdict, judge, match_elements, match_rows
from tests.renaksi.variants.truth import Key, Value

Json = dict[str, Any]
Writer = Callable[[Doc, Random], bytes]

WRITERS: Final[dict[str, Writer]] = {
    "text": flat_writers.write_text,
    "csv": flat_writers.write_csv,
    "html": flat_writers.write_html,
    "docx": word_writer.write,
    "xlsx": excel_writer.write,
    "xls": old_writers.write_xls,
    "ods": old_writers.write_ods,
    "pdf": page_writer.write,
}


_STROKE = re.compile(r"(?<=\w)([-/]) (?=\w)")

# What an office prints: the file that is printed, and its suffix.
PRINTED: Final[dict[str, tuple[Writer, str]]] = {
    "pdf of Word": (word_writer.write, "docx"),
    "pdf of Excel": (excel_writer.write_to_print, "xlsx"),
}
FORMS: Final = (*WRITERS, *(PRINTED if office_printer.PROGRAM else ()))


def written(form: str, wanted: Iterable[tuple[str, int]]) -> list[tuple[Document, bytes]]:
    """The document of each layout and seed, and the file that it makes."""
    documents, files = [], []
    write, suffix = PRINTED[form] if form in PRINTED else (WRITERS[form], "")
    for layout, seed in wanted:
        document, rng = drawn(layout, seed)
        documents.append(document)
        files.append(write(document.doc, rng))
    if suffix:
        files = office_printer.printed(files, suffix)
    return list(zip(documents, files, strict=True))


def verdicts(form: str, layouts: Sequence[str], seeds: range) -> dict[str, Verdict]:
    """The verdict on the documents of some seeds in each layout, with every finding."""
    wanted = [(layout, seed) for layout in layouts for seed in seeds]
    totals: dict[str, Verdict] = {}
    for (layout, seed), (document, data) in zip(wanted, written(form, wanted), strict=True):
        if form.startswith("pdf"):
            _as_printed(document)
        total = totals.setdefault(layout, Verdict())
        found = outcome(document, data)
        total.merge(found)
        total.findings += found.findings
        told = [f for f in found.findings if f.outcome != "right but flagged"]
        total.failing += [f"{form} · {layout} · {seed}: {finding}" for finding in told]
    return totals


def _as_printed(document: Document) -> None:
    """Where a line ends behind a hyphen or a stroke, no page tells *DPA- SKPD* from *DPA-SKPD*."""
    for known in document.plans:
        for i, element in enumerate(known.truth.elements):
            names = [(-1, element.name), *((r, row.name) for r, row in enumerate(element.rows))]
            for r, name in names:
                if name and _STROKE.search(name):
                    also = known.truth.also.setdefault((i, r, "name"), set())
                    also.add(_STROKE.sub(r"\1", name))


def outcome(document: Document, data: bytes) -> Verdict:
    """What became of the cells of a document in the reading of its file."""
    try:
        readings: Sequence[Reading] = read_bytes(data)
    except Unreadable as refusal:
        verdict = Verdict()
        for known in document.plans:
            _nothing_read(known, verdict, refusal.message("en"))
        return verdict
    verdict = Verdict()
    for n, known in enumerate(document.plans):
        if n >= len(readings):
            _nothing_read(known, verdict, "no plan")
            continue
        plan: Json = json.loads(dumps(readings[n].plan, readings[n].diagnostics))
        verdict.merge(found := judge(known.truth, plan))
        verdict.findings += found.findings
        _judge_more(known, plan, verdict)
    for reading in readings[len(document.plans) :]:
        verdict.add("invented", (-1, -1, "plan"), None, reading.plan.title)
    return verdict


def _nothing_read(known: Known, verdict: Verdict, why: str) -> None:
    """A plan that was not read: its cells were said to be unreadable, and so are flagged."""
    empty: Json = {"elements": [], "diagnostics": [], "year": None}
    found = judge(known.truth, empty)
    cells = found.counts["wrong"] + found.counts["right"]
    for _ in range(cells + sum(1 for value in known.more.values() if value.state != "missing")):
        verdict.counts["flagged"] += 1
    verdict.findings.append(Finding("refused", (-1, -1, "plan"), None, why))


def _judge_more(known: Known, plan: Json, verdict: Verdict) -> None:
    """The cells for which a plain truth has no place, and the kind of document."""
    if known.kind is not None:
        right = plan["kind"] == known.kind
        verdict.add("right" if right else "wrong", (-1, -1, "kind"), known.kind, plan["kind"])
    matched = match_elements(known.truth, plan["elements"])
    rows: dict[int, dict[int, int]] = {}
    for i, read in matched.items():
        rows[i] = match_rows(known.truth.elements[i].rows, read["indicators"])
    for key, value in known.more.items():
        i, r, field = key
        group, _, cell = field.partition(".")
        read = matched.get(i)
        holder = read if r < 0 or read is None else _row(read, rows[i].get(r))
        got = ((holder or {}).get(group) or {}).get(cell) or {}
        _add(key, value, got, _is_flagged(plan, read, rows.get(i, {}).get(r), field), verdict)


def _row(read: Json, n: int | None) -> Json | None:
    return None if n is None else read["indicators"][n]


def _add(key: Key, value: Value, got: Json, flagged: bool, verdict: Verdict) -> None:
    read = Value(got.get("state", "missing"), got.get("value"), got.get("text"))
    if value.state == read.state == "missing":
        return
    same = value.state == read.state and (
        _number(value) == _number(read) if value.state == "set" else value.text == read.text
    )
    if value.state == "not_scheduled" and read.state == value.state:
        same = True
    if same:
        verdict.add("right", key)
        verdict.counts["right but flagged"] += flagged
    else:
        verdict.add("flagged" if flagged else "wrong", key, value, read)


def _number(value: Value) -> float | None:
    return None if value.value is None else float(value.value)


def _is_flagged(plan: Json, read: Json | None, row: int | None, field: str) -> bool:
    if read is None:
        return False
    names = {None, field, field.partition(".")[2]}
    return any(
        found["element"] == read["id"]
        and found["indicator"] in (None, row)
        and found["cell"] in names
        for found in plan["diagnostics"]
        if found["kind"] == "reading" and found["severity"] != "info"
    )
