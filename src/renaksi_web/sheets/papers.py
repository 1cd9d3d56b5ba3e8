"""Official documents of a plan: what they are made from here, and each of them printed.

The core builds and prints them (`renaksi.reports`); this gives them the plan with its actuals,
the measurement's settings, obstacles and follow-up of the quarter, and who leads the office.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from datetime import date
from typing import Final, NamedTuple

from django.utils.text import slugify

from renaksi.model import Plan as Meaning
from renaksi.quarter import QUARTERS, ROMAN, ordinal
from renaksi.render.printed import FORMATS, printed
from renaksi.render.printed.bundle import bundle
from renaksi.reports import REPORTS, report
from renaksi.reports.charges import UnknownOfficial
from renaksi.reports.matter import Choices, Matter, Note, Place, no_places
from renaksi.reports.names import AGREEMENTS, EVERYBODY, REVISION
from renaksi.reports.office import Office, Official
from renaksi.reports.past import with_past
from renaksi.reports.signing import Lacking, dated, party
from renaksi.reports.tree import Document
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.offices.selectors import office_of
from renaksi_web.plans import selectors
from renaksi_web.plans.models import Plan
from renaksi_web.refusals import NotFound
from renaksi_web.sheets.figure_key import key_section
from renaksi_web.sheets.printed_figures import TRACED, wanted
from renaksi_web.sheets.table import still_open
from renaksi_web.tracking.earlier_years import earlier_plans
from renaksi_web.tracking.models import Writing
from renaksi_web.tracking.report import Report, years
from renaksi_web.tracking.spending import with_spending
from renaksi_web.tracking.totals import Subject, Totals, codes_of_totals, known_totals
from renaksi_web.tracking.tracing import codes_of
from renaksi_web.tracking.writing import of_quarter, writings

TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
_DEFAULT: Final = Choices()
# The documents whose figures are those of a quarter.
OF_A_QUARTER: Final = ("pengukuran-triwulan", "evaluasi-renja", "berita-acara")
OF_RESULTS: Final = (*OF_A_QUARTER, "pengukuran-tahunan")
# Those that show what was reached, which nobody signs of a version that was replaced.
MEASURED: Final = (*OF_RESULTS, "laporan-kinerja")
# Those of the whole year, whatever quarter is looked at, and those that look at earlier years.
OF_THE_YEAR: Final = ("pengukuran-tahunan", "laporan-kinerja")
WITH_PAST: Final = ("evaluasi-renja", "laporan-kinerja")


# Whose data an office enters, as the documents call them.
SIGNATORIES: Final = (
    "kepala perangkat daerah", "atasan (pihak kedua)", "pejabat yang memeriksa",
    "kepala badan perencanaan",
)  # fmt: skip
WITH_LETTERHEAD: Final = ("perjanjian-kinerja", REVISION, "berita-acara")
_IN_FORCE: Final = (Plan.Status.SET, Plan.Status.SUPERSEDED)
# Its results can be read beside its targets, but nobody signs them.
_REPLACED: Final = (
    "Rencana ini sudah digantikan perubahannya; hasil yang berlaku dicetak dari rencana yang"
    " berlaku."
)
NO_ADDRESS: Final = "Alamat untuk kop surat belum diisi."
NO_LOGO: Final = "Logo untuk kop surat belum diisi."


def _not_known() -> tuple[str, ...]:
    """Every sentence that says what of an office's data is missing."""
    lacking, nobody = Lacking(), Matter(Meaning(elements=()))
    for whose in SIGNATORIES:
        party(Official(), whose, lacking)
    dated(nobody._replace(office=Office(dated=date.min)), lacking)
    return (*lacking.told(), NO_ADDRESS, NO_LOGO)


_NOT_KNOWN: Final = _not_known()


class Offer(NamedTuple):
    """One document that can be taken: its name, its title, and what it lacks."""

    name: str
    title: str
    lacks: tuple[str, ...]
    of_a_quarter: bool
    of_officials: bool = False
    is_written: bool = False

    def of_office(self) -> bool:
        """Whether some of it is the office's data."""
        return any(sentence in self.lacks for sentence in _NOT_KNOWN)


