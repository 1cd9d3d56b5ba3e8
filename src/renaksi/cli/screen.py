"""Standard output as commands see it: language, width, colours, and what its encoding can write.

In a terminal the output is pretty, in a pipe plain. Colours are a handful of ANSI
codes; whatever a document contains is made printable first, so that no file can
send codes of its own to the terminal.
"""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from renaksi.diagnostics import Language, RenaksiError, Words, spoken

PIPE_WIDTH: Final = 100
NARROWEST: Final = 40
WIDEST: Final = 140

STYLES: Final = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
    "error": "1;31",
    "warning": "33",
    "info": "36",
}
_DRAWING: Final = "├─│└·•…"

# What stands for a sign that an old encoding lacks; other characters become escapes.
_PLAIN: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "•": "*", "–": "-", "—": "-", "−": "-",
    "…": "...", "×": "x", "÷": ":", "≥": ">=", "≤": "<=", "\u00a0": " ",
}  # fmt: skip
_IN_PLAIN: Final = "renaksi.plain"


class Unwritable(RenaksiError):
    """Output that could not be written (exit code 2)."""


class Screen(NamedTuple):
    """How to write to standard output.

    ``terminal``: a person reads it as it comes; ``colour``: it shows ANSI styles;
    ``drawing``: its encoding has box characters; ``width`` in characters.
    """

    lang: Language = "id"
    width: int = PIPE_WIDTH
    terminal: bool = False
    colour: bool = False
    drawing: bool = True

    def say(self, words: Words, /, **params: object) -> str:
        """A sentence in the user's language."""
        return spoken(words, self.lang).format(**params)

    def style(self, style: str, text: str) -> str:
        """``text`` in one of `STYLES`, where the screen shows colours."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def write(self, *lines: str) -> None:
        """Write lines to standard output."""
        with output():
            sys.stdout.write("".join(f"{line}\n" for line in lines))

    def write_json(self, value: object) -> None:
        """Write a value as JSON."""
        self.write_bytes(json_bytes(value) + b"\n")

    def write_bytes(self, data: bytes) -> None:
        """Write a file's bytes to standard output; machines get UTF-8 whatever the terminal has."""
        with output():
            sys.stdout.flush()
            sys.stdout.buffer.write(data)


def json_bytes(value: object) -> bytes:
    """A value as JSON in UTF-8; a file's name that is no text becomes escapes."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")


@contextmanager
def output() -> Iterator[None]:
    """Guard writing to standard output: after a failure nothing more is tried there."""
    try:
        yield
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise unwritable("stdout", error) from error


def screen_for(lang: Language, *, plain: bool = False) -> Screen:
    """The screen that standard output is; ``plain`` asks for no colours."""
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        codecs.register_error(_IN_PLAIN, _in_plain_signs)
        out.reconfigure(errors=_IN_PLAIN)
    terminal = out.isatty()
    wanted = not (plain or os.environ.get("NO_COLOR"))
    width = width_of_terminal() if terminal or "COLUMNS" in os.environ else PIPE_WIDTH
    return Screen(
        lang=lang,
        width=max(NARROWEST, min(width, WIDEST)),
        terminal=terminal,
        colour=wanted and terminal and _shows_colours(),
        drawing=can_write(_DRAWING, out.encoding),
    )


def _in_plain_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    """The next character that cannot be written, in a sign that can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    char = error.object[error.start]
    return _PLAIN.get(char) or char.encode("ascii", "backslashreplace"), error.start + 1


def width_of_terminal() -> int:
    """The columns of the terminal, by COLUMNS or as it says itself."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdigit() and int(stated):
        return int(stated)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and not stream.closed and stream.isatty():
            return os.get_terminal_size(stream.fileno()).columns or PIPE_WIDTH
    return PIPE_WIDTH


def printable(text: str) -> str:
    """``text`` on one line, with whatever could steer a terminal shown as an escape."""
    return escaped(" ".join(text.split()))


def escaped(name: str) -> str:
    """A file's name as it is, but for characters that are not printable."""
    if name.isprintable():
        return name
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in name
    )


def unwritable(name: str, error: OSError) -> Unwritable:
    """Why ``name`` cannot be written, and what to do."""
    import errno

    reasons = {
        errno.ENOENT: Words(
            "foldernya tidak ada; buat dulu foldernya", "its folder does not exist; make it first"
        ),
        errno.ENOTDIR: Words(
            "foldernya tidak ada; buat dulu foldernya", "its folder does not exist; make it first"
        ),
        errno.EISDIR: Words("itu sebuah folder; sebut nama berkas", "it is a folder; name a file"),
        errno.EACCES: Words("tidak ada izin menulis di sana", "there is no permission to write"),
        errno.EPERM: Words("tidak ada izin menulis di sana", "there is no permission to write"),
        errno.EROFS: Words("tempatnya hanya dapat dibaca", "its place is read-only"),
        errno.ENOSPC: Words(
            "penyimpanan penuh; kosongkan dulu", "the disk is full; free some space"
        ),
        errno.ENAMETOOLONG: Words("namanya terlalu panjang", "its name is too long"),
    }
    other = error.strerror or type(error).__name__
    reason = reasons.get(error.errno or 0, Words(other, other))
    return Unwritable(
        id=f"{escaped(name)} tidak dapat ditulis: {reason.id}.",
        en=f"{escaped(name)} cannot be written: {reason.en}.",
    )


def _shows_colours() -> bool:
    if sys.platform == "win32":
        # Older consoles show the codes themselves; those that understand them say so.
        return any(key in os.environ for key in ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM"))
    return os.environ.get("TERM", "dumb") != "dumb"


def can_write(characters: str, encoding: str | None) -> bool:
    """Whether ``encoding`` has these characters."""
    try:
        characters.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
