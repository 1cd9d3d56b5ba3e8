"""Reading the signatures of a PDF file: who signed, what was changed since, and who vouches.

Nothing is fetched, so revocation is known only where the file itself carries the proof, and
no issuer is trusted but those whose certificates are handed over: what a browser trusts for web
sites says nothing about officials.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from renaksi.diagnostics import Unreadable
from renaksi.signatures.alone import alone
from renaksi.signatures.verdict import Content, Signature, Validity, Vouching

MOST_SIGNATURES: Final = 100
# What pyHanko raises at a file or a certificate that is not as it should be.
DAMAGED: Final = (PdfError, ValueError, KeyError, TypeError, IndexError, AttributeError)
_USAGE: Final = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)


def verify(data: bytes, roots: Sequence[bytes], moment: datetime) -> tuple[Signature, ...]:
    """Every signature in the file, first signed first; none where it is unsigned.

    ``roots`` are certificates (PEM or DER, a file may hold several) of issuers to trust, and
    ``moment`` is the time at which the certificates are looked at. Raises `Unreadable`.
    """
    logging.disable(logging.CRITICAL)  # pyHanko logs tracebacks of what it answers
    try:
        trusted = [certificate for root in roots for certificate in certificates(root)]
        reader = opened(data)
        found = _signatures(reader)
        return tuple(_told(one, trusted, moment) for one in found[:MOST_SIGNATURES])
    finally:
        logging.disable(logging.NOTSET)


def opened(data: bytes) -> PdfFileReader:
    """The file; `Unreadable` where it is no PDF, damaged or encrypted."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(
            id="berkas ini bukan PDF; tanda tangan elektronik diperiksa pada berkas PDF aslinya.",
            en="this file is no PDF; electronic signatures are checked in the original PDF.",
        )
    try:
        reader = PdfFileReader(io.BytesIO(data))
        encrypted = reader.encrypted
        if not encrypted:
            _ = reader.root["/Pages"]
    except (*DAMAGED, RecursionError) as error:
        raise broken() from error
    if encrypted:
        raise Unreadable(
            id="PDF ini dikunci dengan kata sandi; minta berkas yang tidak dikunci.",
            en="this PDF is locked with a password; ask for one that is not.",
        )
    return reader


def broken() -> Unreadable:
    """The refusal of a file that calls itself a PDF and cannot be followed."""
    return Unreadable(
        id="PDF ini rusak, sehingga tanda tangannya tidak dapat diperiksa; minta berkas aslinya "
        "dari yang mengirim.",
        en="this PDF is damaged, so that its signatures cannot be checked; ask the sender for "
        "the original.",
    )


def certificates(data: bytes) -> Iterable[x509.Certificate]:
    """The certificates in a file, PEM or DER; `Unreadable` where there is none."""
    try:
        if pem.detect(data):
            ders = [der for kind, _, der in pem.unarmor(data, multiple=True) if "CERT" in kind]
        else:
            ders = [data]
        found = [x509.Certificate.load(der, strict=True) for der in ders]
        for certificate in found:
            _ = certificate.subject.native, certificate.not_valid_after
    except (ValueError, TypeError) as error:
        raise _no_certificate() from error
    if not found:
        raise _no_certificate()
    return found


def _no_certificate() -> Unreadable:
    return Unreadable(
        id="berkas penerbit bukan sertifikat; pilih berkas .pem, .crt, atau .cer.",
        en="the issuer's file is no certificate; choose a .pem, .crt or .cer file.",
    )


def _signatures(reader: PdfFileReader) -> list[EmbeddedPdfSignature]:
    try:
        return list(reader.embedded_regular_signatures)
    except (*DAMAGED, RecursionError) as error:
        raise broken() from error


def _told(
    found: EmbeddedPdfSignature, roots: Sequence[x509.Certificate], moment: datetime
) -> Signature:
    """One signature; what cannot be followed is told as unreadable, never as good."""
    try:
        certificate = found.signer_cert
        own = Signature(
            str(found.field_name),
            signer=_name(certificate.subject, "common_name") or certificate.subject.human_friendly,
            organisation=_name(certificate.subject, "organization_name"),
            issuer=_name(certificate.issuer, "common_name") or certificate.issuer.human_friendly,
            stated=_aware(found.self_reported_timestamp),
            valid_from=certificate.not_valid_before,
            valid_until=certificate.not_valid_after,
            validity=_validity(certificate, moment),
        )
        # A chain is looked at within the certificate's time, so that one that has run out
        # since can still tell who issued it; that it has run out is told beside.
        at = min(max(moment, certificate.not_valid_before), certificate.not_valid_after)
        context = ValidationContext(trust_roots=list(roots), moment=at, allow_fetching=False)
        status = alone(lambda: validate_pdf_signature(found, context, key_usage_settings=_USAGE))
    except (*DAMAGED, RecursionError):
        return Signature(str(found.field_name))
    return own._replace(content=_content(status), vouching=_vouching(status, certificate))


def _content(status: PdfSignatureStatus) -> Content:
    if not (status.intact and status.valid):
        return "changed"
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "unchanged"
    followed = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    return "extended" if followed and status.docmdp_ok else "changed"


def _vouching(status: PdfSignatureStatus, certificate: x509.Certificate) -> Vouching:
    if status.trusted:
        return "named" if certificate.self_issued else "trusted"
    if status.revoked:
        return "revoked"
    if certificate.self_issued:
        return "self_made"
    return "unknown"


def _validity(certificate: x509.Certificate, moment: datetime) -> Validity:
    if moment > certificate.not_valid_after:
        return "expired"
    return "early" if moment < certificate.not_valid_before else "current"


def _name(name: x509.Name, part: str) -> str:
    """A part of a certificate's name on one line, without marks that could disguise it."""
    value: Any = name.native.get(part) or ""
    text = value if isinstance(value, str) else ", ".join(map(str, value))
    return "".join(filter(str.isprintable, " ".join(text.split())))[:200]


def _aware(when: datetime | None) -> datetime | None:
    return when.replace(tzinfo=UTC) if when is not None and when.tzinfo is None else when
