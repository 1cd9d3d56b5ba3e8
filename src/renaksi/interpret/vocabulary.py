"""Words that tell what a text is: units, and how indicators and results are worded."""

from __future__ import annotations

from typing import Final

# Units of the official nomenclature and of practice, folded; other words are taken as a
# unit only by the place in which they stand.
UNITS: Final = frozenset(
    """
    %|persen|persentase|prosen|dokumen|dok|laporan|lap|orang|org|unit|ruang|paket|lembaga|keluarga
    kegiatan|km|ha|hektar|hektare|meter|m|m2|m²|m3|m³|ton|kg|kilogram|liter|buku|objek|obyek|kelompok
    layanan|lokasi|arsip|komunitas|kasus|kk|kepala keluarga|desa|kelurahan|perkara|organisasi
    eksemplar|titik|kebijakan|perpustakaan|perusahaan|produk|umkm|sertifikat|usaha|data|substansi
    bendungan|hektare|film|berkas|instansi|naskah|rekomendasi|danau|sr|kawasan|usulan|daerah
    kesepakatan|koperasi|sampel|promosi|batang|pelatihan|media|judul|jembatan|peta|aduan|kampung
    perizinan|entitas|pengaduan|sanksi|rute|konten|aplikasi|lokus|pengguna|daftar|sop|ekor|dosis
    wilayah|permohonan|gampong|beasiswa|bulan|bln|hari|jam|menit|minggu|tahun|triwulan|kali|jenis
    macam|buah|bh|set|stel|lembar|lbr|rim|dus|botol|angka|nilai|indeks|index|skor|score|poin|point
    predikat|rasio|opini|peringkat|level|tingkat|kategori|asn|pns|pegawai|pejabat|aparatur|peserta
    siswa|guru|sekolah|pasien|puskesmas|kader|posyandu|pelaku usaha|opd|skpd|perangkat daerah|rt|rw
    rt/rw|dusun|kecamatan|kab|kabupaten|kota|ruas|jaringan|sistem|surat|keputusan|perda|perkada
    perdes|raperda|peraturan|rupiah|rp|juta rupiah|milyar rupiah|miliar rupiah|event|even|acara
    pertemuan|rapat|bidang|sub bidang|tim|pos|stand|tanaman|pohon|bibit|benih|ternak|kapal|kendaraan
    rumah|rumah tangga|inovasi|penghargaan|warga|pengunjung|penduduk|unit rumah|unit usaha
    unit kerja|satuan pendidikan|peserta didik|badan usaha
    kejadian|mukim|sk|gram|skrd|sambungan rumah (sr)|sistem drainase perkotaan|bantuan teknis
    sistem drainase lingkungan|bangunan gedung negara|bangunan gedung cagar budaya|kg/kap/tahun
    lembaga masyarakat|kelompok pra-koperasi|kampung kb|unit/fasyankes|warisan budaya dunia
    layanan informasi|paket pekerjaan|satuan permukiman|kawasan transmigrasi|obyek pajak
    berita acara|lembaga kemasyarakatan|desa/kelurahan|orang/bulan|orang bulan|ob|oh|orang hari
    pokmas
    pokmas / ormas|ormas|kelompok masyarakat|laporan / dokumen|dokumen/laporan|laporan/dokumen
    sistem informasi|pelaku|penyuluh|petani|nelayan|atlet|medali|perlombaan|lomba|sidang|perjanjian
    kerja sama|konten digital|m³/hari|liter/detik|ton/hari|unit/paket|usaha/kegiatan|kegiatan usaha
    cagar budaya|bangunan gedung|bangunan|gedung|hari operasi|hari kerja|komponen|item|butir|modul
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}

# Things that come in whole numbers.
COUNTABLE: Final = frozenset(
    {
        "aduan", "aparatur", "aplikasi", "arsip", "asn", "badan", "berkas", "buah", "buku",
        "dokumen", "desa", "dusun", "eksemplar", "event", "film", "guru", "instansi", "izin",
        "jembatan", "judul", "kader", "kali", "kampung", "kasus", "kegiatan", "kelompok",
        "kelurahan", "kendaraan", "keputusan", "kesepakatan", "konten", "koperasi", "laporan",
        "layanan", "lembaga", "lembar", "lokasi", "media", "naskah", "opd", "orang",
        "organisasi", "paket", "pegawai", "pelatihan", "pengaduan", "pengguna", "perda",
        "perdes", "perkara", "permohonan", "perpustakaan", "perusahaan", "peserta", "pns",
        "posyandu", "produk", "puskesmas", "raperda", "rapat", "rekomendasi", "rt", "ruang",
        "rumah", "rw", "sekolah", "sertifikat", "siswa", "skpd", "sop", "surat", "titik", "umkm",
        "unit", "batang", "benih", "bibit", "ekor", "jiwa", "kapal", "kepala keluarga", "kk", "kpm",
        "kunjungan", "pengunjung", "penduduk", "peserta didik", "pohon", "rumah tangga", "sr",
        "unit usaha", "warga", "wisatawan",
    }
)  # fmt: skip
# What is measured, of which there may be a part: *12.500 Ton* counts no things, though a *Jumlah*.
_MEASURED: Final = frozenset(
    {
        "bulan", "ha", "hari", "hektar", "hektare", "jam", "kg", "kilogram", "kilometer", "km",
        "kuintal", "kw", "liter", "m", "m2", "m²", "m3", "m³", "meter", "rp", "rupiah", "tahun",
        "ton",
    }
)  # fmt: skip
_NUMBERS_OF: Final = ("jumlah ", "banyaknya ")
_ABBREVIATED: Final = frozenset({"bh", "dok", "keg", "lap", "lbr", "org"})

# How indicators begin, and how results (goals and objectives) begin.
MEASURE_WORDS: Final = frozenset(
    [
        "persentase",
        "prosentase",
        "presentase",
        "jumlah",
        "nilai",
        "indeks",
        "cakupan",
        "rasio",
        "tingkat",
        "angka",
        "skor",
        "predikat",
        "opini",
        "rata-rata",
        "rerata",
        "laju",
        "proporsi",
        "banyaknya",
        "frekuensi",
        "waktu",
        "lama",
        "luas",
        "panjang",
        "volume",
        "kapasitas",
        "level",
        "hasil",
        "peringkat",
        "kontribusi",
        "pertumbuhan",
        "capaian",
    ]
)


def counts_things(unit: str | None) -> bool:
    """Whether a unit counts what comes in whole numbers: *Orang*, *Dok*."""
    folded = unit.casefold().strip(" .") if unit else ""
    return folded in COUNTABLE or folded in _ABBREVIATED


def measures_amounts(unit: str | None) -> bool:
    """Whether a unit measures what comes in thousands and in parts: *Ton*, *Ha*."""
    return unit is not None and unit.casefold().strip(" .") in _MEASURED


def is_number_of(name: str | None, unit: str | None) -> bool:
    """Whether an indicator is the number of some things: *Jumlah penerima bantuan*."""
    if name is None or not name.casefold().startswith(_NUMBERS_OF):
        return False
    return unit is None or not (measures_amounts(unit) or unit.casefold() in ("%", "persen"))


def names_measure(text: str) -> bool:
    """Whether the wording names a measure: *Persentase …*, *Jumlah …*, *Nilai …*."""
    return text.split(" ", 1)[0].strip('"“(').casefold() in MEASURE_WORDS


def begins_as_measure(text: str) -> bool:
    """Whether the wording may be an indicator's: a measure, or an output that came about.

    Output wording (*Tersedianya …*, *Tersusunnya …*) is used for indicators, but goals and
    objectives are worded so as well (*Terwujudnya …*): where a column speaks, it decides.
    """
    first = text.split(" ", 1)[0].strip('"“(').casefold()
    return first in MEASURE_WORDS or (first.startswith("ter") and first.endswith("nya"))


def begins_as_result(text: str) -> bool:
    """Whether the wording is a goal's or objective's: *Meningkatnya …*, *Mewujudkan …*."""
    first = text.split(" ", 1)[0].casefold()
    if first.startswith("me") and first.endswith("kan"):
        return True
    return first.endswith("nya") and first.startswith(("me", "ter", "ber", "optimal"))
