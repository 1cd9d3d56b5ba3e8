"""The one table of rights: which act asks for which role, in one's own organisation.

Pages, services, the test of every address × role and the page `docs/guide/roles.md` are
made from it. Other relations have no row, because they have no right: a member of
another organisation, or of none, is told that there is no such page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Role
from renaksi_web.refusals import NotAllowed

Reach = Literal["anyone", "signed_in", "member"]


class Act(NamedTuple):
    """One thing that can be done, in words that finish "may …" in both languages.

    ``reach`` *anyone* needs no sign-in, *signed_in* concerns only the person's own
    account, *member* asks for one of ``roles``. ``own`` False: never on one's own work.
    """

    name: str
    id: str
    en: str
    roles: frozenset[str] = frozenset()
    reach: Reach = "member"
    own: bool = True


_O, _V, _P, _A = Role.OPERATOR, Role.VERIFIKATOR, Role.PIMPINAN, Role.ADMIN
_ALL: Final = (_O, _V, _P, _A)


def _act(name: str, roles: Iterable[str], id: str, en: str, *, own: bool = True) -> Act:
    return Act(name, id, en, frozenset(roles), own=own)


_ACTS: Final = (
    Act("site.enter", "membuka halaman masuk", "open the sign-in page", reach="anyone"),
    Act("signature.check", "memeriksa tanda tangan pada PDF", "check the signatures in a PDF",
        reach="anyone"),
    Act("self.manage", "mengatur akunnya sendiri", "manage their own account", reach="signed_in"),
    _act("organisation.view", _ALL, "melihat kantornya", "see their office"),
    _act("organisation.manage", [_A], "mengatur kantor", "manage the office"),
    _act("people.manage", [_A], "mengatur pengguna dan peran", "manage people and roles"),
    _act("measuring.set", [_A], "mengatur cara menghitung capaian", "set how achievement counts"),
    _act("plan.view", _ALL, "melihat rencana aksi", "see the plan"),
    _act("plan.import", [_O], "memasukkan dokumen rencana", "bring a plan's document in"),
    _act("plan.queue", [_O, _A], "memasukkan banyak berkas lewat antrean",
         "bring many files in by the queue"),
    _act("plan.edit", [_O], "menyusun dan mengubah rencana", "write and change a plan"),
    _act("plan.verify", [_V], "memverifikasi rencana", "verify a plan", own=False),
    _act("plan.set", [_P], "menetapkan rencana", "set a plan", own=False),
    _act("plan.return", [_V, _P], "mengembalikan rencana menjadi draf", "return a plan to draft"),
    _act("plan.revise", [_O], "membuka perubahan rencana", "open a revision of a plan"),
    _act("window.set", [_A], "mengatur jadwal pelaporan", "set the reporting windows"),
    _act("entry.view", _ALL, "melihat realisasi dan capaian", "see actuals and achievement"),
    _act("entry.edit", [_O], "mengisi realisasi", "report actuals"),
    _act("entry.submit", [_O], "mengirim realisasi untuk diperiksa", "submit actuals"),
    _act("entry.withdraw", [_O], "menarik kembali realisasi", "take submitted actuals back"),
    _act("entry.return", [_V, _P], "mengembalikan realisasi", "return actuals"),
    _act("entry.verify", [_V], "memverifikasi realisasi", "verify actuals", own=False),
    _act("entry.approve", [_P], "menyetujui realisasi", "approve actuals", own=False),
    _act("entry.lock", [_P], "mengunci realisasi", "lock actuals"),
    _act("entry.reopen", [_P], "membuka kembali realisasi", "reopen actuals"),
    _act("evidence.view", _ALL, "melihat bukti dukung", "see evidence"),
    _act("evidence.edit", [_O], "menambah dan menghapus bukti dukung", "add and remove evidence"),
    _act("writing.edit", [_O], "menulis naskah dokumen", "write the texts of documents"),
    _act("audit.view", [_V, _P, _A], "melihat catatan perubahan", "see the record of changes"),
    _act("export.take", _ALL, "mengunduh rencana dan hasilnya", "take the plan and results away"),
    _act("bundle.make", [_A], "menyusun bundel dokumen setahun dari kantor-kantornya",
         "make the bundle of a year's documents of their offices"),
)  # fmt: skip
POLICY: Final = {act.name: act for act in _ACTS}


def allows(member: Member, act: str, *, authors: Iterable[int | None] = ()) -> bool:
    """Whether the member may do the act on something whose authors have these user ids."""
    rule = POLICY[act]
    if rule.reach != "member":
        return True
    return bool(member.roles & rule.roles) and (rule.own or member.user.pk not in set(authors))


def require(member: Member, act: str, *, authors: Iterable[int | None] = ()) -> None:
    """Raise `NotAllowed`, saying why and who can help, where `allows` says no."""
    rule = POLICY[act]
    if allows(member, act, authors=authors):
        return
    roles = [Role(role).label.lower() for role in Role.values if role in rule.roles]
    who_id, who_en = " atau ".join(roles), " or ".join(roles)
    if member.roles & rule.roles:
        raise NotAllowed(
            id=f"Anda tidak dapat {rule.id} yang Anda kerjakan sendiri; minta {who_id} lain.",
            en=f"You may not {rule.en} that are your own work; ask another {who_en}.",
            act=act,
        )
    raise NotAllowed(
        id=f"Hanya {who_id} yang dapat {rule.id}.",
        en=f"Only {who_en} may {rule.en}.",
        act=act,
    )
