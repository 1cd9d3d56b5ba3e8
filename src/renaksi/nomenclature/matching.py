"""One name against official names: which it is, and how surely.

An equal key decides at once. Otherwise the name may be cut short (a unique official name
goes on from there), carry extra words behind the official ones, or have slips and drifted
words; `closest` weighs all three within a pool of official names. A text that does not
begin as official names do (*Jumlah …*, *Tersusunnya …*) is no element's name at all, and
that is found out before anything large is loaded.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi.nomenclature.catalogue import Catalogue, first_words
from renaksi.nomenclature.names import nearly, normal_name, shared

# Scores at or above TRUSTED are right in all but a few of a thousand cases, measured on the
# whole nomenclature with damage of every kind (tests/renaksi/nomenclature/test_matching.py).
TRUSTED: Final = 0.85
# Among the children of a parent that is known, there is less to be mistaken for.
TRUSTED_IN_PARENT: Final = 0.75

_SHORTEST: Final = 10  # letters that a name needs before anything but equality is believed
_SHORTEST_CUT: Final = 0.3  # of the official name, where the rest was lost
_CLEARLY_CUT: Final = 0.6  # of it, where no other name needs to be weighed
_SHORTEST_CORE: Final = 0.6  # of the printed name, where words were added

# The score of names of which the text tells no more than what they have in common.
_DOUBTFUL: Final = 0.7

# Words that offices add behind an official name: where and when.
_PLACE_WORDS: Final = frozenset(
    {
        "daerah", "desa", "kabupaten", "kecamatan", "kelurahan", "kota", "provinsi", "tahun",
        "tingkat", "triwulan", "wilayah",
    }
)  # fmt: skip


_RESULTS: Final = frozenset({"terlaksana", "tersedia", "tersusun", "terbangun", "terpenuhi"})


class Likeness(NamedTuple):
    """An official name's key and how surely a text means it, 0 to 1."""

    score: float
    key: str


class Pool:
    """Official names among which one is sought: sorted keys, each with its normal name."""

    def __init__(self, part: Catalogue, rows: Iterable[int]) -> None:
        """The names of these rows."""
        self._part = part
        self.rows: dict[str, list[int]] = {}
        for row in rows:
            self.rows.setdefault(part.keys[row], []).append(row)
        self.keys = sorted(self.rows)

    def normal(self, key: str) -> str:
        """The normal name behind a key, its words apart."""
        return normal_name(self._part.name(self.rows[key][0]))


def begins_officially(normal: str) -> bool:
    """Whether a normal name begins as some official name does, give or take a slip."""
    first, _, _ = normal.partition(" ")
    if _is_first_word(first):
        return True
    key = normal.replace(" ", "")
    return any(len(word) > 5 and key.startswith(word) for word in first_words())


@lru_cache(maxsize=8192)
def _is_first_word(word: str) -> bool:
    words = first_words()
    return word in words or any(nearly(word, official) for official in words)


def closest(normal: str, pool: Pool, places: frozenset[str] = frozenset()) -> list[Likeness]:
    """The official names of the pool that come nearest to ``normal``, the nearest first.

    ``places`` are words, the office's own name say, that may stand behind an official name
    without making it another. Names below about 0.6 are not listed.
    """
    key = normal.replace(" ", "")
    if key in pool.rows:
        return [Likeness(1.0, key)]
    if len(key) < _SHORTEST or " " not in normal:
        return []
    found = _continued(key, pool)
    if len(found) == 1 and len(key) > _CLEARLY_CUT * len(next(iter(found))):
        return [Likeness(score, like) for like, score in found.items()]
    least = 0.95 if found else 0.6
    found = found or _with_more_behind(normal, pool, places)
    from rapidfuzz import fuzz, process

    lacking = []
    for like, _, _ in process.extract(key, pool.keys, scorer=fuzz.ratio, score_cutoff=68, limit=5):
        if like in found:
            continue
        score, lacks = _slips(normal, pool.normal(like))
        if score > least:
            found[like] = score
            if lacks:
                lacking.append(like)
    if len(lacking) > 1:
        found.update(dict.fromkeys(lacking, _DOUBTFUL))
    result = _result_told(normal)
    if result:
        found = {like: score for like, score in found.items() if _ends_in(like, result)}
    return sorted((Likeness(score, like) for like, score in found.items()), reverse=True)


