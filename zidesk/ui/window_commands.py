"""What each command of the menu does, by its key; and which of them mean anything at the moment."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zidesk.domain.evidence import EvidenceUse
from zidesk.ui.commands import PAGES, Need
from zidesk.ui.page_keys import ASSESSMENT, INBOX_PAGE

if TYPE_CHECKING:
    from zidesk.ui.main_window import MainWindow

Do = Callable[[], object]


def window_commands(window: "MainWindow") -> dict[str, Do]:
    """The doing of every command. A key of COMMANDS that is missing here is not offered."""
    evidence, panel = window.evidence, window.assessment.evidence
    preferences, messenger = window.preferences, window.messenger
    place = window.navigation.place
    return {
        "workspace.new": window.new_school.ask_new,
        "workspace.open": window.ask_and_open,
        "workspace.open_read_only": lambda: window.ask_and_open(read_only=True),
        "workspace.school": window.desk.ask_school_data,
        "workspace.back_up": window.desk.back_up,
        "workspace.restore": window.backups.restore,
        "workspace.close": window.close_workspace,
        "settings": window.desk.ask_settings,
        "edit.undo": window.undo,
        "edit.redo": window.editing.redo,
        "edit.find": window.header.search.focus_search,
        "edit.paste": lambda: evidence.paste_to(place()),
        "evidence.add_files": lambda: evidence.add_files(place()),
        "evidence.add_folder": lambda: evidence.add_folder(place()),
        "evidence.share": lambda: evidence.ask_share(panel.selected()),
        "evidence.move": lambda: evidence.ask_place(panel.selected()),
        "evidence.replace": lambda: window.with_evidence(evidence.ask_replace),
        "evidence.personal": lambda: window.privacy.toggle(chosen_uses(window)),
        "evidence.cover": lambda: window.with_evidence(window.redacting.ask),
        "evidence.preview": lambda: window.with_evidence(window.evidence_desk.preview),
        "evidence.open_outside": lambda: window.with_evidence(window.evidence_desk.open),
        "evidence.show_in_folder": lambda: window.with_evidence(window.evidence_desk.show_in_folder),
        "evidence.remove": lambda: evidence.remove(panel.selected()),
        "evidence.trash": window.bin.show,
        **{f"page.{key}": partial(window.show_page, key) for key, *_ in PAGES},
        "view.previous": lambda: window.assessment.step(-1),
        "view.next": lambda: window.assessment.step(1),
        "view.jump": window.navigation.ask_jump,
        "view.larger": lambda: preferences.resize_text(1, messenger),
        "view.smaller": lambda: preferences.resize_text(-1, messenger),
        "view.usual": lambda: preferences.resize_text(0, messenger),
        "bundle.make": lambda: window.show_page("bundle"),
        "bundle.check": window.navigation.check_bundle,
        "help.guide": window.guide.open,
        "help.shortcuts": window.desk.show_shortcuts,
        "help.about": window.desk.show_about,
    }


def chosen_uses(window: "MainWindow") -> list[EvidenceUse]:
    """What is chosen on the page in view: evidence of a question, or files of the inbox."""
    if window.at == INBOX_PAGE:
        return window.inbox.grid.selected()
    return window.assessment.evidence.selected() if window.at == ASSESSMENT else []


def needs_met(window: "MainWindow") -> set[Need]:
    """What is there now for commands to work on."""
    there: set[Need] = set()
    if window.session.current is not None:
        there.add(Need.WORKSPACE)
        if window.editing.writable:
            there.add(Need.WRITABLE)
        if window.navigation.place() is not None:
            there.add(Need.PLACE)
        if window.at == ASSESSMENT and window.assessment.evidence.current() is not None:
            there.add(Need.EVIDENCE)
        if chosen_uses(window):
            there.add(Need.CHOSEN)
    return there
