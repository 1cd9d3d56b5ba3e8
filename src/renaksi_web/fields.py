"""A decimal that both databases keep exactly as it was given, digits and trailing zeros.

Django's own decimal column becomes a binary float on SQLite. Nothing here is computed in
SQL, so the figure is kept as text with a point.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

from renaksi.quantity import plain

if TYPE_CHECKING:
    Text = models.CharField[Any, Any]
else:
    Text = models.CharField


class ExactDecimalField(Text):
    """A `Decimal` or None, stored as ``"12.50"``."""

    if TYPE_CHECKING:
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 130)
        super().__init__(**options)

    def from_db_value(
        self, value: str | None, _expression: Any, _connection: Any
    ) -> Decimal | None:
        """The decimal that was stored."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A decimal from whatever a fixture or a caller gives."""
        return None if value is None or value == "" else Decimal(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text to store."""
        return None if value is None else plain(Decimal(value))
