"""Damage to names and numbers: other fields, names of one's own, label words, numbering."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.renaksi.variants.names import LABELS, printed
from tests.renaksi.variants.official import ANY_OFFICE, Entry, official
from tests.renaksi.variants.paper import Lines, Paper, Piece, Table
from tests.renaksi.variants.spots import free, labelled, touch
from tests.renaksi.variants.truth import Key, Truth

Change = Callable[[str], str]

_OWN_NAMES = (
    "Gerakan Seribu Lampion Malam Takbiran",
    "Safari Keliling Camat Menyapa Warga",
    "Gebyar Layanan Malam Hari di Balai Warga",
    "Lomba Kampung Tematik Ramah Lansia",
    "Sekolah Lapang Bank Sampah Mandiri",
    "Festival Perahu Hias Sungai Serayu",
)


def rename_from_another_field(rng: Random, paper: Paper) -> bool:
    """An activity or sub-activity bears the official name of another field's."""
    truth = paper.truth
    found = [
        i
        for i, element in enumerate(truth.elements)
        if element.level in {"activity", "subactivity"} and free(paper, [i], "name", "join")
    ]
    if not found:
        return False
    i = rng.choice(found)
    element = truth.elements[i]
    used = {e.official.rsplit(".", 2)[0][:4] for e in truth.elements if e.official}
    fields = [f for f in official().programs if f not in used and f != ANY_OFFICE]
    program = rng.choice(official().programs[rng.choice(fields)])
    entry = official().entries[rng.choice(official().entries[program].children)]
    if element.level == "subactivity":
        entry = official().entries[rng.choice(entry.children)]
    name = printed(rng, entry.name, element.level, label=labelled(paper, i))
    old_code = element.codes[0]
    element.official = entry.code
    if paper.style.code:
        element.codes = (entry.code,)
    else:
        named = official().codes_named(entry)
        codes = {code[:4] for e in truth.elements for code in e.codes if code}
        own = [f + code[4:] for code in named if code.startswith(ANY_OFFICE) for f in sorted(codes)]
        element.codes = (*named, *own, *_longer_names(entry, used))
    _lose_parent(truth, i)
    _rename(paper, i, name)
    if paper.style.code and old_code:
        _reprint_code(paper, i, entry.code)
    touch(paper, [i], "name")
    return True


def _longer_names(entry: Entry, fields: set[str]) -> tuple[str, ...]:
    """The office's own lines of which the name may be the beginning, the rest having been cut."""
    begins = entry.name.lower()
    return tuple(
        code
        for code, own in official().entries.items()
        if code[:4] in {*fields, ANY_OFFICE}
        and own.level == entry.level
        and own.name.lower().startswith(begins)
    )


def _lose_parent(truth: Truth, i: int) -> None:
    """Where several official lines share a child's name, its parent was what told them apart."""
    for c in truth.children(i):
        child = truth.elements[c]
        entry = official().entries.get(child.official or "")
        if entry is not None and len(official().codes_named(entry)) > 1:
            child.codes = (*child.codes, None)


def rename_locally(rng: Random, paper: Paper) -> bool:
    """A sub-activity has a name of the office's own, which no nomenclature knows."""
    found = [
        i
        for i, element in enumerate(paper.truth.elements)
        if element.level == "subactivity"
        and labelled(paper, i)
        and not paper.style.code
        and free(paper, [i], "name", "join", "place")
    ]
    if not found:
        return False
    i = rng.choice(found)
    element = paper.truth.elements[i]
    element.official = None
    element.codes = (None,)
    _rename(paper, i, f"Sub Kegiatan {rng.choice(_OWN_NAMES)}")
    touch(paper, [i], "name")
    return True


def drop_label(rng: Random, paper: Paper) -> bool:
    """The label word is lost from a few names that the nomenclature still tells."""
    found = []
    for i, element in enumerate(paper.truth.elements):
        if not labelled(paper, i) or element.official is None:
            continue
        own = official().entries[element.official].name.lower()
        if element.level != "program" and own.startswith(LABELS[element.level].lower()):
            continue
        if free(paper, [i], "name", "join", "text"):
            found.append(i)
    if not found:
        return False
    for i in rng.sample(found, min(len(found), rng.randint(1, 3))):
        name = paper.truth.elements[i].name
        _rename(paper, i, name[len(LABELS[paper.truth.elements[i].level]) + 1 :])
        touch(paper, [i], "name")
    return True


def restart_numbering(rng: Random, paper: Paper) -> bool:
    """Among the children of one parent the numbers begin again at 1, or one is skipped."""
    truth = paper.truth
    if paper.style.numbering != "flat":
        return False
    found = []
    for i, element in enumerate(truth.elements):
        children = truth.children(i)
        if element.level in {"program", "activity"} and len(children) >= 2:
            related = [i, *children]
            evident = all(truth.elements[c].official for c in related)
            if evident and free(paper, related, "name", "join", "place"):
                found.append((i, children))
    if not found:
        return False
    i, children = rng.choice(found)
    at = rng.randrange(1, len(children))
    skip = rng.random() < 0.3
    for k, child in enumerate(children[at:]):
        element = truth.elements[child]
        number = str(at + k + 2) if skip else str(k + 1)
        _renumber(paper, child, number)
        element.number = number
    touch(paper, [i, *children], "name")
    return True


def _rename(paper: Paper, i: int, name: str) -> None:
    element = paper.truth.elements[i]
    old = element.name
    element.name = name
    _change(paper, (i, -1, "name"), lambda text: text.replace(old, name))


def _renumber(paper: Paper, i: int, number: str) -> None:
    old = paper.truth.elements[i].number or ""
    _change(
        paper,
        (i, -1, "number"),
        lambda text: number + text[len(old) :] if text.startswith(old) else text,
    )


def _reprint_code(paper: Paper, i: int, code: str) -> None:
    head, _, last = code.rpartition(".")
    if paper.style.code == "2" and len(last) == 4:
        code = f"{head}.{int(last):02d}"
    _change(paper, (i, -1, "code"), lambda _: code)


def _change(paper: Paper, fact: Key, change: Change) -> None:
    """Change the text of every piece that proves a fact."""
    for block in paper.blocks:
        if isinstance(block, Lines):
            block.pieces = [_changed(piece, fact, change) for piece in block.pieces]
        elif isinstance(block, Table):
            for n, row in enumerate(block.rows):
                if any(fact in piece.facts for piece in row):
                    block.rows[n] = [_changed(piece, fact, change) for piece in row]


def _changed(piece: Piece, fact: Key, change: Change) -> Piece:
    return piece._replace(text=change(piece.text)) if fact in piece.facts else piece
