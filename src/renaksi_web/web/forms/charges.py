"""The form of who answers for what: a field for each element and each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi_web.plans.charges import ChargeRow, filled, seen_in


class Charges(forms.Form):
    """Fields ``p0``, ``p1`` … in the order of the table."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(self, rows: Sequence[ChargeRow], data: Any = None) -> None:
        super().__init__(data, initial={"seen": seen_in(rows)})
        self._rows = rows
        for number, row in enumerate(rows):
            label = row.name if row.indicator is not None else row.element.name
            attrs = {"class": "form-control", "list": "positions", "autocomplete": "off",
                     "aria-label": label or _("(tanpa nama)")}  # fmt: skip
            self.fields[f"p{number}"] = forms.CharField(
                label=label, max_length=200, required=False, initial=row.responsible,
                widget=forms.TextInput(attrs=attrs),
            )  # fmt: skip

    def lines(self) -> list[tuple[ChargeRow, forms.BoundField]]:
        """Each row of the table with its field."""
        return [(row, self[f"p{number}"]) for number, row in enumerate(self._rows)]

    def responsible(self) -> dict[int, str]:
        """What was sent, by indicator; a field that was not sent is left as it is."""
        typed: dict[int, str] = {}
        whole: dict[str, str] = {}
        for number, row in enumerate(self._rows):
            if row.indicator is None:
                whole[row.key] = self.cleaned_data[f"p{number}"]
            elif f"p{number}" in self.data:
                typed[row.indicator] = self.cleaned_data[f"p{number}"]
        return filled(self._rows, typed, whole)
