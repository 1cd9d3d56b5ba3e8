"""What one cell says by itself: its words sorted into labels, texts, units, quarters and figures.

A flattened table loses columns before it loses words, so the words come first. A cell
is cut into `Piece`s: ``element`` (a text with a label word such as *Sub Kegiatan*),
``indicator`` (one that is called so: *Indikator: …*), ``text`` (any other text, with its
number), ``quarter``, ``value``, ``unit`` and
``code``. A cell that lost its borders (*1. Persentase … Persen TW I 25%*) gives several.
"""

import re
from typing import Final, Literal, NamedTuple

from renaksi.interpret.listed import quarters_in, values_in
from renaksi.interpret.vocabulary import UNITS, begins_as_measure
from renaksi.model import Level
from renaksi.patterns import pattern
from renaksi.quantity import DASHES, Quantity, parse
from renaksi.quarter import LABEL, quarter_named, quarter_of

PieceKind = Literal["element", "indicator", "text", "quarter", "value", "unit", "code"]


class Piece(NamedTuple):
    """A part of a cell. ``text`` is what is printed, for texts and elements without the number."""

    kind: PieceKind
    text: str
    number: str | None = None
    level: Level | None = None
    quarter: str | None = None
    quantity: Quantity | None = None


_LONGEST: Final = 3000  # letters of a cell that is taken apart
_LONGEST_LABEL: Final = 18  # letters of a quarter's label
_NAMED: Final = pattern(
    r"(?P<field>indikator(?:\s+kinerja)?(?:\s+(?:utama|tujuan|sasaran|program|kegiatan|sub\s?kegiatan))?"
    r"(?:\s(?P<number>\d{1,2}))?"
    r"|outcome|output|keluaran|satuan|target(?:\s+(?:kinerja|tahunan|triwulan))?)\s?:\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_UNIT_SAID: Final = pattern(r"(\S.*?)\s*\(satuan\s?:\s*([^():]{1,40}?)\s*\)", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?P<lettered>\d{1,2}(?:\.\d{1,2}){0,3}\.[a-z])[.)]?\s+(?P<named>[A-Z].*)"
    r"|\(?(?P<number>\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[IVX]{1,4})\s?[.)]\)?\s*(?P<rest>\D.*)"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){0,4}|[A-Za-z]|[IVX]{1,4})\s+"
    r"(?P<text>(?i:program|kegiatan|sub\s?kegiatan|sasaran|tujuan)\s.*)"
    r"|(?P<bare>\d{1,2}(?:\.\d{1,2}){1,4})\s+(?P<behind>(?:\d\.\d\d\.\S+\s+)?[A-Za-z].*)"
    r"|(?P<mixed>(?:[A-Z]|[IVX]{2,4})(?:\.(?:\d{1,2}|[a-z])){1,4})[.)]?\s+(?P<below>[A-Za-z].*)"
    r"|(?P<first>\d{1,2})\s+(?P<after>(?:[A-Za-z][a-z]+|[A-Z]{4,})(?:\s\S+){2,})",
    re.DOTALL,
)
_ENDS_IN_YEAR: Final = re.compile(r"(?i:tahun)\s(?:19|20)\d\d$")
_LABEL_WORD: Final = re.compile(
    r"(?P<level>sub[\s-]{0,2}kegiatan|subkegiatan|kegiatan|program|sasaran strategis|sasaran"
    r"|tujuan|kegitan|kegatan|kegiatn|kegaitan|proram|progam|progrm|prgram|porgram|progran)\b"
    r"[\s:.–-]*(?:(?:ke\s?-?\s?)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\s?[.):=](?!\d)\s*)?"
    r"(?P<name>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEVELS: Final[dict[str, Level]] = {
    "s": "subactivity", "k": "activity", "p": "program", "t": "goal",
}  # fmt: skip
_CODE: Final = re.compile(
    r"(?P<code>\d\.\d{2}\.\d\.\d{2}\.\d{2}\.\d{2,3}(?:\.\d{2,3})?(?!\S)"  # before 2020
    r"|(?:\d|[Xx])\s?\.\s?(?:\d{2}|XX|xx)"
    r"(?:\s?\.\s?\d{2}(?:\s?\.\s?\d\s?\.\s?\d{2}(?:\s?\.\s?\d{2,4})?)?(?:\.(?=\s|$))?)?)"
    r"(?:[\s.:–-]+(?P<rest>(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s)?[A-Za-z(].*))?",
    re.DOTALL,
)
_TEXT: Final = r"(?:[A-Z(\"“]|persentase|prosentase|jumlah|nilai|indeks|cakupan|rasio|ter\w+nya)"
# Where one text ends and a numbered one begins inside the same cell.
_INNER: Final = pattern(
    rf"(?<=\S)\s+(?=\d{{1,2}}[.)]\s+{_TEXT})|(?<=[a-z).;:])(?=\d{{1,2}}[.)]\s+{_TEXT})"
    r"|(?<=\S)\s+(?=(?:[A-Za-z][.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+(?i:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)\s)"
    r"|(?<=\S)\s+(?=\d{1,2}(?:\.\d{1,2}){2,4}\.?\s+[A-Z])"
)
# A name with its label word, and its first indicator, which nobody wrote with a capital.
_FIRST_INDICATOR: Final = pattern(
    r"((?:\S{1,12}\s)?(?i:sub\s?kegiatan|kegiatan|program)(?:\s[^\s.]+){2,}?)\s(?=1[.)]\s[a-z]+(?:\s[^\s.]+){2})"
)
_BARE_LABEL: Final = pattern(
    r"\(?\w{1,3}[.)]?|(?:\w{1,3}[.)]\s*)?(?:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)",
    re.IGNORECASE,
)
_FIGURE_FIRST: Final = re.compile(r"(?:Rp\.?\s?)?[-−]?\d+(?:[.,]\d+)*(?:\s?%)?|[-–—](?=\s|$)")
_OUTLINE_NUMBER: Final = pattern(r"\d{1,2}(?:\.\d{1,2})*")
_OUTLINE: Final = pattern(r"\d{1,2}\.\d{1,2}\s")
_ONE: Final = r"(?:\d+(?:[.,]\d+)*(?:\s?%)?|[-–—])"
_FIGURES: Final = re.compile(r"(?:^|\s)(?:\d+(?:[.,]\d+)*%?|[-–—])(?:\s|$)")
_EACH: Final = pattern(_ONE)
_PREDICATE: Final = re.compile(
    r"(?:AA|A|BB|B|CC|C|D|E|WTP|WDP|(?:Sangat |Cukup )?Baik|Cukup|Kurang)(?=\s|$)"
)
_FIGURE_RUN: Final = re.compile(rf"{_ONE}(?:\s+{_ONE})*(?=\s|$)")
_FIGURES_BEFORE_NAME: Final = pattern(
    rf"(?P<run>{_ONE}(?:\s+{_ONE})*)\s+(?=\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\s+[A-Z][a-z]+(?:\s+\S+){{2}})"
)
_FIGURE_TAIL: Final = re.compile(rf"(?:(?<=\s){_ONE})(?:\s+{_ONE})*$")
_BEGINS: Final = pattern(
    r"\s+(?:\d{1,2}[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+[A-Z][a-z]+\s|(?:\d{1,2}(?:\.\d{1,2})+\s+)?"
    r"(?i:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)\s)"
)
# A label whose numeral was cut off behind a value with its unit; *3 Triwulan* is a value.
_CUT_LABEL: Final = re.compile(r"(?<=[%A-Za-z])\s(?:tri\s?wulan|trw|tw)$", re.IGNORECASE)
_NEXT_NAME: Final = re.compile(r"\d{1,2}[.)]\s+(?:[A-Z]|(?i:sub\s?kegiatan|kegiatan|program)\s)")
_BULLET: Final = pattern(r"(?:[-–—•▪●○◦*§↳→➢➤►▶‣⁃]|)\s+(?=[A-Za-z])")
_TARGETS: Final = ("target", "target kinerja")  # before the label of a quarter, which has it
_SPACES: Final = pattern(r"\s+")
_HEAD: Final = re.compile(r"(?:\(?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\)?\s+)?(?=[A-Za-z])")
# What a cell of several pieces has somewhere behind its beginning: a figure, a dash that
# stands alone, a quarter's label, or another number such as ``b.``.
_MORE: Final = re.compile(
    r"[0-9]|[-–—](?:\s|$)|\s[A-Za-z][.)]\s"
    r"|(?:[Tt][Rr]?[Ww]|[WwBb][Uu][Ll][Aa][Nn]|[Rr][Tt][Aa][Ll]|Q)[ .\-]?[IiLl]"
)
_SIGNS_OF_MORE: Final = ("-", "–", "—", ". ", ") ", "tw", "trw", "wulan", "ibulan", "artal", "q")
_DIGIT: Final = re.compile("[0-9]")


