"""Putting a signature into a PDF file: PAdES-B-B, as an addition that leaves the file as it was.

The key is opened first and the stamp made before the file is touched; what is signed is the
file's own bytes, and what earlier signatures cover stays where it was.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from asn1crypto import pkcs12 as pkcs12_asn1
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from renaksi.diagnostics import RenaksiError, Unreadable
from renaksi.signatures.alone import alone
from renaksi.signatures.claims import withdraw_standards
from renaksi.signatures.placing import Box, free_spot, look_at
from renaksi.signatures.stamp import HEIGHT_MM, WIDTH_MM
from renaksi.signatures.verify import DAMAGED, broken, opened
from renaksi.signatures.wording import day_in_words

_POINTS_OF_MM: Final = 72 / 25.4
_FIELD: Final = "TandaTangan"


class KeyRefused(RenaksiError):
    """A certificate with which nothing can be signed."""


class Key(NamedTuple):
    """An opened PKCS#12 file: what signs, and the name in its certificate."""

    signer: SimpleSigner
    name: str


class Spot(NamedTuple):
    """Where the stamp stands: page from 1 (None: the last) and millimetres from its lower left.

    Without a place the lowest free one is looked for.
    """

    page: int | None = None
    at: tuple[float, float] | None = None


LAST_PAGE: Final = Spot()


def opened_key(data: bytes, password: str, moment: datetime) -> Key:
    """The key and certificate of a PKCS#12 file; `KeyRefused` where they cannot sign now."""
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(data, password.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _unopened(data) from error
    if key is None or certificate is None:
        raise KeyRefused(
            id="Berkas sertifikat tidak memuat kunci privat; pakai berkas .p12 lengkap dari "
            "penerbitnya.",
            en="The certificate file holds no private key; use the whole .p12 of its issuer.",
        )
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if moment > ends:
        raise KeyRefused(
            id=f"Masa berlaku sertifikat habis pada {day_in_words(ends, 'id')}; mintalah yang "
            "baru kepada penerbitnya.",
            en=f"The certificate ran out on {day_in_words(ends, 'en')}; ask its issuer for a new "
            "one.",
        )
    if moment < begins:
        raise KeyRefused(
            id=f"Sertifikat baru berlaku mulai {day_in_words(begins, 'id')}; periksa jam komputer.",
            en=f"The certificate is valid only from {day_in_words(begins, 'en')}; check the "
            "computer's clock.",
        )
    try:
        signer = SimpleSigner.load_pkcs12_data(data, (), password.encode() or None)
    except (ValueError, TypeError, NotImplementedError) as error:
        raise _unopened(data) from error
    subject = signer.signing_cert.subject
    return Key(signer, str(subject.native.get("common_name") or subject.human_friendly))


def _unopened(data: bytes) -> KeyRefused:
    """Why a file does not open: it is no PKCS#12 at all, or the password is another."""
    try:
        pkcs12_asn1.Pfx.load(data, strict=True)["version"].native  # noqa: B018 - does it parse
    except (ValueError, TypeError):
        return KeyRefused(
            id="Berkas sertifikat bukan PKCS#12; pilih berkas .p12 atau .pfx dari penerbitnya.",
            en="The certificate file is no PKCS#12; choose the .p12 or .pfx of its issuer.",
        )
    return KeyRefused(
        id="Kata sandi sertifikat salah, atau berkas sertifikatnya rusak; coba lagi.",
        en="The certificate's password is wrong, or its file is damaged; try again.",
    )


def sign(
    data: bytes, key: Key, moment: datetime, *, stamp: bytes | None, spot: Spot = LAST_PAGE
) -> bytes:
    """The file with one more signature. Raises `Unreadable` where it cannot bear one.

    ``stamp`` is the visible stamp as a PDF page (`renaksi.signatures.stamp`); without one the
    signature is invisible.
    """
    reader = opened(data)
    try:
        fields = list(enumerate_sig_fields(reader))
        box = None
        page = 1
        if stamp is not None:
            page, box = _place(data, spot, [field for _, _, field in fields])
        signer = _signer(key, _free_name([name for name, _, _ in fields]), page, box, stamp)
        signer.moment = moment
        writer = IncrementalPdfFileWriter(io.BytesIO(_ended(data)))
        if not any(field for _, field, _ in fields):  # nobody has signed it yet
            withdraw_standards(writer)
        out = alone(lambda: signer.sign_pdf(writer))
        return bytes(out.getbuffer())
    except SigningError as error:
        raise Unreadable(
            id="penanda tangan sebelumnya mengunci berkas ini, sehingga tanda tangan lain tidak "
            "dapat ditambahkan.",
            en="an earlier signer locked this file, so that no other signature can be added.",
        ) from error
    except (*DAMAGED, RecursionError) as error:
        raise broken() from error


def _ended(data: bytes) -> bytes:
    """The file with its last line ended, which PDF/A asks before an object that is added."""
    return data if data.endswith((b"\n", b"\r")) else data + b"\n"


def _free_name(taken: Sequence[str]) -> str:
    """A name for the new field that no other has."""
    number = 1
    while f"{_FIELD}{number}" in taken:
        number += 1
    return f"{_FIELD}{number}"


def _signer(
    key: Key, field: str, page: int, box: tuple[int, int, int, int] | None, stamp: bytes | None
) -> _Signer:
    """What signs into a new field, on a page from 1."""
    return _Signer(
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=key.name,
        ),
        signer=key.signer,
        new_field_spec=SigFieldSpec(
            field,
            on_page=page - 1,
            box=box,
            readable_field_name=f"Tanda tangan elektronik {key.name}",
        ),
        stamp_style=_style(stamp),
    )


