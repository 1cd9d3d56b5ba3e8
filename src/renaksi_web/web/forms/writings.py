"""The form of a document's own texts: a field for each place, with the version that was seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django import forms

from renaksi.reports.matter import Place
from renaksi_web.tracking.writing import LONGEST, Wording


class WritingPlace(NamedTuple):
    """A place on the page: its field, who wrote it last, and earlier wordings."""

    place: Place
    bound: forms.BoundField
    earlier: Sequence[Wording]


class WritingForm(forms.Form):
    """Fields ``w0``, ``w1`` … in the order of the document, ``v0``, ``v1`` … what was seen."""

    def __init__(self, places: Sequence[Place], known: Mapping[str, Any], data: Any = None) -> None:
        super().__init__(data)
        self._places = places
        for number, place in enumerate(places):
            row = known.get(place.key)
            lines = 1 if place.short else 6
            attrs = {"class": "form-control", "rows": lines}
            widget = forms.TextInput(attrs=attrs) if place.short else forms.Textarea(attrs=attrs)
            self.fields[f"w{number}"] = forms.CharField(
                label=place.asked, required=False, max_length=300 if place.short else LONGEST,
                initial=row.text if row else "", widget=widget,
            )  # fmt: skip
            self.fields[f"v{number}"] = forms.IntegerField(
                widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False,
                initial=row.version if row else 0,
            )  # fmt: skip

    def rows(self, wordings: Mapping[str, Sequence[Wording]]) -> list[WritingPlace]:
        """The places in their order; what stands there now is not told as an earlier wording."""
        return [
            WritingPlace(place, self[f"w{number}"], wordings.get(place.key, ()))
            for number, place in enumerate(self._places)
        ]

    def hidden(self) -> list[forms.BoundField]:
        """The versions that were seen."""
        return [self[f"v{number}"] for number in range(len(self._places))]

    def texts(self) -> dict[str, str]:
        """What was sent, by key; a field that was not sent is left as it is."""
        return {
            place.key: self.cleaned_data[f"w{number}"]
            for number, place in enumerate(self._places)
            if f"w{number}" in self.data
        }

    def seen(self) -> dict[str, int]:
        """The versions that were seen, by key."""
        return {
            place.key: self.cleaned_data[f"v{number}"] or 0
            for number, place in enumerate(self._places)
        }
