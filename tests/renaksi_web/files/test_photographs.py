"""Photographs lose position and serial numbers, and look the same."""

from __future__ import annotations

import io

import pytest
from PIL import ExifTags, Image, ImageOps, PngImagePlugin

from renaksi_web.files.photographs import bare

SERIAL = "SERI-12345"
SECRETS = (b"SERI-12345", b"GPS-XMP", b"Photoshop 3.0", b"ekor telepon")


def exif(up: int) -> Image.Exif:
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = up
    made[ExifTags.Base.BodySerialNumber] = SERIAL
    made.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (7.0, 23.0, 1.0)
    return made


def photograph(kind: str, up: int = 6) -> bytes:
    """Two colours, so that its sides can be told apart, with everything a camera writes."""
    picture = Image.new("RGB", (64, 32), "red")
    picture.paste("blue", (0, 0, 20, 10))
    out = io.BytesIO()
    more: dict[str, object] = {"exif": exif(up)}
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", SERIAL)
        words.add_itxt("XML:com.adobe.xmp", "GPS-XMP")
        more["pnginfo"] = words
    else:
        more["xmp"] = b"<x>GPS-XMP</x>"
    if kind == "JPEG":
        more |= {"comment": SERIAL, "progressive": True, "icc_profile": b"profil warna" * 20}
    picture.save(out, kind, **more)
    data = out.getvalue()
    if kind == "JPEG":
        iptc = b"Photoshop 3.0\0GPS"
        data = data[:2] + b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc + data[2:]
        data += b"ekor telepon"
    return data


def dots(data: bytes) -> bytes:
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB").tobytes()


@pytest.mark.parametrize("up", [1, 3, 6, 8])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_only_the_picture_and_its_side_up_stay(kind: str, up: int) -> None:
    sent = photograph(kind, up)
    assert SERIAL.encode() in sent
    kept = bare(sent)
    assert kept is not None
    assert not any(secret in kept for secret in SECRETS)
    assert dots(kept) == dots(sent)
    told = Image.open(io.BytesIO(kept)).getexif()
    assert dict(told) == ({} if up == 1 else {ExifTags.Base.Orientation: up})
    assert bare(kept) == kept


def test_the_profile_of_the_colours_stays() -> None:
    kept = bare(photograph("JPEG"))
    assert kept is not None
    assert Image.open(io.BytesIO(kept)).info["icc_profile"] == b"profil warna" * 20


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_not_whole_is_told_and_never_breaks(kind: str) -> None:
    sent = photograph(kind)
    whole = sent.removesuffix(b"ekor telepon")
    for end in range(13, len(whole) - 1):
        assert bare(whole[:end]) is None, end


def test_other_files_stay_as_they_are() -> None:
    for data in (b"%PDF-1.7", b"GIF89a", b"", b"kata"):
        assert bare(data) == data
