"""Words that offices misspell, with the spelling of the Kamus Besar Bahasa Indonesia.

Left out are words on which official names themselves disagree (*efektifitas*,
*ketentraman*, *kerjasama*, *standarisasi*) and forms that are right in another meaning.
"""

from __future__ import annotations

from typing import Final

STANDARD: Final = {
    "aktifitas": "aktivitas", "aktip": "aktif", "analisa": "analisis", "antri": "antre",
    "apotik": "apotek", "atlit": "atlet", "diagnosa": "diagnosis", "dikoordinir": "dikoordinasi",
    "efektip": "efektif", "ekstrim": "ekstrem", "frekwensi": "frekuensi", "himbauan": "imbauan",
    "hutang": "utang", "ijasah": "ijazah", "ijin": "izin", "jadual": "jadwal", "jaman": "zaman",
    "kadaluarsa": "kedaluwarsa", "karir": "karier", "ketersedian": "ketersediaan",
    "ketrampilan": "keterampilan", "kongkrit": "konkret", "konkrit": "konkret",
    "konsekwensi": "konsekuensi", "kreatifitas": "kreativitas", "kwalitas": "kualitas",
    "kwantitas": "kuantitas", "kwitansi": "kuitansi", "legalisir": "legalisasi",
    "managemen": "manajemen", "materai": "meterai", "menghimbau": "mengimbau",
    "mesjid": "masjid", "metoda": "metode", "nasehat": "nasihat", "nomer": "nomor",
    "nopember": "November", "obyek": "objek", "obyektif": "objektif", "omset": "omzet",
    "pebruari": "Februari", "perangko": "prangko", "peranko": "prangko",
    "perijinan": "perizinan", "photo": "foto", "praktek": "praktik", "presentase": "persentase",
    "produktifitas": "produktivitas", "propinsi": "provinsi", "prosen": "persen",
    "prosentase": "persentase", "rapih": "rapi", "resiko": "risiko", "sekedar": "sekadar",
    "silahkan": "silakan", "sistim": "sistem", "standart": "standar", "subyek": "subjek",
    "survey": "survei", "tauladan": "teladan", "tehnik": "teknik", "tehnis": "teknis",
    "tehnologi": "teknologi", "thema": "tema", "trampil": "terampil",
}  # fmt: skip
