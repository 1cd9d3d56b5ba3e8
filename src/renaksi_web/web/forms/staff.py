"""The form of the officials below the head: a row for each, and empty ones for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi_web.offices.selectors import Entered
from renaksi_web.offices.staffing import Post

_EMPTY: Final = 4
_MOST: Final = 60
_FIELDS: Final = (
    ("position", _("Jabatan"), 150),
    ("name", _("Nama dengan gelar"), 150),
    ("rank", _("Pangkat, golongan"), 100),
    ("nip", _("NIP"), 25),
    ("superior", _("Atasan langsung"), 150),
)


class StaffForm(forms.Form):
    """Fields ``position0``, ``name0`` … for each row; a row that is emptied is taken out."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, entered: Entered, data: Any = None) -> None:
        initial: dict[str, Any] = {"seen": entered.data.version}
        for place, row in enumerate(entered.staff):
            initial |= {f"{field}{place}": getattr(row, field) for field, *_more in _FIELDS}
        super().__init__(data, initial=initial)
        self._rows = min(_MOST, max(len(entered.staff) + _EMPTY, _sent(data)))
        for place in range(self._rows):
            for field, label, most in _FIELDS:
                attrs = {"class": "form-control", "aria-label": label, "autocomplete": "off"}
                if field == "superior":
                    attrs["list"] = "positions"
                self.fields[f"{field}{place}"] = forms.CharField(
                    label=label, max_length=most, required=False,
                    widget=forms.TextInput(attrs=attrs),
                )  # fmt: skip

    def heads(self) -> list[object]:
        """The words over the columns."""
        return [label for _field, label, _most in _FIELDS]

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields of each row."""
        return [
            [self[f"{field}{place}"] for field, *_more in _FIELDS] for place in range(self._rows)
        ]

    def posts(self) -> Sequence[Post]:
        """What was typed."""
        got = self.cleaned_data
        return [
            Post(**{field: got[f"{field}{place}"] for field, *_more in _FIELDS})
            for place in range(self._rows)
        ]


def _sent(data: Any) -> int:
    """How many rows a browser sent: a colleague may have taken some out in the meantime."""
    places = [key.removeprefix("position") for key in data or () if key.startswith("position")]
    return max(
        (int(place) + 1 for place in places if place.isascii() and place.isdigit()), default=0
    )
