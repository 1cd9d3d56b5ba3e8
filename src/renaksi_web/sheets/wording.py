"""The words of the sheets that leave the site."""

from __future__ import annotations

from datetime import date
from typing import Final

from renaksi.diagnostics import Language, Words
from renaksi.quarter import MONTHS

REACHED: Final = {
    "target": Words("Target", "Target"),
    "actual": Words("Realisasi", "Actual"),
    "achievement": Words("Capaian", "Achievement"),
    "upto": Words("Sampai dengan", "Up to"),
    "band": Words("Predikat", "Band"),
    "obstacle": Words("Kendala", "Obstacle"),
    "follow_up": Words("Tindak lanjut", "Follow-up"),
}
STATES: Final = {
    "incomplete": Words("belum lengkap", "incomplete"),
    "awaited": Words("belum melapor", "not reported"),
    "without_target": Words("tanpa target", "no target"),
    "undefined": Words("tidak terdefinisi", "undefined"),
}
STANDINGS: Final = {
    "draft": Words("Draf", "Draft"),
    "submitted": Words("Dikirim", "Submitted"),
    "returned": Words("Dikembalikan", "Returned"),
    "verified": Words("Terverifikasi", "Verified"),
    "approved": Words("Disetujui", "Approved"),
    "locked": Words("Terkunci", "Locked"),
    "yearly": Words("Dinilai setahun sekali", "Assessed once a year"),
    "half_yearly": Words("Dilaporkan tiap semester", "Reported each half-year"),
    "unplanned": Words("Tidak ada target TW ini", "No target this quarter"),
    "lost": Words("Target TW ini kosong", "The target is missing"),
    "later": Words("Belum waktunya", "Not open yet"),
    "awaited": Words("Belum diisi", "Awaited"),
    "late": Words("Terlambat", "Late"),
}


def day(when: date, lang: Language) -> str:
    """*8 April 2022*."""
    return f"{when.day} {MONTHS[lang][when.month - 1]} {when.year}"
