"""Rencana Aksi: the yearly plan with its targets for each quarter, as offices file it.

Two layouts. *Paired* is that of the plans which offices hand in: goal beside objective,
objective beside program, and under each program its activities beside their
sub-activities, with one line for each quarter. *Columns* is the other custom: objectives
with their targets in four columns, and beside them the programs, activities and
sub-activities with budget and person in charge.
"""

from __future__ import annotations

from renaksi.diagnostics import Words
from renaksi.reports.cascade import Cascade
from renaksi.reports.layouts import columns, paired
from renaksi.reports.matter import Matter, Report
from renaksi.reports.signing import Lacking, signed_by_head
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import Document
from renaksi.reports.wording import level_of, named, year_of


def build(matter: Matter) -> Document:
    """The document, ready to sign."""
    plan, lacking = matter.plan, Lacking()
    _note_gaps(matter, lacking)
    title = f"RENCANA AKSI TAHUN {year_of(plan)}"
    layout = paired if matter.choices.layout == "paired" else columns
    blocks = (heading(matter, title), *layout(Cascade(plan)), signed_by_head(matter, lacking))
    section = one_section("Rencana Aksi", blocks, matter, landscape=True)
    return document(REPORT.name, f"Rencana Aksi Tahun {year_of(plan)}", matter, (section,), lacking)


def _note_gaps(matter: Matter, lacking: Lacking) -> None:
    """What the plan itself lost."""
    plan = matter.plan
    if not plan.elements:
        lacking.note("Rencana ini masih kosong.")
    if matter.choices.layout == "columns":
        if not any(element.budget for element in plan.elements):
            lacking.note("Anggaran program, kegiatan, dan sub kegiatan belum diisi.")
        said = (row.responsible for element in plan.elements for row in element.indicators)
        if not any(said) and not any(element.responsible for element in plan.elements):
            lacking.note("Penanggung jawab belum diisi.")
    for element in plan.elements:
        for indicator in element.indicators:
            if not indicator.name:
                what = named(element) or "tanpa nama"
                lacking.note(f"Teks indikator kosong pada {level_of(element)} “{what}”.")
            elif all(cell.state == "missing" for cell in indicator.targets.values()):
                lacking.note(f"Target indikator “{indicator.name}” kosong.")


REPORT = Report(
    "rencana-aksi",
    Words("Rencana Aksi", "Action plan"),
    ("PermenPANRB 53/2014", "PermenPANRB 88/2021"),
    build,
)
