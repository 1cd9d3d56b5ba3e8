"""The targets of an indicator as a sequence over the quarters, and rows that repeat each other.

`series` reads every row of a plan once for all rules. A row that repeats an ancestor's
indicator with the same targets is a copy: what is wrong with it is said once, above, so
most rules on targets walk `originals`.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.checks.view import PlanView, Row
from renaksi.checks.wording import SCORES, SHARES, unit_of, words
from renaksi.diagnostics import Words
from renaksi.model import Cell, Indicator, maker
from renaksi.nomenclature.names import normal_name
from renaksi.quantity import show
from renaksi.quarter import CELLS, ENGLISH, QUARTERS, ROMAN, YEAR

PERCENT: Final = "persen"
_ZERO: Final = Decimal(0)

Point = tuple[str, Decimal]


class Series(NamedTuple):
    """A row with its targets that are numbers: of the quarters in order, then of the year.

    ``points`` are those of the quarters alone, ``numbers`` all. ``key`` is equal for rows
    that name the same indicator ("" without a name), ``unit`` is in its one spelling.
    ``percent`` says that the unit is per cent or, where none is stated, that all numbers
    carry the sign; ``score``, that they are scores or indices. ``indicator`` is the row's.
    """

    row: Row
    key: str
    words: tuple[str, ...]
    unit: str
    percent: bool
    score: bool
    points: tuple[Point, ...]
    numbers: tuple[Point, ...]
    indicator: Indicator

    @property
    def values(self) -> list[Decimal]:
        """The numbers of the quarters that have one."""
        return [value for _, value in self.points]

    @property
    def running(self) -> bool:
        """Whether each quarter states the position reached, and a higher one is better."""
        indicator = self.row.indicator
        return (
            indicator.accumulation == "last"
            and indicator.direction == "higher"
            and "direction" not in indicator.confirm
        )


_one: Final = maker(Series)


def series(view: PlanView) -> tuple[Series, ...]:
    """Every row of the plan."""
    return view.derived(_series)


def originals(view: PlanView) -> tuple[Series, ...]:
    """The rows that do not merely repeat an ancestor's indicator with its targets."""
    return view.derived(_originals)


def percentages(view: PlanView) -> tuple[Series, ...]:
    """The `originals` that are percentages."""
    return view.derived(_percentages)


def not_positive(view: PlanView) -> tuple[Series, ...]:
    """The `originals` of which some number is zero or less."""
    return view.derived(_not_positive)


def pairs(view: PlanView) -> tuple[tuple[Series, Series], ...]:
    """Rows of the same indicator in one line of descent: (the nearest above, the one below)."""
    return view.derived(_pairs)


def repeated(view: PlanView) -> list[list[Series]]:
    """The rows that name the same indicator, wherever they stand, in document order."""
    return view.derived(_repeated)


def _series(view: PlanView) -> tuple[Series, ...]:
    return tuple(map(_read, view.rows))


def _read(row: Row) -> Series:
    indicator = row.indicator
    targets = indicator.targets
    numbers = tuple([
        (key, value) for key in CELLS
        if key in targets and (value := targets[key].value) is not None
    ])  # fmt: skip
    points = numbers[:-1] if numbers and numbers[-1][0] == YEAR else numbers
    key, name, unit, score = _worded(indicator.name, indicator.unit)
    percent = unit == PERCENT or (not unit and _all_signed(targets.values()))
    return _one((row, key, name, unit, percent, score and not percent, points, numbers, indicator))


@lru_cache(maxsize=16384)
def _worded(name: str | None, unit: str | None) -> tuple[str, tuple[str, ...], str, bool]:
    """Of an indicator's wording: key, words, unit, and whether it speaks of a score."""
    in_order, counted = words(name), unit_of(unit)
    score = counted in SCORES or (not counted and in_order[:1] in (("nilai",), ("indeks",)))
    return normal_name(name or ""), in_order, counted, score


def _all_signed(cells: Iterable[Cell]) -> bool:
    """Whether there are numbers and all of them carry a percent sign."""
    texts = [cell.text or "" for cell in cells if cell.value is not None]
    return bool(texts) and all(text.endswith("%") for text in texts)


