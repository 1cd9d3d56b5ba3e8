"""Which plan of one file is set beside which of another, where a file holds several."""

from __future__ import annotations

from collections.abc import Sequence

from renaksi.diagnostics import RenaksiError
from renaksi.model import Plan
from renaksi.nomenclature.names import key_of


def pairs_of_plans(a: Sequence[Plan], b: Sequence[Plan]) -> list[tuple[Plan, Plan]]:
    """The plans of one organisation each, in the order of ``a``; two lone plans are always a pair.

    Raises `RenaksiError` where no organisation has a plan in both.
    """
    if len(a) == len(b) == 1:
        return [(a[0], b[0])]
    left = list(b)
    pairs = []
    for plan in a:
        office = _office(plan)
        mates = [other for other in left if office is not None and _office(other) == office]
        mate = next((other for other in mates if other.year == plan.year), next(iter(mates), None))
        if mate is not None:
            left.remove(mate)
            pairs.append((plan, mate))
    if not pairs:
        raise RenaksiError(
            id="kedua berkas tidak memuat rencana kantor yang sama; pilih berkas dari satu kantor.",
            en="the two files hold no plan of the same organisation; choose files of one office.",
        )
    return pairs


def _office(plan: Plan) -> str | None:
    organisation = plan.organisation
    return None if organisation is None else organisation.code or key_of(organisation.name)
