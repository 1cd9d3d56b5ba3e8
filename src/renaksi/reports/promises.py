"""The two tables of a performance agreement: what is promised, and the money for it.

The form is that of PermenPANRB 53/2014 as governments print it: results with indicators and
targets, then programs with their budget. A revision shows what stood before beside what stands now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.checks.view import LEVEL_WORDS
from renaksi.measure import measure
from renaksi.model import LEVELS, Element, Indicator
from renaksi.quarter import QUARTERS, YEAR
from renaksi.reports.cascade import Cascade
from renaksi.reports.charges import Charge
from renaksi.reports.earlier import Earlier
from renaksi.reports.matter import Matter
from renaksi.reports.money import Money, rupiah
from renaksi.reports.results import Results
from renaksi.reports.signing import Lacking
from renaksi.reports.tree import Cell, Column, Row, Table, head, numbered_heads
from renaksi.reports.wording import called, labelled, level_of, named, with_unit, written

_NUMBER, _TEXT = Column(6, "center"), Column(36)
_TARGET, _MONEY, _REMARK = Column(17, "center"), Column(24, "right"), Column(20)
_WAS, _NOW = "SEMULA", "MENJADI"
_SIZE: Final = 10
_WORK: Final = ("program", "activity", "subactivity")


def objectives_of(matter: Matter) -> list[Charge]:
    """What the head of an office answers for: every objective."""
    found = Cascade(matter.plan).at("objective")
    return [Charge(one, tuple(range(len(one.indicators)))) for one in found]


def financed(matter: Matter, charges: Sequence[Charge]) -> list[Element]:
    """The topmost work in these charges, so that its money adds up; else the programs below."""
    cascade = Cascade(matter.plan)
    work = {one.element.id for one in charges if one.element.level in _WORK}
    if not work:
        return [
            program for charge in charges for program in cascade.under(charge.element, "program")
        ]
    found = []
    for charge in charges:
        over = (cascade.above(charge.element, level) for level in _WORK)
        if charge.element.id in work and not any(one and one.id in work for one in over):
            found.append(charge.element)
    return found


def levels_of(elements: Sequence[Element]) -> str:
    """The levels of these elements as the head of their column: *PROGRAM / KEGIATAN*."""
    there = {element.level for element in elements}
    return " / ".join(LEVEL_WORDS[level].id.upper() for level in LEVELS if level in there)


def promises(
    matter: Matter,
    lacking: Lacking,
    charges: Sequence[Charge] | None = None,
    *,
    revised: bool = False,
) -> Table:
    """What is answered for, with its indicators and the targets of the year.

    By default the objectives of the plan.
    """
    charged = objectives_of(matter) if charges is None else charges
    what = levels_of([one.element for one in charged]) or "SASARAN"
    rows: list[Row] = []
    table = _Promised(matter, lacking, revised, " / " in what)
    for number, charge in enumerate(charged, 1):
        rows += table.rows(number, charge)
    if not rows and charges is None:
        lacking.note("Rencana ini tidak memuat sasaran.")
    heads = _heads(("NO", what, "INDIKATOR KINERJA"), "TARGET", (), revised)
    targets = (_TARGET,) * (2 if revised else 1)
    columns = (_NUMBER, _TEXT, _TEXT, *targets)
    return Table(columns, (*heads, numbered_heads(len(columns))), tuple(rows), size=_SIZE)


class _Promised:
    """The lines of the first table."""

    def __init__(self, matter: Matter, lacking: Lacking, revised: bool, labels: bool) -> None:
        self.lacking, self.revised, self.labels = lacking, revised, labels
        self.results = Results(measure(matter.plan))
        self.before = Earlier(matter.before)
        self.old = Results(measure(matter.before)) if matter.before else None

    def rows(self, number: int, charge: Charge) -> list[Row]:
        """An element with a line for each of its indicators that is answered for."""
        element, height = charge.element, max(1, len(charge.places))
        name = labelled(element) if self.labels else element.name or ""
        first = (Cell(str(number), height), Cell(name, height))
        if not charge.places:
            level = level_of(element).capitalize()
            self.lacking.note(f"{level} “{element.name or number}” tidak memiliki indikator.")
            return [(*first, Cell(columns=3 if self.revised else 2))]
        rows: list[Row] = []
        for place in charge.places:
            cells = self._line(element, place)
            rows.append(cells if rows else (*first, *cells))
        return rows

    def _line(self, element: Element, place: int) -> Row:
        indicator = element.indicators[place]
        target = year_target(self.results, element, place)
        if not target.text:
            self.lacking.note(f"Target tahun “{called(indicator)}” belum diisi.")
        elif target.text == "-":  # nobody can promise it
            self.lacking.note(f"“{called(indicator)}” tidak memiliki target tahun ini.")
        found = self.before.indicator(element, indicator)
        was = year_target(self.old, *found) if self.old and found else Cell("-" if self.old else "")
        return (Cell(named(indicator)), *((was,) if self.revised else ()), target)


def programs(
    matter: Matter,
    lacking: Lacking,
    elements: Sequence[Element] | None = None,
    *,
    revised: bool = False,
) -> Table:
    """The programs, or other work, with their budget and its total."""
    cascade, before = Cascade(matter.plan), Earlier(matter.before)
    work = cascade.at("program") if elements is None else elements
    money = Money(cascade)
    old = Money(Cascade(matter.before)) if matter.before else None
    what = levels_of(work) or "PROGRAM"
    rows: list[Row] = []
    for number, element in enumerate(work, 1):
        budget = money.budget(element)
        lacking.note(money.lacks_budget([element], f"Anggaran “{element.name or number}”"))
        found = before.element(element)
        was = rupiah(old.budget(found) if old and found else None)
        amounts = (was, rupiah(budget)) if revised else (rupiah(budget),)
        name = labelled(element) if " / " in what else element.name or ""
        rows.append((Cell(str(number)), Cell(name), *amounts, Cell()))
    totals = [rupiah(money.total(work)[0])]
    if revised:
        totals.insert(0, _total_before(matter, work, old, elements is None))
    rows.append(_total(totals))
    heads = _heads(("NO", what), "ANGGARAN (Rp)", ("KETERANGAN",), revised)
    columns = (_NUMBER, _TEXT, *(_MONEY,) * len(totals), _REMARK)
    return Table(columns, heads, tuple(rows), size=_SIZE)


def _total_before(matter: Matter, work: Sequence[Element], old: Money | None, whole: bool) -> Cell:
    """What these had before; of the whole plan also what is no longer there."""
    if old is None:
        return rupiah(None)
    if whole:
        return rupiah(old.total(old.cascade.at("program"))[0])
    before = Earlier(matter.before)
    found = [before.element(element) for element in work]
    return rupiah(old.total([one for one in found if one])[0])


def _total(totals: Sequence[Cell]) -> Row:
    label = Cell("JUMLAH", columns=2, bold=True, shade="total", align="center")
    last = [cell._replace(bold=True, shade="total") for cell in totals]
    return (label, *last, Cell(shade="total"))


def _heads(
    before: tuple[str, ...], told: str, after: tuple[str, ...], revised: bool
) -> tuple[Row, ...]:
    """One line of heads, or two where what was and what is stand under one head."""
    if not revised:
        return (tuple(map(head, (*before, told, *after))),)
    single = [head(words, rows=2) for words in before], [head(words, rows=2) for words in after]
    return (*single[0], head(told, columns=2), *single[1]), (head(_WAS), head(_NOW))


def year_target(results: Results, element: Element, index: int) -> Cell:
    """The target of the year with its unit: as the plan prints it, else as its quarters make it."""
    indicator = element.indicators[index]
    if indicator.target(YEAR).state != "missing":
        return Cell(with_unit(written(indicator.target(YEAR)), indicator.unit))
    if words := _in_words(indicator):
        return Cell(words)
    cell = results.target(results.row(element, index), "year")
    return cell._replace(text=with_unit(cell.text, indicator.unit), number=None)


def _in_words(indicator: Indicator) -> str:
    """The last target that is in words, such as *WTP*."""
    texts = [indicator.target(key) for key in QUARTERS]
    return next((cell.text or "" for cell in reversed(texts) if cell.state == "text"), "")
