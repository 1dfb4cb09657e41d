"""Dokumen: cards, the form and the live preview, signed copies, files, and the editor of texts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from zidesk.domain.progress import CancelToken
from zidesk.domain.staff import StaffMember
from zidesk.services.papers.changes import SetFields, perform, record_of
from zidesk.storage.paths import shipped_resources
from zidesk.storage.settings import SettingsFile
from zidesk.storage.workspace import Workspace, open_workspace
from zidesk.ui.application import Application
from zidesk.ui.dialogs.print_preview import PrintPreview
from zidesk.ui.dialogs.text_editor import TextEditor
from zidesk.ui.documents_controller import DocumentsController
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.documents_page import DocumentsPage
from zidesk.ui.preferences import Preferences
from zidesk.ui.printing import Printing, PrintRun, look_at, paint_page, set_page
from zidesk.ui.thumbnails import ThumbnailLoader
from zidesk.ui.widgets.message_strip import MessageStrip
from zidesk.ui.widgets.preview.lane import PreviewLane
from zidesk.ui.widgets.preview.tools import PreviewTools

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Answers:
    """What the system's dialogs would say."""

    save: Path | None = None
    folder: Path | None = None
    scan: Path | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)

    def ask_save(self, name: str, suffix: str) -> Path | None:
        self.asked.append((name, suffix))
        return self.save

    def ask_folder(self) -> Path | None:
        return self.folder

    def ask_scan(self) -> Path | None:
        return self.scan

    def open_file(self, path: Path) -> None:
        self.opened.append(path)

    def show_folder(self, path: Path) -> None:
        self.opened.append(path)


@dataclass
class Desk:
    qtbot: QtBot
    host: QWidget
    page: DocumentsPage
    controller: DocumentsController
    workspace: Workspace
    jobs: Jobs
    lane: PreviewLane
    editing: Editing
    strip: MessageStrip
    system: Answers

    def settle(self) -> None:
        """Until nothing runs, waits to be read anew, or follows from what has just ended."""
        for _ in range(2):
            self.qtbot.waitUntil(self._idle, timeout=20_000)
            QTest.qWait(10)
        self.qtbot.waitUntil(self._idle, timeout=20_000)

    def _idle(self) -> bool:
        return not (self.jobs.running() or self.lane.busy() or self.controller._settled.isActive())

    def choose(self, kind: str) -> None:
        self.controller.choose(kind)
        self.settle()

    def line(self, key: str) -> QLineEdit:
        control = self.page.form.entries[key].control
        assert isinstance(control, QLineEdit)
        return control

    def card(self, kind: str) -> str:
        cards = self.page.list.cards
        return str(cards.index(cards.row_of(kind)).data())


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk_of_papers(
    dressed: Application, qtbot: QtBot, tmp_path: Path, workspace_root: Path
) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(*, read_only: bool = False, staff: int = 0) -> Desk:
        if staff:
            writer = open_workspace(workspace_root)
            writer.staff.replace_all((StaffMember(f"Pegawai {n}") for n in range(1, staff + 1)), writer.clock())
            writer.close()
        workspace = open_workspace(workspace_root, read_only=read_only)
        host = QWidget()
        host.resize(1262, 683)
        jobs, lane, strip, system = Jobs(host), PreviewLane(host), MessageStrip(host), Answers()
        messenger = Messenger(host, strip)
        editing = Editing(jobs, messenger, lambda: "siti", host)
        preferences = Preferences(SettingsFile(tmp_path / "setelan.json"), "siti", host)
        tools = PreviewTools(lane, ThumbnailLoader(host), lambda file: workspace.store.path_of(file.sha256))
        page = DocumentsPage(tools, host)
        page.resize(host.size())
        resources = shipped_resources()
        controller = DocumentsController(page, lane, jobs, messenger, editing, preferences, resources, system)
        editing.changed.connect(controller.show_assessment)
        assessment = workspace.assessment()
        editing.take(workspace, assessment)
        controller.take(workspace, assessment)
        qtbot.addWidget(host)
        host.show()
        qtbot.waitExposed(host)
        host.activateWindow()
        qtbot.waitUntil(host.isActiveWindow)
        controller.shown()
        desk = Desk(qtbot, host, page, controller, workspace, jobs, lane, editing, strip, system)
        made.append(desk)
        desk.settle()
        return desk

    yield make
    for desk in made:
        desk.controller.release()
        desk.lane.close()
        desk.jobs.close()
        desk.workspace.close()


