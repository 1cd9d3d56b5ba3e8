"""Decide for a whole government how achievement counts."""

from __future__ import annotations

import argparse
import sys

from renaksi_web.accounts.members import Person
from renaksi_web.accounts.selectors import government_named
from renaksi_web.tracking.measuring import decide


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which government, and what it decided."""
    parser.add_argument("government", help="Kabupaten Purbalingga")
    parser.add_argument(
        "--late-as-zero",
        choices=["yes", "no"],
        required=True,
        help="whether what is not reported when its window has closed counts as 0 in means",
    )


def run(chosen: argparse.Namespace) -> None:
    """Store it, with its event in the installation's own chain."""
    government = government_named(chosen.government)
    decide(by=Person(None), government=government, late_as_zero=chosen.late_as_zero == "yes")
    sys.stdout.write(f"{government}: late-as-zero {chosen.late_as_zero}\n")
