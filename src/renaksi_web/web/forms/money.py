"""A table of amounts: one field for each element that takes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from renaksi.diagnostics import RenaksiError
from renaksi.model import Cell
from renaksi_web.plans.budgets import MoneyRow, seen_in
from renaksi_web.plans.rupiah import shown_rupiah, typed_rupiah
from renaksi_web.web.answers import language


class Rupiah(forms.CharField):
    """An amount as clerks write it, or nothing; cleaned to a `Cell`."""

    def __init__(self, **options: Any) -> None:
        attrs = {
            "autocomplete": "off", "inputmode": "decimal", "class": "form-control text-end",
            "aria-label": options.get("label", ""),
        }  # fmt: skip
        super().__init__(
            required=False, max_length=60, widget=forms.TextInput(attrs=attrs), **options
        )

    def clean(self, value: Any) -> Any:
        """The amount that was typed."""
        try:
            return typed_rupiah(super().clean(value))
        except RenaksiError as error:
            raise ValidationError(error.message(language())) from error


class Amounts(forms.Form):
    """Fields ``a0``, ``a1`` … in the order of the table."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(self, rows: Sequence[MoneyRow], data: Any = None) -> None:
        super().__init__(data, initial={"seen": seen_in(rows)})
        self._rows = rows
        for number, row in enumerate(rows):
            if row.takes:
                self.fields[f"a{number}"] = Rupiah(
                    label=row.element.name or _("(tanpa nama)"), initial=shown_rupiah(row.own)
                )

    def lines(self) -> list[tuple[MoneyRow, forms.BoundField | None]]:
        """Each row of the table with its field, where it takes an amount."""
        return [
            (row, self[f"a{number}"] if row.takes else None)
            for number, row in enumerate(self._rows)
        ]

    def amounts(self) -> dict[str, Cell]:
        """What was sent, by element; a field that was not sent is left as it is."""
        return {
            row.element.id: self.cleaned_data[f"a{number}"]
            for number, row in enumerate(self._rows)
            if row.takes and f"a{number}" in self.data
        }
