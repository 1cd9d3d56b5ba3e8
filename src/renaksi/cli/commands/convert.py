"""`renaksi convert`: a plan in another format, on standard output or in a file."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import STDIN, Parser, WrongUsage, add_inputs
from renaksi.cli.printing import ARCHIVE, add_printing, print_document, refuse_unprinted
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Words, spoken
from renaksi.render import RENDERERS, renderer
from renaksi.render.printed import FORMATS

SUMMARY: Final = Words(
    "ubah rencana menjadi JSON, CSV, atau HTML, atau cetak dokumen resminya",
    "turn a plan into JSON, CSV or HTML, or print its official documents",
)

_TO: Final = Words(
    "format hasil; tanpa ini menurut akhiran OUT; zip: semua dokumen sebagai PDF",
    "format of the result; else by the suffix of OUT; zip: every document as PDF",
)
_OUT: Final = Words(
    "tulis ke berkas ini, utuh atau tidak sama sekali", "write this file, whole or not at all"
)
_NO_FORMAT: Final = Words(
    "Format hasil belum disebut; tambahkan --to dengan salah satu: {known}.",
    "The format of the result is missing; add --to with one of: {known}.",
)
_OTHER_ENDING: Final = Words(
    "Hasil berakhiran .{name} tidak dapat ditulis; pilih salah satu: {known}.",
    "A result ending in .{name} cannot be written; choose one of: {known}.",
)
_NEEDS_FILE: Final = Words(
    "Format {name} bukan teks; sebut berkas hasilnya dengan -o.",
    "The format {name} is no text; name the file for it with -o.",
)
# Of what was read, and of official documents; a page (html) there is of both.
_FORMATS: Final = tuple(dict.fromkeys((*RENDERERS, *FORMATS, ARCHIVE)))


def arguments(parser: Parser) -> None:
    """FILE, the format and where the result goes."""
    add_inputs(parser, several=False)
    lang = parser.lang
    add = parser.options.add_argument
    add("--to", choices=_FORMATS, metavar="|".join(_FORMATS), help=spoken(_TO, lang))
    add("-o", "--output", metavar="OUT", help=spoken(_OUT, lang))
    add_printing(parser)


def run(args: Namespace, screen: Screen) -> int:
    """Convert one file; nothing is written where it cannot be read."""
    from renaksi.cli.inputs import read
    from renaksi.cli.saving import save

    name = args.to or _suffix(args.output)
    if name not in _FORMATS:
        wrong = _OTHER_ENDING if name else _NO_FORMAT
        raise WrongUsage("renaksi convert", wrong, name=name, known=", ".join(_FORMATS))
    prints = args.document is not None or name not in RENDERERS
    if prints:
        refuse_unprinted(name)
    is_text = name == "html" if prints else renderer(name).IS_TEXT
    to_file = args.output is not None and args.output != STDIN
    if not (to_file or is_text) and sys.stdout.isatty():
        raise WrongUsage("renaksi convert", _NEEDS_FILE, name=name)
    (file,) = read([args.file], args, screen)
    if file.plans:
        data = (
            print_document(file.plans, name, args)
            if prints
            else renderer(name).render(file.plans, screen.lang)
        )
        if to_file:
            save(args.output, data, source=None if args.file == STDIN else args.file)
        else:
            screen.write_bytes(data)
    return file.exit


def _suffix(path: str | None) -> str:
    return os.path.splitext(path or "")[1].lower().removeprefix(".")
