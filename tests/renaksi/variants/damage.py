"""What happens to a document between the office and us: operators, composed at random.

Each operator changes a paper and its truth and says whether it found a place to strike.
It may spoil a cell only where it destroys that cell's evidence: what is printed nowhere
any more, `Paper.settle` calls lost; where a careful human could no longer tell, the
operator says so itself.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.renaksi.variants import (
    damage_cells,
    damage_names,
    damage_quarters,
    damage_rows,
    damage_tables,
)
from tests.renaksi.variants.paper import Paper

Operator = Callable[[Random, Paper], bool]

OPERATORS: dict[str, tuple[Operator, int]] = {
    "rename from another field": (damage_names.rename_from_another_field, 3),
    "rename outside the nomenclature": (damage_names.rename_locally, 1),
    "drop a label word": (damage_names.drop_label, 3),
    "restart numbering": (damage_names.restart_numbering, 2),
    "shift a block": (damage_rows.shift, 5),
    "fuse quarters": (damage_quarters.fuse_quarters, 3),
    "split quarters": (damage_quarters.split_quarters, 2),
    "print a row twice": (damage_rows.print_twice, 3),
    "sub-activity in the activity's column": (damage_rows.wrong_column, 3),
    "values printed again": (damage_quarters.values_again, 3),
    "fuse two indicators": (damage_rows.fuse_indicators, 4),
    "print an objective again": (damage_rows.objective_again, 2),
    "program row in the previous table": (damage_tables.program_into_previous_table, 4),
    "program row on end": (damage_tables.stand_on_end, 3),
    "stray header": (damage_tables.stray_header, 2),
    "activity slips up": (damage_rows.slip, 3),
    "drop a header": (damage_tables.drop_header, 3),
    "repeat a header": (damage_tables.repeat_header, 3),
    "split a header": (damage_tables.split_header, 2),
    "double a header word": (damage_tables.double_header_word, 2),
    "change borders": (damage_tables.change_borders, 3),
    "lose blank lines": (damage_tables.lose_blank_lines, 2),
    "page footers": (damage_tables.page_footers, 1),
    "lose tabs": (damage_cells.join_cells, 4),
    "collapse tabs": (damage_cells.collapse_tabs, 3),
    "lose units": (damage_cells.lose_units, 3),
    "lose indicator texts": (damage_cells.lose_texts, 3),
    "lose values": (damage_cells.lose_values, 3),
    "break a text": (damage_cells.break_text, 2),
    "stray spaces": (damage_cells.stray_spaces, 2),
}


def damage(rng: Random, paper: Paper, count: int) -> None:
    """Apply ``count`` operators, drawn by weight from those that find a place to strike."""
    names = list(OPERATORS)
    weights = [weight for _, weight in OPERATORS.values()]
    tried: set[str] = set()
    while len(paper.operators) < count and len(tried) < len(names):
        name = rng.choices(names, weights)[0]
        if name in tried and rng.random() < 0.8:
            continue
        tried.add(name)
        if OPERATORS[name][0](rng, paper):
            paper.operators.append(name)
