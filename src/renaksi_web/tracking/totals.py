"""Codes of money and of means, and what such a figure is made of.

They belong to no indicator, so their key is made of all random keys of the version's series: a
version in force never changes its rows, and nobody who lacks them can guess a code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from renaksi import model
from renaksi.checks.view import LEVEL_WORDS
from renaksi.diagnostics import Language, Words, spoken
from renaksi.measure import Mean, Measurement, explain_mean
from renaksi.quarter import QUARTERS, YEAR
from renaksi.reports.cascade import Cascade
from renaksi.reports.money import Money, absorbed, rupiah
from renaksi.reports.past import with_earlier_years
from renaksi.reports.renstra import Amounts
from renaksi.reports.results import Results
from renaksi.reports.tree import Cell
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.models import Element, Plan
from renaksi_web.tracking.earlier_years import earlier_plans
from renaksi_web.tracking.entered import Entered, entered_beside
from renaksi_web.tracking.models import Spending
from renaksi_web.tracking.spending import put_in
from renaksi_web.tracking.tracing import (
    Name,
    Row,
    Version,
    as_of,
    code_of,
    normal,
    rows_in_force,
    unknown,
)

MONEY: Final = ("budget", "spending", "absorption")
MEAN: Final = "mean"
# Money of the medium term and of earlier years, columns 5, 6, 13 and 14 of Formulir E.81.
RENSTRA: Final = "renstra"
_KINDS: Final = (*MONEY, RENSTRA, MEAN)
# A ceiling is the same in every quarter; on papers from before it has a code for each.
_OF_NO_QUARTER: Final = frozenset({"budget"})
# The programs together, and the mean over a level; elements are named by their key.
ALL: Final = "*"
LEVEL: Final = "level:"
Subject = tuple[str, str]


class Amount(NamedTuple):
    """One element that an amount is made of: its ceiling, and what was spent in each quarter."""

    name: str
    budget: Cell
    spent: tuple[tuple[str, Cell], ...]


class Counted(NamedTuple):
    """One indicator of a mean, with its achievement to date or the word for its state."""

    name: str
    achievement: Cell


class Total(NamedTuple):
    """A sum of money or a mean with what it is made of; ``spending`` tells who reported it.

    ``entered`` tells who entered a ceiling or the money of the medium term.
    """

    code: str
    kind: str
    title: str
    plan: Plan
    quarter: str
    value: Cell
    explanation: str
    amounts: tuple[Amount, ...]
    counted: tuple[Counted, ...]
    spending: tuple[Spending, ...]
    measurement: Measurement
    entered: Entered | None = None


def subjects_of(plan: model.Plan) -> list[tuple[str, tuple[str, ...]]]:
    """What has sums or means, in the order of the screen: its subject and kinds."""
    found: list[tuple[str, tuple[str, ...]]] = [(ALL, MONEY)]
    found += [(f"{LEVEL}{level}", (MEAN,)) for level in model.LEVELS]
    for _number, element in Cascade(plan).numbered():
        work = element.level in ("program", "activity", "subactivity")
        found.append((element.id, (*((*MONEY, RENSTRA) if work else ()), MEAN)))
    return found


def codes_of_totals(member: Member, plan: Plan, quarter: str) -> dict[Subject, str]:
    """The code of every sum and mean of a version, by subject and kind; two queries."""
    require(member, "entry.view")
    rows = rows_in_force(member, plan=plan.pk)
    if not rows:
        return {}
    keys = Element.objects.filter(plan=plan).values_list("key", flat=True)
    secret = _secret(rows)
    return {
        subject: code_of(
            secret, _name(plan.year, plan.revision, _quarter_of(subject[1], quarter), subject)
        )
        for subject in _subjects(keys)
    }


def _subjects(keys: Iterable[str]) -> Iterator[Subject]:
    wholes = (ALL, *(f"{LEVEL}{level}" for level in model.LEVELS))
    for subject in (*wholes, *keys):
        for kind in _KINDS:
            yield subject, kind


def _secret(rows: Iterable[Row]) -> str:
    told = "\x1f".join(sorted({row.series for row in rows}))
    return hashlib.sha256(told.encode()).hexdigest()


def _name(year: int, revision: int, quarter: str, subject: Subject) -> Name:
    return Name(year, revision, quarter, subject[0], "", subject[1])


def _quarter_of(kind: str, quarter: str) -> str:
    return "" if kind in _OF_NO_QUARTER else quarter


def traced_total(member: Member, code: str, there: Sequence[Row] | None = None) -> Total:
    """The sum or mean that a code stands for; `NotFound` where the office has none of that code.

    ``there`` are the office's `rows_in_force`, where they were read already. Two queries for
    the search, whatever it finds.
    """
    require(member, "entry.view")
    wanted = normal(code)
    versions: dict[tuple[int, int, int], list[Row]] = {}
    for row in rows_in_force(member) if there is None else there:
        versions.setdefault((row.plan, row.year, row.revision), []).append(row)
    keys: dict[int, list[str]] = {}
    held = Element.objects.filter(plan__in=[plan for plan, _, _ in versions])
    for plan, key in held.values_list("plan", "key"):
        keys.setdefault(plan, []).append(key)
    for (plan, year, revision), rows in versions.items():
        secret = _secret(rows)
        for subject in _subjects(keys[plan]):
            for quarter in ("", *QUARTERS):
                if code_of(secret, _name(year, revision, quarter, subject)) == wanted:
                    version = as_of(member, plan, quarter or QUARTERS[-1])
                    return _total(member, wanted, version, quarter or QUARTERS[-1], subject)
    raise unknown(wanted)


class Totals:
    """The sums and means of a measured plan, as cells of its documents."""

    def __init__(self, plan: model.Plan, measurement: Measurement) -> None:
        """The plan with its spending, and its measurement as of the same quarter."""
        self.plan, self.measurement = plan, measurement
        self.cascade, self.results = Cascade(plan), Results(measurement)
        self.money = Money(self.cascade, measurement.quarter)

    def value(self, subject: Subject) -> Cell:
        """The figure; an empty cell where there is none."""
        what, kind = subject
        if kind == MEAN:
            return self.results.mean(self.mean_of(what)[0], "level")[0]
        if kind == RENSTRA:
            return Cell() if what == ALL else self.amounts(what).cells()[-1]
        budget, spent = self.money.total(self.elements(what))
        return {"budget": rupiah(budget), "spending": rupiah(spent),
                "absorption": absorbed(budget, spent)}[kind]  # fmt: skip

    def amounts(self, what: str) -> Amounts:
        """An element's money over the years."""
        element, quarter = self.cascade.by_id[what], self.measurement.quarter
        return Amounts(element, self.cascade, quarter, "increments")

    def elements(self, what: str) -> list[model.Element]:
        """The programs together, or the one element."""
        return self.cascade.at("program") if what == ALL else [self.cascade.by_id[what]]

    def mean_of(self, what: str) -> tuple[Mean | None, str]:
        """The mean over a level, or of an element by itself, else of those below it."""
        if what == ALL:
            return None, "level"
        if what.startswith(LEVEL):
            return self.measurement.levels[what.removeprefix(LEVEL)], "level"  # type: ignore[index]
        found = self.results.element(self.cascade.by_id[what])
        return (found.own, "own") if found.own is not None else (found.children, "children")

    def title(self, what: str, lang: Language) -> str:
        """What the figure is of."""
        if what == ALL:
            return spoken(Words("Semua program", "All programs"), lang)
        if what.startswith(LEVEL):
            level = spoken(LEVEL_WORDS[what.removeprefix(LEVEL)], lang)  # type: ignore[index]
            return spoken(Words(f"Rata-rata {level}", f"Mean of {level}s"), lang)
        return self.cascade.by_id[what].name or "?"


