"""The files that a command was given: read within limits, completed by options, checked.

A file that cannot be read costs one sentence on standard error and exit code 2;
the others are still read.
"""

import os
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from renaksi import apart
from renaksi.checks import check
from renaksi.cli.arguments import STDIN, WrongUsage, seconds, whole_number
from renaksi.cli.screen import Screen, escaped
from renaksi.diagnostics import Diagnostic, Language, Unreadable, Words
from renaksi.interpret import Given, Reading
from renaksi.model import Plan
from renaksi.readers.limits import Limits
from renaksi.readers.opening import contents

if TYPE_CHECKING:
    from renaksi.cli.progress import Progress

MANY: Final = 4  # files; from here on importing all readers once is less than importing some often

Number = TypeVar("Number", int, float)


class Found(NamedTuple):
    """One plan and everything found in it, reading first."""

    plan: Plan
    findings: tuple[Diagnostic, ...]


class File(NamedTuple):
    """One file as it was named; no plans and ``exit`` 2 where it could not be read."""

    name: str
    plans: tuple[Found, ...]
    exit: int


def read(
    names: Sequence[str],
    args: Namespace,
    screen: Screen,
    wanted: Callable[[Diagnostic], bool] | None = None,
) -> Iterator[File]:
    """Each named file in turn, with the ``wanted`` findings; says which cannot be read."""
    limits = _limits(args, screen.lang)
    progress = _progress(names, screen.lang)
    for index, name in enumerate(names):
        if progress:
            progress.reading(index)
        file = _read_one(name, args, limits, wanted, is_one_of_many=len(names) > MANY)
        if progress:
            progress.clear()
        if isinstance(file, Unreadable):
            print(f"{shown_name(name)}: {file.message(screen.lang)}", file=sys.stderr)
            file = File(name, (), 2)
        yield file


def _progress(names: Sequence[str], lang: Language) -> "Progress | None":
    """A progress bar where someone watches standard error."""
    if not sys.stderr.isatty():
        return None
    from renaksi.cli.progress import Progress

    return Progress(names, lang)


def shown_name(name: str) -> str:
    """A file's name as messages show it."""
    return "stdin" if name == STDIN else escaped(name)


def _read_one(
    name: str,
    args: Namespace,
    limits: Limits,
    wanted: Callable[[Diagnostic], bool] | None,
    *,
    is_one_of_many: bool,
) -> File | Unreadable:
    given = Given(args.organisation, args.year)
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(limits.max_bytes + 1) if sys.stdin else b""
        else:
            data = contents(name, limits)
        readings = apart.read(data, limits, given, is_one_of_many=is_one_of_many)
    except Unreadable as error:
        return error
    plans = tuple(_checked(reading, wanted) for reading in readings)
    serious = any(f.rule.severity == "error" for found in plans for f in found.findings)
    return File(name, plans, int(serious))


def _checked(reading: Reading, wanted: Callable[[Diagnostic], bool] | None) -> Found:
    findings = (*reading.diagnostics, *check(reading.plan))
    return Found(reading.plan, tuple(filter(wanted, findings)) if wanted else findings)


def _limits(args: Namespace, lang: Language) -> Limits:
    """The limits by option, else by environment, else by default."""
    limits = Limits()
    if size := args.max_bytes or _setting("RENAKSI_MAX_BYTES", whole_number(lang)):
        limits = limits._replace(max_bytes=size)
    if time := args.max_seconds or _setting("RENAKSI_MAX_SECONDS", seconds(lang)):
        limits = limits._replace(max_seconds=time)
    if memory := args.max_memory or _setting("RENAKSI_MAX_MEMORY", whole_number(lang)):
        limits = limits._replace(max_memory=memory)
    return limits


def _setting(key: str, read: Callable[[str], Number]) -> Number | None:
    """A number from the environment."""
    stated = os.environ.get(key)
    if not stated:
        return None
    try:
        return read(stated)
    except ArgumentTypeError as error:
        said = Words("{key}: {why}.", "{key}: {why}.")
        raise WrongUsage("renaksi", said, key=key, why=str(error)) from error
