"""The reading of a variant by the package, as the JSON that it hands out: the only door used."""

from __future__ import annotations

import json
from typing import Any

from renaksi.interpret import interpret_text
from renaksi.plan_json import dumps
from tests.renaksi.variants.judge import Verdict, judge
from tests.renaksi.variants.variant import Variant


def read(text: str) -> dict[str, Any]:
    """The plan of a text as `renaksi/plan/1`."""
    reading = interpret_text(text)
    plan: dict[str, Any] = json.loads(dumps(reading.plan, reading.diagnostics))
    return plan


def judged(made: Variant) -> Verdict:
    """A variant read and judged; a reading that breaks down names its seed."""
    try:
        return judge(made.truth, read(made.text))
    except Exception as error:
        error.add_note(f"while reading variant {made.seed}")
        raise
