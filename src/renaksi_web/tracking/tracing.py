"""Codes of printed figures, and where a figure comes from (*Angka ini dari mana?*).

A code belongs to one figure of one version of a plan: office, year, version, quarter,
indicator, and what it counts (the quarter, to date, the year), or what was stated
(`renaksi_web.tracking.stated`). It is made from the random
key of the indicator's series, so it is the same on every print, needs no table of its own,
and nobody can count through codes or guess another.
"""

from __future__ import annotations

import hmac
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from renaksi import model
from renaksi.diagnostics import Language
from renaksi.measure import IndicatorMeasure, Measurement, Span, explain, measure
from renaksi.quarter import QUARTERS, ordinal
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans import selectors
from renaksi_web.plans.mapping import Loaded
from renaksi_web.plans.models import Element, Indicator, Plan
from renaksi_web.refusals import NotFound
from renaksi_web.tracking.measuring import settings_of
from renaksi_web.tracking.models import Entry, Evidence, FrozenResult, ReportingWindow
from renaksi_web.tracking.selectors import cell_of, entries

KINDS: Final = ("quarter", "to_date", "year")
# What was stated: targets are of no quarter, the Renstra is compared as of one.
TARGET, RENSTRA = "target", "renstra"
STATED: Final = (TARGET, RENSTRA)
# Digits and letters that are not mistaken for one another (Crockford).
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LIKE: Final = str.maketrans("OIL", "011", "- ")
LENGTH: Final = 10
_IN_FORCE: Final = (Plan.Status.SET, Plan.Status.SUPERSEDED)


class Name(NamedTuple):
    """What a code stands for, before anything is computed."""

    year: int
    revision: int
    quarter: str
    element: str
    indicator: str
    kind: str


class Row(NamedTuple):
    """One indicator of a version, as codes need it."""

    pk: int
    plan: int
    year: int
    revision: int
    series: str
    element: str
    indicator: str


class Input(NamedTuple):
    """A quarter that a figure was computed from: what was promised and what was reported."""

    quarter: str
    target: model.Cell
    actual: model.Cell
    entry: Entry | None
    evidence: tuple[Evidence, ...]


class Traced(NamedTuple):
    """A figure with everything that it rests on.

    ``frozen`` is the span as it was approved, with ``approved_at`` and the rules of then,
    where this version was approved for the quarter.
    """

    code: str
    kind: str
    plan: Plan
    quarter: str
    element: Element
    row: Indicator
    measurement: Measurement
    measured: IndicatorMeasure
    inputs: tuple[Input, ...]
    frozen: dict[str, Any] | None
    approved_at: datetime | None

    @property
    def span(self) -> Span:
        """Target, actual and achievement."""
        return self.measured.spans[span_key(self.kind, self.quarter)]  # type: ignore[index]

    def explained(self, lang: Language) -> str:
        """Formula and numbers in a sentence."""
        key = span_key(self.kind, self.quarter)
        return explain(self.measurement, self.measured, key, lang)  # type: ignore[arg-type]


def span_key(kind: str, quarter: str) -> str:
    """Which span of a measurement a kind means."""
    return quarter if kind == "quarter" else kind


def code_of(series: str, name: Name) -> str:
    """The code of a figure, as it is printed: ``K7QX2-M4P9D``."""
    told = "\x1f".join(["renaksi-angka/1", *map(str, name)])
    number = int.from_bytes(hmac.digest(series.encode(), told.encode(), "sha256")[:8])
    signs = "".join(_SIGNS[number >> (5 * place) & 31] for place in range(LENGTH))
    return f"{signs[:5]}-{signs[5:]}"


def normal(code: str) -> str:
    """A code as it was typed, as it is printed; what is none stays unlike any."""
    signs = code.strip().upper().translate(_LIKE)
    return f"{signs[:5]}-{signs[5:]}"


def codes_of(member: Member, plan: Plan, quarter: str) -> dict[tuple[int, str], str]:
    """The code of each figure of a version, by indicator row and kind; one query."""
    require(member, "entry.view")
    return {
        (row.pk, name.kind): code_of(row.series, name)
        for row in rows_in_force(member, plan=plan.pk)
        for name in _names(row, (quarter,))
    }


def unknown(code: str) -> NotFound:
    """A code that names nothing of this office."""
    return NotFound(
        id=f"Kode {code[:20]} tidak dikenal di kantor ini; periksa lagi huruf dan angkanya.",
        en=f"The code {code[:20]} is not known in this office; check its letters and digits.",
    )


def look_up(member: Member, code: str, there: Sequence[Row] | None = None) -> tuple[str, Row, Name]:
    """The code as it is printed, with the row and the figure that it stands for.

    `NotFound` where none of the office's rows (``there``, or one query) has that code.
    """
    require(member, "entry.view")
    wanted = normal(code)
    for row in rows_in_force(member) if there is None else there:
        for name in _names(row, QUARTERS):
            if hmac.compare_digest(code_of(row.series, name).encode(), wanted.encode()):
                return wanted, row, name
    raise unknown(wanted)


