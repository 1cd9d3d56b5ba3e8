"""Names of programs, activities and sub-activities, made comparable.

Documents repeat official names from whichever edition the office had at hand, typed by
hand: in capitals, with the label word, with old spelling (*ketentraman*, *perijinan*),
with *Kab/Kota* or *OPD* for longer words, with another comma or hyphen. `normal_name`
takes all of that away, `key_of` also the spaces (so that a line break inside a word does
no harm), and `similarity` measures what is left.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

# Letters of a printed name; the longest official one has 410.
LONGEST: Final = 1000

_SHORTEST_SLIP: Final = 8  # letters of a word that is known with a slip in it

# Words that name a level and are no part of a name, with the abbreviations in use.
_LABELS: Final = frozenset({"program", "prog", "kegiatan", "keg", "subkegiatan", "subkeg"})

# Words that come and go between editions ("dan", "&", a comma; "pada SKPD", "SKPD"). No two
# official names of one level and parent differ in these alone.
_SMALL: Final = frozenset(
    {
        "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "melalui",
        "oleh", "pada", "para", "rangka", "secara", "serta", "tentang", "terhadap", "untuk", "yang",
    }
)  # fmt: skip

# One spelling for each word that editions and offices write in several ways.
_SPELLING: Final = {
    "kab": "kabupaten",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "prov": "provinsi",
    "propinsi": "provinsi",
    "opd": "perangkat daerah",
    "pd": "perangkat daerah",
    "skpd": "perangkat daerah",
    "analisa": "analisis",
    "apotik": "apotek",
    "bhineka": "bineka",
    "bhinneka": "bineka",
    "fihak": "pihak",
    "ijin": "izin",
    "jadual": "jadwal",
    "karir": "karier",
    "ketentraman": "ketenteraman",
    "kwalitas": "kualitas",
    "kwantitas": "kuantitas",
    "managemen": "manajemen",
    "mebelair": "mebel",
    "mebeler": "mebel",
    "meubel": "mebel",
    "meubelair": "mebel",
    "metoda": "metode",
    "obyek": "objek",
    "pelindungan": "perlindungan",
    "pemukiman": "permukiman",
    "perijinan": "perizinan",
    "perseorangan": "perorangan",
    "praktek": "praktik",
    "prosentase": "persentase",
    "resiko": "risiko",
    "review": "reviu",
    "sertipikat": "sertifikat",
    "sertipikasi": "sertifikasi",
    "sinergisitas": "sinergitas",
    "sistim": "sistem",
    "standarisasi": "standardisasi",
    "subyek": "subjek",
    "survey": "survei",
    "tehnis": "teknis",
    "tehnologi": "teknologi",
    "tentram": "tenteram",
}

_ABBREVIATIONS: Final = frozenset({"kab", "kec", "kel", "prov", "opd", "pd", "skpd"})

# Roman numbers, and the XX of a template's code.
_NUMBERS: Final = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xx"})


class _Spaces(dict[int, str]):
    """A translation table that keeps letters and digits and makes a space of the rest."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char if char.isalnum() else "" if char in "'’‘`´" else " "
        self[code] = kept
        return kept


_TABLE: Final = _Spaces()


@lru_cache(maxsize=32768)
def normal_name(text: str) -> str:
    """``text`` in the one spelling in which names are compared, its words apart by one space.

    Case, punctuation, leading numbers, codes and label words, small words and doubled words
    are gone; known variants of spelling are one. A text of nothing but those is "", and so
    is one too long to be a name.
    """
    if len(text) > LONGEST:
        return ""
    words = text.lower().translate(_TABLE).split()
    start = _after_number_and_label(words)
    kept: list[str] = []
    for printed in words[start:]:
        if printed in _SMALL:
            continue
        word = _SPELLING.get(printed, printed) if kept else _first_word(printed)
        if word.endswith("ifitas"):
            word = f"{word[:-6]}ivitas"
        if not kept or kept[-1] != word:
            kept.append(word)
    if kept and words[start] in _SMALL:
        return normal_name(" ".join(kept))  # what stood behind a small word begins the name now
    return _with_one_word_for_offices(" ".join(kept))


