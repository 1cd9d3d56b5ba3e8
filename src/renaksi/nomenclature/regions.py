"""The regions of Indonesia: 38 provinces, 514 regencies and cities, 7,277 districts (kecamatan).

Codes are the Ministry of Home Affairs': ``33`` Jawa Tengah, ``33.03`` Kabupaten Purbalingga,
``33.03.01`` Kecamatan Kemangkon. A name belongs to a region when it is equal apart from
case, blanks and punctuation; about one district in ten shares its name with another, and
then only the regency or province decides. The lists are searched as text, without being
taken apart: a few look-ups cost less than an index of them, which is made when many follow.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

RegionKind = Literal["province", "regency", "city", "district"]

_DATA: Final = os.path.join(os.path.dirname(__file__), "data")

# The word before a name → where to look. Yogyakarta and Papua call districts otherwise.
_LABELS: Final[dict[str, tuple[RegionKind, ...]]] = {
    "provinsi": ("province",), "propinsi": ("province",), "prov": ("province",),
    "pemprov": ("province",),
    "kabupaten": ("regency",), "kab": ("regency",), "pemkab": ("regency",),
    "kota": ("city",), "kotamadya": ("city",), "pemkot": ("city",),
    "kecamatan": ("district",), "kec": ("district",), "distrik": ("district",),
    "kapanewon": ("district",), "kemantren": ("district",), "camat": ("district",),
}  # fmt: skip
_KIND_WORDS: Final[tuple[tuple[RegionKind, str], ...]] = (
    ("regency", "kabupaten"), ("city", "kota"),
)  # fmt: skip
_ANY: Final[tuple[RegionKind, ...]] = ("province", "regency", "city", "district")
_FEW: Final = 30  # look-ups in a list that cost less than its index
_BEFORE_LABEL: Final = frozenset({"pemerintah", "daerah", "kantor"})

_SHORT_NAMES: Final = {
    "diy": "daerahistimewayogyakarta",
    "diyogyakarta": "daerahistimewayogyakarta",
    "yogyakarta": "daerahistimewayogyakarta",
    "jakarta": "dkijakarta",
    "daerahkhususibukotajakarta": "dkijakarta",
    "daerahkhususjakarta": "dkijakarta",
    "bangkabelitung": "kepulauanbangkabelitung",
    "kepri": "kepulauanriau",
    "ntb": "nusatenggarabarat",
    "ntt": "nusatenggaratimur",
    "nanggroeacehdarussalam": "aceh",
    "jabar": "jawabarat",
    "jateng": "jawatengah",
    "jatim": "jawatimur",
}


class Region(NamedTuple):
    """A region: its code, its name without the word for its kind, and that kind."""

    code: str
    name: str
    kind: RegionKind

    @property
    def parent(self) -> str | None:
        """The code of the regency of a district, of the province of a regency; else None."""
        return self.code[:-3] or None


def find(name: str, within: Region | str | None = None) -> Region | None:
    """The one region called so; None where there is none, or several.

    ``name`` may carry the word for its kind and the regions around it (*Kecamatan
    Kemangkon, Kabupaten Purbalingga*). ``within`` is a region, a code or a name that
    narrows the search.
    """
    found = candidates(name, within)
    return found[0] if len(found) == 1 else None


def candidates(name: str, within: Region | str | None = None) -> tuple[Region, ...]:
    """All regions called so, in the order of their codes; an empty tuple for none."""
    around = _codes_around(within)
    return _candidates(name, around) if around else ()


@lru_cache(maxsize=4096)
def _candidates(name: str, around: tuple[str, ...]) -> tuple[Region, ...]:
    words = _words(name)
    while len(words) > 1 and words[0] in _BEFORE_LABEL and words[1] in {*_LABELS, *_BEFORE_LABEL}:
        del words[0]
    kinds = _LABELS.get(words[0]) if words else None
    if kinds is None:
        return _called("".join(words), _ANY, around)
    if len(words) == 1:
        return ()
    found = _called("".join(words[1:]), kinds, around)
    # Districts may be called "Kota …", so that a label is the last thing to split a name at.
    return found or _called("".join(words), _ANY, around) or _inside(words[1:], kinds, around)


def _inside(
    words: list[str], kinds: tuple[RegionKind, ...], around: tuple[str, ...]
) -> tuple[Region, ...]:
    """Regions whose name is followed by the word and the name of the region around them."""
    for place in range(1, len(words) - 1):
        if words[place] in _LABELS:
            outer = find(" ".join(words[place:]))
            if outer is not None and outer.code.startswith(around):
                return _called("".join(words[:place]), kinds, (outer.code,))
    return ()


def _codes_around(within: Region | str | None) -> tuple[str, ...]:
    """The codes with which a region ``within`` begins; of several where its name is shared."""
    if within is None:
        return ("",)
    if isinstance(within, Region):
        return (within.code,)
    if within[:1].isdigit():
        return (within,)
    return tuple(each.code for each in candidates(within) if each.kind != "district")


def _called(key: str, kinds: tuple[RegionKind, ...], around: tuple[str, ...]) -> tuple[Region, ...]:
    """The regions of these kinds whose folded name is ``key``, under the codes ``around``."""
    if not key:
        return ()
    found: list[Region] = []
    if "province" in kinds:
        found += _listed("provinces", _SHORT_NAMES.get(key, key), "province")
    for kind, word in _KIND_WORDS:
        if kind in kinds:
            found += _listed("regencies", word + key, kind)
            found += _listed("regencies", f"{word}administrasi{key}", kind)
    if "district" in kinds:
        found += _listed("districts", key, "district")
    return tuple(each for each in found if each.code.startswith(around))


def _listed(file: str, key: str, kind: RegionKind) -> list[Region]:
    """The regions of one list whose folded name is ``key``."""
    found = []
    for line in _list(file).lines(key):
        name = line.rpartition(",")[2]
        if kind in ("regency", "city"):
            name = name.partition(" ")[2]
        found.append(Region(line.partition(",")[0], name, kind))
    return found


class _List:
    """A list as it is, and folded: small letters and digits, commas and line ends alone."""

    def __init__(self, file: str) -> None:
        """Read it, without the names of its columns."""
        path = os.path.join(_DATA, f"region_{file}.csv")
        with open(path, "rb") as lines:
            data = lines.read()
        data = data[data.index(b"\n") :]
        self._text = data.decode("ascii")
        self._folded = data.lower().translate(None, b" .'/-()").decode("ascii")
        self._by_key: dict[str, list[str]] = {}
        self._asked = 0

    def lines(self, key: str) -> list[str]:
        """The lines whose folded name is ``key``, in their order."""
        self._asked += 1
        if self._asked <= _FEW:
            return list(self._sought(key))
        if not self._by_key:
            for line, folded in zip(self._text.split("\n"), self._folded.split("\n"), strict=True):
                self._by_key.setdefault(folded.rpartition(",")[2], []).append(line)
        return self._by_key.get(key, [])

    def _sought(self, key: str) -> Iterator[str]:
        """The lines of ``key``, sought in the whole list as one text."""
        wanted = f",{key}\n"
        place = self._folded.find(wanted)
        while place >= 0:
            digits = self._folded[self._folded.rfind("\n", 0, place) + 1 : place].partition(",")[0]
            code = ".".join(digits[at : at + 2] for at in range(0, len(digits), 2))
            begin = self._text.index(f"\n{code},") + 1
            yield self._text[begin : self._text.index("\n", begin)]
            place = self._folded.find(wanted, place + 1)


@lru_cache(maxsize=3)
def _list(file: str) -> _List:
    return _List(file)


def _words(name: str) -> list[str]:
    """The words of a name, folded as the lists are."""
    kept = name.lower().replace("'", "").replace("’", "")
    return "".join(char if char.isalnum() else " " for char in kept).split()
