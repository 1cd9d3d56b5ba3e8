"""Corrections told by names instead of keys, so that they fit the next file of the same layout.

A step of correction speaks of keys that belong to one reading. `told` says the same of the
element *Program X* or the indicator *Jumlah Y on Kegiatan Z*; `steps_for` finds what bears
these names in another reading. Values of one year, and rows whose text was lost, are not
remembered: they are no matter of the layout.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from renaksi.nomenclature.names import normal_name
from renaksi_web.plans.review.sameness import questions
from renaksi_web.plans.review.sheet import Row, Sheet
from renaksi_web.plans.review.steps import Step, applied
from renaksi_web.refusals import Refused

# A correction by names: ``do`` as in a step; ``row`` is ``[indicator, level, element]``,
# ``element``, ``parent`` and ``into`` are ``[level, name]``, the rest as in the step.
Told = Mapping[str, Any]

_ABOUT_ROWS: Final = frozenset({"row", "move_row", "drop_row", "merge_row", "split_row"})
_ABOUT_ELEMENTS: Final = frozenset({"element", "move", "drop_element", "merge_element"})


def told(sheet: Sheet, steps: Iterable[Step]) -> list[Told]:
    """What the steps, taken one after another on the sheet, teach for other files."""
    found: list[Told] = []
    for step in steps:
        if step.get("do") == "remembered":
            found.extend(told(sheet, step.get("steps") or ()))
        else:
            found.extend(each for each in _told(sheet, step) if each is not None)
        sheet = applied(sheet, step)
    return found


def key_of(correction: Told) -> str:
    """The same for corrections of the same thing, whatever they make of it."""
    about = {k: correction.get(k) for k in ("do", "row", "element", "question", "was", "level")}
    return sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()[:64]


def step_for(sheet: Sheet, correction: Told) -> Step | None:
    """The step that the correction means on this sheet; None where it fits nothing or is done."""
    step = _STEPS[correction["do"]](sheet, correction)
    if step is None:
        return None
    try:
        changed = applied(sheet, step)
    except Refused:
        return None
    return step if changed != sheet else None


# -- from keys to names ----------------------------------------------------------------


def _told(sheet: Sheet, step: Step) -> Iterator[Told | None]:
    do = step.get("do", "")
    if do == "ways":
        for key, way in (step.get("ways") or {}).items():
            yield _of_ways(sheet, key, way)
    elif do == "same":
        names = {each.key: each.rows[0].indicator.name for each in questions(sheet)}
        for question, answer in (step.get("answers") or {}).items():
            name = names.get(question) or question
            yield {"do": "same", "question": question, "answer": answer, "name": name}
    elif do == "plan":
        yield _of_plan(sheet, step)
    elif do == "row":
        yield _of_row(sheet, step)
        yield _of_ways(sheet, step["row"], step.get("ways") or {})
    elif do in _ABOUT_ROWS:
        yield _renamed(step, ("row", _row_name(sheet, step.get("row"))),
                       ("into", _row_name(sheet, step.get("into"))),
                       ("element", _element_name(sheet, step.get("element"))))  # fmt: skip
    elif do in _ABOUT_ELEMENTS:
        yield _renamed(step, ("element", _element_name(sheet, step.get("element"))),
                       ("into", _element_name(sheet, step.get("into"))),
                       ("parent", _element_name(sheet, step.get("parent"))))  # fmt: skip
    elif do == "add_element":
        yield _renamed(step, ("parent", _element_name(sheet, step.get("parent"))))


def _renamed(step: Step, *names: tuple[str, list[str] | None]) -> Told | None:
    """The step with names for keys; None where something that it names has none."""
    said = dict(step)
    for field, name in names:
        if said.get(field):
            if name is None:
                return None
            said[field] = name
    return said


def _of_ways(sheet: Sheet, key: str, way: Mapping[str, str]) -> Told | None:
    row, name = sheet.row(key), _row_name(sheet, key)
    if row is None or name is None:
        return None
    new = {
        k: v
        for k, v in way.items()
        if v != getattr(row.indicator, k, v) or k in row.indicator.confirm
    }
    return {"do": "ways", "row": name, "way": new} if new else None


def _of_plan(sheet: Sheet, step: Step) -> Told | None:
    was = sheet.plan.organisation.name if sheet.plan.organisation else ""
    office = str(step.get("office") or "")
    return {"do": "plan", "was": was, "office": office} if office and office != was else None


def _of_row(sheet: Sheet, step: Step) -> Told | None:
    """Name and unit, as far as they changed; targets belong to one year."""
    row, name = sheet.row(step["row"]), _row_name(sheet, step["row"])
    if row is None or name is None:
        return None
    new = {
        field: step[field]
        for field in ("name", "unit")
        if step.get(field) and step[field] != getattr(row.indicator, field)
    }
    return {"do": "row", "row": name, **new} if new else None


def _element_name(sheet: Sheet, element_id: str | None) -> list[str] | None:
    element = sheet.element(element_id) if element_id else None
    if element is None or not normal_name(element.name or ""):
        return None
    return [element.level, element.name or ""]


def _row_name(sheet: Sheet, key: str | None) -> list[str] | None:
    row = sheet.row(key) if key else None
    element = _element_name(sheet, row.element) if row else None
    if row is None or element is None or not normal_name(row.indicator.name or ""):
        return None
    return [row.indicator.name or "", *element]


# -- from names to keys ----------------------------------------------------------------


def _find_element(sheet: Sheet, name: Any) -> str | None:
    """The one element of that level and name; None where there is none, or several."""
    level, words = name
    found = [
        element.id
        for element in sheet.plan.elements
        if element.level == level and normal_name(element.name or "") == normal_name(words)
    ]
    return found[0] if len(found) == 1 else None


def _find_row(sheet: Sheet, name: Any) -> Row | None:
    """The one row with that text, on that element where several bear it."""
    indicator, *element = name
    found = [r for r in sheet.rows if normal_name(r.indicator.name or "") == normal_name(indicator)]
    if len(found) > 1:
        on = _find_element(sheet, element)
        found = [row for row in found if row.element == on]
    return found[0] if len(found) == 1 else None


def _keyed(
    sheet: Sheet, correction: Told, *, rows: Iterable[str], elements: Iterable[str]
) -> Step | None:
    step = dict(correction)
    for field in rows:
        if step.get(field):
            row = _find_row(sheet, step[field])
            if row is None:
                return None
            step[field] = row.key
    for field in elements:
        if step.get(field):
            found = _find_element(sheet, step[field])
            if found is None:
                return None
            step[field] = found
    return step


def _row_step(sheet: Sheet, correction: Told) -> Step | None:
    return _keyed(sheet, correction, rows=("row", "into"), elements=("element",))


def _element_step(sheet: Sheet, correction: Told) -> Step | None:
    step = _keyed(sheet, correction, rows=(), elements=("element", "into", "parent"))
    if step is not None and step["do"] == "element":
        element = sheet.element(step["element"])
        step = {**step, "number": element.number if element else None}
    return step


def _ways_step(sheet: Sheet, correction: Told) -> Step | None:
    row = _find_row(sheet, correction["row"])
    return {"do": "ways", "ways": {row.key: correction["way"]}} if row else None


def _same_step(_sheet: Sheet, correction: Told) -> Step | None:
    return {"do": "same", "answers": {correction["question"]: correction["answer"]}}


def _plan_step(sheet: Sheet, correction: Told) -> Step | None:
    plan = sheet.plan
    read = plan.organisation.name if plan.organisation else ""
    if normal_name(read) != normal_name(correction["was"]):
        return None
    return {"do": "plan", "office": correction["office"], "year": plan.year, "title": plan.title}


def _add_step(sheet: Sheet, correction: Told) -> Step | None:
    if _find_element(sheet, [correction["level"], correction["name"]]) is not None:
        return None
    return _keyed(sheet, correction, rows=(), elements=("parent",))


_STEPS: Final[Mapping[str, Callable[[Sheet, Told], Step | None]]] = {
    **dict.fromkeys(_ABOUT_ROWS, _row_step),
    **dict.fromkeys(_ABOUT_ELEMENTS, _element_step),
    "ways": _ways_step,
    "same": _same_step,
    "plan": _plan_step,
    "add_element": _add_step,
}
