"""The statement and the attachment of performance agreements, first and revised.

Wording and form follow PermenPANRB 53/2014, annex I: both parties and what each promises;
objectives with indicators and targets, then programs with their budget. A revision shows
what stood before beside what stands now.
"""

from __future__ import annotations

from typing import Final

from renaksi.measure import measure
from renaksi.model import Element, Indicator
from renaksi.quarter import QUARTERS, YEAR
from renaksi.reports.cascade import Cascade
from renaksi.reports.earlier import Earlier
from renaksi.reports.matter import Matter
from renaksi.reports.money import Money, rupiah
from renaksi.reports.office import Official
from renaksi.reports.results import Results
from renaksi.reports.signing import Lacking, dated, letterhead, party
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import (
    Block,
    Cell,
    Column,
    Document,
    Emblem,
    Heading,
    Pairs,
    Row,
    Signatures,
    Table,
    head,
    numbered_heads,
    text,
)  # fmt: skip
from renaksi.reports.wording import DOTS, named, with_unit, written

_NUMBER, _TEXT = Column(6, "center"), Column(36)
_TARGET, _MONEY, _REMARK = Column(17, "center"), Column(24, "right"), Column(20)
_WAS, _NOW = "SEMULA", "MENJADI"
_OPENING: Final = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
)
_PROMISE: Final = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
    "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
    "ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja "
    "tersebut menjadi tanggung jawab kami."
)
_SUPERVISION: Final = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi."
)


def agreement(
    name: str, title: str, matter: Matter, lacking: Lacking, *, revised: bool = False
) -> Document:
    """Statement and attachment under a title, ready to sign by both parties."""
    statement = one_section("Pernyataan", _statement(title, matter, lacking), matter)
    attached = one_section("Lampiran", _attachment(title, matter, lacking, revised), matter)
    return document(name, title, matter, (statement, attached), lacking)


