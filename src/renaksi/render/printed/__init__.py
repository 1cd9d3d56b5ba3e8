"""Printing: the report tree in each format. One file each, and none knows what a plan is.

To add a format: write its file and name it in `FORMATS`. The name of the file is that of
the format, and it has ``render(document)``, which gives the bytes of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from renaksi.reports.outline import with_contents

if TYPE_CHECKING:
    from renaksi.reports.tree import Document

# By name, so that only the one that is needed is imported.
FORMATS: Final = ("pdf", "docx", "xlsx", "html")

# What no paper can show: controls, and marks that turn the direction of the text around.
_CONTROLS: Final = (*range(9), 11, 12, *range(14, 32), *range(127, 160))
_TURNING: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BROKEN: Final = (0xFEFF, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
_BREAKS: Final = {9: " ", 13: "\n", 0x2028: "\n", 0x2029: "\n"}
_UNSHOWN: Final = dict.fromkeys((*_CONTROLS, *_TURNING, *_BROKEN)) | _BREAKS


def printed(document: Document, format: str) -> bytes:
    """The file's bytes in one of `FORMATS`."""
    module = import_module(f"renaksi.render.printed.{format}")
    render: Callable[[Document], bytes] = module.render
    return render(with_contents(showable(document)))


def bound(documents: Sequence[Document]) -> Document:
    """Several documents of one kind as one file, one behind the other; at least one."""
    first = documents[0]
    return first._replace(
        sections=tuple(section for one in documents for section in one.sections),
        draft=tuple(dict.fromkeys(gap for one in documents for gap in one.draft)),
    )


def showable(node: Any) -> Any:
    """The same tree without characters that no format may hold."""
    if isinstance(node, str):
        return node if node.isprintable() else node.translate(_UNSHOWN)
    if isinstance(node, tuple):
        parts = [showable(part) for part in node]
        return type(node)(*parts) if hasattr(node, "_fields") else tuple(parts)
    return node
