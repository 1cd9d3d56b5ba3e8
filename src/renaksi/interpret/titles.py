"""The lines above the tables: what the document is, whose it is and for which year."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from renaksi.interpret.headers import is_header
from renaksi.model import Organisation
from renaksi.nomenclature import regions
from renaksi.patterns import pattern
from renaksi.readers.document import Row

_MOST_LINES: Final = 80
_LONGEST_LINE: Final = 300
_MOST_HEADER_ROWS: Final = 4
# What a header says of years that are not the plan's own.
_OTHER_YEAR: Final = pattern(
    r"\b(?:lalu|awal|akhir|baseline|rpjmd|renstra|capaian)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_YEAR_SEEN: Final = pattern(r"(?i)\btahun\s+(?:anggaran\s+)?(2[0o](?=\w?\d)[0-9oil]{2})\b")
_YEAR_DIGITS: Final = str.maketrans("OIL", "011")
_REPORT: Final = "laporan kinerja"
_ADDRESSED: Final = ("yth", "kepada ")
_ONLY_YEAR: Final = pattern(
    r"(?:tahun|ta\.?|periode)(?: anggaran)?(?: ?:)? 20\d\d(?: ?[-–/] ?20\d\d)?"
)
_KINDS: Final = (
    ("perjanjian kinerja", "performance_agreement"),
    ("indikator kinerja utama", "key_indicators"),
    ("evaluasi", "renja_evaluation"),
    ("rencana kinerja tahunan", "annual_performance_plan"),
    ("rencana aksi", "action_plan"),
)
# The same in a scan, whose letters are taken for each other: *RENCANA AKSl*.
_ALIKE: Final = str.maketrans("l10", "iio")
_KINDS_SEEN: Final = tuple((words.translate(_ALIKE), name) for words, name in _KINDS)
_OFFICES: Final = frozenset(
    [
        "kecamatan",
        "distrik",
        "kapanewon",
        "kemantren",
        "dinas",
        "badan",
        "kantor",
        "inspektorat",
        "sekretariat",
        "satuan",
        "rsud",
        "rumah",
        "kelurahan",
        "bagian",
        "puskesmas",
        "uptd",
        "upt",
        "bappeda",
        "bapperida",
        "bappelitbangda",
        "bapelitbangda",
        "bpbd",
        "bkd",
        "bkpsdm",
        "bkpp",
        "bpkad",
        "bpkpd",
        "bapenda",
        "satpol",
        "kesbangpol",
        "setda",
        "setwan",
    ]
)
# How offices are called for short.
_SHORT: Final = frozenset(
    [
        "bkad", "bppkad", "bpprd", "bpkpad", "bkpsdmd", "baperlitbang", "brida", "disdik",
        "disdikbud", "disdikpora", "dinkes", "dinsos", "dishub", "disnaker", "disnakertrans",
        "disperindag", "disperin", "disdag", "diskop", "dinkop", "diskominfo", "diskominfotik",
        "disbudpar", "dispar", "disparbud", "dispora", "disporapar", "dinporapar", "dispermades",
        "dinpermades", "dpmd", "dpmptsp", "dpupr", "dpu", "disperkim", "dlh", "dlhk", "dkp",
        "dp3a", "dp3ap2kb", "dppkb", "disnak", "distan", "disarpus", "disdukcapil",
    ]
)  # fmt: skip
# Offices whose name may be their first word alone.
_ALONE: Final = _SHORT | {
    "inspektorat", "rsud", "bappeda", "bapperida", "bappelitbangda", "bapelitbangda", "bpbd",
    "bkd", "bkpsdm", "bkpp", "bpkad", "bpkpd", "bapenda", "kesbangpol", "setda", "setwan",
}  # fmt: skip
_REGIONS: Final = frozenset({"kabupaten", "kota", "provinsi", "propinsi", "kab"})
_DISTRICTS: Final = frozenset({"kecamatan", "distrik", "kapanewon", "kemantren"})
# What ends a name: year or period, a bracket, a dash between blanks.
_END: Final = re.compile(
    r"\s*(?:\btahun\b|\bperiode\b|\bta\.?\s?20|\b20\d\d\b|[,:;(]|\s[-–]\s|$)", re.IGNORECASE
)
_END_OF_LINE: Final = re.compile(_END.pattern.replace("[,:", "[:"), re.IGNORECASE)
_ABBREVIATIONS: Final = frozenset({"uptd", "upt", "pupr", "ukm", "umkm"})
# No word and no place begins so: *BPKAD*, *DPUPR*, *RSUD* are spelled out by their letters.
_NO_WORD_BEGINS: Final = ("bk", "bn", "bpk", "dk", "dp", "kp", "pd", "pm", "pp", "rs")
_ROMAN: Final = re.compile(r"[ivx]{2,}")
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
    is_told = False  # a line has said what the document is
    for line in (each[:_LONGEST_LINE] for each in islice(lines, _MOST_LINES)):
        folded = line.casefold()
        if folded.startswith(_ADDRESSED):
            continue  # a covering letter's
        found = kind_of(folded) or kind_of(folded.translate(_ALIKE), _KINDS_SEEN)
        if kind == "performance_agreement" and folded.startswith("rencana aksi"):
            is_told = False  # it is attached to the agreement
        if found and not is_told and not (line.endswith(".") and not line.isupper()):
            title, kind, is_told = line, found, True
        elif title is None and (_YEAR.search(line) or folded.startswith(_REPORT)):
            title = line
        if year is None:
            year = _year_in(line)
        office = office or office_of(line)
        regency = regency or _regency(line, office)
    organisation = Organisation(office, government=regency) if office else None
    return Heading(title, kind, organisation, year, regency)


def year_of_header(rows: Sequence[Row]) -> int | None:
    """The only year that a table's first header names: *Realisasi Triwulan I - IV Tahun 2023*."""
    years: set[str] = set()
    for number, row in enumerate(islice(rows, _MOST_HEADER_ROWS)):
        if not is_header(row.cells, number > 0, row.kind == "table"):
            break
        for cell in row.cells:
            if not _OTHER_YEAR.search(cell):
                years.update(_YEAR.findall(cell))
    return int(years.pop()) if len(years) == 1 else None


