"""The words that the heads of columns are made of, also cut short, in English, or badly scanned."""

from __future__ import annotations

import re
from typing import Final

from renaksi.quarter import LABEL

MONTHS: Final = {
    name: f"m{number}"
    for number, names in enumerate(
        (
            "januari jan", "februari pebruari feb peb", "maret mar", "april apr", "mei",
            "juni jun", "juli jul", "agustus agu agt agst ags", "september sep sept",
            "oktober okt", "november nopember nov nop", "desember des",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_WORDS: Final = frozenset(
    [
        "no", "nomor", "urut", "sat", "kode", "rekening", "uraian", "indikator", "kinerja",
        "utama", "individu", "satuan", "target", "realisasi", "capaian", "triwulan",
        "triwulanan", "tahun", "tahunan", "th", "thn", "tujuan", "sasaran", "program", "kegiatan",
        "sub",
        "subkegiatan", "anggaran", "pagu", "rp", "keterangan", "ket", "penanggung", "jawab",
        "penanggungjawab", "pelaksana", "formula", "formulasi", "perhitungan", "definisi",
        "operasional", "sumber", "data", "strategis", "perangkat", "daerah", "opd", "pd",
        "skpd", "nama", "rencana", "aksi", "urusan", "dan", "per", "volume", "vol",
        "output", "outcome", "keluaran", "hasil", "akhir", "awal", "bidang", "tw", "trw",
        "tribulan", "kuartal", "kwartal", "caturwulan", "cawu",
        "twl", "b03", "b06", "b09", "b12", "bulan", "bulanan", "ke", "k", "s", "d", "sd",
        "sampai", "dengan", "lalu", "renstra", "renja", "rkpd", "rpjmd", "kondisi",
        "baseline", "jadwal", "waktu", "pelaksanaan", "periode", "semester", "penjelasan",
        "alasan", "bukti", "dukung", "misi", "visi", "lokasi", "bobot", "pemerintahan",
        "pemerintah", "anggarannya", "pada", "serapan", "penyerapan", "ta", "i", "ii",
        "iii", "iv", "v", "vi", "iku", "iki", "murni", "perubahan", "berjalan",
        "dievaluasi", "tingkat", "rata", "terhadap", "unit", "kerja", "besaran", "jumlah",
        "total", "faktor", "pendorong", "penghambat", "tindak", "lanjut", "kontribusi",
        "prioritas", "jenis", "belanja", "dana", "sumberdana", "t", "r", "pertama", "kedua",
        "ketiga", "keempat", "pj", "pic", "penyebab", "kendala", "hambatan", "permasalahan",
        "solusi", "catatan", "tahapan", "tahap", "langkah", "aktivitas", "koordinator",
        "mulai", "selesai", "tanggal", "tgl", "kelompok", "tautan",
        "keg", "subkeg", "prog", "tgt", "trgt", "ind", "indk", "ikk", "ikp", "iks", "real",
        "realis", "angg", "tiap", "setiap", "tiw", "triw", "fisik", "keuangan",
        "indikatif", "pk", "rkt", "strategi", "status", "rumus", "rumusan", "sebelumnya", "ini",
        "efisiensi", "pendanaan", "kerangka", "prakiraan", "maju", "perencanaan", "tolok", "ukur",
        "ikd", "ess", "eselon", "pptk", "kebutuhan", "penting", "sisa", "deviasi", "selisih",
        "percepatan", "perlambatan", "kumulatif", "akumulasi", "jml", "smt", "tipe", "polaritas",
        "cara", "link", "eviden", "evidence", "semula", "menjadi", "sebelum", "setelah", "sesudah",
        # of headers in two languages
        "goal", "goals", "objective", "objectives", "strategic", "indicator", "indicators",
        "performance", "activity", "activities", "annual", "quarter", "quarterly", "budget",
        "actual", "achievement", "person", "responsible", "charge", "remark", "remarks", "notes",
        "source", "fund", "year",
        *MONTHS,
    ]
)  # fmt: skip
# Header words that are cut short, and what they stand for.
SHORT: Final = {
    "keg": "kegiatan", "subkeg": "subkegiatan", "prog": "program", "tgt": "target",
    "trgt": "target", "ind": "indikator", "indk": "indikator", "ikk": "indikator",
    "ikp": "indikator", "iks": "indikator", "real": "realisasi", "realis": "realisasi",
    "angg": "anggaran", "jml": "jumlah", "smt": "semester", "tiw": "tw", "triw": "tw",
    "goal": "tujuan", "goals": "tujuan",
    "objective": "sasaran", "objectives": "sasaran", "indicator": "indikator",
    "indicators": "indikator", "activity": "kegiatan", "activities": "kegiatan",
    "annual": "tahunan", "quarter": "triwulan", "quarterly": "triwulan", "budget": "anggaran",
    "actual": "realisasi", "achievement": "capaian", "responsible": "penanggung",
    "remark": "keterangan", "remarks": "keterangan", "notes": "keterangan", "source": "sumber",
    "year": "tahun",
}  # fmt: skip
# Letters and digits that a scan takes for each other, and how the words of headers then look.
_ALIKE: Final = str.maketrans("l105", "iios")
_LOOKS: Final = {word.translate(_ALIKE): word for word in sorted(_WORDS) if len(word) > 3}

_NUMERALS: Final = {"l": "i", "ll": "ii", "lll": "iii", "lv": "iv"}
_YEAR: Final = re.compile(r"20\d\d")


def as_seen(word: str) -> str:
    """A word with letters that look alike in a scan (*lNDIKATOR*, *TW ll*), as a header's word."""
    if is_head_word(word):
        return word
    return _NUMERALS.get(word) or _LOOKS.get(word.translate(_ALIKE), word)


def is_head_word(word: str) -> bool:
    """Whether a word in small letters may stand in the head of a column."""
    if word in _WORDS:
        return True
    if word.isdigit():
        return len(word) <= 2 or _YEAR.fullmatch(word) is not None
    return LABEL.fullmatch(word) is not None
