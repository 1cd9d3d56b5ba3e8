"""A second reading of the measurement rules: slow, literal, and written apart from the product.

It follows the table of spans column by column and the list of states line by line,
and shares only the plan model with `renaksi.measure`. The tests compare the two on
random plans.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from renaksi.model import Cell, Indicator, Plan

Q = ("q1", "q2", "q3", "q4")


class Reading(NamedTuple):
    state: str
    target: Fraction | None = None
    actual: Fraction | None = None
    raw: Fraction | None = None
    capped: Fraction | None = None
    missing: tuple[str, ...] = ()


class Value(NamedTuple):
    """A number, or the rank of a word on the indicator's scale."""

    size: Fraction
    rank: bool = False


class Row:
    """The four quarters and the year of one indicator, as the rules speak of them."""

    def __init__(self, indicator: Indicator, actuals: dict[str, Cell] | None = None) -> None:
        self.i = indicator
        self.actual_cells = indicator.actuals if actuals is None else actuals
        words = [word.strip().lower() for word in indicator.scale]
        self.words = {word: len(words) - at for at, word in enumerate(words)}

    def value(self, cell: Cell) -> Value | None:
        if cell.state == "text":
            rank = self.words.get((cell.text or "").strip().lower())
            return None if rank is None else Value(Fraction(rank), True)
        if cell.state != "set":
            return None
        if cell.numerator is not None and cell.denominator is not None and cell.denominator != 0:
            return Value(Fraction(cell.numerator) / Fraction(cell.denominator) * 100)
        return None if cell.value is None else Value(Fraction(cell.value))

    def target(self, key: str) -> Value | None:
        return self.value(self.i.target(key))

    def actual(self, key: str) -> Value | None:
        return self.value(self.actual_cells.get(key, Cell("missing")))

    def in_words(self, key: str) -> bool:
        return self.i.target(key).state in ("set", "text") and self.target(key) is None

    def achievement(self, t: Fraction, r: Fraction, ranks: bool) -> Fraction | None:
        i = self.i
        if ranks:
            return Fraction(100) if r >= t else r / t * 100
        if t < 0:
            return None
        if i.direction == "higher":
            return None if t == 0 else r / t * 100
        if i.direction == "target":
            if t == 0:
                return Fraction(100) if r == 0 else None
            return max(Fraction(0), 100 - abs(r - t) / t * 100)
        if i.formula == "inverse":
            if r < 0:
                return None
            if t == 0:
                return Fraction(100) if r == 0 else Fraction(0)
            return Fraction(100) if r == 0 else t / r * 100
        if t == 0:
            return Fraction(100) if r == 0 else Fraction(0)
        return max(Fraction(0), (2 * t - r) / t * 100)

    def combined(self, values: list[Value | None]) -> Value | None:
        """Values of several quarters as one; None where words and numbers are mixed."""
        found = [value for value in values if value is not None]
        if not found:
            return None
        if self.i.accumulation == "last":
            return found[-1]
        if len({value.rank for value in found}) > 1:
            return None
        sizes = [value.size for value in found]
        result = {
            "sum": lambda: sum(sizes, Fraction(0)),
            "average": lambda: sum(sizes, Fraction(0)) / len(sizes),
            "max": lambda: max(sizes),
        }[self.i.accumulation]()
        return Value(result, found[-1].rank)

    def compared(self, t: Value | None, r: Value | None, missing: list[str]) -> Reading:
        if t is None or r is None or t.rank != r.rank:
            shown = [None if value is None or value.rank else value.size for value in (t, r)]
            return Reading("undefined", *shown)
        raw = self.achievement(t.size, r.size, t.rank)
        if raw is None:
            return Reading("undefined", t.size, r.size)
        capped = max(Fraction(0), raw)
        if self.i.cap is not None:
            capped = min(capped, Fraction(self.i.cap))
        state = "incomplete" if missing else "measured"
        return Reading(state, t.size, r.size, raw, capped, tuple(missing))


def size(value: Value | None) -> Fraction | None:
    return None if value is None else value.size


def quarter(row: Row, key: str) -> Reading:
    t, r = row.target(key), row.actual(key)
    something = row.actual_cells.get(key, Cell("missing")).state in ("set", "text")
    if t is not None and r is not None:
        return row.compared(t, r, [])
    if t is not None:
        numberless = row.actual_cells.get(key, Cell("missing")).state == "set"
        return Reading("undefined" if numberless else "awaited", t.size)
    if row.in_words(key):
        return Reading("undefined" if something else "awaited", None, size(r))
    if row.i.target(key).state == "missing" or something:
        return Reading("without_target", None, size(r))
    return Reading("not_scheduled")


