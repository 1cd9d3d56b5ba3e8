"""Word and Excel files printed to PDF by LibreOffice, many at a time: it takes long to start."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

PROGRAM = shutil.which("soffice")


def printed(files: Sequence[bytes], suffix: str) -> list[bytes]:
    """The PDF of each file."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory(prefix="renaksi-print-") as name:
        folder = Path(name)
        paths = [folder / f"{n}.{suffix}" for n in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        subprocess.run(  # noqa: S603 - a program of this machine, on files of ours
            [
                PROGRAM, f"-env:UserInstallation=file://{folder}/home", "--headless",
                "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths),
            ],
            check=True, capture_output=True, timeout=300 + 10 * len(files),
        )  # fmt: skip
        return [path.with_suffix(".pdf").read_bytes() for path in paths]