def best(key: str, found: list[Likeness], least: float) -> Likeness | None:
    """The first of ``found`` if it reaches ``least`` and stands clear of the second.

    Clear is: half its doubt, or half its distance in letters from ``key``.
    """
    if not found or found[0].score < least:
        return None
    if len(found) > 1:
        doubt, next_doubt = 1 - found[0].score, 1 - found[1].score
        if next_doubt - doubt < 0.03 and doubt > next_doubt / 2:
            from rapidfuzz.distance import OSA

            if 2 * OSA.distance(key, found[0].key) > OSA.distance(key, found[1].key):
                return None
    return found[0]


def _result_told(normal: str) -> str:
    """The last word where it ends a text as indicators end: "… dilaksanakan", "… tersedia"."""
    last = normal[normal.rfind(" ") + 1 :]
    passive = last.startswith("di") and last.endswith(("kan", "i", "la", "na")) and len(last) > 6
    return last if passive or last in _RESULTS else ""


def _ends_in(key: str, word: str) -> bool:
    """Whether a key ends in a word, give or take a slip."""
    return any(nearly(key[-(len(word) + more) :], word) for more in (0, 1, -1))


def _continued(key: str, pool: Pool) -> dict[str, float]:
    """Official names of which ``key`` is the beginning, the rest having been lost.

    Where several go on from there, none is to be trusted, unless a letter or two is all it
    lacks.
    """
    found: dict[str, float] = {}
    if not key:
        return found
    for place in range(bisect_left(pool.keys, key), len(pool.keys)):
        official = pool.keys[place]
        if not official.startswith(key):
            break
        if len(key) >= _SHORTEST_CUT * len(official) or found:
            found[official] = 0.85 + 0.15 * len(key) / len(official)
    if len(found) > 1:
        return {like: 0.95 if len(like) - len(key) <= 2 else _DOUBTFUL for like in found}
    return found


def _with_more_behind(normal: str, pool: Pool, places: frozenset[str]) -> dict[str, float]:
    """The longest official name with which ``normal`` begins, other words following it."""
    words = normal.split()
    for count in range(len(words), 1, -1):
        official = "".join(words[:count])
        # Official names say Kabupaten/Kota where an office may say Kabupaten Purbalingga.
        if words[count - 1] == "kabupaten" and official not in pool.rows:
            official += "kota"
        elif words[count - 1] == "kota" and official not in pool.rows:
            official = "".join(words[: count - 1]) + "kabupatenkota"
        if official not in pool.rows:
            continue
        rest = [
            word for word in words[count:]
            if not (word in _PLACE_WORDS or word in places or word.isdigit())
        ]  # fmt: skip
        core = len(official) / (len(official) + len("".join(rest)))
        if len(official) >= _SHORTEST and core >= _SHORTEST_CORE:
            return {official: 0.8 + 0.18 * core}
        break
    return {}


def _slips(normal: str, official: str) -> tuple[float, bool]:
    """How surely ``normal`` is ``official`` with slips and drifted words; 0 if it is another.

    Also whether all of it stands in the official name, which has a word more.
    """
    first, _, _ = official.partition(" ")
    key, other = normal.replace(" ", ""), official.replace(" ", "")
    if not any(nearly(key[: len(first) + more], first) for more in (0, 1, -1)):
        return 0.0, False
    if "provinsi" in normal and "provinsi" not in official:
        return 0.0, False
    kept, covered = shared(normal, official)
    words = 2 * kept * covered / (kept + covered) if kept and covered else 0.0
    from rapidfuzz.distance import OSA

    few = min(3, len(other) // 10)
    slips = OSA.distance(key, other, score_cutoff=few)
    if slips <= few:
        return max(words, 1 - 0.05 * slips), False
    return words, kept > 0.97
