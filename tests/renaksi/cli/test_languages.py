"""Everything that the command line and the renderers say, they say in both languages."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module

import pytest

import renaksi.cli
import renaksi.render
from renaksi.diagnostics import Words

MODULES = [
    module.name
    for package in (renaksi.cli, renaksi.render)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


def spoken_in(value: object) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from spoken_in(entry)
    elif isinstance(value, (tuple, list)):
        for entry in value:
            yield from spoken_in(entry)


@pytest.mark.parametrize("name", MODULES)
def test_every_text_has_both_languages_with_the_same_particulars(name: str) -> None:
    for words in spoken_in(vars(import_module(name))):
        assert words.id.strip()
        assert words.en.strip()
        particulars = [set(re.findall(r"{(\w*)}", text)) for text in words]
        assert particulars[0] == particulars[1], words


def test_there_are_texts_to_look_at() -> None:
    assert sum(1 for name in MODULES for _ in spoken_in(vars(import_module(name)))) > 100
