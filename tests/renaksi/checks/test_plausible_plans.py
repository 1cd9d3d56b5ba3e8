"""The rules on targets, wording and scores, on plans put together from what offices write."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from renaksi.checks import check
from renaksi.checks.view import PlanView
from renaksi.model import Accumulation, Cell, Direction, Indicator, Plan
from renaksi.quantity import parse
from tests.renaksi.checks.clean_plan import CLEAN

NAMES = (
    "Persentase kebutuhan kantor yang terpenuhi", "Cakupan desa yang tertib administrasi",
    "Jumlah desa yang melaksanakan Musrenbangdes", "Jumlah laporan kejadian", "Nilai SAKIP",
    "Indeks Kepuasan Masyarakat", "Nilai Evaluasi Pelayanan Publik", "Tersedianya jamuan rapat",
    "Jumlah pengaduan masyarakat", "Lama penyediaan jasa", "Jumlah dokumen dan persentase laporan",
    "Prosentase layanan (tepat waktu", None,
)  # fmt: skip
UNITS = ("Persen", "%", "Dokumen", "Laporan", "Desa", "Orang", "Bulan", "Indeks", "Jenis", None)
FIGURES = (
    "0", "1", "2,5", "3", "3,1", "4", "10", "19", "25%", "25", "30", "50", "75", "100%", "100",
    "125", "1.250", "-3", "-", "WTP", None,
)  # fmt: skip

CELLS = tuple(Cell(q.state, q.value, q.text) for q in map(parse, FIGURES))
KEYS = ("q1", "q2", "q3", "q4", "year")
DIRECTIONS: tuple[Direction, ...] = ("higher", "higher", "higher", "lower", "target")
ACCUMULATIONS: tuple[Accumulation, ...] = ("sum", "last", "last", "average", "max")
CONFIRM = ((), (), (), ("accumulation",), ("direction",))


def row(rng: Random) -> Indicator:
    """An indicator of a name, a unit and figures that need not fit each other."""
    return Indicator(
        rng.choice(NAMES),
        unit=rng.choice(UNITS),
        direction=rng.choice(DIRECTIONS),
        accumulation=rng.choice(ACCUMULATIONS),
        confirm=rng.choice(CONFIRM),
        targets={key: rng.choice(CELLS) for key in KEYS[: rng.choice((4, 4, 5))]},
    )


def plan_of(seed: int) -> Plan:
    """The clean plan with other indicators throughout, so that rows repeat each other."""
    rng = Random(seed)
    elements = (
        element._replace(indicators=tuple(row(rng) for _ in range(rng.choice((1, 2)))))
        for element in CLEAN.elements
    )
    return CLEAN._replace(elements=tuple(elements), year=rng.choice((None, 2016, 2022)))


plans = st.integers(0, 10**9).map(plan_of)


def findings(plan: Plan) -> list[tuple[str, str | None, int | None, str | None]]:
    """What is found where by the rules on targets and scores."""
    found = (d for d in check(plan) if d.rule.code[:3] in ("RA4", "RA6"))
    return [(d.rule.slug, d.element, d.indicator, d.cell) for d in found]


@given(plans)
@settings(max_examples=100, deadline=None)
def test_every_finding_can_be_said_and_names_a_cell_that_is_there(plan: Plan) -> None:
    view = PlanView(plan)
    for finding in check(plan):
        assert "{" not in finding.message("id") + finding.message("en")
        if finding.indicator is not None and finding.cell not in (None, "unit"):
            named = view.by_id[finding.element or ""].indicators[finding.indicator]
            assert finding.cell in named.targets


@given(plans)
@settings(max_examples=50, deadline=None)
def test_capitals_change_nothing_that_is_found_in_targets(plan: Plan) -> None:
    loud = plan._replace(
        elements=tuple(
            element._replace(
                name=(element.name or "").upper(),
                indicators=tuple(
                    one._replace(
                        name=one.name and one.name.upper(), unit=one.unit and one.unit.upper()
                    )
                    for one in element.indicators
                ),
            )
            for element in plan.elements
        )
    )
    assert findings(loud) == findings(plan)
