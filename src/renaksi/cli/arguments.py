"""The parser of the command line in the user's language, and the options that commands share.

Everything that argparse would say in English is said here: headings of the help, and
each way of using the command wrongly as `WrongUsage`, one sentence in both languages.
Options are declared on argument groups, which also spares argparse the work of
laying out a help text that nobody asked for.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NoReturn

from renaksi.cli.screen import width_of_terminal
from renaksi.diagnostics import Language, RenaksiError, Words, spoken

LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")
FORMATS: Final = ("text", "json")
STDIN: Final = "-"

_POSITIONALS: Final = Words("argumen", "arguments")
_OPTIONS: Final = Words("opsi", "options")
_USAGE: Final = Words("pemakaian: ", "usage: ")
_HELP: Final = Words("tampilkan bantuan ini", "show this help")
_LANG: Final = Words(
    "bahasa keluaran: id atau en (bawaan: RENAKSI_LANG, atau id)",
    "language of the output: id or en (default: RENAKSI_LANG, or id)",
)
_NO_COLOR: Final = Words("tanpa warna (juga dengan NO_COLOR=1)", "no colours (also by NO_COLOR=1)")
_FORMAT: Final = Words("text untuk dibaca, json untuk mesin", "text to read, json for machines")
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
_MAX_MEMORY: Final = Words(
    "batas memori membaca satu berkas dalam byte (bawaan: RENAKSI_MAX_MEMORY, atau {default})",
    "limit on the memory for one file in bytes (default: RENAKSI_MAX_MEMORY, or {default})",
)
_SEE: Final = Words(" Lihat `{prog} --help`.", " See `{prog} --help`.")

# What argparse says, and how we say it. Groups of the pattern fill the sentence.
_SENTENCES: Final = (
    (
        r"argument (?P<name>\S+): expected one argument",
        Words("Opsi {name} memerlukan satu nilai.", "Option {name} needs one value."),
    ),
    (
        r"argument (?P<name>\S+): ignored explicit argument .*",
        Words("Opsi {name} tidak menerima nilai.", "Option {name} takes no value."),
    ),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<value>.*) \(choose from (?P<known>.*)\)",
        Words(
            "“{value}” tidak dikenal untuk {name}; pilih salah satu: {known}.",
            "“{value}” is unknown for {name}; choose one of: {known}.",
        ),
    ),
    (
        r"the following arguments are required: (?P<names>.*)",
        Words("{names} belum disebut.", "{names} is missing."),
    ),
    (r"argument (?P<name>\S+): (?P<said>.*)", Words("{name}: {said}.", "{name}: {said}.")),
    (r"(?P<said>.*)", Words("{said}.", "{said}.")),
)


class WrongUsage(RenaksiError):
    """A command line that cannot be understood; ``prog`` is the command it was meant for."""

    def __init__(self, prog: str, sentence: Words, **params: str) -> None:
        spoken_in = {
            lang: (spoken(sentence, lang) + spoken(_SEE, lang)).format(prog=prog, **params)
            for lang in LANGUAGES
        }
        super().__init__(id=spoken_in["id"], en=spoken_in["en"])
        self.prog = prog


class _Help(argparse.HelpFormatter):
    """The help as wide as the terminal, under a heading in the user's language."""

    lang: Language = "id"

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=min(width_of_terminal(), 100) - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Say "usage" in the user's language."""
        super().add_usage(usage, actions, groups, prefix or spoken(_USAGE, self.lang))


class _EnglishHelp(_Help):
    lang = "en"


