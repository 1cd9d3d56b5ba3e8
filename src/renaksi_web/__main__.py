"""``python -m renaksi_web COMMAND``: running the site and looking after it.

Each command is one file of `renaksi_web.commands` and one line here.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

COMMANDS: Final = (
    "serve",
    "setup",
    "offices",
    "demo",
    "migrate",
    "audit",
    "backup",
    "restore",
    "measuring",
    "sweep",
    "bundle",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; refusals are one sentence on standard error and exit code 2."""
    parser = argparse.ArgumentParser(prog="python -m renaksi_web", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renaksi_web.settings")
    if chosen.command == "demo":
        os.environ.setdefault("RENAKSI_TODAY", "2022-10-05")

    import django
    from django.core.exceptions import ImproperlyConfigured

    from renaksi.diagnostics import RenaksiError
    from renaksi_web.troubles import FAULTS, trouble_of

    try:
        django.setup()
        command = import_module(f"renaksi_web.commands.{chosen.command}")
        own = argparse.ArgumentParser(
            prog=f"python -m renaksi_web {chosen.command}", description=command.__doc__
        )
        command.arguments(own)
        return int(command.run(own.parse_args(chosen.rest)) or 0)
    except RenaksiError as refusal:
        sys.stderr.write(refusal.message("id") + "\n")
    except (ImproperlyConfigured, OSError, ValueError, *FAULTS) as error:
        trouble = trouble_of(error)
        sys.stderr.write((trouble.message("id") if trouble else str(error)) + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
