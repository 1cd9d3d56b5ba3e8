"""Forms of a plan, its elements and indicators."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from renaksi.diagnostics import RenaksiError
from renaksi.model import Cell
from renaksi.quarter import CELLS
from renaksi_web.plans.cells import typed_cell
from renaksi_web.web.answers import language
from renaksi_web.web.wording import ACCUMULATIONS, DIRECTIONS, FREQUENCIES


class Figure(forms.CharField):
    """A number the Indonesian way, ``-``, words, or nothing; cleaned to a `Cell`."""

    def __init__(self, **options: Any) -> None:
        attrs = {"autocomplete": "off", "class": "figure"}
        super().__init__(
            required=False, max_length=200, widget=forms.TextInput(attrs=attrs), **options
        )

    def clean(self, value: Any) -> Any:
        """The cell that was typed."""
        try:
            return typed_cell(super().clean(value))
        except RenaksiError as error:
            raise ValidationError(error.message(language())) from error


class Whole(Figure):
    """A plain number, or nothing; cleaned to a decimal."""

    def clean(self, value: Any) -> Any:
        """The number that was typed."""
        cell: Cell = super().clean(value)
        if cell.state == "missing":
            return None
        if cell.value is None:
            raise ValidationError(_("Isi angka, misalnya 19."))
        return cell.value


class NewPlan(forms.Form):
    """The year of a new plan and what it is called."""

    year = forms.IntegerField(label=_("Tahun"), min_value=2000, max_value=2100)
    title = forms.CharField(
        label=_("Judul"), required=False, max_length=300,
        help_text=_("Boleh dikosongkan, misalnya RENCANA AKSI TAHUN 2023."),
    )  # fmt: skip


class CopyPlan(forms.Form):
    """Into which year a plan is copied."""

    year = forms.IntegerField(label=_("Ke tahun"), min_value=2000, max_value=2100)
    keep_targets = forms.BooleanField(
        label=_("Ikut salin targetnya"), required=False, initial=True,
        help_text=_("Bila tidak, semua target kosong dan Anda mengisinya dari awal."),
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )  # fmt: skip


class Described(forms.Form):
    """How a draft is called."""

    title = forms.CharField(label=_("Judul"), required=False, max_length=300)
    office_name = forms.CharField(label=_("Kantor"), required=False, max_length=200)


class Reason(forms.Form):
    """Why something is done."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ElementForm(forms.Form):
    """Number, name and official code of an element.

    The browser asks for no name: an official one may be picked instead of typing it.
    """

    use_required_attribute = False

    number = forms.CharField(label=_("Nomor"), required=False, max_length=30)
    name = forms.CharField(
        label=_("Nama"),
        max_length=2000,
        error_messages={"required": _("Tuliskan namanya, atau pilih nama resminya.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    code = forms.CharField(
        label=_("Kode resmi"), required=False, max_length=40,
        help_text=_("Kosongkan bila tidak ada di nomenklatur."),
    )  # fmt: skip
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_code(self) -> str | None:
        """No code is None."""
        return self.cleaned_data["code"] or None

    def clean_number(self) -> str | None:
        """No number is None."""
        return self.cleaned_data["number"] or None


class IndicatorForm(forms.Form):
    """What an indicator is, how it counts, and its targets."""

    name = forms.CharField(
        label=_("Indikator"),
        max_length=2000,
        error_messages={"required": _("Tuliskan indikatornya.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    number = forms.CharField(label=_("Nomor"), required=False, max_length=30)
    unit = forms.CharField(
        label=_("Satuan"), required=False, max_length=100,
        help_text=_("Misalnya Persen, Dokumen, Orang."),
    )  # fmt: skip
    accumulation = forms.ChoiceField(
        label=_("Cara menghitung setahun"), choices=ACCUMULATIONS, initial="sum"
    )
    direction = forms.ChoiceField(label=_("Arah"), choices=DIRECTIONS)
    t_q1 = Figure(label=_("TW I"))
    t_q2 = Figure(label=_("TW II"))
    t_q3 = Figure(label=_("TW III"))
    t_q4 = Figure(label=_("TW IV"))
    t_year = Figure(label=_("Setahun"))
    base_value = Whole(label=_("Jumlah seluruhnya"))
    base_unit = forms.CharField(label=_("Satuannya"), required=False, max_length=100)
    definition = forms.CharField(
        label=_("Definisi operasional"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    calculation = forms.CharField(
        label=_("Rumus"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    numerator_name = forms.CharField(label=_("Pembilang"), required=False, max_length=200)
    denominator_name = forms.CharField(label=_("Penyebut"), required=False, max_length=200)
    data_source = forms.CharField(label=_("Sumber data"), required=False, max_length=300)
    frequency = forms.ChoiceField(label=_("Diukur"), choices=FREQUENCIES)
    assessed_by = forms.CharField(
        label=_("Dinilai oleh"), required=False, max_length=200,
        help_text=_("Bila dinilai pihak lain, misalnya Inspektorat. Kosong: kantor sendiri."),
    )  # fmt: skip
    responsible = forms.CharField(
        label=_("Pejabat penanggung jawab"), required=False, max_length=200
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    FIRST = ("name", "number", "unit", "accumulation", "direction")
    TARGETS = tuple(f"t_{key}" for key in CELLS)
    DETAILS = (
        "definition", "calculation", "numerator_name", "denominator_name", "data_source",
        "frequency", "assessed_by", "responsible",
    )  # fmt: skip

    def clean_base_value(self) -> Any:
        """A base is more than nothing."""
        base = self.cleaned_data["base_value"]
        if base is not None and base <= 0:
            raise ValidationError(_("Isi angka lebih dari 0, misalnya 19."))
        return base

    def values(self) -> dict[str, Any]:
        """The fields of the indicator's row."""
        told = {
            key: value
            for key, value in self.cleaned_data.items()
            if key not in self.TARGETS and key != "seen"
        }
        return {**told, "number": told["number"] or None, "unit": told["unit"] or None}

    def targets(self) -> dict[str, Cell]:
        """The targets by cell."""
        return {key: self.cleaned_data[f"t_{key}"] for key in CELLS}
