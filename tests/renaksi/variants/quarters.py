"""Quarter values of the kinds that plans hold: running positions, flows, stocks, scores, words."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import MISSING, QUARTERS, Value, value_of

RUNNING = (
    (25, 50, 75, 100), (25, 50, 75, 100), (30, 50, 70, 100), (20, 40, 60, 80), (10, 15, 20, 26),
    (15, 40, 70, 95), (0, 30, 60, 90), (100, 100, 100, 100), (25, 50, 80, 100),
    (None, 50, None, 100), (None, None, None, 100), (None, None, 60, 85), (10, 35, 65, 92),
)  # fmt: skip
FLOWS = (
    (3, 3, 3, 3), (1, None, None, None), (None, None, None, 1), (1, 1, 1, 1), (2, 1, 3, 2),
    (0, 1, 1, 2), (None, 2, None, 2), (5, 5, 5, 5), (4, 5, 5, 5), (None, None, 2, None),
    (1, 2, 1, 2), (6, None, None, None), (12, 12, 12, 12), (0, 0, 1, 0), (None, 1, 1, None),
)  # fmt: skip
PREDICATES = ("WTP", "BB", "B", "A", "CC", "Baik")
PERCENT_UNITS = frozenset({"Persen", "%", "persen"})
SCORE_UNITS = frozenset({"Angka", "Nilai", "Indeks", "Poin"})

Cells = dict[str, Value]


def draw_quarters(rng: Random, unit: str, style: Style) -> Cells:
    """Four quarters that suit the unit, and the year where the document has a column for it."""
    if unit in PERCENT_UNITS:
        numbers, year = _running(rng, style)
    elif unit in SCORE_UNITS:
        numbers, year = _score(rng, style)
    elif unit == "Predikat":
        numbers, year = [style.dash] * 3 + [rng.choice(PREDICATES)], ""
        year = numbers[3]
    elif unit == "Bulan":
        numbers, year = ["3"] * 4, "12"
    elif rng.random() < 0.25:
        numbers, year = _stock(rng, style)
    else:
        numbers, year = _flow(rng, style)
    suffix = f" {unit}" if style.unit_in_value and unit.isalpha() and unit != "Predikat" else ""
    cells = {q: _value(text, suffix) for q, text in zip(QUARTERS, numbers, strict=True)}
    if rng.random() < 0.015:
        cells[rng.choice(QUARTERS)] = MISSING
    if style.year:
        cells["year"] = _value(year, suffix)
    return cells


def _value(text: str, suffix: str) -> Value:
    value = value_of(text)
    if suffix and value.state == "set" and not text.endswith("%"):
        return Value("set", value.value, text + suffix)
    return value


def _running(rng: Random, style: Style) -> tuple[list[str], str]:
    numbers = rng.choice(RUNNING)
    fraction = rng.choice((",5", ",25", ",33")) if style.decimals and rng.random() < 0.2 else ""
    texts = [
        style.dash if n is None else f"{n}{fraction if 0 < n < 100 else ''}{style.percent}"
        for n in numbers
    ]
    return texts, texts[3]


def _score(rng: Random, style: Style) -> tuple[list[str], str]:
    pattern = rng.random()
    if pattern < 0.35:
        top = rng.randint(60, 95)
        texts = [str(top - 46), str(top - 26), str(top - 12), str(top)]
        if style.decimals:
            texts[3] += f",{rng.randint(1, 99):02d}"
        return texts, texts[3]
    score = f"{rng.randint(2, 4)},{rng.randint(1, 9)}" if style.decimals else str(rng.randint(2, 5))
    at = rng.choice((0, 3, 3))
    texts = [style.dash] * 4
    texts[at] = score
    return texts, score


def _stock(rng: Random, style: Style) -> tuple[list[str], str]:
    size = rng.choice((8, 10, 13, 19, 34, 55, 187, 240))
    if style.thousands and rng.random() < 0.4:
        size = rng.randint(1001, 9876)
    later = size if rng.random() < 0.7 else size - 2
    texts = [f"{n:,}".replace(",", ".") for n in (size, later, later, later)]
    return texts, texts[3]


def _flow(rng: Random, style: Style) -> tuple[list[str], str]:
    numbers = rng.choice(FLOWS)
    texts = [style.dash if n is None else str(n) for n in numbers]
    return texts, str(sum(n or 0 for n in numbers))


def draw_budget(rng: Random) -> Value:
    """A sum of rupiah."""
    rupiah = rng.randint(1200, 980000) * rng.choice((500, 1000, 2500))
    return Value("set", str(rupiah), f"{rupiah:,}".replace(",", "."))
