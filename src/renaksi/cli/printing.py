"""The options of printing, and a file's plans as one official document."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from renaksi.cli.arguments import Parser, WrongUsage
from renaksi.diagnostics import Unreadable, Words, spoken
from renaksi.render.printed import FORMATS
from renaksi.reports.names import DEFAULT, LAYOUTS, PAPERS, QUARTER_CELLS, REPORTS

if TYPE_CHECKING:
    from renaksi.cli.inputs import Found
    from renaksi.reports.office import Office

_DOCUMENT: Final = Words(
    f"dokumen resmi yang dicetak (bawaan untuk pdf, docx, dan xlsx: {DEFAULT})",
    f"the official document to print (default for pdf, docx and xlsx: {DEFAULT})",
)
_OFFICE: Final = Words(
    "berkas JSON data kantor: pejabat, alamat, tempat dan tanggal, logo",
    "JSON file with the office: officials, address, place and date, logo",
)
_PAPER: Final = Words("ukuran kertas (bawaan: a4)", "size of the paper (default: a4)")
_LAYOUT: Final = Words(
    "susunan rencana aksi: berpasangan atau kolom (bawaan: paired)",
    "layout of the action plan: paired or in columns (default: paired)",
)
_CELLS: Final = Words(
    "isi kolom triwulan Formulir E.81: tambahan atau posisi (bawaan: increments)",
    "quarter columns of Formulir E.81: increments or positions (default: increments)",
)
_QUARTER: Final = Words(
    "ukur sampai triwulan ini (bawaan: triwulan terakhir yang ada realisasinya)",
    "measure up to this quarter (default: the last one with an actual)",
)
_BEFORE: Final = Words(
    "rencana sebelumnya, untuk dibandingkan (rencana yang diubah, atau tahun lalu)",
    "the plan before, to compare with (the one that is revised, or last year's)",
)
_NOT_PRINTED: Final = Words(
    "Dokumen resmi dicetak sebagai {known}; format {name} tidak memuatnya.",
    "Official documents are printed as {known}; the format {name} holds none.",
)
# What is read of the data of an office; a logo of a megabyte fits.
_LARGEST: Final = 4_000_000


def add_printing(parser: Parser) -> None:
    """The options of an official document."""
    lang, add = parser.lang, parser.options.add_argument
    add("--document", choices=tuple(REPORTS), metavar="NAME", help=spoken(_DOCUMENT, lang))
    add("--office", metavar="FILE", help=spoken(_OFFICE, lang))
    add("--paper", choices=PAPERS, default="a4", metavar="a4|f4", help=spoken(_PAPER, lang))
    add(
        "--layout", choices=LAYOUTS, default=LAYOUTS[0], metavar="|".join(LAYOUTS),
        help=spoken(_LAYOUT, lang),
    )  # fmt: skip
    add(
        "--quarters", choices=QUARTER_CELLS, default=QUARTER_CELLS[0],
        metavar="|".join(QUARTER_CELLS), help=spoken(_CELLS, lang),
    )  # fmt: skip
    add("--quarter", choices=("1", "2", "3", "4"), metavar="1..4", help=spoken(_QUARTER, lang))
    add("--before", metavar="FILE", help=spoken(_BEFORE, lang))


def refuse_unprinted(name: str) -> None:
    """Refuse a format in which no document is printed."""
    if name not in FORMATS:
        raise WrongUsage("renaksi convert", _NOT_PRINTED, known=", ".join(FORMATS), name=name)


def print_document(plans: Sequence[Found], name: str, args: Namespace) -> bytes:
    """The plans as the document that was asked for, in the format ``name``."""
    from renaksi.interpret import read_file
    from renaksi.render.printed import bound, printed
    from renaksi.reports import report
    from renaksi.reports.matter import Choices, Matter
    from renaksi.reports.office import NO_OFFICE

    office = _office(args.office) if args.office else NO_OFFICE
    quarter = int(args.quarter) if args.quarter else None
    before = read_file(args.before)[0].plan if args.before else None
    choices = Choices(args.paper, args.layout, args.quarters)
    build = report(args.document or DEFAULT).build
    documents = [
        build(Matter(found.plan, office, quarter, choices, before=before)) for found in plans
    ]
    return printed(bound(documents), name)


def _office(path: str) -> Office:
    from renaksi.reports.office import office_from_json

    try:
        with open(path, "rb") as file:
            text = file.read(_LARGEST).decode()
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Unreadable(
            id="Data kantor tidak dapat dibuka; periksa nama berkas dan isinya (JSON, UTF-8).",
            en="The data of the office cannot be opened; check the file (JSON, UTF-8).",
        ) from error
    return office_from_json(text)
