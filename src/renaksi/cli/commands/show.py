"""`renaksi show`: the cascade of a plan as a tree with its quarters."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import Parser, add_inputs
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Words

SUMMARY: Final = Words(
    "tampilkan tujuan sampai sub kegiatan beserta target tiap triwulan",
    "show the cascade from goal to sub-activity with its quarters",
)


def arguments(parser: Parser) -> None:
    """FILE … and how it is read."""
    add_inputs(parser, several=True)


def run(args: Namespace, screen: Screen) -> int:
    """Draw every plan of every file."""
    from renaksi.cli.cascade_text import drawing
    from renaksi.cli.inputs import read

    code = 0
    drawn = 0
    for file in read(args.files, args, screen):
        for found in file.plans:
            if drawn:
                screen.write("")
            screen.write(*drawing(found, screen))
            drawn += 1
        code = max(code, file.exit)
    return code
