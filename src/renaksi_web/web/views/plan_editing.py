"""Writing a draft: elements and indicators, with findings and official lines beside the fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renaksi.checks.wording import unit_of
from renaksi_web.accounts.members import Member
from renaksi_web.plans import selectors
from renaksi_web.plans.cells import figure_text
from renaksi_web.plans.mapping import Loaded
from renaksi_web.plans.official import LABELS, offers, official
from renaksi_web.plans.services import editing, sameness
from renaksi_web.plans.splitting import split
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.web.answers import language
from renaksi_web.web.editing_page import (
    beside,
    element_initial,
    indicator_initial,
    stored_values,
    with_form,
)
from renaksi_web.web.forms.fields import whole_number
from renaksi_web.web.forms.plans import ElementForm, IndicatorForm
from renaksi_web.web.plan_tree import notes_by_reference
from renaksi_web.web.review_page import called, walk
from renaksi_web.web.wording import LEVEL_NAMES


def new_element(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """An element under the one that ``di`` names, of the level that ``tingkat`` names."""
    row = selectors.plan_row(member, plan)
    asked = request.POST if request.method == "POST" else request.GET
    parent_id = whole_number(asked, "di")
    parent = selectors.element_row(member, row, parent_id) if parent_id else None
    level = asked.get("tingkat", "")
    allowed = selectors.children_levels(parent.level if parent else None)
    if level not in allowed:
        level = allowed[0] if allowed else "goal"
    form = ElementForm(_with_pick(request.POST)) if request.method == "POST" else ElementForm()

    def act(values: dict[str, Any], _seen: str) -> int:
        made = editing.add_element(
            by=member, plan_id=plan, level=level,
            parent_id=parent.pk if parent else None, values=values,
        )  # fmt: skip
        return made.pk

    context = {
        "plan": row, "level": level, "level_name": LEVEL_NAMES[level], "parent": parent,
        "levels": [(each, LEVEL_NAMES[each]) for each in allowed],
    }  # fmt: skip
    return _element_page(request, member, row, form, act, context)


def element(request: HttpRequest, member: Member, plan: int, element: int) -> HttpResponse:
    """Number, name and code of an element; where it stands; what is below it."""
    row = selectors.plan_row(member, plan)
    loaded = selectors.loaded(member, row)
    found = next((e for e in loaded.elements.values() if e.pk == element), None)
    if found is None:
        raise NotFound
    form = ElementForm(_with_pick(request.POST), initial=element_initial(found))
    if request.method != "POST":
        form = ElementForm(initial=element_initial(found))

    def act(values: dict[str, Any], seen: str) -> int:
        editing.save_element(by=member, plan_id=plan, element_id=element, seen=seen, values=values)
        return element

    values = [(loaded.elements[e.id], called(e)) for e, _depth in walk(loaded.plan.elements)]
    context = {
        "plan": row, "element": found, "level": found.level, "parent": found.parent,
        "level_name": LEVEL_NAMES[found.level],
        "parents": [
            (other.pk, words, other.pk == found.parent_id)
            for other, words in values
            if found.level in selectors.children_levels(other.level)
        ],
        "notes": notes_by_reference(loaded.plan).get((found.key, None), []),
    }  # fmt: skip
    return _element_page(request, member, row, form, act, context)


def move_element(request: HttpRequest, member: Member, plan: int, element: int) -> HttpResponse:
    """To another parent, or before or behind its neighbour."""
    _draft_element(member, plan, element)
    way = request.POST.get("arah")
    if way in ("naik", "turun"):
        editing.shift_element(by=member, plan_id=plan, element_id=element, up=way == "naik")
    else:
        parent_id = whole_number(request.POST, "parent")
        editing.move_element(by=member, plan_id=plan, element_id=element, parent_id=parent_id)
    return _to_plan(member, plan, f"u{element}")


def remove_element(request: HttpRequest, member: Member, plan: int, element: int) -> HttpResponse:
    """An element and all below it."""
    editing.remove_element(by=member, plan_id=plan, element_id=element)
    messages.success(request, _("Unsur dihapus."))
    return _to_plan(member, plan)


def new_indicator(request: HttpRequest, member: Member, plan: int, element: int) -> HttpResponse:
    """An indicator on an element; the official one of its code can be taken over."""
    row = selectors.plan_row(member, plan)
    found = _draft_element(member, plan, element)
    offer = official(found.code)
    initial = {}
    if offer is not None and request.GET.get("resmi"):
        initial = {"name": offer.indicator, "unit": offer.unit}
    form = IndicatorForm(initial=initial)
    context: dict[str, Any] = {"plan": row, "element": found, "official": offer}
    if request.method == "POST" and "bagi" in request.POST:
        form = _split(request)
    elif request.method == "POST":
        form = IndicatorForm(request.POST)

        def act() -> None:
            editing.add_indicator(
                by=member, plan_id=plan, element_id=element,
                values=form.values(), targets=form.targets(),
            )  # fmt: skip

        status = _tried(form, act)
        if status == 200:
            return _to_plan(member, plan, f"u{element}")
        return _indicator_page(request, form, context, {}, status)
    return _indicator_page(request, form, context, {}, 200)


def indicator(request: HttpRequest, member: Member, plan: int, indicator: int) -> HttpResponse:
    """An indicator with its targets and details; findings beside each field."""
    row = selectors.plan_row(member, plan)
    loaded, reference, found = _row_of(member, row, indicator)
    initial = indicator_initial(found, loaded.plan.element(reference[0]).indicators[reference[1]])
    form = IndicatorForm(initial=initial)
    status = 200
    stored: list[tuple[str, str]] = []
    if request.method == "POST" and "bagi" in request.POST:
        form = _split(request)
    elif request.method == "POST":
        form = IndicatorForm(request.POST, initial=initial)

        def act() -> None:
            editing.save_indicator(
                by=member, plan_id=plan, indicator_id=indicator,
                seen=form.cleaned_data["seen"], values=form.values(), targets=form.targets(),
            )  # fmt: skip

        status = _tried(form, act)
        if status == 200:
            messages.success(request, _("Tersimpan."))
            return _to_plan(member, plan, f"i{indicator}")
        if status == 409:
            stored = stored_values(form, initial)
            form.data = {**form.data.dict(), "seen": initial["seen"]}  # type: ignore[attr-defined]
    notes = beside(loaded.plan, reference, found, form)
    context = {"plan": row, "indicator": found, "stored": stored, "confirm": found.confirm}
    context |= _surroundings(loaded, reference, found)
    return _indicator_page(request, form, context, notes, status)


def check_indicator(
    request: HttpRequest, member: Member, plan: int, indicator: int
) -> HttpResponse:
    """What the checks say of an indicator as it is being typed; nothing is stored."""
    row = selectors.plan_row(member, plan)
    loaded, reference, found = _row_of(member, row, indicator)
    form = IndicatorForm(request.POST)
    form.is_valid()
    notes = beside(with_form(loaded.plan, reference, form), reference, found, form)
    labels = {name: form[name].label for name in form.TARGETS}
    names = (*form.FIRST, *form.TARGETS, "targets")
    fields = [(name, labels.get(name, ""), notes.get(name, ([], ""))) for name in names]
    context = {"fields": fields}
    return render(request, "plans/_beside_all.html", context)


def move_indicator(request: HttpRequest, member: Member, plan: int, indicator: int) -> HttpResponse:
    """An indicator to another element."""
    element = whole_number(request.POST, "element")
    if element is None:
        _row_of(member, selectors.plan_row(member, plan), indicator)
        raise Refused(id="Pilih unsurnya dulu.", en="Choose the element first.")
    editing.move_indicator(by=member, plan_id=plan, indicator_id=indicator, element_id=element)
    return _to_plan(member, plan, f"i{indicator}")


def join_indicator(request: HttpRequest, member: Member, plan: int, indicator: int) -> HttpResponse:
    """One indicator with another row, or by itself."""
    sameness.join(
        by=member, plan_id=plan, indicator_id=indicator,
        other_id=whole_number(request.POST, "other"),
    )  # fmt: skip
    return _to_plan(member, plan, f"i{indicator}")


def remove_indicator(
    request: HttpRequest, member: Member, plan: int, indicator: int
) -> HttpResponse:
    """An indicator with its targets."""
    editing.remove_indicator(by=member, plan_id=plan, indicator_id=indicator)
    messages.success(request, _("Indikator dihapus."))
    return _to_plan(member, plan)


def nomenclature(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """Official lines for what is being typed, as a fragment."""
    row = selectors.plan_row(member, plan)
    words = request.GET.get("name", "")[:200]
    context = {
        "offers": offers(
            request.GET.get("tingkat", ""), words, request.GET.get("kode_induk") or None,
            row.office_name or member.organisation.name,
        ),
        "picked": request.GET.get("code", ""),
        "searched": bool(words),
    }  # fmt: skip
    return render(request, "plans/_offers.html", context)


def _element_page(
    request: HttpRequest, member: Member, row: Any, form: ElementForm,
    act: Callable[[dict[str, Any], str], int], context: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    """Save and go on, or show the form with what the nomenclature offers."""
    status = 200
    searching = request.method == "POST" and "cari" in request.POST
    if request.method == "POST" and not searching:
        done: list[int] = []

        def write() -> None:
            told = dict(form.cleaned_data)
            done.append(act({k: told[k] for k in ("number", "name", "code")}, told["seen"]))

        status = _tried(form, write)
        if status == 200:
            return _to_plan(member, row.pk, f"u{done[0]}")
    parent = context.get("parent")
    words = form["name"].value() or "" if searching or "element" not in context else ""
    context |= {
        "form": form,
        "offers": offers(
            context["level"], words, parent.code if parent else None,
            row.office_name or member.organisation.name,
        ),
        "searches": context["level"] in LABELS,
        "picked": form["code"].value() or "",
        "searched": searching,
    }  # fmt: skip
    return render(request, "plans/element.html", context, status=status)


def _with_pick(sent: Any) -> Any:
    """What was sent, with the picked official line written into name and code."""
    picked = official(sent.get("pick"))
    if picked is None:
        return sent
    filled = sent.copy()
    filled["name"], filled["code"] = picked.name, picked.code
    return filled


def _split(request: HttpRequest) -> IndicatorForm:
    """The form with the year's target divided over the quarters; nothing is stored."""
    form = IndicatorForm(request.POST)
    form.is_valid()
    year = form.cleaned_data.get("t_year")
    values = request.POST.copy()
    if year is None or year.value is None:
        fresh = IndicatorForm(initial=values.dict())
        fresh.split_refused = _("Isi dulu target setahun dengan angka, lalu bagi.")  # type: ignore[attr-defined]
        return fresh
    percent = unit_of(values.get("unit")) == "persen"
    parts = split(year.value, values.get("accumulation", "sum"), whole=not percent)
    for key, value in parts.items():
        values[f"t_{key}"] = figure_text(value)
    return IndicatorForm(initial=values.dict())


