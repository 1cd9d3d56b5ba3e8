"""The plan as JSON, `renaksi/plan/1` and `renaksi/plans/1`: written, and read back unchanged.

``to_json`` gives the document as plain values, ``dumps`` and ``dumps_many`` as text;
``loads`` reads both schemas. A cell that holds nothing at all (state *missing*, no
text, no place) reads back as an absent key, which means the same.
"""

from __future__ import annotations

from renaksi.plan_json.read import Reading, loads
from renaksi.plan_json.write import PLAN_SCHEMA, PLANS_SCHEMA, dumps, dumps_many, to_json

__all__ = ["PLANS_SCHEMA", "PLAN_SCHEMA", "Reading", "dumps", "dumps_many", "loads", "to_json"]
