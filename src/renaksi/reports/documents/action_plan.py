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
from renaksi.reports.signing import Lacking, draft_section, signed_by_head
from renaksi.reports.tree import Document, Heading, Section
from renaksi.reports.wording import level_of, named, office_of, year_of


def build(matter: Matter) -> Document:
    """The document, ready to sign."""
    plan, lacking = matter.plan, Lacking()
    _note_gaps(matter, lacking)
    office = office_of(plan, matter.office.name)
    title = f"RENCANA AKSI TAHUN {year_of(plan)}"
    cascade = Cascade(plan)
    tables = (paired if matter.choices.layout == "paired" else columns)(cascade)
    section = Section(
        "Rencana Aksi",
        (
            Heading(f"{title}\n{office.upper()}".rstrip(), 1, "center"),
            *tables,
            signed_by_head(matter, lacking),
        ),
        matter.choices.paper,
        landscape=True,
    )
    return Document(
        REPORT.name,
        f"{title} {office}".strip(),
        (section, *draft_section(lacking, section)),
        office,
        f"Rencana Aksi Tahun {year_of(plan)} {office}".strip(),
        lacking.told(),
        matter.office.dated,
    )


def _note_gaps(matter: Matter, lacking: Lacking) -> None:
    """What the plan itself lost."""
    plan = matter.plan
    if not plan.year:
        lacking.note("Tahun rencana belum diisi.")
    if not office_of(plan, matter.office.name):
        lacking.note("Nama perangkat daerah belum diisi.")
    if matter.choices.layout == "columns":
        if not any(element.budget for element in plan.elements):
            lacking.note("Anggaran program, kegiatan, dan sub kegiatan belum diisi.")
        if not any(row.responsible for element in plan.elements for row in element.indicators):
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
