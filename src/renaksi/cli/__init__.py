"""The command line: `main` runs one command and answers with its exit code.

Exit codes: 0 done and no error-level finding, 1 done with error-level findings,
2 not readable, not writable or wrong usage (one sentence on standard error).
130 and 141 are what a shell expects of a program that was interrupted or whose
reader went away. Each command is one module of `renaksi.cli.commands`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

import renaksi
from renaksi.cli.arguments import Parser, WrongUsage, add_general, language_of
from renaksi.cli.commands import COMMANDS, command
from renaksi.cli.screen import output, screen_for
from renaksi.diagnostics import Language, RenaksiError, Words, spoken

__all__ = ["main", "parser"]

INTERRUPTED: Final = 130
READER_GONE: Final = 141

_PURPOSE: Final = Words(
    "Membaca, memeriksa, dan mengukur rencana aksi kantor pemerintah.",
    "Reads, checks and measures the action plans of government offices.",
)
_EXIT: Final = Words(
    "Kode keluar: 0 tanpa kesalahan; 1 ada temuan tingkat kesalahan; 2 berkas tidak terbaca.",
    "Exit codes: 0 without errors; 1 with findings of level error; 2 file not readable.",
)
_COMMANDS: Final = Words("perintah", "commands")
_VERSION: Final = Words("tampilkan versi", "show the version")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (without the program's name); the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = language_of(words)
    try:
        code = _run(words, lang)
        with output():
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return READER_GONE
    except WrongUsage as error:
        print(f"{error.prog}: {error.message(lang)}", file=sys.stderr)
    except RenaksiError as error:
        print(f"renaksi: {error.message(lang)}", file=sys.stderr)
    else:
        return code
    return 2


def parser(only: str | None = None, lang: Language = "id") -> Parser:
    """The parser of every command, or of the ``only`` one that is going to run."""
    program = Parser(
        "renaksi", lang, description=spoken(_PURPOSE, lang), epilog=spoken(_EXIT, lang)
    )
    add_general(program)
    program.options.add_argument(
        "--version",
        action="version",
        version=f"renaksi {renaksi.__version__}",
        help=spoken(_VERSION, lang),
    )
    commands = program.add_subparsers(
        dest="command",
        prog="renaksi",
        title=spoken(_COMMANDS, lang),
        metavar=spoken(_COMMANDS, lang).upper(),
        parser_class=Parser,
    )
    for name in (only,) if only else COMMANDS:
        module = command(name)
        summary = spoken(module.SUMMARY, lang)
        options = commands.add_parser(name, lang=lang, help=summary, description=summary)
        module.arguments(options)
        add_general(options, again=True)
    return program


def _run(words: list[str], lang: Language) -> int:
    interpreter = parser(_command_in(words), lang)
    try:
        args = interpreter.parse(words)
    except SystemExit:  # after --help and --version
        return 0
    if args.command is None:
        interpreter.print_help(sys.stderr)
        return 2
    return command(args.command).run(args, screen_for(lang, plain=args.no_color))


def _command_in(words: list[str]) -> str | None:
    """The command that these words name, if it can be told before they are parsed."""
    for before, word in zip(("", *words), words, strict=False):
        if word in COMMANDS:
            return word
        if word[:1] != "-" and before != "--lang":
            return None
    return None
