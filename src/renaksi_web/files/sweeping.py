"""Files on disk that no row refers to: left where an act failed after its file was written.

An upload in flight looks the same: its file is there before its row can be seen. So a file
is only counted when it was written some time ago, and its row is looked for after that was
found; `keep` never uses a file again that has no row.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings

from renaksi_web.files.models import StoredFile

SPARED: Final = timedelta(hours=1)  # the server ends a request after a minute
_AT_ONCE: Final = 500


class Left(NamedTuple):
    """A file without a row."""

    path: Path
    size: int


def left_over(spare: timedelta = SPARED) -> Iterator[Left]:
    """Every file that no row refers to and that was written longer ago than ``spare``."""
    old: list[Path] = []
    before = time.time() - spare.total_seconds()
    for path in sorted(Path(settings.FILES).glob("*/*")):
        if path.is_file() and path.stat().st_mtime < before:
            old.append(path)
        if len(old) == _AT_ONCE:
            yield from _without_row(old)
            old.clear()
    yield from _without_row(old)


def _without_row(paths: list[Path]) -> Iterator[Left]:
    """Drafts have no row by their nature; a whole file has the one of its name."""
    known = StoredFile.objects.filter(name__in=[path.name for path in paths])
    named = set(known.values_list("name", flat=True))
    return (Left(path, path.stat().st_size) for path in paths if path.name not in named)


def missing() -> Iterator[str]:
    """The names of rows whose file is not on disk: what a backup must bring back."""
    for name in StoredFile.objects.values_list("name", flat=True).iterator(chunk_size=1000):
        if not (Path(settings.FILES) / name[:2] / name).exists():
            yield name
