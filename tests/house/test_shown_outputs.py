"""What the documents show is what the commands print; `make docs` writes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import shown_outputs


@pytest.mark.parametrize("page", shown_outputs.pages(), ids=lambda page: page.name)
def test_a_document_shows_what_its_commands_print_today(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert shown_outputs.renewed(text) == text, "run `make docs`"


def test_an_output_that_has_changed_is_written_anew() -> None:
    text = "Say:\n\n```console\n$ echo one | tr o 0\nold\n\n$ printf two\n```\n\nand more.\n"
    assert shown_outputs.renewed(text) == (
        "Say:\n\n```console\n$ echo one | tr o 0\n0ne\n\n$ printf two\ntwo\n```\n\nand more.\n"
    )
