"""The judge: lays a reading (`renaksi/plan/1`) beside the truth and counts cells.

A cell is ``right``, ``flagged`` (not right, but a warning or error of kind *reading* names
it or its whole row) or ``wrong`` (not right and not flagged). A lost cell may be right,
missing or flagged. Elements and indicators that the document does not hold are
``invented``. Right cells that are flagged are counted too: doubt has a price.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from tests.renaksi.variants.truth import (
    ELEMENT_FIELDS,
    LEVELS,
    MISSING,
    QUARTERS,
    ROW_FIELDS,
    Element,
    Key,
    Row,
    Truth,
    Value,
)

Json = dict[str, Any]

_LABEL = re.compile(
    r"^(?:program|sub\s*-?\s*kegiatan|kegiatan|tujuan|sasaran(?: strategis)?)\b[\s:.]*"
)
_OUTCOME_LABEL = re.compile(r"^(?:tujuan|sasaran(?: strategis)?)(?: \d+)?\s?[:.]\s?", re.IGNORECASE)
_ALIKE = 0.72


class Finding(NamedTuple):
    """One cell that is not plainly right, for people: what was expected and what was read."""

    outcome: str
    key: Key
    expected: object
    got: object


class Verdict:
    """Counts of one or many readings, with the findings that explain them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.fields: Counter[tuple[str, str]] = Counter()
        self.findings: list[Finding] = []
        self.failing: list[str] = []

    def add(self, outcome: str, key: Key, expected: object = None, got: object = None) -> None:
        """Count one cell."""
        self.counts[outcome] += 1
        self.fields[outcome, key[2]] += 1
        if outcome in {"wrong", "flagged", "invented"}:
            self.findings.append(Finding(outcome, key, expected, got))

    def merge(self, other: Verdict) -> None:
        """Take another verdict's counts in; its findings stay where they are."""
        self.counts.update(other.counts)
        self.fields.update(other.fields)

    @property
    def surviving(self) -> int:
        """Cells whose evidence survives."""
        return self.counts["right"] + self.counts["flagged"] + self.counts["wrong"]

    @property
    def right_share(self) -> float:
        """Right cells of those whose evidence survives."""
        return self.counts["right"] / max(self.surviving, 1)

    @property
    def doubt_share(self) -> float:
        """Flagged cells of those that are right."""
        return self.counts["right but flagged"] / max(self.counts["right"], 1)

    @property
    def wrong(self) -> int:
        """Cells that say something else than the paper, silently."""
        return self.counts["wrong"] + self.counts["wrong, lost"] + self.counts["invented"]

    def report(self) -> str:
        """The counts, and the first readings that fail."""
        return "\n".join([str(dict(self.counts)), *self.failing[:40]])

    def holds(self) -> bool:
        """The thresholds: 99 % right, the rest flagged, 3 % of the right ones flagged at most."""
        return self.right_share >= 0.99 and self.wrong == 0 and self.doubt_share <= 0.03


class _Flags:
    """Which cells the reading itself doubts."""

    def __init__(self, plan: Json) -> None:
        self.by_element: dict[str | None, list[tuple[int | None, str | None]]] = {}
        for diagnostic in plan.get("diagnostics", ()):
            if diagnostic["kind"] == "reading" and diagnostic["severity"] != "info":
                flag = diagnostic.get("indicator"), diagnostic.get("cell")
                self.by_element.setdefault(diagnostic.get("element"), []).append(flag)

    def names(self, element: str | None, indicator: int | None, field: str) -> bool:
        """Whether a warning or error names the cell or its whole row."""
        return any(
            (at is None or at == indicator) and (cell is None or cell == field)
            for at, cell in self.by_element.get(element, ())
        )


def judge(truth: Truth, plan: Json) -> Verdict:
    """Count every cell of the truth, and what the reading invented."""
    verdict = Verdict()
    flags = _Flags(plan)
    _judge_document(truth, plan, verdict)
    matched = match_elements(truth, plan["elements"])
    index_of = {read["id"]: i for i, read in matched.items()}
    for i, element in enumerate(truth.elements):
        read = matched.get(i)
        if read is None:
            _judge_absent(truth, i, element, verdict)
            continue
        got: Json = {
            **{field: read.get(field) for field in ("name", "level", "number", "code")},
            "parent": index_of.get(read.get("parent"), read.get("parent")),
        }
        for field in ELEMENT_FIELDS:
            _judge_cell(
                truth, (i, -1, field), got[field], flags.names(read["id"], None, field), verdict
            )
        _judge_place(truth, (i, -1, "name"), read, verdict)
        _judge_budget(i, element, read, verdict)
        _judge_rows(truth, i, read, flags, verdict)
    for read in plan["elements"]:
        if read["id"] not in index_of and not flags.names(read["id"], None, "name"):
            verdict.add("invented", (-1, -1, "element"), None, f"{read['level']}: {read['name']}")
    return verdict


