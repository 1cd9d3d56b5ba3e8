"""Official documents: a plan and what it reached as a tree of headings, tables and signatures.

``report("rencana-aksi").build(matter)`` gives the `Document` of one kind of paper;
`renaksi.render.printed` turns it into a file. To add a document: write its module in
`renaksi.reports.documents`, with a `REPORT` that says its title, basis and how it is
built, and name it in `REPORTS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from renaksi.reports.names import REPORTS

if TYPE_CHECKING:
    from renaksi.reports.matter import Report

__all__ = ["REPORTS", "report"]


def report(name: str) -> Report:
    """One of `REPORTS`; KeyError for another name."""
    module = import_module(f"renaksi.reports.documents.{REPORTS[name]}")
    found: Report = module.REPORT
    return found
