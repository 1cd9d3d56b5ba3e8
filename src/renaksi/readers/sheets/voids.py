"""What does not count of the cells of one sheet, told once its rows are known."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from renaksi.model import Place
from renaksi.readers.document import Omission
from renaksi.readers.sheets.grid import Shown, address
from renaksi.readers.void import Void, Voids


class VoidCells:
    """Collects the texts that do not count, with their row and column from 0."""

    def __init__(self) -> None:
        """None yet."""
        self._texts: list[tuple[int, int, Void]] = []

    def add(self, row: int, column: int, void: Void) -> None:
        """A text of a cell."""
        self._texts.append((row, column, void))

    def omissions(
        self,
        sheet: str,
        rows: Mapping[int, Mapping[int, Shown]],
        hidden_rows: AbstractSet[int],
        hidden_columns: AbstractSet[int],
    ) -> tuple[Omission, ...]:
        """Cell by cell; at once for a row in which nothing else stands, none where it is hidden."""
        voids = Voids()
        alone: dict[int, tuple[int, list[Void]]] = {}
        for row, column, void in self._texts:
            if row in hidden_rows or column in hidden_columns:
                continue
            if all(other in hidden_columns for other in rows.get(row, ())):
                alone.setdefault(row, (column, []))[1].append(void)
            else:
                place = Place(sheet=sheet, cell=address(row, column))
                voids.add([void], place, stands=True)
        for row, (first, texts) in alone.items():
            voids.add(texts, Place(sheet=sheet, cell=address(row, first)), stands=False)
        return voids.omissions()
