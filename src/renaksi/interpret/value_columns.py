"""Columns of values below a header: which cell each of them holds, and what is none at all."""

from __future__ import annotations

from collections.abc import Collection

from renaksi.interpret.header_words import LABELS, SAME, UP_TO, Role
from renaksi.quarter import QUARTERS


def keyed(roles: dict[int, Role]) -> dict[int, Role]:
    """Settle which cell each column of values holds, and whether a *capaian* is an actual.

    A target beside quarters, or before their labels, is the year's. A single quarter in a
    block is a header split over the wrong columns. A *capaian* beside a *realisasi* is its
    percentage, no actual; so is what a table compares with those of another year or of the money.
    """
    if _compares(roles.values()):
        return {
            column: Role("note", block=role.block) if role.field == "value" else role
            for column, role in roles.items()
        }
    quarters: dict[int, set[str]] = {}
    kinds = {role.kind for role in roles.values()}
    for role in roles.values():
        if role.field == "value" and role.key in QUARTERS:
            quarters.setdefault(role.block, set()).add(role.key)
    roles = _without_percentages(_without_actions(_without_sums(_without_former(roles))))
    labels = {role.block: column for column, role in roles.items() if role.key == LABELS}
    return {
        column: _settled(
            role,
            quarters.get(role.block, set()),
            is_reported="actuals" in kinds,
            is_before=column < labels.get(role.block, 0),
        )
        if role.field == "value"
        else role
        for column, role in roles.items()
    }


def _compares(roles: Collection[Role]) -> bool:
    """Whether a table compares percentages and holds nothing else."""
    return any(role.field == "note" and role.kind == "achievement" for role in roles) and all(
        role.kind == "achievement" or (role.kind == "actuals" and role.money)
        for role in roles
        if role.field == "value"
    )


def _without_actions(roles: dict[int, Role]) -> dict[int, Role]:
    """What stands beside the target of a quarter and is none itself: *Rencana Aksi TW I*."""
    targets = {(role.block, role.key) for role in roles.values() if role.kind == "targets"}
    return {
        column: Role("note", kind="achievement" if role.unit == "%" else None, block=role.block)
        if role.key in QUARTERS and not role.money and role.kind is None
        and (role.block, role.key) in targets
        else role
        for column, role in roles.items()
    }  # fmt: skip


def _without_percentages(roles: dict[int, Role]) -> dict[int, Role]:
    """What stands in per cent beside K of the same quarter (*K | % | Rp*) is computed from it."""
    own = {(role.block, role.kind, role.key) for role in roles.values() if role.money is False}
    for column, role in roles.items() if own else ():
        if role.unit == "%" and role.money is None and (role.block, role.kind, role.key) in own:
            roles[column] = Role("note", kind="achievement", block=role.block)
    return roles


def _without_former(roles: dict[int, Role]) -> dict[int, Role]:
    """What held before a revision is none of the plan: *Target | Target Perubahan*."""
    revised = {_told_by(role) for role in roles.values() if role.is_revised}
    return {
        column: Role("note", kind="achievement", block=role.block)
        if role.field == "value" and not role.is_revised and _told_by(role) in revised
        else role
        for column, role in roles.items()
    } if revised else roles  # fmt: skip


def _told_by(role: Role) -> tuple[object, ...]:
    """What a header says of a column of values, but for the revision."""
    return role.block, role.kind, role.key, bool(role.money)


def _without_sums(roles: dict[int, Role]) -> dict[int, Role]:
    """What holds *s.d. Triwulan II* is the quarter's, unless another column holds its own."""
    own = {(role.block, role.kind, role.key) for role in roles.values()}
    found = dict(roles)
    for column, role in roles.items():
        for quarter, key in UP_TO.items():
            if role.key == key:
                is_sum = (role.block, role.kind, quarter) in own
                note = Role("note", kind="achievement", block=role.block)
                found[column] = note if is_sum else role._replace(key=quarter)
    return found


def _settled(role: Role, quarters: set[str], *, is_reported: bool, is_before: bool) -> Role:
    """The role of a column of values whose block has these quarters, or their labels behind it."""
    if is_reported and role.unit == "%" and role.kind is None and role.key is None:
        role = role._replace(kind="achievement", unit=None)
    if role.kind == "achievement":
        if is_reported:
            return Role("note", kind="achievement", block=role.block)
        role = role._replace(kind="actuals")
    if role.key is None and (quarters or is_before) and not role.money:
        return role._replace(key="year")
    if role.key in QUARTERS and len(quarters) < 2 and not is_reported:
        return role._replace(key=None)
    return role


def with_owners(roles: dict[int, Role]) -> dict[int, Role]:
    """Give quarters behind names without an indicator to the only indicator before them.

    *Sasaran | Indikator | Target | Program | Kegiatan | TW I … TW IV* states the objective's.
    """
    measured = {role.block for role in roles.values() if role.field in ("indicator", "unit")}
    labels = min((column for column, role in roles.items() if role.key == LABELS), default=None)
    owned = {
        column for column, role in roles.items()
        if role.field == "value" and not role.money
        and (role.key in QUARTERS or (labels is not None and column >= labels))
    }  # fmt: skip
    timed = {roles[column].block for column in owned}
    if len(measured) != 1 or not timed or timed & measured or min(timed) < min(measured):
        return roles
    owner = measured.pop()
    return {
        column: role._replace(block=owner)
        if column in owned
        else role._replace(key=SAME)
        if labels is not None and column > labels and role.money
        else role
        for column, role in roles.items()
    }
