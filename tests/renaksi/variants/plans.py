"""Random plans drawn from the official nomenclature, each as a truth without a document.

Kecamatan and offices of any *urusan*; goals and objectives in our own words; programs,
activities and sub-activities under official names, printed with the small liberties that
clerks take; one to four indicators each.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from tests.renaksi.variants.names import OFFICES, TOPICS, indicator_texts, outcome_names, printed
from tests.renaksi.variants.official import ANY_OFFICE, KECAMATAN, District, Entry, official
from tests.renaksi.variants.quarters import draw_budget, draw_quarters
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import Element, Row, Truth

_ACEH = "11."


class Office:
    """Whose plan it is: a kecamatan, or an office with one or two fields."""

    __slots__ = ("codes", "district", "fields", "name", "regency", "topic")

    def __init__(self, rng: Random, district: District | None = None) -> None:
        self.district = district
        if district is None and rng.random() < 0.5:
            self.district = rng.choice(official().districts)
        if self.district:
            self.fields: tuple[str, ...] = (KECAMATAN,)
            self.name = f"Kecamatan {self.district.name}"
            self.regency = printed_regency(self.district.regency)
            self.codes: tuple[str | None, ...] = (self.district.code,)
            self.topic = TOPICS[KECAMATAN]
        else:
            self.fields = rng.choice(tuple(OFFICES))
            self.name = OFFICES[self.fields]
            self.regency = printed_regency(rng.choice(official().regencies))
            self.codes = (None,)
            self.topic = TOPICS[self.fields[0]]

    @property
    def support(self) -> str:
        """The field under which its *program penunjang* stands in the nomenclature."""
        return KECAMATAN if self.district else ANY_OFFICE

    def right_codes(self, code: str) -> tuple[str, ...]:
        """The codes that are right for an official row printed by this office."""
        if code.startswith(ANY_OFFICE):
            own = tuple(code.replace(ANY_OFFICE, field) for field in self.fields)
            return own if len(own) == 1 else (*own, code)
        if self.district and self.district.code.startswith(_ACEH) and code.startswith("7.01.04.2."):
            tail = code.removeprefix("7.01.04.2.")
            return code, "7.01.04.7." + {"01": "03", "02": "04"}[tail[:2]] + tail[2:]
        return (code,)


def printed_regency(name: str) -> str:
    """``KABUPATEN ACEH SELATAN`` → ``Kabupaten Aceh Selatan``."""
    return name.title()


def draw_plan(
    rng: Random,
    style: Style,
    *,
    district: District | None = None,
    least: tuple[int, int] = (0, 0),
) -> tuple[Truth, Office]:
    """One plan with at least so many elements and indicator rows, in the order of the cascade."""
    office = Office(rng, district)
    truth = Truth()
    truth.year = rng.randint(2020, 2025)
    truth.organisation = office.name
    rich = 0
    while True:
        truth.elements = _cascade(rng, office, style, rich)
        rows = sum(len(element.rows) for element in truth.elements)
        if len(truth.elements) >= least[0] and rows >= least[1]:
            if least > (0, 0):
                truth.elements = _trimmed(rng, truth.elements, least)
            return truth, office
        rich = min(rich + 2, 8)


def _trimmed(rng: Random, elements: list[Element], least: tuple[int, int]) -> list[Element]:
    """A plan without some of its sub-activities, as near to the least as may be."""
    kept = dict(enumerate(elements))
    rows = sum(len(element.rows) for element in elements)
    children = Counter(element.parent for element in elements)
    order = [i for i, element in kept.items() if element.level == "subactivity"]
    rng.shuffle(order)
    for i in order:
        element = elements[i]
        fits = len(kept) > least[0] and rows - len(element.rows) >= least[1]
        if fits and children[element.parent] > 1:
            del kept[i]
            rows -= len(element.rows)
            children[element.parent] -= 1
    place = {i: n for n, i in enumerate(kept)}
    for element in kept.values():
        element.parent = None if element.parent is None else place[element.parent]
    return list(kept.values())


def _programs(rng: Random, office: Office, rich: int) -> list[str]:
    own = [
        code
        for field in office.fields
        for code in official().programs[field]
        if not code.endswith(".01")
    ]
    chosen = rng.sample(own, min(len(own), rng.randint(1, 4) + rich))
    programs = sorted(chosen)
    if rich or rng.random() < 0.9:
        programs.insert(0, f"{office.support}.01")
    return programs


def _cascade(rng: Random, office: Office, style: Style, rich: int) -> list[Element]:
    """Goals with their objectives, each followed by the programs that serve it."""
    programs = _programs(rng, office, rich)
    shape = _shape(rng, style, len(programs))
    goal_names, objective_names = outcome_names(rng, office.topic, office.name)
    cuts = sorted(rng.sample(range(1, len(programs)), sum(shape) - 1))
    shares = [programs[a:b] for a, b in zip([0, *cuts], [*cuts, len(programs)], strict=True)]
    elements: list[Element] = []
    objective = 0
    for g, count in enumerate(shape):
        goal = len(elements)
        elements.append(Element("goal", goal_names[g], (None,), None))
        _add_rows(rng, elements[-1], office, style, None)
        for _ in range(count):
            at = len(elements)
            elements.append(Element("objective", objective_names[objective], (None,), goal))
            _add_rows(rng, elements[-1], office, style, None)
            for code in shares[objective]:
                _add_program(rng, elements, at, code, office, style, rich)
            objective += 1
    return elements


def _shape(rng: Random, style: Style, programs: int) -> list[int]:
    """How many objectives each goal has: never more objectives than programs."""
    goals = rng.choices((1, 2), (7, 2))[0]
    shape = [rng.choices((1, 2), (6, 2))[0] for _ in range(goals)]
    if style.programs == "apart" and style.layout == "cascade":
        return [1]
    while sum(shape) > programs:
        if len(shape) > 1:
            shape.pop()
        else:
            shape[0] = programs
    return shape


def _add_program(
    rng: Random,
    elements: list[Element],
    parent: int,
    code: str,
    office: Office,
    style: Style,
    rich: int,
) -> None:
    at = _add(rng, elements, parent, code, office, style)
    activities = suitable_activities(official().entries[code])
    most = (4 if code.endswith(".01") else 2) + rich
    for activity in sorted(
        rng.sample(activities, min(len(activities), rng.randint(1 + rich // 4, most)))
    ):
        _add_activity(rng, elements, at, activity, office, style, rich)


def suitable_activities(program: Entry) -> tuple[str, ...]:
    """A program's activities; of the *program penunjang* those that any office has."""
    if not program.code.endswith(".01"):
        return program.children
    # The others are for the secretariats of a region and of its council.
    return tuple(code for code in program.children if code[-2:] <= "10")


