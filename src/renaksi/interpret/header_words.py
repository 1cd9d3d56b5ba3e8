"""What a header cell says of its column: *Indikator Kinerja*, *Target TW II*, *Pagu (Rp)*.

A header cell is made of header words alone. Its `Role` says what the column holds: names
of elements, indicators, units, or values, and of these which (target or actual, quarter,
month or year, performance or rupiah).
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from renaksi.interpret.head_vocabulary import MONTHS, SHORT, as_seen, is_head_word
from renaksi.model import Level
from renaksi.patterns import pattern
from renaksi.quarter import LABEL, quarter_of

Field = Literal["name", "indicator", "unit", "value", "number", "code", "note"]
Kind = Literal["targets", "actuals", "achievement"]
# Keys of columns that hold no cell of their own: the labels of quarters, and what stands beside
# them (*TW I | 25 | 20*: the second figure is of the same quarter).
LABELS: Final = "labels"
SAME: Final = "same"
# Of a half or a third of the year, which is no quarter: *Semester I*, *Caturwulan II*.
PART: Final = "part"
# Keys of columns that hold a sum: *s.d. Triwulan II*, and *Realisasi s.d. 2022* as ``to_2022``.
UP_TO_YEAR: Final = "to_"
UP_TO: Final = {"q1": "to_q1", "q2": "to_q2", "q3": "to_q3", "q4": "to_q4"}


class Role(NamedTuple):
    """What a column holds.

    ``level`` is the level of the element that it speaks of, ``mentions`` are the levels that
    a header such as *Sasaran/Program/Kegiatan* names. Of a value, ``kind`` tells target from
    actual, ``key`` is the cell (``q1`` … ``year``, ``m1``, ``y2023``; None where the cells
    below say it themselves), ``money`` marks rupiah (None where nothing is said), ``unit`` is a
    unit that the header states for all of them, ``in_full`` says of rupiah that the column holds
    whole amounts (not thousands or millions), ``scale`` the power of ten where the header says
    that it holds such: *(Rp. 000)*. ``block`` numbers the groups of
    columns from left to right.
    """

    field: Field
    level: Level | None = None
    kind: Kind | None = None
    key: str | None = None
    money: bool | None = None
    unit: str | None = None
    block: int = 0
    mentions: tuple[Level, ...] = ()
    in_full: bool = False
    scale: int = 0
    is_share: bool = False  # in per cent: of money, what was spent of it
    is_revised: bool = False  # of what holds since the plan was revised: *Target Perubahan*
    is_assumed: bool = False  # its header was lost, and the quarters beside it tell which it is


# *Januari–Maret* is a quarter.
_QUARTERS_OF_MONTHS: Final = {
    ("m1", "m3"): "q1", ("m4", "m6"): "q2", ("m7", "m9"): "q3", ("m10", "m12"): "q4",
    ("m1", "m2", "m3"): "q1", ("m4", "m5", "m6"): "q2", ("m7", "m8", "m9"): "q3",
    ("m10", "m11", "m12"): "q4",
}  # fmt: skip

# All quarters at once: *TW I/II/III/IV*, *Triwulan I s.d. IV*.
_ALL_QUARTERS: Final = pattern(
    r"\b(?:I\s?[/,;]\s?II\s?[/,;]\s?III\s?(?:[/,;]|dan)\s?IV"
    r"|I\s?(?:[-–]|s\.?/?d\.?|sampai(?: dengan)?)\s?IV|1\s?/\s?2\s?/\s?3\s?/\s?4)\b"
)
_BY_LETTER: Final = pattern(r"(?<=[a-z)] )T([1-4])$", re.IGNORECASE)  # *Realisasi T1*
_SHARE: Final = re.compile(r"\(%\)|(?<!\d)\s?%$|^%")  # *TW I %*
_SHORTEST: Final = 8
# How the head of a column of rupiah begins, and what says that it is in thousands or millions.
_MONEY_BEGINS: Final = ("rp", "anggaran", "pagu", "realisasi", "serapan", "penyerapan", "kebutuhan")
_OF_MONEY: Final = frozenset(
    letter for word in _MONEY_BEGINS for letter in (word[0], word[0].upper())
)
_SIGNS_OF_SCALE: Final = ("000", "ribu", "juta")
_SCALES: Final = (
    (pattern(r"(?i)\(?\s*(?:x\s*)?(?:rp\.?\s*)?(?:1\.?)?\.?000\.?000(?:,-)?\s*\)?"), 6),
    (pattern(r"(?i)\(?\s*(?:dalam\s+)?(?:rp\.?\s*)?juta(?:an)?(?:\s+rupiah|\s+rp)?\.?\s*\)?"), 6),
    (pattern(r"(?i)\(?\s*(?:x\s*)?(?:rp\.?\s*)?(?:1\.?)?\.?000(?:,-)?\s*\)?"), 3),
    (pattern(r"(?i)\(?\s*(?:dalam\s+)?(?:rp\.?\s*)?ribu(?:an)?(?:\s+rupiah|\s+rp)?\.?\s*\)?"), 3),
)
_OF_QUARTERS: Final = frozenset({"triwulan", "triwulanan", "tw", "trw", "tribulan", "periode"})
_OF_PARTS: Final = frozenset({"semester", "caturwulan", "cawu"})
_BESIDE_QUARTERS: Final = frozenset({"target", "per", "tiap", "setiap", "rencana", "kinerja"})
_TOKEN: Final = re.compile(r"[^\W_]+")
_FORMULA: Final = pattern(r"\s*\(\d{1,3}\s?[=:/x×+-][^()]*(?:\([^()]*\)[^()]*)*\)")
_DIGITS: Final = re.compile(r"\d+(?![^\W_])")
_COUNT: Final = re.compile(r"\b\d{1,2}\b|%")
_YEAR: Final = re.compile(r"20\d\d")
ROMAN_QUARTERS: Final = {"i": "q1", "ii": "q2", "iii": "q3", "iv": "q4"}
# Formulir E.81 heads its columns at length: *Realisasi Capaian Kinerja Renstra Perangkat Daerah
# sampai dengan Renja Perangkat Daerah Tahun Lalu (n-2)*.
_LONGEST: Final = 160
_LONG: Final = 30
_YEAR_BY_LETTER: Final = pattern(r"\((?:tahun )?n ?[-–] ?\d\)", re.IGNORECASE)
_NONE: Final[frozenset[str]] = frozenset()
_PERCENT: Final = frozenset({"persentase", "prosentase"})
# Words of such a head that are none by themselves, each with those that it goes with.
_BESIDE: Final = {
    "yang": frozenset({"dievaluasi"}),
    **dict.fromkeys(("kabupaten", "kota", "provinsi"), frozenset({"rkpd", "rpjmd"})),
    **dict.fromkeys(("persentase", "prosentase"), frozenset({"capaian", "realisasi"})),
}

_NOTES: Final = frozenset(
    [
        "ket", "keterangan", "penanggung", "penanggungjawab", "pelaksana", "formula",
        "formulasi", "definisi", "sumber", "penjelasan", "alasan", "bukti", "lokasi",
        "jadwal", "waktu", "misi", "visi", "bobot", "opd", "pd", "skpd", "perangkat",
        "output", "outcome", "keluaran", "hasil", "pelaksanaan", "data", "perhitungan", "pj",
        "pic", "penyebab", "kendala", "hambatan", "permasalahan", "solusi", "catatan",
        "tahapan", "tahap", "langkah", "aktivitas", "koordinator", "mulai", "selesai", "tanggal",
        "tgl", "kelompok", "tautan", "status", "rumus", "rumusan", "strategi", "efisiensi", "tolok",
        "sisa", "deviasi", "selisih", "pptk", "tipe", "polaritas", "cara", "link", "eviden",
        "evidence",
    ]
)  # fmt: skip
_VALUE_WORDS: Final = frozenset(
    [
        "target", "realisasi", "capaian", "triwulan", "triwulanan", "tahun", "tahunan",
        "th", "thn", "tw", "trw", "twl", "volume", "vol", "kondisi", "baseline", "periode", "bulan",
        "bulanan", "semester", "caturwulan", "cawu", "tribulan", "kuartal", "kwartal", "k",
        "b03", "b06", "b09", "b12", "semula", "menjadi", "sebelum", "setelah", "sesudah",
        "kumulatif", "akumulasi",
    ]
)  # fmt: skip
_LEVEL_WORDS: Final[tuple[tuple[str, Level], ...]] = (
    ("tujuan", "goal"), ("sasaran", "objective"), ("program", "program"),
)  # fmt: skip
# One letter for *target* and for *realisasi*, where a quarter has a column of each.
_LETTERS: Final[dict[str, Kind]] = {"t": "targets", "r": "actuals"}
_UNTIL: Final = frozenset({"dengan", "d", "sd"})
_UP_TO_WORDS: Final = frozenset({"sd", "d", "sampai", "kumulatif", "akumulasi"})
_PHYSICAL: Final = frozenset({"fisik", "keuangan"})  # beside each other, as K and Rp
# What compares columns of percentages: the *capaian* beside it is no actual.
_COMPARED: Final = frozenset({"percepatan", "perlambatan", "efisiensi", "selisih"})
_REVISED: Final = frozenset({"perubahan", "setelah", "sesudah", "menjadi"})
_MONEY: Final = frozenset({"rp", "anggaran", "pagu", "serapan", "penyerapan"})


@lru_cache(maxsize=16384)
def header_role(cell: str) -> Role | None:
    """The role that a header cell gives its column, or None where the cell is no header cell."""
    cell = _without_asides(cell)
    scaled = _scaled(cell) if cell[0] in _OF_MONEY else None
    return scaled if scaled is not None else _role_of(cell)


def _role_of(cell: str) -> Role | None:
    """The role of a column whose header says nothing of thousands or millions."""
    if len(cell) > _LONGEST or not (cell[0].isalnum() or cell[0] in "(%"):
        return None
    number = _DIGITS.match(cell)
    if number is not None and not _YEAR.fullmatch(number.group()):
        return None
    words = _TOKEN.findall(cell.casefold())
    if not words:
        return Role("value", unit="%") if cell.strip("() ") == "%" else None
    if words[0].isdigit() and not _YEAR.fullmatch(words[0]):
        return None
    if not all(map(is_head_word, words)):
        if _BESIDE.keys().isdisjoint(words):
            seen = [as_seen(word) for word in words] if len(words) > 1 or len(cell) > 3 else words
            return _role_of(" ".join(seen)) if seen != words else None
        kept = [word for word in words if _BESIDE.get(word, _NONE).isdisjoint(words)]
        if len(kept) == len(words) or not all(map(is_head_word, kept)):
            return None
        if words[0] in _PERCENT:
            return Role("note", kind="achievement")
        words = kept
    quarters = [quarter_of(label) for label in LABEL.finditer(cell)]
    if quarters and (
        _COUNT.search(LABEL.sub(" ", _SHARE.sub("", cell)))
        or (len(set(quarters)) > 1 and "s" not in words)
    ):
        return None  # quarters with their values
    return _role(cell, words)


def _scaled(cell: str) -> Role | None:
    """The role of a column of rupiah in thousands or millions: *Pagu (Rp. 000)*."""
    folded = cell.lower()
    if not any(map(folded.__contains__, _SIGNS_OF_SCALE)) or not folded.startswith(_MONEY_BEGINS):
        return None
    for expression, scale in _SCALES:
        found = expression.search(cell)
        if found is not None and found.start() > 0:
            rest = f"{cell[: found.start()]} {cell[found.end() :]}".strip(" ()")
            role = header_role(rest)
            return role._replace(scale=scale) if role is not None and role.money else None
    return None


def _without_asides(cell: str) -> str:
    """A header cell without a formula, a year by its letter, and the list of all quarters."""
    if "(" in cell:
        cell = _FORMULA.sub("", cell) or cell
    if len(cell) > _LONG and "-" in cell and "(" in cell:
        cell = _YEAR_BY_LETTER.sub("", cell) or cell
    if ("IV" in cell and cell.count("I") > 1) or "/4" in cell or "/ 4" in cell:
        cell = _ALL_QUARTERS.sub("", cell) or cell
    if len(cell) > _SHORTEST and cell[-1] in "1234":
        cell = _BY_LETTER.sub(r"TW \1", cell)
    return cell


def _role(cell: str, words: list[str]) -> Role:
    """The role that these header words make."""
    words = [SHORT.get(word, word) for word in words]
    first, told = words[0], set(words)
    if first in _LETTERS:
        return Role("value", kind=_LETTERS[first], key=_key(cell, words[1:]) if words[1:] else None)
    if LABEL.fullmatch(cell):
        return _value(cell, words, money=None)
    levels = _levels(words)
    return (
        _of_field(first, told, levels)
        or _of_values(cell, words)
        or (
            Role("name", _only(levels), mentions=levels)
            if levels or told & {"uraian", "nama", "urusan", "bidang"}
            else Role("note")
        )
    )


def _only(levels: tuple[Level, ...]) -> Level | None:
    return levels[0] if len(levels) == 1 else None


def _of_field(first: str, told: set[str], levels: tuple[Level, ...]) -> Role | None:
    """The role that the first word, or the word *indikator*, gives."""
    level = _only(levels)
    if "indikator" in told and first not in ("target", "satuan", "sat", "realisasi", "capaian"):
        return Role("indicator", level)
    if "iku" in told and told <= {"iku", "sasaran", "strategis", "utama"}:
        return Role("indicator", level)
    if first in ("satuan", "sat"):
        return Role("unit", level)
    if first in ("no", "nomor", "urut"):
        return Role("number")
    if first == "kode" and not levels and "uraian" not in told:
        return Role("code")
    if told & _COMPARED:
        return Role("note", kind="achievement")
    if first in _NOTES and not (first == "data" and "capaian" in told):
        return Role("note", kind="achievement" if first == "bobot" else None)
    return None


def _of_values(cell: str, words: list[str]) -> Role | None:
    """The role of a column of values: rupiah, targets, quarters, years, sums."""
    first, told = words[0], set(words)
    if told & _PHYSICAL and "%" in cell:
        return Role("note")
    if told & _MONEY:
        return _value(cell, words, money=None if "kinerja" in told else True)
    if told & _VALUE_WORDS or _YEAR.search(first) or first in MONTHS:
        return _value(cell, words, money=False if words == ["k"] else None)
    if first in ROMAN_QUARTERS and all(map(MONTHS.__contains__, words[1:])):
        return Role("value", key=ROMAN_QUARTERS[first])  # also I (Jan-Mar)
    if first in _PHYSICAL and len(words) == 1:
        return Role("value", money=first == "keuangan")
    if told <= {"jumlah", "total"}:
        return Role("value", key="year")
    return None


def _value(cell: str, words: list[str], *, money: bool | None) -> Role:
    """The role of a column of values."""
    told = set(words)
    kind: Kind | None = None
    if words[0] == "tingkat" and "capaian" in told:
        kind = "achievement"
    elif told & {"realisasi", "serapan", "penyerapan"}:
        kind = "actuals"
    elif "capaian" in told and "rencana" not in told and words[0] != "target":
        kind = "achievement"
    elif "target" in told or told >= {"rencana", "capaian"}:
        kind = "targets"
    levels = _levels(words)
    level = levels[0] if len(levels) == 1 else None
    unit = "%" if "%" in cell and kind in (None, "targets") and not money else None
    is_share = "%" in cell and kind == "actuals"
    is_revised = not told.isdisjoint(_REVISED) and "sebelum" not in told
    key = _key(cell, words)
    return Role("value", level, kind, key, money, unit, is_share=is_share, is_revised=is_revised)


def _key(cell: str, words: list[str]) -> str | None:
    """The cell that a header names: a quarter, a month, a year, the end or the beginning."""
    told = set(words)
    if told & {"lalu", "baseline", "awal", "sebelumnya"} or _ends_with_renja(words):
        return "before"
    if "renstra" in told or "rpjmd" in told or ("akhir" in told and "kondisi" in told):
        return "medium_term"
    if not told.isdisjoint(_OF_QUARTERS) and told <= _OF_QUARTERS | _BESIDE_QUARTERS:
        return LABELS
    quarters = {quarter_of(label) for label in LABEL.finditer(cell)}
    if quarters:
        quarter = quarters.pop() if len(quarters) == 1 else None
        return UP_TO.get(quarter) if quarter and told & _UP_TO_WORDS else quarter
    months = tuple(MONTHS[word] for word in words if word in MONTHS)
    if months:
        return _QUARTERS_OF_MONTHS.get(months, months[0])
    if told & _OF_PARTS:
        return PART
    if told & {"triwulan", "triwulanan", "tw", "trw", "bulan", "bulanan", "periode"}:
        return None
    years = _YEAR.findall(cell)
    if len(years) == 1:
        is_sum = "realisasi" in told and not told.isdisjoint(_UP_TO_WORDS)
        return f"{UP_TO_YEAR if is_sum else 'y'}{years[0]}"
    if told & {"tahun", "tahunan", "ta", "akhir"} and not years:
        return "year"
    return None


def _ends_with_renja(words: list[str]) -> bool:
    """Whether a header speaks of the years up to a Renja: *Realisasi Renstra s.d. Renja 2024*."""
    return "renja" in words and any(
        after == "renja" and before in _UNTIL for before, after in pairwise(words)
    )


def _levels(words: list[str]) -> tuple[Level, ...]:
    """The levels that a header names, from the top down."""
    found = [level for word, level in _LEVEL_WORDS if word in words]
    subs = [before == "sub" for before, word in pairwise(["", *words]) if word == "kegiatan"]
    if subs and not all(subs):
        found.append("activity")
    if any(subs) or "subkegiatan" in words:
        found.append("subactivity")
    return tuple(found)
