"""Scales of the instruments that score an office: where they begin and end, and their predicates.

An instrument (SAKIP, IKM, PEKPPP) keeps its name while its regulation changes, so it has
editions, each for the plans written since a year; an edition has one scale or several
(the IKM is published both on 25–100 and on 1–4). `instrument_of` says which instrument
an indicator names, `scale_for` on which of its scales the targets stand, and `predicate`
what a value is called there. Everything is data; to add an instrument, add it to `INSTRUMENTS`.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple


class Predicate(NamedTuple):
    """What a score from ``start`` on is called: ``name`` (*BB*) and ``meaning`` (*Sangat baik*)."""

    name: str
    meaning: str
    start: Decimal


class Scale(NamedTuple):
    """A scale from ``floor`` to ``top`` with its predicates, the best first.

    A predicate holds from its start on, or, on an ``above`` scale, strictly above it. The
    predicate ``good`` is the lowest that its regulation calls good without reservation.
    """

    floor: Decimal
    top: Decimal
    good: str
    predicates: tuple[Predicate, ...]
    above: bool = False

    def calls_good(self, predicate: Predicate) -> bool:
        """Whether the predicate is the one called good, or a better one."""
        names = [each.name for each in self.predicates]
        return names.index(predicate.name) <= names.index(self.good)

    def named(self, name: str) -> Predicate | None:
        """The predicate of this name (*bb* is BB); None where the scale has none."""
        return next((each for each in self.predicates if each.name == name.strip().upper()), None)


class Edition(NamedTuple):
    """An instrument as one regulation has it, for the plans of the years from ``since`` on.

    A plan is written before its year begins: the edition of 2022 is the one in force then.
    """

    regulation: str
    since: int
    scales: tuple[Scale, ...]


class Instrument(NamedTuple):
    """What scores an office; ``yearly`` where others than the office do so, once a year."""

    key: str
    name: str
    yearly: bool
    editions: tuple[Edition, ...]

    def edition(self, year: int | None) -> Edition | None:
        """The edition for plans of ``year``; the newest where unknown, None before the first."""
        newest_first = sorted(self.editions, key=lambda edition: -edition.since)
        return next((e for e in newest_first if year is None or e.since <= year), None)


def _scale(floor: str, top: str, good: str, *bands: str, above: bool = False) -> Scale:
    """A scale from text: each band is ``name start meaning``."""
    predicates = []
    for band in bands:
        name, start, meaning = band.split(" ", 2)
        predicates.append(Predicate(name, meaning, Decimal(start)))
    return Scale(Decimal(floor), Decimal(top), good, tuple(predicates), above)


_AKIP: Final = _scale(
    "0", "100", "B",
    "AA 90 Sangat memuaskan", "A 80 Memuaskan", "BB 70 Sangat baik", "B 60 Baik",
    "CC 50 Cukup", "C 30 Kurang", "D 0 Sangat kurang",
    above=True,
)  # fmt: skip
_SKM_2014: Final = (
    _scale(
        "25", "100", "B",
        "A 81.26 Sangat baik", "B 62.51 Baik", "C 43.76 Kurang baik", "D 25 Tidak baik",
    ),
    _scale(
        "1", "4", "B",
        "A 3.26 Sangat baik", "B 2.51 Baik", "C 1.76 Kurang baik", "D 1 Tidak baik",
    ),
)  # fmt: skip
_SKM_2017: Final = (
    _scale(
        "25", "100", "B",
        "A 88.31 Sangat baik", "B 76.61 Baik", "C 65 Kurang baik", "D 25 Tidak baik",
    ),
    _scale(
        "1", "4", "B",
        "A 3.5324 Sangat baik", "B 3.0644 Baik", "C 2.6 Kurang baik", "D 1 Tidak baik",
    ),
)  # fmt: skip
_PEKPPP: Final = _scale(
    "0", "5", "B",
    "A 4.51 Pelayanan prima", "A- 4.01 Sangat baik", "B 3.51 Baik", "B- 3.01 Baik dengan catatan",
    "C 2.51 Cukup", "C- 2.01 Cukup dengan catatan", "D 1.51 Buruk", "E 1.01 Sangat buruk",
    "F 0 Gagal",
)  # fmt: skip

SAKIP: Final = Instrument(
    "sakip",
    "SAKIP",
    True,
    (
        Edition("PermenPANRB 12/2015", 2016, (_AKIP,)),
        Edition("PermenPANRB 88/2021", 2022, (_AKIP,)),
    ),
)
IKM: Final = Instrument(
    "ikm",
    "IKM",
    False,
    (
        Edition("PermenPANRB 16/2014", 2015, _SKM_2014),
        Edition("PermenPANRB 14/2017", 2018, _SKM_2017),
    ),
)
PEKPPP: Final = Instrument(
    "pekppp",
    "PEKPPP",
    True,
    (
        Edition("PermenPANRB 17/2017", 2018, (_PEKPPP,)),
        Edition("PermenPANRB 29/2022", 2023, (_PEKPPP,)),
        Edition("PermenPANRB 29/2022 jo. 4/2023", 2024, (_PEKPPP,)),
    ),
)
INSTRUMENTS: Final = (SAKIP, IKM, PEKPPP)

# From eight times its top on, values are not wrong on a scale: they stand on another one.
_FAR_BEYOND: Final = 8
# Up to twice its top they are a slip on it: an IKM of 4,4 is meant on 1–4, not on 25–100.
_NEARLY: Final = 2


def scale_for(edition: Edition, values: Iterable[Decimal]) -> Scale | None:
    """The scale on which these values stand: the smallest that they fit or nearly fit.

    None without values, and where all lie so far beyond the largest that they are scored on a
    scale of another making (an index of 0–5 given as 78 and 82).
    """
    values = tuple(values)
    if not values:
        return None
    by_size = sorted(edition.scales, key=lambda scale: scale.top)
    if min(values) >= _FAR_BEYOND * by_size[-1].top:
        return None
    highest = max(values)
    return next((scale for scale in by_size if highest <= _NEARLY * scale.top), by_size[-1])


def predicate(scale: Scale, value: Decimal) -> Predicate | None:
    """What the value is called on the scale; None below its floor or above its top."""
    if not scale.floor <= value <= scale.top:
        return None
    for band in scale.predicates:
        if value > band.start or (value == band.start and not scale.above):
            return band
    return scale.predicates[-1]


# Without one of these in its name, an indicator is no score of an instrument.
_MENTIONS: Final = ("akip", "akuntabilitas", "kepuasan", "ikm", "skm", "pekppp", "pelayanan")
# An indicator that names an instrument and is its score begins with one of these …
_SCORE_WORDS: Final = frozenset(
    {
        "nilai", "skor", "score", "indeks", "index", "predikat", "hasil", "capaian", "rata",
        "rerata", "mutu", "kategori", "tingkat",
    }
)  # fmt: skip
# … and is counted in one of these units, or in none.
_SCORE_UNITS: Final = frozenset(
    {
        "nilai", "angka", "indeks", "index", "skor", "score", "poin", "point", "persen",
        "persentase", "prosentase", "%", "predikat", "mutu", "skala", "kategori", "level",
    }
)  # fmt: skip
# A part of an instrument is scored on a scale of its own, a change of its score on none.
_PARTS: Final = frozenset(
    {
        "komponen", "subkomponen", "unsur", "aspek", "kenaikan", "peningkatan", "pertumbuhan",
        "selisih", "dokumen", "laporan", "rekomendasi", "temuan", "peserta", "responden",
    }
)  # fmt: skip
# IKM is also short for small and medium industry.
_INDUSTRY: Final = frozenset(
    {
        "industri", "produksi", "ekspor", "impor", "omzet", "omset", "investasi", "umkm", "ukm",
    }
)  # fmt: skip
# What may stand between *evaluasi* and *pelayanan publik* in the instrument's name.
_OF_SERVICE: Final = frozenset({"kinerja", "penyelenggaraan", "penyelenggara", "unit", "kualitas"})
# Other evaluations of public services, with scales of their own.
_OTHER_EVALUATIONS: Final = frozenset(
    {
        "kepatuhan", "ombudsman", "standar", "kepuasan", "keterbukaan", "informasi", "inovasi",
        "maturitas", "zona", "survei", "survey", "reformasi",
    }
)  # fmt: skip


@lru_cache(maxsize=4096)
def instrument_of(name: str, unit: str | None = None) -> Instrument | None:
    """The instrument whose score the indicator is; None where its words do not say so plainly.

    *Nilai SAKIP Kecamatan* is SAKIP's; *Persentase rekomendasi SAKIP yang ditindaklanjuti*,
    *Jumlah dokumen survei IKM* and *Nilai produksi IKM* are nobody's.
    """
    folded = name.casefold()
    if not any(word in folded for word in _MENTIONS):
        return None
    words = _words(name)
    if not words or not _PARTS.isdisjoint(words):
        return None
    units = _words(unit) if unit else []
    if units and units[0] not in _SCORE_UNITS:
        return None
    scored = words[0] in _SCORE_WORDS
    if _is_sakip(words) and (scored or words[0] in ("sakip", "akip")):
        return SAKIP
    if _is_ikm(words) and (scored or words[0] in ("ikm", "skm")):
        return IKM
    percent = bool(units) and units[0] in ("persen", "persentase", "prosentase", "%")
    if _is_pekppp(words) and (scored or words[0] in ("pekppp", "ipp")) and not percent:
        return PEKPPP
    return None


def _is_sakip(words: list[str]) -> bool:
    return "sakip" in words or "akip" in words or _holds(words, "akuntabilitas", "kinerja")


def _is_ikm(words: list[str]) -> bool:
    if _holds(words, "kepuasan", "masyarakat") and words[0] != "tingkat":
        return True
    return ("ikm" in words or "skm" in words) and _INDUSTRY.isdisjoint(words)


def _is_pekppp(words: list[str]) -> bool:
    if "pekppp" in words:
        return True
    if not _holds(words, "pelayanan", "publik") or not _OTHER_EVALUATIONS.isdisjoint(words):
        return False
    return words[:3] == ["indeks", "pelayanan", "publik"] or _evaluates_service(words)


def _evaluates_service(words: list[str]) -> bool:
    """Whether *evaluasi* is of *pelayanan publik* itself, not of more than that."""
    if "evaluasi" not in words:
        return False
    between = words[words.index("evaluasi") + 1 : words.index("pelayanan")]
    return _OF_SERVICE.issuperset(between)


def _holds(words: list[str], first: str, second: str) -> bool:
    return (first, second) in pairwise(words)


def _words(text: str) -> list[str]:
    """The words of a text in small letters; the percent sign is one."""
    return "".join(c if c.isalnum() or c == "%" else " " for c in text.casefold()).split()
