"""Damaged and hostile files made from sound ones, and the run that reads them within limits.

``python -m tests.renaksi.formats.hostile FORM STEP`` reads the absurd ones and every STEP-th
damaged one in a process of its own, with bounds on memory and processor time, and prints what neither gave a document nor
was refused with a sentence. Nothing may: no other exception, no crash, no hang.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_bytes
from tests.renaksi.formats.absurd import ABSURD
from tests.renaksi.formats.known_plans import written
from tests.renaksi.formats.packages import packed, unpacked

_MEMORY = 1_000_000_000
_SECONDS = 120

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
PAYLOADS = {
    "external entity": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
    "external subset": '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r/>',
    "entity bomb": f'<!DOCTYPE r [<!ENTITY l0 "lol">{_LAUGHS}]><r>&l11;</r>',
    "parameter entity": '<!DOCTYPE r [<!ENTITY % x SYSTEM "file:///etc/hostname">%x;]><r/>',
    "deep nesting": "<r>" * 100_000 + "</r>" * 100_000,
    "wide attributes": "<r " + " ".join(f'a{n}="x"' for n in range(20_000)) + "/>",
    "huge text": "<r>" + "x" * 12_000_000 + "</r>",
    "empty": "",
    "no XML": "not xml at all",
    "unclosed": "<r><s>",
    "another root": "<html><body><p>x</p></body></html>",
    "include": '<r xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/hostname"/></r>',
}  # fmt: skip


class Case(NamedTuple):
    """One file that is wrong, and how; it is made when it is read."""

    name: str
    make: Callable[[], bytes]


def cases(form: str) -> Iterator[Case]:
    """Every damaged or hostile file of one format."""
    sound = written(form, 3)[1]
    yield from _damaged(sound)
    if sound.startswith(b"PK"):
        yield from _packages(sound)
        yield from _parts(sound)


def _damaged(sound: bytes) -> Iterator[Case]:
    for tenth in range(10):
        yield Case(f"cut at {tenth}/10", partial(_cut, sound, len(sound) * tenth // 10 + tenth))
    for n in range(40):
        yield Case(f"bytes changed {n}", partial(_changed, sound, n))
    for n in range(10):
        yield Case(f"hole {n}", partial(_hole, sound, n, bytes(200)))
        yield Case(f"piece lost {n}", partial(_hole, sound, n, b""))
    yield Case("twice", lambda: sound + sound)
    yield Case("signature alone", lambda: sound[:8])
    yield Case("signature and noise", lambda: sound[:8] + Random(1).randbytes(5000))


def _cut(sound: bytes, size: int) -> bytes:
    return sound[:size]


def _changed(sound: bytes, n: int) -> bytes:
    rng = Random(n)
    spoilt = bytearray(sound)
    for _ in range(rng.choice((1, 3, 30, 300))):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def _hole(sound: bytes, n: int, filling: bytes) -> bytes:
    rng = Random(n)
    start = rng.randrange(len(sound))
    return sound[:start] + filling + sound[start + rng.randrange(1, 400) :]


def _packages(sound: bytes) -> Iterator[Case]:
    """Packages that are wrong as packages."""
    parts = unpacked(sound)

    def with_parts(more: dict[str, bytes]) -> Callable[[], bytes]:
        return lambda: packed(parts | more)

    yield Case("no parts", lambda: packed({}))
    yield Case("many parts", with_parts({f"x/{n}": b"" for n in range(5000)}))
    yield Case("paths", with_parts({"../../../../etc/x": b"x", "/etc/x": b"x", "C:\\x": b"x"}))
    yield Case("bzip2", lambda: packed(parts, zipfile.ZIP_BZIP2))
    yield Case("lzma", lambda: packed(parts, zipfile.ZIP_LZMA))
    yield Case("encrypted", lambda: _with_flag(sound, 1))
    for name in parts:
        yield Case(f"bomb in {name}", partial(_bomb, parts, name))
        yield Case(f"blown up {name}", partial(_blown_up, parts, name))
        yield Case(f"without {name}", partial(_without, parts, name))


def _bomb(parts: dict[str, bytes], name: str) -> bytes:
    return packed(parts | {name: bytes(60_000_000)})


def _blown_up(parts: dict[str, bytes], name: str) -> bytes:
    spaces = b">" + b" " * 200_000
    return packed(parts | {name: parts[name].replace(b">", spaces, 300)[:60_000_000]})


def _without(parts: dict[str, bytes], name: str) -> bytes:
    return packed({other: data for other, data in parts.items() if other != name})


def _with_flag(sound: bytes, flag: int) -> bytes:
    """A package whose every part claims to be encrypted."""
    spoilt = bytearray(sound)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = spoilt.find(signature)
        while at >= 0:
            spoilt[at + offset] |= flag
            at = spoilt.find(signature, at + 4)
    return bytes(spoilt)


def _parts(sound: bytes) -> Iterator[Case]:
    """Each XML part with each payload, and spoilt in its middle."""
    parts = unpacked(sound)

    def as_part(name: str, data: bytes) -> Callable[[], bytes]:
        return lambda: packed(parts | {name: data})

    for name, data in parts.items():
        if not data.lstrip().startswith(b"<"):
            continue
        for payload, text in PAYLOADS.items():
            yield Case(f"{payload} in {name}", as_part(name, text.encode()))
        head, _, rest = data.partition(b"?>")
        declared = head + b'?><!DOCTYPE x [<!ENTITY e "lol">]>' + rest
        yield Case(f"doctype before {name}", as_part(name, declared))
        text = data.decode("utf-8", "replace")
        wide = text.replace("UTF-8", "UTF-16").replace("utf-8", "utf-16").encode("utf-16")
        yield Case(f"UTF-16 in {name}", as_part(name, wide))
        yield Case(f"half of {name}", as_part(name, data[: len(data) // 2]))
        for n in range(6):
            yield Case(f"numbers {n} in {name}", partial(_numbers, parts, name, n))


def _numbers(parts: dict[str, bytes], name: str, seed: int) -> bytes:
    """Some of the numbers in a part's attributes become absurd ones."""
    wild = (
        b"-1",
        b"0",
        b"999999999",
        b"99999999999999999999",
        b"1e309",
        b"NaN",
        b"",
        b"x",
        b"\xff",
    )
    rng = Random(seed)
    pieces = parts[name].split(b'"')
    for n in range(1, len(pieces), 2):
        if pieces[n].isdigit() and rng.random() < 0.05:
            pieces[n] = rng.choice(wild)
    return packed(parts | {name: b'"'.join(pieces)})


