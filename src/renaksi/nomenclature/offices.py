"""Which fields (*bidang urusan*) an office answers for, told by its name.

An office's name says what it does: *Dinas Pendidikan dan Kebudayaan* carries 1.01 and
2.22, *Bappeda* 5.01. The first of its fields is the one that its program penunjang is
coded under: obligatory affairs (1, 2) before chosen ones (3), then as the name has them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from renaksi.nomenclature.names import normal_name

KECAMATAN: Final = "7.01"

# A district office, by the words of most provinces, of Papua and of Yogyakarta; a kelurahan
# is part of one.
_DISTRICT_WORDS: Final = frozenset(
    {"kecamatan", "distrik", "kelurahan", "camat", "kapanewon", "kemantren"}
)
_BEFORE: Final = frozenset({"pemerintah", "kantor"})

# Field → the words by which office names show it, abbreviations included. Longer phrases
# come first where a shorter one of another field stands in them.
_WORDS: Final = {
    "5.04": "pendidikan pelatihan|pengembangan sumber daya manusia|diklat|bkpsdm|bpsdm",
    "5.03": "kepegawaian|bkd|bkpsdm|bkpp|bkdpsdm",
    "4.02": "sekretariat dprd|sekretariat dewan|setwan",
    "4.01": "sekretariat daerah|sekretariat kabupaten|sekretariat kota|setda|bagian",
    "5.05": "penelitian pengembangan|litbang|riset|bappelitbangda|bapperida|brida",
    "5.01": "perencanaan|bappeda|bappelitbangda|bapperida",
    "1.01": "pendidikan|disdik|dindik|dindikbud|disdikbud",
    "1.02": "kesehatan|dinkes|rumah sakit|rsud|puskesmas",
    "1.03": "pekerjaan umum|bina marga|sumber daya air|cipta karya|penataan ruang|dpupr|pupr|dpu",
    "1.04": "perumahan|kawasan permukiman|perkim|disperkim",
    "1.05": "polisi pamong praja|pamong praja|pamongpraja|satpol|pemadam kebakaran|damkar"
    "|penanggulangan bencana|bpbd",
    "1.06": "sosial|dinsos",
    "2.07": "tenaga kerja|ketenagakerjaan|disnaker|dinnaker",
    "2.08": "pemberdayaan perempuan|perlindungan anak|dp3a",
    "2.09": "ketahanan pangan|pangan",
    "2.10": "pertanahan",
    "2.11": "lingkungan hidup|dlh",
    "2.12": "kependudukan pencatatan sipil|pencatatan sipil|dukcapil|disdukcapil|dindukcapil",
    "2.13": "pemberdayaan masyarakat|dpmd|dispermades|dinpermasdes",
    "2.14": "pengendalian penduduk|keluarga berencana|dppkb",
    "2.15": "perhubungan|dishub|dinhub",
    "2.16": "komunikasi informatika|kominfo|diskominfo|dinkominfo",
    "2.17": "koperasi|usaha kecil|dinkop|dinkopukm",
    "2.18": "penanaman modal|dpmptsp",
    "2.19": "kepemudaan|pemuda|olahraga|olah raga|dispora|dinporapar|disporapar",
    "2.20": "statistik",
    "2.21": "persandian",
    "2.22": "kebudayaan",
    "2.23": "perpustakaan",
    "2.24": "kearsipan|arsip",
    "3.25": "perikanan|kelautan",
    "3.26": "pariwisata|disporapar|dinporapar|disparpora",
    "3.27": "pertanian|peternakan|perkebunan|hortikultura|dinpertan",
    "3.28": "kehutanan",
    "3.29": "energi",
    "3.30": "perdagangan",
    "3.31": "perindustrian",
    "3.32": "transmigrasi",
    "5.02": "keuangan|aset|pendapatan|bpkad|bkad|bakeuda|bapenda|bpkpad|bpprd",
    "5.06": "perbatasan",
    "6.01": "inspektorat",
    "8.01": "kesatuan bangsa|kesbangpol|bakesbangpol",
}


@lru_cache(maxsize=4096)
def fields_of(organisation: str) -> tuple[str, ...]:
    """The fields an office's name shows, its main one first; empty where it shows none."""
    words = normal_name(organisation).split()
    if _is_district(words):
        return (KECAMATAN,)
    rest = f" {' '.join(words)} "
    found: list[tuple[str, int, str]] = []
    for field, phrases in _WORDS.items():
        for phrase in phrases.split("|"):
            place = rest.find(f" {phrase} ")
            if place >= 0:
                found.append((field[0] if field[0] in "123" else "1", place, field))
                if " " in phrase:
                    rest = rest.replace(f" {phrase} ", " " * (len(phrase) + 2))
                break
    if not found and not _DISTRICT_WORDS.isdisjoint(words):
        return (KECAMATAN,)
    return tuple(field for _, _, field in sorted(found))


def is_district(organisation: str) -> bool:
    """Whether an office is a district's: *Kecamatan Kemangkon*, *Kapanewon Depok*."""
    return _is_district(normal_name(organisation).split())


def _is_district(words: list[str]) -> bool:
    """Whether an office's name begins with the word for a district."""
    return next((word for word in words if word not in _BEFORE), "") in _DISTRICT_WORDS