def _year_in(line: str) -> int | None:
    """The first year that a line names; one with letters for digits (*2O23*) behind *Tahun*."""
    match = _YEAR.search(line) or _YEAR_SEEN.search(line)
    return int(match.group(1).upper().translate(_YEAR_DIGITS)) if match else None


def kind_of(line: str, kinds: Sequence[tuple[str, str]] = _KINDS) -> str | None:
    """The kind of document that a line names first: *Rencana Aksi Perjanjian Kinerja* is a plan."""
    places = [(line.find(words), name) for words, name in kinds if words in line]
    if not places:
        return None
    kind = min(places)[1]
    # *Monitoring dan Evaluasi Rencana Aksi* is no evaluation of a Renja.
    return "action_plan" if kind == "renja_evaluation" and "rencana aksi" in line else kind


def is_title(cell: str) -> bool:
    """Whether a cell that stands alone above a table is a title's, though of a header's words.

    *RENCANA AKSI*, *TAHUN ANGGARAN 2024*.
    """
    folded = cell.casefold()
    if kind_of(folded) is not None:
        return True
    return "20" in folded and _ONLY_YEAR.fullmatch(folded) is not None


def states_year(line: str) -> bool:
    """Whether a line says what document it is, and of which year: *RENCANA AKSI TAHUN 2024*."""
    return kind_of(line.casefold()) is not None and _YEAR.search(line) is not None


@lru_cache(maxsize=256)
def office_of(line: str) -> str | None:
    """The office that a line names, in title case where it stands in capitals."""
    words = line.split()
    if words and words[0].casefold() in ("pemerintah", "pemerintahan"):
        words = words[1:]
        if words and words[0].casefold() in _REGIONS:
            return None  # the government, whose name may hold an office's word (Seram Bagian Timur)
    for place, word in enumerate(words):
        folded = word.casefold().strip("*:")
        if folded in _OFFICES or folded in _SHORT:
            name = _named(words[place:], is_whole=place == 0)
            if name is not None:
                return titled(name)
    return None


def _named(words: list[str], *, is_whole: bool) -> str | None:
    """The name of an office that begins with these words, without what follows it.

    A line that begins with it may have commas in it: *Dinas Sosial, Pengendalian Penduduk …*.
    """
    text = " ".join(words)
    if words[0].casefold() in _DISTRICTS:
        if "(" in text and regions.find(text) is not None:
            return text  # the name itself has brackets
        if " - " in text and (name := _district(words)) is not None:
            return name  # the name itself has a dash
    # Capitals are a title's, in which a comma is the name's.
    end = (_END_OF_LINE if is_whole or text.isupper() else _END).search(text, len(words[0]))
    text = (text[: end.start()] if end else text).strip(" .,-–:")
    kept = text.split()
    if len(kept) < 2:
        return text if text.casefold() in _ALONE else None
    if kept[0].casefold() in _DISTRICTS and (name := _district(kept)) is not None:
        return name
    for place in range(1 if kept[0].casefold() in _ALONE else 2, len(kept)):
        if kept[place].casefold().rstrip(".") in _REGIONS or kept[place].casefold() == "kecamatan":
            return " ".join(kept[:place]).rstrip(",")
    return text


def _district(words: list[str]) -> str | None:
    """The district of the list that the first of these words name."""
    for name in _cut_at_regions(words):
        own = _folded(name[len(words[0]) :])
        if any(_folded(each.name) == own for each in regions.candidates(name)):
            return name
    return None


def _cut_at_regions(words: list[str]) -> Iterator[str]:
    """The whole, then ever shorter beginnings: each ends before a word such as *Kabupaten*."""
    yield " ".join(words)
    for place in range(len(words) - 1, 1, -1):
        if words[place].casefold() in _REGIONS:
            yield " ".join(words[:place])


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _regency(line: str, office: str | None) -> str | None:
    """The regency, city or province that a line names behind (or without) an office."""
    at = line.casefold().find(office.casefold()) if office else -1
    words = (line[at + len(office or "") :] if at >= 0 else line).split()
    for place, word in enumerate(words[:-1]):
        if word.casefold().strip("*:.") in _REGIONS and words[place + 1][0].isalpha():
            if not word.islower():  # in a sentence the name ends where small letters go on
                small = (n for n in range(place + 2, len(words)) if words[n][0].islower())
                words = words[: next(small, len(words))]
            text = " ".join(words[place:])
            end = _END.search(text, len(word) + 1)
            return titled(text[: end.start()] if end else text)
    return None


def titled(name: str) -> str:
    """A name in capitals as it is written in running text; other names stay as they are."""
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(
        word if word in _SMALL_WORDS and index else _capital(word)
        for index, word in enumerate(words)
    )


def _capital(word: str) -> str:
    """A word with a capital; what nobody can pronounce is an abbreviation (*SDM*, *BPKAD*)."""
    if (
        _ROMAN.fullmatch(word)
        or word.strip(",.") in _ABBREVIATIONS
        or word.startswith(_NO_WORD_BEGINS)
        or not set("aeiou") & set(word)
    ):
        return word.upper()
    return word.title()
