"""A quarter in an address: ``tw2`` is the second."""

from __future__ import annotations

from django.urls import register_converter


class Quarter:
    """``tw2`` ↔ ``q2``."""

    regex = "tw[1-4]"

    def to_python(self, value: str) -> str:
        """The key of the quarter."""
        return f"q{value[-1]}"

    def to_url(self, value: str) -> str:
        """The quarter as people write it."""
        return f"tw{value[-1]}"


register_converter(Quarter, "quarter")
