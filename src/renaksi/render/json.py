"""A plan as `renaksi/plan/1`, several as `renaksi/plans/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.diagnostics import Diagnostic, Language
from renaksi.model import Plan
from renaksi.plan_json import dumps, dumps_many

IS_TEXT: Final = True


def render(readings: Sequence[tuple[Plan, Sequence[Diagnostic]]], lang: Language = "id") -> bytes:
    """The JSON text, in UTF-8; ``lang`` is the language of the findings' sentences."""
    if len(readings) == 1:
        return dumps(*readings[0], lang).encode()
    return dumps_many(readings, lang).encode()