def _judge_document(truth: Truth, plan: Json, verdict: Verdict) -> None:
    organisation = plan.get("organisation") or {}
    pairs: list[tuple[str, object, object]] = [("year", truth.year, plan.get("year"))]
    if truth.organisation:
        name = _fold(truth.organisation)
        read = _fold(organisation.get("name"))
        # The office's regency may follow its name.
        pairs.append(("organisation", name, name if read.startswith(name) else read))
        code = organisation.get("code")
        if code not in truth.organisation_codes:
            pairs.append(("organisation code", truth.organisation_codes, code))
    for field, expected, got in pairs:
        key = (-1, -1, field)
        if key not in truth.lost:
            verdict.add("right" if expected == got else "wrong", key, expected, got)


def _judge_absent(truth: Truth, i: int, element: Element, verdict: Verdict) -> None:
    """An element of the paper that the reading does not have: each of its cells is wrong."""
    for field in ELEMENT_FIELDS:
        _judge_cell(truth, (i, -1, field), _ABSENT, False, verdict)
    for r in range(len(element.rows)):
        _judge_absent_row(truth, i, r, verdict)


def _judge_absent_row(truth: Truth, i: int, r: int, verdict: Verdict) -> None:
    for field in ROW_FIELDS:
        expected = truth.expected((i, r, field))
        if expected is not None and expected is not MISSING:
            _judge_cell(truth, (i, r, field), _ABSENT, False, verdict)


def _judge_budget(i: int, element: Element, read: Json, verdict: Verdict) -> None:
    """Money need not be read, but where it is it must be right."""
    cell = read.get("budget", {}).get("year")
    if cell and cell["state"] != "missing":
        value = element.budget.value if element.budget else None
        right = _number(value) == _number(cell["value"])
        verdict.add("right" if right else "wrong", (i, -1, "budget"), value, cell["value"])


def _judge_rows(truth: Truth, i: int, read: Json, flags: _Flags, verdict: Verdict) -> None:
    element = truth.elements[i]
    pairs = match_rows(element.rows, read["indicators"])
    for r in range(len(element.rows)):
        n = pairs.get(r)
        if n is None:
            _judge_absent_row(truth, i, r, verdict)
            continue
        row = read["indicators"][n]
        targets = row.get("targets", {})
        for field in ROW_FIELDS:
            got = row.get(field) if field in {"number", "name", "unit"} else _cell(targets, field)
            _judge_cell(truth, (i, r, field), got, flags.names(read["id"], n, field), verdict)
        _judge_place(truth, (i, r, "name"), row, verdict)
        for field in QUARTERS:
            _judge_place(truth, (i, r, field), targets.get(field, {}), verdict)
    for n in set(range(len(read["indicators"]))) - set(pairs.values()):
        if not flags.names(read["id"], n, "name"):
            row = read["indicators"][n]
            texts = [_cell(row.get("targets", {}), q).text for q in QUARTERS]
            verdict.add("invented", (i, -1, "indicator"), None, (row["name"], row["unit"], texts))


class _Absent:
    def __repr__(self) -> str:
        return "(not read)"


_ABSENT = _Absent()


def _cell(targets: Json, field: str) -> Value:
    cell = targets.get(field) or {}
    return Value(cell.get("state", "missing"), cell.get("value"), cell.get("text"))


def _judge_cell(truth: Truth, key: Key, got: object, flagged: bool, verdict: Verdict) -> None:
    expected = truth.expected(key)
    right = _same(key[2], expected, got) or any(
        _same(key[2], other, got) for other in truth.also.get(key, ())
    )
    if key in truth.lost:
        missing = got is None or got is _ABSENT or (isinstance(got, Value) and _blank(got))
        fine = right or flagged or missing
        verdict.add("lost" if fine else "wrong, lost", key, expected, got)
        if missing and key[2] in {"name", *QUARTERS}:
            verdict.counts["lost and said" if flagged else "lost in silence"] += 1
        if not fine:
            verdict.findings.append(Finding("wrong, lost", key, expected, got))
    elif right:
        verdict.add("right", key)
        if flagged:
            verdict.counts["right but flagged"] += 1
            verdict.fields["right but flagged", key[2]] += 1
            verdict.findings.append(Finding("right but flagged", key, expected, got))
    else:
        verdict.add("flagged" if flagged else "wrong", key, expected, got)


