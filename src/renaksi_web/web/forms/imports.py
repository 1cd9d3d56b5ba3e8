"""Forms of bringing a plan in: the file, and one step of correction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renaksi.quarter import CELLS
from renaksi.readers import READERS
from renaksi_web.web.forms.fields import whole_number
from renaksi_web.web.forms.tracking import ManyFiles, ManyFilesField

_NAMES: Final = {"text": _("teks")}
ACCEPTED: Final = (*(suffix for reader in READERS for suffix in reader.suffixes), ".json")


def _formats() -> str:
    """Every format that the core reads, with the usual endings of its files."""
    formats = ", ".join(
        f"{_NAMES.get(reader.name, reader.name)} ({', '.join(reader.suffixes)})"
        for reader in READERS
        if reader.suffixes
    )
    sentence = gettext(
        "%(formats)s, atau berkas Renaksi (.json); paling besar %(most)s MB, zip berisi beberapa "
        "berkas %(archive)s MB."
    )
    return sentence % {
        "formats": formats,
        "most": settings.MAX_UPLOAD // 1_000_000,
        "archive": settings.MAX_ARCHIVE // 1_000_000,
    }


class Upload(forms.Form):
    """The plan's document; several go into a queue."""

    documents = ManyFilesField(
        label=_("Berkas rencana aksi"),
        help_text=lazy(_formats, str)(),
        error_messages={
            "required": _("Pilih berkasnya dulu."),
            "empty": _("Berkas ini kosong; pilih berkas yang memuat rencana aksi."),
        },
        widget=ManyFiles(attrs={"accept": ",".join(ACCEPTED)}),
    )


_PLAIN = (
    "row", "element", "parent", "into", "name", "number", "unit", "first", "second", "values",
    "level", "year", "office", "title",
)  # fmt: skip


def step_of(sent: QueryDict) -> dict[str, Any]:
    """The step of correction that a form of the review page asks for; nothing else gets in."""
    sent = _without_nul(sent)
    step: dict[str, Any] = {"do": sent.get("do", "")}
    step |= {key: sent[key][:4000] for key in _PLAIN if key in sent}
    if step["do"] == "row":
        step["targets"] = {key: sent[f"t_{key}"][:200] for key in CELLS if f"t_{key}" in sent}
        step["ways"] = {k: sent[k] for k in ("direction", "accumulation") if k in sent}
    elif step["do"] == "ways":
        step["ways"] = _ways(sent)
    elif step["do"] == "same":
        step["answers"] = {
            sent[f"q_{name[2:]}"]: sent[name]
            for name in sent
            if name.startswith("s_") and f"q_{name[2:]}" in sent
        }
    elif step["do"] == "split_element":
        step["rows"] = sent.getlist("rows")
    if step["do"] == "plan":
        step["year"] = whole_number(sent, "year") or ""
    return step


def _ways(sent: QueryDict) -> dict[str, Mapping[str, str]]:
    """``a_KEY`` and ``d_KEY`` of each row."""
    ways: dict[str, dict[str, str]] = {}
    for name, value in sent.items():
        kind = {"a_": "accumulation", "d_": "direction"}.get(name[:2])
        if kind is not None and isinstance(value, str):
            ways.setdefault(name[2:], {})[kind] = value
    return dict(ways)


def _without_nul(sent: QueryDict) -> QueryDict:
    """The same without the one character that no database keeps."""
    if "%00" not in sent.urlencode():
        return sent
    return QueryDict(sent.urlencode().replace("%00", ""))


def version_of(sent: QueryDict) -> int | None:
    """The version of the import that the person saw."""
    return whole_number(sent, "version")
