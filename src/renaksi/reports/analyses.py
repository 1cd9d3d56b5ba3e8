"""The seven analyses that a performance report owes for each objective (PermenPANRB 53/2014).

Target against actual; earlier years; the medium-term target; a standard; causes and solutions;
efficiency; supporting programs. Each is filled from the data: a table, a chart where it helps,
a sentence that says what the figures say, the source; and where data are lacking, which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from renaksi.measure import IndicatorMeasure
from renaksi.measure.figures import Exact, shown
from renaksi.model import Element
from renaksi.quantity import show
from renaksi.reports.cascade import Cascade
from renaksi.reports.history import History
from renaksi.reports.matter import Matter
from renaksi.reports.money import Money, absorbed, rupiah
from renaksi.reports.renstra import Performance
from renaksi.reports.results import STATES, Results
from renaksi.reports.signing import Lacking
from renaksi.reports.standards import STANDARD_HINT, compared, standard_of, told_of
from renaksi.reports.tree import (
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Listing,
    Paragraph,
    Row,
    Run,
    Series,
    Table,
    Writing,
    head,
    text,
)  # fmt: skip
from renaksi.reports.wording import called, decimal, figure, in_sentence, with_sign, year_of

_NO, _NAME, _UNIT, _FIGURE = (
    Column(5, "center"),
    Column(34),
    Column(10, "center"),
    Column(13, "center"),
)
_RP: Final = Column(18, "right")
CAUSES_HINT: Final = "Uraikan penyebab keberhasilan atau kegagalan dan solusinya."
TITLES: Final = (
    "Perbandingan target dan realisasi tahun {year}",
    "Perbandingan realisasi tahun {year} dengan tahun-tahun sebelumnya",
    "Perbandingan realisasi s.d. tahun {year} dengan target jangka menengah",
    "Perbandingan realisasi tahun {year} dengan standar",
    "Analisis penyebab keberhasilan atau kegagalan dan alternatif solusi",
    "Analisis efisiensi penggunaan sumber daya",
    "Analisis program dan kegiatan yang menunjang",
)


class Analyses:
    """The analyses of every objective of one plan; tables are numbered through the chapter."""

    def __init__(self, matter: Matter, results: Results, lacking: Lacking) -> None:
        self.matter, self.results, self.lacking = matter, results, lacking
        self.cascade = Cascade(matter.plan)
        self.money = Money(self.cascade)
        self.history = History(matter)
        self.year = year_of(matter.plan)
        self.tables = 0

    def of(self, objective: Element) -> list[Block]:
        """All seven, each under its heading."""
        rows = [self.results.row(objective, index) for index in range(len(objective.indicators))]
        made: tuple[Callable[[], list[Block]], ...] = (
            lambda: self.target(rows),
            lambda: self.years(objective, rows),
            lambda: self.medium(rows),
            lambda: self.standard(objective, rows),
            lambda: self.causes(objective, rows),
            lambda: self.efficiency(objective),
            lambda: self.programs(objective),
        )
        blocks: list[Block] = []
        for number, (title, analysis) in enumerate(zip(TITLES, made, strict=True), 1):
            blocks += [Heading(f"{number}. {title.format(year=self.year)}", 4), *analysis()]
        return blocks

    # -- pieces -------------------------------------------------------------------------------

    def table(self, caption: str, columns: Sequence[Column], heads: Row, rows: list[Row]) -> Table:
        """A numbered table of the chapter."""
        self.tables += 1
        return Table(tuple(columns), (heads,), tuple(rows), f"Tabel 3.{self.tables}\n{caption}")

    def source(self, words: str) -> Paragraph:
        """Where the figures of a table come from."""
        return Paragraph((Run(f"Sumber: {words}", italic=True),), "left", size=9)

    def lacks(self, words: str, objective: Element | None = None) -> Paragraph:
        """Which data are lacking; it stands in the report and in the draft's list."""
        about = f" ({objective.name})" if objective else ""
        self.lacking.note(f"{words}{about}.")
        return Paragraph((Run(f"{words}.", italic=True),), "left")

    # -- the seven ----------------------------------------------------------------------------

    def target(self, rows: Sequence[IndicatorMeasure]) -> list[Block]:
        """Target, actual, achievement and band of the year, with a chart of the achievements."""
        heads = tuple(map(head, ("NO", "INDIKATOR KINERJA", "SATUAN", "TARGET", "REALISASI",
                                 "CAPAIAN (%)", "KATEGORI")))  # fmt: skip
        columns = (_NO, _NAME, _UNIT, _FIGURE, _FIGURE, _FIGURE, _FIGURE)
        lines: list[Row] = []
        for number, found in enumerate(rows, 1):
            lines.append((
                Cell(str(number)), Cell(found.row.indicator.name or ""),
                Cell(found.row.indicator.unit or ""), self.results.target(found, "year"),
                self.results.actual(found, "year"), self.results.achievement(found, "year"),
                self.results.band(found, "year"),
            ))  # fmt: skip
        caption = f"Target dan realisasi kinerja tahun {self.year}"
        blocks: list[Block] = [
            self.table(caption, columns, heads, lines),
            self.source("pengukuran kinerja dari target dan realisasi yang dilaporkan."),
            *(text(self._told(found), indent=10) for found in rows),
        ]
        measured = [found for found in rows if found.spans["year"].raw is not None]
        if measured:
            blocks.append(_chart(f"Capaian kinerja tahun {self.year}", measured))
        for found in rows:
            if found.spans["year"].state != "measured":
                name, state = called(found.row.indicator), STATES[found.spans["year"].state]
                self.lacking.note(f"Capaian tahun “{name}”: {state}.")
        return blocks

    def _told(self, found: IndicatorMeasure) -> str:
        """What the year's figures of an indicator say."""
        span, name = found.spans["year"], called(found.row.indicator)
        if span.raw is None:
            return f"Indikator “{name}” belum dapat disimpulkan: {STATES[span.state]}."
        target, actual = (self._value(found, value) for value in (span.target, span.actual))
        verdict = "tercapai" if span.raw >= 100 else "belum tercapai"
        band = f", kategori {span.band.name['id']}" if span.band else ""
        still = "; realisasinya belum lengkap" if span.state == "incomplete" else ""
        return (
            f"Realisasi indikator “{name}” tahun {self.year} sebesar {actual} dari target "
            f"{target}, sehingga capaiannya {shown(span.raw, 'id')}% dan target {verdict}{band}"
            f"{still}."
        )

    def _value(self, found: IndicatorMeasure, value: Exact | None) -> str:
        """A value with its unit, for a sentence."""
        cell = self.results.value(found, "year", value)
        return in_sentence(cell.text, found.row.indicator.unit) if cell.text else "?"

    @staticmethod
    def _cell(found: IndicatorMeasure, value: Exact | None) -> Cell:
        return with_sign(figure(value)._replace(align="center"), found.row.indicator)

    def years(self, objective: Element, rows: Sequence[IndicatorMeasure]) -> list[Block]:
        """This year beside the years before."""
        pasts = [self.history.of(found) for found in rows]
        years = sorted({one.year for past in pasts for one in past})[-4:]
        if not years:
            words = "Data realisasi tahun-tahun sebelumnya belum tersedia"
            return [self.lacks(words, objective)]
        names = [str(year) for year in years] + [self.year]
        heads = (
            head("NO"), head("INDIKATOR KINERJA"), *(head(f"REALISASI {name}") for name in names),
            head("PERUBAHAN"),
        )  # fmt: skip
        columns = (_NO, _NAME, *(_FIGURE for _ in names), _FIGURE)
        lines: list[Row] = []
        told: list[Block] = []
        for number, (found, past) in enumerate(zip(rows, pasts, strict=True), 1):
            by_year = {one.year: one.actual for one in past}
            actual = found.spans["year"].actual
            values = [*(by_year.get(year) for year in years), actual]
            last = past[-1] if past else None
            change: Exact | None = None
            if actual is not None and last is not None and last.actual is not None:
                change = actual - last.actual
            cells = (self._cell(found, value) for value in (*values, change))
            lines.append((Cell(str(number)), Cell(found.row.indicator.name or ""), *cells))
            if last is not None:
                told += self._changed(found, last.year, last.actual, actual)
        caption = f"Realisasi kinerja tahun {years[0]}–{self.year}"
        series = tuple(
            Series(called(found.row.indicator), tuple(
                None if value is None else decimal(value)
                for value in (*({o.year: o.actual for o in past}.get(y) for y in years),
                              found.spans["year"].actual)))
            for found, past in zip(rows, pasts, strict=True)
        )  # fmt: skip
        chart = Chart(caption, tuple(names), series, "", f"{caption}: {_in_words(names, series)}")
        source = self.source("realisasi tahun-tahun sebelumnya dan pengukuran kinerja tahun ini.")
        return [self.table(caption, columns, heads, lines), source, *told, chart]

    def _changed(
        self, found: IndicatorMeasure, year: int, last: Exact | None, actual: Exact | None
    ) -> list[Block]:
        name = called(found.row.indicator)
        if last is None or actual is None:
            return []
        if actual == last:
            return [text(f"Realisasi “{name}” sama dengan tahun {year}.", indent=10)]
        way = "naik" if actual > last else "turun"
        change = shown(actual - last if actual > last else last - actual, "id")
        better = (actual > last) != (found.row.indicator.direction == "lower")
        sense = "membaik" if better else "menurun"
        if found.row.indicator.direction == "target":
            return [text(f"Realisasi “{name}” {way} {change} dari tahun {year}.", indent=10)]
        words = f"Realisasi “{name}” {way} {change} dari tahun {year}; kinerjanya {sense}."
        return [text(words, indent=10)]

    def medium(self, rows: Sequence[IndicatorMeasure]) -> list[Block]:
        """What was reached up to this year against the end of the medium term."""
        known = [Performance(found, self.results, self.matter) for found in rows]
        lines: list[Row] = []
        told: list[Block] = []
        for performance in known:
            name = called(performance.indicator)
            if performance.medium is None:
                told.append(self.lacks(f"Target jangka menengah “{name}” belum tersedia"))
                continue
            figures = (performance.medium, performance.reached)
            cells = [self._cell(performance.found, value) for value in figures]
            level = figure(performance.level)._replace(align="center")
            lines.append((Cell(str(len(lines) + 1)), Cell(name), *cells, level))
            if performance.reached is None and performance.lacks_before:
                told.append(self.lacks(f"Realisasi “{name}” s.d. tahun lalu belum tersedia"))
            elif performance.level is not None:
                told.append(text(
                    f"Sampai dengan tahun {self.year}, “{name}” mencapai "
                    f"{shown(performance.level, 'id')}% dari target jangka menengah.", indent=10,
                ))  # fmt: skip
        if not lines:
            return told or [self.lacks("Target jangka menengah belum tersedia")]
        names = (
            "NO", "INDIKATOR KINERJA", "TARGET AKHIR RENSTRA", f"REALISASI S.D. {self.year}",
            "TINGKAT KEMAJUAN (%)",
        )  # fmt: skip
        heads = tuple(map(head, names))
        caption = "Kemajuan terhadap target jangka menengah"
        table = self.table(caption, (_NO, _NAME, _FIGURE, _FIGURE, _FIGURE), heads, lines)
        return [table, self.source("target Renstra dan realisasi s.d. tahun ini."), *told]

    def standard(self, objective: Element, rows: Sequence[IndicatorMeasure]) -> list[Block]:
        """This year beside a national or other standard, whose figure the writer enters."""
        known = [
            (found, standard)
            for place, found in enumerate(rows)
            if (standard := standard_of(self.matter.writings, objective, place))
        ]
        blocks: list[Block] = []
        for found, standard in known:
            if standard.value is None:
                name = called(found.row.indicator)
                self.lacking.note(f"Standar “{name}” bukan angka: {standard.said}.")
        if known:
            caption, columns, heads, lines = compared(known, self.results)
            blocks += [
                self.table(caption.format(year=self.year), columns, heads, lines),
                self.source("pengukuran kinerja; standar menurut kolom terakhir."),
                *(text(words, indent=10) for words in told_of(known, self.year)),
            ]
        key = f"standar:{objective.id}"
        said = self.matter.writings.get(key, "")
        if not known and not said:
            blocks.append(self.lacks("Data standar pembanding belum tersedia", objective))
        return [*blocks, Writing(key, said, STANDARD_HINT)]

    def causes(self, objective: Element, rows: Sequence[IndicatorMeasure]) -> list[Block]:
        """Obstacles and follow-up that were reported, then the writer's own analysis."""
        below = {objective.id, *(one.id for one in self._all_below(objective))}
        notes = [note for (id, _), note in self.matter.notes.items() if id in below]
        obstacles = tuple(dict.fromkeys(note.obstacle for note in notes if note.obstacle))
        solutions = tuple(dict.fromkeys(note.follow_up for note in notes if note.follow_up))
        blocks: list[Block] = []
        blocks.append(text(_reached(rows), indent=10))
        if obstacles:
            blocks += [text("Hambatan yang dilaporkan selama tahun berjalan:"), Listing(obstacles)]
        if solutions:
            blocks += [text("Tindak lanjut atas hambatan tersebut:"), Listing(solutions)]
        if obstacles or solutions:
            blocks.append(self.source("hambatan dan tindak lanjut yang dilaporkan tiap triwulan."))
        else:
            blocks.append(self.lacks("Hambatan dan tindak lanjut belum dilaporkan", objective))
        name = f"Analisis penyebab dan solusi “{called(objective)}”"
        return [*blocks, self.writing(f"sebab:{objective.id}", name, CAUSES_HINT)]

    def writing(self, key: str, name: str, hint: str) -> Writing:
        """A place for the writer; what stays empty is noted by its name."""
        said = self.matter.writings.get(key, "")
        if not said:
            self.lacking.note(f"{name} belum ditulis.")
        return Writing(key, said, hint)

    def _all_below(self, element: Element) -> list[Element]:
        found: list[Element] = []
        for child in self.cascade.children(element):
            found += [child, *self._all_below(child)]
        return found

    def efficiency(self, objective: Element) -> list[Block]:
        """Achievement against the share of the budget that it took."""
        budget, spent = self.money.total(self.cascade.under(objective, "program"))
        mean = self.results.element(objective).own
        if mean is None or mean.value is None or not budget or spent is None:
            return [self.lacks("Capaian, pagu, atau realisasi anggaran belum lengkap", objective)]
        share = absorbed(budget, spent)
        assert share.number is not None
        reached = decimal(mean.value)
        level = reached - share.number
        how = "Tingkat efisiensi: capaian kinerja dikurangi penyerapan anggaran."
        cells = (
            figure(mean.value)._replace(align="center"), share._replace(align="center"),
            Cell(show(level, places=2), number=level, align="center", because=how),
        )  # fmt: skip
        heads = tuple(map(head, ("SASARAN", "CAPAIAN KINERJA (%)", "PENYERAPAN ANGGARAN (%)",
                                 "TINGKAT EFISIENSI (%)")))  # fmt: skip
        rows: list[Row] = [(Cell(objective.name or ""), *cells)]
        verdict = "efisien" if level >= 0 else "belum efisien"
        told = (
            f"Dengan capaian {show(reached, places=2)}% dan penyerapan anggaran {share.text}%, "
            f"penggunaan sumber daya untuk sasaran ini {verdict} (selisih {show(level, places=2)})."
        )
        caption = f"Efisiensi penggunaan sumber daya tahun {self.year}"
        table = self.table(caption, (_NAME, _FIGURE, _FIGURE, _FIGURE), heads, rows)
        source = self.source("pengukuran kinerja dan realisasi anggaran program.")
        return [table, source, text(told, indent=10)]

    def programs(self, objective: Element) -> list[Block]:
        """The programs that serve the objective: what they reached and what they took."""
        programs = self.cascade.under(objective, "program")
        if not programs:
            return [self.lacks("Tidak ada program yang menunjang sasaran ini", objective)]
        rows: list[Row] = []
        reached: list[tuple[Decimal, str]] = []
        for number, program in enumerate(programs, 1):
            mean = self.results.element(program).own or self.results.element(program).children
            value, band, _ = self.results.mean(mean, "own")
            if value.number is not None:
                reached.append((value.number, called(program)))
            budget, spent = self.money.budget(program), self.money.spending(program)
            money = (rupiah(budget), rupiah(spent), absorbed(budget, spent))
            rows.append((Cell(str(number)), Cell(program.name or ""), value, band, *money))
        heads = tuple(map(head, ("NO", "PROGRAM", "CAPAIAN (%)", "KATEGORI", "PAGU (Rp)",
                                 "REALISASI (Rp)", "PENYERAPAN (%)")))  # fmt: skip
        columns = (_NO, _NAME, _FIGURE, _FIGURE, _RP, _RP, _FIGURE)
        caption = "Capaian dan anggaran program yang menunjang"
        source = self.source("rata-rata capaian indikator program dan realisasi anggarannya.")
        blocks: list[Block] = [self.table(caption, columns, heads, rows), source]
        if reached:
            best, worst = max(reached), min(reached)
            told = f"Capaian tertinggi pada {best[1]} ({show(best[0], places=2)}%)"
            if worst[0] < best[0]:
                told += f", terendah pada {worst[1]} ({show(worst[0], places=2)}%)"
            blocks.append(text(f"{told}.", indent=10))
        else:
            blocks.append(self.lacks("Capaian program belum terukur", objective))
        return blocks


def _reached(rows: Sequence[IndicatorMeasure]) -> str:
    """How many reached their target; what has no achievement has neither reached nor missed it."""
    known = [found.spans["year"].raw for found in rows]
    reached = sum(raw is not None and raw >= 100 for raw in known)
    unknown = known.count(None)
    told = f"{reached} dari {len(rows)} indikator mencapai targetnya"
    return f"{told}; {unknown} belum dapat dinilai." if unknown else f"{told}."


def _chart(title: str, rows: Sequence[IndicatorMeasure]) -> Chart:
    """The achievements of these rows as bars."""
    names = tuple(called(found.row.indicator) for found in rows)
    raws = (found.spans["year"].raw for found in rows)
    values = tuple(None if raw is None else decimal(raw) for raw in raws)
    series = (Series("Capaian (%)", values),)
    return Chart(title, names, series, "%", f"{title}: {_in_words(names, series)}")


def _in_words(categories: Sequence[str], series: Sequence[Series]) -> str:
    """What a chart shows, for who cannot see it."""
    return "; ".join(
        f"{category}, {one.name}: {'tanpa data' if value is None else show(value, places=2)}"
        for one in series
        for category, value in zip(categories, one.values, strict=True)
    )
