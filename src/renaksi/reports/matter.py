"""What a document is made from, and what a kind of document says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from renaksi.diagnostics import Words
from renaksi.measure import Measurement, measure
from renaksi.model import Plan
from renaksi.reports.office import NO_OFFICE, Office
from renaksi.reports.tree import Document, Paper


class Choices(NamedTuple):
    """What an office decides for its papers.

    ``layout`` of the action plan: *paired* (level beside level, a line for each quarter) or
    *columns* (a row for each indicator). ``quarters`` of Formulir E.81: *increments* (what
    each quarter added) or *positions* (what was reached by then).
    """

    paper: Paper = "a4"
    layout: Literal["paired", "columns"] = "paired"
    quarters: Literal["increments", "positions"] = "increments"


class Matter(NamedTuple):
    """A plan, its results as of a quarter, the office, and the writer's own texts by key.

    ``before`` is the plan that this one revises, or that of the year before, where a
    document compares.
    """

    plan: Plan
    office: Office = NO_OFFICE
    quarter: int | None = None
    choices: Choices = Choices()
    writings: Mapping[str, str] = {}
    before: Plan | None = None

    def measured(self) -> Measurement:
        """The plan measured as of the quarter; by default the last that has an actual."""
        return measure(self.plan, self.quarter)


class Report(NamedTuple):
    """A kind of document: its title, the regulations it rests on, and how it is made."""

    name: str
    title: Words
    basis: tuple[str, ...]
    build: Callable[[Matter], Document]
