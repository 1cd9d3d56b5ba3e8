"""The typefaces that ship with Renaksi: TeX Gyre Bonum for text, TeX Gyre Heros for tables."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

FOLDER: Final = Path(__file__).with_name("typefaces")


@cache
def fonts(*, machine: bool = False) -> Any:
    """Theirs alone, found once; with those of the machine only where ours lack a character."""
    return typst.Fonts(include_system_fonts=machine, font_paths=[str(FOLDER)])
