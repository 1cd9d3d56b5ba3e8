"""Pages of the findings about elements: where they stand, what their level and their parent are."""

from __future__ import annotations

from typing import Final

PAGES: Final[dict[str, tuple[str, str]]] = {}

PAGES["RB101"] = (
    """
## What
A program, an objective or another element of the same name and number is printed again. The
plan has it once, and every place that prints it is kept.

## Why
Many plans repeat an objective beside its programs, or a row where a page begins. Counted
twice, it would weigh twice in every mean.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| Sasaran: Meningkatnya mutu pelayanan | 1. Indeks Kepuasan Masyarakat | Indeks | TW I 80 TW II 81 TW III 82 TW IV 83 |
| 1. Program Pelayanan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| Sasaran: Meningkatnya mutu pelayanan | 1. Indeks Kepuasan Masyarakat | Indeks | TW I 80 TW II 81 TW III 82 TW IV 83 |
| 2. Program Pelayanan Dua | 1. Persentase laporan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| Sasaran: Meningkatnya mutu pelayanan | 1. Indeks Kepuasan Masyarakat | Indeks | TW I 80 TW II 81 TW III 82 TW IV 83 |
| 1. Program Pelayanan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 2. Program Pelayanan Dua | 1. Persentase laporan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: the plan of Kecamatan Kemangkon for 2022 prints its objective in two tables.
""",
    """
## Apa
Program, sasaran, atau unsur lain dengan nama dan nomor yang sama tercetak lagi. Di rencana ia
satu, dan semua tempat yang mencetaknya diingat.

## Mengapa
Banyak rencana mengulang sasaran di samping programnya, atau mengulang baris di awal halaman.
Bila dihitung dua kali, bobotnya menjadi dua kali dalam setiap rata-rata.
""",
)

PAGES["RB102"] = (
    """
## What
A sub-activity stands in the column of activities, or in another column than those before it.
Its label word says what it is, and is followed.

## Why
Cells move when a table is copied: a border is lost, a cell is merged. Words survive more
often than columns, so the label word is believed first and the column last.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| 2. Sub Kegiatan Rapat | 1. Jumlah rapat | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 | | | | |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| | | | | 2. Sub Kegiatan Rapat | 1. Jumlah rapat | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Practice: the plan of Kecamatan Kemangkon for 2022 prints four sub-activities in the activities'
columns.
""",
    """
## Apa
Sub kegiatan berdiri di kolom kegiatan, atau di kolom lain daripada yang sebelumnya. Kata
labelnya menyebut apa dia, dan itulah yang diikuti.

## Mengapa
Sel berpindah saat tabel disalin: garis hilang, sel digabung. Kata lebih sering selamat daripada
kolom, maka kata label dipercaya lebih dulu dan kolom terakhir.
""",
)

PAGES["RB103"] = (
    """
## What
The place on the page points at one parent and the number at another. The official parent
stands in the document, so the element is placed under it.

## Why
A sub-activity under the wrong activity counts in the wrong achievement. The official list
of names and codes says which activity each sub-activity belongs to.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah | 1. Persentase laporan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah | 1. Jumlah dokumen | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |
| 2. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase temuan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 2. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan | Laporan | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah | 1. Persentase laporan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah | 1. Jumlah dokumen | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |
| | | | | 2. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan | Laporan | TW I 1 TW II 1 TW III 1 TW IV 1 |
| 2. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase temuan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | | | | |

## Source
Permendagri 90/2019: the list of names and codes puts each sub-activity under one activity.
""",
    """
## Apa
Letak di halaman menunjuk satu induk, nomornya menunjuk induk lain. Induk resminya ada di
dokumen, maka unsur itu ditempatkan di bawahnya.

## Mengapa
Sub kegiatan di bawah kegiatan yang salah dihitung dalam capaian yang salah. Nomenklatur
menyebut kegiatan mana yang membawahi setiap sub kegiatan.
""",
)

PAGES["RB104"] = (
    """
## What
The place on the page points at one parent and the number at another, and no official parent
decides. The number goes on under another parent, which is followed.

## Why
Rows slip in copying, while numbers are typed once. A number that goes on where its
predecessor stands is better evidence than the row in which it landed.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| 2. Kegiatan Dua | 1. Persentase rapat | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 2. Sub Kegiatan Arsip | 1. Jumlah arsip | Arsip | TW I 1 TW II 1 TW III 1 TW IV 1 |
| | | | | 1. Sub Kegiatan Rapat | 1. Jumlah rapat | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| | | | | 2. Sub Kegiatan Arsip | 1. Jumlah arsip | Arsip | TW I 1 TW II 1 TW III 1 TW IV 1 |
| 2. Kegiatan Dua | 1. Persentase rapat | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Rapat | 1. Jumlah rapat | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Practice: numbers begin again at 1 under each activity.
""",
    """
## Apa
Letak di halaman menunjuk satu induk, nomornya menunjuk induk lain, dan tidak ada induk resmi
yang memutuskan. Nomornya melanjutkan nomor di bawah induk lain; itulah yang diikuti.

## Mengapa
Baris bergeser saat disalin, sedangkan nomor diketik sekali. Nomor yang melanjutkan pendahulunya
lebih dapat dipercaya daripada baris tempat ia jatuh.
""",
)

