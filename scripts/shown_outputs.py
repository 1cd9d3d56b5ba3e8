"""Keeps the outputs that documents show equal to what the commands print today.

A block that begins with ```console holds commands after ``$`` and what they print. A
command may be a pipe (``renaksi show … | head -20``). Without a flag the script says
which blocks are out of date and fails; with ``--write`` it writes them anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?<=^```console\n)(?P<body>.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def pages() -> list[Path]:
    """The documents that show outputs."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return sorted(page for page in found if BLOCK.search(page.read_text(encoding="utf-8")))


def renewed(text: str) -> str:
    """A document with the outputs of today in its blocks."""
    return BLOCK.sub(lambda block: _body(COMMAND.findall(block["body"])), text)


def _body(commands: list[str]) -> str:
    return "\n".join(f"$ {command}\n{printed(command)}" for command in commands)


def printed(command: str) -> str:
    """What a command of a document prints, run at the root with the project's own programs."""
    programs = Path(sys.executable).parent
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "HOME": os.environ.get("HOME", "/"),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    run = subprocess.run(  # noqa: S602 - commands come from our own documents
        command, shell=True, cwd=ROOT, env=environment, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    lines = [line.rstrip() for line in run.stdout.splitlines()]
    return "".join(f"{line}\n" for line in lines)


def main(arguments: list[str]) -> int:
    """Compare every document, or write it anew."""
    stale = 0
    for page in pages():
        text = page.read_text(encoding="utf-8")
        today = renewed(text)
        if today == text:
            continue
        name = page.relative_to(ROOT)
        if "--write" in arguments:
            page.write_text(today, encoding="utf-8")
            print(f"{name}: written anew")
        else:
            stale += 1
            print(f"{name} shows what the commands no longer print; `make docs` writes it anew.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
