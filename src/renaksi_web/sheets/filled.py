"""An uploaded entry template: read apart from the site, shown before it is applied, applied whole.

What it would change is compared with what the server holds now; a row that somebody else
changed since the template was made is refused, as in the grid.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.db import transaction

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.reading import apart
from renaksi_web.refusals import Refused
from renaksi_web.sheets.entry_template import identifier
from renaksi_web.tracking import reporting
from renaksi_web.tracking.report import Line, Report, report
from renaksi_web.tracking.typed import typed

_PROCESS: Final = Path(__file__).with_name("filled_process.py")


class Wanted(NamedTuple):
    """What one row would say, over the version that its writer saw."""

    series: int
    seen: int
    text: str
    obstacle: str
    follow_up: str


class Changed(NamedTuple):
    """A row that would change: what it is, what stands there, what would."""

    line: Line
    wanted: Wanted
    old: str


class Declined(NamedTuple):
    """A row that is refused, with the line of the sheet and the reason."""

    at: int
    name: str
    value: str
    reason: Refused


class Preview(NamedTuple):
    """What applying would do: *7 berubah, 40 tetap, 2 ditolak*."""

    changed: list[Changed]
    kept: int
    declined: list[Declined]


def read(data: bytes) -> list[dict[str, Any]]:
    """The rows of an uploaded template; `Refused` with one sentence where it is none."""
    code, answer = apart(_PROCESS, data)
    try:
        told = json.loads(answer) if code == 0 else {}
    except ValueError:
        told = {}
    if "rows" in told:
        rows: list[dict[str, Any]] = told["rows"]
        return rows
    if "refused" in told:
        raise Refused(id=told["refused"]["id"], en=told["refused"]["en"])
    raise Refused(
        id="Berkas ini tidak dapat dibaca; unduh templat baru dan isi lagi.",
        en="This file cannot be read; download a new template and fill that in.",
    )


def preview(member: Member, year: int, quarter: str, data: bytes) -> Preview:
    """Compare an uploaded template with what the server holds."""
    require(member, "entry.edit")
    rows = read(data)
    found = report(member, year, quarter)
    lines = {
        identifier(member.organisation.slug, year, quarter, line.row.series_id): line
        for line in found.lines
    }
    changed: list[Changed] = []
    declined: list[Declined] = []
    kept = 0
    met: set[str] = set()
    for row in rows:
        line = lines.get(row["id"])
        try:
            change = _change(found, line, row, met)
        except Refused as reason:
            name = line.name if line else str(row["id"])
            declined.append(Declined(row["line"], name, row.get("value", ""), reason))
            continue
        if change is None:
            kept += 1
        else:
            changed.append(change)
    return Preview(changed, kept, declined)


def _change(found: Report, line: Line | None, row: Mapping[str, Any], met: set[str]) -> Any:
    """What the row changes; None where nothing."""
    if line is None:
        raise Refused(
            id="ID baris ini bukan milik kantor dan triwulan ini.",
            en="The ID of this row is not of this office and quarter.",
        )
    if row["id"] in met:
        raise Refused(id="ID ini sudah dipakai baris di atas.", en="A row above has this ID.")
    met.add(row["id"])
    entry = line.entry
    held = reporting.shown(entry) if entry else ""
    seen, text, origin = _origin(row)
    words = (entry.obstacle, entry.follow_up) if entry else ("", "")
    # An emptied cell erases nothing: whoever means that does it on the page.
    told = [row.get(key, "") for key in ("obstacle", "follow_up")]
    obstacle, follow_up = (
        old if not new or new == old.replace("\r", "").strip() else new
        for old, new in zip(words, told, strict=True)
    )
    said = (obstacle, follow_up) != words
    new = text != origin and text != held
    if new:
        typed(text, line.row.unit, line.row.scale)
    if not (new or said):
        return None
    if not found.can_edit(line):
        raise _fixed(line)
    if entry is not None and entry.version != seen:
        raise reporting.Newer(entry)
    wanted = Wanted(line.row.series_id, seen, text if new else held, obstacle, follow_up)
    return Changed(line, wanted, held)


def _fixed(line: Line) -> Refused:
    if line.entry is not None and not line.is_editable:
        return reporting.Locked(line.entry)
    return Refused(
        id="Pelaporan triwulan ini tidak sedang dibuka.", en="The quarter is not open to reporting."
    )


def _origin(row: Mapping[str, Any]) -> tuple[int, str, str]:
    """The version and text that the template was made with, and the text that stands there now."""
    version, colon, origin = str(row.get("origin", "")).partition(":")
    if not colon or not version.isdecimal() or len(version) > 9 or "value" not in row:
        raise Refused(
            id="Kolom Realisasi atau Semula hilang; unduh templat baru.",
            en="The column Realisasi or Semula is gone; download a new template.",
        )
    return int(version), str(row["value"]), origin


def apply(*, by: Member, year: int, quarter: str, wanted: Collection[Wanted]) -> int:
    """Save every row or none, one act with one event; gives how many."""
    require(by, "entry.edit")
    if not wanted:
        raise Refused(id="Tidak ada yang berubah.", en="Nothing changes.")
    changes = [
        reporting.Change(
            row.series, row.text, row.seen, {"obstacle": row.obstacle, "follow_up": row.follow_up}
        )
        for row in wanted
    ]
    with transaction.atomic():
        outcomes = reporting.fill_in(by=by, year=year, quarter=quarter, changes=changes)
        refused = next((reason for reason in outcomes.values() if reason is not None), None)
        if refused is not None:
            raise Refused(
                id=f"Tidak ada yang disimpan. {refused.message('id')}",
                en=f"Nothing was saved. {refused.message('en')}",
            )
    return len(wanted)
