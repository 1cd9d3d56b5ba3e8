"""What a file states of itself that is true no longer once it is signed.

A document states PDF/UA-1 and PDF/A-2a. A signature's field stands in no tag, and one that a second
signer put into a tag would change what the first one signed; so the first signature takes the
statement of PDF/UA out of the metadata, in its own addition. That of PDF/A-2a stays true of what
typst made (`scripts/standards.py` has it checked); of a file of another maker nobody here knows
whether the stamp fits its colours, and its statement goes too. The bytes before stay as they are.
"""

from __future__ import annotations

from typing import Final

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.metadata.model import NS, XMP_CREATORTOOL, XmpStructure
from pyhanko.pdf_utils.metadata.xmp_xml import MetadataStream

_ACCESSIBLE: Final = NS["pdfuaid"]
_ARCHIVE: Final = NS["pdfaid"]
_OURS: Final = "Typst"


def withdraw_standards(writer: IncrementalPdfFileWriter) -> None:
    """Take the statements that a signature makes untrue out of the file's metadata."""
    root = writer.root
    if "/Metadata" not in root:
        return
    metadata = root["/Metadata"]  # what `get` gives is the reference to it
    if not isinstance(metadata, MetadataStream):
        return
    untrue = {_ACCESSIBLE} if _is_ours(metadata.xmp) else {_ACCESSIBLE, _ARCHIVE}
    kept = [
        XmpStructure({name: told for name, told in one if name.ns not in untrue})
        for one in metadata.xmp
    ]
    if kept == metadata.xmp:
        return
    root["/Metadata"] = writer.add_object(MetadataStream.from_xmp(kept))
    writer.update_root()  # type: ignore[no-untyped-call]


def _is_ours(told: list[XmpStructure]) -> bool:
    """Whether typst wrote the file, as it writes every document of ours."""
    makers = (value.value for one in told for name, value in one if name == XMP_CREATORTOOL)
    return any(str(maker).startswith(_OURS) for maker in makers)