def pieces(cell: str) -> tuple[Piece, ...]:
    """The pieces of one cell, in order; empty for an empty cell."""
    if not cell:
        return ()
    whole = _whole(cell)
    if whole is not None:
        return (whole,)
    if (
        not cell[0].isalnum()
        and (bullet := _BULLET.match(cell))
        and f" {bullet.group()}" not in cell  # the first of several: they stay as they are printed
    ):
        return pieces(cell[bullet.end() :])
    said = _said(cell)
    if said:
        return said
    predicate = _PREDICATE.match(cell)
    if predicate and _BEGINS.match(cell, predicate.end()) and cell[predicate.end()].isspace():
        return (*_values([predicate.group()]), *pieces(cell[predicate.end() :].strip()))
    # Most cells are one text and its number: what stands behind that tells whether there is more.
    head = _HEAD.match(cell)
    if head and not _holds_more(cell[head.end() :]):
        return tuple(_text(cell))
    if _FIGURES.search(cell) and not _CODE.fullmatch(cell):
        apart = _figures_apart(cell)
        if apart:
            return apart
    if LABEL.search(cell):
        return tuple(_around_quarters(cell))
    return tuple(_texts(cell))


def _holds_more(text: str) -> bool:
    """Whether anything in a text may be a piece of its own; most hold no sign of that at all."""
    folded = text.lower()
    has_signs = _DIGIT.search(text) or any(map(folded.__contains__, _SIGNS_OF_MORE))
    return bool(has_signs) and _MORE.search(text) is not None


