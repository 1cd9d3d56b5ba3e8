"""What the readers left out of a file, told as findings: hidden cells, pictures, formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from renaksi.diagnostics import Diagnostic, Rule, Unreadable, Words
from renaksi.model import Place, Plan
from renaksi.readers.document import Document, Omission, Row

LEFT_OUT: Final = Rule(
    code="RB130",
    slug="left-out",
    severity="warning",
    since="0.2.0",
    kind="reading",
    title={"id": "Bagian berkas tidak dibaca", "en": "Part of the file not read"},
    message={"id": "{what}", "en": "{what}"},
    page="Some of the file is not shown (hidden rows, sheets or texts, pages that are pictures, "
    "texts that are cut off), does not hold any more (texts that are struck out or deleted in "
    "tracked changes), cannot be vouched for (formulas that are broken or hold no result, a name "
    "on the next page) or has no place in a plan (sums of an office). Compare it with the "
    "document.",
    page_id="Sebagian berkas tidak tampak (baris, lembar, atau teks tersembunyi, halaman berupa "
    "gambar, teks yang terpotong), tidak berlaku lagi (teks yang dicoret atau dihapus dalam lacak "
    "perubahan), tidak dapat dipastikan (rumus rusak atau tanpa hasil, nama "
    "di halaman berikutnya), atau tidak punya tempat di rencana (jumlah satu kantor). Bandingkan "
    "dengan dokumennya.",
)
FILE_LEFT: Final = Rule(
    code="RB131",
    slug="file-not-read",
    severity="warning",
    since="0.2.0",
    kind="reading",
    title={"id": "Berkas di arsip tidak dibaca", "en": "File in the archive not read"},
    message={"id": "Berkas {name} di arsip ini: {why}", "en": "File {name} in this archive: {why}"},
    page="A file of the archive could not be read, or holds no plan.",
    page_id="Satu berkas di arsip tidak dapat dibaca atau tidak memuat rencana.",
)
RULES: Final = (LEFT_OUT, FILE_LEFT)
_NEAR: Final = 2.0  # points that a line's box may reach beyond its cell's
_NOWHERE: Final = (None, None, None)


def of_document(document: Document, plan: Plan) -> tuple[Diagnostic, ...]:
    """A finding for everything that a document's reader left out, at the cell that lacks it."""
    found = []
    for left in document.omissions:
        element, indicator, cell = _at(left, plan) if left.about != "file" else _NOWHERE
        params = {"what": Words(_sentence(left.id), _sentence(left.en))}
        found.append(Diagnostic(LEFT_OUT, params, element, indicator, cell, left.place))
    return tuple(found)


def _at(left: Omission, plan: Plan) -> tuple[str | None, int | None, str | None]:
    """The element, the indicator and the cell that stand where something was left out."""
    name = "name" if left.about == "text" else None
    for element in plan.elements:
        if _is_in(element.source, left.place):
            return element.id, None, name
        for number, indicator in enumerate(element.indicators):
            if _is_in(indicator.source, left.place):
                return element.id, number, name
            cells = (*indicator.targets.items(), *indicator.actuals.items())
            held = [key for key, cell in cells if _is_in(cell.place, left.place)]
            if held:  # of several in one place, the last is where its text ends
                return element.id, number, held[-1]
    return _NOWHERE


def _is_in(place: Place | None, whole: Place | None) -> bool:
    """Whether a place is another, or a line of its box."""
    if place == whole or place is None or whole is None or place.page != whole.page:
        return place == whole
    if place.box is None or whole.box is None:
        return False
    left, top, right, bottom = place.box
    return (left, right) == (whole.box[0], whole.box[2]) and (
        whole.box[1] - _NEAR <= top and bottom <= whole.box[3] + _NEAR
    )


def shared_out(
    omissions: Sequence[Omission], parts: Sequence[Sequence[Row]]
) -> list[tuple[Omission, ...]]:
    """What was left out of each of a document's ``parts``; the first has what is of none."""
    shares: list[list[Omission]] = [[] for _ in parts]
    part_of: dict[Place | None, int] = {}
    if any(left.about != "file" for left in omissions):
        for number, rows in enumerate(parts):
            part_of.update(
                (row.place(at), number) for row in rows for at, _ in enumerate(row.cells)
            )
    for left in omissions:
        shares[0 if left.about == "file" else part_of.get(left.place, 0)].append(left)
    return [tuple(share) for share in shares]


def of_files(refused: Iterable[tuple[str, Unreadable]]) -> tuple[Diagnostic, ...]:
    """A finding for every file of an archive that was not read."""
    return tuple(
        Diagnostic(FILE_LEFT, {"name": name, "why": Words(why.message("id"), why.message("en"))})
        for name, why in refused
    )


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
