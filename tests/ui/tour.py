"""A walk through every page and dialog of the window, filled with something to look at."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from tests.ui.conftest import Desk
from zidesk.domain.evidence import INBOX
from zidesk.ui.commands import PAGES
from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog
from zidesk.ui.main_window import ASSESSMENT, INBOX_PAGE
from zidesk.ui.page_keys import DOCUMENTS

CODE = "A.I.1.iii.b"
_LONG = "Laporan pemantauan dan evaluasi rencana kerja Zona Integritas triwulan pertama tahun berjalan"


def fill(desk: Desk, paper: Callable[[str], Path]) -> None:
    """Evidence at a question, some of it with long names; two files in the inbox, one in the bin."""
    desk.show(CODE)
    desk.attach([paper(f"{name}.pdf") for name in ("satu", _LONG, "tiga", "buang")])
    desk.settle()
    desk.window.evidence.attach([paper("masuk.pdf"), paper(f"{_LONG} dua.pdf")], INBOX)
    desk.settle()
    use = desk.window.assessment.evidence.list.uses[3]
    desk.window.evidence.remove([use])
    desk.settle()
    desk.window.strip.hide()


def tour(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Each view by a name, shown and settled; it is put away before the next."""
    yield from _pages(desk)
    desk.window.show_page(ASSESSMENT)
    desk.show(CODE)
    yield from _dialogs(desk)


def _pages(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    window = desk.window
    for key, *_ in PAGES:
        window.show_page(key)
        if key == INBOX_PAGE:
            window.inbox.grid.select_row(0)
        if key == DOCUMENTS:  # the paper is drawn a moment after the page has come into view
            desk.qtbot.waitUntil(lambda: window.documents.look.pages > 0, timeout=20_000)
        if key == ASSESSMENT:
            for code in (CODE, "A.II.5.ii.a", "B.I.a"):
                desk.show(code)
                yield f"{key} {code}", _settled(desk, window)
            desk.show(CODE)
            window.assessment.evidence.tabs.edit()
            yield f"{key} keterangan", _settled(desk, window)
        else:
            yield key, _settled(desk, window)


def _dialogs(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    window = desk.window
    use = window.assessment.evidence.list.uses[0]
    openers: dict[str, Callable[[], object]] = {
        "settings": window.desk.ask_settings,
        "shortcuts": window.desk.show_shortcuts,
        "about": window.desk.show_about,
        "school data": window.desk.ask_school_data,
        "share": lambda: window.evidence.ask_share([use]),
        "bin": window.bin.show,
        "preview": lambda: window.evidence_desk.preview(use),
        "cover": lambda: window.redacting.ask(use),
        "new school": window.new_school.ask_new,
    }
    for name, ask in openers.items():
        ask()
        desk.settle()
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        if isinstance(dialog, NewWorkspaceDialog):
            dialog.ask_to_leave = lambda: True  # type: ignore[method-assign]
            dialog.school.fields["name"].line.setText("SMA Negeri 1 Contoh")
            for place, page in enumerate(dialog.pages):
                yield f"{name} {page.name}", _settled(desk, dialog)
                if place < len(dialog.pages) - 1:
                    dialog.next.click()
        else:
            yield name, _settled(desk, dialog)
        dialog.close()
        window.activateWindow()
        _settled(desk, window)


def _settled(desk: Desk, view: QWidget) -> QWidget:
    desk.settle()
    view.activateWindow()
    desk.qtbot.waitUntil(view.isActiveWindow)
    QTest.qWait(60)  # what was just shown is laid out in several turns
    QApplication.processEvents()
    return view


def called(widget: QWidget) -> str:
    """What to call a widget in the report of a fault."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    name = widget.accessibleName() or words or widget.objectName()
    return f"{type(widget).__name__} “{name}” in {type(widget.parentWidget()).__name__}"