class Parser(argparse.ArgumentParser):
    """An argument parser that raises `WrongUsage` where it does not understand."""

    def __init__(self, prog: str, lang: Language, **settings: str) -> None:
        super().__init__(
            prog=prog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Help if lang == "id" else _EnglishHelp,
            **settings,  # type: ignore[arg-type]  # only texts are given
        )
        self.lang = lang
        self.inputs = self.add_argument_group(spoken(_POSITIONALS, lang))
        self.options = self.add_argument_group(spoken(_OPTIONS, lang))

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments in ``words``; raises `WrongUsage`."""
        args, rest = self.parse_known_args(words)
        if rest:
            prog = f"{self.prog} {args.command}" if args.command else self.prog
            raise _unknown(prog, next((word for word in rest if word[0] == "-"), rest[0]))
        return args

    def error(self, message: str) -> NoReturn:
        """Say argparse's message as ours."""
        for pattern, sentence in _SENTENCES:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match:
                params = {key: value.replace("'", "") for key, value in match.groupdict().items()}
                raise WrongUsage(self.prog, sentence, **params)
        raise AssertionError(message)


def _unknown(prog: str, word: str) -> WrongUsage:
    return WrongUsage(
        prog,
        Words("“{word}” tidak dikenal.", "“{word}” is not known."),
        word=word.partition("=")[0],
    )


def add_general(parser: Parser, *, again: bool = False) -> None:
    """The options of every command; ``again`` where the program itself has declared them."""
    lang = parser.lang
    parser.options.add_argument("-h", "--help", action="help", help=spoken(_HELP, lang))
    default = argparse.SUPPRESS if again else None
    parser.options.add_argument(
        "--lang", choices=LANGUAGES, metavar="id|en", default=default, help=spoken(_LANG, lang)
    )
    parser.options.add_argument(
        "--no-color",
        action="store_true",
        default=argparse.SUPPRESS if again else False,
        help=spoken(_NO_COLOR, lang),
    )


def add_format(parser: Parser) -> None:
    """``--format text|json``."""
    parser.options.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="text|json",
        help=spoken(_FORMAT, parser.lang),
    )


def add_inputs(parser: Parser, *, several: bool) -> None:
    """Declare FILE (or FILE …) and what completes and limits its reading."""
    lang = parser.lang
    parser.inputs.add_argument(
        "files" if several else "file",
        metavar="FILE",
        nargs="+" if several else None,
        help=spoken(_FILE, lang),
    )
    add_reading(parser)


def add_reading(parser: Parser) -> None:
    """Declare what completes and limits the reading of files."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--organisation", metavar="NAME", help=spoken(_ORGANISATION, lang))
    add("--year", type=whole_number(lang, 1900), help=spoken(_YEAR, lang))
    from renaksi.readers.limits import Limits

    defaults = Limits()
    size = spoken(_MAX_BYTES, lang).format(default=f"{defaults.max_bytes}")
    time = spoken(_MAX_SECONDS, lang).format(default=f"{defaults.max_seconds:g}")
    add("--max-bytes", metavar="N", type=whole_number(lang), help=size)
    memory = spoken(_MAX_MEMORY, lang).format(default=f"{defaults.max_memory}")
    add("--max-seconds", metavar="N", type=seconds(lang), help=time)
    add("--max-memory", metavar="N", type=whole_number(lang), help=memory)


def language_of(words: Sequence[str]) -> Language:
    """The language for this command line, known before it is parsed; Indonesian by default."""
    lang: Language = "en" if os.environ.get("RENAKSI_LANG", "").lower().startswith("en") else "id"
    for before, word in zip(("", *words), words, strict=False):
        stated = word if before == "--lang" else word.removeprefix("--lang=")
        if (before == "--lang" or stated != word) and stated in LANGUAGES:
            lang = "id" if stated == "id" else "en"
    return lang


def whole_number(lang: Language, least: int = 1) -> Callable[[str], int]:
    """A type for whole numbers from ``least``."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if number < least:
            raise argparse.ArgumentTypeError(
                f"“{text}” bukan bilangan bulat mulai dari {least}"
                if lang == "id"
                else f"“{text}” is no whole number from {least}"
            )
        return number

    return read


def seconds(lang: Language) -> Callable[[str], float]:
    """A type for a time above zero."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = 0
        if not 0 < number < float("inf"):
            raise argparse.ArgumentTypeError(
                f"“{text}” bukan waktu dalam detik, seperti 30 atau 0.5"
                if lang == "id"
                else f"“{text}” is no time in seconds, such as 30 or 0.5"
            )
        return number

    return read
