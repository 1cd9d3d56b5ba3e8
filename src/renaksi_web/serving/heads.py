"""The head of a request: where it ends, how large it may be, and how long the body behind it is.

It is read by gunicorn's own strict parser, so that where a request ends is decided once. What is
wrong with a request before the site has seen it is answered here, in one plain sentence.
"""

from __future__ import annotations

from typing import Any, Final

from gunicorn.http import RequestParser
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import NoMoreData

MOST_BYTES: Final = 32_000
_END: Final = b"\r\n\r\n"


class Wrong(Exception):
    """A request that the site need not see; ``status`` says what is wrong with it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def divided(arrived: bytearray) -> tuple[bytes, bytes] | None:
    """The head and what stands behind it, or None while the head has not arrived whole."""
    while arrived.startswith((b"\r", b"\n")):  # some clients send a line more after a form
        del arrived[0]
    end = arrived.find(_END)
    if (len(arrived) if end < 0 else end) > MOST_BYTES:
        raise Wrong(431)
    if end < 0:
        return None
    end += len(_END)
    return bytes(arrived[:end]), bytes(arrived[end:])


def parsed(config: Any, head: bytes, client: Any) -> Any:
    """The request that a whole head makes; the exceptions are gunicorn's."""
    try:
        request = next(RequestParser(config, iter([head]), client))
    except NoMoreData as error:
        raise Wrong(400) from error
    request.expects = request._expected_100_continue  # noqa: SLF001 - gunicorn has no door to it
    request._expected_100_continue = False  # noqa: SLF001 - said when the body may come
    return request


def length(request: Any) -> int | None:
    """The bytes of the body; None where it comes in chunks, so that nobody knows."""
    if isinstance(request.body.reader, ChunkedReader):
        return None
    return int(dict(request.headers).get("CONTENT-LENGTH", 0))


_REASONS: Final = {
    400: ("Bad Request", "Permintaan ini tidak dapat dipahami; muat ulang halaman."),
    408: ("Request Timeout", "Permintaan ini tidak sampai utuh pada waktunya; kirim sekali lagi."),
    411: ("Length Required", "Peramban tidak menyebut ukuran kirimannya; pakai peramban lain."),
    431: (
        "Request Header Fields Too Large",
        "Alamat atau kuki permintaan ini terlalu panjang; hapus kuki situs ini, lalu coba lagi.",
    ),
    503: ("Service Unavailable", "Situs sedang sangat sibuk; coba lagi sebentar lagi."),
    507: ("Insufficient Storage", "Tempat simpan server penuh; beri tahu pengelola situs ini."),
}


def refusal(status: int) -> bytes:
    """A whole answer that says what is wrong, after which the connection ends."""
    reason, sentence = _REASONS[status]
    page = (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Renaksi</title>'
        f"<p>{sentence}</p></html>\n"
    ).encode()
    wait = "Retry-After: 10\r\n" if status == 503 else ""
    return (
        f"HTTP/1.1 {status} {reason}\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(page)}\r\n{wait}Connection: close\r\n\r\n"
    ).encode("ascii") + page
