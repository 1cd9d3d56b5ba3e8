"""Text of a document as HTML: escaped, without characters that HTML does not allow."""

from __future__ import annotations

from typing import Final

_ENTITIES: Final = {
    **dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "\ufffd"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}


def text(plain: str) -> str:
    """``plain`` as the content of an element or of a quoted attribute.

    Controls become the replacement character; marks that would turn the direction of
    the text around are dropped; surrogates that no UTF-8 can hold become question marks.
    """
    return plain.translate(_ENTITIES).encode("utf-8", "replace").decode()
