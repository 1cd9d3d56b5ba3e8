"""The documents are true: links lead somewhere, settings and outputs are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renaksi.readers.limits import Limits
from tests.house.repository import ROOT, documents, rows_of_tables

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The anchors that a forge gives to the headings of a page."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", documents(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    astray = []
    for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if "://" in link or path.startswith("mailto:"):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            astray.append(link)
    assert astray == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
        waiting.extend((page.parent / link.partition("#")[0]).resolve() for link in links)
    pages = {page for page in documents() if (ROOT / "src") not in page.parents}
    left = pages - reached - {ROOT / "docs/decisions/template.md"}
    assert sorted(page.relative_to(ROOT).as_posix() for page in left) == []


def test_every_limit_is_documented_with_its_default() -> None:
    rows = {row[0].strip("`"): row[1] for row in rows_of_tables(ROOT / "docs/limits.md")}
    defaults = {name: f"{value:,g}" for name, value in Limits()._asdict().items() if value < 1e6}
    defaults |= {name: f"{value:,}" for name, value in Limits()._asdict().items() if value >= 1e6}
    assert rows == defaults


def test_decisions_are_numbered_in_order_and_listed() -> None:
    folder = ROOT / "docs/decisions"
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == records
    for name in records:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.startswith(f"# {name[:4]}: "), name
        assert re.search(r"\n- Status: (proposed|accepted|superseded by \d{4})\n", text), name
