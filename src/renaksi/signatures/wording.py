"""The sentences about signatures, in words that a citizen understands, for terminal and page alike.

Nothing here promises more than was looked at: a QR code or a picture of a signature is never
called a signature, and a name for which nobody vouches is told as such.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Final

from renaksi.diagnostics import Language, Words, spoken
from renaksi.quarter import MONTHS
from renaksi.signatures.verdict import Content, Signature, Standing, Validity, Vouching, standing

STANDINGS: Final[Mapping[Standing, Words]] = {
    "unsigned": Words(
        "Berkas ini tidak memuat tanda tangan elektronik.",
        "This file holds no electronic signature.",
    ),
    "changed": Words(
        "Jangan dipercaya: berkas ini berubah sesudah ditandatangani.",
        "Do not trust it: this file was changed after it was signed.",
    ),
    "unreadable": Words(
        "Ada tanda tangan yang tidak dapat diperiksa; jangan dianggap sah.",
        "There is a signature that cannot be checked; do not take it as valid.",
    ),
    "unvouched": Words(
        "Isi berkas utuh, tetapi tidak ada yang menjamin siapa penanda tangannya.",
        "The content is unchanged, but nobody vouches for the signer.",
    ),
    "lapsed": Words(
        "Isi berkas utuh, tetapi sertifikat penanda tangannya sedang tidak berlaku.",
        "The content is unchanged, but the signer's certificate is not valid now.",
    ),
    "sound": Words(
        "Isi berkas utuh, dan nama penanda tangannya dijamin pihak yang dipercaya pemeriksaan ini.",
        "The content is unchanged, and somebody whom this check trusts vouches for the signer.",
    ),
}
_CONTENTS: Final[Mapping[Content, Words]] = {
    "unchanged": Words(
        "Isi berkas tidak berubah sejak ditandatangani.",
        "The content is unchanged since it was signed.",
    ),
    "extended": Words(
        "Isi yang ditandatangani tidak berubah; sesudahnya hanya ditambahkan tanda tangan lain "
        "atau isian formulir.",
        "What was signed is unchanged; only other signatures or form entries were added since.",
    ),
    "changed": Words(
        "Isi berkas berubah sesudah ditandatangani, atau tanda tangan ini tidak mencakup "
        "seluruh isinya.",
        "The content was changed after signing, or this signature does not cover all of it.",
    ),
    "unreadable": Words(
        "Tanda tangan ini rusak atau dibuat dengan cara yang tidak dikenal, jadi tidak dapat "
        "diperiksa.",
        "This signature is damaged or made in an unknown way, and cannot be checked.",
    ),
}
_VOUCHING: Final[Mapping[Vouching, Words]] = {
    "trusted": Words(
        "Nama itu dijamin oleh {issuer}, penerbit sertifikat yang dipercaya pemeriksaan ini.",
        "{issuer} vouches for that name, an issuer whom this check trusts.",
    ),
    "self_made": Words(
        "Sertifikatnya dibuat sendiri: siapa pun dapat menulis nama itu, dan tidak ada yang "
        "menjaminnya.",
        "The certificate is self-made: anybody can write that name, and nobody vouches for it.",
    ),
    "unknown": Words(
        "Sertifikatnya menyebut penerbit {issuer}, tetapi pemeriksaan ini tidak dapat memastikan "
        "penerbit itu, jadi nama penanda tangan belum terjamin.",
        "The certificate names the issuer {issuer}, whom this check cannot confirm, so nobody "
        "vouches for the signer's name yet.",
    ),
    "named": Words(
        "Sertifikatnya dibuat sendiri, dan termasuk yang dipercaya pemeriksaan ini.",
        "The certificate is self-made, and one of those that this check trusts.",
    ),
    "revoked": Words(
        "Sertifikatnya sudah dicabut oleh penerbitnya.",
        "The certificate was revoked by its issuer.",
    ),
}
_VALIDITY: Final[Mapping[Validity, Words]] = {
    "current": Words(
        "Sertifikat berlaku sampai {until}.", "The certificate is valid until {until}."
    ),
    "expired": Words(
        "Masa berlaku sertifikat habis pada {until}.", "The certificate ran out on {until}."
    ),
    "early": Words(
        "Sertifikat baru berlaku mulai {since}.", "The certificate is valid only from {since}."
    ),
}
_TIME: Final = Words(
    "{moment}, menurut komputer penanda tangan", "{moment}, by the signer's own clock"
)
NO_TIME: Final = Words("tidak disebut", "not stated")
REVOCATION: Final = Words(
    "Apakah sebuah sertifikat sudah dicabut tidak ditanyakan kepada penerbitnya.",
    "Issuers are not asked whether a certificate was revoked.",
)
PICTURES: Final = Words(
    "Cap, gambar tanda tangan, atau kode QR saja bukan tanda tangan elektronik tersertifikasi "
    "(TTE): semuanya dapat disalin ke berkas lain.",
    "A stamp, a picture of a signature or a QR code alone is no certified electronic signature "
    "(TTE): each can be copied into another file.",
)
_ZONES: Final = {7: "WIB", 8: "WITA", 9: "WIT"}


def in_zone(signatures: Sequence[Signature], zone: tzinfo | None) -> tuple[Signature, ...]:
    """The same with their moments in a time zone; None is that of the machine."""

    def local(moment: datetime | None) -> datetime | None:
        return moment and moment.astimezone(zone)

    return tuple(
        one._replace(
            stated=local(one.stated),
            valid_from=local(one.valid_from),
            valid_until=local(one.valid_until),
        )
        for one in signatures
    )


def headline(signatures: Sequence[Signature], lang: Language) -> str:
    """The file as a whole in one sentence."""
    return spoken(STANDINGS[standing(signatures)], lang)


def sentences(signature: Signature, lang: Language) -> tuple[str, ...]:
    """What is to be known of one signature: its content, who vouches, and until when."""
    content = spoken(_CONTENTS[signature.content], lang)
    if signature.content == "unreadable":
        return (content,)
    vouching = spoken(_VOUCHING[signature.vouching], lang).format(issuer=signature.issuer)
    validity = spoken(_VALIDITY[signature.validity], lang).format(
        until=signature.valid_until and day_in_words(signature.valid_until, lang),
        since=signature.valid_from and day_in_words(signature.valid_from, lang),
    )
    return (content, vouching, validity)


def time_stated(signature: Signature, lang: Language) -> str:
    """When it was signed, and that this is the signer's own word."""
    if signature.stated is None:
        return spoken(NO_TIME, lang)
    return spoken(_TIME, lang).format(moment=moment_in_words(signature.stated, lang))


def day_in_words(moment: datetime, lang: Language) -> str:
    """*25 November 2026*."""
    return f"{moment.day} {MONTHS[lang][moment.month - 1]} {moment.year}"


def moment_in_words(moment: datetime, lang: Language) -> str:
    """*25 November 2026 pukul 12.20 WIB*, in the time zone that the moment bears."""
    at, mark = ("pukul", ".") if lang == "id" else ("at", ":")
    clock = f"{moment.hour:02d}{mark}{moment.minute:02d}"
    return f"{day_in_words(moment, lang)} {at} {clock} {_zone(moment)}".rstrip()


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    hours, rest = divmod(int(offset.total_seconds()) // 60, 60)
    if not rest and hours in _ZONES:
        return _ZONES[hours]
    return f"UTC{hours:+d}:{rest:02d}" if hours or rest else "UTC"
