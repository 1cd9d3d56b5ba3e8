"""Found an empty installation: its government, first office and administrator."""

from __future__ import annotations

import argparse
import getpass
import secrets
import sys

from renaksi_web.accounts.services import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to found. The password is asked for, or generated where nobody can be asked."""
    parser.add_argument("--government", required=True, help="Kabupaten Purbalingga")
    parser.add_argument("--organisation", required=True, help="Kecamatan Kemangkon")
    parser.add_argument("--code", default="", help="33.03.01")
    parser.add_argument("--head", default="Camat", help="the title of the office's head")
    parser.add_argument("--username", required=True, help="siti.rahayu")
    parser.add_argument("--name", required=True, help="Siti Rahayu, S.IP.")


def run(chosen: argparse.Namespace) -> None:
    """Found it, and say where to go on."""
    asked = sys.stdin.isatty()
    password = getpass.getpass("Kata sandi: ") if asked else secrets.token_urlsafe(12)
    member = set_up(**vars(chosen), password=password)
    sys.stdout.write(f"{member.organisation} siap; masuk sebagai {member.user.username}.\n")
    if not asked:
        sys.stdout.write(f"Kata sandi: {password}\n")
