"""Pages of the findings about the document as a whole: its office, its file, its archive."""

from __future__ import annotations

from typing import Final

PAGES: Final[dict[str, tuple[str, str]]] = {}

PAGES["RB120"] = (
    """
## What
The name of the kecamatan occurs once in the list of regions, or once in the regency that the
document names. Its code is taken from there.

## Why
The code joins plans of several years and offices. Where the name is shared by several districts
it is left empty.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Good
KECAMATAN CIBEUREUM

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: the Ministry of Home Affairs gives every region of government a code (kode wilayah).
""",
    """
## Apa
Nama kecamatan ini hanya ada satu di daftar wilayah, atau hanya satu di kabupaten yang disebut
dokumen. Kodenya diambil dari sana.

## Mengapa
Kode menghubungkan rencana beberapa tahun dan perangkat daerah. Bila namanya dipakai beberapa
kecamatan, kodenya dibiarkan kosong.
""",
)

PAGES["RB130"] = (
    """
## What
Part of the file is not shown (hidden rows, hidden sheets, pages that are pictures) or cannot be
vouched for (formulas that are broken or hold no result). It is no part of the plan.

## Why
What the author hid was not filed, and a picture or a broken formula cannot be read surely. Show
it, or type it, if it belongs to the plan.

## Bad
rencana.xlsx: sheet “Target 2024” is shown, sheet “Target 2023” is hidden

## Good
rencana.xlsx: sheet “Target 2024” is shown, and there is no other

## Source
Practice: last year's rows are hidden in the workbook instead of deleted.
""",
    """
## Apa
Sebagian berkas tidak tampak (baris atau lembar tersembunyi, halaman berupa gambar) atau tidak
dapat dipastikan (rumus rusak atau tanpa hasil). Bagian itu tidak masuk ke rencana.

## Mengapa
Yang disembunyikan penyusun tidak diajukan, dan gambar atau rumus rusak tidak dapat dibaca dengan
pasti. Tampakkan atau ketiklah bila memang bagian rencana.
""",
)

PAGES["RB131"] = (
    """
## What
A file of the archive could not be read, or holds no plan. The others are read.

## Why
An archive often holds letters and pictures beside the plans. Each file that gave no plan is named
with its reason, so that no plan is missed.

## Bad
rencana.zip: rencana-aksi-2024.docx, surat-pengantar.docx

## Good
rencana.zip: rencana-aksi-2024.docx, rencana-aksi-2025.docx

## Source
Practice: plans are sent in one archive with the letter that goes with them.
""",
    """
## Apa
Satu berkas di arsip tidak dapat dibaca atau tidak memuat rencana. Berkas lainnya dibaca.

## Mengapa
Arsip sering memuat surat dan gambar di samping rencana. Setiap berkas tanpa rencana disebut
bersama sebabnya, agar tidak ada rencana yang terlewat.
""",
)
