"""Events of the audit record in a clerk's words: who did what, from what to what, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renaksi_web.accounts.policy import POLICY
from renaksi_web.audit.selectors import Story
from renaksi_web.tracking.since_return import Difference
from renaksi_web.web.answers import language

_FIELDS: Final = {
    "note": gettext_lazy("catatan"),
    "obstacle": gettext_lazy("kendala"),
    "follow_up": gettext_lazy("tindak lanjut"),
}


# Acts that are no right of their own in the policy.
_ACTS: Final = {
    "installation.set_up": gettext_lazy("menyiapkan Renaksi untuk kantor ini"),
    "organisation.found": gettext_lazy("menambahkan kantor ini"),
    "people.invite": gettext_lazy("mengundang rekan"),
    "people.reset_password": gettext_lazy("membuat tautan kata sandi"),
    "people.withdraw": gettext_lazy("menarik undangan"),
    "people.join": gettext_lazy("bergabung lewat undangan"),
    "people.set_roles": gettext_lazy("mengubah peran"),
    "people.close": gettext_lazy("menonaktifkan akun"),
    "people.reopen": gettext_lazy("mengaktifkan akun"),
    "self.reset_password": gettext_lazy("membuat kata sandi baru lewat tautan"),
    "self.change_password": gettext_lazy("mengganti kata sandi"),
    "self.end_session": gettext_lazy("mengakhiri sesi"),
}

# What else the right to bring a document in is used for, by what the record holds of it.
_REVIEWED: Final = {
    "step": gettext_lazy("mengoreksi hasil baca"),
    "taken_back": gettext_lazy("mengurungkan koreksi hasil baca"),
    "findings": gettext_lazy("memutuskan yang ditanyakan tentang hasil baca"),
}


class Told(NamedTuple):
    """One event as a line of a history."""

    at: datetime
    actor: str
    words: str
    reason: str


def told(story: Story) -> Told:
    """The event as a sentence."""
    act = POLICY.get(story.act)
    known = str(_ACTS.get(story.act, story.act))
    named = (act.id if language() == "id" else act.en) if act else known
    of = _of_import if story.act == "plan.import" else _of_entry
    words = of(story.before or {}, story.after or {}) or named
    return Told(story.at, story.actor, words, story.reason)


def _of_import(before: Any, after: Any) -> str:
    """What happened to a reading under review; empty where it was brought or taken in."""
    if "remembered" in before:
        return _("melupakan koreksi yang diingat")
    for key, words in _REVIEWED.items():
        if key in after:
            return str(words)
    if after.get("state") == "dropped":
        return _("tidak jadi memakai dokumen rencana")
    return _("membatalkan impor") if "state" in before else ""


def _of_entry(before: Any, after: Any) -> str:
    """What happened to one entry; empty where the act's own words say it."""
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return ""
    said = []
    if "state" in after and "text" in after:
        change = {"old": _value(before), "new": _value(after)}
        said.append(_("nilai dari %(old)s menjadi %(new)s") % change)
    said += [
        _("%(field)s: %(text)s") % {"field": _FIELDS[k], "text": after[k]}
        for k in _FIELDS
        if k in after
    ]
    if "evidence" in after:
        said.append(_("menambah bukti %(names)s") % {"names": _names(after)})
    elif "evidence" in before:
        said.append(_("menghapus bukti %(names)s") % {"names": _names(before)})
    return "; ".join(said)


def difference(found: Difference) -> str:
    """What changed since the entry was sent back."""
    if found.is_none:
        return _("tidak ada yang berubah")
    said = []
    for key, new in found.after.items():
        old = found.before.get(key)
        if key == "value":
            change = {"old": _value(old or {}), "new": _value(new)}
            said.append(_("nilai dari %(old)s menjadi %(new)s") % change)
        else:
            change = {
                "field": str(_FIELDS[key]),
                "old": old or _("kosong"),
                "new": new or _("kosong"),
            }
            said.append(_("%(field)s dari “%(old)s” menjadi “%(new)s”") % change)
    if found.added:
        said.append(_("menambah bukti %(names)s") % {"names": ", ".join(found.added)})
    if found.removed:
        said.append(_("menghapus bukti %(names)s") % {"names": ", ".join(found.removed)})
    return "; ".join(said)


def _value(told: Mapping[str, Any]) -> str:
    return told.get("text") or _("kosong")


def _names(told: Mapping[str, Any]) -> str:
    return ", ".join(proof["title"] for proof in told["evidence"])
