"""Number formats: what a workbook's number looks like in its cell, in the Indonesian way.

A workbook stores 0.85 and the format ``0%``; the clerk saw *85%*. Formats are applied as
the spreadsheet applies them (sections by sign, digits, thousands, percent, scaling, literal text,
dates), with the decimal comma and the point between thousands of an Indonesian machine.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi.readers.sheets.dates import shown_date

BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "General", 13: "General", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '#,##0;(#,##0);"-"', 42: '"Rp"#,##0;("Rp"#,##0);"-"', 43: '#,##0.00;(#,##0.00);"-"',
    44: '"Rp"#,##0.00;("Rp"#,##0.00);"-"', 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
    48: "0.00E+00", 49: "@",
}  # fmt: skip
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General)'
    r"|(?P<digits>[0#?][0#?,.]*|\.[0#?]+)|(?P<exponent>E[+-])|(?P<date>y+|m+|d+|h+|s+|AM/PM|A/P)"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)")
_LONGEST: Final = 255  # characters of a format, as the spreadsheet limits them
_MOST_DECIMALS: Final = 30
_GENERAL_DIGITS: Final = 10
_GREATEST: Final = Decimal(10) ** 30
_EXACT: Final = Context(prec=100)
_MOST_PERCENTS: Final = 4
_PARTS_OF_SECONDS: Final = re.compile(r"(?:\.0+)*")
_SWAP: Final = str.maketrans(",.", ".,")


class Section(NamedTuple):
    """One section of a format; ``kind`` is *number*, *general*, *fraction*, *date* or *text*."""

    kind: str
    before: str = ""
    after: str = ""
    digits: int = 0
    least_decimals: int = 0
    most_decimals: int = 0
    thousands: bool = False
    scale: int = 0  # powers of ten: +2 for a percent sign, -3 for a comma behind the digits
    code: str = ""
    condition: tuple[str, Decimal] | None = None
    denominator: tuple[int, bool] = (1, False)  # of a fraction: the greatest, or the only one
    is_mixed: bool = False  # a fraction stands behind a whole number


def shown(raw: str, code: str, *, from_1904: bool = False) -> str:
    """A stored number as its cell shows it; what is no number is given back as it is."""
    try:
        value = Decimal(repr(float(raw)))
    except (ValueError, InvalidOperation):
        return raw
    if not value.is_finite() or abs(value) > _GREATEST:
        return raw
    sections = sections_of(code)
    section, value = _chosen(sections, value)
    if section.kind == "date":
        return shown_date(value, section.code, from_1904=from_1904)
    if section.kind == "general":
        return section.before + _general(value) + section.after
    if section.kind == "fraction":
        return _fraction(section, value)
    if section.kind == "text":
        return section.before or (_general(value) if section.code else "")
    return _number(section, value)


def _chosen(sections: tuple[Section, ...], value: Decimal) -> tuple[Section, Decimal]:
    """The section for a value, and the value that it shows (without sign where it says so)."""
    for section in sections:
        if section.condition and _holds(section.condition, value):
            return section, value
    if sections[0].condition:
        plain = [section for section in sections if not section.condition]
        return (plain[0] if plain else sections[-1]), value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    sign, bound = condition
    tests: dict[str, bool] = {
        "<": value < bound, ">": value > bound, "=": value == bound,
        "<=": value <= bound, ">=": value >= bound, "<>": value != bound,
    }  # fmt: skip
    return tests[sign]


@lru_cache(maxsize=512)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format code; an unknown construction is shown as a plain number."""
    parts: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(code[:_LONGEST]):
        if match["other"] == ";":
            parts.append([])
        else:
            parts[-1].append(match)
    return tuple(map(_section, parts))[:4]


def _section(tokens: list[re.Match[str]]) -> Section:
    """One section from its tokens."""
    groups = [(token.lastgroup, token[token.lastgroup or 0] or "") for token in tokens]
    kinds = {kind for kind, _ in groups}
    digits = "".join(text for kind, text in groups if kind == "digits")
    if "date" in kinds and _PARTS_OF_SECONDS.fullmatch(digits):
        return Section("date", code="".join(token.group() for token in tokens))
    conditions = [found for kind, text in groups if kind == "bracket" for found in _tests(text)]
    condition = conditions[0] if conditions else None
    before, after = _literals(groups)
    if kinds & {"general", "exponent"}:
        return Section("general", before, after, condition=condition)
    if not digits:
        at = ("other", "@") in groups
        return Section("text", before, code="@" if at else "", condition=condition)
    if ("other", "/") in groups:
        return _fractional(groups, before, condition)
    percents = min(groups.count(("other", "%")), _MOST_PERCENTS)
    return _digits(digits, before, after, percents, condition)


