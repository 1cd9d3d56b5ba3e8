"""Documents that the tests of the command line read."""

from __future__ import annotations

from typing import Final

# A plan with a real 0, dashes, and one target that the document lost (TW III of the kegiatan).
PAPER: Final = """\
RENCANA AKSI TAHUN 2022
KECAMATAN KEMANGKON

| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| Tujuan 1. Meningkatnya kualitas pelayanan publik di kecamatan | 1. Indeks Kepuasan Masyarakat \
| Indeks | - | - | - | 86 |
| Sasaran 1. Meningkatnya kualitas pelayanan kecamatan | 1. Nilai SAKIP Kecamatan | Nilai \
| - | - | - | 75 |
| 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik \
| 1. Persentase layanan yang selesai tepat waktu | Persen | 80 | 80 | 85 | 90 |
| 1. Kegiatan Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat \
| 1. Persentase urusan yang dilaksanakan | Persen | 0 | 50 | | 100 |
| 1. Sub Kegiatan Pelaksanaan Urusan Pemerintahan yang terkait dengan Nonperizinan \
| 1. Jumlah laporan pelaksanaan nonperizinan | Laporan | 5 | 4 | 5 | 6 |
"""
# The same with the lost target put back: nothing is wrong on the level of errors.
WHOLE: Final = PAPER.replace("| 50 | |", "| 50 | 75 |")
# The same with nothing that says whose it is and for which year.
ANONYMOUS: Final = PAPER.split("\n\n", 1)[1]
