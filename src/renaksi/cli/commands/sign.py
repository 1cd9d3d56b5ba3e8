"""`renaksi sign`: put an electronic signature with a visible stamp into a PDF document."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from renaksi.cli.arguments import Parser, WrongUsage, whole_number
from renaksi.cli.screen import Screen, escaped
from renaksi.diagnostics import Language, Words, spoken

if TYPE_CHECKING:
    from datetime import datetime

    from renaksi.signatures.sign import Key

PASSWORD: Final = "RENAKSI_CERTIFICATE_PASSWORD"  # noqa: S105 - the name of a variable
ADDRESS: Final = "RENAKSI_VERIFY_ADDRESS"

SUMMARY: Final = Words(
    "tanda tangani PDF dengan sertifikat PKCS#12 milik Anda, di komputer Anda sendiri",
    "sign a PDF with your own PKCS#12 certificate, on your own computer",
)
_FILE: Final = Words("dokumen PDF yang ditandatangani", "the PDF document to sign")
_CERTIFICATE: Final = Words(
    f"berkas .p12 atau .pfx; kata sandinya ditanyakan, atau dibaca dari {PASSWORD}",
    f"a .p12 or .pfx file; its password is asked for, or read from {PASSWORD}",
)
_OUT: Final = Words(
    "berkas hasil (bawaan: nama FILE dengan -ttd.pdf)",
    "the file to write (default: FILE's name with -ttd.pdf)",
)
_ADDRESS: Final = Words(
    f"alamat halaman pemeriksaan, untuk kode QR pada cap (bawaan: {ADDRESS}; tanpa itu tanpa QR)",
    f"address of the page that verifies, for the stamp's QR code (default: {ADDRESS}; else none)",
)
_PAGE: Final = Words(
    "halaman untuk cap (bawaan: terakhir sebelum daftar kode angka)",
    "page of the stamp (default: the last before the list of codes)",
)
_AT: Final = Words(
    "tempat cap dalam mm dari kiri dan bawah halaman (bawaan: tempat kosong terbawah)",
    "place of the stamp in mm from left and bottom of the page (default: the lowest free one)",
)
_NO_STAMP: Final = Words("tanpa cap yang terlihat", "without a visible stamp")
_DONE: Final = Words(
    "Ditandatangani oleh {name}: {out}\nPeriksa hasilnya dengan `renaksi verify {out}`.",
    "Signed by {name}: {out}\nCheck the result with `renaksi verify {out}`.",
)
_ASK: Final = Words("Kata sandi sertifikat: ", "Password of the certificate: ")
_NO_PASSWORD: Final = Words(
    "Kata sandi sertifikat belum ada; jalankan di terminal agar ditanyakan, atau isi {variable}.",
    "The certificate's password is missing; run this in a terminal to be asked, or set {variable}.",
)
_NO_ADDRESS: Final = Words(
    "Alamat pemeriksaan harus diawali https:// atau http:// dan paling panjang {most} huruf.",
    "The address of verification must begin with https:// or http:// and have {most} letters "
    "at most.",
)


def arguments(parser: Parser) -> None:
    """FILE, the certificate, and how the stamp looks."""
    lang, add = parser.lang, parser.options.add_argument
    parser.inputs.add_argument("file", metavar="FILE", help=spoken(_FILE, lang))
    add("--certificate", metavar="P12", required=True, help=spoken(_CERTIFICATE, lang))
    add("-o", "--output", metavar="OUT", help=spoken(_OUT, lang))
    add("--address", metavar="URL", help=spoken(_ADDRESS, lang))
    add("--page", metavar="N", type=whole_number(lang), help=spoken(_PAGE, lang))
    add("--at", metavar="X,Y", type=_place(lang), help=spoken(_AT, lang))
    add("--no-stamp", action="store_true", help=spoken(_NO_STAMP, lang))


def run(args: Namespace, screen: Screen) -> int:
    """Sign the file and write the result beside it; the file itself stays as it is."""
    from datetime import UTC, datetime

    from renaksi.cli.saving import save
    from renaksi.cli.signed_files import done_with, file_bytes
    from renaksi.signatures.sign import Spot, opened_key, sign

    address = _address(args)
    data, certificate = file_bytes(args.file), file_bytes(args.certificate)
    moment = datetime.now(UTC).astimezone()
    key = opened_key(certificate, _password(screen), moment)
    stamp = None if args.no_stamp else _stamp(key, moment, address)
    spot = Spot(args.page, args.at)

    def task(data: bytes) -> bytes:
        return sign(data, key, moment, stamp=stamp, spot=spot)

    out = args.output or f"{os.path.splitext(args.file)[0]}-ttd.pdf"
    save(out, done_with(args.file, data, task), source=args.file)
    screen.write(screen.say(_DONE, name=escaped(key.name), out=escaped(out)))
    return 0


def _stamp(key: Key, moment: datetime, address: str) -> bytes:
    from renaksi.signatures.stamp import stamp

    return stamp(key.name, moment, address)


def _address(args: Namespace) -> str:
    from renaksi.signatures.stamp import LONGEST_ADDRESS

    address: str = args.address or os.environ.get(ADDRESS, "")
    fits = address.startswith(("https://", "http://")) and len(address) <= LONGEST_ADDRESS
    if address and not (fits and address.isprintable()):
        raise WrongUsage("renaksi sign", _NO_ADDRESS, most=str(LONGEST_ADDRESS))
    return address


def _password(screen: Screen) -> str:
    """The password from the environment, else from the person; never from the command line."""
    stated = os.environ.get(PASSWORD)
    if stated is not None:
        return stated
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUsage("renaksi sign", _NO_PASSWORD, variable=PASSWORD)
    from getpass import getpass

    try:
        return getpass(screen.say(_ASK))
    except EOFError as error:
        raise WrongUsage("renaksi sign", _NO_PASSWORD, variable=PASSWORD) from error


def _place(lang: Language) -> Callable[[str], tuple[float, float]]:
    """A type for two distances in millimetres."""

    def read(text: str) -> tuple[float, float]:
        parts = text.split(",")
        if len(parts) == 2 and all(part.strip().isdecimal() for part in parts):
            return float(parts[0]), float(parts[1])
        raise ArgumentTypeError(
            f"“{text}” bukan dua jarak dalam mm, seperti 20,30"
            if lang == "id"
            else f"“{text}” is no two distances in mm, such as 20,30"
        )

    return read
