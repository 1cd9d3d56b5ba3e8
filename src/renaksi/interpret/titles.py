"""The lines above the tables: what the document is, whose it is and for which year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi.model import Organisation

_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_KINDS: Final = (
    ("perjanjian kinerja", "performance_agreement"),
    ("indikator kinerja utama", "key_indicators"),
    ("evaluasi", "renja_evaluation"),
    ("rencana kinerja tahunan", "annual_performance_plan"),
    ("rencana aksi", "action_plan"),
)
_OFFICE: Final = re.compile(
    r"\b((?:kecamatan|dinas|badan|kantor|inspektorat|sekretariat|satuan polisi pamong praja|rsud"
    r"|rumah sakit|kelurahan|bagian|puskesmas)\b[^\n]*?)"
    r"(?=\s*(?:\btahun\b|\bkabupaten\b(?!/)|\bkota\b|\bprovinsi\b|\bta\.?\s?20|[-–,:(]|20\d\d|$))",
    re.IGNORECASE,
)
_REGENCY: Final = re.compile(
    r"\b((?:kabupaten|kota|provinsi)\s+[A-Za-z][\w' .-]*?)(?=\s*(?:\btahun\b|[-–,:(]|20\d\d|$))",
    re.IGNORECASE,
)
_SMALL_WORDS: Final = frozenset({"dan", "di", "ke", "dari", "serta", "untuk", "atau", "pada"})


class Heading(NamedTuple):
    """What the title lines say."""

    title: str | None
    kind: str
    organisation: Organisation | None
    year: int | None
    regency: str | None


def heading_of(lines: Iterable[str]) -> Heading:
    """The heading that these title lines make."""
    title = None
    kind, office, regency, year = "action_plan", None, None, None
    for line in lines:
        folded = line.casefold()
        found = next((name for word, name in _KINDS if word in folded), None)
        if found and title is None:
            title, kind = line, found
        elif title is None and _YEAR.search(line):
            title = line
        if year is None:
            match = _YEAR.search(line)
            year = int(match.group(1)) if match else None
        office = office or _office(line)
        if regency is None:
            place = _REGENCY.search(line)
            regency = titled(place.group(1)) if place else None
    organisation = Organisation(office) if office else None
    return Heading(title, kind, organisation, year, regency)


def _office(line: str) -> str | None:
    """The office that a line names, in title case where it stands in capitals."""
    match = _OFFICE.search(line)
    if (
        match is None
        or len(match.group(1).split()) < 2
        and not match.group(1).lower().startswith(("insp", "rsud"))
    ):
        return None
    return titled(match.group(1).strip(" .:-–"))


def titled(name: str) -> str:
    """A name in capitals as it is written in running text; other names stay as they are."""
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(
        word if word in _SMALL_WORDS and index else word.title() for index, word in enumerate(words)
    )
