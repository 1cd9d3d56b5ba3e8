"""XML parts as trees, parsed so that nothing outside the part is ever asked for.

Office formats never declare a document type; one that does is refused before anything of it is
used. Entities are not expanded, no file or address is opened, and depth and the size of
texts stay within the parser's own bounds.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from renaksi.diagnostics import Unreadable
from renaksi.readers.limits import damaged


def tree(data: bytes, kind: str) -> Any:
    """The root element of a part of a file of ``kind``; `Unreadable` where it is no sound XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(kind) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise foreign(kind)
    return root


def foreign(kind: str) -> Unreadable:
    """The refusal of a part that declares entities, which no office program writes."""
    return Unreadable(
        id=f"berkas {kind} ini memuat deklarasi XML yang tidak pernah ditulis program kantor "
        "(DOCTYPE); buka di program asalnya, simpan ulang, lalu coba lagi.",
        en=f"this {kind} file holds an XML declaration that no office program writes (DOCTYPE); "
        "open it in its own program, save it anew and try again.",
    )
