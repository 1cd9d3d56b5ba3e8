"""Write docs/guide/roles.md from the table of rights; to be run after a change to it."""

from __future__ import annotations

import os
from pathlib import Path

import django

PAGE = Path(__file__).parent.parent / "docs" / "guide" / "roles.md"

HEAD = """# Peran dan hak

Halaman ini dibuat dari `renaksi_web.accounts.policy`, tabel yang juga dipakai program.
Semua hak berlaku di kantor sendiri; orang dari kantor lain tidak melihat apa pun.
Tanda ◐ berarti: bukan atas pekerjaan sendiri.

| yang dapat dilakukan | operator | verifikator | pimpinan | admin |
|---|---|---|---|---|
"""


def role_page() -> str:
    """The page as text."""
    from renaksi_web.accounts.models import Role
    from renaksi_web.accounts.policy import POLICY

    lines = []
    for act in POLICY.values():
        if act.reach == "member":
            mark = "●" if act.own else "◐"
            marks = " | ".join(mark if role in act.roles else "" for role in Role.values)
            lines.append(f"| {act.id} | {marks} |\n")
    return HEAD + "".join(lines)


def main() -> None:
    """Write it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renaksi_web.settings")
    django.setup()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(role_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
