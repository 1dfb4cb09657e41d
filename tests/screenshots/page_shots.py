"""The pages with the demo school in them, with a new school, without any, and where one was refused."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from tests.screenshots.shot import Shot
from tests.screenshots.stage import MOMENT, Stage
from zidesk.storage.settings import RecentWorkspace
from zidesk.storage.workspace import open_workspace
from zidesk.ui.main_window import MainWindow
from zidesk.ui.models.question_filter import Show
from zidesk.ui.pages.overview_page import OverviewPage

_THUMBNAILS = 4000  # milliseconds; they are made beside the jobs that a stage waits for


def page(key: str) -> Callable[[Stage], QPixmap]:
    """A page of the workspace that is open."""

    def take(stage: Stage) -> QPixmap:
        stage.window.show_page(key)
        QTest.qWait(_THUMBNAILS if key == "inbox" else 0)
        return stage.picture()

    return take


def question(code: str, then: Callable[[MainWindow], object] = lambda _window: None) -> Callable[[Stage], QPixmap]:
    def take(stage: Stage) -> QPixmap:
        stage.window.navigation.show_question(code)
        stage.settle()
        then(stage.window)
        return stage.picture()

    return take


def _whole_overview(stage: Stage) -> QPixmap:
    stage.window.show_page("overview")
    found: OverviewPage = stage.window.overview
    return stage.picture(found.widget())


def _only_incomplete(stage: Stage) -> QPixmap:
    stage.window.overview.filter_asked.emit(Show.NO_DOCUMENTS)
    picture = stage.picture()
    stage.window.assessment.tree.show_only(Show.ALL)
    return picture


def _search(stage: Stage) -> QPixmap:
    box = stage.window.header.search
    box.focus_search()
    QTest.keyClicks(box, "notula rapat")
    picture = stage.picture()
    box.clear()
    stage.window.setFocus()
    return picture


def _menu(stage: Stage) -> QPixmap:
    menu = stage.window.menu.menu
    menu.popup(stage.window.mapToGlobal(stage.window.rect().topLeft()))
    picture = stage.picture(menu)
    menu.close()
    return picture


def _message(stage: Stage) -> QPixmap:
    stage.window.messenger.offer("“Notula rapat tim” dipindahkan ke tempat sampah.", "Urungkan", lambda: None)
    return stage.picture()


def _warning(stage: Stage) -> QPixmap:
    stage.window.messenger.warn("Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan dahulu.")
    picture = stage.picture()
    stage.window.strip.hide()
    return picture


def _open(name: str) -> Callable[[Stage], QPixmap]:
    """A school in place of the one before, as it greets the user."""

    def take(stage: Stage) -> QPixmap:
        stage.open(getattr(stage.schools, name))
        return stage.picture()

    return take


def _read_only(stage: Stage) -> QPixmap:
    stage.window.close_workspace()
    stage.settle()
    stage.open(stage.schools.demo, read_only=True)
    return stage.picture()


def _recent(stage: Stage) -> QPixmap:
    gone = RecentWorkspace(stage.folder / "zi 2025", "SMA Negeri 1 Lembah Cendana", 2025, MOMENT, 113, 113, 251)
    stage.window.preferences.remember(gone, stage.window.messenger)
    stage.window.show_page("start")
    return stage.picture()


def _refused(stage: Stage) -> QPixmap:
    """Another holds the workspace that is asked for."""
    stage.window.close_workspace()
    stage.settle()
    other = open_workspace(stage.schools.demo)
    try:
        stage.open(stage.schools.demo)
        return stage.picture()
    finally:
        other.close()


BEFORE = (Shot("mulai-pertama", lambda stage: stage.picture()),)
PAGES = (
    Shot("penilaian", _open("demo")),
    Shot("beranda", page("overview")),
    Shot("beranda-seluruhnya", _whole_overview),
    Shot("penilaian-bukti", question("A.I.1.i.a", lambda window: window.assessment.evidence.list.setFocus())),
    Shot("penilaian-angka", question("A.II.5.ii.a")),
    Shot("penilaian-tanpa-bukti", question("A.I.3.i.c")),
    Shot("penilaian-dokumen-kurang", _only_incomplete),
    Shot("cari", _search),
    Shot("menu", _menu),
    Shot("pesan", _message),
    Shot("pesan-masalah", _warning),
    Shot("kotak-masuk", page("inbox")),
    Shot("rencana", page("plan"), "plan"),
    Shot("dokumen", page("documents"), "documents"),
    Shot("paket", page("bundle")),
)
AFTER = (
    Shot("hanya-dibaca", _read_only),
    Shot("baru-penilaian", _open("empty")),
    *(
        Shot(f"baru-{name}", page(key), key)
        for key, name in (
            ("overview", "beranda"),
            ("inbox", "kotak-masuk"),
            ("plan", "rencana"),
            ("documents", "dokumen"),
            ("bundle", "paket"),
        )
    ),
    Shot("mulai-terakhir", _recent),
    Shot("mulai-ditolak", _refused),
)
