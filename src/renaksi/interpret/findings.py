"""The findings of reading (``kind`` *reading*): what the paper left in doubt, what was repaired.

A repair that label words, numbering or the nomenclature prove is an *info*; doubt is a
*warning*; what the paper lost so that the plan cannot stand without it is an *error*.
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Rule, Severity, Words
from renaksi.model import Level
from renaksi.quarter import ENGLISH, MONTHS, ROMAN


def _rule(
    code: str,
    slug: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    page: tuple[str, str],
    gravity: int = 0,
    told_by: str = "",
) -> Rule:
    return Rule(
        code=code,
        slug=slug,
        severity=severity,
        since="0.1.0",
        kind="reading",
        title={"id": title[0], "en": title[1]},
        message={"id": message[0], "en": message[1]},
        gravity=gravity,
        told_by=told_by,
        page=page[1],
        page_id=page[0],
    )


ROW_REPEATED: Final = _rule(
    "RB101", "row-printed-again", "info",
    ("Baris tercetak lagi", "Row printed again"),
    ("“{name}” tercetak lagi di sini; keduanya dibaca sebagai satu.",
     "“{name}” is printed again here; both are read as one."),
    ("Baris yang sama tercetak di beberapa tempat (misalnya sasaran yang diulang di tabel "
     "program). "
     "Dibaca sebagai satu, semua tempatnya diingat.",
     "The same row stands in several places (an objective repeated beside its programs, say). "
     "It is read as one and every place is kept."),
)  # fmt: skip
OTHER_COLUMN: Final = _rule(
    "RB102", "printed-in-other-column", "info",
    ("Tercetak di kolom lain", "Printed in another column"),
    ("{level} “{name}” tercetak di kolom yang bukan kolomnya; kata labelnya yang diikuti.",
     "The {level} “{name}” is printed in a column that is not its own; its label word is "
     "followed."),
    ("Kolom bergeser saat dokumen disalin. Kata label (Program, Kegiatan, Sub Kegiatan) lebih kuat "
     "daripada kolom.",
     "Columns shift when a document is copied. The label word (Program, Kegiatan, Sub Kegiatan) is "
     "stronger evidence than the column."),
)  # fmt: skip
PARENT_OFFICIAL: Final = _rule(
    "RB103", "parent-by-nomenclature", "info",
    ("Induk menurut nomenklatur", "Parent by the nomenclature"),
    ("Letak dan nomor “{name}” tidak searah; ditempatkan di bawah “{parent}” menurut kode {code}.",
     "Position and number of “{name}” disagree; it is placed under “{parent}” by its code {code}."),
    ("Letak di halaman menunjuk satu induk, nomor urut menunjuk induk lain. Nomenklatur resmi "
     "memutuskan "
     "bila induk resminya ada di dokumen.",
     "The place on the page points at one parent, the numbering at another. The official "
     "nomenclature "
     "decides where the official parent stands in the document."),
)  # fmt: skip
PARENT_NUMBERED: Final = _rule(
    "RB104", "parent-by-numbering", "info",
    ("Induk menurut nomor", "Parent by numbering"),
    ("“{name}” bernomor {number}: melanjutkan nomor di bawah “{parent}”, bukan letaknya.",
     "“{name}” is numbered {number}: it continues the numbers under “{parent}”, not its position."),
    ("Letak dan nomor tidak searah dan nomenklatur tidak memutuskan; nomor yang berlanjut diikuti.",
     "Position and numbering disagree and the nomenclature does not decide; the numbering that "
     "continues is followed."),
)  # fmt: skip
LEVEL_OFFICIAL: Final = _rule(
    "RB105", "level-by-nomenclature", "info",
    ("Tingkat menurut nomenklatur", "Level by the nomenclature"),
    ("“{name}” tanpa kata label; dibaca sebagai {level} karena nama resminya {code}.",
     "“{name}” has no label word; it is read as {level} because its official name is {code}."),
    ("Kata label hilang. Nama yang sama dengan nama resmi menunjukkan tingkatnya.",
     "The label word is lost. A name that is an official name shows its level."),
)  # fmt: skip
LEVEL_PLACE: Final = _rule(
    "RB106", "level-by-position", "warning",
    ("Tingkat menurut letak", "Level by position"),
    ("“{name}” tanpa kata label; dibaca sebagai {level} karena letak dan nomornya.",
     "“{name}” has no label word; it is read as {level} because of its place and number."),
    ("Kata label hilang dan namanya tidak ada di nomenklatur. Letak dan nomor menunjukkan "
     "tingkatnya.",
     "The label word is lost and the name is in no nomenclature. Place and number show the level."),
)  # fmt: skip
TEXTS_FUSED: Final = _rule(
    "RB110", "indicator-texts-fused", "info",
    ("Dua teks indikator dalam satu baris", "Two indicator texts in one row"),
    ("Baris ini memuat beberapa teks indikator; nilainya dibaca sebagai milik teks terakhir, "
     "bukan “{name}”.",
     "This row holds several indicator texts; its values are read as the last one's, not "
     "“{name}”’s."),
    ("Dua baris menyatu. Nilai di baris itu milik teks terakhir sebelum nilai; milik teks lain "
     "hilang.",
     "Two rows became one. The values belong to the last text before them; those of the others "
     "are lost."),
)  # fmt: skip
NAME_LOST: Final = _rule(
    "RB111", "indicator-text-lost", "error",
    ("Teks indikator hilang", "Indicator text lost"),
    ("{element} mempunyai target tetapi teks indikatornya tidak ada di dokumen.",
     "{element} has targets but the document lost its indicator text."),
    ("Ada nilai tanpa teks indikator. Tanyakan kepada penyusun rencana; Renaksi tidak mengarang.",
     "There are values without an indicator text. Ask the plan's author; nothing is invented."),
    80,
    "RA101",
)  # fmt: skip
UNIT_LOST: Final = _rule(
    "RB112", "unit-lost", "warning",
    ("Satuan hilang", "Unit lost"),
    ("Satuan indikator “{name}” tidak ada di dokumen, padahal baris lain menyebutnya.",
     "The unit of the indicator “{name}” is not in the document, though other rows state theirs."),
    ("Kolom satuan ada, tetapi satuan baris ini hilang.",
     "There is a column of units, but this row's is lost."),
    30,
    "RA102",
)  # fmt: skip
TARGET_LOST: Final = _rule(
    "RB113", "target-lost", "error",
    ("Target hilang", "Target lost"),
    ("Target {quarter} indikator “{name}” tidak ada di dokumen.",
     "The target of {quarter} of the indicator “{name}” is not in the document."),
    ("Triwulan lain tercetak, tetapi yang ini hilang. Ini bukan 0 dan bukan “-”.",
     "Other quarters are printed, but this one is lost. It is neither 0 nor “-”."),
    70,
    "RA103",
)  # fmt: skip
VALUES_REPEATED: Final = _rule(
    "RB114", "values-printed-again", "info",
    ("Nilai tercetak lagi", "Values printed again"),
    ("Target “{name}” tercetak lagi di samping baris lain.",
     "The targets of “{name}” are printed again beside another row."),
    ("Sel gabungan pecah sehingga nilainya tercetak berulang. Angka mengalahkan “-”.",
     "A merged cell broke, so that its values are printed repeatedly. A number beats “-”."),
)  # fmt: skip
VALUES_CONFLICT: Final = _rule(
    "RB115", "values-conflict", "error",
    ("Dua nilai berbeda", "Two different values"),
    ("{what} {quarter} “{name}” tercetak lebih dari sekali dengan nilai berbeda: {kept} dan "
     "{other}; yang pertama dipakai.",
     "The {what} of {quarter} of “{name}” is printed more than once with different values: {kept} "
     "and {other}; the first is kept."),
    ("Dokumen menyebut dua angka untuk triwulan yang sama. Putuskan mana yang benar.",
     "The document gives two numbers for one quarter. Decide which is right."),
    75,
)  # fmt: skip
VALUE_UNOWNED: Final = _rule(
    "RB116", "value-without-owner", "warning",
    ("Nilai tanpa pemilik", "Value without an owner"),
    ("Nilai “{text}” di sini tidak dapat dipasangkan dengan indikator atau triwulan mana pun.",
     "The value “{text}” here belongs to no indicator or quarter that could be told."),
    ("Sebuah nilai berdiri di baris yang tidak menunjukkan indikator atau triwulannya.",
     "A value stands in a row that does not show its indicator or quarter."),
    20,
)  # fmt: skip
NUMBER_AMBIGUOUS: Final = _rule(
    "RB117", "number-ambiguous", "warning",
    ("Angka bisa dibaca dua cara", "Number that reads two ways"),
    ("“{text}” dibaca {value} menurut cara Indonesia; tidak ada angka lain di dokumen yang "
     "memastikannya.",
     "“{text}” is read as {value} in the Indonesian way; no other figure in the document proves "
     "it."),
    ("1.234 bisa berarti seribu dua ratus tiga puluh empat atau satu koma dua tiga empat.",
     "1.234 can mean one thousand two hundred and thirty-four or one point two three four."),
)  # fmt: skip
QUARTER_ASSUMED: Final = _rule(
    "RB118", "quarter-by-order", "info",
    ("Triwulan menurut urutan", "Quarter by order"),
    ("Nilai “{text}” tanpa label triwulan; dibaca sebagai {quarter} menurut urutannya.",
     "The value “{text}” has no quarter label; it is read as {quarter} by its order."),
    ("Label triwulan hilang, tetapi urutan nilai di sekitarnya menunjukkan triwulannya.",
     "The label of the quarter is lost, but the order of the values around it shows the quarter."),
)  # fmt: skip
TEXT_LEFT: Final = _rule(
    "RB119", "text-left-over", "warning",
    ("Teks tidak terpakai", "Text left over"),
    ("Teks “{text}” tidak dapat ditempatkan di rencana.",
     "The text “{text}” could not be placed in the plan."),
    ("Ada teks di tabel yang bukan unsur, indikator, satuan, atau nilai yang dikenal.",
     "A text in a table is no element, indicator, unit or value that could be told."),
)  # fmt: skip
REGION_FOUND: Final = _rule(
    "RB120", "organisation-code-found", "info",
    ("Kode wilayah ditemukan", "Region code found"),
    ("Kode {code} untuk {name} diambil dari daftar wilayah; dokumen tidak mencetaknya.",
     "The code {code} of {name} is taken from the list of regions; the document does not print "
     "it."),
    ("Nama kecamatan ini hanya ada satu di daftar wilayah, sehingga kodenya pasti.",
     "The name occurs once in the list of regions, so that its code is certain."),
)  # fmt: skip
PROGRAM_MOVED: Final = _rule(
    "RB122", "program-in-previous-table", "info",
    ("Program di tabel sebelumnya", "Program in the previous table"),
    ("“{name}” tercetak di dalam tabel “{table}”; judul bagiannya sendiri yang diikuti.",
     "“{name}” is printed inside the table of “{table}”; its own heading is followed."),
    ("Baris program berdiri di tabel program sebelumnya. Judul bagian (A., B., …) menunjukkan "
     "tempatnya.",
     "A program's row stands in the previous program's table. Its heading (A., B., …) shows its "
     "place."),
)  # fmt: skip
COLUMN_DOUBTFUL: Final = _rule(
    "RB124", "place-in-row-doubtful", "warning",
    ("Letak dalam baris meragukan", "Place in its row is doubtful"),
    ("Letak “{text}” di baris ini dapat dibaca dengan dua cara; periksa pasangannya.",
     "The place of “{text}” in this row reads two ways; check what it belongs to."),
    ("Kolom bergeser sehingga sebuah sel dapat menjadi milik dua kolom.",
     "Columns have shifted so that a cell may belong to either of two."),
)  # fmt: skip

CODE_SHARED: Final = _rule(
    "RB125", "code-of-several-lines", "warning",
    ("Kode tidak dapat dipastikan", "Code of several lines"),
    ("“{name}” adalah nama resmi beberapa kode (antara lain {code}); tidak ada yang memastikan "
     "yang mana.",
     "“{name}” is the official name of several codes ({code} is one); nothing tells which is "
     "meant."),
    ("Beberapa baris nomenklatur bernama sama, dan induknya di dokumen tidak memutuskan.",
     "Several lines of the nomenclature bear one name, and its parent in the document does not "
     "decide."),
)  # fmt: skip

FIGURE_MISREAD: Final = _rule(
    "RB126", "letter-in-figure", "warning",
    ("Huruf di dalam angka", "Letter in a figure"),
    ("“{text}” dibaca {value}: huruf di dalamnya tampaknya angka yang salah terbaca.",
     "“{text}” is read as {value}: the letter in it seems to be a digit that was misread."),
    ("Hasil pindaian sering menulis huruf O untuk 0 dan huruf l atau I untuk 1. Cocokkan dengan "
     "dokumen aslinya.",
     "Scanned text often has the letter O for 0 and l or I for 1. Compare it with the original."),
)  # fmt: skip

VALUE_HIDDEN: Final = _rule(
    "RB127", "value-not-shown", "error",
    ("Nilai tidak tampak", "Value not shown"),
    ("{what} {quarter} “{name}” tercetak “{text}”: rumusnya rusak atau kolomnya terlalu sempit, "
     "sehingga angkanya tidak terbaca.",
     "The {what} of {quarter} of “{name}” is printed as “{text}”: its formula is broken or its "
     "column too narrow, so the figure cannot be read."),
    ("Lembar kerja mencetak “####” bila kolom terlalu sempit dan “#REF!” bila rumusnya rusak. "
     "Perbaiki di berkas Excel-nya, lalu unggah lagi.",
     "A spreadsheet prints “####” where a column is too narrow and “#REF!” where a formula is "
     "broken. Mend the workbook and bring it in again."),
    70,
    "RA103",
)  # fmt: skip

HEADER_LOST: Final = _rule(
    "RB128", "header-lost", "info",
    ("Judul kolom hilang", "Header lost"),
    ("Tabel ini tidak berjudul kolom; kolom nama, indikator, satuan, dan triwulan dibaca menurut "
     "isinya.",
     "This table has no header; its columns of names, indicators, units and quarters are read by "
     "what they hold."),
    ("Baris judul tabel hilang. Kata label, nama resmi, satuan, dan urutan angka menunjukkan "
     "kolomnya.",
     "The header of the table is lost. Label words, official names, units and the order of the "
     "figures show its columns."),
)  # fmt: skip

RULES: Final = (
    ROW_REPEATED, OTHER_COLUMN, PARENT_OFFICIAL, PARENT_NUMBERED, LEVEL_OFFICIAL, LEVEL_PLACE,
    TEXTS_FUSED, NAME_LOST, UNIT_LOST, TARGET_LOST, VALUES_REPEATED, VALUES_CONFLICT, VALUE_UNOWNED,
    NUMBER_AMBIGUOUS, QUARTER_ASSUMED, TEXT_LEFT, REGION_FOUND, PROGRAM_MOVED,
    COLUMN_DOUBTFUL, CODE_SHARED, FIGURE_MISREAD, VALUE_HIDDEN, HEADER_LOST,
)  # fmt: skip

LEVEL_WORDS: Final = {
    "id": {
        "goal": "tujuan", "objective": "sasaran", "program": "program",
        "activity": "kegiatan", "subactivity": "sub kegiatan",
    },
    "en": {
        "goal": "goal", "objective": "objective", "program": "program",
        "activity": "activity", "subactivity": "sub-activity",
    },
}  # fmt: skip

QUARTER_WORDS: Final = {
    **{key: (label, ENGLISH[key]) for key, label in ROMAN.items()}, "year": ("setahun", "the year"),
    "before": ("s.d. tahun lalu", "up to last year"),
    "medium_term": ("akhir Renstra", "the end of the Renstra"),
    **{
        f"m{number}": names
        for number, names in enumerate(zip(MONTHS["id"], MONTHS["en"], strict=True), start=1)
    },
}  # fmt: skip


def level_param(level: Level) -> dict[str, Words]:
    """The param ``level`` in both languages."""
    return {"level": Words(LEVEL_WORDS["id"][level], LEVEL_WORDS["en"][level])}


def kind_of_value(is_actual: bool, is_money: bool) -> Words:
    """What a value is: a target, an actual, a budget or what was spent."""
    if is_money:
        return Words("Realisasi anggaran", "spending") if is_actual else Words("Pagu", "budget")
    return Words("Realisasi", "actual") if is_actual else Words("Target", "target")


def quarter_param(quarter: str) -> dict[str, Words]:
    """The param ``quarter`` in both languages, also of a month or another year."""
    year = quarter.removeprefix("y")
    return {"quarter": Words(*QUARTER_WORDS.get(quarter, (f"tahun {year}", f"the year {year}")))}
