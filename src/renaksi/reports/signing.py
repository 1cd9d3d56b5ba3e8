"""Who signs and where: signature blocks, the head of the paper, and what they lack.

`Lacking` gathers what a document had to leave open; whatever is in it makes the document
a draft that says so.
"""

from __future__ import annotations

from renaksi.interpret.appended import DRAFT_TITLE
from renaksi.reports.matter import Matter
from renaksi.reports.office import Official
from renaksi.reports.tree import Heading, Letterhead, Listing, Party, Section, Signatures, text
from renaksi.reports.wording import DOTS, day, office_of


class Lacking:
    """What a document lacks, in the order in which it was noticed; each is told once."""

    def __init__(self) -> None:
        self._told: dict[str, None] = {}

    def note(self, sentence: str) -> None:
        """Something is missing; an empty sentence says that nothing is."""
        if sentence:
            self._told[sentence] = None

    def told(self) -> tuple[str, ...]:
        """All that is missing."""
        return tuple(self._told)


def draft_section(lacking: Lacking, paper_of: Section) -> tuple[Section, ...]:
    """A last page that lists what makes the document a draft; none where nothing is missing."""
    told = lacking.told()
    if not told:
        return ()
    note = Section(
        "Catatan draf",
        (
            Heading(DRAFT_TITLE),
            text("Dokumen ini disusun sebagai DRAF karena belum lengkap:"),
            Listing(told),
        ),
        paper_of.paper,
        paper_of.landscape,
    )
    return (note,)


def letterhead(matter: Matter) -> tuple[Letterhead, ...]:
    """The head of the office's paper; none where government or address are not known."""
    office = matter.office
    if not office.government or not office.address:
        return ()
    lines = tuple(line for line in (office.address, office.contact) if line)
    name = office_of(matter.plan, office.name).upper()
    return (Letterhead(office.government.upper(), name, lines, office.logo),)


def dated(matter: Matter, lacking: Lacking) -> str:
    """Place and date of signing: *Kemangkon, 10 Januari 2022*."""
    office = matter.office
    if not office.place:
        lacking.note("Tempat penandatanganan belum diisi.")
    if office.dated is None:
        lacking.note("Tanggal penandatanganan belum diisi.")
    when = day(office.dated) if office.dated else DOTS
    return f"{office.place or DOTS}, {when}"


def party(
    official: Official, whose: str, lacking: Lacking, above: tuple[str, ...] | None = None
) -> Party:
    """An official who signs; ``whose`` names the person in what is missing (*kepala kantor*)."""
    if not official.name:
        lacking.note(f"Nama {whose} belum diisi.")
    if above is None and not official.position:
        lacking.note(f"Jabatan {whose} belum diisi.")
    heads = above if above is not None else (f"{official.position.upper() or DOTS},",)
    return Party(heads, official.name or DOTS, _below(official, whose, lacking))


def _below(official: Official, whose: str, lacking: Lacking) -> tuple[str, ...]:
    """Rank and NIP, which a civil servant's signature carries and an elected head's does not."""
    if official.elected:
        return ()
    if not official.nip:
        lacking.note(f"NIP {whose} belum diisi.")
    rank = (official.rank,) if official.rank else ()
    return (*rank, f"NIP. {spaced(official.nip) or DOTS}")


def spaced(nip: str) -> str:
    """The eighteen digits as they are printed: birth, appointment, sex, number."""
    if len(nip) == 18 and nip.isdigit():
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return nip


def signed_by_head(matter: Matter, lacking: Lacking) -> Signatures:
    """The block of a document that the head of the office signs alone."""
    return Signatures(
        dated(matter, lacking), (party(matter.office.head, "kepala perangkat daerah", lacking),)
    )
