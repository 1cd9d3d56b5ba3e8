"""Every command, option and setting of the command line is documented."""

from __future__ import annotations

import re

from scripts import cli_page
from tests.house.repository import ROOT

PAGE = (ROOT / "docs/cli.md").read_text(encoding="utf-8")


def test_the_page_says_what_the_parser_takes() -> None:
    assert cli_page.page() == PAGE, "run `make docs`"


def test_every_setting_of_the_environment_is_documented() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    named = set(re.findall(r"\bRENAKSI_[A-Z_]+\b", code))
    assert named
    assert sorted(name for name in named if f"`{name}`" not in PAGE) == []
