"""What `Inspection.state_detail` may say: short Indonesian phrases to follow "Rusak:" or "Terkunci:"."""

TRUNCATED = "berkas terpotong"
EMPTY = "berkas kosong"
ONLY_ZEROS = "berkas hanya berisi byte nol"
UNREADABLE = "isi berkas tidak dapat dibaca"
NOT_WHAT_ITS_NAME_SAYS = "isi berkas tidak sesuai dengan akhiran namanya"

PICTURE_BROKEN = "isi gambar rusak"
PICTURE_TOO_LARGE = "gambar terlalu besar, isinya tidak diperiksa"
PICTURE_UNCHECKED = "jenis gambar ini tidak dapat diperiksa isinya"

PDF_LOCKED = "PDF terkunci dengan kata sandi"
PDF_BROKEN = "halaman PDF tidak dapat dibaca"
PDF_WITHOUT_PAGES = "PDF tidak mempunyai halaman"
PDF_PAGES_LOST = "sebagian halaman PDF tidak dapat dibaca"
PDF_TOO_LARGE = "PDF terlalu besar, isinya tidak diperiksa"
PDF_REPAIRED = "susunan PDF tidak rapi, tetapi halamannya terbaca"

OFFICE_LOCKED = "dokumen terkunci dengan kata sandi"
OFFICE_BROKEN = "isi dokumen rusak"

ARCHIVE_LOCKED = "arsip terkunci dengan kata sandi"
ARCHIVE_BROKEN = "isi arsip rusak"
ARCHIVE_TOO_LARGE = "arsip terlalu besar, isinya tidak diperiksa"

RECORDING_BROKEN = "rekaman tidak lengkap"
