"""What a conditional format of a sheet hides is not read, and told; what it only colours is."""

from __future__ import annotations

import pytest

from tests.renaksi.formats.excel_files import read, rows

WHITE = '<font><color rgb="FFFFFFFF"/></font>'
STYLES = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs><dxfs>{formats}</dxfs>'
DATA = rows(
    '<c r="A1"><v>0</v></c><c r="B1"><v>5</v></c><c r="C1" s="1"><v>0</v></c>',
    '<c r="A2"><v>0</v></c><c r="B2"><v>0</v></c><c r="C2" s="1"><v>0.5</v></c>',
)


def rule(told: str, formula: str = "0", sqref: str = "A1:C2", kind: str = "cellIs") -> str:
    return (
        f'<conditionalFormatting sqref="{sqref}"><cfRule type="{kind}" dxfId="0" priority="1" '
        f'operator="{told}"><formula>{formula}</formula></cfRule></conditionalFormatting>'
    )


def cells(condition: str, formats: str) -> list[tuple[str, ...]]:
    document = read(DATA + condition, styles=STYLES.format(formats=formats))
    return [row.cells for row in document.rows]


@pytest.mark.parametrize(
    "formats",
    [
        f"<dxf>{WHITE}</dxf>",
        '<dxf><font><color theme="0"/></font></dxf>',
        '<dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf>',
    ],
)
def test_zeros_that_a_condition_hides_are_not_read(formats: str) -> None:
    assert cells(rule("equal"), formats) == [("5", ""), ("", "50%")]


def test_what_is_hidden_is_told() -> None:
    document = read(DATA + rule("equal"), styles=STYLES.format(formats=f"<dxf>{WHITE}</dxf>"))
    (left,) = document.omissions
    assert left.en.startswith("4 cells of sheet Lembar1 do not show what they hold")


def test_a_percentage_is_compared_as_the_fraction_that_it_is() -> None:
    formats = f"<dxf>{WHITE}</dxf>"
    assert cells(rule("lessThan", "1", "C1:C2"), formats) == [("0", "5"), ("0", "0")]


@pytest.mark.parametrize(
    ("condition", "formats"),
    [
        (rule("equal"), '<dxf><font><color rgb="FFFF0000"/></font></dxf>'),
        (rule("equal"), f"<dxf>{WHITE}<fill><patternFill/></fill></dxf>"),
        (rule("equal", sqref="E1:F9"), f"<dxf>{WHITE}</dxf>"),
        (rule("equal", "A9"), f"<dxf>{WHITE}</dxf>"),
        (rule("", "A1=0", kind="expression"), f"<dxf>{WHITE}</dxf>"),
    ],
)
def test_what_is_coloured_or_worked_out_is_read(condition: str, formats: str) -> None:
    assert cells(condition, formats) == [("0", "5", "0%"), ("0", "0", "50%")]
