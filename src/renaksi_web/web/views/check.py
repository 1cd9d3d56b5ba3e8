"""Checking and approving a quarter: what needs attention first, only acts that are possible."""

from __future__ import annotations

from typing import Final, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renaksi.diagnostics import RenaksiError
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import POLICY, allows
from renaksi_web.refusals import NotAllowed, NotFound
from renaksi_web.tracking import frozen
from renaksi_web.tracking.report import Line, Report, report
from renaksi_web.tracking.since_return import since_return
from renaksi_web.tracking.transitions import Step, steps_from
from renaksi_web.tracking.workflow import move
from renaksi_web.web.answers import language
from renaksi_web.web.forms.tracking import Decision
from renaksi_web.web.stories import difference

_TITLES: Final = {
    "submitted": gettext_lazy("Menunggu diperiksa"),
    "verified": gettext_lazy("Menunggu persetujuan"),
    "returned": gettext_lazy("Dikembalikan, perlu perbaikan"),
    "draft": gettext_lazy("Belum dikirim"),
    "approved": gettext_lazy("Disetujui"),
    "locked": gettext_lazy("Terkunci"),
}
_BUTTONS: Final = {
    "entry.submit": ("submit", gettext_lazy("Kirim untuk diperiksa")),
    "entry.verify": ("verify", gettext_lazy("Verifikasi")),
    "entry.approve": ("approve", gettext_lazy("Setujui")),
    "entry.return": ("return", gettext_lazy("Kembalikan")),
    "entry.withdraw": ("withdraw", gettext_lazy("Tarik kembali")),
    "entry.lock": ("lock", gettext_lazy("Kunci")),
    "entry.reopen": ("reopen", gettext_lazy("Buka kembali")),
}


class Button(NamedTuple):
    """An act that is offered: the page's name, its words, whether it needs a reason."""

    page: str
    words: str
    reason: bool


class Row(NamedTuple):
    """A line to decide on; ``own`` where the person may not, because it is their work.

    ``since`` says what changed since it was sent back, where it was.
    """

    line: Line
    own: bool
    since: str = ""

    @property
    def attention(self) -> int:
        """What needs a look first: unlikely, unexplained, without evidence."""
        line = self.line
        return 4 * line.is_unlikely + 2 * line.explain + (not line.evidence)


class Part(NamedTuple):
    """The lines in one state, the ones that need attention first, with what can be done."""

    state: str
    title: str
    rows: list[Row]
    buttons: list[Button]

    @property
    def needs_reason(self) -> bool:
        """Whether some act asks for a reason."""
        return any(button.reason for button in self.buttons)


def show(
    request: HttpRequest, member: Member, year: int, quarter: str, sentence: str = "",
    reason: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    """One screen: everything of the quarter by state."""
    found = report(member, year, quarter)
    context = {
        "report": found,
        "parts": _parts(member, found),
        "frozen": frozen.latest(member, year, quarter),
        "attention": sum(Row(line, False).attention > 0 for line in found.filled),
        "sentence": sentence,
        "reason": reason,
    }
    return render(request, "tracking/check.html", context, status=status)


def _parts(member: Member, found: Report) -> list[Part]:
    parts = []
    differences = since_return(member, found)
    for state, title in _TITLES.items():
        steps = [step for step in steps_from(state) if allows(member, step.act)]
        guarded = [step.act for step in steps if not POLICY[step.act].own]
        rows = []
        for line in found.standing(state):
            entry = line.entry
            authors = (entry.author_id, entry.submitted_by_id) if entry else ()
            own = not all(allows(member, a, authors=authors) for a in guarded)
            since = differences.get(entry.pk) if entry else None
            rows.append(Row(line, own, difference(since) if since else ""))
        rows.sort(key=lambda row: -row.attention)
        buttons = [_button(step) for step in steps]
        if rows:
            parts.append(Part(state, str(title), rows, buttons))
    # What the person can decide stands first, what they could only send back after it.
    parts.sort(key=lambda part: all(button.reason for button in part.buttons))
    return parts


def _button(step: Step) -> Button:
    name, words = _BUTTONS[step.act]
    return Button(str(name), str(words), step.needs_reason)


def step(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """Take ticked entries one step on, by the act of this address."""
    act = {page: act for act, (page, _words) in _BUTTONS.items()}[_name(request)]
    form = Decision(request.POST)
    reason = request.POST.get("reason", "")[:4000]
    try:
        count = move(
            by=member, act=act, year=year, quarter=quarter, seen=form.seen(), reason=reason
        )
    except (NotFound, NotAllowed):
        raise
    except RenaksiError as refused:
        status = getattr(refused, "status", 422)
        said = refused.message(language())
        return show(request, member, year, quarter, said, reason, status)
    done = {"count": count, "act": POLICY[act].id if language() == "id" else POLICY[act].en}
    messages.success(request, _("%(count)s isian: berhasil %(act)s.") % done)
    return redirect("check", member.organisation.slug, year, quarter)


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return str(match.url_name) if match else ""