def _said(cell: str) -> tuple[Piece, ...]:
    """The pieces of a cell that says itself what it is or lists its quarters; else none."""
    if quarters := quarters_in(cell):
        return tuple(
            piece
            for quarter, label, value in quarters
            for piece in (Piece("quarter", label, quarter=quarter),
                          Piece("value", value, quantity=parse(value)))
        )  # fmt: skip
    if values := values_in(cell):
        return _values(values)
    if cell[-1] == ")" and (with_unit := _UNIT_SAID.fullmatch(cell)):
        return (*pieces(with_unit[1]), Piece("unit", with_unit[2]))
    named = _NAMED.fullmatch(cell) if ":" in cell else None
    return _named(named["field"].casefold(), named["rest"], named["number"]) if named else ()


def _whole(cell: str) -> Piece | None:
    """The piece that a cell is as a whole: a quarter's label, a value, a unit, or a long text."""
    if len(cell) > _LONGEST:
        return Piece("text", cell)
    if len(cell) < _LONGEST_LABEL:
        quarter = quarter_named(cell)
        if quarter:
            return Piece("quarter", cell, quarter=quarter)
    first = cell[0]
    if first.isdigit() or first in DASHES or first in "R+":
        quantity = parse(cell)
        if quantity.state in ("set", "not_scheduled") and not _is_long_unit(quantity):
            return Piece("value", cell, quantity=quantity)
    return Piece("unit", cell) if cell.casefold() in UNITS else None


def _named(field: str, rest: str, number: str | None) -> tuple[Piece, ...]:
    """The pieces of a text that says itself what it is: *Satuan: Persen*, *Indikator 1: …*."""
    if field == "satuan":
        return (Piece("unit", rest),)
    if field.startswith("target"):
        found = pieces(rest)
        if len(found) == 1 and found[0].kind == "value":  # of the whole year
            return (Piece("quarter", field, quarter="year"), *found)
        return found
    return tuple(
        piece._replace(kind="indicator", number=piece.number or number)
        if piece.kind in ("text", "element") else piece
        for piece in pieces(rest)
    )  # fmt: skip