def _blank(value: Value) -> bool:
    return value.state == "missing"


def _same(field: str, expected: object, got: object) -> bool:
    if isinstance(expected, Value):
        if not isinstance(got, Value) or expected.state != got.state:
            return False
        if expected.state == "missing":
            return True
        return _number(expected.value) == _number(got.value) and _squeeze(
            expected.text
        ) == _squeeze(got.text)
    if field == "code":
        return got in expected  # type: ignore[operator]
    if isinstance(expected, str) and isinstance(got, str):
        return _text(expected) == _text(got)
    return expected == got


def _number(value: str | None) -> Decimal | None:
    try:
        return None if value is None else Decimal(value)
    except InvalidOperation:
        return None


def _squeeze(text: str | None) -> str:
    return "".join((text or "").split())


def _text(text: str) -> str:
    return _OUTCOME_LABEL.sub("", " ".join(text.split()).rstrip(" .:;)"))


def _judge_place(truth: Truth, key: Key, read: Json, verdict: Verdict) -> None:
    """Whether a fact that was read names a line that prints it (counted apart from the cells)."""
    lines = truth.lines.get(key)
    source = read.get("source")
    if lines and source and source.get("line") is not None:
        if source["line"] in lines:
            verdict.counts["place right"] += 1
        else:
            verdict.counts["place wrong"] += 1
            verdict.findings.append(Finding("place wrong", key, sorted(lines), source["line"]))


def _fold(text: str | None) -> str:
    words = " ".join("".join(c if c.isalnum() else " " for c in (text or "").casefold()).split())
    return _LABEL.sub("", words)


def match_elements(truth: Truth, read: list[Json]) -> dict[int, Json]:
    """Which element read is which element of the truth: by name and level, name, likeness."""
    matched: dict[int, Json] = {}
    left = list(range(len(truth.elements)))
    rest = list(read)
    folds = [_fold(element.name) for element in truth.elements]
    for by_level in (True, False):
        waiting: dict[tuple[str, str], list[Json]] = {}
        for element in rest:
            level = element["level"] if by_level else ""
            waiting.setdefault((level, _fold(element["name"])), []).append(element)
        for i in left:
            level = truth.elements[i].level if by_level else ""
            queue = waiting.get((level, folds[i]))
            if queue:
                matched[i] = queue.pop(0)
        left = [i for i in left if i not in matched]
        taken = {id(element) for element in matched.values()}
        rest = [element for element in rest if id(element) not in taken]
        if not left or not rest:
            return matched
    _match_alike(truth, left, rest, folds, matched)
    return matched


def _match_alike(
    truth: Truth, left: list[int], rest: list[Json], folds: list[str], matched: dict[int, Json]
) -> None:
    scores = []
    for i in left:
        for n, element in enumerate(rest):
            fold = _fold(element["name"])
            alike = SequenceMatcher(None, folds[i], fold, autojunk=False).ratio()
            if fold and (fold in folds[i] or folds[i] in fold):
                alike = max(alike, _ALIKE)
            distance = abs(LEVELS.index(truth.elements[i].level) - LEVELS.index(element["level"]))
            if alike >= _ALIKE:
                scores.append((-alike + 0.05 * distance, i, n))
    taken: set[int] = set()
    for _, i, n in sorted(scores):
        if i not in matched and n not in taken:
            matched[i] = rest[n]
            taken.add(n)


def match_rows(rows: list[Row], read: list[Json]) -> dict[int, int]:
    """Which indicator read is which row: the alignment in order with the greatest likeness."""
    if len(rows) == len(read) == 1:
        return {0: 0}
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    for r in range(len(rows), -1, -1):
        for n in range(len(read), -1, -1):
            if r == len(rows) or n == len(read):
                best[r, n] = 0.0, ()
                continue
            score, pairs = best[r + 1, n + 1]
            best[r, n] = max(
                (score + _likeness(rows[r], read[n]), ((r, n), *pairs)),
                best[r + 1, n],
                best[r, n + 1],
                key=lambda option: option[0],
            )
    return dict(best[0, 0][1])


def _likeness(row: Row, read: Json) -> float:
    score = 0.1
    if row.name and read["name"]:
        alike = SequenceMatcher(None, row.name, read["name"], autojunk=False).ratio()
        score += 4 * alike if alike > _ALIKE else 0
    score += row.number == read.get("number")
    for quarter in QUARTERS:
        cell = _cell(read.get("targets", {}), quarter)
        score += 0.5 * (row.cells.get(quarter, MISSING).text == cell.text and cell.text is not None)
    return score
