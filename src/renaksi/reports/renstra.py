"""What Formulir E.81 puts together over years: figures of an indicator, and money of an element.

Column 13 joins the years before (6) with this one (12). What adds up over quarters adds up over
years; of a last value the newest counts, of an average the mean of the years, of a maximum
the greatest. Where nobody stated the years before, only a last value is known; a ``-`` says that
there were none. Column 14 is column 13 in per cent of the target of the medium term (5).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from renaksi.measure import IndicatorMeasure
from renaksi.measure.figures import Exact, mean, number, of_decimal, percent, total
from renaksi.model import MISSING, Element
from renaksi.model import Cell as Stated
from renaksi.quarter import QUARTERS
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Matter
from renaksi.reports.money import Money, rupiah
from renaksi.reports.results import Results
from renaksi.reports.tree import Cell
from renaksi.reports.wording import figure, quoted, with_sign

_ADDED: Final = {
    "sum": "penjumlahan",
    "last": "nilai terakhir",
    "average": "rata-rata tahun",
    "max": "nilai tertinggi",
}


class Performance:
    """The ten figures of an indicator (K), columns 5 to 14."""

    def __init__(self, found: IndicatorMeasure, results: Results, matter: Matter) -> None:
        self.found, self.results = found, results
        self.positions = matter.choices.quarters == "positions"
        self.indicator = found.row.indicator
        self.medium = number(self.indicator.target("medium_term"))
        self.past = self._past(matter.plan.year)
        self.before = self._joined(self.past)
        self.year = found.spans["year"].actual
        this = [] if self.year is None else [self.year]
        self.lacks_before = not self.past and not _is_first(self.indicator.actual("before"))
        is_known = not self.lacks_before or self.indicator.accumulation == "last"
        self.reached = self._joined([*self.past, *this]) if is_known else None
        self.level: Exact | None = None
        if self.reached is not None and self.medium:
            self.level = percent(self.reached, self.medium)

    def _past(self, year: int | None) -> list[Exact]:
        """The years before: their sum or state as the office gives it, else year by year."""
        stated = number(self.indicator.actual("before"))
        if stated is not None:
            return [stated]
        keys = [key for key in self.indicator.actuals if key[0] == "y" and key[1:].isdigit()]
        years = sorted(key for key in keys if year is None or int(key[1:]) < year)
        values = (number(self.indicator.actuals[key]) for key in years)
        return [value for value in values if value is not None]

    def _joined(self, values: Sequence[Exact]) -> Exact | None:
        """Several years as one, by the accumulation."""
        if not values:
            return None
        accumulation = self.indicator.accumulation
        if accumulation == "sum":
            return total(values)
        if accumulation == "average":
            return mean(values)
        return max(values) if accumulation == "max" else values[-1]

    def cells(self) -> tuple[Cell, ...]:
        """Columns 5 to 14."""
        how = _ADDED[self.indicator.accumulation]
        joined = f"Kolom 13: kolom 6 dan 12 digabung menurut akumulasi ({how})."
        share = "Kolom 14 = kolom 13 ÷ kolom 5 × 100."
        if self.reached is None:
            lacks = "kolom 6" if self.lacks_before else "realisasi"
            joined = f"Kolom 13 belum dapat dihitung: {lacks} belum diisi."
        if self.level is None:
            lacks = "kolom 13 belum ada" if self.medium else "kolom 5 belum diisi"
            share = f"Kolom 14 belum dapat dihitung: {lacks}."
        return (
            self._shown(quoted(self.indicator.target("medium_term"))),
            self._shown(figure(self.before, empty="" if self.lacks_before else "-")),
            self.results.target(self.found, "year"),
            *self._quarters(),
            self.results.actual(self.found, "year"),
            self._shown(figure(self.reached, because=joined)),
            figure(self.level, because=share)._replace(align="center"),
        )

    def _shown(self, cell: Cell) -> Cell:
        return with_sign(cell, self.indicator)._replace(align="center")

    def _quarters(self) -> list[Cell]:
        """Columns 8 to 11, up to the quarter of the report; what adds up may stand as positions."""
        upto = self.results.measurement.quarter
        if not self.positions or self.indicator.accumulation != "sum":
            cells = [self.results.reported(self.indicator, key) for key in QUARTERS[:upto]]
        else:
            cells, added = [], []
            for key in QUARTERS[:upto]:
                value = number(self.indicator.actual(key))
                added += [] if value is None else [value]
                shown = figure(total(added)) if added and value is not None else Cell()
                cells.append(self._shown(shown))
        return [*cells, *[Cell()] * (4 - upto)]


def _is_first(before: Stated) -> bool:
    """Whether a cell says that there were no years before."""
    return before.state == "not_scheduled"


class Amounts:
    """The ten amounts of an element (Rp), columns 5 to 14."""

    def __init__(
        self,
        element: Element,
        cascade: Cascade,
        quarter: int,
        quarters: Literal["increments", "positions"],
    ) -> None:
        self.element, self.quarter, self.positions = element, quarter, quarters == "positions"
        self.money = Money(cascade, quarter)
        self.medium = self._stated("budget", "medium_term")
        self.before = self._stated("spending", "before")
        self.year = self.money.spending(element)
        self.is_first = self.before is None and self._begins(element)
        known = [value for value in (self.before, self.year) if value is not None]
        is_known = known and (self.before is not None or self.is_first)
        self.reached = sum(known, Decimal(0)) if is_known else None

    def _begins(self, element: Element) -> bool:
        """Whether somebody stated that nothing was spent on it in earlier years."""
        own = _is_first(element.spending.get("before", MISSING))
        return own or any(map(self._begins, self.money.cascade.children(element)))

    def _stated(self, group: str, key: str) -> Decimal | None:
        return self.money.stated(self.element, group, key)

    def level(self) -> Exact | None:
        """Column 14: what was spent over the years in per cent of the medium term's budget."""
        if self.reached is None or not self.medium:
            return None
        return percent(of_decimal(self.reached), of_decimal(self.medium))

    def cells(self) -> tuple[Cell, ...]:
        """Columns 5 to 14."""
        return (
            rupiah(self.medium),
            rupiah(self.before)._replace(text="-") if self.is_first else rupiah(self.before),
            rupiah(self.money.budget(self.element)),
            *self._quarters(),
            rupiah(self.year),
            rupiah(self.reached),
            figure(self.level())._replace(align="right"),
        )

    def _quarters(self) -> list[Cell]:
        spent = [self.money.spending_of(self.element, key) for key in QUARTERS[: self.quarter]]
        if self.positions:
            for index in range(1, len(spent)):
                known = [value for value in spent[index - 1 : index + 1] if value is not None]
                spent[index] = sum(known, Decimal(0)) if known else None
        return [*map(rupiah, spent), *[Cell()] * (4 - self.quarter)]


class Line(NamedTuple):
    """One line's share in the mean of column 14: of an indicator, or the money of an element."""

    performance: Performance | None
    money: Exact | None
