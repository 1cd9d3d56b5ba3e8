"""Printing: official documents in each format, in process and warm, and one as a whole process."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi.interpret import read_file
from renaksi.model import Cell as Stated
from renaksi.model import Plan
from renaksi.quantity import show
from renaksi.render.printed import FORMATS, printed
from renaksi.reports import REPORTS, report
from renaksi.reports.matter import Matter
from renaksi.reports.tree import Cell, Column, Document, Section, Table, head

PLAN = Path(__file__).resolve().parent.parent / "examples" / "kemangkon-2022.txt"
ROUNDS = 5
REPORT_OF_60_PAGES = "laporan-kinerja pdf, 60 pages"
REACH = {"rencana-aksi pdf": 0.6, REPORT_OF_60_PAGES: 3.0, "xlsx of 5,000 rows": 1.0}
OBJECTIVES = 33  # as many as fill sixty pages


def with_actuals(plan: Plan) -> Plan:
    """The plan with every target reported as reached to nine tenths."""
    tenths = Decimal("0.9")
    elements = []
    for element in plan.elements:
        rows = []
        for row in element.indicators:
            reached = {
                key: Stated("set", cell.value * tenths, show(cell.value * tenths))
                for key, cell in row.targets.items()
                if cell.value is not None
            }
            rows.append(row._replace(actuals=reached))
        elements.append(element._replace(indicators=tuple(rows)))
    return plan._replace(elements=tuple(elements))


def many_objectives(plan: Plan) -> Plan:
    """The plan with its objective many times over, each with the work below it."""
    goal, *rest = plan.elements
    copies = [
        element._replace(id=f"{element.id}-{number}", parent=f"{element.parent}-{number}")
        for number in range(OBJECTIVES)
        for element in rest
    ]
    return plan._replace(elements=(goal, *copies))


def long_table(rows: int) -> Document:
    """A table of so many rows of words and numbers."""
    body = tuple(
        (
            Cell(str(number)),
            Cell(f"Sub Kegiatan Penyediaan Bahan Logistik Kantor {number}"),
            *(Cell("3,1", number=Decimal("3.1")) for _ in range(6)),
        )
        for number in range(rows)
    )
    columns = (Column(1), Column(4), *(Column(1, "right") for _ in range(6)))
    heads = (tuple(head(words) for words in ("NO", "URAIAN", *(f"K{n}" for n in range(6)))),)
    return Document("panjang", "Panjang", (Section("Panjang", (Table(columns, heads, body),)),))


def main() -> None:
    """Print every document in every format, then what has a reach of its own."""
    plan = with_actuals(read_file(PLAN)[0].plan)
    matter = Matter(plan, quarter=4, before=plan)
    built = {name: report(name).build(matter) for name in REPORTS}
    runs: dict[str, Callable[[], object]] = {
        f"{name} {format}": partial(printed, document, format)
        for name, document in built.items()
        for format in FORMATS
    }
    report_of_60 = report("laporan-kinerja").build(Matter(many_objectives(plan), quarter=4))
    runs[REPORT_OF_60_PAGES] = partial(printed, report_of_60, "pdf")
    long = long_table(5000)
    runs["xlsx of 5,000 rows"] = lambda: printed(long, "xlsx")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rencana-aksi.pdf"
        words = [sys.executable, "-m", "renaksi", "convert", str(PLAN), "-o", str(out)]
        runs["rencana-aksi pdf, whole process"] = lambda: subprocess.run(words, check=False)  # noqa: S603
        taken = medians(runs, ROUNDS)
    rows = [
        (
            name,
            milliseconds(taken[f"{name} pdf"]),
            *(milliseconds(taken[f"{name} {f}"]) for f in FORMATS[1:]),
        )
        for name in REPORTS
    ]
    title = f"Documents of the Kemangkon plan ({machine()}, median of {ROUNDS})"
    table(title, ("document", *FORMATS), rows)
    whole = "rencana-aksi pdf, whole process"
    reached = [
        *(
            (name, milliseconds(taken[name]), f"≤ {milliseconds(most)}")
            for name, most in REACH.items()
        ),
        (whole, milliseconds(taken[whole]), ""),
    ]
    table("What has a reach", ("what", "time", "reach"), reached)


if __name__ == "__main__":
    main()
