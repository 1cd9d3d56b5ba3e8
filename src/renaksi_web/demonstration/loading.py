"""Loading the demonstration: every step is an act of a person, done by its service on its day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from django.db import transaction
from django.utils import timezone

from renaksi.quarter import ordinal
from renaksi_web import clock
from renaksi_web.accounts import services
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Role
from renaksi_web.demonstration import figures
from renaksi_web.demonstration.accounts import NAMES
from renaksi_web.demonstration.office import furnish, put_everybody_in_charge
from renaksi_web.demonstration.proofs import pdf
from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.review.sameness import open_questions
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.selectors import imported, loaded, set_plan
from renaksi_web.plans.services import editing, importing, versions
from renaksi_web.tracking import evidence, reporting, selectors, windows, workflow
from renaksi_web.tracking.report import report
from renaksi_web.tracking.transitions import TRANSITIONS
from renaksi_web.tracking.typed import is_percent

YEAR: Final = figures.YEAR


class People(NamedTuple):
    """Who lives the year."""

    operator: Member
    verifikator: Member
    pimpinan: Member
    admin: Member


def load(passwords: Mapping[str, str], document: Path) -> None:
    """Everything, in one transaction: a demonstration is there wholly or not at all."""
    with transaction.atomic():
        people = _found(passwords)
        _on("01-10 09.00", furnish, admin=people.admin)
        _bring_in(people, document)
        _on("01-18 09.00", put_everybody_in_charge, operator=people.operator, year=YEAR)
        _first_quarter(people)
        _second_quarter(people)
        _revise(people)
        _third_quarter(people)


def _on(day: str, act: Callable[..., object], **given: object) -> None:
    """Do an act at a moment of the year, ``01-11 09.30``."""
    with clock.set_to(_moment(day)):
        act(**given)


def _moment(day: str) -> datetime:
    return timezone.make_aware(datetime.strptime(f"{YEAR}-{day}", "%Y-%m-%d %H.%M"))  # noqa: DTZ007


def _found(passwords: Mapping[str, str]) -> People:
    with clock.set_to(_moment("01-10 08.15")):
        admin = services.set_up(
            government="Kabupaten Purbalingga (contoh)",
            organisation="Kecamatan Kemangkon",
            code="33.03.01",
            username="admin",
            name=NAMES["admin"],
            password=passwords["admin"],
        )
        others = {}
        for role in (Role.OPERATOR, Role.VERIFIKATOR, Role.PIMPINAN):
            token = services.invite(by=admin, name=NAMES[role], role=role)
            user = services.join(token=token, username=role.value, password=passwords[role])
            others[role.value] = Member(user, admin.organisation, frozenset({role.value}))
    return People(admin=admin, **others)


def _bring_in(people: People, document: Path) -> None:
    """The filed plan: uploaded, corrected, confirmed, verified and set."""
    operator = people.operator
    with clock.set_to(_moment("01-11 09.30")):
        row = importing.bring_in(by=operator, data=document.read_bytes(), filename=document.name)
    with clock.set_to(_moment("01-11 10.05")):
        for step in figures.CORRECTIONS:
            importing.correct(by=operator, imported_id=row.pk, step=step, seen=None)
        _decide(operator, row.pk)
        plan = importing.confirm(by=operator, imported_id=row.pk)
    assert plan is not None  # an empty year has nothing that it could stand beside
    _on("01-12 09.00", versions.verify, by=people.verifikator, plan_id=plan.pk)
    _on("01-14 13.00", versions.set_in_force, by=people.pimpinan, plan_id=plan.pk)
    dates = windows.usual(YEAR)
    _on("01-17 08.30", windows.set_windows, by=people.admin, year=YEAR, dates=dates)


def _decide(operator: Member, imported_id: int) -> None:
    """Settle how quarters add up, which rows are one indicator, and leave what cannot be read."""
    row = imported(operator, imported_id)
    sheet, found = importing.sheet_and_findings(row)
    tasks = review(sheet, found, row.decisions).tasks
    # Counts add up over the quarters; a running percentage does not.
    ways = {
        one.key: {"accumulation": "last" if is_percent(one.indicator.unit) else "sum"}
        for one in tasks.ways
    }
    same = {q.key: "same" if q.alike else "apart" for q in open_questions(sheet)}
    for step in ({"do": "ways", "ways": ways}, {"do": "same", "answers": same}):
        importing.correct(by=operator, imported_id=imported_id, step=step, seen=None)
    keys = [finding.key for fill in tasks.fills for finding in fill.findings]
    importing.decide(
        by=operator, imported_id=imported_id, findings=keys, reason=figures.LEFT, seen=None
    )


def _first_quarter(people: People) -> None:
    quarter = _Quarter(people, "q1")
    quarter.report("04-04 09.10")
    quarter.move("04-06 14.00", "entry.submit")
    quarter.move("04-07 10.20", "entry.verify")
    quarter.move("04-08 09.00", "entry.approve")
    quarter.move("05-02 08.00", "entry.lock")


def _second_quarter(people: People) -> None:
    """One entry is sent back and put right; two were never reported and are late."""
    quarter = _Quarter(people, "q2")
    row, wrong, reason = figures.PUT_RIGHT
    quarter.report("07-05 09.40", instead={row: wrong})
    quarter.move("07-06 15.30", "entry.submit")
    quarter.move("07-07 09.15", "entry.return", only=[row], reason=reason)
    quarter.type("07-07 11.00", {row: figures.ACTUALS[row][1]})
    quarter.move("07-07 11.05", "entry.submit", only=[row])
    quarter.move("07-08 10.00", "entry.verify")
    quarter.move("07-11 09.30", "entry.approve")


def _revise(people: People) -> None:
    """A revision in August: the old target stays in the version that it replaces."""
    old = set_plan(people.operator, YEAR)
    element, index, key, target = figures.REVISED
    with clock.set_to(_moment("08-15 10.00")):
        plan = versions.revise(by=people.operator, plan_id=old.pk, reason=figures.REVISION)
        row = loaded(people.operator, plan).indicators[element, index]
        editing.save_indicator(
            by=people.operator,
            plan_id=plan.pk,
            indicator_id=row.pk,
            seen=editing.seen_of(row),
            values={},
            targets={key: typed_cell(target)},
        )
    _on("08-16 09.00", versions.verify, by=people.verifikator, plan_id=plan.pk)
    _on("08-18 08.30", versions.set_in_force, by=people.pimpinan, plan_id=plan.pk)


def _third_quarter(people: People) -> None:
    """In full swing: some approved, verified, submitted, returned; drafts; the rest awaited."""
    quarter = _Quarter(people, "q3")
    quarter.report("10-03 08.50")
    sent = [*figures.APPROVED, *figures.VERIFIED, *figures.SUBMITTED, *figures.RETURNED]
    quarter.move("10-03 15.10", "entry.submit", only=sent)
    checked = [*figures.APPROVED, *figures.VERIFIED]
    quarter.move("10-04 09.20", "entry.verify", only=checked)
    for row, reason in figures.RETURNED.items():
        quarter.move("10-04 09.40", "entry.return", only=[row], reason=reason)
    quarter.move("10-04 13.15", "entry.approve", only=figures.APPROVED)


class _Quarter:
    """One quarter as its people work on it."""

    def __init__(self, people: People, quarter: str) -> None:
        self.people, self.quarter = people, quarter
        plan = set_plan(people.operator, YEAR)
        self.series = {
            f"{element}~{index}": row.series_id
            for (element, index), row in loaded(people.operator, plan).indicators.items()
        }
        self.by = {
            "entry.submit": people.operator,
            "entry.return": people.verifikator,
            "entry.verify": people.verifikator,
            "entry.approve": people.pimpinan,
            "entry.lock": people.pimpinan,
        }

    def report(self, day: str, instead: Mapping[str, str] | None = None) -> None:
        """Type what the year's table holds, explain what is off track, add the evidence."""
        at = ordinal(self.quarter) - 1
        typed = {row: texts[at] for row, texts in figures.ACTUALS.items() if texts[at]}
        self.type(day, {**typed, **(instead or {})})
        with clock.set_to(_moment(day)):
            self._explain()
            self._prove([row for row in typed if row not in figures.UNPROVEN])
            row, link = figures.LINKED
            self._add(row, link=link, title="Contoh: berita kegiatan")

    def type(self, day: str, typed: Mapping[str, str]) -> None:
        """Fill these cells over what stands there."""
        operator = self.people.operator
        seen = {e.series_id: e.version for e in selectors.entries(operator, YEAR, self.quarter)}
        changes = [
            reporting.Change(self.series[row], text, seen.get(self.series[row], 0))
            for row, text in typed.items()
        ]
        with clock.set_to(_moment(day)):
            outcomes = reporting.fill_in(
                by=operator, year=YEAR, quarter=self.quarter, changes=changes, sample=True
            )
        for refused in outcomes.values():
            if refused is not None:
                raise refused

    def _explain(self) -> None:
        for line in report(self.people.operator, YEAR, self.quarter).lines:
            if line.lacks_explanation:
                reporting.describe(
                    by=self.people.operator,
                    year=YEAR,
                    quarter=self.quarter,
                    series=line.row.series_id,
                    obstacle=figures.OBSTACLE,
                    follow_up=figures.FOLLOW_UP,
                )

    def _prove(self, rows: Collection[str]) -> None:
        for row in rows:
            name = f"contoh-bukti-{self.quarter.replace('q', 'tw')}-{row.rpartition('.')[2]}.pdf"
            page = pdf("Bukan dokumen asli.", f"Bukti {row}", f"Triwulan {self.quarter[1]} {YEAR}")
            self._add(row, files=[evidence.Given(name.replace("~", "-"), page)])

    def _add(self, row: str, **proof: object) -> None:
        evidence.add(
            by=self.people.operator,
            year=YEAR,
            quarter=self.quarter,
            series=self.series[row],
            **proof,  # type: ignore[arg-type]
        )

    def move(
        self, day: str, act: str, only: Collection[str] | None = None, reason: str = ""
    ) -> None:
        """Take the entries that the act can start from one step on, or only those of some rows."""
        step = TRANSITIONS[act]
        wanted = None if only is None else {self.series[row] for row in only}
        seen = {
            entry.pk: entry.version
            for entry in selectors.entries(self.people.operator, YEAR, self.quarter)
            if entry.state in step.start and (wanted is None or entry.series_id in wanted)
        }
        with clock.set_to(_moment(day)):
            workflow.move(
                by=self.by[act], act=act, year=YEAR, quarter=self.quarter, seen=seen, reason=reason
            )
