"""A known document through a format: written, read back, judged cell by cell."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final

from renaksi.diagnostics import Unreadable
from renaksi.interpret import Reading, read_bytes
from renaksi.plan_json import dumps
from tests.renaksi.formats import excel_writer, flat_writers, old_writers, page_writer, word_writer
from tests.renaksi.formats.layouts import drawn
from tests.renaksi.formats.layouts.known import Document, Known
from tests.renaksi.formats.papers import Doc
from tests.renaksi.variants.judge import Verdict, judge, match_elements, match_rows
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


def written(form: str, layout: str, seed: int) -> tuple[Document, bytes]:
    """The document of a seed and the file that it makes."""
    document, rng = drawn(layout, seed)
    return document, WRITERS[form](document.doc, rng)


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
    verdict.findings.append(verdict_of_refusal(why))


def verdict_of_refusal(why: str) -> Any:
    """A finding that tells why nothing was read."""
    from tests.renaksi.variants.judge import Finding

    return Finding("refused", (-1, -1, "plan"), None, why)


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