def _add_activity(
    rng: Random,
    elements: list[Element],
    parent: int,
    code: str,
    office: Office,
    style: Style,
    rich: int,
) -> None:
    at = _add(rng, elements, parent, code, office, style)
    subs = official().entries[code].children
    count = min(len(subs), rng.choices((1, 2, 3, 4), (4, 4, 2, 1))[0] + rich // 3)
    for sub in sorted(rng.sample(subs, count)):
        _add(rng, elements, at, sub, office, style)


def _add(
    rng: Random, elements: list[Element], parent: int, code: str, office: Office, style: Style
) -> int:
    """Append one official element with its indicators; the position at which it stands."""
    entry = official().entries[code]
    name = printed(rng, entry.name, entry.level, label=style.labels)
    element = Element(entry.level, name, office.right_codes(code), parent)
    element.official = code
    if style.budget:
        element.budget = draw_budget(rng)
    shared = (
        elements[parent].rows[0] if entry.level == "activity" and elements[parent].rows else None
    )
    elements.append(element)
    _add_rows(rng, element, office, style, shared)
    return len(elements) - 1


def _add_rows(
    rng: Random, element: Element, office: Office, style: Style, shared: Row | None
) -> None:
    """One to four indicators; an activity may repeat the indicator of its program."""
    if style.leaf and element.level != "subactivity":
        return
    if element.level == "goal" and style.layout != "cascade" and rng.random() < 0.3:
        return
    count = rng.choices((1, 2, 3, 4), (80, 13, 5, 2))[0]
    if shared and shared.name and rng.random() < 0.3:
        unit = shared.unit or "Persen"
        row = Row(shared.name, shared.unit, draw_quarters(rng, unit, style))
        row.unit_in_values = unit if style.unit_in_value else None
        element.rows.append(row)
        count -= 1
    has_unit = style.unit and (
        style.units_on_outcomes or element.level not in {"goal", "objective"}
    )
    taken = {_folded(row.name) for row in element.rows}
    for name, unit in indicator_texts(rng, element, office.topic, office.name, count):
        if _folded(name) not in taken:
            taken.add(_folded(name))
            cells = draw_quarters(rng, unit, style)
            row = Row(name, unit if has_unit else None, cells)
            row.unit_in_values = unit if style.unit_in_value else None
            element.rows.append(row)


def _folded(name: str | None) -> str:
    return "".join(c for c in (name or "").casefold() if c.isalnum())
