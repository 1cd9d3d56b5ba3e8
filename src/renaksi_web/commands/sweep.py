"""List the stored files that nothing refers to, and with --remove remove them."""

from __future__ import annotations

import argparse
import sys
from datetime import timedelta

from django.conf import settings

from renaksi_web.files.sweeping import SPARED, left_over, missing


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to remove, and how long an upload may be in flight."""
    parser.add_argument("--remove", action="store_true", help="remove what is listed")
    parser.add_argument(
        "--older-than",
        type=int,
        default=int(SPARED.total_seconds() // 60),
        metavar="MINUTES",
        help="spare files written since: an upload in flight has no row yet",
    )


def run(chosen: argparse.Namespace) -> int:
    """One line for each file; 1 where a row lacks its file."""
    count = size = 0
    for left in left_over(timedelta(minutes=max(chosen.older_than, 5))):
        sys.stdout.write(f"{left.path.relative_to(settings.FILES)}  {left.size:,} B\n")
        count, size = count + 1, size + left.size
        if chosen.remove:
            left.path.unlink(missing_ok=True)
    word = "dihapus" if chosen.remove else "tidak dirujuk (--remove menghapusnya)"
    sys.stdout.write(f"{count} berkas, {size:,} B {word}\n")
    lost = sorted(missing())
    for name in lost:
        sys.stderr.write(f"{name[:2]}/{name}: tercatat tetapi tidak ada; pulihkan dari cadangan\n")
    return bool(lost)
