"""What a register can hold of a plan: lengths and years, checked before anything is stored."""

from __future__ import annotations

from renaksi.model import Plan
from renaksi_web.refusals import Refused

_OF_ELEMENT = (("id", 64), ("number", 30), ("code", 40), ("code_printed", 60))
_OF_INDICATOR = (("number", 30), ("unit", 100))


def sane_year(year: int | None) -> int | None:
    """The year where it can be a plan's."""
    return year if year is not None and 2000 <= year <= 2100 else None


def refuse_oversized(plan: Plan) -> None:
    """Refuse a plan with a number, code or unit that is a text gone astray."""
    for element in plan.elements:
        values = [(getattr(element, field), most) for field, most in _OF_ELEMENT]
        values += [
            (getattr(indicator, field), most)
            for indicator in element.indicators
            for field, most in _OF_INDICATOR
        ]
        for value, most in values:
            if value is not None and len(value) > most:
                raise Refused(
                    id=f"“{value[:60]}…” terlalu panjang untuk nomor, kode, atau satuan "
                    f"(paling banyak {most} huruf); perbaiki dulu.",
                    en=f"“{value[:60]}…” is too long for a number, code or unit "
                    f"({most} letters at most); correct it first.",
                )