@pytest.fixture
def papers(make_desk_of_papers: MakeDesk) -> Desk:
    return make_desk_of_papers()


def drop(target: QWidget, at: QPoint, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def test_cards_stand_under_their_headings_and_keys_walk_over_them(papers: Desk) -> None:
    cards = papers.page.list.cards
    QAbstractItemModelTester(cards, QAbstractItemModelTester.FailureReportingMode.Fatal)
    texts = [str(cards.index(row).data()) for row in range(cards.rowCount())]
    assert texts[:2] == ["Rencana kerja", "Dokumen Rencana Kerja, belum dibuat"]
    assert {"Surat", "Pernyataan", "Tim", "Rapat", "Ceklis dan label", "Laporan"} < set(texts)
    assert papers.page.list.kind() == "work-plan"
    papers.page.list.setFocus()
    for _ in range(3):
        QTest.keyClick(papers.page.list, Qt.Key.Key_Down)
    assert papers.page.list.kind() == "cover"  # over the heading


def test_the_paper_in_hand_is_drawn_from_the_data(papers: Desk) -> None:
    papers.choose("cover")
    look = papers.page.look
    assert look.stack.currentWidget() is look.preview and look.pages == 1
    assert papers.page.head.title.text() == "Surat Pengantar"
    assert not papers.page.head.save_docx.isHidden()
    papers.choose("lke")
    assert papers.page.head.save_pdf.accessibleName() == "Simpan XLSX…" and papers.page.head.print.isHidden()
    assert papers.page.look.preview.notice.isVisible() and not papers.page.inside.isEnabled()


def test_typing_is_shown_at_once_and_kept_when_left(papers: Desk) -> None:
    papers.choose("cover")
    before = papers.page.look.preview.use
    line = papers.line("nomor")
    line.setFocus()
    QTest.keyClicks(line, "421/118/2026")
    papers.qtbot.waitUntil(lambda: papers.page.look.preview.use != before, timeout=5_000)
    QTest.keyClick(line, Qt.Key.Key_Return)
    papers.settle()
    assert papers.workspace.papers.fields("cover") == {"nomor": "421/118/2026"}
    assert papers.editing.stack.words[0] == "isian dokumen"
    assert line.text() == "421/118/2026"


def test_a_pause_keeps_it_too(papers: Desk) -> None:
    papers.choose("cover")
    QTest.keyClicks(papers.line("penerima"), "Bupati")
    papers.qtbot.waitUntil(
        lambda: papers.workspace.papers.fields("cover") == {"penerima": "Bupati"}, timeout=6_000
    )


def test_dates_are_read_as_people_write_them(papers: Desk) -> None:
    papers.choose("cover")
    line, entry = papers.line("tanggal"), papers.page.form.entries["tanggal"]
    line.setFocus()
    QTest.keyClicks(line, "32-13-2026")
    QTest.keyClick(line, Qt.Key.Key_Return)
    papers.settle()
    assert entry.fault.isVisible() and "Tanggal belum dikenali" in entry.fault.text()
    assert papers.page.form.unsaved() and not papers.workspace.papers.fields("cover")
    line.selectAll()
    QTest.keyClicks(line, "5-3-2026")
    QTest.keyClick(line, Qt.Key.Key_Return)
    papers.settle()
    assert line.text() == "5 Maret 2026" and entry.fault.isHidden()
    assert papers.workspace.papers.fields("cover") == {"tanggal": "2026-03-05"}


def test_another_card_keeps_what_was_typed_in_the_first(papers: Desk) -> None:
    papers.choose("cover")
    QTest.keyClicks(papers.line("nomor"), "7")
    papers.choose("statement")
    assert papers.workspace.papers.fields("cover") == {"nomor": "7"}
    papers.choose("cover")
    assert papers.line("nomor").text() == "7"


def test_undo_brings_the_form_and_the_preview_back(papers: Desk) -> None:
    perform(papers.workspace, SetFields("cover", {"nomor": "8"}))
    papers.editing.stepped.emit(None, ())
    papers.choose("cover")
    assert papers.line("nomor").text() == "8"
    shown = papers.page.look.preview.use
    perform(papers.workspace, SetFields("cover", {}))
    papers.editing.stepped.emit(None, ())
    papers.settle()
    assert papers.line("nomor").text() == "" and papers.page.look.preview.use != shown


def test_what_is_missing_is_said_with_the_way_to_it(papers: Desk) -> None:
    papers.choose("approval")
    words = [item.text() for item in papers.page.lacks.box.findChildren(type(papers.page.title))]
    assert "• Pangkat ketua tim belum diisi" in words
    with papers.qtbot.waitSignal(papers.controller.school_data_asked):
        papers.page.lacks.school.click()
    papers.choose("index")
    assert papers.page.lacks.isHidden()


def test_a_scan_dropped_on_a_card_is_its_signed_copy(papers: Desk, paper: Callable[[str], Path]) -> None:
    cards = papers.page.list
    papers.choose("statement")
    at = cards.visualRect(cards.cards.index(cards.cards.row_of("statement"))).center()
    assert drop(cards.viewport(), at, paper("pindaian.pdf"))
    papers.settle()
    record = record_of(papers.workspace, "statement")
    assert record.signed is not None and record.in_bundle
    assert "ditandatangani" in papers.card("statement") and "masuk ke paket" in papers.card("statement")
    assert papers.page.look.signed.isChecked() and papers.page.inside.isChecked()
    use = papers.page.look.preview.use
    assert use is not None and use.file.sha256 == record.signed.sha256
    papers.page.look.present.click()
    papers.settle()
    assert papers.page.look.preview.use is not None and papers.page.look.preview.use.file.sha256 != use.file.sha256
    perform(papers.workspace, SetFields("statement", {"nomor": "9"}))
    papers.controller.reload_soon()
    papers.settle()
    assert "berubah sejak ditandatangani" in papers.card("statement") and papers.page.signed.stale.isVisible()


def test_two_files_or_a_heading_take_no_drop(papers: Desk, paper: Callable[[str], Path]) -> None:
    cards = papers.page.list
    first = cards.visualRect(cards.cards.index(1)).center()
    assert not drop(cards.viewport(), first, paper("a.pdf"), paper("b.pdf"))
    assert not drop(cards.viewport(), cards.visualRect(cards.cards.index(0)).center(), paper("a.pdf"))
    assert not papers.workspace.papers.records()


def test_the_copy_is_chosen_opened_and_let_go_again(papers: Desk, paper: Callable[[str], Path]) -> None:
    papers.choose("statement")
    papers.system.scan = paper("hasil pindai.pdf")
    QTest.mouseClick(papers.page.signed.add, LEFT)
    papers.settle()
    assert papers.page.signed.name.text() == "hasil pindai.pdf"
    papers.page.look.preview.open_asked.emit(papers.page.look.preview.use)
    papers.settle()
    opened = papers.system.opened[-1]
    assert (
        opened.read_bytes() == papers.system.scan.read_bytes()
        and papers.workspace.store.root not in opened.parents
    )
    QTest.mouseClick(papers.page.signed.remove, LEFT)
    papers.settle()
    assert record_of(papers.workspace, "statement").signed is None
    assert papers.editing.stack.words[0] == "pelepasan salinan bertanda tangan"
    assert not papers.page.look.switch.isVisible() and papers.page.look.preview.use is not None


def test_what_is_no_scan_is_said(papers: Desk, tmp_path: Path) -> None:
    papers.choose("statement")
    text = tmp_path / "surat.txt"
    text.write_text("bukan pindaian")
    papers.system.scan = text
    papers.page.signed.add.click()
    papers.settle()
    assert "bukan PDF atau gambar" in papers.strip.text.text() and not papers.page.look.signed.isVisible()


def test_saving_is_noted_on_the_card(papers: Desk, tmp_path: Path) -> None:
    papers.choose("cover")
    papers.system.save = tmp_path / "surat.docx"
    papers.page.head.save_docx.click()
    papers.settle()
    assert papers.system.asked == [("Surat Pengantar", ".docx")]
    assert (tmp_path / "surat.docx").read_bytes().startswith(b"PK")
    assert papers.card("cover") == "Surat Pengantar, menunggu tanda tangan"
    assert papers.strip.text.text() == "surat.docx disimpan."
    papers.strip.action.click()
    assert papers.system.opened == [tmp_path / "surat.docx"]


def test_the_box_puts_it_into_the_bundle(papers: Desk) -> None:
    papers.choose("cover")
    papers.page.inside.setFocus()
    QTest.keyClick(papers.page.inside, Qt.Key.Key_Space)
    papers.settle()
    assert record_of(papers.workspace, "cover").in_bundle
    assert "masuk ke paket" in papers.card("cover")
    assert papers.editing.stack.words[0] == "pilihan isi paket"


def test_members_one_by_one(make_desk_of_papers: MakeDesk, tmp_path: Path) -> None:
    papers = make_desk_of_papers(staff=4)
    papers.choose("pact")
    page = papers.page
    assert papers.card("pact").startswith("Pakta Integritas · 4 pegawai") and page.look.pages == 4
    page.part.setCurrentIndex(2)
    page.part.activated.emit(2)
    papers.settle()
    assert page.look.pages == 1 and page.head.title.text() == "Pakta Integritas – Pegawai 2"
    page.part.setCurrentIndex(0)
    page.part.activated.emit(0)
    papers.system.folder = tmp_path
    page.head.each_asked.emit(".pdf")
    papers.settle()
    assert len(list((tmp_path / "Pakta Integritas").glob("*.pdf"))) == 4
    assert papers.strip.text.text() == "4 berkas disimpan di Pakta Integritas."


def test_a_workspace_open_for_reading_shows_and_changes_nothing(
    make_desk_of_papers: MakeDesk, paper: Callable[[str], Path]
) -> None:
    papers = make_desk_of_papers(read_only=True)
    papers.choose("cover")
    assert papers.line("nomor").isReadOnly() and not papers.page.inside.isEnabled()
    assert papers.page.signed.add.isHidden() and papers.page.look.pages == 1
    cards = papers.page.list
    at = cards.visualRect(cards.cards.index(cards.cards.row_of("cover"))).center()
    assert not drop(cards.viewport(), at, paper("a.pdf"))
    assert not drop(papers.page.signed, QPoint(4, 4), paper("a.pdf"))


def test_nothing_is_read_while_the_page_is_not_in_view(papers: Desk) -> None:
    survey = papers.controller.survey
    papers.page.hide()
    papers.controller.show_assessment(papers.workspace.assessment())
    papers.settle()
    assert papers.controller.survey is survey
    papers.page.show()
    papers.controller.shown()
    papers.settle()
    assert papers.controller.survey is not survey


def test_what_was_drawn_is_gone_with_the_workspace(papers: Desk) -> None:
    papers.choose("cover")
    path = papers.page.look.preview._tools.path_of(papers.page.look.preview.use.file)  # type: ignore[union-attr]
    assert path.is_file()
    papers.controller.release()
    assert not path.exists()


def test_every_control_has_a_name(papers: Desk) -> None:
    papers.choose("minutes")
    for widget in papers.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert named or type(widget).__name__ in ("QScrollArea", "QSplitter"), widget


def editor_of(papers: Desk, kind: str) -> TextEditor:
    papers.choose(kind)
    papers.page.head.words.click()
    editor = papers.page.findChild(TextEditor)
    assert editor is not None
    papers.settle()
    return editor


def test_another_wording_is_checked_shown_kept_and_restored(papers: Desk) -> None:
    editor = editor_of(papers, "pledge")
    assert editor.verdict.text() == "Kalimat dapat dipakai." and not editor.keep.isEnabled()
    shown = editor.look.preview.use
    editor.editor.setPlainText("Kami\n{{ sekolah.bukan }}")
    QTest.qWait(450)
    papers.settle()
    assert "baris 2" in editor.verdict.text() and not editor.keep.isEnabled()
    assert [mark.cursor.blockNumber() for mark in editor.editor.extraSelections()] == [1]
    editor.editor.setPlainText("Kami melayani {{ sekolah.nama }}.")
    QTest.qWait(450)
    papers.settle()
    assert editor.keep.isEnabled() and not editor.editor.extraSelections() and editor.look.preview.use != shown
    editor.keep.click()
    papers.settle()
    assert papers.workspace.papers.overrides() == {"maklumat/isi": "Kami melayani {{ sekolah.nama }}."}
    assert papers.editing.stack.words[0] == "kalimat dokumen"


def test_back_to_the_programs_own(papers: Desk) -> None:
    papers.workspace.papers.override("maklumat/isi", "Kami.", papers.workspace.clock())
    papers.controller.reload_soon()
    papers.settle()
    editor = editor_of(papers, "pledge")
    assert editor.editor.toPlainText() == "Kami." and editor.default.toPlainText() != "Kami."
    editor.restore.click()
    QTest.qWait(450)
    papers.settle()
    editor.keep.click()
    papers.settle()
    assert papers.workspace.papers.overrides() == {}


def test_printing_shows_the_pages_and_sends_them(papers: Desk, tmp_path: Path) -> None:
    papers.choose("minutes")
    papers.page.head.print.click()
    papers.settle()
    preview = papers.page.findChild(PrintPreview)
    assert preview is not None and preview.view.pageCount() == 2 and preview.count.text() == "2 halaman"
    printing = papers.page.findChild(Printing)
    assert printing is not None
    preview.reject()
    out = tmp_path / "cetak.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    source = papers.page.look.preview._tools.path_of(papers.page.look.preview.use.file)  # type: ignore[union-attr]
    pages = look_at(source, CancelToken())
    run = PrintRun(source, pages.sizes, printer, papers.lane, papers.page)
    with papers.qtbot.waitSignal(run.finished, timeout=20_000) as ended:
        run.begin()
    assert ended.args == [True]
    again = look_at(out, CancelToken())
    assert [tuple(map(round, size)) for size in again.sizes] == [tuple(map(round, size)) for size in pages.sizes]
    assert _darkness(again.pictures[0]) == pytest.approx(_darkness(pages.pictures[0]), rel=0.35)


def _darkness(image: QImage) -> float:
    small = image.scaled(60, 85)
    total = sum(255 - small.pixelColor(x, y).lightness() for x in range(60) for y in range(85))
    return total / (60 * 85)


def test_a_page_on_its_side_turns_the_paper_and_keeps_its_shape() -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    set_page(printer, (842.0, 595.0))
    assert printer.width() > printer.height()
    set_page(printer, (595.0, 842.0))
    assert printer.width() < printer.height()
    canvas = QImage(200, 100, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    page = QImage(50, 50, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.black)
    painter = QPainter(canvas)
    paint_page(painter, canvas.rect(), page)
    painter.end()
    assert canvas.pixelColor(100, 50).lightness() == 0 and canvas.pixelColor(20, 50).lightness() == 255


def test_the_figures_of_today_are_kept_for_the_next_report(papers: Desk) -> None:
    box = papers.page.snapshot
    papers.choose("cover")
    assert box.isHidden()
    papers.choose("monitoring")
    assert box.isVisible() and "Belum ada nilai pembanding" in box.facts.text()
    box.keep.setFocus()
    QTest.keyClick(box.keep, Qt.Key.Key_Space)
    papers.settle()
    assert len(papers.workspace.snapshots.all()) == 1
    assert papers.strip.text.text().endswith("disimpan sebagai pembanding.")
    assert box.facts.text().startswith("Terakhir disimpan ")


def test_a_reader_keeps_no_figures(make_desk_of_papers: MakeDesk) -> None:
    papers = make_desk_of_papers(read_only=True)
    papers.choose("monitoring")
    assert papers.page.snapshot.isVisible() and papers.page.snapshot.keep.isHidden()
