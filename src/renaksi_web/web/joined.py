"""One style sheet and one script for every page, joined from the files that people edit.

A first visit asks for few things, and the second page for none. The parts stand in `JOINED`,
in their order; each script does nothing on a page that is not its own. There is no other
step: nothing is rewritten, and a part may be read alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

PARTS: Final = Path(__file__).parent / "static"
JOINED: Final = {
    "pages.css": ("renaksi.css", "tracking.css", "plans.css", "print.css"),
    "pages.js": ("frame.js", "grid.js", "overview.js", "review.js"),
}


class Joined(BaseFinder):
    """Finds the joined files; they are written anew where a part is younger."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.folder = Path(settings.VAR) / "joined"

    def check(self, **_: Any) -> list[Any]:
        """Nothing can be set wrongly."""
        return []

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """Where the joined file lies; nothing for any other."""
        found = [str(self._written(path))] if path in JOINED else []
        return found if find_all else (found or [""])[0] or []

    def list(self, _ignore: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every joined file, with the storage that reads it."""
        for name in JOINED:
            self._written(name)
            yield name, FileSystemStorage(location=str(self.folder))

    def _written(self, name: str) -> Path:
        target = self.folder / name
        text = "\n".join((PARTS / part).read_text(encoding="utf-8") for part in JOINED[name])
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            self.folder.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return target
