"""The Indonesian sentence of each fault: what is wrong and, where something can be done, what to do.

Fields in braces are filled by `Findings`; `{path}` stays out, since the screen shows it beside the sentence.
"""

from collections.abc import Mapping

from zidesk.services.verify.result import FaultKind as K

SENTENCES: Mapping[K, str] = {
    K.INCOMPLETE: "Paket belum selesai ditulis. Mintalah pembuatnya menyelesaikan atau membuat ulang paket.",
    K.PARTS_MISSING: (
        "Ini salah satu dari {total} bagian paket {root}; yang tidak ada di folder yang sama: {missing}. "
        "Kumpulkan semua bagian di satu folder, lalu periksa lagi. Belum ada yang diperiksa."
    ),
    K.PARTS_TOGETHER: "Paket ini terdiri atas {total} berkas ZIP; semuanya diperiksa bersama.",
    K.NO_BAGIT_TXT: "Berkas bagit.txt tidak ada, sehingga ini bukan paket yang utuh menurut standar BagIt.",
    K.BAD_DECLARATION: "Isi bagit.txt tidak menurut standar: {reason}.",
    K.UNSUPPORTED_VERSION: "Versi BagIt {version} tidak dikenal; yang dikenal versi 0.93 sampai 1.0.",
    K.BAD_ENCODING: "Isinya tidak dapat dibaca sebagai teks dengan pengodean {encoding}.",
    K.UNKNOWN_ENCODING: "Pengodean huruf “{encoding}” tidak dikenal.",
    K.BYTE_ORDER_MARK: "Diawali tanda urutan bita (BOM) yang menurut standar tidak boleh ada.",
    K.TAG_FILE_TOO_LARGE: "Terlalu besar untuk berkas keterangan ({size} bita, batas {limit}); tidak dibaca.",
    K.BAD_TAG_LINE: "Baris {line} tidak berbentuk “Nama: nilai” menurut standar.",
    K.NO_PAYLOAD_FOLDER: "Folder data tidak ada di dalam paket.",
    K.NO_MANIFEST: "Tidak ada daftar isi (manifest-….txt), sehingga keutuhan berkas tidak dapat diperiksa.",
    K.UNKNOWN_ALGORITHM: "Cara hitung “{algorithm}” tidak dikenal; daftar ini tidak dapat diperiksa.",
    K.NAME_CASE: "Nama daftar ini seharusnya ditulis dengan huruf kecil.",
    K.BAD_MANIFEST_LINE: "Baris {line} tidak dapat dipahami: {text}",
    K.NONSTANDARD_LINE: "Baris {lines} tidak sesuai standar ({reason}), tetapi masih dapat dipahami.",
    K.DUPLICATE_ENTRY: "Tercantum lebih dari sekali dalam {manifest}, dengan nilai yang sama.",
    K.CONFLICTING_ENTRY: "Tercantum lebih dari sekali dalam {manifest}, dengan nilai yang berbeda.",
    K.OUTSIDE_PAYLOAD: "Tercantum dalam {manifest}, padahal tidak berada di folder data.",
    K.PAYLOAD_IN_TAGMANIFEST: "Berkas isi tidak boleh tercantum dalam {manifest}.",
    K.TAGMANIFEST_LISTED: "Daftar tagmanifest tidak boleh tercantum dalam {manifest}.",
    K.MANIFEST_NOT_LISTED: "Daftar isi ini tidak tercantum dalam {manifest}.",
    K.CHANGED_LIST: "Tulisan dalam daftar ini berubah sejak paket dibuat. Mintalah salinan yang baru.",
    K.UNSAFE_PATH: "Alamat berkas ini dapat menunjuk ke luar paket{where}. Berkas tidak dibuka.",
    K.SYMLINK: "Ini pintasan (symlink), bukan berkas atau folder. Pintasan tidak diikuti.",
    K.SPECIAL_FILE: "Ini bukan berkas biasa (perangkat, pipa, atau sejenisnya). Tidak dibuka.",
    K.ENCRYPTED: "Berkas di dalam ZIP ini dikunci dengan kata sandi, sehingga tidak dapat diperiksa.",
    K.DUPLICATE_MEMBER: "Nama ini ada lebih dari sekali di dalam ZIP; isinya dapat tertukar.",
    K.SUSPICIOUS_MEMBER: "Berkas ini di dalam ZIP tidak wajar: {reason}. Demi keamanan tidak dibuka.",
    K.OUTSIDE_BAG: "Berada di dalam ZIP, tetapi di luar folder paket; tidak ikut diperiksa.",
    K.CHANGED_ENTRY: "Keterangan berkas ini di dalam ZIP berubah sejak paket dibuat. Mintalah salinan yang baru.",
    K.CHANGED_ZIP: "Daftar isi berkas ZIP ini berubah sejak paket dibuat. Mintalah salinan yang baru.",
    K.MISSING: "Tercantum dalam {manifest}, tetapi berkasnya tidak ada.{hint}",
    K.DIRECTORY_LISTED: "Tercantum dalam {manifest}, tetapi ini folder, bukan berkas.",
    K.NOT_IN_MANIFEST: "Ada di folder data, tetapi tidak tercantum dalam {manifest}.{hint}",
    K.TAG_FILE_NOT_LISTED: "Tidak tercantum dalam tagmanifest; perubahan isinya tidak dapat diketahui.",
    K.CHECKSUM_MISMATCH: "Isi berkas berubah atau rusak: nilai {algorithms} tidak sama dengan yang tercatat.",
    K.DAMAGED_MEMBER: "Berkas di dalam ZIP ini rusak dan tidak dapat dibaca sampai selesai.",
    K.UNREADABLE: "Tidak dapat dibaca ({reason}). Periksa flashdisk atau izin berkas, lalu ulangi.",
    K.PAYLOAD_OXUM_MISMATCH: (
        "Payload-Oxum mencatat {want_files} berkas dan {want_bytes} bita; "
        "yang ada {have_files} berkas dan {have_bytes} bita."
    ),
    K.BAD_PAYLOAD_OXUM: "Payload-Oxum tidak menurut standar: {reason}.",
    K.FETCH_MISSING: "Berkas ini harus diunduh lebih dahulu (tercantum dalam fetch.txt); tidak ada di paket.",
    K.FETCH_NOT_IN_MANIFEST: "Tercantum dalam fetch.txt, tetapi tidak dalam {manifest}.",
    K.BAD_FETCH_LINE: "Baris {line} fetch.txt tidak menurut standar: {reason}.",
    K.FETCH_SIZE_DIFFERS: "Ukurannya {have} bita; fetch.txt mencatat {want} bita.",
    K.CASE_CLASH: (
        "Namanya hanya berbeda huruf besar-kecil dari “{other}”. "
        "Di Windows atau flashdisk keduanya dapat saling menimpa."
    ),
    K.NORMALIZATION_CLASH: (
        "Namanya tampak sama dengan berkas lain; hanya cara menyimpan hurufnya (Unicode) yang berbeda."
    ),
    K.NORMALIZATION_DIFFERS: "Nama di {manifest} dan nama berkasnya berbeda cara menyimpan huruf (Unicode).",
    K.SPELLING_DIFFERS: "Nama ditulis tidak menurut standar dalam {manifest}; yang dimaksud berkas ini.",
    K.MORE_FAULTS: "Masih ada {count} temuan lain yang tidak dirinci.",
}
