"""A small filed plan as text, brought in as an upload; and the real one."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path
from typing import Final

from renaksi_web.plans.models import Import
from renaksi_web.plans.services import importing
from tests.renaksi_web.office import Office

KEMANGKON: Final = Path(__file__).parents[2] / "examples" / "kemangkon-2022.txt"

# A lost target (TW II of the activity), a lost unit, four equal quarters, one text in two rows.
PAPER: Final = """\
RENCANA AKSI TAHUN 2022
KECAMATAN KEMANGKON

PROGRAM\t\t\t\t
URAIAN\tINDIKATOR KINERJA\tSATUAN\tTARGET\t
1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik\t1. Persentase desa tertib administrasi\tPersen\tTW I\t25%
\t\t\tTW II\t50%
\t\t\tTW III\t75%
\t\t\tTW IV\t100%

KEGIATAN\t\t\t\t
URAIAN\tINDIKATOR KINERJA\tSATUAN\tTARGET\t
1. Kegiatan Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan\t1. Persentase desa tertib administrasi\tPersen\tTW I\t25%
\t\t\tTW III\t75%
\t\t\tTW IV\t100%

SUB KEGIATAN\t\t\t\t
URAIAN\tINDIKATOR KINERJA\tSATUAN\tTARGET\t
1. Sub Kegiatan Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan\t1. Jumlah rapat koordinasi\tKegiatan\tTW I\t3
\t\t\tTW II\t3
\t\t\tTW III\t3
\t\t\tTW IV\t3
"""


def brought_in(office: Office, text: str = PAPER) -> Import:
    """The paper as its operator uploaded it."""
    return importing.bring_in(by=office.operator, data=text.encode(), filename="rencana.txt")
