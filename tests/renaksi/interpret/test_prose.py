"""What a document says between its tables is no plan, and leaves nothing of it behind."""

from __future__ import annotations

from renaksi.interpret.reading import interpret
from renaksi.readers.document import Document, Row


def test_what_stood_below_mere_prose_is_placed_without_it() -> None:
    # Names beside each other, whose last column is no plan's, above a table of quarters alone.
    penugasan = "Kegiatan Penyelenggaraan Urusan Pemerintahan Umum Sesuai Penugasan Kepala Daerah"
    cells = [
        (2, ("", "Sasaran Strategis", "PROGRAM")),
        (2, ("", "", "")),
        (3, ("",)),
        (4, ("", "Sub Kegiatan Pengadaan Pendukung Pelaksanaan Penanganan Covid-19",
             "Jumlah desa yang mengikuti pengadaan pendukung pelaksanaan penanganan covid-19")),
        (4, (penugasan, "Sub Kegiatan Pembinaan Kerukunan Antar Suku dan Intra Suku",
             "Jumlah peserta pembinaan kerukunan antar suku dan intra suku")),
        (4, ("", "Sub Kegiatan Pelaksanaan Semua Urusan Pemerintahan yang Bukan Merupakan",
             "Jumlah unit pelaksanaan semua urusan pemerintahan yang bukan merupakan")),
        (4, ("", "Sub Kegiatan Pelaksanaan Tugas Forum Koordinasi Pimpinan di kecamatan", "")),
        (5, ("", "", "Trw I", "Trw II", "Trw III", "Trw IV", "Anggaran")),
        (5, ("", "", "", "1", "1", "2", "297.160.000")),
    ]  # fmt: skip
    rows = [
        Row(texts, line, "line" if table == 3 else "table", table)
        for line, (table, texts) in enumerate(cells, 1)
    ]
    plan = interpret(Document(tuple(rows))).plan
    ids = {element.id for element in plan.elements}
    assert all(element.parent is None or element.parent in ids for element in plan.elements)
