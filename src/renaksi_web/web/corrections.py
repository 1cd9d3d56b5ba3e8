"""Corrections in a clerk's words: the last one that was taken, and those that are remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renaksi_web.web.wording import ACCUMULATIONS, DIRECTIONS

_WAYS = {**dict(ACCUMULATIONS), **dict(DIRECTIONS)}


def correction_words(told: Mapping[str, Any]) -> str:
    """A remembered correction as a sentence: what it does to what."""
    about = _about(told)
    do = told["do"]
    if do == "ways":
        ways = ", ".join(str(_WAYS[way]) for way in told["way"].values() if way in _WAYS)
        return _("%(about)s: %(ways)s") % {"about": about, "ways": ways}
    if do == "same":
        if told["answer"] == "same":
            return _("“%(name)s” adalah satu indikator di semua barisnya") % {"name": about}
        return _("“%(name)s” dilaporkan sendiri-sendiri") % {"name": about}
    if do == "plan":
        return _("Kantor: %(name)s") % {"name": told["office"]}
    if do in ("row", "element"):
        return _of_texts(told, about)
    return _of_places(told, about)


def step_words(step: Mapping[str, Any]) -> str:
    """What kind of correction a step is."""
    if step.get("do") == "remembered":
        count = len(step.get("steps") or ())
        sentence = ngettext(
            "%(count)s koreksi dari ingatan", "%(count)s koreksi dari ingatan", count
        )
        return sentence % {"count": count}
    return ""


def _about(told: Mapping[str, Any]) -> str:
    if told.get("row"):
        return str(told["row"][0])
    if told.get("element"):
        return str(told["element"][1])
    return str(told.get("name") or "")


def _of_texts(told: Mapping[str, Any], about: str) -> str:
    if told.get("name") and told["name"] != about:
        return _("“%(old)s” menjadi “%(new)s”") % {"old": about, "new": told["name"]}
    return _("%(about)s: satuan %(unit)s") % {"about": about, "unit": told.get("unit") or "—"}


def _of_places(told: Mapping[str, Any], about: str) -> str:
    """Corrections that move, join, divide, take out or add."""
    named = {"about": about}
    to = told.get("into") or told.get("parent") or told.get("element")
    if told["do"].startswith("drop"):
        return _("Hapus “%(about)s”") % named
    if told["do"].startswith("split"):
        both = {"first": told.get("first"), "second": told.get("second")}
        return _("Bagi menjadi “%(first)s” dan “%(second)s”") % both
    if told["do"] == "add_element":
        return _("Tambah “%(about)s”") % named
    if to is None:
        return _("Pindahkan “%(about)s” ke paling atas") % named
    both = {**named, "to": to[0] if len(to) == 3 else to[1]}
    if told["do"].startswith("merge"):
        return _("Gabungkan “%(about)s” ke “%(to)s”") % both
    return _("Pindahkan “%(about)s” ke “%(to)s”") % both