def _statement(title: str, matter: Matter, lacking: Lacking) -> tuple[Block, ...]:
    office = matter.office
    head_of_paper: tuple[Block, ...] = letterhead(matter)
    if not head_of_paper and office.logo:
        head_of_paper = (Emblem(office.logo),)
    return (
        *head_of_paper,
        Heading(title.upper(), 1, "center"),
        text(_OPENING),
        _who(office.head),
        text("Selanjutnya disebut pihak pertama,"),
        _who(office.superior),
        text("Selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        text(_PROMISE),
        text(_SUPERVISION),
        _signed(matter, lacking, ("Pihak Kedua,",), ("Pihak Pertama,",)),
    )


def _who(official: Official) -> Pairs:
    return Pairs((("Nama", official.name or DOTS), ("Jabatan", official.position or DOTS)))


def _signed(
    matter: Matter,
    lacking: Lacking,
    above_superior: tuple[str, ...] | None = None,
    above_head: tuple[str, ...] | None = None,
) -> Signatures:
    """The superior at the left, the head of the office at the right."""
    office = matter.office
    return Signatures(
        dated(matter, lacking),
        (
            party(office.superior, "atasan (pihak kedua)", lacking, above_superior),
            party(office.head, "kepala perangkat daerah", lacking, above_head),
        ),
    )


def _attachment(title: str, matter: Matter, lacking: Lacking, revised: bool) -> tuple[Block, ...]:
    """What is promised, and the money for it."""
    if revised and matter.before is None:
        lacking.note("Perjanjian kinerja sebelum perubahan belum disebut.")
    return (
        heading(matter, title.upper()),
        promises(matter, lacking, revised=revised),
        _programs(matter, lacking, revised),
        _signed(matter, lacking),
    )


def _heads(
    before: tuple[str, ...], told: str, after: tuple[str, ...], revised: bool
) -> tuple[Row, ...]:
    """One line of heads, or two where what was and what is stand under one head."""
    if not revised:
        return (tuple(map(head, (*before, told, *after))),)
    single = [head(words, rows=2) for words in before], [head(words, rows=2) for words in after]
    return (*single[0], head(told, columns=2), *single[1]), (head(_WAS), head(_NOW))


def promises(matter: Matter, lacking: Lacking, *, revised: bool = False) -> Table:
    """The objectives with their indicators and the targets of the year."""
    results = Results(measure(matter.plan))
    before = Earlier(matter.before)
    old = Results(measure(matter.before)) if matter.before else None
    rows: list[Row] = []
    for number, objective in enumerate(Cascade(matter.plan).at("objective"), 1):
        height = max(1, len(objective.indicators))
        first = (Cell(str(number), height), Cell(objective.name or "", height))
        if not objective.indicators:
            lacking.note(f"Sasaran “{objective.name or number}” tidak memiliki indikator.")
            rows.append((*first, Cell(columns=3 if revised else 2)))
        for index, indicator in enumerate(objective.indicators):
            target = year_target(results, objective, index)
            if not target.text:
                lacking.note(f"Target tahun “{indicator.name or '?'}” belum diisi.")
            found = before.indicator(objective, indicator)
            was = year_target(old, *found) if old and found else Cell("-" if old else "")
            cells = (Cell(named(indicator)), *((was,) if revised else ()), target)
            rows.append((*first, *cells) if index == 0 else cells)
    if not rows:
        lacking.note("Rencana ini tidak memuat sasaran.")
    heads = _heads(("NO", "SASARAN", "INDIKATOR KINERJA"), "TARGET", (), revised)
    targets = (_TARGET,) * (2 if revised else 1)
    columns = (_NUMBER, _TEXT, _TEXT, *targets)
    return Table(columns, (*heads, numbered_heads(len(columns))), tuple(rows))


def _programs(matter: Matter, lacking: Lacking, revised: bool) -> Table:
    """The programs with their budget, and its total."""
    cascade, before = Cascade(matter.plan), Earlier(matter.before)
    money, programs = Money(cascade), cascade.at("program")
    old = Money(Cascade(matter.before)) if matter.before else None
    rows: list[Row] = []
    for number, program in enumerate(programs, 1):
        budget = money.budget(program)
        if budget is None:
            lacking.note(f"Anggaran “{program.name or number}” belum diisi.")
        found = before.element(program)
        was = rupiah(old.budget(found) if old and found else None)
        amounts = (was, rupiah(budget)) if revised else (rupiah(budget),)
        rows.append((Cell(str(number)), Cell(program.name or ""), *amounts, Cell()))
    totals = [rupiah(money.total(programs)[0])]
    if revised:
        olds = old.total(old.cascade.at("program"))[0] if old else None
        totals.insert(0, rupiah(olds))
    label = Cell("JUMLAH", columns=2, bold=True, shade="total", align="center")
    last = [cell._replace(bold=True, shade="total") for cell in totals]
    rows.append((label, *last, Cell(shade="total")))
    heads = _heads(("NO", "PROGRAM"), "ANGGARAN (Rp)", ("KETERANGAN",), revised)
    columns = (_NUMBER, _TEXT, *(_MONEY,) * len(totals), _REMARK)
    return Table(columns, heads, tuple(rows))


def year_target(results: Results, element: Element, index: int) -> Cell:
    """The target of the year with its unit: as the plan prints it, else as its quarters make it."""
    indicator = element.indicators[index]
    if indicator.target(YEAR).state != "missing":
        return Cell(with_unit(written(indicator.target(YEAR)), indicator.unit))
    if words := _in_words(indicator):
        return Cell(words)
    cell = results.target(results.row(element, index), "year")
    return cell._replace(text=with_unit(cell.text, indicator.unit), number=None)


def _in_words(indicator: Indicator) -> str:
    """The last target that is in words, such as *WTP*."""
    texts = [indicator.target(key) for key in QUARTERS]
    return next((cell.text or "" for cell in reversed(texts) if cell.state == "text"), "")
