"""The Kemangkon plan told again: its paper with all its damage, but other names and numbers.

The hand-written truth says what each cell proves, so every name, indicator, unit and value
can be exchanged wherever it is printed: other offices and fields, the same shifted columns,
lost values and fused rows.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

from tests.renaksi.variants.names import indicator_texts, outcome_names, printed
from tests.renaksi.variants.official import Entry, official
from tests.renaksi.variants.paper import BLANK, Cells, Lines, Paper, Piece, Table
from tests.renaksi.variants.plans import Office, suitable_activities
from tests.renaksi.variants.spots import touch
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import QUARTERS, Element, Key, Row, Truth, read_truth, value_of

_CASES = Path(__file__).resolve().parents[2] / "cases"
_LABELS = ("TW I", "TW II", "TW III", "TW IV")
_QUARTER_OF = dict(zip(_LABELS, QUARTERS, strict=True))
_IN_CELL = re.compile(r"TW (I{1,3}|IV) (\S+)")
_UNITS = ("Dokumen", "Laporan", "Orang", "Unit", "Kegiatan", "Bulan", "Paket", "Desa", "Kelompok")
# What the truth does not list, since the first printing suffices there: on these lines the
# first pair of label and value is the objective's again, or activity 2's again (6 is its place
# among the elements), or a dash that belongs to nobody.
_AGAIN = {**dict.fromkeys(range(15, 19), 1), **dict.fromkeys(range(48, 51), 6)}
_NOBODY = frozenset({40, 41, 42, 52, 53, 54})


@cache
def _original() -> tuple[Truth, tuple[Lines | Table, ...]]:
    """The truth, and the blocks of the paper with the facts that their pieces prove."""
    truth = read_truth(_CASES / "kemangkon-2022.truth.txt")
    lines = (_CASES / "kemangkon-2022.txt").read_text(encoding="utf-8").split("\n")
    on_line: dict[int, list[Key]] = {}
    for key, numbers in truth.lines.items():
        for number in numbers:
            on_line.setdefault(number, []).append(key)
    blocks: list[Lines | Table] = []
    rows: list[Cells] = []
    for number, line in enumerate([*lines, ""], start=1):
        keys = sorted(on_line.get(number, ()))
        if "\t" in line:
            rows.append(_row(truth, number, line.split("\t"), keys))
            continue
        if rows:
            heads = next(n for n, row in enumerate(rows) if not _is_head(row))
            blocks.append(Table("kemangkon", rows, heads, (0,)))
            rows = []
        if line.strip():
            blocks.append(Lines(_piece(truth, line.strip(), keys, number)))
    return truth, tuple(blocks)


def _is_head(row: Cells) -> bool:
    return all(piece.kind == "head" for piece in row if piece.text)


def _row(truth: Truth, number: int, cells: list[str], keys: list[Key]) -> Cells:
    """One line of a table: texts by what they say, quarters by their order."""
    pieces = [_piece(truth, text, keys, number) for text in cells]
    owners = list(dict.fromkeys((i, r) for i, r, field in keys if field in QUARTERS))
    if number in _AGAIN:
        owners.insert(0, (_AGAIN[number], 0))
    if number in _NOBODY:
        owners.insert(0, (-1, -1))
    for c, text in enumerate(cells):
        if text in _QUARTER_OF and c + 1 < len(cells) and cells[c + 1] not in _QUARTER_OF:
            if owners and cells[c + 1]:
                i, r = owners.pop(0)
                fact = (i, r, _QUARTER_OF[text])
                pieces[c] = Piece(text, "label")
                pieces[c + 1] = Piece(cells[c + 1], "value", (fact,) if i >= 0 else ())
        elif _IN_CELL.match(text):
            i, r = owners.pop(0)
            pieces[c] = Piece(text, "quarters", tuple((i, r, quarter) for quarter in QUARTERS))
    return pieces


def _piece(truth: Truth, text: str, keys: list[Key], number: int) -> Piece:
    """A text with the cells that it proves."""
    if not text:
        return BLANK
    facts: list[Key] = []
    kind = "head"
    for i, r, field in keys:
        element = truth.elements[i]
        row = element.rows[r] if r >= 0 else None
        if field == "heading" and element.heading and element.heading in text:
            facts.append((i, r, field))
            kind = "heading"
        elif field == "name" and row is None and text == f"{element.number}. {element.name}":
            facts += [(i, -1, "name"), (i, -1, "number")]
            kind = "element"
        elif field == "name" and row and row.name and text == f"{row.number}. {row.name}":
            facts += [(i, r, "name"), (i, r, "number")]
            kind = "indicator"
        elif field == "name" and row and row.unit == text:
            facts.append((i, r, "unit"))
            kind = "unit"
    if number == 15 and kind == "head":
        facts, kind = _objective_again(truth, text)
    if len(facts) > 1 and kind == "unit":
        facts = facts[:1]
    if number in {3, 4}:
        facts = [(-1, -1, "year"), (-1, -1, "organisation")]
        kind = ""
    return Piece(text, kind, tuple(facts))


def _objective_again(truth: Truth, text: str) -> tuple[list[Key], str]:
    row = truth.elements[1].rows[0]
    if text == f"{row.number}. {row.name}":
        return [(1, 0, "name"), (1, 0, "number")], "indicator"
    return [], "head"


def retell(rng: Random, style: Style, office: Office) -> Paper:
    """The paper with other names and numbers, and the truth that goes with it."""
    original, blocks = _original()
    style.form, style.cell_mark, style.br, style.bold = "stacked", " ", False, False
    truth = Truth()
    truth.year = rng.randint(2021, 2025)
    truth.organisation = office.name
    truth.organisation_codes = _codes(office)
    truth.lost = set(original.lost)
    truth.elements = _renamed(rng, original, office)
    paper = Paper(truth, style)
    for block in blocks:
        if isinstance(block, Lines):
            paper.blocks.append(Lines(*[_told(paper, office, piece) for piece in block.pieces]))
        else:
            rows = [[_told(paper, office, piece) for piece in row] for row in block.rows]
            paper.blocks.append(Table(block.kind, rows, block.heads, block.starts))
    truth.title = f"RENCANA AKSI TAHUN {truth.year}"
    # Enough has been moved about in this paper.
    touch(paper, range(len(truth.elements)), "place")
    return paper


def _codes(office: Office) -> tuple[str | None, ...]:
    if office.district is None:
        return (None,)
    return (office.district.code,) if office.district.unique else (None,)


def _told(paper: Paper, office: Office, piece: Piece) -> Piece:
    """A piece of the old paper as the new one prints it."""
    truth, labels = paper.truth, paper.style.quarters
    if piece.text in _LABELS:
        return piece._replace(text=labels[_LABELS.index(piece.text)])
    if not piece.facts:
        return piece
    i, r, field = piece.facts[0]
    if i < 0:
        old_title = "TAHUN" in piece.text
        text = f"RENCANA AKSI TAHUN {truth.year}" if old_title else office.name.upper()
        return piece._replace(text=text)
    element = truth.elements[i]
    if piece.kind == "heading":
        old = piece.text.strip("*").removeprefix("<b>").removesuffix("</b>")
        return piece._replace(text=piece.text.replace(old, element.heading or ""))
    if piece.kind == "element":
        return piece._replace(text=f"{element.number}. {element.name}")
    row = element.rows[r]
    if piece.kind == "indicator":
        return piece._replace(text=f"{row.number}. {row.name}")
    if piece.kind == "unit":
        return piece._replace(text=row.unit or "")
    if piece.kind == "value":
        return piece._replace(text=row.cells[field].text or "")
    parts = [f"{label} {row.cells[q].text}" for label, q in zip(labels, QUARTERS, strict=True)]
    return piece._replace(text=" ".join(parts))


def _renamed(rng: Random, original: Truth, office: Office) -> list[Element]:
    entries = _entries(rng, original, office)
    goals, objectives = outcome_names(rng, office.topic, office.name)
    indicators: dict[str, tuple[str, str]] = {}
    elements = []
    for i, old in enumerate(original.elements):
        entry = entries.get(i)
        if entry is None:
            name = (goals if old.level == "goal" else objectives)[0]
            new = Element(old.level, name, (None,), old.parent, old.number)
        else:
            name = printed(rng, entry.name, entry.level, label=True)
            codes = office.right_codes(entry.code)
            new = Element(old.level, name, codes, old.parent, old.number)
            new.official = entry.code
        if old.heading:
            new.heading = f"{old.heading[:3]}{new.name}"
        _rename_rows(rng, old, new, office, indicators)
        elements.append(new)
    return elements


def _rename_rows(
    rng: Random, old: Element, new: Element, office: Office, known: dict[str, tuple[str, str]]
) -> None:
    """Other indicators, units and numbers; what the old plan repeats, the new one repeats."""
    texts = indicator_texts(rng, new, office.topic, office.name, 4)
    rng.shuffle(texts)
    # Of the seven kinds four are drawn; a program needs five rows.
    texts.append((f"Jumlah layanan {office.topic} yang dipelihara", "Layanan"))
    for k, row in enumerate(old.rows):
        name, unit = texts[k]
        if row.name:
            name, unit = known.setdefault(row.name.casefold(), (name, unit))
        percent = any((value.text or "").endswith("%") for value in row.cells.values())
        units = {"Persen": "Persen", None: None}
        new_unit = units.get(row.unit, unit) if percent or row.unit is None else rng.choice(_UNITS)
        texts_now = _numbers(rng, [row.cells[q].text for q in QUARTERS])
        cells = {
            q: row.cells[q] if text is None else value_of(text)
            for q, text in zip(QUARTERS, texts_now, strict=True)
        }
        new.rows.append(Row(name if row.name else None, new_unit, cells, row.number))


def _numbers(rng: Random, texts: list[str | None]) -> list[str | None]:
    """Other numbers in the pattern of the old ones: dashes stay, percentages rise."""
    step = rng.choice((5, 10, 20, 25)) if any((t or "").endswith("%") for t in texts) else 0
    size = rng.randint(1, 240)
    new: list[str | None] = []
    for k, text in enumerate(texts):
        if text is None or text == "-":
            new.append(text)
        elif text.endswith("%"):
            new.append(f"{step * (k + 1)}%")
        elif "," in text:
            new.append(f"{rng.randint(2, 4)},{rng.randint(1, 9)}")
        else:
            new.append(str(size + rng.choice((0, 0, 0, 1))))
    return new


def _entries(rng: Random, original: Truth, office: Office) -> dict[int, Entry]:
    """An official entry for each program, activity and sub-activity, of the office if it can."""
    known = official().entries
    chosen: dict[int, Entry] = {}
    support = known[f"{office.support}.01"]
    used: set[str] = set()
    for i, old in enumerate(original.elements):
        if old.level != "program":
            continue
        activities = original.children(i)
        sizes = [len(original.children(activity)) for activity in activities]
        program = support if not used else _with_room(rng, office, sizes, used)
        used.add(program.code)
        chosen[i] = program
        for activity, code in zip(activities, _fitting(rng, program, sizes), strict=True):
            chosen[activity] = known[code]
            subs = original.children(activity)
            picked = sorted(rng.sample(known[code].children, len(subs)))
            for sub, sub_code in zip(subs, picked, strict=True):
                chosen[sub] = known[sub_code]
    return chosen


def _with_room(rng: Random, office: Office, sizes: list[int], used: set[str]) -> Entry:
    """A program with enough activities that have enough sub-activities."""
    fields = official().programs
    own = [code for field in office.fields for code in fields[field]]
    others = [code for codes in fields.values() for code in codes]
    rng.shuffle(own)
    rng.shuffle(others)
    for code in (*own, *others):
        entry = official().entries[code]
        if code not in used and not code.endswith(".01") and _fits(entry, sizes):
            return entry
    raise ValueError("no program is large enough")


def _fits(program: Entry, sizes: list[int]) -> bool:
    room = sorted((len(official().entries[a].children) for a in program.children), reverse=True)
    wanted = sorted(sizes, reverse=True)
    return len(room) >= len(wanted) and all(a >= b for a, b in zip(room, wanted, strict=False))


def _fitting(rng: Random, program: Entry, sizes: list[int]) -> list[str]:
    """Activities of a program for these numbers of sub-activities, each once."""
    taken: Counter[str] = Counter()
    fitting: dict[int, str] = {}
    for k in sorted(range(len(sizes)), key=lambda k: -sizes[k]):
        options = [
            code
            for code in suitable_activities(program)
            if not taken[code] and len(official().entries[code].children) >= sizes[k]
        ]
        fitting[k] = rng.choice(options if k else options[:3])
        taken[fitting[k]] += 1
    return [fitting[k] for k in range(len(sizes))]
