"""Which figures each official document prints, so that its list of codes holds those alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from renaksi import model
from renaksi.reports.charges import chosen, in_charge
from renaksi.reports.matter import Matter
from renaksi.reports.names import AGREEMENTS
from renaksi.reports.promises import financed, objectives_of
from renaksi.reports.wording import office_of
from renaksi_web.tracking.totals import ALL, LEVEL, MEAN, MONEY, RENSTRA

_WORK: Final = ("program", "activity", "subactivity")


class PrintedFigures(NamedTuple):
    """What a document prints: of indicators, of money, and means.

    ``rows`` are the levels of its indicators, of which it prints targets, and with ``reached``
    and ``renstra`` what was reached and the medium term. ``money`` are the kinds of money that it
    prints on ``work``; ``means`` the levels over which, ``own`` those of whose elements it prints a
    mean.
    """

    rows: tuple[str, ...] = ()
    reached: bool = False
    renstra: bool = False
    money: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


_BY_DOCUMENT: Final = {
    "rencana-aksi": PrintedFigures(model.LEVELS, money=("budget",), work=_WORK),
    "perjanjian-kinerja": PrintedFigures(model.LEVELS, money=("budget",), work=_WORK),
    "perjanjian-kinerja-perubahan": PrintedFigures(model.LEVELS, money=("budget",), work=_WORK),
    "pohon-kinerja": PrintedFigures(model.LEVELS),
    "pengukuran-triwulan": PrintedFigures(
        model.LEVELS, True, money=MONEY, work=_WORK, means=model.LEVELS
    ),
    "pengukuran-tahunan": PrintedFigures(
        ("objective",), True, money=MONEY, work=("program",), means=("objective",)
    ),
    "evaluasi-renja": PrintedFigures(
        _WORK, True, True, money=("budget", "spending", RENSTRA), work=_WORK
    ),
    "berita-acara": PrintedFigures(means=model.LEVELS),
    "laporan-kinerja": PrintedFigures(
        ("objective",), True, True, MONEY, ("program",), ("objective",), ("objective", "program")
    ),
}  # fmt: skip
# Those whose figures have codes.
TRACED: Final = tuple(_BY_DOCUMENT)


class Wanted(NamedTuple):
    """The figures of one document as it was asked for, of a plan with these ``levels`` by id.

    Where not all, ``promised`` are the elements whose indicators it prints and ``paid`` those whose
    money; ``whole`` says whether it prints the sum of all programs.
    """

    figures: PrintedFigures
    levels: dict[str, str]
    promised: Collection[str] | None = None
    paid: Collection[str] | None = None
    whole: bool = True

    def row(self, element: str) -> bool:
        """Whether the document prints the indicators of an element."""
        is_meant = self.promised is None or element in self.promised
        return self.levels[element] in self.figures.rows and is_meant

    def total(self, what: str, kind: str) -> bool:
        """Whether it prints a sum of money or a mean."""
        if what == ALL:
            return self.whole and kind in self.figures.money and kind != RENSTRA
        if what.startswith(LEVEL):
            return what.removeprefix(LEVEL) in self.figures.means
        if kind == MEAN:
            return self.levels[what] in self.figures.own
        is_meant = self.paid is None or what in self.paid
        return self.levels[what] in self.figures.work and kind in self.figures.money and is_meant


def wanted(name: str, matter: Matter) -> Wanted:
    """What the document prints of this plan, with these choices."""
    figures, plan = _BY_DOCUMENT[name], matter.plan
    levels = {element.id: str(element.level) for element in plan.elements}
    if name == "rencana-aksi":  # its columns show the targets of objectives, its pairs no money
        if matter.choices.layout == "columns":
            figures = figures._replace(rows=("objective",))
        else:
            figures = figures._replace(money=())
    if name not in AGREEMENTS:
        return Wanted(figures, levels)
    promised: set[str] = set()
    paid: set[str] = set()
    head = False
    for official in chosen(matter.choices.official, matter.office):
        if official is matter.office.head:
            head = True
            promised |= {one.element.id for one in objectives_of(matter)}
            paid |= {one.id for one in plan.elements if one.level == "program"}
        else:
            charges = in_charge(plan, official, office_of(plan, matter.office.name))
            promised |= {one.element.id for one in charges}
            paid |= {one.id for one in financed(matter, charges)}
    return Wanted(figures, levels, promised, paid, head)
