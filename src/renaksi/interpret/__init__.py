"""Interpretation: a document of rows becomes a plan with provenance, and the findings of reading.

`read_file` and `interpret_text` are the doors; `RULES` are the findings that reading can make.
"""

from renaksi.interpret import findings, omissions
from renaksi.interpret.reading import (
    NOTHING_GIVEN,
    Given,
    Reading,
    interpret,
    interpret_text,
    read_bytes,
    read_file,
    readings_of,
)

RULES = (*findings.RULES, *omissions.RULES)

__all__ = [
    "NOTHING_GIVEN",
    "RULES",
    "Given",
    "Reading",
    "interpret",
    "interpret_text",
    "read_bytes",
    "read_file",
    "readings_of",
]
