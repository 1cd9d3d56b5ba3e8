"""Checking and approving a quarter: what needs attention first, only acts that are possible."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final, NamedTuple

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

_DONE: Final[dict[str, Any]] = {
    "entry.submit": gettext_lazy("%(count)s isian dikirim untuk diperiksa."),
    "entry.verify": gettext_lazy("%(count)s isian diverifikasi."),
    "entry.approve": gettext_lazy("%(count)s isian disetujui."),
    "entry.return": gettext_lazy("%(count)s isian dikembalikan untuk diperbaiki."),
    "entry.withdraw": gettext_lazy("%(count)s isian ditarik kembali."),
    "entry.lock": gettext_lazy("%(count)s isian dikunci."),
    "entry.reopen": gettext_lazy("%(count)s isian dibuka kembali."),
}
_ONWARD: Final = frozenset({"submit", "verify", "approve", "lock"})


class Button(NamedTuple):
    """An act that is offered: the page's name, its words, whether it needs a reason."""

    page: str
    words: str
    reason: bool


class Row(NamedTuple):
    """A line to decide on; ``own`` where the person may not, because it is their work.

    ``since`` says what changed since it was sent back. What can be taken on is ``ticked`` at first.
    """

    line: Line
    own: bool
    since: str = ""
    ticked: bool = False

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
    def goes_on(self) -> bool:
        """Whether the person can take these a step on, not only back."""
        return any(button.page in _ONWARD for button in self.buttons)

    @property
    def needing(self) -> list[Row]:
        """Rows to look at one by one: unlikely, unexplained, unproven, own or sent back once."""
        return [row for row in self.rows if row.attention or row.own or row.since]

    @property
    def fine(self) -> list[Row]:
        """The others."""
        return [row for row in self.rows if not (row.attention or row.own or row.since)]


def show(
    request: HttpRequest, member: Member, year: int, quarter: str, sentence: str = "",
    reason: str = "", ticked: Collection[int] | None = None, status: int = 200, asked: str = "",
) -> HttpResponse:  # fmt: skip
    """One screen: everything of the quarter by state; ``ticked`` what was chosen in vain.

    ``asked`` is the state whose entries wait for the reason that was not given.
    """
    found = report(member, year, quarter)
    context = {
        "report": found,
        "parts": _parts(member, found, ticked),
        "frozen": frozen.latest(member, year, quarter),
        "approved": len(found.standing("approved", "locked")),
        "fine": sum((line.span.raw or 0) >= 100 for line in found.filled),
        "attention": sum(Row(line, False).attention > 0 for line in found.filled),
        "attentions": _attentions(found),
        "sentence": sentence,
        "reason": reason,
        "asked": asked,
    }
    return render(request, "tracking/check.html", context, status=status)


def _parts(member: Member, found: Report, ticked: Collection[int] | None) -> list[Part]:
    parts = []
    differences = since_return(member, found)
    for state, title in _TITLES.items():
        steps = [step for step in steps_from(state) if allows(member, step.act)]
        buttons = [_button(step) for step in steps]
        goes_on = any(button.page in _ONWARD for button in buttons)
        guarded = [step.act for step in steps if not POLICY[step.act].own]
        rows = []
        for line in found.standing(state):
            entry = line.entry
            authors = (entry.author_id, entry.submitted_by_id) if entry else ()
            own = not all(allows(member, a, authors=authors) for a in guarded)
            since = differences.get(entry.pk) if entry else None
            ready = goes_on and not own and line.is_filled and not line.lacks_explanation
            chosen = ready if ticked is None else entry is not None and entry.pk in ticked
            rows.append(Row(line, own, difference(since) if since else "", chosen))
        rows.sort(key=lambda row: -row.attention)
        if rows:
            parts.append(Part(state, str(title), rows, buttons))
    # What the person can take on stands first, what they could only take back after it.
    parts.sort(key=lambda part: not part.goes_on)
    return parts


def _attentions(found: Report) -> list[str]:
    """How many entries need a look, by what for; a line may be in several."""
    counts = (
        (sum(line.explain for line in found.filled), _("%(n)s di bawah batas")),
        (sum(line.is_unlikely for line in found.filled), _("%(n)s di luar rentang wajar")),
        (sum(not line.evidence for line in found.filled), _("%(n)s tanpa bukti")),
    )
    return [words % {"n": n} for n, words in counts if n]


def _button(step: Step) -> Button:
    name, words = _BUTTONS[step.act]
    return Button(str(name), str(words), step.needs_reason)


def step(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """Take ticked entries one step on, by the act of this address."""
    act = {page: act for act, (page, _label) in _BUTTONS.items()}[_name(request)]
    form = Decision(request.POST)
    reason = request.POST.get("reason", "")[:4000]
    try:
        count = move(
            by=member, act=act, year=year, quarter=quarter, seen=form.seen(), reason=reason,
            shown_as=request.POST.get("state"),
        )  # fmt: skip
    except (NotFound, NotAllowed):
        raise
    except RenaksiError as refused:
        status = getattr(refused, "status", 422)
        said = refused.message(language())
        lacks_reason = getattr(refused, "field", None) == "reason"
        asked = request.POST.get("state", "") if lacks_reason else ""
        return show(request, member, year, quarter, said, reason, form.seen(), status, asked)
    messages.success(request, _DONE[act] % {"count": count})
    return redirect("check", member.organisation.slug, year, quarter)


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return str(match.url_name) if match else ""
