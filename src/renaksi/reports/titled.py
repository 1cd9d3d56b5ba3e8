"""What every document does alike: its title, its foot, and the note of a draft at its end."""

from __future__ import annotations

from collections.abc import Sequence

from renaksi.reports.matter import Matter
from renaksi.reports.signing import Lacking, draft_section
from renaksi.reports.tree import Block, Document, Heading, Section
from renaksi.reports.wording import office_of


def heading(matter: Matter, title: str) -> Heading:
    """The title over the name of the office, in the middle of the page."""
    office = office_of(matter.plan, matter.office.name).upper()
    return Heading(f"{title}\n{office}".rstrip(), 1, "center")


def one_section(
    name: str, blocks: Sequence[Block], matter: Matter, *, landscape: bool = False
) -> Section:
    """Pages of the paper that the office uses."""
    return Section(name, tuple(blocks), matter.choices.paper, landscape)


def document(
    name: str, title: str, matter: Matter, sections: Sequence[Section], lacking: Lacking
) -> Document:
    """The whole; what every document needs and lacks is noted here."""
    office = office_of(matter.plan, matter.office.name)
    for gap in matter.provisional:
        lacking.note(gap)
    if not matter.plan.year:
        lacking.note("Tahun rencana belum diisi.")
    if not office:
        lacking.note("Nama perangkat daerah belum diisi.")
    whole = f"{title} {office}".strip()
    notes = draft_section(lacking, sections[0])
    return Document(
        name, whole, (*sections, *notes), office, whole, lacking.told(), matter.office.dated,
        matter.office.word_template,
    )  # fmt: skip
