"""Add offices to the government of an administrator: one by its name, or a list of them."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from renaksi_web.accounts.founding import NewOffice, found_offices
from renaksi_web.accounts.selectors import acting_as
from renaksi_web.refusals import Refused

_FIELDS = {"nama": "name", "kode": "code", "pimpinan": "head"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Who adds them, and which."""
    parser.add_argument("--by", required=True, metavar="NAME", help="the admin: user name or NIP")
    parser.add_argument("--name", help="Kecamatan Bukateja")
    parser.add_argument("--code", default="", help="33.03.02")
    parser.add_argument("--head", default="", help="the title of its head (told by the name)")
    parser.add_argument(
        "--list", type=Path, metavar="FILE.csv", help="columns nama, kode, pimpinan; kode and"
        " pimpinan may be left out",
    )  # fmt: skip


def run(chosen: argparse.Namespace) -> None:
    """Add them, and say which are new."""
    offices = listed(chosen.list) if chosen.list else []
    if chosen.name:
        offices.append(NewOffice(chosen.name, chosen.code, chosen.head))
    founded = found_offices(by=acting_as(chosen.by, "organisation.manage"), offices=offices)
    for office in founded.new:
        sys.stdout.write(f"{office.name} ditambahkan: /opd/{office.slug}/ ({office.head})\n")
    for name in founded.known:
        sys.stdout.write(f"{name} sudah ada; dibiarkan.\n")


def listed(path: Path) -> list[NewOffice]:
    """The offices of a CSV file, whatever separates its columns; empty lines are none."""
    text = _text_of(path)
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    rows = csv.DictReader(text.splitlines(), delimiter=separator)
    columns = {name: _FIELDS[name.strip().casefold()] for name in rows.fieldnames or ()
               if name.strip().casefold() in _FIELDS}  # fmt: skip
    if "name" not in columns.values():
        raise Refused(
            id=f"{path} tidak berkolom nama; baris pertamanya: nama;kode;pimpinan.",
            en=f"{path} has no column nama; its first line: nama;kode;pimpinan.",
        )
    filled = [row for row in rows if any(row.get(name) for name in columns)]
    return [
        NewOffice(**{field: row.get(name) or "" for name, field in columns.items()})
        for row in filled
    ]


def _text_of(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise Refused(id=f"{path} tidak ada.", en=f"There is no {path}.") from error
    except (OSError, UnicodeDecodeError):
        text = "\0"
    if "\0" in text:
        raise Refused(
            id=f"{path} tidak dapat dibaca; simpan daftarnya sebagai CSV (UTF-8).",
            en=f"{path} cannot be read; save the list as CSV (UTF-8).",
        )
    return text
