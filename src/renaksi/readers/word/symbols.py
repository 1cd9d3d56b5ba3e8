"""Signs that Word keeps by font and number, and formulas: as a page shows them, in one line."""

from __future__ import annotations

from typing import Final

from renaksi.readers.word.names import Node

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATH: Final = f"{_MATH}oMath"
MATH_LINE: Final = f"{_MATH}oMathPara"

_PRIVATE: Final = 0xF000  # where fonts of signs put theirs
_SYMBOL: Final = {
    0x22: "∀", 0x2D: "−", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "• ", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "• ", 0x6E: "• ", 0x6F: "☐", 0x71: "☐", 0x76: "• ", 0xA7: "• ", 0xA8: "☐", 0xD8: "• ",
    0xE0: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_ASCII: Final = range(0x20, 0x40)  # digits and marks stand in Symbol where they always stand


def sign(font: str, code: str) -> str:
    """The sign of a font at a hexadecimal number; one that is not known stays as Word keeps it."""
    try:
        low = int(code, 16) & 0xFF
    except ValueError:
        return ""
    if font.casefold().startswith("wingdings"):
        return _WINGDINGS.get(low, chr(_PRIVATE + low))
    return _SYMBOL.get(low) or (chr(low) if low in _ASCII else chr(_PRIVATE + low))


def mathematics(node: Node) -> str:
    """A formula in one line: ``1/2``, ``10^6``."""
    tag = node.tag if isinstance(node.tag, str) else ""
    kind = tag.removeprefix(_MATH)
    if kind == "t":
        return node.text or ""
    inside = [mathematics(child) for child in node]
    if kind == "f":
        return "/".join(filter(None, inside))
    if kind == "d":
        return f"({''.join(inside)})"
    if kind == "sSup" and "".join(inside[:-1])[-1:].isdigit():
        return f"{''.join(inside[:-1])}^{inside[-1]}"
    return "".join(inside)
