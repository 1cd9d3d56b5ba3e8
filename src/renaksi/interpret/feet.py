"""What stands beside a plan's tables and is none of it: page numbers, signatures, remarks, visions.

A signature begins with a place and a date or an office (*CAMAT KEMANGKON*); the rows behind
it hold names, ranks and numbers until a row says something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from renaksi.patterns import pattern

_PAGE: Final = pattern(
    r"(?i:-?\s*(?:halaman|hal\.?|page|lembar)\s*:?\s*\d+(?:\s*(?:dari|/|of)\s*\d+)?\s*-?"
    r"|-\s\d+\s-)"
)
# A person with a degree: *Drs. H. AHMAD FAUZI, M.Si*.
_PERSON: Final = pattern(
    r"(?:(?:Drs?|Dra|Ir|Prof|KH|Hj?|R|Rr|Tb|Apt|dr|drg|dra|ir|hj?)\.\s?)*[A-Z][\w'.’ -]{2,50},"
    r"(?:\s?(?:S|M|Dr|A|Amd|SE|SH|MM|MH|ST|MT|MSi|MAP|Sp)\b[\w. ]{0,12},?){1,4}"
    r"|(?i:nip\b.*)"
)
_NAME: Final = pattern(
    r"\(?(?:(?:dr|drg|ir|hj?)\.\s?)*(?:[A-Z][\w'’]*\.?[\s.]*){2,5}\)?|[(.…_ )]{3,}"
)
# What follows is sought in small letters: a pattern that ignores case takes twice the time.
_RANK: Final = pattern(
    r"(?:pembina|penata|pengatur)(?:\s(?:utama|muda|madya|tingkat|tk|i)\b\.?)*"
    r"(?:[\s,]*\(?(?:iv|iii|ii)\s?/\s?[a-e]\)?)?(?:\s+nip\b.*)?"
)
_SIGNED: Final = pattern(
    r"[a-z][a-z'’ .-]{2,40},\s*(?:(?:\d{1,2}|[.…_ ]+)\s+)?(?:januari|pebruari|februari|maret"
    r"|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\s+20\d\d"
    r"|(?:(?:plt|plh|pj|pjs|a\.?n|an)\b\.?\s*)?"
    r"(?:(?:camat|lurah|panewu|bupati|wali\s?kota|gubernur|direktur|inspektur)"
    r"(?:\s[a-z'’ .,/-]{2,60})?"
    r"|sekretaris,|(?:kasi|kasubb?ag|kabid|sekcam)\b[a-z'’ .,/-]{0,80}"
    r"|(?:kepala|sekretaris)\s(?:seksi|sub|bap\w+|dinas|badan|kantor|bagian|satuan|bidang|upt"
    r"|uptd|puskesmas|rsud|kecamatan|kelurahan|daerah|camat|dprd|satpol)\b[a-z'’ .,/-]{0,80})[,.]?"
    r"|pihak\s(?:pertama|kedua|kesatu),?|(?:mengetahui|menyetujui)\s?[:,]?|[(.…_, )]{3,}"
    r"|(?:disusun|dievaluasi|disetujui|diketahui|dibuat)\soleh\b.{0,60}"
    r"|(?:ditetapkan|dibuat)\sdi\b.{0,40}|pada tanggal\b.{0,40}"
    # A whole signature in one cell, down to the name or its number.
    r"|pihak\s(?:pertama|kedua|kesatu),?\s.{0,120}|.{0,160}\bnip\b[ .:]*(?:\d ?){8,18}"
)
_REMARK: Final = pattern(
    r"(?:dipindai\sdengan|scanned\s(?:by|with))\b.*"
    r"|(?:faktor\s(?:pendorong|penghambat)|(?:usulan\s)?tindak\slanjut)\b.*"
    r"|\d{1,3}\s(?:dari\s\d+\s)?[a-z]+\s(?:belum|tanpa|telah|sudah|tidak)\b.*|"
    r"(?:catatan|keterangan|ket\.?|sumber(?:\sdata)?|[vm]isi(?:\s[a-z\d-]+){0,3})\s?:.*|\*+\).*"
)
# How pages' numbers, signatures and remarks begin, which spares other cells the patterns.
_PAGE_BEGINS: Final = ("-", "hal", "page", "lembar")
_SIGNED_BEGINS: Final = (
    "plt", "plh", "pj", "a.n", "an", "camat", "lurah", "panewu", "bupati", "wali", "gubernur",
    "direktur", "inspektur", "sekretaris", "kasi", "kasub", "kabid", "sekcam", "kepala", "pihak",
    "mengetahui", "menyetujui", "(", ".", "…", "_", ",", " ", "di", "pada",
)  # fmt: skip
_REMARK_BEGINS: Final = (
    "faktor", "usulan", "tindak", "catatan", "keterangan", "ket", "sumber", "visi", "misi", "*",
    "dipindai", "scanned",
)  # fmt: skip
_LONGEST: Final = 100  # letters of a cell below which somebody signs
_MOST_SIGNING: Final = 3  # parties beside one another


class Feet:
    """Tells the rows of a document that are no part of its tables."""

    __slots__ = ("_is_signed", "_titles")

    def __init__(self, titles: AbstractSet[str] = frozenset()) -> None:
        """Nobody has signed yet; ``titles`` stand above the tables, and perhaps on each page."""
        self._is_signed = False
        self._titles = titles

    def end(self) -> None:
        """A row says something else: what follows is signed by nobody."""
        self._is_signed = False

    def has(self, filled: Sequence[str]) -> bool:
        """Whether a row, the next of the document, is a foot; of its cells, the filled ones."""
        if len(filled) > _MOST_SIGNING:
            self._is_signed = False
            return False
        if len(filled) == 1 and (
            filled[0] in self._titles or is_page(filled[0]) or _is_remark(filled[0])
        ):
            return True
        if not filled or max(map(len, filled)) > _LONGEST:
            return False
        if all(map(_is_signed, filled)):
            self._is_signed = True
            return True
        if self._is_signed:
            self._is_signed = all(map(_is_signing, filled))
            return self._is_signed
        return len(filled) == 1 and _is_person(filled[0])


def is_page(cell: str) -> bool:
    """Whether a cell is the number of a page: *Halaman 1 dari 4*."""
    return cell.lower().startswith(_PAGE_BEGINS) and _PAGE.fullmatch(cell) is not None


def _is_person(cell: str) -> bool:
    may_be = "," in cell or cell[:3].lower() == "nip"
    return may_be and _PERSON.fullmatch(cell) is not None


@lru_cache(maxsize=8192)
def _is_signed(cell: str) -> bool:
    """Whether a cell begins a signature: a place and a date, an office, who has seen it."""
    folded = cell.lower()
    may_be = folded.startswith(_SIGNED_BEGINS) or ("20" in folded and "," in folded)
    may_be = may_be or (folded[-1].isdigit() and "nip" in folded)
    return may_be and _SIGNED.fullmatch(folded) is not None


def _is_remark(cell: str) -> bool:
    """Whether a cell is a remark; without a colon it begins with a capital, as no rest does."""
    if ":" not in cell and cell[0].islower():
        return False
    folded = cell.lower()
    may_be = folded.startswith(_REMARK_BEGINS) or folded[:4].partition(" ")[0].isdigit()
    return may_be and _REMARK.fullmatch(folded) is not None


def _is_signing(cell: str) -> bool:
    """Whether a cell below an office or a date is a party's name, rank, number or office."""
    if _is_person(cell) or _NAME.fullmatch(cell):
        return True
    return _RANK.fullmatch(cell.lower()) is not None or _is_signed(cell)
