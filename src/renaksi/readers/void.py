"""Texts that a file holds and that do not count: struck out, deleted, hidden, marks of notes.

They are no part of the plan, and each is told with its place (decision 0038).
"""

from __future__ import annotations

from itertools import chain
from typing import Final, Literal, NamedTuple

from renaksi.model import Place
from renaksi.readers.document import Omission, Struck

Kind = Literal["struck", "deleted", "hidden", "mark"]

_SENTENCES: Final[dict[Kind, tuple[str, str]]] = {
    "struck": ("teks yang dicoret{} tidak dibaca", "text that is struck out{} is not read"),
    "deleted": (
        "teks yang dihapus dalam lacak perubahan{} tidak dibaca",
        "text that is deleted in tracked changes{} is not read",
    ),
    "mark": (
        "tanda kecil di atas{} dibaca sebagai tanda catatan, bukan bagian angka atau kata",
        "a raised mark{} is read as that of a note and no part of the figure or word",
    ),
    "hidden": ("teks yang disembunyikan{} tidak dibaca", "hidden text{} is not read"),
}
_QUOTED: Final = 80  # letters
_MOST: Final = 100  # findings of one document


class Void(NamedTuple):
    """A text that does not count, and why."""

    kind: Kind
    text: str


def told(void: Void, place: Place, where: tuple[str, str] = ("", "")) -> Omission:
    """The finding of a text that does not count; ``where`` says in both languages what holds it.

    What was struck out or deleted leaves a doubt in its cell; what is hidden is on no paper.
    """
    text = " ".join(void.text.split())
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    words_id, words_en = _SENTENCES[void.kind]
    return Omission(
        f"{words_id.format(where[0])}: “{quoted}”.",
        f"{words_en.format(where[1])}: “{quoted}”.",
        place,
        "file" if void.kind == "hidden" else "text",
    )


def gathered(voids: list[Void], between: str = " ") -> list[Void]:
    """The texts of one cell or line that do not count, those of each kind as one.

    Nothing stands ``between`` the pieces of one line, a blank between its lines.
    """
    texts: dict[Kind, list[str]] = {}
    for void in voids:
        if void.text.strip():
            texts.setdefault(void.kind, []).append(void.text)
    return [Void(kind, between.join(parts).strip()) for kind, parts in texts.items()]


class Voids:
    """The findings of one document's texts that do not count.

    What is hidden is told once; of what is struck out, beyond so many findings the number.
    """

    def __init__(self) -> None:
        """None yet."""
        self._found: list[Omission] = []
        self._more: list[tuple[Struck, ...]] = []
        self._hidden = 0
        self._first_hidden: Omission | None = None

    def add(self, voids: list[Void], place: Place, *, stands: bool) -> None:
        """The texts at a place; nothing of it ``stands`` where its whole row is void."""
        for void in gathered(voids):
            if void.kind == "hidden":
                self._hidden += 1
                self._first_hidden = self._first_hidden or told(void, place)
                continue
            struck = () if void.kind == "mark" else (Struck(void.text, place, not stands),)
            if len(self._found) >= _MOST:
                self._more.append(struck)
            else:
                left = told(void, place)._replace(struck=struck)
                self._found.append(left if stands else left._replace(about="file"))

    def omissions(self) -> tuple[Omission, ...]:
        """All of them."""
        found = list(self._found)
        if self._more:
            found.append(
                Omission(
                    f"{len(self._more)} teks lain yang dicoret atau dihapus tidak dibaca.",
                    f"{len(self._more)} more texts that are struck out or deleted are not read.",
                    struck=tuple(chain.from_iterable(self._more)),
                )
            )
        first = self._first_hidden
        if first is not None and self._hidden > 1:
            first = first._replace(
                id=f"{self._hidden} teks yang disembunyikan tidak dibaca; yang pertama: "
                + first.id.partition(": ")[2],
                en=f"{self._hidden} hidden texts are not read; the first one: "
                + first.en.partition(": ")[2],
            )
        return (*found, *filter(None, (first,)))
