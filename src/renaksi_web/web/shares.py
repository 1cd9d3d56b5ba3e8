"""A quarter's indicators as parts of one bar: by band, and those that have no number yet."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from django.utils.translation import gettext as _

from renaksi_web.tracking.report import Line, Report
from renaksi_web.web.answers import language


class Share(NamedTuple):
    """One part: how many of the indicators, and where its piece of the bar lies (of 1000)."""

    key: str
    words: str
    number: int
    start: int
    width: int


def shares(report: Report) -> list[Share]:
    """The parts of what is due this quarter, the best band first; none where nothing is due."""
    counts = Counter(_key(line) for line in report.due)
    steps = report.measurement.settings.bands.steps
    names = {band.key: band.name[language()] for band in steps}
    names |= {"none": _("belum melapor"), "unknown": _("tidak dapat dihitung")}
    total, start, found = len(report.due), 0, []
    for key, words in names.items():
        if counts[key]:
            end = start + counts[key] * 1000
            found.append(Share(key, words, counts[key], start // total, (end - start) // total))
            start = end
    return found


def _key(line: Line) -> str:
    if line.span.raw is not None and line.span.band is not None:
        return line.span.band.key
    return "unknown" if line.is_filled else "none"
