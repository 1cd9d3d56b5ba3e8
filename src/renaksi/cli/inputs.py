"""The files that a command was given: read within limits, completed by options, checked.

A file that cannot be read costs one sentence on standard error and exit code 2;
the others are still read.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from renaksi.checks import check
from renaksi.cli.arguments import Parser, WrongUsage, whole_number
from renaksi.cli.progress import Progress
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import Diagnostic, Language, Unreadable, Words, spoken
from renaksi.interpret import Reading, read_file
from renaksi.model import Organisation, Plan
from renaksi.readers.limits import Limits

STDIN: Final = "-"

_FILE: Final = Words(
    "berkas rencana aksi; “-” membaca masukan baku",
    "file with an action plan; “-” reads standard input",
)
_ORGANISATION: Final = Words(
    "nama perangkat daerah, kalau dokumen tidak menyebutnya",
    "name of the organisation where the document has none",
)
_YEAR: Final = Words(
    "tahun rencana, kalau dokumen tidak menyebutnya",
    "year of the plan where the document has none",
)
_MAX_BYTES: Final = Words(
    "batas ukuran satu berkas dalam byte (bawaan: RENAKSI_MAX_BYTES, atau {default})",
    "limit on the bytes of one file (default: RENAKSI_MAX_BYTES, or {default})",
)
_MAX_SECONDS: Final = Words(
    "batas waktu baca satu berkas dalam detik (bawaan: RENAKSI_MAX_SECONDS, atau {default})",
    "limit on the seconds to read one file (default: RENAKSI_MAX_SECONDS, or {default})",
)


class Found(NamedTuple):
    """One plan and everything found in it, reading first."""

    plan: Plan
    findings: tuple[Diagnostic, ...]


class File(NamedTuple):
    """One file as it was named; no plans and ``exit`` 2 where it could not be read."""

    name: str
    plans: tuple[Found, ...]
    exit: int


def add_inputs(parser: Parser, *, several: bool) -> None:
    """Declare FILE (or FILE …) and what completes and limits its reading."""
    lang = parser.lang
    parser.inputs.add_argument(
        "files" if several else "file",
        metavar="FILE",
        nargs="+" if several else None,
        help=spoken(_FILE, lang),
    )
    add = parser.options.add_argument
    add("--organisation", metavar="NAME", help=spoken(_ORGANISATION, lang))
    add("--year", type=whole_number(lang, 1900), help=spoken(_YEAR, lang))
    defaults = Limits()
    for option, words, default in (
        ("--max-bytes", _MAX_BYTES, defaults.max_bytes),
        ("--max-seconds", _MAX_SECONDS, int(defaults.max_seconds)),
    ):
        text = spoken(words, lang).format(default=default)
        add(option, metavar="N", type=whole_number(lang), help=text)


def read(names: Sequence[str], args: Namespace, screen: Screen) -> Iterator[File]:
    """Each named file in turn; says on standard error which cannot be read."""
    limits = _limits(args, screen.lang)
    progress = Progress(names, screen.lang)
    for index, name in enumerate(names):
        progress.reading(index)
        file = _read_one(name, args, limits, screen.lang)
        progress.clear()
        if isinstance(file, Unreadable):
            print(f"{shown_name(name)}: {file.message(screen.lang)}", file=sys.stderr)
            file = File(name, (), 2)
        yield file


def shown_name(name: str) -> str:
    """A file's name as messages show it."""
    return "stdin" if name == STDIN else printable(name)


def exit_of(plans: Sequence[Found]) -> int:
    """1 where any finding is of level error, else 0."""
    return int(any(f.rule.severity == "error" for found in plans for f in found.findings))


def _read_one(name: str, args: Namespace, limits: Limits, lang: Language) -> File | Unreadable:
    try:
        readings = read_file(name, limits)
    except Unreadable as error:
        return error
    plans = tuple(_complete(reading, args) for reading in readings)
    return File(name, plans, exit_of(plans))


def _complete(reading: Reading, args: Namespace) -> Found:
    """The plan with what the options add to it, and what the checks say of it."""
    plan = reading.plan
    if plan.organisation is None and args.organisation:
        plan = plan._replace(organisation=Organisation(args.organisation))
    if plan.year is None and args.year:
        plan = plan._replace(year=args.year)
    return Found(plan, (*reading.diagnostics, *check(plan)))


def _limits(args: Namespace, lang: Language) -> Limits:
    """The limits by option, else by environment, else by default."""
    limits = Limits()
    if size := args.max_bytes or _setting("RENAKSI_MAX_BYTES", lang):
        limits = limits._replace(max_bytes=size)
    if seconds := args.max_seconds or _setting("RENAKSI_MAX_SECONDS", lang):
        limits = limits._replace(max_seconds=float(seconds))
    return limits


def _setting(key: str, lang: Language) -> int | None:
    """A whole number from the environment."""
    stated = os.environ.get(key)
    if not stated:
        return None
    try:
        return whole_number(lang)(stated)
    except ArgumentTypeError as error:
        said = Words("{key}: {why}.", "{key}: {why}.")
        raise WrongUsage("renaksi", said, key=key, why=str(error)) from error
