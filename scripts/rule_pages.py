"""Write docs/rules from the rules; to be run after a change to a rule."""

from __future__ import annotations

from pathlib import Path

from renaksi.checks.pages import documentation

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def main() -> None:
    """Write every page and remove those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = dict(documentation())
    for old in FOLDER.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
