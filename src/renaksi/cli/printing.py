"""The options of printing, and a file's plans as one official document."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from renaksi.cli.arguments import Parser, WrongUsage
from renaksi.diagnostics import Unreadable, Words, spoken
from renaksi.render.printed import FORMATS
from renaksi.reports.names import (
    DEFAULT,
    EVERYBODY,
    LAYOUTS,
    PAPERS,
    QUARTER_CELLS,
    REPORTS,
    REVISION,
)

if TYPE_CHECKING:
    from renaksi.cli.inputs import Found
    from renaksi.reports.matter import Matter
    from renaksi.reports.tree import Document

# Not a format of one document, but several files with their list and checksums.
ARCHIVE: Final = "zip"

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
_TEXTS: Final = Words(
    "berkas JSON tulisan penyusun: {kunci: teks}, seperti nomor atau simpulan",
    "JSON file of the writer's own texts: {key: text}, such as nomor or simpulan",
)
_OFFICIAL: Final = Words(
    f"perjanjian kinerja siapa: jabatan atau nama dari data kantor, atau {EVERYBODY} (bawaan: "
    "kepala perangkat daerah)",
    f"whose performance agreement: position or name from the data of the office, or {EVERYBODY} "
    "for all (default: the head of the office)",
)
_TEMPLATE: Final = Words(
    "berkas .docx milik pemerintah daerah: gaya, kop, dan kaki halaman untuk hasil docx",
    "a .docx of the government's own: styles, head and foot of Word files",
)
_NOT_PRINTED: Final = Words(
    "Dokumen resmi dicetak sebagai {known}; format {name} tidak memuatnya.",
    "Official documents are printed as {known}; the format {name} holds none.",
)
_OFFICE_NAME: Final = Words("Data kantor", "The data of the office")
_TEMPLATE_NAME: Final = Words("Templat Word", "The Word template")
_TEXTS_NAME: Final = Words("Tulisan penyusun", "The writer's texts")
# What is read of the data of an office; a logo of a megabyte fits.
_LARGEST: Final = 4_000_000


def add_printing(parser: Parser) -> None:
    """The options of an official document."""
    lang, add = parser.lang, parser.options.add_argument
    add("--document", choices=tuple(REPORTS), metavar="NAME", help=spoken(_DOCUMENT, lang))
    add("--office", metavar="FILE", help=spoken(_OFFICE, lang))
    add(
        "--paper", choices=PAPERS, default="a4", metavar="|".join(PAPERS), help=spoken(_PAPER, lang)
    )
    add(
        "--layout", choices=LAYOUTS, default=LAYOUTS[0], metavar="|".join(LAYOUTS),
        help=spoken(_LAYOUT, lang),
    )  # fmt: skip
    add(
        "--quarters", choices=QUARTER_CELLS, default=QUARTER_CELLS[0],
        metavar="|".join(QUARTER_CELLS), help=spoken(_CELLS, lang),
    )  # fmt: skip
    add("--quarter", choices=("1", "2", "3", "4"), metavar="1..4", help=spoken(_QUARTER, lang))
    add("--official", metavar="POSITION", default="", help=spoken(_OFFICIAL, lang))
    add("--word-template", metavar="FILE", help=spoken(_TEMPLATE, lang))
    add("--before", metavar="FILE", help=spoken(_BEFORE, lang))
    add("--texts", metavar="FILE", help=spoken(_TEXTS, lang))


def refuse_unprinted(name: str) -> None:
    """Refuse a format in which no document is printed."""
    if name not in (*FORMATS, ARCHIVE):
        raise WrongUsage("renaksi convert", _NOT_PRINTED, known=", ".join(FORMATS), name=name)


def print_document(plans: Sequence[Found], name: str, args: Namespace) -> bytes:
    """The plans as the document that was asked for, in the format ``name``.

    As an archive: that document in every format, or every document as PDF.
    """
    from renaksi.render.printed import bound, printed
    from renaksi.render.printed.bundle import bundle
    from renaksi.reports import report

    matters = _matters(plans, args)

    def made(wanted: str) -> Document:
        build = report(wanted).build
        return bound([build(matter) for matter in matters])

    if name != ARCHIVE:
        return printed(made(args.document or DEFAULT), name)
    if args.document:
        return bundle([made(args.document)], FORMATS)
    # What is revised can only be shown beside what was.
    wanted = [one for one in REPORTS if args.before or one != REVISION]
    return bundle([made(one) for one in wanted])


def _matters(plans: Sequence[Found], args: Namespace) -> list[Matter]:
    """What the documents are made from: each plan with what the options tell beside it."""
    from renaksi.interpret import read_file
    from renaksi.reports.matter import Choices, Matter
    from renaksi.reports.office import NO_OFFICE, office_from_json, writings_from_json

    office = office_from_json(_text(args.office, _OFFICE_NAME)) if args.office else NO_OFFICE
    if args.word_template:
        office = office._replace(word_template=_bytes(args.word_template, _TEMPLATE_NAME))
    quarter = int(args.quarter) if args.quarter else None
    before = read_file(args.before)[0].plan if args.before else None
    texts = writings_from_json(_text(args.texts, _TEXTS_NAME)) if args.texts else {}
    choices = Choices(args.paper, args.layout, args.quarters, args.official)
    return [Matter(found.plan, office, quarter, choices, texts, before) for found in plans]


def _text(path: str, what: Words) -> str:
    """The text of a small file; ``what`` names it where it cannot be read."""
    try:
        return _bytes(path, what).decode()
    except UnicodeDecodeError as error:
        raise Unreadable(
            id=f"{what.id} bukan teks UTF-8; simpan ulang sebagai JSON.",
            en=f"{what.en} is no UTF-8 text; save it as JSON again.",
        ) from error


def _bytes(path: str, what: Words) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_LARGEST)
    except (OSError, ValueError) as error:
        raise Unreadable(
            id=f"{what.id} tidak dapat dibuka; periksa nama berkas dan izinnya.",
            en=f"{what.en} cannot be opened; check the file's name and permissions.",
        ) from error