def traced(member: Member, code: str) -> Traced:
    """The achievement that a code stands for; `NotFound` where the office has none."""
    wanted, row, name = look_up(member, code)
    if name.kind not in KINDS:
        raise unknown(wanted)
    return trace(member, wanted, row, name)


def rows_in_force(member: Member, plan: int | None = None) -> list[Row]:
    """Every indicator of the versions that are or were in force, the newest first; one query."""
    found = Indicator.objects.filter(
        element__plan__organisation=member.organisation,
        element__plan__kind="action_plan",
        element__plan__status__in=_IN_FORCE,
    )
    if plan is not None:
        found = found.filter(element__plan=plan)
    fields = (
        "pk", "element__plan", "element__plan__year", "element__plan__revision", "series__key",
        "element__key", "key",
    )  # fmt: skip
    ordered = found.order_by("-element__plan__year", "-element__plan__revision", "pk")
    return [Row(*values) for values in ordered.values_list(*fields)]


def _names(row: Row, quarters: tuple[str, ...]) -> Iterator[Name]:
    named = Name(row.year, row.revision, "", row.element, row.indicator, TARGET)
    for quarter in quarters:
        for kind in (*KINDS, RENSTRA):
            yield named._replace(quarter=quarter, kind=kind)
    yield named


class Version(NamedTuple):
    """A version of a plan as it is measured as of a quarter, with the entries of its year."""

    plan: Plan
    loaded: Loaded
    entries: list[Entry]
    measurement: Measurement


def as_of(member: Member, plan_id: int, quarter: str) -> Version:
    """Measure a version with what was reported in its year, as of a quarter."""
    plan = selectors.plan_row(member, plan_id)
    there = entries(member, plan.year)
    actuals: dict[int, dict[str, model.Cell]] = defaultdict(dict)
    for entry in there:
        if entry.cell_state != "missing":
            actuals[entry.series_id][entry.quarter] = cell_of(entry)
    loaded = selectors.loaded(member, plan, actuals)
    window = ReportingWindow.objects.filter(
        organisation=member.organisation, year=plan.year, quarter=quarter
    ).first()
    settings = settings_of(member.organisation.government, window, loaded, there)
    return Version(plan, loaded, there, measure(loaded.plan, ordinal(quarter), settings))


def trace(member: Member, code: str, row: Row, name: Name) -> Traced:
    """Measure the version as of the quarter, and gather what the figure rests on."""
    plan, loaded, there, measurement = as_of(member, row.plan, name.quarter)
    reference = next(ref for ref, one in loaded.indicators.items() if one.pk == row.pk)
    indicator = loaded.indicators[reference]
    frozen, approved_at = _frozen(member, plan, name, reference)
    mine = {entry.quarter: entry for entry in there if entry.series_id == indicator.series_id}
    return Traced(
        code, name.kind, plan, name.quarter, loaded.elements[reference[0]], indicator, measurement,
        next(m for m in measurement.indicators if (m.row.element, m.row.position) == reference),
        _inputs(loaded.plan.element(reference[0]).indicators[reference[1]], name, mine),
        frozen, approved_at,
    )  # fmt: skip


def _inputs(indicator: model.Indicator, name: Name, mine: dict[str, Entry]) -> tuple[Input, ...]:
    """The quarters that count: the one alone, or all up to it, with their evidence; one query."""
    upto = QUARTERS[: ordinal(name.quarter)]
    quarters = (name.quarter,) if name.kind == "quarter" else upto
    proofs: dict[int, list[Evidence]] = defaultdict(list)
    rows = Evidence.objects.filter(
        entry__in=[entry.pk for key, entry in mine.items() if key in quarters],
        removed_at__isnull=True,
    )
    for proof in rows.select_related("file").order_by("added_at", "pk"):
        proofs[proof.entry_id].append(proof)
    return tuple(
        Input(
            key, indicator.target(key), indicator.actual(key), mine.get(key),
            tuple(proofs[mine[key].pk]) if key in mine else (),
        )
        for key in quarters
    )  # fmt: skip


def _frozen(
    member: Member, plan: Plan, name: Name, reference: tuple[str, int]
) -> tuple[dict[str, Any] | None, datetime | None]:
    """The span as it was approved for this version, and when."""
    rows = FrozenResult.objects.filter(
        organisation=member.organisation, plan=plan, quarter=name.quarter, reopened_at__isnull=True
    )
    result = rows.defer("plan_json").order_by("-number").first()
    if result is None:
        return None, None
    for one in result.result["indicators"]:
        if (one["element"], one["index"]) == reference:
            return one[span_key(name.kind, name.quarter)], result.approved_at
    return None, None
