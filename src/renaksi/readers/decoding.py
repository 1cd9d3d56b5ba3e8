"""From bytes to text: UTF-8 only, because a wrong guess would change names in silence."""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.patterns import pattern

# Ends of lines and pages that are not ``\n``; a form feed begins a page of its own.
_LINE_ENDS: Final = ("\r\n", "\r", "\f", "\x85", "\u2028", "\u2029")
_CONTROLS: Final = bytes([*range(9), *range(14, 32), 127])
_FEWEST_BYTES: Final = 16  # that show an encoding
_WITHOUT: Final = dict.fromkeys(_CONTROLS)
_COLOUR: Final = pattern("\x1b\\[[0-9;?]{0,20}[A-Za-z]")  # what a terminal takes for a command


def decode(data: bytes) -> str:
    r"""The text of a file, its lines ended by ``\n``; `Unreadable` where it is no UTF-8 text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _alternates(data):
        raise _not_utf8("UTF-16", "UTF-16")
    if b"\x00" in data:
        raise Unreadable(
            id="isi berkas ini tidak dikenali (data biner; mungkin rusak); buka di program "
            "asalnya, simpan lagi sebagai Word, Excel, PDF, atau teks, lalu coba lagi.",
            en="what this file holds is not recognised (binary data; perhaps damaged); open it in "
            "its own program, save it again as Word, Excel, PDF or text, and try again.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_utf8(f"baris {line}", f"line {line}") from error
    for end in _LINE_ENDS:
        if end in text:
            text = text.replace(end, "\n")
    is_plain = len(data.translate(None, _CONTROLS)) == len(data)
    return text if is_plain else _without_controls(text)


def _alternates(data: bytes) -> bool:
    """Whether every other byte is zero, as in UTF-16 without its mark."""
    sample = data[:2000]
    if len(sample) < _FEWEST_BYTES or 0 not in sample[:2]:
        return False
    return max(sample[0::2].count(0), sample[1::2].count(0)) * 10 > len(sample) * 4


def _without_controls(text: str) -> str:
    """The text without the few control characters that it holds; many mean that it is none."""
    plain = _COLOUR.sub("", text)
    kept = plain.translate(_WITHOUT)
    if len(plain) - len(kept) > max(8, len(text) // 1000):
        raise Unreadable(
            id="berkas ini bukan teks yang utuh (penuh tanda kendali); simpan ulang dokumennya "
            "sebagai teks (.txt, UTF-8) lalu coba lagi.",
            en="this file is not sound text (it is full of control characters); save the document "
            "again as text (.txt, UTF-8) and try again.",
        )
    return kept


def _not_utf8(where_id: str, where_en: str) -> Unreadable:
    return Unreadable(
        id=f"sandi hurufnya bukan UTF-8 ({where_id}); buka berkas di Notepad atau Word, lalu "
        "Simpan Sebagai teks dengan pengodean UTF-8.",
        en=f"its characters are not encoded in UTF-8 ({where_en}); open it in an editor and save "
        "it as text with the encoding UTF-8.",
    )
