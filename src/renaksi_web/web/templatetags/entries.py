"""How an entry stands and what it reached, as pages show it: in words, with its band.

Functions instead of templates, because a page shows them for each of its rows.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django import template
from django.template import Context
from django.utils.dateformat import format as dated
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renaksi.measure import Mean, Span
from renaksi_web.tracking.due import Unassessed
from renaksi_web.tracking.report import Line
from renaksi_web.web.addresses import entry_address
from renaksi_web.web.templatetags.renaksi import figure, named, number

register = template.Library()

# Where nothing was reported or what was reported rests, in words that need nothing else.
_PLAIN: Final[dict[str, Any]] = {
    "submitted": gettext_lazy("Dikirim, menunggu diperiksa"),
    "unplanned": gettext_lazy("Tidak ada target TW ini"),
    "lost": gettext_lazy("Target TW ini kosong di rencana"),
    "half_yearly": gettext_lazy("Dilaporkan tiap semester"),
    "later": gettext_lazy("Belum waktunya"),
    "awaited": gettext_lazy("Belum diisi"),
}
_MOVED: Final[dict[str, Any]] = {
    "verified": gettext_lazy("Terverifikasi %(day)s · %(name)s"),
    "approved": gettext_lazy("Terkunci: disetujui %(head)s %(day)s"),
    "locked": gettext_lazy("Terkunci sejak %(day)s"),
}
_WITHOUT: Final[dict[str, Any]] = {
    "undefined": gettext_lazy("tidak terdefinisi"),
    "without_target": gettext_lazy("tanpa target"),
}


@register.simple_tag(takes_context=True)
def entry_url(context: Context, series: int) -> str:
    """Where the entry of a series is shown, in the office and quarter of the page."""
    report = context["report"]
    return entry_address(context["member"].organisation.slug, report.year, report.quarter, series)


@register.simple_tag
def achievement(span: Span, why: Unassessed = "") -> SafeString:
    """The achievement in its band; else why there is none: ``why`` nothing is asked for."""
    if span.raw is not None:
        key, name = (span.band.key, named(span.band.name)) if span.band else ("", "")
        shown = format_html(
            '<span class="band band-{}" title="{}">{}%</span>', key, name, figure(span.raw)
        )
        return shown + _small(_("belum lengkap"), " ") if span.state == "incomplete" else shown
    if span.state in _WITHOUT:
        return _small(_WITHOUT[span.state])
    if span.state != "awaited":
        return _small("–")
    if why:
        words = _("dinilai setahun sekali") if why == "yearly" else _("dilaporkan tiap semester")
        return _small(words)
    return format_html('<span class="band band-none">{}</span>', _("belum melapor"))


@register.simple_tag
def mean(value: Mean) -> SafeString:
    """A mean of achievements in its band; else whether there is anything to measure."""
    if value.value is not None:
        key = value.band.key if value.band else ""
        return format_html('<span class="band band-{}">{}%</span>', key, figure(value.value))
    if value.of:
        return format_html('<span class="band band-none">{}</span>', _("belum terukur"))
    return _small(_("tidak ada yang dijadwalkan"))


@register.simple_tag
def reached(line: Line) -> SafeString:
    """What the quarter of a line reached; a dash where nothing was to be reported."""
    if line.standing in ("yearly", "half_yearly", "later") and not line.is_filled:
        return format_html('<small>–<span class="visually-hidden"> {}</span></small>', line.name)
    if line.is_filled and line.span.state == "awaited":
        return _small(_("tidak ada realisasi"))
    return achievement(line.span, line.unassessed)


@register.simple_tag
def fraction(entry: Any) -> str:
    """The fraction that was typed, with what it comes to: ``75% = 45 ÷ 60``."""
    if entry is None or not entry.denominator:
        return ""
    above, below = number(entry.numerator), number(entry.denominator)
    return f"{number(entry.value, 2)}% = {above} ÷ {below}"


@register.simple_tag(takes_context=True)
def standing(context: Context, line: Line) -> SafeString:
    """Where the entry of a line stands, and what about it asks to be looked at."""
    parts = [_stands(context, line)]
    if line.is_unlikely and line.range is not None:
        low, high = number(line.range.low), number(line.range.high)
        words = _("Di luar rentang wajar %(low)s–%(high)s; periksa lagi.")
        parts.append(
            format_html('<span class="warn">{}</span>', words % {"low": low, "high": high})
        )
    if line.lacks_explanation and line.is_editable:
        where = entry_url(context, line.row.series_id)
        words = _("Isi kendala dan tindak lanjut")
        parts.append(format_html('<a class="warn" href="{}">{}</a>', where, words))
    if line.entry is not None and line.entry.sample:
        parts.append(format_html('<span class="sample">{}</span>', _("Contoh")))
    return mark_safe(" ".join(parts))  # noqa: S308 - of parts that format_html made


def _stands(context: Context, line: Line) -> SafeString:
    """The words for where it stands: who did what and when, or why nothing is there."""
    entry: Any = line.entry
    if line.standing in _PLAIN:
        return format_html("{}", _PLAIN[line.standing])
    if line.standing == "late":
        return format_html("<strong>{}</strong>", _("Terlambat"))
    if line.standing == "yearly":
        return format_html("{}", _assessed(line.row.assessed_by))
    if line.standing == "returned":
        return format_html("<strong>{}:</strong> {}", _("Dikembalikan"), entry.reason)
    if line.standing == "draft":
        saved = _saved(entry.changed_at, context["today"])
        theirs = entry.author_id != context["request"].user.pk
        return format_html("{} · {}" if theirs else "{}", saved, entry.author_name)
    head = context["member"].organisation.head
    told = {"day": dated(localtime(entry.moved_at), "j F"), "name": entry.moved_by, "head": head}
    return format_html("{}", _MOVED[line.standing] % told)


def _assessed(by: str) -> str:
    if by:
        return _("Dinilai sekali setahun oleh %(who)s") % {"who": by}
    return _("Dinilai sekali setahun oleh penilai luar")


def _saved(at: datetime, today: date) -> str:
    """*Tersimpan 09.41*, with its day where that is not today."""
    local = localtime(at)
    told = {"time": f"{local:%H.%M}"}
    if local.date() == today:
        return _("Tersimpan %(time)s") % told
    return _("Tersimpan %(day)s, %(time)s") % {**told, "day": dated(local, "j M")}


def _small(words: Any, before: str = "") -> SafeString:
    return format_html("{}<small>{}</small>", before, words)
