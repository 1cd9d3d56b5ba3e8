"""The steps of correction: plain JSON objects, replayed in order on what was read.

Each kind is one function here and one line of `STEPS`. A step that makes no sense is
refused with a sentence; a step that was once accepted always applies again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, cast

from renaksi.model import LEVELS, Accumulation, Cell, Direction, Element, Level, Organisation
from renaksi.quarter import CELLS
from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.review.sameness import questions
from renaksi_web.plans.review.sheet import Row, Sheet
from renaksi_web.refusals import Refused

Step = Mapping[str, Any]


def replayed(sheet: Sheet, steps: Iterable[Step]) -> Sheet:
    """The sheet after all steps."""
    for step in steps:
        sheet = applied(sheet, step)
    return sheet


def applied(sheet: Sheet, step: Step) -> Sheet:
    """The sheet after one step; `Refused` where it makes no sense."""
    act = STEPS.get(step.get("do", ""))
    if act is None:
        raise Refused(id="Pilih dulu apa yang diperbaiki.", en="Choose what to correct first.")
    return act(sheet, _Whole(step))


class _Whole(dict[str, Any]):
    """A step of which nothing may lack that its act asks for."""

    def __missing__(self, key: str) -> Any:
        raise Refused(
            id="Koreksi itu tidak lengkap; muat ulang halaman, lalu ulangi.",
            en=f"That correction is incomplete ({key}); load the page again and repeat it.",
        )


def _element(sheet: Sheet, element_id: str) -> Element:
    element = sheet.element(element_id)
    if element is None:
        raise Refused(
            id="Unsur itu sudah tidak ada; muat ulang halaman.",
            en="That element is no longer there; load the page again.",
        )
    return element


def _row(sheet: Sheet, key: str) -> Row:
    row = sheet.row(key)
    if row is None:
        raise Refused(
            id="Baris itu sudah tidak ada; muat ulang halaman.",
            en="That row is no longer there; load the page again.",
        )
    return row


def _with_element(sheet: Sheet, changed: Element) -> Sheet:
    elements = tuple(changed if e.id == changed.id else e for e in sheet.plan.elements)
    return sheet._replace(plan=sheet.plan._replace(elements=elements))


def _with_row(sheet: Sheet, changed: Row) -> Sheet:
    return sheet._replace(rows=tuple(changed if r.key == changed.key else r for r in sheet.rows))


def _text(step: Step, key: str, most: int = 2000) -> str | None:
    return " ".join(str(step.get(key) or "").split())[:most] or None


def _set_plan(sheet: Sheet, step: Step) -> Sheet:
    """Year, office and title of the plan."""
    year = int(step["year"]) if step.get("year") else None
    if year is not None and not 2000 <= year <= 2100:
        raise Refused(
            id="Tahun rencana harus antara 2000 dan 2100.",
            en="The plan's year must be between 2000 and 2100.",
        )
    office = _text(step, "office", 200)
    known = sheet.plan.organisation
    if known is None or known.name != office:
        known = Organisation(office) if office else None
    return sheet._replace(
        plan=sheet.plan._replace(year=year, organisation=known, title=_text(step, "title", 300))
    )


def _set_element(sheet: Sheet, step: Step) -> Sheet:
    """Number and name of an element."""
    element = _element(sheet, step["element"])
    return _with_element(
        sheet, element._replace(name=_text(step, "name"), number=_text(step, "number", 30))
    )


def _set_row(sheet: Sheet, step: Step) -> Sheet:
    """What the step names of an indicator: name, unit, direction, accumulation, targets."""
    row = _row(sheet, step["row"])
    indicator = row.indicator
    if "name" in step:
        indicator = indicator._replace(name=_text(step, "name"))
    if "unit" in step:
        indicator = indicator._replace(unit=_text(step, "unit", 100))
    targets = dict(indicator.targets)
    for key, typed in (step.get("targets") or {}).items():
        old = indicator.target(key)
        if key in CELLS and (new := _corrected(old, str(typed))) != old:
            targets[key] = new
    indicator = indicator._replace(targets=targets)
    sheet = _with_row(sheet, row._replace(indicator=indicator))
    return _set_ways(sheet, {"ways": {row.key: step.get("ways") or {}}})


def _corrected(old: Cell, typed: str) -> Cell:
    """The cell as typed, standing where the old one stood; what was not changed stays as it was."""
    new = typed_cell(typed)
    if old._replace(text=None, place=None, confidence=None) == new._replace(text=None):
        return old
    return new._replace(place=old.place)


DIRECTIONS: Final = ("higher", "lower", "target")
ACCUMULATIONS: Final = ("sum", "last", "average", "max")


def _set_ways(sheet: Sheet, step: Step) -> Sheet:
    """Direction and accumulation of several rows; a row that is told is no longer in doubt."""
    for key, way in (step.get("ways") or {}).items():
        row = _row(sheet, key)
        indicator = row.indicator
        if way.get("direction") in DIRECTIONS:
            indicator = indicator._replace(direction=cast(Direction, way["direction"]))
            indicator = _sure(indicator, "direction")
        if way.get("accumulation") in ACCUMULATIONS:
            indicator = indicator._replace(accumulation=cast(Accumulation, way["accumulation"]))
            indicator = _sure(indicator, "accumulation")
        sheet = _with_row(sheet, row._replace(indicator=indicator))
    return sheet


def _sure(indicator: Any, what: str) -> Any:
    return indicator._replace(confirm=tuple(each for each in indicator.confirm if each != what))


def _move(sheet: Sheet, step: Step) -> Sheet:
    """An element under another parent, or to the top."""
    element = _element(sheet, step["element"])
    parent_id = step.get("parent") or None
    if parent_id is not None:
        parent = _element(sheet, parent_id)
        if LEVELS.index(parent.level) >= LEVELS.index(element.level):
            raise Refused(
                id="Induk harus setingkat lebih tinggi: program di bawah sasaran, dan seterusnya.",
                en="The parent must be of a higher level: a program under an objective, and so on.",
            )
    return _with_element(sheet, element._replace(parent=parent_id))


def _move_row(sheet: Sheet, step: Step) -> Sheet:
    """An indicator to another element, at its end."""
    row = _row(sheet, step["row"])
    _element(sheet, step["element"])
    rest = tuple(other for other in sheet.rows if other.key != row.key)
    return sheet._replace(rows=(*rest, row._replace(element=step["element"])))


def _new_key(taken: set[str], stem: str) -> str:
    number = 2
    while f"{stem}+{number}" in taken:
        number += 1
    return f"{stem}+{number}"


def _two_texts(step: Step) -> tuple[str, str]:
    first, second = _text(step, "first"), _text(step, "second")
    if first is None or second is None:
        raise Refused(
            id="Isi kedua teks: yang pertama dan yang kedua.",
            en="Fill in both texts: the first and the second.",
        )
    return first, second


def _split_row(sheet: Sheet, step: Step) -> Sheet:
    """One indicator becomes two; ``values`` says whose the targets are."""
    row = _row(sheet, step["row"])
    first, second = _two_texts(step)
    values = step.get("values", "first")
    indicator = row.indicator
    key = _new_key({r.key for r in sheet.rows}, row.key)
    kept = indicator.targets if values != "second" else {}
    given = indicator.targets if values != "first" else {}
    one = row._replace(indicator=indicator._replace(name=first, targets=kept))
    two = Row(key, row.element, indicator._replace(name=second, number=None, targets=given))
    at = sheet.rows.index(row)
    return sheet._replace(rows=(*sheet.rows[:at], one, two, *sheet.rows[at + 1 :]))


def _split_element(sheet: Sheet, step: Step) -> Sheet:
    """One element becomes two of its level; the named rows go to the second."""
    element = _element(sheet, step["element"])
    first, second = _two_texts(step)
    new_id = _new_key({e.id for e in sheet.plan.elements}, element.id)
    two = element._replace(id=new_id, name=second, number=None, heading=None, code=None,
                           code_basis=None, code_score=None, code_printed=None)  # fmt: skip
    at = sheet.plan.elements.index(element)
    elements = (*sheet.plan.elements[:at], element._replace(name=first), two,
                *sheet.plan.elements[at + 1 :])  # fmt: skip
    moved = set(step.get("rows") or ())
    rows = tuple(
        row._replace(element=new_id) if row.key in moved and row.element == element.id else row
        for row in sheet.rows
    )
    return sheet._replace(plan=sheet.plan._replace(elements=elements), rows=rows)


def _merge_row(sheet: Sheet, step: Step) -> Sheet:
    """An indicator goes into another: texts join where they differ, its targets fill the gaps."""
    row, into = _row(sheet, step["row"]), _row(sheet, step["into"])
    if row.key == into.key:
        raise Refused(id="Pilih baris lain.", en="Choose another row.")
    names = [n for n in (into.indicator.name, row.indicator.name) if n]
    targets = {
        **{key: cell for key, cell in row.indicator.targets.items() if cell.state != "missing"},
        **{key: cell for key, cell in into.indicator.targets.items() if cell.state != "missing"},
    }
    joined = into.indicator._replace(
        name=" ".join(dict.fromkeys(names)) or None,
        unit=into.indicator.unit or row.indicator.unit,
        targets=targets,
    )
    sheet = _with_row(sheet, into._replace(indicator=joined))
    return _drop_row(sheet, step)


def _merge_element(sheet: Sheet, step: Step) -> Sheet:
    """An element goes into another of its level, with its rows and all below it."""
    element, into = _element(sheet, step["element"]), _element(sheet, step["into"])
    if element.id == into.id or element.level != into.level:
        raise Refused(
            id="Gabungkan hanya dengan unsur lain yang setingkat.",
            en="Merge only with another element of the same level.",
        )
    elements = tuple(
        e._replace(parent=into.id) if e.parent == element.id else e
        for e in sheet.plan.elements
        if e.id != element.id
    )
    rows = tuple(r._replace(element=into.id) if r.element == element.id else r for r in sheet.rows)
    return sheet._replace(plan=sheet.plan._replace(elements=elements), rows=rows)


def _drop_row(sheet: Sheet, step: Step) -> Sheet:
    """An indicator is no part of the plan."""
    key = _row(sheet, step["row"]).key
    return sheet._replace(rows=tuple(row for row in sheet.rows if row.key != key))


def _drop_element(sheet: Sheet, step: Step) -> Sheet:
    """An element and all below it are no part of the plan."""
    gone = sheet.below(_element(sheet, step["element"]).id)
    elements = tuple(e for e in sheet.plan.elements if e.id not in gone)
    if not elements:
        raise Refused(
            id="Ini seluruh rencana. Bila salah berkas, pilih “Jangan pakai”.",
            en="That is the whole plan. If it is the wrong file, choose “Do not use”.",
        )
    rows = tuple(row for row in sheet.rows if row.element not in gone)
    return sheet._replace(plan=sheet.plan._replace(elements=elements), rows=rows)


def _settle_same(sheet: Sheet, step: Step) -> Sheet:
    """Which of the rows with one text are one indicator: ``{question: "same" | "apart"}``."""
    answers = step.get("answers") or {}
    for question in questions(sheet):
        answer = answers.get(question.key)
        if answer not in ("same", "apart"):
            continue
        keys = [row.key for row in question.rows]
        for row in question.rows:
            same = tuple(k for k in keys if k != row.key) if answer == "same" else ()
            sheet = _with_row(
                sheet, row._replace(same=same, indicator=_sure(row.indicator, "same_as"))
            )
        sheet = sheet._replace(settled=sheet.settled | {question.key})
    return sheet


def _add_element(sheet: Sheet, step: Step) -> Sheet:
    """An element that the paper lost."""
    level = step.get("level")
    name = _text(step, "name")
    if level not in LEVELS or name is None:
        raise Refused(
            id="Isi tingkat dan nama unsur yang hilang.",
            en="Fill in the level and the name of the lost element.",
        )
    new_id = _new_key({e.id for e in sheet.plan.elements}, "U")
    made = Element(new_id, cast(Level, level), name)
    sheet = sheet._replace(plan=sheet.plan._replace(elements=(*sheet.plan.elements, made)))
    return _move(sheet, {"element": new_id, "parent": step.get("parent")})


def _remembered(sheet: Sheet, step: Step) -> Sheet:
    """Corrections of earlier files, taken together."""
    if not step.get("steps"):
        raise Refused(id="Pilih dulu koreksinya.", en="Choose the corrections first.")
    return replayed(sheet, step["steps"])


STEPS: Final[dict[str, Callable[[Sheet, Step], Sheet]]] = {
    "plan": _set_plan,
    "element": _set_element,
    "row": _set_row,
    "ways": _set_ways,
    "move": _move,
    "move_row": _move_row,
    "split_row": _split_row,
    "split_element": _split_element,
    "merge_row": _merge_row,
    "merge_element": _merge_element,
    "drop_row": _drop_row,
    "drop_element": _drop_element,
    "same": _settle_same,
    "add_element": _add_element,
    "remembered": _remembered,
}
