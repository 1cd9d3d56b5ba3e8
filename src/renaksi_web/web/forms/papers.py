"""What is chosen before an official document is taken: quarter, paper, and how it is laid out."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi.quarter import QUARTERS, ROMAN


def _choice(label: object, choices: Sequence[tuple[str, object]]) -> forms.ChoiceField:
    select = forms.Select(attrs={"class": "form-select"})
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=select)  # type: ignore[arg-type]


class PaperChoices(forms.Form):
    """All of it stands in the address, so that a choice can be kept as a bookmark."""

    quarter = _choice(_("Triwulan"), [(key, ROMAN[key]) for key in QUARTERS])
    dated = forms.DateField(
        label=_("Tanggal tanda tangan"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d"),
    )
    paper = _choice(_("Kertas"), [("a4", "A4"), ("f4", "F4 (21,5 × 33 cm)"), ("a3", "A3")])
    layout = _choice(
        _("Susunan rencana aksi"), [("paired", _("Berpasangan")), ("columns", _("Kolom"))]
    )
    cells = _choice(
        _("Kolom triwulan E.81"),
        [("increments", _("Tambahan tiap triwulan")), ("positions", _("Posisi s.d. triwulan"))],
    )

    def offer(self, quarters: Sequence[str], chosen: str) -> None:
        """Show the quarters that there are, with the one that the page is about."""
        if not quarters:
            del self.fields["quarter"]
            return
        field = self.fields["quarter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, ROMAN[key]) for key in quarters]
        self.data = {**self.data.dict(), "quarter": chosen}  # type: ignore[attr-defined]