def _repeated(view: PlanView) -> list[list[Series]]:
    groups: dict[str, list[Series]] = {}
    for one in series(view):
        if one.key:
            groups.setdefault(one.key, []).append(one)
    return [group for group in groups.values() if len(group) > 1]


def _pairs(view: PlanView) -> tuple[tuple[Series, Series], ...]:
    found = []
    for group in repeated(view):
        first = {one.row.element.id: one for one in reversed(group)}
        for below in group:
            for element in view.above(below.row.element):
                if element.id in first:
                    found.append((first[element.id], below))
                    break
    return tuple(found)


def _originals(view: PlanView) -> tuple[Series, ...]:
    copies = {
        (below.row.element.id, below.row.position)
        for above, below in pairs(view)
        if above.points and not differing(above, below)
    }
    if not copies:
        return series(view)
    return tuple(
        one for one in series(view) if (one.row.element.id, one.row.position) not in copies
    )


def _percentages(view: PlanView) -> tuple[Series, ...]:
    return tuple([one for one in originals(view) if one.percent])


def _not_positive(view: PlanView) -> tuple[Series, ...]:
    return tuple([
        one for one in originals(view) if [value for _, value in one.numbers if value <= _ZERO]
    ])  # fmt: skip


def differing(above: Series, below: Series) -> list[str]:
    """The cells in which both have a number and not the same one."""
    if above.numbers == below.numbers:
        return []
    theirs = dict(below.numbers)
    return [key for key, value in above.numbers if theirs.get(key, value) != value]


def first_fall(points: tuple[Point, ...]) -> tuple[Point, Point] | None:
    """The first two neighbours of which the second is lower."""
    for before, after in pairwise(points):
        if after[1] < before[1]:
            return before, after
    return None


def even_steps(values: list[Decimal]) -> Decimal | None:
    """The step, where the values rise evenly; None otherwise."""
    steps = {after - before for before, after in pairwise(values)}
    step = steps.pop() if len(steps) == 1 else None
    return step if step and step > 0 else None


def narrow(cells: list[str]) -> str | None:
    """The cell that a finding names: the only one, or None where several are meant."""
    return cells[0] if len(cells) == 1 else None


def figures(indicator: Indicator) -> str:
    """The four quarters as the document writes them: ``25/50/75/100 %``; ``…`` is an empty cell."""
    texts = [_text(indicator.target(quarter)) for quarter in QUARTERS]
    numbers = [text for text in texts if text not in ("-", "…")]
    if numbers and all(text.endswith("%") for text in numbers):
        return "/".join(text.rstrip("% ") for text in texts) + " %"
    return "/".join(texts)


def _text(cell: Cell) -> str:
    """A target as it is written, but without a unit that stands behind the number."""
    if cell.state == "missing":
        return "…"
    text = (cell.text or "-").strip()
    if cell.value is not None and text[-1:].isalpha():
        return show(cell.value)
    return text


def written(indicator: Indicator, cells: list[str]) -> Words:
    """Some targets with their quarters, as the document writes them: ``TW I 40, TW II 60``."""
    texts = [(cell, _text(indicator.target(cell))) for cell in cells]
    return Words(
        ", ".join(f"{ROMAN[cell]} {text}" for cell, text in texts),
        ", ".join(f"{ENGLISH[cell]} {text}" for cell, text in texts),
    )


def quarters_named(cells: Iterable[str]) -> Words:
    """Cells by name, as a list: ``TW I, tahun``."""
    keys = tuple(cells)
    return Words(", ".join(ROMAN[key] for key in keys), ", ".join(ENGLISH[key] for key in keys))


def number(value: Decimal, places: int | None = None) -> Words:
    """A number in the writing of each language."""
    return Words(show(value, "id", places), show(value, "en", places))


def is_share(one: Series) -> bool:
    """Whether the row measures a part of a whole: its name or its unit says so."""
    return one.percent or (bool(one.words) and one.words[0] in SHARES)