def _tests(bracket: str) -> list[tuple[str, Decimal]]:
    """The condition that a bracket states, in a list; none for colours and places."""
    found = _CONDITION.fullmatch(bracket)
    return [(found[1], Decimal(found[2]))] if found else []


def _literals(groups: list[tuple[str | None, str]]) -> tuple[str, str]:
    """The literal texts before and behind the digits; a currency stands in brackets."""
    texts = ["", ""]
    behind = False
    for kind, text in groups:
        if kind in ("digits", "general"):
            behind = True
        elif kind == "bracket":
            texts[behind] += text[1:].partition("-")[0] if text.startswith("$") else ""
        elif kind in ("quoted", "escaped") or (kind == "other" and text != "@"):
            texts[behind] += text
    return texts[0], texts[1]


def _digits(
    digits: str, before: str, after: str, percents: int, condition: tuple[str, Decimal] | None
) -> Section:
    whole, _, fraction = digits.partition(".")
    scaled = (whole + fraction).rstrip(",")
    commas = len(whole + fraction) - len(scaled)
    fraction = fraction.replace(",", "").replace(".", "")[:_MOST_DECIMALS]
    return Section(
        "number", before, after,
        digits=whole.count("0"),
        least_decimals=fraction.count("0"),
        most_decimals=len(fraction),
        thousands="," in (whole.rstrip(",") if not fraction else whole),
        scale=2 * percents - 3 * commas,
        condition=condition,
    )  # fmt: skip


def _fractional(
    groups: list[tuple[str | None, str]], before: str, condition: tuple[str, Decimal] | None
) -> Section:
    """A section that shows a fraction: ``# ?/?`` up to ninths, ``?/100`` hundredths."""
    at = groups.index(("other", "/"))
    below = "".join(text for _, text in groups[at + 1 :]).strip()
    is_fixed = below.isdecimal() and int(below[:4]) > 0
    greatest = int(below[:4]) if is_fixed else 10 ** min(max(len(below), 1), 3) - 1
    above = sum(kind == "digits" for kind, _ in groups[:at])
    literal = before.partition("/")[0].strip()
    return Section(
        "fraction", literal, condition=condition,
        denominator=(greatest, is_fixed), is_mixed=above > 1,
    )  # fmt: skip


def _fraction(section: Section, value: Decimal) -> str:
    greatest, is_fixed = section.denominator
    exact = abs(Fraction(value))
    if is_fixed:
        upper, lower = round(exact * greatest), greatest
    else:
        upper, lower = exact.limit_denominator(greatest).as_integer_ratio()
    whole, upper = divmod(upper, lower) if section.is_mixed else (0, upper)
    parts = [str(whole)] * bool(whole or not upper) + [f"{upper}/{lower}"] * bool(upper)
    return section.before + ("-" if value < 0 else "") + " ".join(parts)


def _number(section: Section, value: Decimal) -> str:
    exact = value.scaleb(section.scale)
    rounded = exact.quantize(Decimal(1).scaleb(-section.most_decimals), ROUND_HALF_UP, _EXACT)
    sign = "-" if rounded < 0 else ""
    text = f"{abs(rounded):{',' if section.thousands else ''}f}"
    whole, _, fraction = text.partition(".")
    while len(fraction) > section.least_decimals and fraction.endswith("0"):
        fraction = fraction[:-1]
    if section.digits == 0 and whole == "0" and fraction:
        whole = ""
    whole = whole.zfill(section.digits)
    number = f"{whole}.{fraction}" if fraction else whole
    return " ".join(f"{sign}{section.before}{number.translate(_SWAP)}{section.after}".split())


def _general(value: Decimal) -> str:
    """A number as the format *General* shows it: ten digits at most, no zeros behind the comma."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    places = max(0, _GENERAL_DIGITS - max(1, value.adjusted() + 1))
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).translate(_SWAP)
