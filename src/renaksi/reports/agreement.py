"""Performance agreements, first and revised: the statement of both parties, and its attachment.

Wording and form are those of PermenPANRB 53/2014 as governments print them. The head of an office
agrees with the superior, and each official below with whom he answers to, on what is in his own
charge.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from renaksi.reports.charges import Charge, chosen, in_charge, superior_of
from renaksi.reports.matter import Matter
from renaksi.reports.names import EVERYBODY
from renaksi.reports.office import Official
from renaksi.reports.promises import financed, programs, promises
from renaksi.reports.signing import Lacking, dated, letterhead, party
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import (
    Block,
    Document,
    Emblem,
    Heading,
    Pairs,
    Section,
    Signatures,
    text,
)
from renaksi.reports.wording import DOTS, office_of

_OPENING: Final = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
)
_PROMISE: Final = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
    "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
    "ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja "
    "tersebut menjadi tanggung jawab kami."
)
_SUPERVISION: Final = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi."
)


class _Parties(NamedTuple):
    """Who promises (first) to whom (second); ``charges`` are None for the head's whole plan."""

    first: Official
    second: Official
    whose: tuple[str, str]
    charges: list[Charge] | None


def agreement(
    name: str, title: str, matter: Matter, lacking: Lacking, *, revised: bool = False
) -> Document:
    """Statement and attachment under a title, for each official who was chosen."""
    if revised and matter.before is None:
        lacking.note("Perjanjian kinerja sebelum perubahan belum disebut.")
    if matter.choices.official == EVERYBODY and not matter.office.staff:
        lacking.note("Pejabat di bawah kepala perangkat daerah belum diisi.")
    sections: list[Section] = []
    pairs = [
        _parties(one, matter, lacking) for one in chosen(matter.choices.official, matter.office)
    ]
    for number, pair in enumerate(pairs, 1):
        of = f" {number}" if len(pairs) > 1 else ""
        statement = _statement(title, matter, pair, lacking)
        attached = _attachment(title, matter, pair, lacking, revised)
        sections.append(one_section(f"Pernyataan{of}", statement, matter))
        sections.append(one_section(f"Lampiran{of}", attached, matter))
    if matter.choices.official and len(pairs) == 1:
        title = f"{title} {pairs[0].first.position or pairs[0].first.name}".rstrip()
    return document(name, title, matter, sections, lacking)


def _parties(official: Official, matter: Matter, lacking: Lacking) -> _Parties:
    """The two parties of an official's agreement, and what is in his charge."""
    office = matter.office
    if official is office.head:
        whose = ("kepala perangkat daerah", "atasan (pihak kedua)")
        return _Parties(official, office.superior, whose, None)
    known_as = official.position or official.name or "pejabat"
    superior = superior_of(official, office)
    charges = in_charge(matter.plan, official, office_of(matter.plan, office.name))
    if not charges:
        lacking.note(f"Belum ada indikator yang penanggung jawabnya {known_as}.")
    of_superior = (
        "kepala perangkat daerah" if superior is office.head else superior.position or "atasan"
    )
    return _Parties(official, superior, (known_as, of_superior), charges)


def _statement(title: str, matter: Matter, pair: _Parties, lacking: Lacking) -> tuple[Block, ...]:
    office = matter.office
    head_of_paper: tuple[Block, ...] = letterhead(matter)
    if not head_of_paper and office.logo:
        head_of_paper = (Emblem(office.logo),)
    return (
        *head_of_paper,
        Heading(title.upper(), 1, "center"),
        text(_OPENING),
        _who(pair.first),
        text("Selanjutnya disebut pihak pertama,"),
        _who(pair.second),
        text("Selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        text(_PROMISE),
        text(_SUPERVISION),
        _signed(matter, pair, lacking, ("Pihak Kedua,",), ("Pihak Pertama,",)),
    )


def _who(official: Official) -> Pairs:
    return Pairs((("Nama", official.name or DOTS), ("Jabatan", official.position or DOTS)))


def _signed(
    matter: Matter,
    pair: _Parties,
    lacking: Lacking,
    above_second: tuple[str, ...] | None = None,
    above_first: tuple[str, ...] | None = None,
) -> Signatures:
    """The superior at the left, who promises at the right."""
    return Signatures(
        dated(matter, lacking),
        (
            party(pair.second, pair.whose[1], lacking, above_second),
            party(pair.first, pair.whose[0], lacking, above_first),
        ),
    )


def _attachment(
    title: str, matter: Matter, pair: _Parties, lacking: Lacking, revised: bool
) -> tuple[Block, ...]:
    """What is promised, and the money for it."""
    work = None if pair.charges is None else financed(matter, pair.charges)
    return (
        _attached_to(title, matter, pair),
        promises(matter, lacking, pair.charges, revised=revised),
        programs(matter, lacking, work, revised=revised),
        _signed(matter, pair, lacking),
    )


def _attached_to(title: str, matter: Matter, pair: _Parties) -> Heading:
    """The title over the office; over the position of an official below, where it is his."""
    if pair.charges is None or not pair.first.position:
        return heading(matter, title.upper())
    office = office_of(matter.plan, matter.office.name)
    position = pair.first.position
    names_office = not office or position.casefold().endswith(office.casefold())
    lines: Sequence[str] = (position,) if names_office else (position, office)
    return Heading("\n".join((title, *lines)).upper(), 1, "center")
