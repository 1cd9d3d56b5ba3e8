"""What happens to names on their way into a document, for tests that count what survives."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

Damage: TypeAlias = Callable[[str, random.Random], str]

LABEL: Final = {"program": "Program ", "activity": "Kegiatan ", "subactivity": "Sub Kegiatan "}


def slip(name: str, rng: random.Random) -> str:
    """One letter lost, wrong, added, or two swapped."""
    place = rng.randrange(1, len(name) - 1)
    letter = rng.choice(string.ascii_lowercase)
    return name[:place] + rng.choice(
        (
            name[place + 1 :],
            letter + name[place + 1 :],
            letter + name[place:],
            name[place + 1] + name[place] + name[place + 2 :],
        )
    )


def capitals(name: str, _rng: random.Random) -> str:
    return name.upper()


def numbered_label(name: str, rng: random.Random) -> str:
    return f"{rng.randrange(1, 30)}. {rng.choice(list(LABEL.values()))}{name}"


def other_marks(name: str, _rng: random.Random) -> str:
    """Commas and hyphens gone, slashes spread, "dan" for "&"."""
    return name.replace(",", "").replace("-", " ").replace("/", " / ").replace(" dan ", " & ") + "."


def short_words(name: str, _rng: random.Random) -> str:
    return name.replace("Kabupaten/Kota", "Kab/Kota").replace("Perangkat Daerah", "OPD")


def broken_line(name: str, rng: random.Random) -> str:
    """A blank inside a word."""
    place = rng.randrange(1, len(name) - 1)
    return f"{name[:place]} {name[place:]}"


HARMLESS: Final = (capitals, numbered_label, other_marks, short_words)


def cut(name: str, _rng: random.Random) -> str:
    """The last fifth lost."""
    return name[: len(name) * 4 // 5]


def place_behind(name: str, _rng: random.Random) -> str:
    return f"{name} di tingkat Kecamatan Kemangkon"


def samples(names: list[str], count: int, damage: Damage) -> Iterator[tuple[int, str]]:
    """``count`` damaged names with their positions in ``names``, the same in every run."""
    rng = random.Random(90)
    for index in rng.sample(range(len(names)), count):
        yield index, damage(names[index], rng)
