"""Words of the glossary as screens write them: levels, ways of counting, directions, statuses."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LEVEL_NAMES: Final = {
    "goal": _("Tujuan"),
    "objective": _("Sasaran"),
    "program": _("Program"),
    "activity": _("Kegiatan"),
    "subactivity": _("Sub kegiatan"),
}
ACCUMULATIONS: Final = (
    ("sum", _("TW dijumlahkan")),
    ("last", _("dipakai nilai terakhir")),
    ("average", _("dirata-ratakan")),
    ("max", _("dipakai nilai tertinggi")),
)
SHORT_ACCUMULATIONS: Final = {
    "sum": _("Σ dijumlahkan"),
    "last": _("→ terakhir"),
    "average": _("x̄ rata-rata"),
    "max": _("↑ tertinggi"),
}
DIRECTIONS: Final = (
    ("higher", _("makin tinggi makin baik")),
    ("lower", _("makin rendah makin baik")),
    ("target", _("tepat target yang terbaik")),
)
FREQUENCIES: Final = (
    ("quarterly", _("setiap triwulan")),
    ("half_yearly", _("setiap semester")),
    ("yearly", _("sekali setahun")),
)
STATUSES: Final = {
    "draft": _("Draf"),
    "verified": _("Terverifikasi"),
    "set": _("Ditetapkan"),
    "superseded": _("Digantikan"),
}
IMPORT_STATES: Final = {
    "waiting": _("Menunggu dibaca"),
    "unreadable": _("Tidak terbaca"),
    "review": _("Perlu diperiksa"),
    "confirmed": _("Sudah masuk"),
    "undone": _("Dibatalkan setelah masuk"),
    "dropped": _("Tidak jadi dipakai"),
    "kept": _("Disimpan sebagai dokumen saja"),
}
KINDS: Final = {
    "action_plan": _("Rencana aksi"),
    "performance_agreement": _("Perjanjian kinerja"),
    "key_indicators": _("Indikator kinerja utama"),
    "annual_performance_plan": _("Rencana kinerja tahunan"),
    "renja_evaluation": _("Evaluasi Renja"),
}


def version_words(plan: Any) -> str:
    """Which version of a year's plan: *Awal*, *Perubahan ke-1*."""
    if not plan.revision:
        return gettext("Awal")
    return gettext("Perubahan ke-%(n)s") % {"n": plan.revision}


def plan_words(plan: Any) -> str:
    """Which plan: its kind, its year, and its version where it was revised."""
    words = f"{KINDS.get(plan.kind, plan.kind)} {plan.year}"
    return f"{words}, {version_words(plan).lower()}" if plan.revision else words


def shortened(text: str, most: int) -> str:
    """The text, or its beginning of ``most`` signs with *…* at their end."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