class _Signer(PdfSigner):
    """A signer that states the moment that it is given."""

    moment: datetime | None = None

    def init_signing_session(
        self, pdf_out: Any, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """The session at that moment."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment or session.system_time
        return session


def _place(data: bytes, spot: Spot, fields: list[Any]) -> tuple[int, tuple[int, int, int, int]]:
    """The page from 1, and the box on it in whole points."""
    width, height = WIDTH_MM * _POINTS_OF_MM, HEIGHT_MM * _POINTS_OF_MM
    page = look_at(data, spot.page)
    if spot.at is None:
        box = free_spot(page, width, height, _taken(fields))
    else:
        left, bottom = (distance * _POINTS_OF_MM for distance in spot.at)
        x, y = page.shown.left + left, page.shown.bottom + bottom
        box = Box(x, y, x + width, y + height)
        if not (
            page.shown.left <= box.left
            and box.right <= page.shown.right
            and page.shown.bottom <= box.bottom
            and box.top <= page.shown.top
        ):
            raise Unreadable(
                id=f"cap seluas {WIDTH_MM} × {HEIGHT_MM} mm di tempat itu keluar dari halaman; "
                "sebut tempat lain dengan --at.",
                en=f"a stamp of {WIDTH_MM} × {HEIGHT_MM} mm would leave the page there; name "
                "another place with --at.",
            )
    left, bottom = round(box.left), round(box.bottom)
    return page.number, (left, bottom, left + round(width), bottom + round(height))


def _taken(fields: list[Any]) -> list[Box]:
    """Where earlier signatures stand, whatever their page: a spare place costs nothing."""
    boxes = []
    for field in fields:
        widget = field.get_object()
        if "/Rect" in widget and len(rect := widget["/Rect"]) == 4:
            x1, y1, x2, y2 = (float(rect[at]) for at in range(4))
            boxes.append(Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return boxes


def _style(stamp: bytes | None) -> StaticStampStyle | None:
    if stamp is None:
        return None
    return StaticStampStyle(border_width=0, background=_StampPage(stamp))


class _StampPage(PdfContent):
    """The stamp's page, drawn into the signature's box."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.page = page

    def render(self) -> bytes:
        """Its drawing as an object of the file, with the typefaces that it brings along."""
        drawn = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self.page)))
        self.resources.xobject["/Cap"] = drawn
        left, bottom, right, top = drawn.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/Cap Do"
