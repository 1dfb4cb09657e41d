"""Between what is wished for evidence, on whichever page, and the changes that do it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from zidesk.domain.evidence import INBOX, EvidenceUse
from zidesk.services.changes.kinds import (
    EditUse,
    MoveUses,
    PlaceUses,
    RemoveUses,
    ReorderUses,
    SetFulfilment,
    ShareUses,
)
from zidesk.ui.attaching import Attaching
from zidesk.ui.clipboard import clipboard
from zidesk.ui.editing import Editing
from zidesk.ui.evidence_desk import EvidenceDesk
from zidesk.ui.evidence_words import moved_words, named, placed_words, removed_words, shared_words
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.assessment_page import AssessmentPage
from zidesk.ui.pages.inbox_page import InboxPage

Uses = Sequence[EvidenceUse]


class EvidenceController(QObject):
    """Wires the pages once; what they ask for is done to the workspace `editing` holds."""

    def __init__(
        self,
        editing: Editing,
        attaching: Attaching,
        messenger: Messenger,
        desk: EvidenceDesk,
        page: AssessmentPage,
        inbox: InboxPage,
    ) -> None:
        super().__init__(editing)
        self._editing, self._attaching, self._messenger, self._desk = editing, attaching, messenger, desk
        self._page = page
        self._wire_panel(page)
        self._wire_places(page, inbox)
        self._wire_inbox(inbox)

    def _wire_panel(self, page: AssessmentPage) -> None:
        panel = page.evidence
        panel.add_asked.connect(lambda: self.add_files(self._code or None))
        panel.folder_asked.connect(lambda: self.add_folder(self._code or None))
        panel.files_dropped.connect(lambda files: self.attach(files, self._code))
        panel.uses_dropped.connect(lambda ids: self.move(ids, self._code))
        panel.edited.connect(self.edit)
        panel.reordered.connect(self.reorder)
        panel.removed.connect(self.remove)
        panel.share_asked.connect(self.ask_share)
        panel.move_asked.connect(self.ask_place)
        panel.replace_asked.connect(self.ask_replace)
        panel.open_asked.connect(self._desk.open)
        panel.show_folder_asked.connect(self._desk.show_in_folder)
        panel.preview_asked.connect(self._desk.preview)
        panel.fulfil_changed.connect(self.fulfil)
        panel.paste_asked.connect(lambda: self.paste_to(self._code or None))

    def _wire_places(self, page: AssessmentPage, inbox: InboxPage) -> None:
        documents = page.question.documents
        documents.fulfil_changed.connect(self.fulfil)
        documents.add_asked.connect(lambda name: self.attach(self._desk.system.ask_files(), self._code, name))
        documents.files_dropped_on.connect(lambda name, files: self.attach(files, self._code, name))
        documents.uses_dropped_on.connect(self.place_for)
        for drop in (page.tree_drop, inbox.tree_drop):
            drop.files_dropped.connect(self.attach)
            drop.uses_dropped.connect(self.move)
            drop.uses_shared.connect(self.share)

    def _wire_inbox(self, inbox: InboxPage) -> None:
        inbox.add_asked.connect(lambda: self.add_files(INBOX))
        inbox.add_folder_asked.connect(lambda: self.add_folder(INBOX))
        inbox.files_dropped.connect(lambda files: self.attach(files, INBOX))
        inbox.place_asked.connect(self.ask_place)
        inbox.removed.connect(self.remove)
        inbox.opened.connect(self._desk.preview)
        inbox.open_asked.connect(self._desk.open)
        inbox.show_folder_asked.connect(self._desk.show_in_folder)

    @property
    def _code(self) -> str:
        return self._page.question.code

    # files from outside

    def add_files(self, code: str | None) -> None:
        """To a question or the inbox; None is no place for files."""
        if code is not None:
            self.attach(self._desk.system.ask_files(), code)

    def add_folder(self, code: str | None) -> None:
        if code is not None:
            self.attach(self._desk.system.ask_folder(), code)

    def attach(self, files: Sequence[Path], code: str, document: str = "") -> None:
        self._attaching.attach(files, code, document)

    def paste_to(self, code: str | None) -> None:
        """What was copied elsewhere."""
        clip = clipboard()
        if code is None:
            return
        if clip:
            self._attaching.paste(clip, code)
        else:
            self._messenger.tell("Tidak ada gambar atau berkas yang disalin.")

    # what is there already

    def edit(self, use: EvidenceUse) -> None:
        self._editing.do(EditUse(use.id, use.title, use.number, use.dated, use.note))

    def reorder(self, code: str, ids: Sequence[int]) -> None:
        self._editing.do(ReorderUses(code, tuple(ids)))

    def fulfil(self, use: EvidenceUse, document: str, on: bool) -> None:
        self._editing.do(SetFulfilment(use.id, document, on))

    def remove(self, uses: Uses) -> None:
        if uses:
            self._editing.do(RemoveUses(_ids(uses)), lambda _done: self._offer_undo(removed_words(uses)))

    def move(self, ids: Sequence[int], code: str) -> None:
        """To another question, or back to the inbox."""
        if ids:
            words = moved_words(len(ids), code)
            self._editing.do(MoveUses(tuple(ids), code), lambda done: self._offer_undo(words, done.changed))

    def place_for(self, document: str, ids: Sequence[int]) -> None:
        """To the question in hand, as the paper it asks for."""
        code = self._code
        if ids:
            words, change = moved_words(len(ids), code), PlaceUses(tuple(ids), (code,), document)
            self._editing.do(change, lambda done: self._offer_undo(words, done.changed))

    def share(self, ids: Sequence[int], code: str) -> None:
        self._share(ids, (code,))

    def ask_share(self, uses: Uses) -> None:
        """`Pakai juga untuk…`: the files stay where they are."""
        taken = {use.question_code for use in uses}
        title = f"Pakai juga {named(uses)} untuk butir"
        self._desk.ask_questions(title, "Pakai", lambda codes: self._share(_ids(uses), tuple(codes)), taken)

    def _share(self, ids: Sequence[int], codes: tuple[str, ...]) -> None:
        words = shared_words(len(ids), codes)
        self._editing.do(ShareUses(tuple(ids), codes), lambda done: self._offer_undo(words, done.changed))

    def ask_place(self, uses: Uses) -> None:
        """`Tempatkan di…`: to the first of the questions chosen; the others share the files."""
        title = f"Tempatkan {named(uses)} di butir"
        self._desk.ask_questions(title, "Tempatkan", lambda codes: self._place(_ids(uses), codes))

    def _place(self, ids: tuple[int, ...], codes: Sequence[str]) -> None:
        if len(codes) == 1:
            self.move(ids, codes[0])
        else:
            words, change = placed_words(len(ids), len(codes)), PlaceUses(ids, tuple(codes))
            self._editing.do(change, lambda done: self._offer_undo(words, done.changed))

    def ask_replace(self, use: EvidenceUse) -> None:
        files = self._desk.system.ask_files()
        if files:
            self._attaching.replace(use, files[0])

    def _offer_undo(self, words: str, changed: bool = True) -> None:
        if changed:
            self._editing.offer_undo(words)


def _ids(uses: Uses) -> tuple[int, ...]:
    return tuple(use.id for use in uses)