def _total(member: Member, code: str, version: Version, quarter: str, subject: Subject) -> Total:
    """The figure with what it is made of, in Indonesian: it explains a printed document."""
    plan = version.plan
    rows = Spending.objects.filter(organisation=member.organisation, year=plan.year)
    spent = list(rows.select_related("author").order_by("quarter", "pk"))
    what, kind = subject
    known = version.loaded.plan
    if kind == RENSTRA:
        known = with_earlier_years(known, earlier_plans(member, plan.year))
    totals = Totals(put_in(known, spent), version.measurement)
    is_money = kind != MEAN
    leaves = _leaves(totals, what) if is_money else []
    keys = {one.id for one in leaves}
    value = totals.value(subject)
    mean, of = totals.mean_of(what)
    explanation = value.because
    if mean is not None and not is_money:
        explanation = explain_mean(version.measurement, mean, of)  # type: ignore[arg-type]
    if kind == RENSTRA:
        explanation = _of_years(totals.amounts(what))
    stated = kind in ("budget", RENSTRA)
    by = entered_beside(member, plan, _edited(totals, leaves, kind)) if stated else None
    return Total(
        code, kind, totals.title(what, "id"), plan, quarter, value, explanation,
        tuple(_amount(totals, one) for one in leaves),
        () if is_money else tuple(_counted(totals, what)),
        tuple(one for one in spent if one.element_key in keys),
        version.measurement, by,
    )  # fmt: skip


