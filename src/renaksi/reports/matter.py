"""What a document is made from, and what a kind of document says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from renaksi.diagnostics import Words
from renaksi.measure import DEFAULT, Measurement, Settings, measure
from renaksi.model import Plan
from renaksi.reports.office import NO_OFFICE, Office
from renaksi.reports.tree import Document, Paper


class Choices(NamedTuple):
    """What an office decides for its papers.

    ``layout`` of the action plan: *paired* (level beside level, a line for each quarter) or
    *columns* (a row for each indicator). ``quarters`` of Formulir E.81: *increments* (what
    each quarter added) or *positions* (what was reached by then). ``official`` says whose
    performance agreement: empty for the head of the office, the position or name of one below,
    or `EVERYBODY`.
    """

    paper: Paper = "a4"
    layout: Literal["paired", "columns"] = "paired"
    quarters: Literal["increments", "positions"] = "increments"
    official: str = ""


class Note(NamedTuple):
    """What stood in the way of an indicator in the quarter, and what is done about it."""

    obstacle: str = ""
    follow_up: str = ""


class Matter(NamedTuple):
    """A plan, its results as of a quarter, the office, and the writer's own texts by key.

    ``notes`` are those of the quarter, by element id and position of the indicator;
    ``settings`` are those of the government. ``provisional`` says why the whole may still
    change (figures that nobody approved yet), which makes every document a draft.

    ``before`` is the plan that this one revises, or that of the year before, where a
    document compares; ``earlier`` are plans of other earlier years, with their actuals.
    """

    plan: Plan
    office: Office = NO_OFFICE
    quarter: int | None = None
    choices: Choices = Choices()
    writings: Mapping[str, str] = {}
    before: Plan | None = None
    notes: Mapping[tuple[str, int], Note] = {}
    settings: Settings = DEFAULT
    provisional: tuple[str, ...] = ()
    earlier: tuple[Plan, ...] = ()

    def measured(self) -> Measurement:
        """The plan measured as of the quarter; by default the last that has an actual."""
        return measure(self.plan, self.quarter, self.settings)


class Place(NamedTuple):
    """A place for the writer's own text: its key, the heading it stands under, and what is asked.

    ``short`` is a line, such as a number; else there are paragraphs.
    """

    key: str
    under: str
    asked: str
    short: bool = False


def no_places(_matter: Matter) -> tuple[Place, ...]:
    """A document in which nothing is written by hand."""
    return ()


class Report(NamedTuple):
    """A kind of document: its title, the regulations it rests on, how it is made, what is written.

    ``places`` gives the places for the writer's texts, in the order of the document.
    """

    name: str
    title: Words
    basis: tuple[str, ...]
    build: Callable[[Matter], Document]
    places: Callable[[Matter], tuple[Place, ...]] = no_places
