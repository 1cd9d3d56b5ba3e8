"""A stored number and its format give what the clerk saw in the cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.quantity import parse
from renaksi.readers.sheets.number_format import shown


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("0.85", "0%", "85%"),
        ("0.85", "General", "0,85"),
        ("0.55559999999999998", "0.00%", "55,56%"),
        ("0.125", "0%", "13%"),
        ("94", '0.00" %"', "94,00 %"),
        ("3.1", "General", "3,1"),
        ("5835", '#,##0" ijin"', "5.835 ijin"),
        ("1250.75", "#,##0.00", "1.250,75"),
        ("452750000", "#,##0", "452.750.000"),
        ("452750000", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "452.750.000"),
        ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "-"),
        ("-1500", '#,##0;(#,##0)', "(1.500)"),
        ("-1500", "#,##0", "-1.500"),
        ("1500000", '[$Rp-421]#,##0', "Rp1.500.000"),
        ("1500000", '"Rp "#,##0.00', "Rp 1.500.000,00"),
        ("2500000", '0.0,,"jt"', "2,5jt"),
        ("7", "000", "007"),
        ("3", '0" Dokumen"', "3 Dokumen"),
        ("1.50", "0.0#", "1,5"),
        ("0.5", "#.##", ",5"),
        ("100", "General", "100"),
        ("33.333333333333336", "General", "33,33333333"),
        ("0.1", "[Red]0.0", "0,1"),
        ("0.5", "# ?/?", "1/2"),
        ("-1.5", "# ??/??", "-1 1/2"),
        ("0.25", "?/100", "25/100"),
        ("2", "# ?/?", "2"),
        ("5", '[>10]"banyak";[<=10]"sedikit"', "sedikit"),
        ("5", ";;;", ""),
        ("5", "@", "5"),
        ("44573", "dd/mm/yyyy", "12/01/2022"),
        ("44573", "[$-421]dd mmmm yyyy", "12 Januari 2022"),
        ("44573.5", "d-mmm-yy h:mm", "12-Jan-22 12:00"),
        ("2022", "General", "2022"),
        ("#REF!", "0%", "#REF!"),
        ("1e309", "0", "1e309"),
        ("NaN", "0", "NaN"),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(raw: str, code: str, text: str) -> None:
    assert shown(raw, code) == text


def test_dates_count_from_1904_where_the_workbook_says_so() -> None:
    assert shown("0", "dd/mm/yyyy", from_1904=True) == "01/01/1904"


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_a_shown_number_reads_back_as_itself(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    code = "0." + "0" * places if places else "0"
    assert parse(shown(str(value), code), "id").value == value


@given(st.floats(allow_nan=True, allow_infinity=True), st.text(max_size=30))
def test_any_number_and_any_format_give_a_text(number: float, code: str) -> None:
    assert isinstance(shown(repr(number), code), str)


@given(
    st.floats(-1e12, 1e12),
    st.text('0#?.,%;@-_*\\"[]$GeneralymdhsE+/ ()<>=Rp1', max_size=25),
)
def test_any_format_made_of_its_signs_gives_a_text(number: float, code: str) -> None:
    assert isinstance(shown(repr(number), code), str)
