"""Pages of the findings about indicators, units and values: lost, fused, or printed twice."""

from __future__ import annotations

from typing import Final

PAGES: Final[dict[str, tuple[str, str]]] = {}

PAGES["RB110"] = (
    """
## What
A row holds two indicator texts and one set of quarters. The values are read as the last text's;
those of the others are lost.

## Why
Two rows became one in copying. A value stands behind its indicator, so it belongs to the
nearest text before it; nothing says what the first had.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Satu | 1. Persentase layanan 2. Persentase laporan tepat waktu | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| | 2. Persentase laporan tepat waktu | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: the plan of Kecamatan Kemangkon for 2022 fuses the indicators 3 and 4 of its first
program.
""",
    """
## Apa
Satu baris memuat dua teks indikator dan satu rangkaian triwulan. Nilainya dibaca sebagai milik
teks terakhir; nilai teks lainnya hilang.

## Mengapa
Dua baris menyatu saat disalin. Nilai berdiri di belakang indikatornya, maka ia milik teks
terdekat di depannya; nilai teks pertama tidak tertulis di mana pun.
""",
)

PAGES["RB111"] = (
    """
## What
A row has quarters, or a unit, and no indicator text. The text stays empty.

## Why
A number without a name cannot be reported on. Ask the author of the plan; Renaksi invents
nothing.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Surat | | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
PermenPANRB 53/2014: performance is agreed as indicators with their targets.
""",
    """
## Apa
Sebuah baris mempunyai triwulan atau satuan, tetapi tanpa teks indikator. Teksnya dibiarkan
kosong.

## Mengapa
Angka tanpa nama tidak dapat dilaporkan. Tanyakan kepada penyusun rencana; Renaksi tidak
mengarang.
""",
)

PAGES["RB112"] = (
    """
## What
The table has a column of units, or other indicators of the level have theirs, and this
indicator has none.

## Why
Without a unit nobody knows whether 100 means per cent or documents, and whether quarters
add up.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Surat | 1. Jumlah surat | | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
Permendagri 90/2019: every sub-activity of the list has an indicator and a unit.
""",
    """
## Apa
Tabel mempunyai kolom satuan, atau indikator lain di tingkat itu bersatuan, sedangkan indikator
ini tidak.

## Mengapa
Tanpa satuan orang tidak tahu apakah 100 berarti persen atau dokumen, dan apakah triwulannya
dijumlahkan.
""",
)

PAGES["RB113"] = (
    """
## What
Other quarters are printed and this one is empty. It is neither 0 nor “-”, and stays missing.

## Why
An actual without a target has nothing to stand against. A dash would say that nothing is
planned, and 0 that nothing should happen.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | 25 | 50 | | 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | 25 | 50 | - | 100 |

## Source
PermenPANRB 88/2021: an action plan breaks the year's target down into periods.
""",
    """
## Apa
Triwulan lain tercetak dan yang ini kosong. Ini bukan 0 dan bukan “-”, dan tetap kosong.

## Mengapa
Realisasi tanpa target tidak punya pembanding. Tanda “-” berarti tidak dijadwalkan, dan 0 berarti
tidak boleh terjadi.
""",
)

PAGES["RB114"] = (
    """
## What
The quarters of an indicator are printed again beside another row. They are read once; a number
beats “-”.

## Why
A merged cell broke into as many rows as it had, each with the values of the whole. Counted as
rows of their own they would be targets of nothing.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: the plan of Kecamatan Kemangkon for 2022 prints the quarters of one activity three times.
""",
    """
## Apa
Triwulan suatu indikator tercetak lagi di samping baris lain. Dibaca sekali; angka mengalahkan
“-”.

## Mengapa
Sel gabungan pecah menjadi beberapa baris, masing-masing dengan nilai keseluruhannya. Bila
dihitung sebagai baris sendiri, nilai itu menjadi target tanpa indikator.
""",
)

PAGES["RB115"] = (
    """
## What
One quarter of one indicator is printed with two different numbers. The first is kept.

## Why
Only one of them was agreed. Which one, the document does not say.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 60 TW III 75 TW IV 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: a revised target is typed in one of the two places that print it.
""",
    """
## Apa
Satu triwulan dari satu indikator tercetak dengan dua angka berbeda. Yang pertama dipakai.

## Mengapa
Hanya satu yang disepakati. Yang mana, tidak disebut dokumen.
""",
)

PAGES["RB116"] = (
    """
## What
A value stands where no indicator, or no quarter, can be told. It is in no row of the plan.

## Why
A number that is given to the wrong indicator is worse than one that is missing. It is said, with
its place, so that a person can put it where it belongs.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| | | | TW I 25 TW II 50 |
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: a page that was lost leaves the quarters of its last row behind.
""",
    """
## Apa
Sebuah nilai berdiri di tempat yang tidak menunjukkan indikator atau triwulannya. Nilai itu tidak
masuk ke baris mana pun.

## Mengapa
Angka yang diberikan kepada indikator yang salah lebih buruk daripada angka yang kosong. Ia
dikatakan bersama letaknya, agar orang dapat menempatkannya.
""",
)

PAGES["RB118"] = (
    """
## What
A figure has no quarter's label, and stands between others that have theirs. It is read as the
quarter that comes next.

## Why
A label that was lost in one row is told by the rows around it: between TW I and TW III stands
TW II.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | |
|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I | 25 |
| | | | | 50 |
| | | | TW III | 75 |
| | | | TW IV | 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | |
|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I | 25 |
| | | | TW II | 50 |
| | | | TW III | 75 |
| | | | TW IV | 100 |

## Source
Practice: quarters stand below each other in their order.
""",
    """
## Apa
Sebuah angka tanpa label triwulan berdiri di antara angka lain yang berlabel. Dibaca sebagai
triwulan berikutnya.

## Mengapa
Label yang hilang di satu baris ditunjukkan oleh baris di sekitarnya: antara TW I dan TW III
berdiri TW II.
""",
)

PAGES["RB119"] = (
    """
## What
A text of a table is no element, indicator, unit, value or remark that could be told.

## Why
What is not understood is not hidden: it may be the name that a neighbouring row has lost.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | lihat lampiran |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 |

## Source
Practice: a cell of a row that was cut away stays behind.
""",
    """
## Apa
Sebuah teks di tabel bukan unsur, indikator, satuan, nilai, atau catatan yang dikenal.

## Mengapa
Yang tidak dipahami tidak disembunyikan: mungkin itu nama yang hilang dari baris di sebelahnya.
""",
)

PAGES["RB124"] = (
    """
## What
Cells of the row have moved, and what is named here could as well belong to another column.

## Why
Of two readings that are equally likely one was taken. Compare the row with the paper.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| | | 2. Jumlah arsip | Arsip | TW I 1 TW II 1 TW III 1 TW IV 1 | | | |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Persentase layanan | Persen | TW I 25 TW II 50 TW III 75 TW IV 100 | 1. Sub Kegiatan Surat | 1. Jumlah surat | Surat | TW I 3 TW II 3 TW III 3 TW IV 3 |
| | | | | | 2. Jumlah arsip | Arsip | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Practice: tabs are lost when a table is pasted into a message.
""",
    """
## Apa
Sel-sel baris ini bergeser, dan yang disebut di sini dapat pula menjadi milik kolom lain.

## Mengapa
Dari dua bacaan yang sama mungkin, satu diambil. Bandingkan barisnya dengan kertasnya.
""",
)