@lru_cache(maxsize=4096)
def _first_word(printed: str) -> str:
    """The spelling of the word that a name begins with, by which names are told apart first.

    An old spelling is known with a slip in it, too (*pelindunggan* for *pelindungan*).
    """
    word = _SPELLING.get(printed)
    if word is not None or len(printed) < _SHORTEST_SLIP:
        return word or printed
    for variant, spelt in _SPELLING.items():
        if nearly(printed, variant) and not nearly(printed, spelt):
            return spelt
    return printed


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name as they are spelt, small and doubled ones too.

    Gone are case, punctuation, leading numbers, codes and label words, and the
    abbreviations for *kabupaten*, *kecamatan*, *perangkat daerah* and the like.
    """
    words = text.lower().replace("&", " dan ").translate(_TABLE).split()
    start = _after_number_and_label(words)
    spelt = (_SPELLING[word] if word in _ABBREVIATIONS else word for word in words[start:])
    return tuple(_with_one_word_for_offices(" ".join(spelt)).split())


def _with_one_word_for_offices(words: str) -> str:
    """The text with *perangkat daerah* for its longer names, as editions write in turn."""
    for longer in ("satuan kerja perangkat daerah", "organisasi perangkat daerah"):
        words = words.replace(longer, "perangkat daerah")
    return words


def _after_number_and_label(words: list[str]) -> int:
    """How many of the first words are a number, a code or a label word."""
    start = 0
    for word in words:
        if word == "sub":
            if not _is_label("".join(words[start + 1 : start + 2])):
                break
        elif not (word.isdigit() or len(word) == 1 or word in _NUMBERS or _is_label(word)):
            break
        start += 1
    return start


@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    """Whether a word is a label, or one with a slip ("progam")."""
    if word in _LABELS:
        return True
    return any(
        abs(len(word) - len(label)) <= 1 and nearly(word, label)
        for label in ("program", "kegiatan")
    )


def nearly(a: str, b: str) -> bool:
    """Whether two words differ in one place by at most two letters and a quarter of them.

    Two letters that changed places count as one.
    """
    if a == b:
        return True
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    if longest - shortest > 2 or longest < 4 or (a[0] != b[0] and a[-1] != b[-1]):
        return False
    front = 0
    while front < shortest and a[front] == b[front]:
        front += 1
    back = 0
    while back < shortest - front and a[-1 - back] == b[-1 - back]:
        back += 1
    wrong = longest - front - back
    if wrong == 2 and longest == shortest and a[front : front + 2] == b[front + 1] + b[front]:
        return True
    return wrong <= min(2, longest // 4)


def labelled_level(text: str) -> Literal["program", "activity", "subactivity"] | None:
    """The level that the label word before a name tells; None where there is none."""
    words = text[:LONGEST].lower().translate(_TABLE).split()
    count = _after_number_and_label(words)
    labels = " ".join(words[:count])
    if "keg" in labels:
        return "subactivity" if "sub" in labels else "activity"
    return "program" if "prog" in labels else None


def key_of(text: str) -> str:
    """The normal name without spaces: equal for names that differ in word breaks alone."""
    return normal_name(text).replace(" ", "")


def similarity(a: str, b: str) -> float:
    """How much two names are the same, from 0 to 1; 1 where their keys are equal.

    Letters are aligned over the whole text (so a lost space costs nothing), but counted
    word by word: a slip of the finger costs a little, another word costs its length.
    """
    one, other = sorted((normal_name(a), normal_name(b)))  # letters align one way of several
    return _similarity(one, other)


@lru_cache(maxsize=32768)
def _similarity(a: str, b: str) -> float:
    """The harmonic mean of how much of each normal name the other holds."""
    kept_a, kept_b = shared(a, b)
    return 2 * kept_a * kept_b / (kept_a + kept_b) if kept_a and kept_b else 0.0


def shared(a: str, b: str) -> tuple[float, float]:
    """The share of the normal name ``a`` that stands in ``b``, and of ``b`` in ``a``."""
    words_a, words_b = a.split(), b.split()
    key_a, key_b = "".join(words_a), "".join(words_b)
    if not key_a or not key_b:
        return 0.0, 0.0
    if key_a == key_b:
        return 1.0, 1.0
    from rapidfuzz.distance import Levenshtein

    starts_a, starts_b = _starts(words_a), _starts(words_b)
    damage_a, damage_b = [0] * (len(key_a) + 1), [0] * (len(key_b) + 1)
    for step in Levenshtein.opcodes(key_a, key_b):
        if step.tag == "replace":
            damage_a[step.src_start : step.src_end] = [1] * (step.src_end - step.src_start)
            damage_b[step.dest_start : step.dest_end] = [1] * (step.dest_end - step.dest_start)
        elif step.tag == "insert":
            length = step.dest_end - step.dest_start
            shift = _shift(key_b, step.dest_start, length, starts_b)
            damage_b[step.dest_start + shift : step.dest_end + shift] = [1] * length
            if step.src_start + shift not in starts_a:
                damage_a[step.src_start + shift] += length
        elif step.tag == "delete":
            length = step.src_end - step.src_start
            shift = _shift(key_a, step.src_start, length, starts_a)
            damage_a[step.src_start + shift : step.src_end + shift] = [1] * length
            if step.dest_start + shift not in starts_b:
                damage_b[step.dest_start + shift] += length
    return _kept(words_a, damage_a), _kept(words_b, damage_b)


def _starts(words: list[str]) -> set[int]:
    """The places in a key at which a word of the name begins, and its end."""
    place = 0
    starts = {0}
    for word in words:
        place += len(word)
        starts.add(place)
    return starts


def _shift(key: str, start: int, length: int, starts: set[int]) -> int:
    """How far a stretch that the other key lacks may move so as to be whole words; 0 for not.

    "perangkat" after "daerah p|adcap|erangkat" is the same alignment as "|padca|perangkat".
    """
    if start in starts and start + length in starts:
        return 0
    for step in (-1, 1):
        place = start
        while place + min(step, 0) >= 0 and place + length + max(step, 0) <= len(key):
            before = place if step > 0 else place - 1
            if key[before] != key[before + length]:
                break
            place += step
            if place in starts and place + length in starts:
                return place - start
    return 0


def _kept(words: list[str], damage: list[int]) -> float:
    """The share of the letters whose words came through the comparison.

    One wrong letter in a word of four or more is a slip and costs itself; more cost double,
    and a word of which a third is wrong is another word.
    """
    start = 0
    kept = 0
    for word in words:
        size = len(word)
        wrong = sum(damage[start : start + size])
        if wrong <= 1 < size // 2:
            kept += size - wrong
        elif 3 * wrong < size:
            kept += size - 2 * wrong
        start += size
    return kept / start