def to_date(row: Row, q: int) -> Reading:
    upto = Q[:q]
    kind = row.i.accumulation
    scheduled = [k for k in upto if row.target(k) is not None]
    reported = [k for k in upto if row.actual(k) is not None]
    no_quarter_has_a_target = all(row.target(k) is None for k in Q)
    year_has_one = row.target("year") is not None or row.in_words("year")
    shown = size(row.combined([row.actual(k) for k in reported]))
    if no_quarter_has_a_target and year_has_one:
        return Reading("without_target", None, shown)
    if not scheduled and not reported:
        if any(row.i.target(k).state == "missing" for k in upto):
            return Reading("without_target")
        return Reading("not_scheduled")
    if not scheduled:
        if any(row.in_words(k) for k in upto):
            return Reading("undefined", None, shown)
        return Reading("without_target", None, shown)
    whole = size(row.combined([row.target(k) for k in scheduled]))
    if kind == "last":
        if not reported or Q.index(reported[-1]) < Q.index(scheduled[0]):
            return Reading("awaited", whole)
        newest = reported[-1]
        in_force = [k for k in scheduled if Q.index(k) <= Q.index(newest)][-1]
        missing = [scheduled[-1]] if Q.index(newest) < Q.index(scheduled[-1]) else []
        return row.compared(row.target(in_force), row.actual(newest), missing)
    with_actual = [k for k in scheduled if k in reported]
    if not with_actual:
        return Reading("awaited", whole)
    missing = [k for k in scheduled if k not in reported]
    t = row.combined([row.target(k) for k in with_actual])
    r = row.combined([row.actual(k) for k in (reported if kind == "sum" else with_actual)])
    return row.compared(t, r, missing)


def year(row: Row, q: int) -> Reading:
    kind = row.i.accumulation
    scheduled = [k for k in Q if row.target(k) is not None]
    reported = [k for k in Q[:q] if row.actual(k) is not None]
    printed = row.target("year")
    annual = row.actual("year") if q == 4 else None
    r = annual if annual is not None else row.combined([row.actual(k) for k in reported])
    something = annual is not None or bool(reported)
    if row.in_words("year"):
        return Reading("undefined" if something else "awaited", None, size(r))
    if printed is None and not scheduled:
        if something:
            words = any(row.in_words(k) for k in Q)
            return Reading("undefined" if words else "without_target", None, size(r))
        lost = any(row.i.target(k).state == "missing" for k in Q)
        return Reading("without_target" if lost else "not_scheduled")
    t = printed if printed is not None else row.combined([row.target(k) for k in scheduled])
    if not something:
        return Reading("awaited", size(t))
    if annual is not None:
        missing = []
    elif not scheduled:
        missing = [] if q == 4 and "q4" in reported else ["year"]
    elif kind == "last":
        newest = Q.index(scheduled[-1])
        missing = [] if any(Q.index(k) >= newest for k in reported) else [scheduled[-1]]
    else:
        missing = [k for k in scheduled if k not in reported]
    return row.compared(t, r, missing)


class Rolled(NamedTuple):
    value: Fraction | None
    counted: int
    of: int


def _weighted(entries: list[tuple[Reading, Fraction]]) -> Rolled:
    of = [entry for entry in entries if entry[0].state != "not_scheduled"]
    counted = [entry for entry in of if entry[0].state == "measured"]
    weight = sum((w for _, w in counted), Fraction(0))
    value = sum((r.capped * w for r, w in counted), Fraction(0)) / weight if weight else None
    return Rolled(value, len(counted), len(of))


class Oracle:
    """A whole plan, read again."""

    def __init__(self, plan: Plan, q: int) -> None:
        self.plan, self.q = plan, q
        self.rows = [
            (element, index)
            for element in plan.elements
            for index in range(len(element.indicators))
        ]
        self.groups = self._groups()
        self.read = {
            (e.id, i): Row(e.indicators[i], self._actuals((e.id, i))) for e, i in self.rows
        }

    def _groups(self) -> list[set[tuple[str, int]]]:
        groups = [{(e.id, i)} for e, i in self.rows]
        for e, i in self.rows:
            for other in e.indicators[i].same_as:
                mine = next(g for g in groups if (e.id, i) in g)
                theirs = next(g for g in groups if other in g)
                if mine is not theirs:
                    mine |= theirs
                    groups.remove(theirs)
        return groups

    def group(self, key: tuple[str, int]) -> set[tuple[str, int]]:
        return next(group for group in self.groups if key in group)

    def _actuals(self, key: tuple[str, int]) -> dict[str, Cell]:
        """One actual for all rows of the indicator: the first that says anything."""
        same = [e.indicators[i] for e, i in self.rows if (e.id, i) in self.group(key)]
        found = {}
        for cell_key in (*Q, "year"):
            cells = [indicator.actual(cell_key) for indicator in same]
            for state in ("set", "text", "not_scheduled"):
                said = [cell for cell in cells if cell.state == state]
                if said and cell_key not in found:
                    found[cell_key] = said[0]
        return found

    def entering(self, key: tuple[str, int]) -> tuple[Reading, Fraction]:
        row = self.read[key]
        has_target = any(row.target(k) is not None for k in Q)
        reading = to_date(row, self.q) if has_target else year(row, self.q)
        return reading, Fraction(row.i.weight)

    def own(self, id: str) -> Rolled | None:
        keys = [(e.id, i) for e, i in self.rows if e.id == id]
        return _weighted([self.entering(key) for key in keys]) if keys else None

    def children(self, id: str) -> Rolled | None:
        below = [e.id for e in self.plan.elements if e.parent == id]
        if not below:
            return None
        means = [self.own(child) or self.children(child) for child in below]
        due = [mean for mean in means if mean is not None and mean.of]
        values = [mean.value for mean in due if mean.value is not None]
        total = sum(values, Fraction(0))
        return Rolled(total / len(values) if values else None, len(values), len(due))

    def level(self, level: str) -> Rolled:
        seen: list[set[tuple[str, int]]] = []
        entries = []
        for e, i in self.rows:
            group = self.group((e.id, i))
            if e.level == level and group not in seen:
                seen.append(group)
                entries.append(self.entering((e.id, i)))
        return _weighted(entries)