def outcome(data: bytes) -> str:
    """*read*, *refused*, or the exception that should not have left the reader."""
    try:
        read_bytes(data)
    except Unreadable:
        return "refused"
    except Exception as error:  # noqa: BLE001 - this is what the run looks for
        return f"{type(error).__name__}: {str(error)[:200]}"
    return "read"


def run(form: str, step: int = 1) -> dict[str, str]:
    """What the cases came to in a process with limits; *died* where it ended."""
    words = [sys.executable, "-m", "tests.renaksi.formats.hostile", form, str(step)]
    root = Path(__file__).resolve().parents[3]
    ended = subprocess.run(  # noqa: S603
        words, capture_output=True, text=True, check=False, cwd=root, timeout=600,
        env={"PYTHONPATH": f"{root / 'src'}:{root}", "PYTHONFAULTHANDLER": "1"},
    )  # fmt: skip
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    found = dict(lines)
    if ended.returncode:
        found["(process)"] = f"died with {ended.returncode}: {ended.stderr[-1500:]}"
    return found


def main() -> None:
    """Read the cases of one format within limits, a line for each."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    form, step = sys.argv[1], int(sys.argv[2])
    absurd = (Case(name, partial(bytes, data)) for name, data in ABSURD.get(form, dict)().items())
    for case in (*absurd, *list(cases(form))[::step]):
        sys.stdout.write(json.dumps((case.name, outcome(case.make()))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
