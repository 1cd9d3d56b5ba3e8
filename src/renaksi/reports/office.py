"""The office that signs: its government, officials, address and logo, and their JSON form.

None of this stands in a plan. What is not known stays empty, and the documents that need
it are printed as drafts that say so. The form is `renaksi/office/1`; keys that are not
known are ignored, and a malformed value is refused by its name.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from datetime import date
from typing import Any, Final, NamedTuple, NoReturn

from renaksi.diagnostics import Unreadable

OFFICE_SCHEMA: Final = "renaksi/office/1"
IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LARGEST_LOGO: Final = 1_000_000


class Official(NamedTuple):
    """A person who signs.

    ``position`` is the office held (*Camat Kemangkon*), ``rank`` *Pembina Tingkat I, IV/b*.
    An elected head has neither rank nor NIP. ``superior`` is the position of whom a member of
    the staff answers to; empty for the head of the office.
    """

    name: str = ""
    position: str = ""
    nip: str = ""
    rank: str = ""
    elected: bool = False
    superior: str = ""


class Office(NamedTuple):
    """An office as its papers show it.

    ``head`` signs for it; ``superior`` is the other party of its performance agreement;
    ``planner`` heads the planning agency, which countersigns Formulir E.81. ``staff`` are the
    officials below the head; the first examines the Berita Acara. ``place`` and
    ``dated`` are where and when papers are signed. ``word_template`` is a Word file (.docx)
    whose styles, head and foot its Word files take.
    """

    government: str = ""
    name: str = ""
    address: str = ""
    contact: str = ""
    place: str = ""
    dated: date | None = None
    head: Official = Official()
    superior: Official = Official()
    planner: Official = Official()
    staff: tuple[Official, ...] = ()
    logo: bytes = b""
    word_template: bytes = b""


NO_OFFICE: Final = Office()
_TEXTS: Final = ("government", "name", "address", "contact", "place")
_OFFICIALS: Final = ("head", "superior", "planner")


def office_from_json(text: str) -> Office:
    """The office of a `renaksi/office/1` file. Raises `Unreadable` for anything malformed."""
    fields = _parsed(text)
    if fields.get("schema", OFFICE_SCHEMA) != OFFICE_SCHEMA:
        _refuse("schema", f"harus “{OFFICE_SCHEMA}”", f"must be “{OFFICE_SCHEMA}”")
    staff = fields.get("staff")
    staff = [] if staff is None else staff
    if not isinstance(staff, list):
        _refuse("staff", "harus sebuah daftar", "must be a list")
    told: dict[str, Any] = {name: _text(fields.get(name), name) for name in _TEXTS}
    told |= {name: _official(fields.get(name), name) for name in _OFFICIALS}
    return Office(
        **told,
        dated=_date(fields.get("dated")),
        staff=tuple(_official(one, f"staff[{index}]") for index, one in enumerate(staff)),
        logo=_logo(fields.get("logo")),
    )


def writings_from_json(text: str) -> dict[str, str]:
    """The writer's texts by key. Raises `Unreadable` for anything but texts under keys."""
    fields = _parsed(text)
    return {key: _text(said, key) for key, said in fields.items()}


def office_to_json(office: Office) -> str:
    """The office as the text of a `renaksi/office/1` file."""
    import json
    from base64 import b64encode

    fields: dict[str, Any] = {"schema": OFFICE_SCHEMA}
    fields |= {name: getattr(office, name) for name in _TEXTS}
    fields |= {name: getattr(office, name)._asdict() for name in _OFFICIALS}
    fields["dated"] = office.dated and office.dated.isoformat()
    fields["staff"] = [one._asdict() for one in office.staff]
    fields["logo"] = b64encode(office.logo).decode() or None
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _parsed(text: str) -> dict[str, Any]:
    import json

    try:
        fields = json.loads(text.removeprefix("\ufeff"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(
            id="Data kantor atau tulisan penyusun ini bukan JSON yang utuh; periksa berkasnya.",
            en="The data of the office or the writer's texts are no complete JSON; check the file.",
        ) from error
    return _object(fields, "$")


def _official(value: object, at: str) -> Official:
    if value is None:
        return Official()
    fields = _object(value, at)
    texts = {
        name: _text(fields.get(name), f"{at}.{name}")
        for name in ("name", "position", "nip", "rank", "superior")
    }
    elected = fields.get("elected") or False
    if not isinstance(elected, bool):
        _refuse(f"{at}.elected", "harus true atau false", "must be true or false")
    return Official(**texts, elected=elected)


def _text(value: object, at: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        _refuse(at, "harus teks dalam tanda kutip", "must be a text in quotes")
    return value.strip()


def _date(value: object) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(_text(value, "dated"))
    except ValueError:
        _refuse("dated", "harus tanggal seperti 2022-01-10", "must be a date such as 2022-01-10")


def _logo(value: object) -> bytes:
    """The image file in base 64; other kinds of files could not be printed."""
    try:
        logo = b64decode(_text(value, "logo"), validate=True)
    except (NotBase64, ValueError):
        _refuse("logo", "harus berkas gambar dalam base64", "must be an image file in base64")
    if logo and not logo.startswith(IMAGES):
        _refuse("logo", "harus gambar PNG atau JPEG", "must be a PNG or JPEG image")
    if len(logo) > _LARGEST_LOGO:
        _refuse("logo", "terlalu besar; paling besar 1 MB", "is too large; at most 1 MB")
    return logo


def _object(value: object, at: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(at, "harus objek {…}", "must be an object {…}")
    return value


def _refuse(at: str, id: str, en: str) -> NoReturn:
    raise Unreadable(
        id=f"Data kantor tidak dapat dibaca: {at} {id}.",
        en=f"The data of the office cannot be read: {at} {en}.",
    )
