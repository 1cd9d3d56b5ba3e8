"""What the demonstration decides and reports. Every figure is a sample, made to show a state.

Rows are named as the review of the import names them: element ``~`` index.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

YEAR: Final = 2022

# What the filed paper lost, as a person would put it right: official names of sub-activity
# indicators (Kepmendagri 900.1.15.5-1317), and a unit and targets that stand elsewhere in it.
CORRECTIONS: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "do": "row",
        "row": "T1.S1.P1~2",
        "unit": "Persen",
        "targets": {"q1": "25%", "q2": "50%", "q3": "75%", "q4": "100%"},
    },
    {
        "do": "row",
        "row": "T1.S1.P1.K1.SK2~0",
        "name": "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah",
    },
    {
        "do": "row",
        "row": "T1.S1.P1.K2.SK1~0",
        "name": "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
    },
    {
        "do": "row",
        "row": "T1.S1.P1.K2.SK2~0",
        "name": "Jumlah Kegiatan Administrasi Pelaksanaan Tugas ASN",
    },
    {
        "do": "row",
        "row": "T1.S1.P1.K2.SK3~0",
        "name": "Jumlah Dokumen Koordinasi dan Pelaksanaan Akuntansi SKPD",
    },
    {"do": "row", "row": "T1.S1.P3~0", "unit": "Persen"},
)

# What stays as the paper has it: a target that nobody can read is not invented.
LEFT: Final = "Contoh: target TW I tidak tercetak di naskah; dibiarkan kosong."

# Perubahan rencana on 15 August: one target of TW III becomes 0.
REVISION: Final = "Contoh: tidak ada pengisian perangkat desa pada TW III."
REVISED: Final = ("T1.S1.P6.K1.SK1", 2, "q3", "0")

# Row → what was typed for TW I, II and III; "" was not reported.
ACTUALS: Final[Mapping[str, tuple[str, str, str]]] = {
    "T1~0": ("78,4", "79,15", "80,02"),
    "T1.S1.P1~0": ("=3/12", "=6/12", "=9/12"),
    "T1.S1.P1~1": ("=2/6", "=4/6", "=5/6"),
    "T1.S1.P1~2": ("25", "45", "55"),
    "T1.S1.P1~3": ("30", "50", "70"),
    "T1.S1.P1~4": ("28", "40", ""),
    "T1.S1.P1.K1~0": ("100", "", ""),
    "T1.S1.P1.K1.SK1~0": ("1", "", ""),
    "T1.S1.P1.K1.SK2~0": ("6", "", ""),
    "T1.S1.P1.K2~0": ("=2/6", "=4/6", "=5/6"),
    "T1.S1.P1.K2.SK1~0": ("10", "8", "8"),
    "T1.S1.P1.K2.SK2~0": ("15", "14", "15"),
    "T1.S1.P1.K2.SK3~0": ("1", "", ""),
    "T1.S1.P1.K3.SK1~0": ("187", "187", "187"),
    "T1.S1.P1.K4~0": ("25", "50", "75"),
    "T1.S1.P1.K4.SK1~0": ("3", "3", "3"),
    "T1.S1.P1.K4.SK2~0": ("3", "3", "3"),
    "T1.S1.P1.K4.SK3~0": ("3", "3", "3"),
    "T1.S1.P1.K4.SK4~0": ("12", "9", "10"),
    "T1.S1.P1.K4.SK5~0": ("3", "3", "2"),
    "T1.S1.P1.K5~0": ("25", "50", "75"),
    "T1.S1.P1.K5.SK1~0": ("3", "3", "3"),
    "T1.S1.P1.K5.SK2~0": ("3", "3", "3"),
    "T1.S1.P1.K5.SK3~0": ("3", "2", "3"),
    "T1.S1.P1.K5.SK4~0": ("3", "3", "3"),
    "T1.S1.P1.K6~0": ("20", "38", ""),
    "T1.S1.P1.K6.SK1~0": ("13", "12", "11"),
    "T1.S1.P1.K6.SK2~0": ("3", "2", "2"),
    "T1.S1.P2.K1.SK1~0": ("3", "4", "3"),
    "T1.S1.P2.K2.SK1~0": ("5", "5", "4"),
    "T1.S1.P3~0": ("25", "50", "80"),
    "T1.S1.P3.K1.SK1~0": ("19", "", ""),
    "T1.S1.P3.K1.SK2~0": ("4", "3", "6"),
    "T1.S1.P4~0": ("3", "", ""),
    "T1.S1.P4.K1.SK1~0": ("3", "3", ""),
    "T1.S1.P4.K1.SK2~0": ("4", "3", ""),
    "T1.S1.P5~0": ("25", "50", ""),
    "T1.S1.P5.K1.SK1~0": ("3", "", ""),
    "T1.S1.P6~0": ("=2/19", "=3/19", "=4/19"),
    "T1.S1.P6.K1.SK1~0": ("", "", "1"),
    "T1.S1.P6.K1.SK1~1": ("", "", "2"),
    "T1.S1.P6.K1.SK1~2": ("1", "2", "0"),
}

# Where the entries of TW III stand on 5 October; what is not named is a draft.
APPROVED: Final = ("T1~0", "T1.S1.P6~0", "T1.S1.P1.K2.SK1~0", "T1.S1.P1.K3.SK1~0")
VERIFIED: Final = (
    "T1.S1.P1.K4~0", "T1.S1.P1.K4.SK1~0", "T1.S1.P1.K4.SK2~0", "T1.S1.P1.K4.SK3~0",
    "T1.S1.P1.K4.SK4~0", "T1.S1.P1.K4.SK5~0",
)  # fmt: skip
SUBMITTED: Final = (
    "T1.S1.P1.K5~0", "T1.S1.P1.K5.SK1~0", "T1.S1.P1.K5.SK2~0", "T1.S1.P1.K5.SK3~0",
    "T1.S1.P1.K5.SK4~0", "T1.S1.P6.K1.SK1~1", "T1.S1.P6.K1.SK1~2",
)  # fmt: skip
RETURNED: Final[Mapping[str, str]] = {
    "T1.S1.P6.K1.SK1~0": "Contoh: undangan menyebut dua kegiatan, yang diisi satu; cocokkan lagi.",
    "T1.S1.P1.K6.SK1~0": "Contoh: lampirkan bukti servis kendaraan yang kesebelas.",
}

# Row of TW II that was sent back once and put right: what was typed first, and the reason.
PUT_RIGHT: Final = ("T1.S1.P1.K2.SK2~0", "15", "Contoh: daftar kegiatan memuat 14, bukan 15.")

OBSTACLE: Final = "Contoh: kegiatan tertunda karena jadwal narasumber."
FOLLOW_UP: Final = "Contoh: dijadwalkan ulang pada triwulan berikutnya."

# Rows without evidence; all others have a file for each quarter in which they are reported.
UNPROVEN: Final = (
    "T1.S1.P1.K4~0", "T1.S1.P1.K4.SK5~0", "T1.S1.P1.K6.SK1~0", "T1.S1.P2.K2.SK1~0",
    "T1.S1.P3.K1.SK2~0", "T1.S1.P6.K1.SK1~0",
)  # fmt: skip
LINKED: Final = ("T1.S1.P3.K1.SK2~0", "https://example.go.id/contoh/berita-kegiatan")
