"""The words that official names and indicators use again and again, and those of headers.

`scripts/build_nomenclature.py` makes the list; it is read where a word may have been parted.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

# Words that head columns.
HEADS: Final = frozenset(
    {
        "agustus", "anggaran", "april", "bulan", "desember", "februari", "indikator", "januari",
        "jawab", "juli", "juni", "kegiatan", "ket", "keterangan", "kinerja", "kode", "maret",
        "mei", "no", "november", "oktober", "penanggung", "program", "realisasi", "rp", "sasaran",
        "satuan", "september", "tahun", "tahunan", "target", "triwulan", "trw", "tujuan", "tw",
        "uraian",
    }
)  # fmt: skip


def is_common(word: str) -> bool:
    """Whether a word, in small letters, is one of them."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    text = files("renaksi.readers.pages").joinpath("common_words.txt").read_text("utf-8")
    return frozenset(text.split())