class Papers:
    """The documents of one version of a plan, as of one quarter of its year."""

    def __init__(
        self,
        member: Member,
        plan_id: int,
        quarter: str | None = None,
        dated: date | None = None,
        site: str = "",
    ) -> None:
        """Read everything that any of them needs; `NotFound` for another office's plan.

        ``dated`` is the day on which the documents are signed, ``site`` the address where
        codes of figures are looked up.
        """
        require(member, "export.take")
        self.member, self._site = member, site
        self._codes: dict[str, tuple[dict[tuple[int, str], str], dict[Subject, str]]] = {}
        self.row = selectors.plan_row(member, plan_id)
        self._found = self._reports(member)
        self.quarters = [key for key in QUARTERS if key in self._found]
        self.report = self._chosen(self._found, quarter)
        self._plan = (
            with_spending(member, self.report.loaded.plan, self.row.year)
            if self.report
            else selectors.loaded(member, self.row).plan
        )
        self._office = office_of(member)._replace(dated=dated)
        self._before = self._earlier()
        self._writings = writings(member, self.row.year)
        self._past: tuple[Meaning, ...] | None = None

    def _reports(self, member: Member) -> dict[str, Report]:
        """The quarters' results of a version that is or was in force; another has none.

        What was reported belongs to the indicators, so it is there for a replaced version too.
        """
        if self.row.status not in _IN_FORCE or self.row.kind != "action_plan":
            return {}
        [year] = years(member, [self.row])
        return {quarter: year.report(quarter) for quarter in QUARTERS}

    def _chosen(self, found: dict[str, Report], quarter: str | None) -> Report | None:
        """The quarter that was asked for, else the last one in which anything was reported."""
        if quarter is not None:
            if quarter not in found:
                raise NotFound
            return found[quarter]
        filled = [one for one in found.values() if any(line.is_filled for line in one.lines)]
        return filled[-1] if filled else next(iter(found.values()), None)

    def as_of(self, quarter: str) -> Papers:
        """The same as of another quarter; nothing is read again."""
        other = copy(self)
        other.report = self._chosen(self._found, quarter)
        return other

    def begun(self) -> list[str]:
        """The quarters that can be reported by today, or in which something was."""
        today = clock.today()
        return [
            key
            for key in self.quarters
            if any(line.is_filled for line in self._found[key].lines)
            or ((window := self._found[key].window) is not None and window.opens <= today)
        ]

    def names(self) -> list[str]:
        """The documents that there are; what was revised can only be shown beside what was."""
        return [name for name in REPORTS if self._before is not None or name != REVISION]

    def of_the_year(self, choices: Choices = _DEFAULT) -> Iterator[tuple[str, Document]]:
        """Every document of the year under its file's name; a quarter's for each that has begun."""
        for name in self.names():
            if name not in OF_A_QUARTER:
                yield name, self.document(name, self._of_all(name, choices))
                continue
            for quarter in self.begun():
                yield f"{name}-tw{ordinal(quarter)}", self.as_of(quarter).document(name, choices)

    def _of_all(self, name: str, choices: Choices) -> Choices:
        """In an archive an agreement is that of every official, where any were entered."""
        of_officials = name in AGREEMENTS and self._office.staff
        return choices._replace(official=EVERYBODY) if of_officials else choices

    def _earlier(self) -> Plan | None:
        """The version that this one revises."""
        if not self.row.revision:
            return None
        versions = selectors.versions(self.member, self.row)
        return next((one for one in versions if one.revision == self.row.revision - 1), None)

    def document(self, name: str, choices: Choices = _DEFAULT) -> Document:
        """One document by its name; `NotFound` for a name that is none."""
        if name not in REPORTS:
            raise NotFound
        matter = self._matter(name, choices)
        try:
            made = report(name).build(matter)
        except UnknownOfficial as error:
            raise NotFound(id=error.message("id"), en=error.message("en")) from error
        return self._with_codes(name, made, matter) if name in TRACED else made

    def _report_of(self, name: str) -> Report | None:
        """The results that a document shows: those of the year's end, or of the quarter chosen."""
        return self._found.get(QUARTERS[-1]) if name in OF_THE_YEAR else self.report

    def _with_codes(self, name: str, made: Document, matter: Matter) -> Document:
        """The document with the codes of its figures, before the note of a draft."""
        found = self._report_of(name)
        if found is None or not self._site:
            return made
        if found.quarter not in self._codes:
            self._codes[found.quarter] = (
                codes_of(self.member, self.row, found.quarter),
                codes_of_totals(self.member, self.row, found.quarter),
            )
        codes, of_totals = self._codes[found.quarter]
        figures = wanted(name, matter)
        plan = with_past(matter).plan if name in WITH_PAST else self._plan
        totals = known_totals(Totals(plan, found.measurement), of_totals, figures.total)
        key = key_section(found, codes, totals, self._site, made.sections[0], figures)
        end = len(made.sections) - bool(made.draft)
        keys = (key,) if key else ()
        return made._replace(sections=(*made.sections[:end], *keys, *made.sections[end:]))

    def quarter_of(self, name: str) -> str:
        """The quarter whose texts a document shows; empty for one of the year."""
        return self.report.quarter if self.report is not None and name in OF_A_QUARTER else ""

    def places(self, name: str) -> tuple[Place, ...]:
        """Where a document has the writer's own texts; `NotFound` where it has none."""
        found = report(name).places(self._matter(name, _DEFAULT)) if name in REPORTS else ()
        if not found:
            raise NotFound
        return found

    def written(self, name: str) -> dict[str, Writing]:
        """The writer's own texts of a document, by key."""
        return of_quarter(self._writings, self.quarter_of(name))

    def _matter(self, name: str, choices: Choices) -> Matter:
        texts = {key: row.text for key, row in self.written(name).items()}
        matter = Matter(self._plan, self._office, None, choices, texts)
        if self._before is not None and name == REVISION:
            matter = matter._replace(before=selectors.loaded(self.member, self._before).plan)
        if name in WITH_PAST:
            if self._past is None:
                self._past = earlier_plans(self.member, self.row.year)
            matter = matter._replace(earlier=self._past)
        if self.row.status in (Plan.Status.DRAFT, Plan.Status.VERIFIED):
            matter = matter._replace(provisional=("Rencana ini belum ditetapkan.",))
        if name in WITH_LETTERHEAD:
            gaps = ((self._office.address, NO_ADDRESS), (self._office.logo, NO_LOGO))
            lacks = tuple(told for entered, told in gaps if not entered)
            matter = matter._replace(provisional=(*matter.provisional, *lacks))
        found = self._report_of(name)
        if found is None:
            return matter
        told = self._found.values() if name in OF_THE_YEAR else (found,)
        return matter._replace(
            quarter=ordinal(found.quarter),
            settings=found.measurement.settings,
            notes=_notes(told),
            provisional=(*matter.provisional, *self._open(name, found)),
        )

    def _open(self, name: str, found: Report) -> tuple[str, ...]:
        """What is not approved yet or not in force any more, for the documents that print it."""
        replaced = name in MEASURED and self.row.status == Plan.Status.SUPERSEDED
        return ((_REPLACED,) if replaced else ()) + self._unapproved(name, found)

    def _unapproved(self, name: str, found: Report) -> tuple[str, ...]:
        if name in OF_THE_YEAR:
            due = [one for one in self._found.values() if one.due]
            told = [(ROMAN[one.quarter], still_open(one, "id")) for one in due]
            return tuple(f"{quarter}: {said}." for quarter, said in told if said)
        if name not in OF_RESULTS:
            return ()
        said = still_open(found, "id", names_missing=name == "pengukuran-triwulan")
        return (f"{said}.",) if said else ()

    def offers(self) -> list[Offer]:
        """Every document with what it lacks today."""
        return [
            Offer(
                name, report(name).title.id, self.document(name).draft, name in OF_A_QUARTER,
                name in AGREEMENTS, report(name).places is not no_places,
            )
            for name in REPORTS
        ]  # fmt: skip

    def officials(self) -> list[str]:
        """The positions of those below the head, each with an agreement of their own."""
        return [one.position or one.name for one in self._office.staff]

    def archive(self, choices: Choices) -> tuple[bytes, str]:
        """Every document as PDF in one archive, and its name."""
        data = bundle([self.document(name, self._of_all(name, choices)) for name in self.names()])
        return data, f"{self._slug('dokumen')}.zip"

    def _slug(self, name: str) -> str:
        slug = f"{name}-{self.member.organisation.slug}-{self.row.year}"
        return f"{slug}-perubahan-{self.row.revision}" if self.row.revision else slug

    def printed(self, name: str, format: str, choices: Choices) -> tuple[bytes, str]:
        """A document's file and its name."""
        if format not in FORMATS:
            raise NotFound
        document = self.document(name, choices)
        slug = self._slug(name)
        if self.report is not None and name in OF_A_QUARTER:
            slug += f"-tw{ordinal(self.report.quarter)}"
        if choices.official and name in AGREEMENTS:
            slug += f"-{slugify(choices.official)}"
        return printed(document, format), f"{slug}.{format}"


def _notes(told: Iterable[Report]) -> dict[tuple[str, int], Note]:
    """Obstacle and follow-up of each row whose entries tell them; of several quarters together."""
    notes: dict[tuple[str, int], Note] = {}
    for line in (line for found in told for line in found.lines):
        entry = line.entry
        if entry is not None and (entry.obstacle or entry.follow_up):
            row = line.measured.row
            known = notes.get((row.element, row.position), Note())
            notes[row.element, row.position] = Note(
                _both(known.obstacle, entry.obstacle), _both(known.follow_up, entry.follow_up)
            )
    return notes


def _both(first: str, second: str) -> str:
    """Two texts as one; the same text once."""
    return "\n".join(dict.fromkeys(one for one in (first, second) if one))
