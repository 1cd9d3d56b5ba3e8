"""Bring the database to this version of Renaksi."""

from __future__ import annotations

import argparse

from django.core.management import call_command


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(_: argparse.Namespace) -> None:
    """Apply what is missing; says nothing where there is nothing."""
    call_command("migrate", interactive=False, verbosity=0)
