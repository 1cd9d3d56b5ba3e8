"""What a file says of itself that nobody has checked any more once it is signed.

A document states PDF/UA-1 and PDF/A-2a because typst checked it. A signature adds a field, and
mostly a picture, that are in no tag and that typst has not seen; so the first signature takes
both statements out of the file's metadata, in its own addition: the bytes before stay, and the
file without a signature still states them. What an earlier signer covered is left as it is.
"""

from __future__ import annotations

import re
from typing import Final

from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

_STATED: Final = re.compile(
    rb"<(pdfuaid|pdfaid):(\w+)>[^<]*</\1:\2>|\s(?:pdfuaid|pdfaid):\w+=(\"[^\"]*\"|'[^']*')"
)


def withdraw_standards(writer: IncrementalPdfFileWriter) -> None:
    """Take statements of PDF/A and PDF/UA out of the metadata, where there are any."""
    metadata = writer.root.get("/Metadata")
    if not isinstance(metadata, StreamObject):
        return
    told = _STATED.sub(b"", metadata.data)
    if told == metadata.data:
        return
    kept = {key: metadata[key] for key in ("/Type", "/Subtype") if key in metadata}
    writer.root["/Metadata"] = writer.add_object(StreamObject(kept, stream_data=told))
    writer.update_root()  # type: ignore[no-untyped-call]
