"""Official names, codes and regions, as the generator draws them from the reference files.

Read straight from the CSV files, not through the package that is under test. Rows of
provinces, of Papua, of Aceh and of Yogyakarta are left out: which edition of a repeated
name holds there depends on the region.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parents[3] / "src" / "renaksi" / "nomenclature" / "data"
KECAMATAN = "7.01"
ANY_OFFICE = "X.XX"
_LONGEST = 190
_CODE_BEFORE = re.compile(r"\d\.\d\d(?:\.\d+)+\s+")


class Entry(NamedTuple):
    """One official program, activity or sub-activity; codes of its children in order."""

    code: str
    level: str
    name: str
    indicator: str
    unit: str
    children: tuple[str, ...]


class District(NamedTuple):
    """A kecamatan with its code, and the regency that it belongs to."""

    code: str
    name: str
    regency: str
    unique: bool


class Official(NamedTuple):
    """The nomenclature (code → entry), programs by field, districts and regencies."""

    entries: dict[str, Entry]
    programs: dict[str, tuple[str, ...]]
    districts: tuple[District, ...]
    regencies: tuple[str, ...]

    def codes_named(self, entry: Entry) -> tuple[str, ...]:
        """Every official code of the same level and name, the entry's own first."""
        return _codes_by_name()[entry.level, _key(entry.name)]


@cache
def _codes_by_name() -> dict[tuple[str, str], tuple[str, ...]]:
    codes: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in _all_rows():
        key = row["level"], _key(row["name"])
        codes[key] = (*codes.get(key, ()), row["code"])
    return codes


def _key(name: str) -> str:
    """A name without blanks: the list has lost some of them (*ManusiaKesehatan*)."""
    return "".join(name.split()).rstrip(";.").casefold()


@cache
def official() -> Official:
    """All reference data, read once."""
    rows = _rows()
    children: dict[str, list[str]] = {}
    for code in sorted(rows):
        children.setdefault(code.rsplit(".", 2 if code.count(".") == 4 else 1)[0], []).append(code)
    entries: dict[str, Entry] = {}
    for code in sorted(rows, key=len, reverse=True):
        row = rows[code]
        under = tuple(child for child in children.get(code, ()) if child in entries)
        if row["level"] == "subactivity" or (row["level"] in {"activity", "program"} and under):
            entries[code] = Entry(
                code, row["level"], row["name"], row["indicator"], row["unit"], under
            )
    programs: dict[str, list[str]] = {}
    for code in sorted(entries):
        if entries[code].level == "program":
            programs.setdefault(code.rsplit(".", 1)[0], []).append(code)
    fields = {field: tuple(codes) for field, codes in programs.items()}
    return Official(entries, fields, *_regions())


def _rows() -> dict[str, dict[str, str]]:
    """Every usable row by code; rows that share a name and a parent are left out."""
    rows: dict[str, dict[str, str]] = {}
    seen: dict[tuple[str, str], str] = {}
    for row in _all_rows():
        parts = row["code"].split(".")
        name = " ".join(row["name"].split()).rstrip(";. ")
        parent = row["code"].rsplit(".", 1)[0]
        local = len(parts) > 3 and parts[3] != "2"
        special = any(word in name.lower() for word in ("aceh", "yogyakarta", "papua", "qanun"))
        first = seen.setdefault((parent, name.lower()), row["code"])
        if first != row["code"]:
            rows.pop(first, None)
        elif not (local or special or len(name) > _LONGEST):
            rows[row["code"]] = {**row, "name": name}
    return rows


@cache
def _all_rows() -> tuple[dict[str, str], ...]:
    with gzip.open(DATA / "nomenclature_kabkota.csv.gz", "rt", encoding="utf-8") as file:
        texts = [file.read(), (DATA / "nomenclature_kecamatan.csv").read_text(encoding="utf-8")]
    rows = (row for text in texts for row in csv.DictReader(io.StringIO(text)))
    # A few names of the list begin with a code, and not with their own.
    return tuple({**row, "name": _CODE_BEFORE.sub("", row["name"])} for row in rows)


def _regions() -> tuple[tuple[District, ...], tuple[str, ...]]:
    regencies = {row["code"]: row["name"] for row in _csv("region_regencies.csv")}
    districts = _csv("region_districts.csv")
    times: dict[str, int] = {}
    for row in districts:
        times[row["name"].lower()] = times.get(row["name"].lower(), 0) + 1
    return (
        tuple(
            District(
                row["code"],
                row["name"],
                regencies[row["regency_code"]],
                times[row["name"].lower()] == 1,
            )
            for row in districts
        ),
        tuple(regencies.values()),
    )


def _csv(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((DATA / name).read_text(encoding="utf-8"))))
