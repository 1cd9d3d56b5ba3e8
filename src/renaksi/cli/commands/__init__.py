"""The commands, one module each. To add one: write its module and name it in `COMMANDS`.

A command's module has a ``SUMMARY`` (one line for the help), ``arguments(parser)``
that declares its options, and ``run(args, screen)`` that answers with the exit code.
It imports what is heavy inside ``run``, and only the chosen command is imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

COMMANDS: Final = (
    "check", "show", "convert", "measure", "diff", "sign", "verify", "rules", "explain",
)  # fmt: skip


if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Protocol

    from renaksi.cli.arguments import Parser
    from renaksi.cli.screen import Screen
    from renaksi.diagnostics import Words

    class Command(Protocol):
        """What a command's module offers."""

        @property
        def SUMMARY(self) -> Words:  # noqa: N802  # a constant of the module
            """One line for the help."""

        def arguments(self, parser: Parser) -> None:
            """Declare the command's arguments."""

        def run(self, args: Namespace, screen: Screen) -> int:
            """Do it; the exit code."""


def command(name: str) -> Command:
    """The module of one of `COMMANDS`."""
    return cast("Command", import_module(f"renaksi.cli.commands.{name}"))
