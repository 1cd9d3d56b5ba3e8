"""What the signatures of a file say, as values, and the same as JSON (`renaksi/signatures/1`).

Three questions are kept apart, because people take one for the other: whether the content is
what was signed, whether anybody vouches for the signer's name, and whether the certificate is
within its time.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple

SCHEMA: Final = "renaksi/signatures/1"

# unchanged: to the last byte · extended: only later signatures or filled form fields, as far as
# the signature allows · changed: otherwise · unreadable: cannot be checked
Content = Literal["unchanged", "extended", "changed", "unreadable"]
# trusted: a chain to a root that whoever verifies has named · named: self-made, and itself named
# so · self_made: its own issuer · unknown: an issuer who cannot be confirmed here · revoked
Vouching = Literal["trusted", "named", "self_made", "unknown", "revoked"]
Validity = Literal["current", "expired", "early"]
Standing = Literal["unsigned", "changed", "unreadable", "unvouched", "lapsed", "sound"]


class Signature(NamedTuple):
    """One signature. Names are what the certificate says; ``stated`` is the signer's own clock."""

    field: str
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    stated: datetime | None = None
    content: Content = "unreadable"
    vouching: Vouching = "unknown"
    validity: Validity = "current"
    valid_from: datetime | None = None
    valid_until: datetime | None = None


def standing(signatures: Sequence[Signature]) -> Standing:
    """The file as a whole: the gravest that is true of any of its signatures."""
    if not signatures:
        return "unsigned"
    contents = {one.content for one in signatures}
    if "changed" in contents:
        return "changed"
    if "unreadable" in contents:
        return "unreadable"
    if any(one.vouching not in ("trusted", "named") for one in signatures):
        return "unvouched"
    return "lapsed" if any(one.validity != "current" for one in signatures) else "sound"


def to_json(signatures: Sequence[Signature]) -> dict[str, Any]:
    """All signatures in the order in which they were made, and the file's standing."""
    told = []
    for one in signatures:
        values = one._asdict()
        for key in ("stated", "valid_from", "valid_until"):
            values[key] = values[key] and values[key].isoformat()
        told.append(values)
    return {"schema": SCHEMA, "standing": standing(signatures), "signatures": told}


def from_json(told: dict[str, Any]) -> tuple[Signature, ...]:
    """The signatures of such an object."""
    found = []
    for values in told["signatures"]:
        moments = {
            key: datetime.fromisoformat(values[key]) if values[key] else None
            for key in ("stated", "valid_from", "valid_until")
        }
        found.append(Signature(**{**values, **moments}))
    return tuple(found)
