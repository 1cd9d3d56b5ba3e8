"""Renderers: what was read and found, in another format. One file each.

To add a format: write its file and name it in `RENDERERS`. The name of the file is that of
the format (``--to NAME``, and the suffix of its files). It has ``IS_TEXT`` (whether it may
go to a terminal) and ``render(readings, lang)``, which gives the bytes of the file. What
all renderers say in the same way is in `renaksi.render.words` and `renaksi.render.findings`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

# By name, so that a command imports only the one it needs.
RENDERERS: Final = ("json", "csv", "html")


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from renaksi.diagnostics import Diagnostic, Language
    from renaksi.model import Plan

    class Renderer(Protocol):
        """What a renderer's module offers."""

        IS_TEXT: bool

        def render(
            self, readings: Sequence[tuple[Plan, Sequence[Diagnostic]]], lang: Language = "id"
        ) -> bytes:
            """The file's bytes for these plans and their findings."""


def renderer(name: str) -> Renderer:
    """The module of one of `RENDERERS`."""
    return cast("Renderer", import_module(f"renaksi.render.{name}"))
