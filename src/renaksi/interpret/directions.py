"""Which direction of an indicator is better, as far as its words and its targets tell.

More is better of most that offices promise. Less is better of what should not be (*kemiskinan*,
*deviasi*), of what is not yet done (*yang belum diselesaikan*) and of waiting; unless a word
says that the harm is handled (*pengaduan yang ditindaklanjuti*). Where a word decided against
the habit, or the targets fall, a person should confirm.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from renaksi.model import Direction, Reason

# They are sought in small letters: a pattern that ignores case takes twice the time.
# What should become less.
_HARM: Final = re.compile(
    r"\b(?:kemiskinan|penduduk miskin|pengangguran|stunting|kematian|gangguan|pelanggaran|kebocoran"
    r"|pengaduan|keluhan|kecelakaan|kriminalitas|kejahatan|konflik|sengketa|inflasi|ketimpangan|gini"
    r"|kesenjangan|putus sekolah|kekerasan|buta aksara|buta huruf|gizi buruk|gizi kurang|tunggakan"
    r"|temuan|kejadian|kesakitan|prevalensi|insidens?i?|emisi|deviasi|penyimpangan|keterlambatan"
    r"|kerugian|korupsi|pungli|pencemaran|kerusakan|rusak|kumuh|kehilangan air|kerawanan|death rate"
    r"|pernikahan dini|perkawinan anak|penyalahgunaan|backlog|losses|ketergantungan)\b",
)
# A word of handling: of harm that is handled there should be more.
_HANDLED: Final = re.compile(
    r"\b(?:ditindaklanjuti|diselesaikan|terselesaikan|tertangani|ditangani|dilaporkan|penurunan|menurunnya"
    r"|penanganan|pencegahan|tindak lanjut|ditanggulangi|penanggulangan|penyelesaian|terlayani"
    r"|dilayani"
    r"|difasilitasi|dicegah|pengurangan|pengendalian|rehabilitasi|perbaikan|diperbaiki|mitigasi|pemulihan"
    r"|dipulihkan|penyuluhan|sosialisasi|pelatihan|pembinaan|pengawasan|bantuan|mendapat\w*|memperoleh"
    r"|menerima|dientaskan|pengentasan|direhabilitasi|ditata|dibangun|ditingkatkan|dokumen|rencana|kesiapsiagaan|rekomendasi)\b",
)
# What is not done yet: *yang belum diselesaikan*, *yang tidak sesuai ketentuan*.
_UNDONE: Final = re.compile(
    r"\b(?:belum|tidak|tak) (?:lagi )?(?:di\w+|ter\w+|ber\w+|me\w+|sesuai|layak|tepat|lulus|aktif"
    r"|ada|patuh)\b",
)
# Time that people wait. Months are another matter: *Lama penyediaan … 12 bulan* is a service.
_WAITING: Final = re.compile(
    r"\b(?:waktu tunggu|waktu tanggap|response time|respon time|lama(?:nya)? (?:waktu|proses"
    r"|antrean|antrian))\b"
    r"|^(?:rata-rata )?(?:waktu|lama|lamanya|durasi) ",
)
_SHORT_TIMES: Final = frozenset({"hari", "jam", "menit", "detik", "hari kerja"})

_USUAL: Final = Reason("umumnya makin tinggi makin baik", "more is usually better")
_FALLING: Final = Reason(
    "umumnya makin tinggi makin baik, tetapi targetnya menurun",
    "more is usually better, but the targets fall",
)

Told = tuple[Direction, Reason, bool]


def direction_of(name: str, unit: str, values: tuple[Decimal, ...]) -> Told:
    """The direction, why it is proposed, and whether that is sure."""
    falls = len(values) > 2 and values[0] > values[-1] and all(a > b for a, b in pairwise(values))
    direction, why = _worded(name, unit)
    if direction == "lower":
        return direction, why, falls
    return direction, _FALLING if falls and why is _USUAL else why, not falls


@lru_cache(maxsize=16384)
def _worded(name: str, unit: str) -> tuple[Direction, Reason]:
    """The direction that the words alone tell, and why."""
    name = name.lower()
    word = _less_is_better(name, unit)
    if word is not None:
        return "lower", _lower(word)
    handled = _HANDLED.search(name)
    if handled and _HARM.search(name):
        return "higher", _higher(handled.group())
    return "higher", _USUAL


def _less_is_better(name: str, unit: str) -> str | None:
    """The word that says that less is better, or None."""
    undone = _UNDONE.search(name)
    if undone and not _HANDLED.search(name, undone.end()):
        return undone.group()
    harm = _HARM.search(name)
    if harm and not _HANDLED.search(name):
        return harm.group()
    waiting = _WAITING.search(name)
    if waiting and (unit in _SHORT_TIMES or waiting.start() > 0 or "tunggu" in waiting.group()):
        return waiting.group().strip()
    return None


def _lower(word: str) -> Reason:
    return Reason(f"“{word}” umumnya makin rendah makin baik", f"less “{word}” is usually better")


def _higher(word: str) -> Reason:
    return Reason(f"“{word}”: makin banyak makin baik", f"“{word}”: more is better")