def _tried(form: Any, act: Callable[[], None]) -> int:
    """200 when it was done; otherwise 422 or 409, and the form says why."""
    if not form.is_valid():
        return 422
    try:
        act()
    except (NotFound, NotAllowed):
        raise
    except Refused as error:
        form.add_error(None, error.message(language()))
        return 409 if isinstance(error, Conflict) else 422
    return 200


def _indicator_page(
    request: HttpRequest, form: IndicatorForm, context: dict[str, Any], notes: Any, status: int
) -> HttpResponse:
    def group(names: tuple[str, ...]) -> list[Any]:
        return [(form[name], notes.get(name, ([], ""))) for name in names]

    context |= {
        "form": form,
        "first": group(form.FIRST),
        "targets": group(form.TARGETS),
        "target_notes": notes.get("targets", ([], "")),
        "base": group(("base_value", "base_unit")),
        "details": group(form.DETAILS),
        "split_refused": getattr(form, "split_refused", ""),
        "details_open": any(form[name].errors for name in form.DETAILS),
    }
    return render(request, "plans/indicator.html", context, status=status)


def _surroundings(loaded: Loaded, reference: tuple[str, int], found: Any) -> dict[str, Any]:
    """Where an indicator stands, where it could stand, and the rows that it could be one with."""
    return {
        "element": found.element,
        "official": official(found.element.code),
        "elements": [
            (loaded.elements[e.id].pk, called(e), e.id == reference[0])
            for e, _depth in walk(loaded.plan.elements)
        ],
        "rows": [
            (
                other.pk,
                f"{other.name or _('(teks hilang)')} ({called(loaded.plan.element(id))})",
                other.series_id == found.series_id,
            )
            for (id, _index), other in loaded.indicators.items()
            if other.pk != found.pk
        ],
    }


def _row_of(member: Member, row: Any, indicator: int) -> Any:
    """The plan, the reference and the row of one indicator."""
    loaded = selectors.loaded(member, row)
    for reference, found in loaded.indicators.items():
        if found.pk == indicator:
            return loaded, reference, found
    raise NotFound


def _draft_element(member: Member, plan: int, element: int) -> Any:
    return selectors.element_row(member, selectors.plan_row(member, plan), element)


def _to_plan(member: Member, plan: int, anchor: str = "") -> HttpResponse:
    address = reverse("plan", args=[member.organisation.slug, plan])
    return redirect(f"{address}#{anchor}" if anchor else address)
