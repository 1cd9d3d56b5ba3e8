"""Rows below a header that tells nothing of some columns: what stands there belongs nowhere."""

from __future__ import annotations

import pytest

from renaksi.interpret import interpret_text
from renaksi.interpret.alignment import Spot, aligned
from renaksi.interpret.items import Item
from renaksi.interpret.levels import Levels
from renaksi.interpret.outline import Outline
from renaksi.model import Place


def test_without_columns_every_item_is_left_over() -> None:
    item = Item("text", "Dukungan pembangunan", None, None, None, None, 0, Place(1, 1))
    spot = Spot(Levels(Outline([]), None).sort(item), 0, (), False, (), False)
    assert aligned((), (spot, spot)).slots == (None, None)


def test_a_page_without_the_first_columns_of_names_goes_on() -> None:
    """A page on which the goal and the objective are empty prints only what stands behind them."""
    rows = (
        "Sasaran\tProgram\tKegiatan\tIndikator\tSatuan\tTW I\tTW II\tTW III\tTW IV\n"
        "Meningkatnya mutu jalan\t\t\tPersentase jalan mantap\tPersen\t70\t72\t74\t76\n"
        "\tPenyelenggaraan Jalan\t\tPersentase ruas baik\tPersen\t25\t50\t75\t100\n"
        "\n<b>halaman dua</b>\n\n"
        "Pengelolaan Sumber Daya Air (SDA)\t\tPersentase saluran baik\tPersen\t20\t40\t60\t80\n"
        "\tPengembangan Irigasi\tPanjang saluran\tKm\t1\t2\t3\t4\n"
    )
    elements = interpret_text(f"RENCANA AKSI DINAS PU TAHUN 2023\n\n{rows}").plan.elements
    assert [element.level for element in elements] == [
        "objective", "program", "program", "activity",
    ]  # fmt: skip
    assert [element.indicators[0].targets["q4"].text for element in elements] == [
        "76", "100", "80", "4",
    ]  # fmt: skip


@pytest.mark.parametrize("beside", [("10",), ("10", "2"), ("", "", "10", "7"), ("cek", "10", "%")])
def test_figures_beside_a_table_move_none_of_its_own(beside: tuple[str, ...]) -> None:
    """A sum or a note at the right of the last column that has a header."""
    text = (
        "RENCANA AKSI TAHUN 2024\n\nURAIAN\tINDIKATOR KINERJA\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
        "Program Pemberdayaan Sosial\tJumlah keluarga dibina\tKeluarga\t1\t2\t3\t4\t"
    ) + "\t".join(beside)
    reading = interpret_text(text)
    (element,) = reading.plan.elements
    targets = element.indicators[0].targets
    assert [targets[key].text for key in ("q1", "q2", "q3", "q4")] == ["1", "2", "3", "4"]
    left = [found.message("en") for found in reading.diagnostics]
    assert all(any(f"“{text}”" in told for told in left) for text in filter(None, beside))
