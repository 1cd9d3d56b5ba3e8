"""Pages of the findings about figures and columns that can be read in more than one way."""

from __future__ import annotations

from typing import Final

PAGES: Final[dict[str, tuple[str, str]]] = {}

PAGES["RB117"] = (
    """
## What
A figure such as 1.234 is a thousand in the Indonesian way and a little more than one in the
English way, and nothing decides: no other figure of the document, no unit that counts whole
things, no fraction of an amount that would end in a zero. It is read in the Indonesian way.

## Why
The two readings differ a thousandfold. A second figure, such as 12.345,6, would prove one of
them.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Nilai layanan | Nilai | 1.234 | - | - | - |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Kegiatan Satu | 1. Nilai layanan | Nilai | 1.234,5 | - | - | - |

## Source
Practice: spreadsheets are set to English more often than the documents made from them.
""",
    """
## Apa
Angka seperti 1.234 berarti seribu lebih menurut cara Indonesia dan satu lebih menurut cara
Inggris, dan tidak ada yang memutuskan: angka lain di dokumen, satuan yang menghitung benda utuh,
atau pecahan yang akan berakhir nol. Dibaca menurut cara Indonesia.

## Mengapa
Kedua bacaan berbeda seribu kali lipat. Angka kedua, misalnya 12.345,6, akan memastikan salah
satunya.
""",
)

PAGES["RB126"] = (
    """
## What
A figure holds the letter O, l or I where a digit must be: *5O%*, *1OO*, *l2,5*. It is read as
the figure that it looks like.

## Why
A scan takes letters and digits for each other. The figure is most likely the one that is read,
but only the original proves it.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Program Satu | 1. Persentase layanan | Persen | 25 | 5O | 75 | 1OO |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Program Satu | 1. Persentase layanan | Persen | 25 | 50 | 75 | 100 |

## Source
Practice: plans that were scanned and recognised by a program.
""",
    """
## Apa
Sebuah angka memuat huruf O, l, atau I di tempat yang seharusnya angka: *5O%*, *1OO*, *l2,5*.
Dibaca sebagai angka yang tampak.

## Mengapa
Hasil pindaian sering menukar huruf dan angka. Angka itu paling mungkin yang dibaca, tetapi hanya
dokumen aslinya yang membuktikannya.
""",
)

PAGES["RB127"] = (
    """
## What
A cell shows `####` or the error of a formula (`#REF!`, `#DIV/0!`) instead of a figure.

## Why
A spreadsheet prints `####` where its column is too narrow for the figure, and an error where its
formula is broken. What the figure was, the paper does not say.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Program Satu | 1. Persentase layanan | Persen | 25 | #DIV/0! | 75 | 100 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Program Satu | 1. Persentase layanan | Persen | 25 | 50 | 75 | 100 |

## Source
Practice: workbooks that are printed to PDF, and formulas whose cells were deleted.
""",
    """
## Apa
Sebuah sel menampilkan `####` atau galat rumus (`#REF!`, `#DIV/0!`) sebagai ganti angka.

## Mengapa
Lembar kerja mencetak `####` bila kolomnya terlalu sempit untuk angka itu, dan galat bila rumusnya
rusak. Berapa angkanya tidak tertulis di kertas.
""",
)

PAGES["RB128"] = (
    """
## What
A table has no header. Which of its columns hold names, indicators, units and the four quarters is
told by its rows: label words, official names, the wording of results and of indicators, units, and
four figures in a row, or five of which one is what the others make.

## Why
A header is often an image, or stays behind on the page before. What the rows prove need not be
typed anew; whoever files the plan should still see that it was read so.

## Bad
| 1 | Program Pembinaan Perpustakaan | Persentase pemustaka aktif | Persen | 20 | 40 | 60 | 80 |
|---|---|---|---|---|---|---|---|
| 2 | Kegiatan Pengelolaan Perpustakaan | Jumlah kunjungan | Orang | 10 | 10 | 20 | 20 |

## Good
| NO | URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|---|
| 1 | Program Pembinaan Perpustakaan | Persentase pemustaka aktif | Persen | 20 | 40 | 60 | 80 |
| 2 | Kegiatan Pengelolaan Perpustakaan | Jumlah kunjungan | Orang | 10 | 10 | 20 | 20 |

## Source
Practice: quarters stand beside each other in their order.
""",
    """
## Apa
Sebuah tabel tidak berjudul kolom. Kolom mana yang memuat nama, indikator, satuan, dan keempat
triwulan ditunjukkan oleh barisnya: kata label, nama resmi, susunan kata sasaran dan indikator,
satuan, serta empat angka berurutan, atau lima yang salah satunya dibentuk oleh yang lain.

## Mengapa
Judul kolom sering berupa gambar atau tertinggal di halaman sebelumnya. Yang dibuktikan oleh
barisnya tidak perlu diketik ulang, tetapi pengirim rencana perlu tahu bahwa dibaca demikian.
""",
)
