"""A bar chart as SVG: drawn the same for pages, files and the screen, in greys that print.

Bars stand in groups, one group for each category, with the figure over each bar; what has
no figure is an outlined stump that says so. No text of a chart can be markup.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Final

from renaksi.quantity import show
from renaksi.reports.tree import Chart

_COLOURS: Final = ("#0b4f8a", "#5aa5d6", "#b7c4cf", "#e8963a", "#7a7a7a")
_WIDTH, _HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 12, 40, 62
_STEPS: Final = 4
_LABEL: Final = 24


def svg(chart: Chart) -> str:
    """The picture, as wide as its place."""
    highest = max(
        (value for series in chart.series for value in series.values if value is not None),
        default=Decimal(0),
    )
    top = _ceiling(highest)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="TeX Gyre Heros, Arial, sans-serif" font-size="10">',
        f"<title>{escape(chart.alt)}</title>",
        f'<text x="{_WIDTH / 2}" y="14" text-anchor="middle" font-size="12" font-weight="bold">'
        f"{escape(chart.title)}</text>",
        *_scale(top, chart.unit),
        *_bars(chart, top),
        *_legend(chart),
        "</svg>",
    ]
    return "".join(parts)


def _ceiling(highest: Decimal) -> Decimal:
    """A round number at or above the highest bar."""
    if highest <= 0:
        return Decimal(1)
    step = Decimal(1).scaleb(highest.adjusted())
    for factor in (
        Decimal("1"),
        Decimal("1.2"),
        Decimal("1.5"),
        Decimal(2),
        Decimal(4),
        Decimal(5),
    ):
        if highest <= step * factor:
            return step * factor
    return step * 10


def _y(value: Decimal, top: Decimal) -> float:
    return _HEIGHT - _BOTTOM - float(max(value, Decimal(0)) / top) * (_HEIGHT - _TOP - _BOTTOM)


def _scale(top: Decimal, unit: str) -> list[str]:
    lines = []
    for number in range(_STEPS + 1):
        value = top * number / _STEPS
        y = _y(value, top)
        lines.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" '
            f'stroke="#d0d7de" stroke-width="0.7"/>'
            f'<text x="{_LEFT - 4}" y="{y + 3:.1f}" text-anchor="end">'
            f"{show(value, places=2)}</text>"
        )
    return [f'<text x="4" y="{_TOP - 8}">{escape(unit)}</text>', *lines]


def _bars(chart: Chart, top: Decimal) -> list[str]:
    parts = []
    group = (_WIDTH - _LEFT - _RIGHT) / max(1, len(chart.categories))
    width = min(46.0, group * 0.8 / max(1, len(chart.series)))
    for index, category in enumerate(chart.categories):
        centre = _LEFT + group * (index + 0.5)
        start = centre - width * len(chart.series) / 2
        for order, series in enumerate(chart.series):
            parts.append(_bar(start + width * order, width, series.values[index], top, order))
        for line, words in enumerate(_lines(category, max(8, int(group / 5.2)))):
            y = _HEIGHT - _BOTTOM + 13 + 11 * line
            parts.append(
                f'<text x="{centre:.1f}" y="{y}" text-anchor="middle">{escape(words)}</text>'
            )
    return parts


def _bar(x: float, width: float, value: Decimal | None, top: Decimal, order: int) -> str:
    middle, base = x + width / 2, _HEIGHT - _BOTTOM
    if value is None:
        return (
            f'<rect x="{x:.1f}" y="{base - 6}" width="{width - 2:.1f}" height="6" fill="none" '
            f'stroke="#7a7a7a" stroke-dasharray="2 2"/>'
            f'<text x="{middle:.1f}" y="{base - 9}" text-anchor="middle" font-size="8">'
            "tanpa data</text>"
        )
    y = _y(value, top)
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width - 2:.1f}" height="{base - y:.1f}" '
        f'fill="{_COLOURS[order % len(_COLOURS)]}"/>'
        f'<text x="{middle:.1f}" y="{y - 3:.1f}" text-anchor="middle" font-size="9">'
        f"{show(value, places=2)}</text>"
    )


def _lines(words: str, width: int) -> list[str]:
    """The label on at most three lines."""
    from textwrap import wrap

    lines = wrap(words, width)
    return lines if len(lines) <= 3 else [*lines[:2], lines[2][: width - 1] + "…"]


def _legend(chart: Chart) -> list[str]:
    x, parts = float(_LEFT), []
    for order, series in enumerate(chart.series):
        colour = _COLOURS[order % len(_COLOURS)]
        parts.append(
            f'<rect x="{x:.0f}" y="{_HEIGHT - 13}" width="9" height="9" fill="{colour}"/>'
            f'<text x="{x + 13:.0f}" y="{_HEIGHT - 5}">{escape(series.name)}</text>'
        )
        x += 26 + 5.6 * len(series.name)
    return parts


def png(chart: Chart) -> bytes:
    """The same picture in dots, for formats that hold no SVG."""
    import json

    import typst

    from renaksi.render.printed.fonts import fonts

    source = (
        b"#set page(width: 180mm, height: auto, margin: 0pt)\n"
        b'#image(bytes(json(bytes(sys.inputs.data))), format: "svg", width: 100%)'
    )
    made = typst.compile(
        source,
        format="png",
        ppi=200,
        font_paths=fonts(),
        sys_inputs={"data": json.dumps(svg(chart))},
    )
    assert isinstance(made, bytes)
    return made
