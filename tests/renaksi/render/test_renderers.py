"""What holds for every renderer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from renaksi.model import Plan
from renaksi.render import RENDERERS, renderer
from renaksi.render import __path__ as render_path
from tests.renaksi.checks.clean_plan import CLEAN
from tests.renaksi.strategies import plans

# What all renderers share; everything else in the folder is a renderer.
SHARED = {"__init__", "words", "findings", "printed"}


def test_every_file_stands_in_the_tuple() -> None:
    entries = [
        path
        for path in Path(render_path[0]).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    assert {path.stem for path in entries} - SHARED == set(RENDERERS)


@pytest.mark.parametrize("name", RENDERERS)
def test_a_format_says_whether_it_is_text(name: str) -> None:
    if renderer(name).IS_TEXT:
        renderer(name).render([(CLEAN, ())]).decode()


@pytest.mark.parametrize("name", RENDERERS)
@settings(max_examples=15)
@given(plan=plans)
def test_any_plan_is_rendered_the_same_twice(name: str, plan: Plan) -> None:
    once = renderer(name).render([(plan, ()), (CLEAN, ())], "en")
    assert once == renderer(name).render([(plan, ()), (CLEAN, ())], "en")
    assert once
