"""Perjanjian Kinerja: what the head of an office promises to the one above, and its attachment."""

from __future__ import annotations

from renaksi.diagnostics import Words
from renaksi.reports.agreement import agreement
from renaksi.reports.matter import Matter, Report
from renaksi.reports.signing import Lacking
from renaksi.reports.tree import Document
from renaksi.reports.wording import year_of


def build(matter: Matter) -> Document:
    """The document, ready to sign by both parties."""
    title = f"Perjanjian Kinerja Tahun {year_of(matter.plan)}"
    return agreement(REPORT.name, title, matter, Lacking())


REPORT = Report(
    "perjanjian-kinerja",
    Words("Perjanjian Kinerja", "Performance agreement"),
    ("PermenPANRB 53/2014",),
    build,
)
