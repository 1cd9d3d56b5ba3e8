"""What the demonstration's papers carry: letterhead, officials and who answers, all samples.

Names say that they are samples, and NIP are of zeros: no civil servant has such a one.
"""

from __future__ import annotations

from typing import Final

import typst

from renaksi_web.accounts.members import Member
from renaksi_web.offices.selectors import office_of
from renaksi_web.offices.services import Signing, enter
from renaksi_web.offices.staffing import Post, enter_staff
from renaksi_web.plans.charges import rows_of, seen_in
from renaksi_web.plans.selectors import loaded, set_plan
from renaksi_web.plans.services.charging import put_in_charge

TEXTS: Final = {
    "government": "Pemerintah Kabupaten Purbalingga (contoh)",
    "address": "Jalan Contoh Nomor 1, Kemangkon",
    "telephone": "(0281) 000000",
    "contact": "surel contoh@example.go.id",
    "place": "Kemangkon",
}
SIGNING: Final = {
    "head": Signing(
        "Drs. Camat Contoh, M.Si.", "Camat Kemangkon", "Pembina Tingkat I, IV/b",
        "00000000 000000 0 001",
    ),
    "superior": Signing("Bupati Contoh, S.E.", "Bupati Purbalingga", elected=True),
    "secretary": Signing(
        "Sekretaris Contoh, S.Sos.", "Sekretaris Kecamatan", "Pembina, IV/a",
        "00000000 000000 0 002",
    ),
    "planner": Signing(
        "Ir. Perencana Contoh, M.T.", "Kepala Bapelitbangda Kabupaten Purbalingga",
        "Pembina Utama Muda, IV/c", "00000000 000000 0 003",
    ),
}  # fmt: skip
POSTS: Final = (
    Post("Kepala Seksi Tata Pemerintahan", "Pemerintahan Contoh, S.H.", "Penata Tingkat I, III/d",
         "00000000 000000 0 004"),
    Post("Kepala Seksi Pemberdayaan Masyarakat", "Pemberdayaan Contoh, S.P.", "Penata, III/c",
         "00000000 000000 0 005"),
    Post("Kepala Seksi Ketenteraman dan Ketertiban", "Ketenteraman Contoh, S.IP.",
         "Penata, III/c", "00000000 000000 0 006"),
)  # fmt: skip
# Who answers for what stands under each program; the head for what is over the programs.
CHARGES: Final = {
    "T1.S1.P1": "Sekretaris Kecamatan",
    "T1.S1.P2": "Kepala Seksi Tata Pemerintahan",
    "T1.S1.P3": "Kepala Seksi Pemberdayaan Masyarakat",
    "T1.S1.P4": "Kepala Seksi Ketenteraman dan Ketertiban",
    "T1.S1.P5": "Kepala Seksi Ketenteraman dan Ketertiban",
    "T1.S1.P6": "Kepala Seksi Tata Pemerintahan",
}
# A shield that says what it is.
_LOGO: Final = b"""
#set page(width: 30mm, height: 34mm, margin: 0pt, fill: none)
#place(polygon(fill: luma(235), stroke: 1.4mm + luma(60),
  (1mm, 1mm), (29mm, 1mm), (29mm, 20mm), (15mm, 33mm), (1mm, 20mm)))
#place(center, dy: 11mm, text(font: "TeX Gyre Heros", size: 12pt, weight: "bold")[CONTOH])
"""


def logo() -> bytes:
    """The sample's coat of arms as PNG."""
    from renaksi.render.printed.fonts import fonts

    made = typst.compile(_LOGO, format="png", ppi=200, font_paths=fonts())
    assert isinstance(made, bytes)
    return made


def furnish(admin: Member) -> None:
    """Enter the letterhead, who signs, and who stands below the head."""
    data = enter(by=admin, seen=0, texts=TEXTS, signing=SIGNING, logo=logo())
    enter_staff(by=admin, seen=data.version, posts=POSTS)


def put_everybody_in_charge(operator: Member, year: int) -> None:
    """Say who answers for each indicator of the plan in force."""
    plan = set_plan(operator, year)
    table = rows_of(loaded(operator, plan), office_of(operator))
    told = {}
    for row in table:
        if row.indicator is not None:
            head = SIGNING["head"].position
            told[row.indicator] = next((CHARGES[k] for k in row.within if k in CHARGES), head)
    put_in_charge(by=operator, plan_id=plan.pk, seen=seen_in(table), responsible=told)
