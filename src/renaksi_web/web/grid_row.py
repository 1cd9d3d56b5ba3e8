"""A line of a quarter as a row of the grid: what its cells say, worked out before it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from renaksi_web.refusals import Refused
from renaksi_web.tracking import reporting
from renaksi_web.tracking.report import Line, Report
from renaksi_web.tracking.typed import Doubtful
from renaksi_web.web.addresses import entry_address
from renaksi_web.web.answers import language
from renaksi_web.web.templatetags.renaksi import cell, number
from renaksi_web.web.wording import shortened


class Row(NamedTuple):
    """A line as the grid shows it: what stands in its field, and what is said about that.

    ``origin`` is what the server holds, ``version:text``: sent back with a save, so that
    nobody overwrites what they have not seen. ``choices`` are values to choose among. Its id
    is text, because a template takes a number for one to be written the Indonesian way.
    """

    line: Line
    series: str
    entry: str
    name: str
    where: str
    how: str
    target: str
    before: str
    actual: str
    likely: str
    editable: bool
    text: str
    origin: str
    sentence: str = ""
    choices: tuple[str, ...] = ()
    outcome: str = "saved"

    @property
    def mark(self) -> str:
        """The class of the row, where something is to be seen to."""
        if self.outcome != "saved":
            return f"is-{self.outcome}"
        standing = self.line.standing
        return f"is-{standing}" if standing in ("late", "returned") else ""

    @property
    def asked(self) -> bool:
        """Whether a figure is asked for here."""
        return self.line.is_due or self.line.standing in ("awaited", "late")


class Rows:
    """Makes the rows of one page; its words are looked up once."""

    def __init__(
        self,
        found: Report,
        office: str,
        typed: Mapping[int, reporting.Change],
        outcomes: reporting.Outcomes,
    ) -> None:
        self.found, self.office, self.typed, self.outcomes = found, office, typed, outcomes
        self.nameless, self.of_program = _("(teks indikator kosong)"), _("Indikator program")
        self.shared, self.likely = _("dipakai juga di"), _("Rentang wajar %(low)s–%(high)s")
        self.how = {
            "sum": _("TW dijumlahkan"),
            "last": _("dipakai nilai terakhir"),
            "average": _("TW dirata-ratakan"),
            "max": _("dipakai nilai tertinggi"),
        }

    def row(self, line: Line) -> Row:
        """The row of a line; where its save was refused, what was typed and why."""
        series, entry, found = line.row.series_id, line.entry, self.found
        held, unit = reporting.shown(entry) if entry else "", line.row.unit
        row = Row(
            line=line,
            series=str(series),
            entry=entry_address(self.office, found.year, found.quarter, series),
            name=line.name or self.nameless,
            where=self._where(line),
            how=self.how[line.row.accumulation],
            target=cell(line.target, unit) or "·",
            before=cell(line.previous, unit) or "·",
            actual=cell(line.indicator.actual(line.quarter), unit) or "·",
            likely=self._likely(line),
            editable=found.can_edit(line),
            text=held,
            origin=f"{entry.version if entry else 0}:{held}",
        )
        refused = self.outcomes.get(series)
        return row if refused is None else self._refused(row, held, refused)

    def _where(self, line: Line) -> str:
        """What the indicator stands on, and where else it is used."""
        program = line.element.level == "program"
        words = [self.of_program if program else shortened(line.element.name or "", 90)]
        words += [f"{self.shared} {shortened(other.name or '', 40)}" for other in line.also]
        return " · ".join(words)

    def _likely(self, line: Line) -> str:
        if line.range is None:
            return ""
        return self.likely % {"low": number(line.range.low), "high": number(line.range.high)}

    def _refused(self, row: Row, held: str, refused: Refused) -> Row:
        typed = self.typed[row.line.row.series_id]
        text, sentence = typed.text.strip(), refused.message(language())
        row = row._replace(text=text, sentence=sentence, outcome="refused")
        if isinstance(refused, Doubtful):
            return row._replace(choices=refused.readings)
        if isinstance(refused, reporting.Newer):
            return row._replace(choices=(held, text), outcome="conflict")
        return row._replace(outcome="locked") if isinstance(refused, reporting.Locked) else row
