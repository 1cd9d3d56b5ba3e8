"""The words of the explanations in both languages; `renaksi.measure.explain` chooses among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from renaksi.diagnostics import Language
from renaksi.measure.formulas import DIFFERENCE, HIGHER, INVERSE, ON_TARGET
from renaksi.quarter import ENGLISH, ROMAN

Words = Mapping[str, str]

QUARTER_NAMES: Final[Mapping[Language, Words]] = {
    "id": ROMAN,
    "en": ENGLISH,
}

CALCULATIONS: Final = {
    HIGHER: "{R} ÷ {T} × 100",
    DIFFERENCE: "(2 × {T} − {R}) ÷ {T} × 100",
    INVERSE: "{T} ÷ {R} × 100",
    ON_TARGET: "100 − |{R} − {T}| ÷ {T} × 100",
}

TEXTS: Final[Mapping[Language, Words]] = {
    "id": {
        "quarter": "{quarter}",
        "to_date": "terhadap target s.d. {quarter}",
        "year": "terhadap target tahun",
        HIGHER: "makin tinggi makin baik",
        DIFFERENCE: "makin rendah makin baik",
        INVERSE: "makin rendah makin baik, T/R",
        ON_TARGET: "makin dekat target makin baik",
        "achieved": "Capaian {period}: {raw}% = {calculation} ({direction}).",
        "floored": "Capaian {period}: 0% karena {calculation} di bawah 0 ({direction}).",
        "special": "Capaian {period}: {raw}% untuk target {T} dan realisasi {R} ({direction}).",
        "ordinal": "Capaian {period}: {raw}% = peringkat {R} ÷ peringkat {T} × 100.",
        "reached": "Capaian {period}: 100% karena {R} setara dengan atau di atas target {T}.",
        "T.sum": "jumlah target",
        "T.last": "target terakhir",
        "T.average": "rata-rata target",
        "T.max": "target tertinggi",
        "T.reported": "{T} dari triwulan yang sudah dilaporkan",
        "T.in_force": "target yang berlaku saat itu",
        "T.printed": "target tahun menurut dokumen",
        "R.sum": "jumlah realisasi",
        "R.last": "realisasi terbaru",
        "R.average": "rata-rata realisasi",
        "R.max": "realisasi tertinggi",
        "R.annual": "realisasi tahun yang dilaporkan",
        "incomplete": "Belum lengkap: realisasi {missing} belum ada.",
        "year_missing": "TW IV atau tahun",
        "capped": "Setelah batas: {capped}%.",
        "left_out": "Belum masuk rata-rata.",
        "zeroed": "Dalam rata-rata dihitung 0% karena waktu pelaporan sudah lewat.",
        "band": "Kategori {band} ({source}).",
        "awaited": "Belum dapat dihitung: realisasi {quarter} belum ada.",
        "awaited_words": "Belum dapat dihitung: realisasi {quarter} bukan angka (“{words}”).",
        "awaited_to_date": "Belum dapat dihitung: belum ada realisasi untuk target s.d. {quarter}.",
        "awaited_year": "Belum dapat dihitung: belum ada realisasi s.d. {quarter}.",
        "not_scheduled": "Tidak dijadwalkan pada {quarter}.",
        "not_scheduled_to_date": "Tidak ada target yang dijadwalkan s.d. {quarter}.",
        "not_scheduled_year": "Tidak ada target yang dijadwalkan tahun ini.",
        "lost": "Belum dapat dihitung: target {missing} kosong.",
        "unplanned": "Tidak dihitung: tidak ada target terjadwal untuk realisasi {R}.",
        "annual_only": "Tidak dihitung: hanya tahun yang bertarget; lihat capaian tahun.",
        "zero": "Tidak terdefinisi: target 0 tidak dapat menjadi pembagi ({direction}).",
        "negative_target": "Tidak terdefinisi: target {T} negatif.",
        "negative_actual": "Tidak terdefinisi: realisasi {R} negatif ({direction}).",
        "words": "Tidak terdefinisi: target “{words}” berupa kata dan tidak ada skalanya.",
        "no_base": "Tidak terdefinisi: penyebut realisasi {quarter} 0.",
        "mixed": "Tidak terdefinisi: kata pada skala tidak dapat dibandingkan dengan angka.",
        "own": "{value}% = rata-rata tertimbang capaian {counted} dari {of} indikator"
        " s.d. {quarter}, masing-masing setelah batas.",
        "children": "{value}% = rata-rata capaian {counted} dari {of} elemen langsung di bawahnya"
        " s.d. {quarter}.",
        "organisations": "{value}% = rata-rata capaian {counted} dari {of} perangkat daerah.",
        "uncounted": "Belum dapat dihitung: 0 dari {of} {things} sudah terukur s.d. {quarter}.",
        "things.own": "indikator",
        "things.children": "elemen langsung di bawahnya",
        "things.organisations": "perangkat daerah",
        "nothing_due": "Tidak ada yang dijadwalkan s.d. {quarter}.",
    },
    "en": {
        "quarter": "in {quarter}",
        "to_date": "against the target to {quarter}",
        "year": "against the target of the year",
        HIGHER: "higher is better",
        DIFFERENCE: "lower is better",
        INVERSE: "lower is better, T/R",
        ON_TARGET: "on target is best",
        "achieved": "Achievement {period}: {raw}% = {calculation} ({direction}).",
        "floored": "Achievement {period}: 0% as {calculation} is below 0 ({direction}).",
        "special": "Achievement {period}: {raw}% for target {T} and actual {R} ({direction}).",
        "ordinal": "Achievement {period}: {raw}% = rank {R} ÷ rank {T} × 100.",
        "reached": "Achievement {period}: 100% as {R} stands at or above the target {T}.",
        "T.sum": "sum of the targets",
        "T.last": "last target",
        "T.average": "mean of the targets",
        "T.max": "highest target",
        "T.reported": "{T} over the quarters that have an actual",
        "T.in_force": "target in force at that time",
        "T.printed": "annual target as the document prints it",
        "R.sum": "sum of the actuals",
        "R.last": "newest actual",
        "R.average": "mean of the actuals",
        "R.max": "highest actual",
        "R.annual": "actual reported for the year",
        "incomplete": "Incomplete: no actual for {missing}.",
        "year_missing": "Q4 or the year",
        "capped": "After the cap: {capped}%.",
        "left_out": "Left out of means.",
        "zeroed": "Means count it as 0%, as the time for reporting has passed.",
        "band": "Band: {band} ({source}).",
        "awaited": "Not computed yet: no actual for {quarter}.",
        "awaited_words": "Not computed yet: the actual for {quarter} is no number (“{words}”).",
        "awaited_to_date": "Not computed yet: no actual for the targets to {quarter}.",
        "awaited_year": "Not computed yet: nothing reported to {quarter}.",
        "not_scheduled": "Not scheduled in {quarter}.",
        "not_scheduled_to_date": "No target is scheduled to {quarter}.",
        "not_scheduled_year": "No target is scheduled this year.",
        "lost": "Not computed: the target for {missing} is missing.",
        "unplanned": "Not computed: no target is scheduled for the actual {R}.",
        "annual_only": "Not computed: only the year has a target; see the achievement of the year.",
        "zero": "Undefined: a target of 0 cannot divide ({direction}).",
        "negative_target": "Undefined: the target {T} is negative.",
        "negative_actual": "Undefined: the actual {R} is negative ({direction}).",
        "words": "Undefined: the target “{words}” is in words and has no scale.",
        "no_base": "Undefined: the denominator of the actual for {quarter} is 0.",
        "mixed": "Undefined: a word of the scale cannot be compared with a number.",
        "own": "{value}% = weighted mean of the achievements of {counted} of {of} indicators"
        " to {quarter}, each after its cap.",
        "children": "{value}% = mean of the achievements of {counted} of {of} direct children"
        " to {quarter}.",
        "organisations": "{value}% = mean of the achievements of {counted} of {of} organisations.",
        "uncounted": "Not computed yet: 0 of {of} {things} measured to {quarter}.",
        "things.own": "indicators",
        "things.children": "direct children",
        "things.organisations": "organisations",
        "nothing_due": "Nothing is scheduled to {quarter}.",
    },
}


def formula_text(formula: str, lang: Language) -> str:
    """A formula in letters, as people of that language write it."""
    return formula.replace("rank", "peringkat") if lang == "id" else formula
