"""A plan as a few plain lines, so that a test's expectation stands beside its document."""

from __future__ import annotations

from renaksi.interpret import Reading, interpret_text
from renaksi.model import Cell


def read(document: str) -> Reading:
    """The reading of a document written with ``>`` for tabs, one leading newline taken away."""
    return interpret_text(document.lstrip("\n").replace(" >", "\t").replace("\t ", "\t"))


def outline(reading: Reading) -> str:
    """One line per element and indicator: ``K1 Kegiatan … | number name (unit) 1 - · 3``."""
    lines = []
    for element in reading.plan.elements:
        depth = "  " * element.id.count(".")
        number = f"{element.number}. " if element.number else ""
        lines.append(f"{depth}{element.id.rsplit('.', 1)[-1]} {number}{element.name}")
        for indicator in element.indicators:
            cells = " ".join(_shown(indicator.target(key)) for key in ("q1", "q2", "q3", "q4"))
            year = indicator.target("year")
            tail = f" = {year.text}" if year.text else ""
            lines.append(f"{depth}  - {indicator.name} ({indicator.unit}) {cells}{tail}")
    return "\n".join(lines)


def _shown(cell: Cell) -> str:
    return "·" if cell.state == "missing" else (cell.text or "")


def codes(reading: Reading) -> list[str]:
    """The codes of the findings of reading that are warnings or errors."""
    return [d.rule.code for d in reading.diagnostics if d.rule.severity != "info"]