PAGES["RB105"] = (
    """
## What
The label word (Program, Kegiatan, Sub Kegiatan) is lost, and the column does not tell. The name
is an official one, and its code says the level.

## Why
Label words are dropped when clerks shorten names. A name of the official list has one
level there.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Penyediaan Bahan Logistik Kantor | 1. Jumlah paket | Paket | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket | Paket | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Permendagri 90/2019: every name of the list is a program's, an activity's or a sub-activity's.
""",
    """
## Apa
Kata label (Program, Kegiatan, Sub Kegiatan) hilang dan kolomnya tidak menunjukkan. Namanya nama
resmi, dan kodenya menyebut tingkatnya.

## Mengapa
Kata label sering hilang ketika nama disingkat. Nama di nomenklatur hanya punya satu tingkat di
sana.
""",
)

PAGES["RB106"] = (
    """
## What
The label word is lost, and no official name tells the level beyond doubt. It was taken from the
number, the column or the place; a person should look.

## Why
A sub-activity that is taken for an activity moves everything below it. What rests on the
place alone is said, so that it can be put right.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Lomba burung berkicau | 1. Jumlah lomba | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Lomba burung berkicau | 1. Jumlah lomba | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Practice: offices add names of their own, which no official list has.
""",
    """
## Apa
Kata label hilang dan tidak ada nama resmi yang memastikan tingkatnya. Tingkat diambil dari
nomor, kolom, atau letak; mohon diperiksa.

## Mengapa
Sub kegiatan yang dikira kegiatan memindahkan semua yang di bawahnya. Yang hanya bersandar pada
letak dikatakan, agar dapat dibetulkan.
""",
)

PAGES["RB122"] = (
    """
## What
The row of a program is the last of the table of the program before it. Its own heading follows,
and there it belongs.

## Why
Where the border between two tables is lost, the next program seems to be part of the one
before. Its lettered heading shows where it begins.

## Bad
**A. Program Satu**

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| 1. Program Dua | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

**B. Program Dua**

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Rapat | 1. Jumlah rapat | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
**A. Program Satu**

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Dua | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

**B. Program Dua**

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Rapat | 1. Jumlah rapat | Kali | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Practice: in the plan of Kecamatan Kemangkon for 2022 three programs stand so.
""",
    """
## Apa
Baris program berdiri paling akhir di tabel program sebelumnya. Judulnya sendiri menyusul, dan
di sanalah tempatnya.

## Mengapa
Bila batas antara dua tabel hilang, program berikutnya tampak seperti bagian program
sebelumnya. Judul berhuruf menunjukkan di mana ia mulai.
""",
)

PAGES["RB125"] = (
    """
## What
The name is official, but several codes bear it, and neither a printed code nor its parent says
which is meant. No code is given.

## Why
A wrong code would count the work under another activity. The code that the budget document
prints decides.

## Bad
DINAS PENANAMAN MODAL

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Pengembangan Iklim Penanaman Modal | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Kegiatan Usaha Bersama | 1. Persentase usaha | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Fasilitasi Kemitraan yang dilakukan oleh Pemerintah Kabupaten/Kota | 1. Jumlah kesepakatan | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
DINAS PENANAMAN MODAL

| KODE | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|
| 2.18.02 | 1. Program Pengembangan Iklim Penanaman Modal | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| | 1. Kegiatan Usaha Bersama | 1. Persentase usaha | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 2.18.02.2.01.0003 | 1. Sub Kegiatan Fasilitasi Kemitraan yang dilakukan oleh Pemerintah Kabupaten/Kota | 1. Jumlah kesepakatan | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Permendagri 90/2019: 2.18.02.2.01.0003 and 2.18.02.2.02.0005 bear one name.
""",
    """
## Apa
Namanya resmi, tetapi beberapa kode bernama demikian, dan tidak ada kode tercetak atau induk yang
menunjukkan mana yang dimaksud. Kodenya dibiarkan kosong.

## Mengapa
Kode yang salah menghitung pekerjaan di bawah kegiatan lain. Kode di dokumen anggaran yang
memutuskan.
""",
)
