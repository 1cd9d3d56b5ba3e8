"""What is chosen before a bundle is made: the year, the formats, the paper and the date."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from renaksi.render.printed import FORMATS
from renaksi_web.web.forms.papers import PaperChoices

_SAID: Final = {"pdf": "PDF", "docx": "Word (DOCX)", "xlsx": "Excel (XLSX)", "html": "HTML"}


class BundleChoices(PaperChoices):
    """The choices of a single document, of every quarter, in one format or several."""

    quarter = None  # type: ignore[assignment]  # each that has begun
    year = forms.IntegerField(
        label=_("Tahun"),
        min_value=2000,
        max_value=2100,
        widget=forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"}),
    )
    formats = forms.MultipleChoiceField(
        label=_("Bentuk"),
        choices=[(format, _SAID[format]) for format in FORMATS],
        initial=["pdf"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih sedikitnya satu bentuk berkas.")},
    )
    field_order = ("year", "formats", "dated", "paper", "layout", "cells")

    def __init__(self, *given: Any, **named: Any) -> None:
        """The same fields, told apart from those of other forms on a page."""
        named.setdefault("auto_id", "bundel-%s")
        super().__init__(*given, **named)
