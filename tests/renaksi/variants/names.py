"""Names in our own words for outcomes and indicators; official names as clerks print them."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.official import official
from tests.renaksi.variants.truth import Element

# field(s) in the nomenclature → the office that has them
OFFICES: dict[tuple[str, ...], str] = {
    ("1.01",): "Dinas Pendidikan",
    ("1.02",): "Dinas Kesehatan",
    ("1.03",): "Dinas Pekerjaan Umum dan Penataan Ruang",
    ("1.04",): "Dinas Perumahan dan Kawasan Permukiman",
    ("1.05",): "Satuan Polisi Pamong Praja",
    ("1.06",): "Dinas Sosial",
    ("2.07",): "Dinas Tenaga Kerja",
    ("2.08", "2.14"): "Dinas Pengendalian Penduduk dan Pemberdayaan Perempuan",
    ("2.09",): "Dinas Ketahanan Pangan",
    ("2.11",): "Dinas Lingkungan Hidup",
    ("2.12",): "Dinas Kependudukan dan Pencatatan Sipil",
    ("2.13",): "Dinas Pemberdayaan Masyarakat dan Desa",
    ("2.15",): "Dinas Perhubungan",
    ("2.16", "2.20"): "Dinas Komunikasi dan Informatika",
    ("2.17",): "Dinas Koperasi dan Usaha Mikro",
    ("2.18",): "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    ("2.19",): "Dinas Kepemudaan dan Olahraga",
    ("2.23", "2.24"): "Dinas Perpustakaan dan Kearsipan",
    ("3.25",): "Dinas Kelautan dan Perikanan",
    ("3.26",): "Dinas Pariwisata",
    ("3.27",): "Dinas Pertanian",
    ("3.30", "3.31"): "Dinas Perindustrian dan Perdagangan",
    ("5.02",): "Badan Keuangan dan Aset Daerah",
    ("6.01",): "Inspektorat Daerah",
    ("8.01",): "Badan Kesatuan Bangsa dan Politik",
}

TOPICS = {
    "7.01": "pelayanan kecamatan",
    "1.01": "layanan pendidikan dasar",
    "1.02": "derajat kesehatan masyarakat",
    "1.03": "infrastruktur daerah",
    "1.04": "kawasan permukiman",
    "1.05": "ketenteraman masyarakat",
    "1.06": "kesejahteraan sosial",
    "2.07": "penempatan tenaga kerja",
    "2.08": "perlindungan perempuan",
    "2.09": "ketahanan pangan",
    "2.11": "lingkungan hidup",
    "2.12": "administrasi kependudukan",
    "2.13": "pemerintahan desa",
    "2.15": "layanan angkutan",
    "2.16": "layanan informasi publik",
    "2.17": "koperasi dan usaha mikro",
    "2.18": "iklim penanaman modal",
    "2.19": "prestasi pemuda dan olahraga",
    "2.23": "budaya baca masyarakat",
    "3.25": "produksi perikanan",
    "3.26": "kunjungan wisata",
    "3.27": "produksi pertanian",
    "3.30": "sarana perdagangan",
    "5.02": "pengelolaan keuangan daerah",
    "6.01": "pengawasan internal",
    "8.01": "kerukunan masyarakat",
}

_GOALS = (
    "Meningkatnya kualitas {topic}",
    "Terwujudnya {topic} yang merata dan berkualitas",
    "Mewujudkan {topic} yang semakin baik",
    "Terwujudnya tata kelola {office} yang bersih",
)
_OBJECTIVES = (
    "Meningkatnya akuntabilitas kinerja {office}",
    "Meningkatnya mutu {topic} bagi masyarakat",
    "Meningkatnya kepuasan masyarakat terhadap {office}",
    "Terkendalinya {topic} secara berkelanjutan",
    "Meningkatnya capaian {topic}",
)
_OUTCOME_INDICATORS = (
    ("Indeks Kepuasan Masyarakat (IKM) {office}", "Indeks"),
    ("Nilai SAKIP {office}", "Nilai"),
    ("Nilai Evaluasi {topic}", "Angka"),
    ("Persentase capaian {topic}", "Persen"),
    ("Predikat akuntabilitas kinerja {office}", "Predikat"),
    ("Cakupan {topic} yang memenuhi standar", "%"),
    ("Jumlah inovasi di bidang {topic}", "Inovasi"),
)
_WORK_INDICATORS = (
    ("Persentase {name}", "Persen"),
    ("Persentase ketersediaan {name}", "Persen"),
    ("Cakupan {name} sesuai ketentuan", "Persen"),
    ("Prosentase {name} yang terlaksana tepat waktu", "%"),
    ("Jumlah laporan {name}", "Dokumen"),
    ("Tingkat keberhasilan {name}", "Persen"),
    ("Nilai evaluasi {name}", "Angka"),
)
_OUTPUT_INDICATORS = (
    ("Jumlah dokumen {name}", "Dokumen"),
    ("Terlaksananya {name}", "Kegiatan"),
    ("Tersedianya laporan {name}", "Laporan"),
    ("Jumlah peserta {name}", "Orang"),
    ("Lama {name}", "Bulan"),
    ("Jumlah unit {name}", "Unit"),
    ("Jumlah desa yang mengikuti {name}", "Desa"),
)
LABELS = {"program": "Program", "activity": "Kegiatan", "subactivity": "Sub Kegiatan"}
_SMALL = frozenset({"dan", "di", "yang", "atau", "pada", "dengan", "untuk", "oleh", "serta"})


def outcome_names(rng: Random, topic: str, office: str) -> tuple[list[str], list[str]]:
    """Names for goals and for objectives, all different."""
    goals = [text.format(topic=topic, office=office) for text in _GOALS]
    objectives = [text.format(topic=topic, office=office) for text in _OBJECTIVES]
    rng.shuffle(goals)
    rng.shuffle(objectives)
    return goals, objectives


def indicator_texts(
    rng: Random, element: Element, topic: str, office: str, count: int
) -> list[tuple[str, str]]:
    """So many indicators with their units that suit the element."""
    if element.level in {"goal", "objective"}:
        pool = rng.sample(_OUTCOME_INDICATORS, count)
    elif element.level in {"program", "activity"}:
        pool = rng.sample(_WORK_INDICATORS, count)
    else:
        pool = rng.sample(_OUTPUT_INDICATORS, count)
    name = short(element.name)
    texts = [(text.format(topic=topic, office=office, name=name), unit) for text, unit in pool]
    entry = official().entries.get(element.official or "")
    if entry and entry.indicator and len(entry.indicator) < 170 and rng.random() < 0.5:
        unit = " ".join(entry.unit.split())
        if unit and count:
            texts[0] = " ".join(entry.indicator.split()).rstrip(" .;"), unit
    return texts


def short(name: str) -> str:
    """The first words of a name, without its label, for use inside an indicator."""
    words = name.split()
    while words and words[0].lower() in {"program", "sub", "kegiatan"}:
        words.pop(0)
    words = words[:7]
    while words and (words[-1].lower() in _SMALL or not words[-1].strip("(),/-&").isalpha()):
        words.pop()
    return " ".join(word.strip(",();") for word in words).lower() or "pelaksanaan"


def printed(rng: Random, official_name: str, level: str, *, label: bool) -> str:
    """An official name as a clerk prints it: other capitals, a comma or two, a letter astray."""
    name = official_name
    upper = name.isupper() or level == "program"
    if upper:
        name = name.removeprefix("PROGRAM ")
        if rng.random() < 0.75:
            name = " ".join(
                w if w.lower() in _SMALL else w.capitalize() for w in name.lower().split()
            )
    liberty = rng.random()
    if liberty < 0.06:
        name = name.replace(", dan ", " dan ")
    elif liberty < 0.12:
        name = name.replace("Kabupaten/Kota", "Kab/Kota")
    elif liberty < 0.2 and not upper:
        at = rng.randrange(len(name) // 2, len(name))
        name = name[:at] + name[at:].lower()
    elif liberty < 0.24:
        name = _misspelt(rng, name)
    if not label:
        return name if not upper or rng.random() < 0.5 else f"Program {name}"
    word = LABELS[level]
    if name.isupper():
        word = word.upper()
    if name.lower().startswith(word.lower() + " "):
        return name
    return f"{word} {name}"


def _misspelt(rng: Random, name: str) -> str:
    """One long word with a letter left out or doubled."""
    words = name.split()
    long = [i for i, word in enumerate(words) if len(word) >= 9 and word.isalpha()]
    if long:
        i = rng.choice(long)
        at = rng.randrange(3, len(words[i]) - 2)
        letter = "" if rng.random() < 0.5 else words[i][at] * 2
        words[i] = words[i][:at] + letter + words[i][at + 1 :]
    return " ".join(words)
