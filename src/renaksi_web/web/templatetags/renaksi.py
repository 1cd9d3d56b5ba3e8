"""How values are written on a page: numbers the Indonesian way, and fields with their sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms, template
from django.utils.translation import get_language

from renaksi.checks.view import LEVEL_WORDS
from renaksi.diagnostics import Language, Words, spoken
from renaksi.measure import Exact, shown
from renaksi.model import Cell, Element
from renaksi.quantity import show
from renaksi.quarter import ROMAN
from renaksi.render.words import cell_name, cell_text, element_name, place_words
from renaksi_web.plans.cells import place_of
from renaksi_web.plans.rupiah import shown_rupiah
from renaksi_web.tracking.typed import bears_percent
from renaksi_web.web.wording import (
    ACCUMULATIONS,
    FREQUENCIES,
    IMPORT_STATES,
    KINDS,
    STATUSES,
    plan_words,
    version_words,
)

register = template.Library()


@register.filter
def number(value: Decimal | None, places: int | None = None) -> str:
    """A number for people: ``1.250,75``; with places rounded half-up."""
    if value is None:
        return ""
    return show(value, _language(), places)


@register.filter
def quarter(key: str) -> str:
    """``q1`` → ``TW I``."""
    return ROMAN[key]


@register.filter
def figure(value: Exact | None) -> str:
    """An exact number rounded half-up to two decimals: ``83,33``."""
    return "" if value is None else shown(value, _language())


@register.filter
def cell(value: Cell | None, unit: str | None = None) -> str:
    """What stands in a target's or an actual's cell, empty where nothing does.

    A fraction is shown as the percentage that it is (``=45/60`` → ``75%``), and a number that
    was typed alone where the unit is per cent with its sign (``45`` → ``45%``).
    """
    if value is None:
        return ""
    text = cell_text(value, _language())
    return f"{text}%" if text[-1:].isdigit() and bears_percent(value, unit) else text


@register.filter
def rupiah(value: Decimal | None) -> str:
    """An amount of money: ``12.500.000``."""
    return shown_rupiah(value)


@register.filter
def place(value: Any) -> str:
    """Where in the document: *baris 39, kolom 4*."""
    return place_words(place_of(value), _language())


@register.filter
def cell_words(key: str) -> str:
    """Of what a cell is: *TW II*, *Tahun*, *2021*."""
    return cell_name(key, _language())


@register.filter
def accumulation(value: str) -> Any:
    """How the quarters of an indicator make its year."""
    return dict(ACCUMULATIONS)[value]


@register.filter
def under(mapping: Mapping[str, Any], key: str) -> Any:
    """What a mapping holds under a key."""
    return mapping.get(key)


@register.filter
def named(value: Words | Mapping[Any, str]) -> str:
    """A name in both languages, in that of the page; frozen results keep it as a mapping."""
    both = value if isinstance(value, Mapping) else value._asdict()
    return str(both[_language()])


@register.filter
def days_after(day: date, first: date) -> int:
    """How many days lie between: a deadline is told in days, not in weeks and days."""
    return (day - first).days


def _language() -> Language:
    return "en" if (get_language() or "").startswith("en") else "id"


@register.filter
def plan_status(value: str) -> Any:
    """``set`` → Ditetapkan."""
    return STATUSES[value]


register.simple_tag(version_words)
register.simple_tag(plan_words)


@register.filter
def kind_words(kind: str) -> Any:
    """``action_plan`` → Rencana aksi."""
    return KINDS.get(kind, kind)


@register.filter
def import_state(value: str) -> Any:
    """``review`` → Perlu diperiksa."""
    return IMPORT_STATES[value]


@register.filter
def frequency(value: str) -> Any:
    """``quarterly`` → setiap triwulan."""
    return dict(FREQUENCIES)[value]


@register.inclusion_tag("_field.html")
def field(bound: forms.BoundField) -> dict[str, Any]:
    """A form's field with its label, help and errors, tied together for a screen reader."""
    widget = bound.field.widget
    classes = "form-select" if isinstance(widget, forms.Select) else "form-control"
    if isinstance(widget, forms.CheckboxInput):
        classes = "form-check-input d-block"
    elif isinstance(widget, forms.CheckboxSelectMultiple):
        classes = "choices"
    described = [bound.id_for_label + "_help"] if bound.help_text else []
    described += [bound.id_for_label + "_errors"] if bound.errors else []
    attributes: dict[str, str | bool] = {"class": classes + (" is-invalid" if bound.errors else "")}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {"bound": bound, "widget": bound.as_widget(attrs=attributes)}


@register.filter
def bar(value: Exact) -> str:
    """The width of a bar for a per cent, at most 120, with a point as drawings want it."""
    return f"{float(max(0, min(120, value))):.1f}"


@register.filter
def level(key: str) -> str:
    """``subactivity`` → *Sub kegiatan*."""
    return spoken(LEVEL_WORDS[key], _language()).capitalize()  # type: ignore[index]


@register.filter
def element(value: Element) -> str:
    """Number and name of an element, its level first."""
    return element_name(value, _language())


@register.filter
def at(values: Sequence[Any] | None, index: str) -> Any:
    """What stands at an index; None where nothing does."""
    return values[int(index)] if values and int(index) < len(values) else None
