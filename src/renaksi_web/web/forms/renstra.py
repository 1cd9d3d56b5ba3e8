"""The form of the medium term and earlier years: fields for each element and each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renaksi.model import Cell
from renaksi.render.words import cell_text
from renaksi_web.plans.renstra import BEFORE, MEDIUM, PastRow, keys_of, seen_in
from renaksi_web.plans.rupiah import shown_rupiah
from renaksi_web.web.forms.money import Rupiah
from renaksi_web.web.forms.plans import Figure

_HEADS = {
    MEDIUM: gettext_lazy("Target akhir Renstra"),
    BEFORE: gettext_lazy("Realisasi s.d. tahun lalu"),
}


class PastForm(forms.Form):
    """Fields ``c0``, ``c1`` … in the order of the table, cell by cell."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(self, rows: Sequence[PastRow], year: int, data: Any = None) -> None:
        super().__init__(data, initial={"seen": seen_in(rows)})
        self._rows, self._year = rows, year
        self._cells: list[tuple[PastRow, str]] = [(row, key) for row in rows for key in row.own]
        self._names = {(id(row), key): f"c{n}" for n, (row, key) in enumerate(self._cells)}
        for number, (row, key) in enumerate(self._cells):
            self.fields[f"c{number}"] = self._field(row, key)

    def _field(self, row: PastRow, key: str) -> forms.Field:
        """The field of one cell, with what earlier years know of it where nothing was entered."""
        name = row.name or row.element.name or _("(tanpa nama)")
        label = f"{name}: {self.head(key)}"
        is_money = row.indicator is None
        field = (Rupiah if is_money else Figure)(
            label=label, initial=_shown(row.own[key], is_money=is_money)
        )
        known = _shown(row.known[key], is_money=is_money)
        field.widget.attrs |= {"class": "form-control text-end", "aria-label": label}
        is_empty = row.own[key].state == "missing"
        field.widget.attrs["placeholder"] = known if is_empty else ""
        return field

    def head(self, key: str) -> str:
        """The words over a column."""
        return str(_HEADS[key]) if key in _HEADS else f"{_('Realisasi')} {key[1:]}"

    def heads(self) -> list[str]:
        """The words over all columns."""
        return [self.head(key) for key in keys_of(self._year)]

    def lines(self) -> list[tuple[PastRow, list[tuple[str, forms.BoundField]]]]:
        """Each row with its fields, each under the head of its column."""
        return [
            (row, [(self.head(key), self[self._names[id(row), key]]) for key in row.own])
            for row in self._rows
        ]

    def cells(self) -> dict[tuple[str, int | None, str], Cell]:
        """What was sent; a field that was not sent is left as it is."""
        return {
            (row.element.id, row.indicator, key): self.cleaned_data[f"c{number}"]
            for number, (row, key) in enumerate(self._cells)
            if f"c{number}" in self.data
        }


def _shown(cell: Cell, *, is_money: bool) -> str:
    if cell.state == "missing":
        return ""
    return shown_rupiah(cell.value) if is_money else cell_text(cell, "id")
