"""What signatures are tested with: certificates of a small authority, and documents of one page."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

import typst
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

MOMENT = datetime(2026, 11, 25, 5, 20, tzinfo=UTC)
PASSWORD = "rahasia"
YEAR = timedelta(days=365)


class Holder(NamedTuple):
    """A certificate with its key: as a PKCS#12 file, and the certificate alone in PEM."""

    p12: bytes
    pem: bytes


def _name(person: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, person),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
        ]
    )


@cache
def key(number: int) -> rsa.RSAPrivateKey:
    """A key; each number its own, made once."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


AUTHORITY = _name("Penyelenggara Uji CA", "Penyelenggara Uji")


@cache
def authority() -> bytes:
    """The certificate of the authority in PEM."""
    return _made(AUTHORITY, AUTHORITY, 0, 0, MOMENT - 5 * YEAR, MOMENT + 9 * YEAR, ca=True)


@cache
def holder(
    person: str = "Siti Rahayu, S.STP.",
    number: int = 1,
    *,
    self_made: bool = False,
    begins: datetime = MOMENT - YEAR,
    ends: datetime = MOMENT + YEAR,
) -> Holder:
    """Somebody's certificate, by the authority or by themselves."""
    subject = _name(person, "Kecamatan Kemangkon")
    issuer, signer = (subject, number) if self_made else (AUTHORITY, 0)
    pem = _made(subject, issuer, number, signer, begins, ends, ca=False)
    chain = None if self_made else [x509.load_pem_x509_certificate(authority())]
    p12 = pkcs12.serialize_key_and_certificates(
        b"kunci", key(number), x509.load_pem_x509_certificate(pem), chain,
        BestAvailableEncryption(PASSWORD.encode()),
    )  # fmt: skip
    return Holder(p12, pem)


def _made(
    subject: x509.Name, issuer: x509.Name, number: int, signer: int, begins: datetime,
    ends: datetime, *, ca: bool,
) -> bytes:  # fmt: skip
    usage = x509.KeyUsage(
        digital_signature=not ca, content_commitment=not ca, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=ca, crl_sign=ca,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key(number).public_key())
        .serial_number(1000 + number)
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key(signer), hashes.SHA256())
    )
    return made.public_bytes(Encoding.PEM)


@cache
def paper(pages: int = 1, full: bool = False) -> bytes:
    """A document; ``full`` without a free place on its pages."""
    body = "#rect(width: 100%, height: 100%, fill: luma(60%))" if full else "= Perjanjian Kinerja"
    margin = "0pt" if full else "20mm"
    source = f'#set page("a4", margin: {margin})\n' + "\n#pagebreak()\n".join([body] * pages)
    made = typst.compile(source.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


@cache
def locked_paper() -> bytes:
    """The same, locked with a password."""
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(paper())))
    writer.encrypt(owner_pass="pemilik", user_pass="pemakai")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
