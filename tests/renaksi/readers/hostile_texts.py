"""Texts written to keep a reader busy: long lines, endless repetition, deep borders, odd signs.

As a program it reads all of them, each of some tens of thousands of letters, and prints what became
of each: ``python -m tests.renaksi.readers.hostile_texts SECONDS BYTES``.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator

HEAD = "URAIAN\tINDIKATOR\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n1. Program A Satu\t1. Jumlah a\tOrang\t1\t2\t3\t4\n"

# What a pattern could stumble over when it is repeated.
FRAGMENTS = (
    "a", "1", "1.", "1,", "-", "- ", "1 ", "1. ", "1.1 ", "TW I ", "TW I 1 ", "tri wulan ", "sub kegiatan ",
    "Program ", "Kegiatan: ", "(", ")", "((1.", "X.XX.", "1.02.", "1.02.02.2.01.", " %", "Rp. ", "2020 ",
    "s/d ", "dan ", "A. ", "I. ", "b. Program ", "*", "**", "_", "#", "<", "<b ", "<br>", "&", "&amp;", "| ",
    "\\|", "│", "┌", "+-", "=", "  ", "   a", "\u200b", "\u202e", "indikator: ", "indikator kinerja utama ",
    "Satuan : ", "1. Persentase a ", "Persen ", "Jumlah; 1. ", "ternya ", "nip ", "Hal. 1 ", "- 1 -", "\v", "1\v",
    "12 orang ", "a/b ", "Sasaran 1. ", "...", "_ ", "\u00a0", "e\u0301", "Kecamatan ", "\x1b[", "\x1b[1m", "[[", "{",
)  # fmt: skip


def _lines(line: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: HEAD + "".join(f"{line(n)}\n" for n in range(count))


# By name, a text of so many lines.
LINES: dict[str, Callable[[int], str]] = {
    "empty cells": _lines(lambda _: "\t" * 19),
    "one row again and again": _lines(lambda _: "1. Kegiatan B\t1. Jumlah\tOrang\t1\t2\t3\t4"),
    "activities": _lines(lambda n: f"{n}. Kegiatan {n}\t1. Jumlah\tOrang\t1\t2\t3\t4"),
    "sub-activities": _lines(lambda n: f"{n % 99}. Sub Kegiatan {n}\t1. Jumlah\tOrang\t1\t2\t3\t4"),
    "indicators of one element": _lines(lambda n: f"\t{n % 99}. Jumlah {n}\tOrang\t1\t2\t3\t4"),
    "quarters of one row": _lines(lambda n: f"\t\t\tTW {('I', 'II', 'III', 'IV')[n % 4]}\t{n}"),
    "rules": _lines(lambda _: "┌" + "─┬" * 8 + "┐"),
    "a box": _lines(lambda n: "├──┼──┤" if n % 2 else "│ Kegiatan x │ 1. Jumlah y │ 1 │"),
    "a box without rules": _lines(lambda _: "| abc def | y | z |"),
    "columns of blanks": _lines(lambda n: f"\nab    b    c    d    {n}" if n % 50 == 0 else f"ab    b    c    d    {n}"),
    "headers": _lines(lambda _: "URAIAN\tINDIKATOR\tTW I"),
    "headings": _lines(lambda n: f"**{chr(65 + n % 26)}. Program {n}**"),
    "codes": _lines(lambda n: f"1.02.02.2.{n % 99:02d}.{n % 9999:04d}\tnama {n}\tJumlah\tOrang\t1\t2\t3\t4"),
    "objectives": _lines(lambda n: f"Sasaran {n}: Meningkatnya x{n}\tIndeks {n}\tNilai\t1\t2\t3\t4"),
    "titles": lambda count: "RENCANA AKSI KECAMATAN A B C D E F\n" * count + HEAD,
    "marks of pages": _lines(lambda n: f"RENCANA AKSI\tHal. {n} dari 99"),
}  # fmt: skip


def repeated(size: int) -> Iterator[tuple[str, str]]:
    """Each fragment repeated in a line of its own, in a value, and in a name; with their names."""
    for fragment in FRAGMENTS:
        run = fragment * (size // len(fragment))
        yield f"{fragment!r} in a line", f"{HEAD}{run}\n"
        yield f"{fragment!r} as a value", f"{HEAD}1. Kegiatan B\t1. Jumlah x\tOrang\t{run}\n"
        yield (
            f"{fragment!r} in a name",
            f"{HEAD}1. Kegiatan {run}!\t1. Jumlah x\tOrang\t1\t2\t3\t4\n",
        )


def main() -> None:
    """Read all of them with bounds on the processor's time (seconds) and on memory (bytes)."""
    from renaksi.diagnostics import Unreadable
    from renaksi.interpret import interpret_text

    seconds, memory = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    texts = [*repeated(60_000), *((name, make(1500)) for name, make in LINES.items())]
    for name, text in texts:
        try:
            interpret_text(text)
            became = "read"
        except Unreadable:
            became = "refused"
        sys.stdout.write(f"{became} {name}\n")


if __name__ == "__main__":
    main()
