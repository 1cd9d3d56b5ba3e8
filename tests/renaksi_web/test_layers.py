"""What the import contracts cannot say: pages ask no database, and forms mirror no table."""

from __future__ import annotations

import re

from tests.house.repository import ROOT


def test_no_page_imports_the_database_or_a_model_form() -> None:
    for path in (ROOT / "src/renaksi_web/web").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"from django\.db|import django\.db|ModelForm", text), path


def test_no_model_saves_in_its_own_way_and_nothing_listens_to_signals() -> None:
    for path in (ROOT / "src/renaksi_web").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"def save\(|django\.db\.models\.signals|@receiver", text), path
