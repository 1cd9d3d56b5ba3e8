"""How the elements of one plan settle each other's official lines.

A `Settling` holds, for every element, the lines that its name may mean (`options`) and the
one it has settled for (`chosen`). Printed codes and names that one line alone bears come
first; shared names follow the parents, children, fields and region that these show; names
with slips are sought last, in as narrow a pool as is known.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from renaksi.nomenclature import matching
from renaksi.nomenclature.catalogue import (
    TEMPLATE,
    Catalogue,
    Entry,
    kecamatan,
    level_of,
    normal_code,
    parent_code,
    stored_code,
)
from renaksi.nomenclature.evidence import ORDINARY, Evidence, Named
from renaksi.nomenclature.names import labelled_level, normal_name, similarity
from renaksi.nomenclature.offices import KECAMATAN

_LEVELS: Final = ("program", "activity", "subactivity")
_WELL: Final = 0.95  # the least score that counts where much of the plan is unknown
_FOREIGN: Final = 0.9  # the least score of a name with slips from a field not the office's
_BESIDE: Final = 0.9  # the least score of a name whose line another element bears exactly
_DISAGREE: Final = 0.6  # a printed code and a name less alike than this contradict each other


class Match(NamedTuple):
    """The official line that an element is.

    ``code`` is the office's own: the template's X.XX is its field where that is known. It
    is None where several lines bear the name and nothing decides (``entry`` is then the
    first of them). ``score`` is 0–1; at 0.85 and above it is to be trusted. For a printed
    code it says how like the printed name is to the official one.
    """

    entry: Entry
    code: str | None
    score: float
    basis: Literal["printed", "nomenclature"]


class Settling:
    """The elements of one plan on their way to official lines; see the module."""

    def __init__(
        self,
        items: Sequence[Named],
        fields: tuple[str, ...],
        organisation: str | None,
        region: str | None,
    ) -> None:
        """Start with nothing settled; ``fields`` are those that the office's name shows."""
        self.items = items
        self.fields = fields
        self.evidence = Evidence(items, fields, organisation, region)
        self.places = frozenset(normal_name(organisation or "").split())
        self.levels = [item.level or labelled_level(item.name) for item in items]
        self.normals = [
            normal_name(item.name) if level is None or level in _LEVELS else ""
            for item, level in zip(items, self.levels, strict=True)
        ]
        self.keys = [normal.replace(" ", "") for normal in self.normals]
        self.chosen: list[int | None] = [None] * len(items)
        self.scores = [0.0] * len(items)
        self.printed: list[str | None] = [None] * len(items)
        self.open: set[int] = set()
        self.options: list[list[int]] = []

    def search(self, part: Catalogue) -> None:
        """Settle what can be settled in this part of the catalogue."""
        self.part = part
        self.options = [
            self._options(index) if self.chosen[index] is None else []
            for index in range(len(self.items))
        ]
        self.evidence.look_at(part, self.options)
        if any(len(rows) > 1 for rows in self.options) and self.evidence.authority() == ORDINARY:
            self.options = [ordinary(part, rows) for rows in self.options]
        for index, rows in enumerate(self.options):
            if self._is_printed_elsewhere(index):
                self.options[index] = []
                continue
            if self.chosen[index] is None and not self._take_printed(index) and len(rows) == 1:
                self._choose(index, rows[0], 1.0)
        shared = [index for index, rows in enumerate(self.options) if len(rows) > 1]
        self._settle_shared(shared)
        self._reconsider()
        if self._seek_slips():
            self._settle_shared(shared)

    def _is_printed_elsewhere(self, index: int) -> bool:
        """Whether a printed code is of a field whose lines stand in another part alone."""
        printed = self.items[index].printed_code
        if not printed or self.chosen[index] is not None or self.part is not kecamatan():
            return False
        code = normal_code(printed)[0]
        if code is None or code.startswith(KECAMATAN):
            return False
        return stored_code(code) not in self.part.rows_by_code

    def stands_in(self, part: Catalogue) -> bool:
        """Whether this part of the catalogue has every name exactly."""
        return all(key in part.rows_by_key for key in self.keys if key)

    def has_slips(self) -> bool:
        """Whether a name was found only by likeness to an official one, and not quite surely."""
        return any(row is not None and self._is_slip(n) for n, row in enumerate(self.chosen))

    def let_go(self, part: Catalogue) -> None:
        """Let go of likenesses where another part of the catalogue has the very name."""
        for index, key in enumerate(self.keys):
            if self._is_slip(index) and any(
                is_of(part.codes[row], self.levels[index]) for row in part.rows_by_key.get(key, ())
            ):
                self.chosen[index], self.scores[index] = None, 0.0

    def _is_slip(self, index: int) -> bool:
        return 0 < self.scores[index] < 1 and self.printed[index] is None

    def unmatched(self) -> bool:
        """Whether a name that may be an element's has found no line."""
        return any(
            self.chosen[index] is None and matching.begins_officially(normal)
            for index, normal in enumerate(self.normals)
            if normal
        )

    def matches(self) -> list[Match | None]:
        """The outcome; weak ones are left out where most of the plan has no official line.

        So is a likeness to a line whose very name another element bears.
        """
        least = self._least_score()
        field = self._main_field()
        borne = {row for n, row in enumerate(self.chosen) if self.printed[n] or self.scores[n] == 1}
        return [
            self._match(index, row, field)
            if row is not None
            and (self.printed[index] or self.scores[index] >= least)
            and not (self.scores[index] < _BESIDE and row in borne and self._is_slip(index))
            else None
            for index, row in enumerate(self.chosen)
        ]

    def _match(self, index: int, row: int, field: str | None) -> Match:
        printed = self.printed[index]
        code = None if index in self.open else printed or self.part.codes[row]
        return Match(
            self.part.entry(row),
            code and localised(code, field),
            round(self.scores[index], 3),
            "printed" if printed else "nomenclature",
        )

    def _options(self, index: int) -> list[int]:
        """The lines of the element's level that bear its name exactly."""
        level = self.levels[index]
        return [
            row
            for row in self.part.rows_by_key.get(self.keys[index], ())
            if is_of(self.part.codes[row], level)
        ]

    def _choose(self, index: int, row: int, score: float) -> None:
        self.chosen[index] = row
        self.scores[index] = score

    def _take_printed(self, index: int) -> bool:
        """Settle by the printed code, unless label word or name contradict it.

        A code in the two-digit form counts in an edition of its own: where the name says
        clearly something else, the name is believed.
        """
        item = self.items[index]
        if not item.printed_code:
            return False
        code, otherwise = normal_code(item.printed_code)
        row = self.part.rows_by_code.get(stored_code(code)) if code else None
        if code is None or row is None or not is_of(code, self.levels[index]):
            return False
        if code[:4] not in self.part.rows_by_code:
            return False
        score = similarity(item.name, self.part.name(row)) if self.normals[index] else 1.0
        if otherwise and score < _DISAGREE and self.options[index]:
            return False
        self._choose(index, row, score)
        self.printed[index] = code
        return True

    def _settle_shared(self, indexes: Sequence[int]) -> None:
        """Settle names that several lines bear, activities before sub-activities."""
        for level in (*_LEVELS, None):
            concerned = [
                index for index in indexes
                if self.levels[index] == level and self.printed[index] is None
            ]  # fmt: skip
            if concerned:
                self._gather()
            for index in concerned:
                self._choose_among(index, self.options[index], 1.0)

    def _choose_among(self, index: int, rows: Sequence[int], score: float) -> None:
        """Settle for the line that the rest of the plan speaks for; open where none is ahead."""
        weights = [self.evidence.weight(index, row) for row in rows] if len(rows) > 1 else [0.0]
        most = max(weights)
        ahead = [row for row, weight in zip(rows, weights, strict=True) if weight == most]
        self._choose(index, ahead[0], score)
        if len(ahead) > 1:
            self.open.add(index)
        else:
            self.open.discard(index)

    def _gather(self) -> None:
        """Let the evidence know what has been settled so far."""
        codes = [
            None if row is None or index in self.open else self.part.codes[row]
            for index, row in enumerate(self.chosen)
        ]
        self.evidence.take_in(codes, self.scores)

    def _reconsider(self) -> None:
        """Take a name cut short for its parent's child rather than for a stranger's equal name."""
        self._gather()
        for index, rows in enumerate(self.options):
            if len(rows) != 1 or self.chosen[index] != rows[0]:
                continue
            code, above = self.part.codes[rows[0]], self.evidence.above(index)
            field = code[:4]
            if above is None or code.startswith(above) or field == TEMPLATE or field in self.fields:
                continue
            if self.evidence.votes[field] > 1:
                continue
            pool = pool_of(self.part, self.levels[index], (above,))
            found = matching.closest(self.normals[index], pool)
            if found and found[0].score >= matching.TRUSTED:
                self._choose_among(index, pool.rows[found[0].key], found[0].score)

    def _seek_slips(self) -> bool:
        """Look for the names that no line bears exactly; tell whether any was found."""
        self._gather()
        sought = [
            index for index, normal in enumerate(self.normals)
            if normal and self.chosen[index] is None and not self._is_printed_elsewhere(index)
            and (matching.begins_officially(normal) or self._above_children(index) is not None)
        ]  # fmt: skip
        any_found = False
        for index in sorted(sought, key=lambda each: _depth(self.levels[each])):
            any_found |= self._seek(index)
        return any_found

    def _seek(self, index: int) -> bool:
        """Look for one name with slips: under its parent, in the office's fields, everywhere."""
        self._gather()
        normal, key, level = self.normals[index], self.keys[index], self.levels[index]
        above = self.evidence.above(index)
        if (row := self._above_children(index)) is not None:
            score = similarity(self.items[index].name, self.part.name(row))
            if score >= matching.TRUSTED_IN_PARENT:
                self._choose_among(index, [row], score)
                return True
        own = tuple(sorted({*self.fields, *self.evidence.votes, TEMPLATE}))
        for prefixes, least in (
            ((above,) if above else (), matching.TRUSTED_IN_PARENT),
            (own, matching.TRUSTED),
            (("",), _FOREIGN if len(own) > 1 else matching.TRUSTED),
        ):
            pool = pool_of(self.part, level, prefixes)
            found = matching.best(key, matching.closest(normal, pool, self.places), least)
            if found:
                self._choose_among(index, pool.rows[found.key], found.score)
                return True
        return False

    def _above_children(self, index: int) -> int | None:
        """The line that the codes of all that stands below an element are under."""
        codes = {
            parent_code(code)
            for item, code in zip(self.items, self.evidence.codes, strict=True)
            if item.parent == index and code is not None
        }
        code = codes.pop() if len(codes) == 1 else None
        row = self.part.rows_by_code.get(code) if code is not None else None
        return row if code is not None and is_of(code, self.levels[index]) else None

    def _least_score(self) -> float:
        """The score below which a match is dropped, by how much of the plan is official at all."""
        named = [index for index, level in enumerate(self.levels) if level in _LEVELS]
        matched = sum(self.scores[index] >= matching.TRUSTED for index in named)
        if len(named) < 3 or matched >= len(named) / 2:
            return 0.0
        return _WELL if matched >= len(named) / 5 else 2.0

    def _main_field(self) -> str | None:
        """The field that stands in the office's program penunjang."""
        printed = Counter(
            code[:4] for code in self.printed
            if code and code[4:7] == ".01" and not code.startswith(TEMPLATE)
        )  # fmt: skip
        if printed:
            return printed.most_common(1)[0][0]
        if self.fields == (KECAMATAN,):
            return KECAMATAN
        self._gather()
        votes = self.evidence.votes
        if votes and votes.keys().isdisjoint(self.fields):
            return votes.most_common(1)[0][0]
        return self.fields[0] if self.fields else None


def is_of(code: str, level: str | None) -> bool:
    """Whether a code is an element's, of this level if one is given."""
    found = level_of(code)
    return found == level if level else found != "field"


def localised(code: str, field: str | None) -> str:
    """A code with the office's field in the template's place, where that is known."""
    return field + code[4:] if field and code.startswith(TEMPLATE) else code


def ordinary(part: Catalogue, rows: Sequence[int]) -> list[int]:
    """Those of the rows that every regency and city has, or all where none is."""
    return [row for row in rows if part.codes[row][8:9] in ("", ORDINARY)] or list(rows)


@lru_cache(maxsize=1024)
def pool_of(part: Catalogue, level: str | None, prefixes: tuple[str, ...]) -> matching.Pool:
    """The lines of a level whose codes begin so; a prefix itself is not among them."""
    return matching.Pool(
        part,
        [
            row for prefix in prefixes for row in part.under(prefix)
            if is_of(part.codes[row], level) and part.codes[row] != prefix
        ],
    )  # fmt: skip


def _depth(level: str | None) -> int:
    return _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)
