"""`renaksi convert`: a plan in another format, on standard output or in a file."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import STDIN, Parser, WrongUsage, add_inputs
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Words, spoken
from renaksi.render import RENDERERS, renderer

SUMMARY: Final = Words(
    "ubah rencana menjadi JSON, CSV, atau HTML", "turn a plan into JSON, CSV or HTML"
)

_TO: Final = Words(
    "format hasil; tanpa ini menurut akhiran OUT", "format of the result; else by the suffix of OUT"
)
_OUT: Final = Words(
    "tulis ke berkas ini, utuh atau tidak sama sekali", "write this file, whole or not at all"
)
_NO_FORMAT: Final = Words(
    "Format hasil belum disebut; tambahkan --to dengan salah satu: {known}.",
    "The format of the result is missing; add --to with one of: {known}.",
)
_NEEDS_FILE: Final = Words(
    "Format {name} bukan teks; sebut berkas hasilnya dengan -o.",
    "The format {name} is no text; name the file for it with -o.",
)


def arguments(parser: Parser) -> None:
    """FILE, the format and where the result goes."""
    add_inputs(parser, several=False)
    lang = parser.lang
    add = parser.options.add_argument
    add("--to", choices=RENDERERS, metavar="|".join(RENDERERS), help=spoken(_TO, lang))
    add("-o", "--output", metavar="OUT", help=spoken(_OUT, lang))


def run(args: Namespace, screen: Screen) -> int:
    """Convert one file; nothing is written where it cannot be read."""
    from renaksi.cli.inputs import read
    from renaksi.cli.saving import save

    name = args.to or _suffix(args.output)
    if name not in RENDERERS:
        raise WrongUsage("renaksi convert", _NO_FORMAT, known=", ".join(RENDERERS))
    chosen = renderer(name)
    to_file = args.output is not None and args.output != STDIN
    if not (to_file or chosen.IS_TEXT) and sys.stdout.isatty():
        raise WrongUsage("renaksi convert", _NEEDS_FILE, name=name)
    (file,) = read([args.file], args, screen)
    if file.plans:
        data = chosen.render(file.plans, screen.lang)
        if to_file:
            save(args.output, data, source=None if args.file == STDIN else args.file)
        else:
            screen.write_bytes(data)
    return file.exit


def _suffix(path: str | None) -> str:
    return os.path.splitext(path or "")[1].lower().removeprefix(".")
