"""An action plan lists work and no objective.

## What
The plan holds programs or activities, and no objective (*sasaran*) that they serve.

## Why
An action plan breaks down what was promised in the performance agreement, and what is
promised there is the objective. Without it the plan measures activity for its own sake, and
the headline figure of the office, which is the mean over its objectives, cannot be made.

## Bad
RENCANA AKSI TAHUN 2023

KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |

## Good
RENCANA AKSI TAHUN 2023

KECAMATAN BUKATEJA

| SASARAN | | | PROGRAM | | | |
|---|---|---|---|---|---|---|
| URAIAN | INDIKATOR KINERJA | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat | TW I - TW II - TW III - TW IV 86 | 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |

## Source
PermenPANRB 53/2014, Lampiran I: the Perjanjian Kinerja states *sasaran*, indicator and target.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_plan
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA112",
    slug="missing-objective",
    severity="warning",
    since="0.1.0",
    gravity=65,
    title={"id": "Rencana tanpa sasaran", "en": "Plan without an objective"},
    message={
        "id": "Rencana memuat program atau kegiatan tetapi tidak memuat sasaran.",
        "en": "The plan holds programs or activities and no objective.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana memuat program atau kegiatan, tetapi tidak memuat sasaran yang didukungnya.

## Mengapa
Rencana aksi menjabarkan janji dalam perjanjian kinerja, dan yang dijanjikan di sana adalah
sasaran. Tanpa sasaran, rencana hanya mengukur kesibukan, dan angka utama perangkat daerah,
yaitu rata-rata capaian sasarannya, tidak dapat dihitung.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding where an action plan goes down to work and has no objective."""
    applies = view.plan.kind == "action_plan" and "objective" not in view.levels
    if applies and view.at("program", "activity", "subactivity"):
        yield on_plan(RULE)
