"""What the page of a quarter's cells shows: groups as on the paper, and ways to show fewer rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renaksi.model import Element
from renaksi_web.tracking.report import Line, Report

Words = Any  # a sentence, translated when it is shown

# The key in the address, its words, and which lines are meant.
_VIEWS: Final[tuple[tuple[str, Words, Callable[[Report, Line], bool]], ...]] = (
    ("belum", gettext_lazy("Belum diisi"), lambda _found, line: line.is_due and not line.is_filled),
    (
        "perbaikan",
        gettext_lazy("Perlu perbaikan"),
        lambda _found, line: line.standing == "returned",
    ),
    (
        "kendala",
        gettext_lazy("Kendala belum diisi"),
        lambda found, line: line.lacks_explanation and found.can_edit(line),
    ),
    (
        "bukti",
        gettext_lazy("Bukti belum ada"),
        lambda _found, line: line.is_filled and not line.evidence,
    ),
    (
        "wajib",
        gettext_lazy("Dilaporkan triwulan ini"),
        lambda _found, line: line.is_due,
    ),
)


def grid_page(found: Report, chosen: str) -> dict[str, Any]:
    """Groups of lines, how many each view holds, and how far the quarter is filled."""
    views = {key: [line for line in found.lines if holds(found, line)] for key, _w, holds in _VIEWS}
    lines = views.get(chosen, list(found.lines))
    chips = [("", _("Semua baris"), len(found.lines))]
    chips += [(key, words, len(views[key])) for key, words, _holds in _VIEWS]
    changing = {line.row.series_id for line in lines if found.can_edit(line)}
    fixed = sum(line.row.series_id not in changing for line in found.filled)
    return {
        "parts": _groups(found, lines),
        "chips": chips,
        "editable": bool(changing),
        "chosen": chosen if chosen in views else "",
        "progress": {"filled": len(found.filled), "due": len(found.due), "fixed": fixed},
    }


def _groups(found: Report, lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Lines under the program that they belong to, as the paper divides them."""
    elements = {element.id: element for element in found.loaded.plan.elements}
    groups: list[tuple[str, list[Line]]] = []
    for line in lines:
        heading = _program(elements, line.element.key)
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(line)
    return groups


def _program(elements: dict[str, Element], key: str) -> str:
    element: Element | None = elements.get(key)
    while element is not None and element.level != "program":
        element = elements.get(element.parent or "")
    if element is None:
        return _("Tujuan dan sasaran")
    return element.heading or element.name or ""
