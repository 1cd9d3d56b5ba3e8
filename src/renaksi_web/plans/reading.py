"""Having a document read: by another process, never by the one that serves pages."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from renaksi import plan_json
from renaksi.diagnostics import Diagnostic, Unreadable
from renaksi.interpret import RULES
from renaksi.model import Plan
from renaksi_web.refusals import Refused

WALL_SECONDS: Final = 40
_PROCESS: Final = Path(__file__).with_name("reading_process.py")
_RULES: Final = {rule.code: rule for rule in RULES}
_log = logging.getLogger(__name__)


def read(data: bytes) -> dict[str, Any]:
    """The reading of a file, for `Import.reading`; `Refused` with the reason where none is."""
    code, answer = apart(_PROCESS, data)
    if code != 0:
        raise _failed(code)
    if b"\\u0000" in answer:  # no database keeps it, and no office wrote it
        raise _failed(0)
    try:
        spoken = json.loads(answer)
        if "refused" in spoken:
            sentences = spoken["refused"]
            raise Refused(id=_sentence(sentences["id"]), en=_sentence(sentences["en"]))
        reading: dict[str, Any] = spoken["reading"]
        plan_and_findings(reading)
    except (ValueError, KeyError, TypeError, Unreadable) as error:
        _log.warning("The reading process answered nonsense: %s", error)
        raise _failed(0) from error
    return reading


def apart(process: Path, data: bytes) -> tuple[int, bytes]:
    """The exit code of a reading process and what it told of the data.

    The process is started with an empty environment in an empty folder; it limits its own
    memory, time and output, and is killed when it is not done after `WALL_SECONDS`. A code
    below 0 is the signal that ended it.
    """
    with tempfile.TemporaryDirectory(prefix="renaksi-reading-") as folder:
        given, told = Path(folder, "in"), Path(folder, "out")
        given.write_bytes(data)
        code = _run(process, given, told, folder)
        return code, told.read_bytes() if code == 0 else b""


def plan_and_findings(reading: dict[str, Any]) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan of a stored reading, with the findings of reading."""
    (result,) = plan_json.loads(json.dumps(reading), _RULES)
    return result


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


def _failed(code: int) -> Refused:
    """Why there is no reading: too much for the limits, or broken in a way nobody foresaw."""
    if code < 0 or code == 3:
        return Refused(
            id="Membaca berkas ini memakan terlalu banyak waktu atau memori. Kirim bagian yang "
            "memuat rencana aksi saja, sebagai teks.",
            en="Reading this file takes too much time or memory. Send only the part that holds "
            "the action plan, as text.",
        )
    _log.warning("The reading process ended with code %s", code)
    return Refused(
        id="Berkas ini tidak dapat dibaca; isinya rusak atau tidak lazim. Simpan ulang "
        "dokumennya sebagai teks (.txt, UTF-8), lalu unggah lagi.",
        en="This file cannot be read; it is damaged or unusual. Save the document again as "
        "text (.txt, UTF-8) and upload it again.",
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