def _figures_apart(cell: str) -> tuple[Piece, ...]:
    """The pieces of a cell in which figures lost their borders; empty where it holds none such.

    ``25% 50% 75% 100%``, ``Persen 25 50``, ``100 2. Sub Kegiatan …``; a single figure
    behind a text is part of the text (*Tahap 2*) unless a unit stands between.
    """
    front = _FIGURE_RUN.match(cell)
    before_name = _FIGURES_BEFORE_NAME.match(cell) if front else None
    if before_name:
        figures = _EACH.findall(before_name["run"])
        return (*_values(figures), *pieces(cell[before_name.end() :]))
    behind = front and (front.end() == len(cell) or _BEGINS.match(cell, front.end()))
    if front and behind and not _is_outline(front.group(), behind):
        figures = _EACH.findall(front.group())
        if front.end() == len(cell) and (
            len(figures) == 1 or (len(figures) == 3 and figures[1] in DASHES)
        ):
            return ()
        return (*_values(figures), *pieces(cell[front.end() :].strip()))
    if front:
        figures = _EACH.findall(front.group())
        word = cell[front.end() :].strip()
        if len(figures) > 1 and _PREDICATE.fullmatch(word):
            return _values([*figures, word])
    back = _FIGURE_TAIL.search(cell)
    if back is None or LABEL.search(cell) or _ENDS_IN_YEAR.search(cell):
        return ()
    text = cell[: back.start()].strip()
    figures = _EACH.findall(back.group())
    before = tuple(_with_unit(text))
    is_row = before[0].number is not None or begins_as_measure(before[0].text)
    if len(figures) > 1 or (before[-1].kind == "unit" and (is_row or len(before) == 1)):
        return (*before, *_values(figures))
    return ()


def _is_outline(figure: str, behind: re.Match[str] | bool) -> bool:
    """Whether a figure before a label word is the element's own number: *1.1.1 Program …*."""
    return (
        isinstance(behind, re.Match)
        and not behind.group().strip()[:1].isdigit()
        and _OUTLINE_NUMBER.fullmatch(figure) is not None
    )


def _values(figures: list[str]) -> tuple[Piece, ...]:
    return tuple(Piece("value", figure, quantity=parse(figure)) for figure in figures)


def _is_long_unit(quantity: Quantity) -> bool:
    """Whether the words after a figure are a name rather than a unit (*1 Program Penunjang*)."""
    if quantity.unit is None or quantity.unit.casefold() in UNITS:
        return False
    words = len(quantity.unit.split())
    if words > 1 and _OUTLINE.match(quantity.text or ""):
        return True
    return words > 3 or _LABEL_WORD.match(quantity.unit) is not None


def _around_quarters(cell: str) -> list[Piece]:
    """The pieces of a cell in which quarter labels stand: ``… TW I 25% TW II 50% …``."""
    found: list[Piece] = []
    labels = list(LABEL.finditer(cell))
    if len(labels) == 1 and labels[0].start() > 12 and not cell[labels[0].end() :].strip(" .:"):
        return _texts(cell)
    before = cell[: labels[0].start()].strip(" \t:;,|")
    if before and before.lower() not in _TARGETS:
        found.extend(_with_unit(before) if _follows(cell, labels[0].end()) else _texts(before))
    for index, label in enumerate(labels):
        is_last = index + 1 == len(labels)
        end = len(cell) if is_last else labels[index + 1].start()
        found.append(Piece("quarter", label.group(), quarter=quarter_of(label)))
        found.extend(_value_first(cell[label.end() : end].strip(" \t:=;,|"), is_last))
    return found


def _follows(cell: str, end: int) -> bool:
    """Whether a figure, or nothing, follows the label that ends at ``end``."""
    rest = cell[end:].lstrip(" \t:=")
    return not rest or _FIGURE_FIRST.match(rest) is not None


