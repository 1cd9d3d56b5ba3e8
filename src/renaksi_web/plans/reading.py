"""Having a document read, pictured or unpacked: by isolated readers, never by the site itself."""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from renaksi import plan_json
from renaksi.diagnostics import Diagnostic, Unreadable
from renaksi.interpret import RULES
from renaksi.model import Plan
from renaksi_web.plans.isolated import nursery
from renaksi_web.plans.isolated.nursery import Ended
from renaksi_web.refusals import Refused

WALL_SECONDS: Final = 40
_RULES: Final = {rule.code: rule for rule in RULES}
_SIGKILL, _SIGALRM, _SIGXCPU, _SIGXFSZ = -9, -14, -24, -25
_TOO_MUCH: Final = frozenset({3, _SIGKILL, _SIGALRM, _SIGXCPU, _SIGXFSZ})
# Advice for the command line, which no page can follow.
_OPTION: Final = re.compile(r" (?:atau naikkan batasnya dengan|or raise the limit with) --[a-z-]+")
_UNPACKED_MEGABYTES: Final = 160
_log = logging.getLogger(__name__)


class Read(NamedTuple):
    """What was read of a file, for `Import`.

    The plan with its findings (`renaksi/plan/1`), the document as it is shown beside it, the
    signature of its layout, and how many plans the file holds.
    """

    reading: dict[str, Any]
    original: dict[str, Any]
    layout: str
    parts: int


class Unpacked(NamedTuple):
    """One file of an archive; ``refusal`` says why it could not be unpacked."""

    name: str
    data: bytes
    refusal: dict[str, str] | None


def read(data: bytes, part: int = 0) -> Read | None:
    """The reading of a file, or None where it is an archive of files; `Refused` with the reason.

    ``part`` chooses a plan of a file that holds several.
    """
    answer = _answer(nursery.ask("read", data, part=part))
    if b"\\u0000" in answer:  # no database keeps it, and no office wrote it
        raise _failed(1)
    try:
        told = json.loads(answer)
        if told.get("archive"):
            return None
        plan_and_findings(told["reading"])
        return Read(told["reading"], told["original"], told["layout"], told["parts"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Unreadable) as error:
        _log.warning("A reader answered nonsense: %s", error)
        raise _failed(1) from error


def picture(data: bytes, page: int) -> bytes:
    """One page of a PDF as PNG, counted from 1."""
    answer = _answer(nursery.ask("picture", data, page=page))
    if not answer.startswith(b"\x89PNG"):
        raise _failed(1)
    return answer


def unpacked(data: bytes) -> list[Unpacked]:
    """The files of an archive, in its order."""
    answer = _answer(nursery.ask("unpack", data, output=_UNPACKED_MEGABYTES))
    try:
        return list(_files(answer))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        _log.warning("A reader answered nonsense: %s", error)
        raise _failed(1) from error


def plan_and_findings(reading: dict[str, Any]) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan of a stored reading, with the findings of reading."""
    (result,) = plan_json.loads(json.dumps(reading), _RULES)
    return result


def _files(answer: bytes) -> Iterator[Unpacked]:
    """The files that stand one behind the other, by the index behind them."""
    length = int.from_bytes(answer[-8:], "big")
    at = 0
    for told in json.loads(answer[-8 - length : -8]):
        name = "".join(filter(str.isprintable, str(told["name"])))[:255]
        refusal = {key: _sentence(said) for key, said in told.get("refused", {}).items()}
        yield Unpacked(name, answer[at : at + told["size"]], refusal or None)
        at += told["size"]


def _answer(ended: Ended) -> bytes:
    """What a reader answered; `Refused` where it refused the file or did not come through."""
    if ended.code != 0 or ended.answer[:1] not in (b"+", b"-"):
        raise _failed(ended.code)
    if ended.answer.startswith(b"+"):
        return ended.answer[1:]
    try:
        told = json.loads(ended.answer[1:])
        raise Refused(id=_sentence(told["id"]), en=_sentence(told["en"]))
    except (ValueError, KeyError, TypeError) as error:
        raise _failed(1) from error


def _failed(code: int) -> Refused:
    """Why there is no answer: too much for the limits, or broken in a way nobody foresaw."""
    if code in _TOO_MUCH:
        return Refused(
            id="Membaca berkas ini memakan terlalu banyak waktu atau memori. Kirim bagian yang "
            "memuat rencana aksi saja.",
            en="Reading this file takes too much time or memory. Send only the part that holds "
            "the action plan.",
        )
    _log.warning("A reader ended with code %s", code)
    return Refused(
        id="Berkas ini tidak dapat dibaca; isinya rusak atau tidak lazim. Buka di program "
        "asalnya, simpan ulang, lalu unggah lagi.",
        en="This file cannot be read; it is damaged or unusual. Open it in its own program, "
        "save it again and upload it anew.",
    )


def _sentence(text: str) -> str:
    text = _OPTION.sub("", text)
    return text[:1].upper() + text[1:]


def apart(process: Path, data: bytes) -> tuple[int, bytes]:
    """The exit code of a process that reads one file its own way, and what it told of the data.

    It is started with an empty environment in an empty folder; it limits its own memory,
    time and output, and is killed when it is not done after `WALL_SECONDS`. A code below 0
    is the signal that ended it.
    """
    with tempfile.TemporaryDirectory(prefix="renaksi-reading-") as folder:
        given, told = Path(folder, "in"), Path(folder, "out")
        given.write_bytes(data)
        code = _run(process, given, told, folder)
        return code, told.read_bytes() if code == 0 else b""


def _run(process: Path, given: Path, told: Path, folder: str) -> int:
    with given.open("rb") as stdin, told.open("wb") as stdout:
        try:
            done = subprocess.run(  # noqa: S603  # our own file, no argument from outside
                [sys.executable, "-I", str(process)],
                stdin=stdin,
                stdout=stdout,
                stderr=subprocess.DEVNULL,
                env={},
                cwd=folder,
                timeout=WALL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return -9
    return done.returncode
