"""Bring a backup into an empty installation."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from renaksi_web import backups


def arguments(parser: argparse.ArgumentParser) -> None:
    """From where."""
    parser.add_argument("source", type=Path)


def run(chosen: argparse.Namespace) -> None:
    """Restore it, or leave everything as it was."""
    files = backups.restore(chosen.source)
    sys.stdout.write(f"Dipulihkan: basis data dan {files} berkas.\n")
