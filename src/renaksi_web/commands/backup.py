"""Write everything that must not be lost into one archive, while people go on working."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from renaksi_web import backups
from renaksi_web.commands.audit import write_checkpoints


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("target", type=Path, help="renaksi-2022-10-05.tar.gz")


def run(chosen: argparse.Namespace) -> None:
    """Write it, with a fresh checkpoint of the audit record in it."""
    write_checkpoints()
    backups.make(chosen.target)
    sys.stdout.write(f"{chosen.target}\n")