def _value_first(rest: str, is_last: bool) -> list[Piece]:
    """A quarter's value and whatever lost its border behind it."""
    if is_last:
        rest = _CUT_LABEL.sub("", rest)
    if not rest:
        return []
    if is_last and _NEXT_NAME.match(rest):  # the value was lost with its border
        return list(pieces(rest))
    quantity = parse(rest)
    match = _FIGURE_FIRST.match(rest)
    if match is None and is_last and " " in rest:  # where a value was lost, the next text moved up
        found = list(pieces(rest))
        if len(found) > 1 or found[0].kind == "element":
            return found
        if len(rest.split()) <= 4:
            return [Piece("text", rest)]
    if (quantity.state != "text" and not _is_long_unit(quantity)) or match is None:
        return [Piece("value", rest, quantity=quantity)]
    figure, behind = match.group().strip(), rest[match.end() :].strip()
    others = pieces(behind) if is_last else tuple(_with_unit(behind))
    if others and others[0].kind == "text" and others[0].number is None and len(others) == 1:
        return [Piece("value", rest, quantity=quantity)]
    return [Piece("value", figure, quantity=parse(figure)), *others]


def _with_unit(text: str) -> list[Piece]:
    """Texts that stand directly before a quarter in one cell: their last words may be the unit."""
    if text.casefold() in UNITS:
        return [Piece("unit", text)]
    words = text.split(" ")
    for count in (2, 1):
        unit = " ".join(words[-count:])
        if len(words) >= count + 3 and not unit[0].islower() and unit.casefold() in UNITS:
            return [*_texts(" ".join(words[:-count])), Piece("unit", unit)]
    return _texts(text)


def _texts(cell: str) -> list[Piece]:
    """The texts of a cell that holds no quarter."""
    if "." not in cell[2:] and ")" not in cell[2:]:
        return _text(cell.strip())
    parts = [part.strip() for part in _INNER.split(cell)]
    if len(parts) == 1 and (cut := _FIRST_INDICATOR.match(cell)):
        parts = [cell[: cut.end(1)], cell[cut.end(1) :].strip()]
    return [piece for part in _rejoin_numbers(parts) if part for piece in _text(part)]


def _rejoin_numbers(parts: list[str]) -> list[str]:
    """Undo cuts between a number or label and its text, and inside brackets (*(Limbah B3)*)."""
    joined: list[str] = []
    for part in parts:
        if joined and (_BARE_LABEL.fullmatch(joined[-1]) or _is_bracketed(joined[-1], part)):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def is_predicate(text: str) -> bool:
    """Whether a text is a value in words: a predicate (*BB*, *Baik*) or an opinion (*WTP*)."""
    return _PREDICATE.fullmatch(text) is not None


def _is_bracketed(before: str, part: str) -> bool:
    return before.count("(") > before.count(")") and part[:3].lstrip("0123456789").startswith(")")


def _coded(part: str) -> tuple[list[Piece], str]:
    """The code that a text begins with, if any, and the text behind it."""
    code = _CODE.fullmatch(part)
    if code is None or not (code["rest"] or "." in part):
        return [], part
    return [Piece("code", _SPACES.sub("", code["code"]).rstrip(".").upper())], code["rest"] or ""


def _text(part: str) -> list[Piece]:
    """One text: its code, number, label word and name."""
    found, part = _coded(part)
    number = None
    numbered = _NUMBERED.fullmatch(part)
    if numbered and numbered.lastindex:  # each way of numbering has a number and a text behind it
        number, part = numbered.group(numbered.lastindex - 1, numbered.lastindex)
        part = part.strip()
        if part[:1].isdigit():
            found, part = _coded(part)
    if not part:
        return found
    label = _LABEL_WORD.match(part)
    if label:
        word = label["level"].casefold()
        level: Level = "objective" if word.startswith("sas") else _LEVELS[word[0]]
        if label["number"]:
            number = label["number"]
            part = f"{label['level']} {label['name']}"
        found.append(Piece("element", part, number, level))
    elif number is None and part.casefold() in UNITS:
        found.append(Piece("unit", part))
    else:
        found.append(Piece("text", part, number))
    return found
