"""How one office writes: the choices that stay the same throughout a document."""

from __future__ import annotations

from random import Random

LAYOUTS = ("cascade", "list", "columns", "matrix", "kemangkon")

QUARTER_LABELS = (
    ("TW I", "TW II", "TW III", "TW IV"),
    ("TW I", "TW II", "TW III", "TW IV"),
    ("TW 1", "TW 2", "TW 3", "TW 4"),
    ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"),
    ("Trw.I", "Trw.II", "Trw.III", "Trw.IV"),
    ("Trw I", "Trw II", "Trw III", "Trw IV"),
    ("TRIWULAN I", "TRIWULAN II", "TRIWULAN III", "TRIWULAN IV"),
    ("TW.I", "TW.II", "TW.III", "TW.IV"),
    ("TW-I", "TW-II", "TW-III", "TW-IV"),
    ("Triwulan 1", "Triwulan 2", "Triwulan 3", "Triwulan 4"),
)
# Only below a header that says what they count.
BARE_LABELS = ("I", "II", "III", "IV")
HEADER_WORDS = {
    "text": ("URAIAN", "URAIAN", "Uraian"),
    "indicator": (
        "INDIKATOR KINERJA", "INDIKATOR KINERJA", "INDIKATOR", "Indikator", "Indikator Kinerja",
    ),
    "unit": ("SATUAN", "SATUAN", "Satuan", "SAT."),
    "target": ("TARGET", "TARGET", "TARGET KINERJA", "Target", "TARGET TRIWULAN"),
    "quarterly": ("TARGET TRIWULAN", "TRIWULAN", "TARGET PER TRIWULAN", "Triwulan"),
    "budget": ("ANGGARAN (Rp)", "PAGU ANGGARAN", "Anggaran", "PAGU (Rp)"),
    "objective": ("SASARAN", "SASARAN", "SASARAN STRATEGIS", "Sasaran Strategis"),
    "year": ("TARGET TAHUNAN", "TARGET TAHUN", "Target Tahunan", "TARGET 1 TAHUN"),
    "no": ("NO", "NO", "No.", "No"),
    "code": ("KODE", "Kode", "KODE REKENING"),
    "note": ("KET", "KETERANGAN", "PENANGGUNG JAWAB", "Ket."),
}  # fmt: skip


class Style:
    """One office's choices, drawn at random."""

    __slots__ = (
        "bold",
        "borders",
        "box",
        "br",
        "budget",
        "caption",
        "cell_mark",
        "code",
        "dash",
        "dashes",
        "decimals",
        "form",
        "headings",
        "indicator_numbers",
        "labels",
        "layout",
        "leaf",
        "letters",
        "level_row",
        "no_column",
        "note",
        "number_mark",
        "numbering",
        "outcome_labels",
        "outcomes_apart",
        "percent",
        "programs",
        "quarters",
        "repeat_ancestors",
        "rules",
        "split_header",
        "thousands",
        "trailing",
        "unit",
        "unit_in_value",
        "units_on_outcomes",
        "words",
        "year",
    )

    def __init__(self, rng: Random, layout: str | None = None) -> None:
        self.layout: str = layout or rng.choices(LAYOUTS, (10, 8, 6, 3, 2))[0]
        self._draw_table(rng)
        self._draw_names(rng)
        self._draw_values(rng)
        self._leave_no_doubt()

    def _draw_table(self, rng: Random) -> None:
        chance = rng.random
        cascade = self.layout in {"cascade", "matrix"}
        self.borders: str = rng.choices(("tabs", "pipes", "box", "ascii"), (6, 2, 1, 1))[0]
        self.rules: str = rng.choice(("rows", "around"))
        self.box: str = rng.choices(("light", "double", "heavy"), (6, 1, 1))[0]
        self.dashes: str = rng.choices(("---", " --- ", ":---:", "------"), (5, 2, 1, 1))[0]
        forms = ("stacked", "cell", "columns")
        self.form: str = rng.choices(forms, (5, 3, 2) if cascade else (1, 1, 8))[0]
        self.quarters: tuple[str, ...] = rng.choice(QUARTER_LABELS)
        self.words: dict[str, str] = {k: rng.choice(v) for k, v in HEADER_WORDS.items()}
        self.unit: bool = chance() < 0.88
        self.units_on_outcomes: bool = self.unit and (not cascade or chance() < 0.4)
        self.year: bool = self.form == "columns" and chance() < 0.4
        self.note: bool = not cascade and chance() < 0.25
        self.split_header: bool = chance() < 0.6
        bare = self.form == "columns" and self.split_header and self.layout != "kemangkon"
        if bare and chance() < 0.3:
            self.quarters = BARE_LABELS
            self.words["target"] = self.words["quarterly"]
        self.budget: bool = not cascade and chance() < 0.15
        self.level_row: bool = chance() < 0.5
        self.caption: bool = chance() < 0.15
        self.trailing: bool = chance() < 0.6
        self.br: bool = self.borders == "pipes" and chance() < 0.4
        self.programs: str = rng.choice(("apart", "together"))
        self.outcomes_apart: bool = self.layout == "list" and chance() < 0.3
        self.leaf: bool = self.layout == "columns" and chance() < 0.35
        self.repeat_ancestors: bool = self.leaf and chance() < 0.4

    def _draw_names(self, rng: Random) -> None:
        chance = rng.random
        cascade, listed = self.layout in {"cascade", "matrix"}, self.layout == "list"
        self.headings: str = rng.choices(("**", "<b>", "##", "plain"), (4, 2, 2, 3))[0]
        self.letters: bool = chance() < 0.75
        numberings = ("flat", "none", "tree", "mixed")
        self.numbering: str = rng.choices(numberings, (5, 1, 0, 0) if cascade else (3, 2, 3, 2))[0]
        self.number_mark: str = rng.choices((".", ")"), (6, 1))[0]
        self.no_column: bool = not cascade and self.numbering != "none" and chance() < 0.6
        self.indicator_numbers: str = rng.choices(("always", "several", "never"), (5, 3, 2))[0]
        self.labels: bool = chance() < (0.8 if cascade else 0.6)
        self.code: str | None = rng.choice(("4", "2")) if listed and chance() < 0.4 else None
        self.outcome_labels: bool = listed and chance() < 0.7
        self.bold: bool = self.borders == "pipes" and chance() < 0.3

    def _draw_values(self, rng: Random) -> None:
        chance = rng.random
        self.unit_in_value: bool = not self.unit and self.form != "cell" and chance() < 0.3
        self.percent: str = rng.choices(("%", "", " %"), (5, 4, 1))[0]
        self.dash: str = rng.choices(("-", "–", "—"), (8, 1, 1))[0]
        self.decimals: bool = chance() < 0.5
        self.thousands: bool = self.decimals and chance() < 0.3
        self.cell_mark: str = rng.choices((" ", ": ", " = "), (6, 1, 1))[0]

    def _leave_no_doubt(self) -> None:
        """See to it that something tells the level of each row."""
        if self.layout == "list" and self.numbering != "tree":
            self.outcome_labels = True
            self.labels = self.labels or self.code is None
        if self.layout == "cascade" and not self.labels:
            self.level_row = True
