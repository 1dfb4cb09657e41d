"""Everything the window can be told to do, in one table: its words, its keys, its picture. Menu, keyboard and the
sheet of shortcuts are made from it."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Group(StrEnum):
    """The submenus, in their order."""

    WORKSPACE = "Berkas kerja"
    EDIT = "Sunting"
    EVIDENCE = "Bukti"
    VIEW = "Lihat"
    BUNDLE = "Paket"
    HELP = "Bantuan"


class Need(Enum):
    """What has to be there before a command means anything."""

    WORKSPACE = "an open workspace"
    WRITABLE = "one that may be changed"
    PLACE = "a place for files: a question in hand, or the inbox"
    EVIDENCE = "a piece of evidence in hand"
    CHOSEN = "files chosen, in the evidence of a question or in the inbox"


@dataclass(frozen=True, slots=True)
class Command:
    """`shortcut` as Qt writes keys, several parted by "; " of which the first is shown. `tip`: a sentence for
    those who wonder. `begins_part`: a line stands before it in the menu."""

    key: str
    words: str
    group: Group
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    needs: frozenset[Need] = frozenset()
    begins_part: bool = False


_OPEN = frozenset({Need.WORKSPACE})
_CHANGE = _OPEN | {Need.WRITABLE}
_ADD = _CHANGE | {Need.PLACE}
_SEE_ONE = _OPEN | {Need.EVIDENCE}
_CHANGE_ONE = _CHANGE | {Need.EVIDENCE}
_CHANGE_SOME = _CHANGE | {Need.CHOSEN}

_WORKSPACE, _EDIT, _EVIDENCE, _VIEW, _BUNDLE, _HELP = Group

# the pages by the number that leads to them: key, words, icon, whether it shows an open workspace
PAGES = (
    ("overview", "Beranda", "house", True),
    ("assessment", "Penilaian", "list-checks", True),
    ("inbox", "Kotak masuk", "inbox", True),
    ("plan", "Rencana aksi", "calendar-days", True),
    ("documents", "Dokumen", "file-text", True),
    ("bundle", "Paket", "archive", False),
    ("start", "Berkas kerja", "folder", False),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "workspace.new", "Baru…", _WORKSPACE, "Ctrl+N", "plus", "Buat berkas kerja untuk sekolah dan tahun baru"
    ),
    Command("workspace.open", "Buka…", _WORKSPACE, "Ctrl+O", "folder-open", "Buka folder berkas kerja"),
    Command(
        "workspace.open_read_only",
        "Buka hanya untuk dibaca…",
        _WORKSPACE,
        "",
        "eye",
        "Lihat berkas kerja tanpa dapat mengubahnya",
    ),
    Command(
        "workspace.school",
        "Data sekolah…",
        _WORKSPACE,
        "",
        "school",
        "Kop surat, penanda tangan, tahun, dan sasaran",
        _CHANGE,
        begins_part=True,
    ),
    Command(
        "workspace.back_up",
        "Cadangkan…",
        _WORKSPACE,
        "",
        "archive",
        "Simpan seluruh berkas kerja sebagai satu berkas ZIP",
        _OPEN,
        begins_part=True,
    ),
    Command(
        "workspace.restore", "Pulihkan…", _WORKSPACE, "", "rotate-ccw", "Buat berkas kerja dari berkas cadangan"
    ),
    Command(
        "settings",
        "Pengaturan…",
        _WORKSPACE,
        "Ctrl+,",
        "settings",
        "Nama, tampilan, kertas, cadangan",
        begins_part=True,
    ),
    Command("workspace.close", "Tutup berkas kerja", _WORKSPACE, "Ctrl+W", "x", "", _OPEN, begins_part=True),
    Command("edit.undo", "Urungkan", _EDIT, "Ctrl+Z", "undo-2", "", _CHANGE),
    Command("edit.redo", "Ulangi", _EDIT, "Ctrl+Y; Ctrl+Shift+Z", "redo-2", "", _CHANGE),
    Command("edit.find", "Cari…", _EDIT, "Ctrl+K", "search", "Cari butir dan bukti", _OPEN, begins_part=True),
    Command(
        "edit.paste",
        "Tempel tangkapan layar",
        _EDIT,
        "Ctrl+V",
        "image",
        "Jadikan gambar atau berkas yang disalin sebagai bukti",
        _ADD,
    ),
    Command(
        "evidence.add_files",
        "Tambah berkas…",
        _EVIDENCE,
        "Ctrl+B",
        "plus",
        "Lampirkan berkas pada butir ini, atau masukkan ke Kotak masuk",
        _ADD,
    ),
    Command(
        "evidence.add_folder",
        "Tambah folder…",
        _EVIDENCE,
        "Ctrl+Shift+B",
        "folder-plus",
        "Masukkan semua berkas dalam satu folder",
        _ADD,
    ),
    Command("evidence.share", "Pakai juga untuk…", _EVIDENCE, "", "", "", _CHANGE_ONE, begins_part=True),
    Command("evidence.move", "Pindahkan ke…", _EVIDENCE, "", "", "", _CHANGE_ONE),
    Command("evidence.replace", "Ganti berkas…", _EVIDENCE, "", "again", "", _CHANGE_ONE),
    Command(
        "evidence.personal",
        "Memuat data pribadi",
        _EVIDENCE,
        "Ctrl+Shift+D",
        "id-card",
        "Tandai berkas yang dipilih sebagai memuat data pribadi, atau lepas tandanya",
        _CHANGE_SOME,
    ),
    Command(
        "evidence.cover",
        "Tutup bagian…",
        _EVIDENCE,
        "",
        "eye-off",
        "Hitamkan bagian PDF atau gambar yang tidak boleh ikut ke dalam paket",
        _CHANGE_ONE,
    ),
    Command("evidence.preview", "Pratinjau besar", _EVIDENCE, "F11", "maximize", "", _SEE_ONE, begins_part=True),
    Command("evidence.open_outside", "Buka di program lain", _EVIDENCE, "", "external-link", "", _SEE_ONE),
    Command("evidence.show_in_folder", "Tampilkan di folder", _EVIDENCE, "", "folder", "", _SEE_ONE),
    Command(
        "evidence.remove",
        "Pindahkan ke tempat sampah",
        _EVIDENCE,
        "",
        "trash-2",
        "",
        _CHANGE_ONE,
        begins_part=True,
    ),
    Command("evidence.trash", "Tempat sampah…", _EVIDENCE, "", "", "Lihat dan pulihkan bukti yang dibuang", _OPEN),
    *(
        Command(f"page.{key}", words, _VIEW, f"Ctrl+{number}", icon, "", _OPEN if shows else frozenset())
        for number, (key, words, icon, shows) in enumerate(PAGES, 1)
    ),
    Command("view.previous", "Butir sebelumnya", _VIEW, "Ctrl+PgUp", "arrow-up", "", _OPEN, begins_part=True),
    Command("view.next", "Butir berikutnya", _VIEW, "Ctrl+PgDown", "arrow-down", "", _OPEN),
    Command("view.jump", "Lompat ke kode…", _VIEW, "Ctrl+J", "", "Ketik kode butir, misalnya 1.i.a", _OPEN),
    Command("view.larger", "Perbesar teks", _VIEW, "Ctrl++; Ctrl+=", "zoom-in", "", begins_part=True),
    Command("view.smaller", "Perkecil teks", _VIEW, "Ctrl+-", "zoom-out"),
    Command("view.usual", "Ukuran teks semula", _VIEW, "Ctrl+0"),
    Command("bundle.make", "Buat paket", _BUNDLE, "Ctrl+Shift+P", "archive", "", _OPEN),
    Command(
        "bundle.check", "Periksa paket…", _BUNDLE, "", "circle-check", "Periksa keutuhan paket yang sudah jadi"
    ),
    Command("help.guide", "Panduan", _HELP, "F1", "book-open", "Cara memakai ZIDesk, terbuka pada halaman ini"),
    Command("help.shortcuts", "Pintasan", _HELP, "Ctrl+/", "keyboard", "Semua pintasan papan ketik"),
    Command("help.about", "Tentang ZIDesk", _HELP, "", "info"),
)
