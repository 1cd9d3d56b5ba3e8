"""Perjanjian Kinerja Perubahan: the agreement as it is revised, beside what it was."""

from __future__ import annotations

from renaksi.diagnostics import Words
from renaksi.reports.agreement import agreement
from renaksi.reports.matter import Matter, Report
from renaksi.reports.signing import Lacking
from renaksi.reports.tree import Document
from renaksi.reports.wording import year_of


def build(matter: Matter) -> Document:
    """The document; the plan before gives what is printed as *semula*."""
    title = f"Perjanjian Kinerja Perubahan Tahun {year_of(matter.plan)}"
    return agreement(REPORT.name, title, matter, Lacking(), revised=True)


REPORT = Report(
    "perjanjian-kinerja-perubahan",
    Words("Perjanjian Kinerja Perubahan", "Revised performance agreement"),
    ("PermenPANRB 53/2014",),
    build,
)
