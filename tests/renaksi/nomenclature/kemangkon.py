"""The elements of Kecamatan Kemangkon's plan of 2022 as it prints them, with their official codes.

Where the position on paper misleads (a sub kegiatan printed beside the next kegiatan), the
parent here is still the element that stands above it on paper, not the right one.
"""

from __future__ import annotations

# (level, printed name, official code), in the order of the document. Every one of them is in
# the newest edition, though spelling and words drift from it.
ELEMENTS = (
    ("program", "Program Penunjang Urusan Pemerintahan Daerah Kab/Kota", "7.01.01"),
    ("activity", "Kegiatan Perencanaan, Penganggaran dan Evaluasi Kinerja Perangkat Daerah", "7.01.01.2.01"),
    ("subactivity", "Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah", "7.01.01.2.01.0001"),
    ("activity", "Kegiatan Administrasi Keuangan Perangkat Daerah", "7.01.01.2.02"),
    ("subactivity", "Sub Kegiatan Evaluasi Kinerja Perangkat Daerah", "7.01.01.2.01.0007"),
    ("subactivity", "Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN", "7.01.01.2.02.0001"),
    ("subactivity", "Sub Kegiatan Penyediaan Administrasi Pelaksanaan Tugas ASN", "7.01.01.2.02.0002"),
    ("subactivity", "Sub Kegiatan Koordinasi dan Pelaksanaan Akuntansi SKPD", "7.01.01.2.02.0004"),
    ("activity", "Kegiatan Administrasi Barang Milik Daerah pada perangkat Daerah", "7.01.01.2.03"),
    ("subactivity", "Sub Kegiatan Penatausahaan Barang Milik Daerah pada SKPD", "7.01.01.2.03.0006"),
    ("activity", "Kegiatan Administrasi Umum Perangkat Daerah", "7.01.01.2.06"),
    ("subactivity", "Sub Kegiatan Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor", "7.01.01.2.06.0001"),
    ("subactivity", "Sub Kegiatan Penyediaan Bahan Logistik Kantor", "7.01.01.2.06.0004"),
    ("subactivity", "Sub Kegiatan Penyediaan Bahan Bacaan dan Peraturan Perundang-undangan", "7.01.01.2.06.0006"),
    ("subactivity", "Sub Kegiatan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD", "7.01.01.2.06.0009"),
    ("subactivity", "Sub Kegiatan Dukungan Pelaksanaan Sistem Pemerintahan berbasis elektronik pada SKPD", "7.01.01.2.06.0011"),
    ("activity", "Kegiatan Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah", "7.01.01.2.08"),
    ("subactivity", "Sub Kegiatan Penyediaan Jasa Surat Menyurat", "7.01.01.2.08.0001"),
    ("subactivity", "Sub Kegiatan Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik", "7.01.01.2.08.0002"),
    ("subactivity", "Sub Kegiatan Penyediaan Jasa Peralatan dan perlengkapan kantor", "7.01.01.2.08.0003"),
    ("subactivity", "Sub Kegiatan Penyediaan Jasa Pelayanan Umum Kantor", "7.01.01.2.08.0004"),
    ("activity", "Kegiatan Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah", "7.01.01.2.09"),
    ("subactivity", "Sub Kegiatan Penyediaan Jasa pemeliharaan, biaya pemeliharaan, Pajak dan perijinan Kendaraan Dinas Operasional atau lapangan", "7.01.01.2.09.0002"),
    ("subactivity", "Sub Kegiatan Pemeliharaan Peralatan dan Mesin Lainnya", "7.01.01.2.09.0006"),
    ("subactivity", "Sub Kegiatan Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya", "7.01.01.2.09.0009"),
    ("program", "Program Penyelenggaraan Pemerintahan dan pelayanan publik", "7.01.02"),
    ("activity", "Kegiatan Koordinasi Penyelenggaraan Kegiatan Pemerintahan di tingkat Kecamatan", "7.01.02.2.01"),
    ("subactivity", "Sub Kegiatan Peningkatan Efektifitas Kegiatan Pemerintahan di tingkat Kecamatan", "7.01.02.2.01.0002"),
    ("activity", "Kegiatan Pelaksanaan Urusan Pemerintahan yang dilimpahkan kepada Camat", "7.01.02.2.04"),
    ("subactivity", "Sub Kegiatan Pelaksanaan Urusan Pemerintahan yang terkait dengan non perizinan", "7.01.02.2.04.0002"),
    ("program", "Program Pemberdayaan Masyarakat Desa dan Kelurahan", "7.01.03"),
    ("activity", "Kegiatan Koordinasi Kegiatan Pemberdayaan Desa", "7.01.03.2.01"),
    ("subactivity", "Sub Kegiatan Peningkatan Partisipasi Masyarakat dalam forum Musyawarah Perencanaan Pembangunan di Desa", "7.01.03.2.01.0001"),
    ("subactivity", "Sub Kegiatan Peningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan", "7.01.03.2.01.0003"),
    ("program", "Program Koordinasi Ketentraman dan Ketertiban Umum", "7.01.04"),
    ("activity", "Kegiatan Koordinasi Upaya Penyelenggaraan Ketentraman dan Ketertiban Umum", "7.01.04.2.01"),
    ("subactivity", "Sub Kegiatan Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi Vertikal di Wilayah Kecamatan", "7.01.04.2.01.0001"),
    ("subactivity", "Sub Kegiatan Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat", "7.01.04.2.01.0002"),
    ("program", "Program Penyelenggaraan Urusan Pemerintahan Umum", "7.01.05"),
    ("activity", "Kegiatan Penyelenggaraan Urusan Pemerintahan Umum Sesuai Penugasan Kepala Daerah", "7.01.05.2.01"),
    ("subactivity", "Sub Kegiatan Pembinaan Persatuan Kesatuan Bangsa", "7.01.05.2.01.0003"),
    ("program", "Program Pembinaan dan Pengawasan Pemerintahan Desa", "7.01.06"),
    ("activity", "Kegiatan Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa", "7.01.06.2.01"),
    ("subactivity", "Sub Kegiatan Fasilitasi Administrasi Tata Pemerintahan Desa", "7.01.06.2.01.0002"),
    ("subactivity", "Sub Kegiatan Fasilitasi Pelaksanaan Pemilihan Pemilihan Kepala Desa", "7.01.06.2.01.0006"),
)  # fmt: skip