def _of_years(amounts: Amounts) -> str:
    """Columns 5, 6, 12, 13 and 14 in a sentence, in Indonesian as documents are."""
    medium, before, year, reached = (
        rupiah(one).text or "belum diisi"
        for one in (amounts.medium, amounts.before, amounts.year, amounts.reached)
    )
    level = amounts.cells()[-1].text or "belum dapat dihitung"
    return (
        f"Pagu Renstra sampai akhir periode (kolom 5): {medium}. Realisasi s.d. tahun lalu "
        f"(kolom 6): {before}. Realisasi tahun ini (kolom 12): {year}. Kolom 13 = 6 + 12 = "
        f"{reached}. Kolom 14 = 13 ÷ 5 × 100 = {level}."
    )


def _edited(totals: Totals, leaves: Iterable[model.Element], kind: str) -> list[str]:
    """Under which keys the record of changes tells of the figures that this one is made of."""
    if kind != RENSTRA:
        return [one.id for one in leaves]
    named = [one.name or one.id for one in _below(totals, leaves)]
    return [f"{name} ({key})" for name in named for key in ("medium_term", "before")]


def _below(totals: Totals, leaves: Iterable[model.Element]) -> list[model.Element]:
    """The elements that state the money, and those over them."""
    levels = ("activity", "program")
    over = [totals.cascade.above(one, level) for one in leaves for level in levels]  # type: ignore[arg-type]
    return [*leaves, *(one for one in over if one is not None)]


def _leaves(totals: Totals, what: str) -> list[model.Element]:
    """The elements that state the money: the deepest below, or the one itself."""
    waiting, found = totals.elements(what)[::-1], []
    while waiting:
        element = waiting.pop()
        below = totals.cascade.children(element)
        if element.budget.get(YEAR) or element.spending or not below:
            found.append(element)
        else:
            waiting += below[::-1]
    return found


def _amount(totals: Totals, element: model.Element) -> Amount:
    upto = QUARTERS[: totals.measurement.quarter]
    spent = tuple((key, rupiah(totals.money.spending_of(element, key))) for key in upto)
    return Amount(element.name or "?", rupiah(totals.money.budget(element)), spent)


def _counted(totals: Totals, what: str) -> Iterator[Counted]:
    """The indicators of a mean: those of the level, of the element, or of those below it."""
    cascade = totals.cascade
    if what.startswith(LEVEL):
        elements = cascade.at(what.removeprefix(LEVEL))  # type: ignore[arg-type]
    else:
        element = cascade.by_id[what]
        elements = [element] if element.indicators else cascade.children(element)
    wanted = {element.id for element in elements}
    for found in totals.measurement.indicators:
        if found.row.element in wanted:
            achievement = totals.results.achievement(found, found.counting)
            yield Counted(found.row.indicator.name or "?", achievement)


def known_totals(
    totals: Totals,
    codes: Mapping[Subject, str],
    wanted: Callable[[str, str], bool],
    lang: Language = "id",
) -> list[tuple[str, dict[str, tuple[Cell, str]]]]:
    """What has any figure that is ``wanted``: its title, and each figure with its code by kind."""
    found = []
    for what, kinds in subjects_of(totals.plan):
        cells = {kind: totals.value((what, kind)) for kind in kinds if wanted(what, kind)}
        told = {
            kind: (cell, codes[what, kind])
            for kind, cell in cells.items()
            if cell.number is not None and (what, kind) in codes
        }
        if told:
            found.append((totals.title(what, lang), told))
    return found
