"""Mutation: sample files changed at random, read in a process of their own with its limits.

``python -m tests.renaksi.formats.mutations --count 5000`` prints what was neither read nor refused
with a sentence of the reader: an exception that nobody foresaw, a crash, a time or memory limit.
A mutant is known by its sample and seed, so that whatever is found can be made again and kept.
Packages are changed inside, part by part, and packed anew: a broken checksum proves little.
"""

from __future__ import annotations

import argparse
import re
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from renaksi.apart import done_apart
from renaksi.diagnostics import Unreadable
from renaksi.readers.limits import Limits
from tests.renaksi.formats.hostile import PAYLOADS, outcome
from tests.renaksi.formats.layouts import LAYOUTS, fits
from tests.renaksi.formats.layouts.judging import WRITERS, written
from tests.renaksi.formats.packages import packed, unpacked

ROOT = Path(__file__).resolve().parents[3]
SUFFIXES = {
    ".docx",
    ".xlsx",
    ".xls",
    ".ods",
    ".pdf",
    ".html",
    ".csv",
    ".txt",
    ".md",
    ".json",
    ".zip",
}
_LARGEST = 1_500_000
_WILD = (
    b"-1", b"0", b"1e309", b"NaN", b"", b"99999999999999999999", b"\xff", b"2147483648", b"x", b"-0.0",
    b"65536", b"1048577", b"\x00",
)  # fmt: skip
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)

Change = Callable[[bytes, Random], bytes]


def samples() -> Iterator[tuple[str, bytes]]:
    """Every sample file of the tests, and one known document of each format and layout."""
    for folder in ("tests/cases", "examples"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES and path.stat().st_size <= _LARGEST:
                yield str(path.relative_to(ROOT)), path.read_bytes()
    for form in WRITERS:
        for layout in LAYOUTS:
            if fits(form, layout):
                yield f"{form} {layout}", written(form, [(layout, 1)])[0][1]


def mutant(data: bytes, seed: str) -> bytes:
    """A changed copy of a file: always the same for a seed."""
    rng = Random(seed)
    if data.startswith(b"PK") and rng.random() < 0.85:
        return _package(data, rng)
    if data.startswith(b"%PDF") and rng.random() < 0.6:
        return _pdf(data, rng)
    for _ in range(rng.choice((1, 1, 2, 5))):
        data = rng.choice(_OF_BYTES)(data, rng)
    return data


def _package(data: bytes, rng: Random) -> bytes:
    """A package with some of its parts changed, exchanged or lost."""
    parts = unpacked(data)
    names = sorted(parts)
    for _ in range(rng.choice((1, 1, 2, 3))):
        name = rng.choice(names)
        chance = rng.random()
        if chance < 0.05:
            parts.pop(name, None)
        elif chance < 0.1:
            parts[name] = parts.get(rng.choice(names), b"")
        elif chance < 0.2:
            parts[name] = rng.choice(list(PAYLOADS.values())).encode()
        else:
            parts[name] = rng.choice((*_OF_TEXT, *_OF_BYTES))(parts.get(name, b""), rng)
    return packed(parts)


def _pdf(data: bytes, rng: Random) -> bytes:
    """A PDF with the inside of some stream changed."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return _flipped(data, rng)
    chosen = rng.choice(streams)
    inside = chosen[1]
    try:
        changed = zlib.compress(rng.choice((*_OF_TEXT, *_OF_BYTES))(zlib.decompress(inside), rng))
    except zlib.error:
        changed = rng.choice(_OF_BYTES)(inside, rng)
    return data[: chosen.start(1)] + changed + data[chosen.end(1) :]


# -- bytes ----------------------------------------------------------------------------------


def _flipped(data: bytes, rng: Random) -> bytes:
    spoilt = bytearray(data or b"x")
    for _ in range(rng.choice((1, 4, 40, 400))):
        spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
    return bytes(spoilt)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _hole(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    filling = rng.choice((b"", bytes(rng.randrange(1, 300)), rng.randbytes(50)))
    return data[:start] + filling + data[start + rng.randrange(1, 2000) :]


def _twice(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.randrange(1, 4000)]
    return data[:start] + piece * rng.choice((2, 3, 50)) + data[start + len(piece) :]


def _moved(data: bytes, rng: Random) -> bytes:
    start, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    piece = data[start : min(end, start + 5000)]
    rest = data[:start] + data[start + len(piece) :]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + piece + rest[at:]


# -- texts of XML, of pages, of tables ----------------------------------------------------------


def _numbers(data: bytes, rng: Random) -> bytes:
    """Some numbers become absurd ones."""
    share = rng.choice((0.01, 0.1, 0.6))

    def other(match: re.Match[bytes]) -> bytes:
        return rng.choice(_WILD) if rng.random() < share else match[0]

    return re.sub(rb"\d+", other, data)


def _tags(data: bytes, rng: Random) -> bytes:
    """A tag is lost, doubled or opened thousands of times."""
    found = list(re.finditer(rb"<[^<>]{1,200}>", data))
    if not found:
        return _twice(data, rng)
    chosen = rng.choice(found)
    times = rng.choice((0, 0, 2, 3, 20_000))
    return data[: chosen.start()] + chosen[0] * times + data[chosen.end() :]


def _elements(data: bytes, rng: Random) -> bytes:
    """What stands between two tags is exchanged for what stands between two others."""
    cuts = [match.start() for match in re.finditer(rb"<", data)]
    if len(cuts) < 5:
        return _moved(data, rng)
    a, b, c, d = sorted(rng.sample(cuts, 4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _attributes(data: bytes, rng: Random) -> bytes:
    """Some attributes are lost, or take the value of another."""
    share = rng.choice((0.01, 0.2))
    values = re.findall(rb'="[^"]*"', data) or [b'="x"']

    def other(match: re.Match[bytes]) -> bytes:
        if rng.random() > share:
            return match[0]
        return rng.choice((b"", match[1] + rng.choice(values)))

    return re.sub(rb'(\s[\w:]+)="[^"]*"', other, data)


_OF_BYTES: tuple[Change, ...] = (_flipped, _cut, _hole, _twice, _moved)
_OF_TEXT: tuple[Change, ...] = (_numbers, _tags, _elements, _attributes)


def fate(data: bytes, limits: Limits) -> str:
    """What became of a file in a process with limits: *read*, *refused*, or what must not be."""
    try:
        return done_apart(lambda data: outcome(data).encode(), data, limits).decode()
    except Unreadable as refusal:
        return f"bounded: {refusal.message('en')}"


def run(count: int, seed: int, limits: Limits) -> Iterator[tuple[str, str, str]]:
    """Sample, seed and fate of so many mutants, the samples taken in turn."""
    every = list(samples())
    for n in range(count):
        name, data = every[n % len(every)]
        key = f"{seed}:{n}"
        yield name, key, fate(mutant(data, key), limits)


def main() -> int:
    """Print what was found, and the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="write the files that were found here")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    every = dict(samples())
    for name, key, found in run(options.count, options.seed, Limits()):
        counts[found if found in ("read", "refused") else "found"] += 1
        if found not in ("read", "refused"):
            sys.stdout.write(f"{name} · {key} · {found}\n")
            sys.stdout.flush()
            if options.keep:
                (options.keep / f"{key} {name}".replace("/", "_")).write_bytes(
                    mutant(every[name], key)
                )
    sys.stdout.write(f"{dict(counts)}\n")
    return 1 if counts["found"] else 0


if __name__ == "__main__":
    sys.exit(main())
