"""Between the search field and the index of the open workspace: asked with every key, kept true to what is
shown, filled with the texts of PDFs while nothing else is going on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zidesk.domain.assessment import Assessment
from zidesk.storage.search.hits import Hit
from zidesk.ui.idle_work import IdleWork
from zidesk.ui.jobs import Job, Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.search_thread import SearchThread
from zidesk.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from zidesk.services.search.index import SearchIndex
    from zidesk.storage.workspace import Workspace

TITLE = "Membaca teks PDF"
_STILL_READING = "Isi PDF belum selesai dibaca; hasil dari isi PDF masih dapat bertambah."


class SearchController(QObject):
    """Owns the index from `take` to `release`."""

    question_chosen = Signal(str)  # code
    evidence_chosen = Signal(str, int, int)  # code (INBOX: ""), use, page (0: none in particular)

    def __init__(self, box: SearchBox, jobs: Jobs, messenger: Messenger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box, self._messenger = box, messenger
        self._index: SearchIndex | None = None
        self._thread: SearchThread | None = None
        self._assessment: Assessment | None = None
        self._shown: tuple[Hit, ...] = ()
        self._asked = 0  # counts the queries: only the newest one matters
        self._unread = 0  # files whose text is still to be read
        self._idle = IdleWork(jobs, TITLE, self)
        self._idle.ended.connect(self._read)
        self._idle.failed.connect(messenger.complain)
        box.typed.connect(self._search)
        box.chosen.connect(self._choose)
        box.setEnabled(False)

    @property
    def reading(self) -> Job | None:
        """The work that reads texts now; it gives way to any other long work by itself."""
        return self._idle.job

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """Search a workspace that was just opened."""
        from zidesk.services.search.index import SearchIndex

        self.release()
        self._index, self._thread = SearchIndex(workspace), SearchThread(self)
        self._thread.failed.connect(self._messenger.complain)
        self._box.setEnabled(True)
        self.show_assessment(assessment)

    def show_assessment(self, assessment: Assessment) -> None:
        """Find what the assessment says now; files attached meanwhile are read a moment later."""
        index, thread = self._index, self._thread
        if index is None or thread is None:
            return
        self._assessment = assessment

        def refreshed() -> int | None:
            if assessment is not self._assessment:
                return None  # a newer one waits already
            index.refresh(assessment)
            return len(index.unread(assessment))

        thread.do(refreshed, self._count_unread)

    def release(self) -> None:
        """Let go of the workspace and its index."""
        self._idle.forget()
        if self._index is not None and self._thread is not None:
            self._thread.close(self._index.close)
        self._index = self._thread = self._assessment = None
        self._unread = 0
        self._asked += 1
        self._box.forget()
        self._box.setEnabled(False)

    # searching

    def _search(self, typed: str) -> None:
        index, thread = self._index, self._thread
        self._asked += 1
        if index is None or thread is None or not typed.strip():
            return
        asked = self._asked

        def found() -> tuple[Hit, ...] | None:
            return index.find(typed) if asked == self._asked else None

        def show(hits: tuple[Hit, ...]) -> None:
            if asked == self._asked:
                self._shown = hits
                self._box.show_hits(typed, hits, _STILL_READING if self._unread else "")

        thread.do(found, show)

    def _follow(self) -> None:
        """What is in view was found before something was changed. It is shown anew only where it is another now:
        somebody may be on the way down the list."""
        index, thread, typed, asked = self._index, self._thread, self._box.text(), self._asked
        if index is None or thread is None or not self._box.results.isVisible():
            return

        def show(hits: tuple[Hit, ...]) -> None:
            if asked == self._asked and hits != self._shown and self._box.results.isVisible():
                self._shown = hits
                self._box.show_hits(typed, hits, _STILL_READING if self._unread else "")

        thread.do(lambda: index.find(typed), show)

    def _choose(self, hit: Hit) -> None:
        if hit.use_id is None:
            self.question_chosen.emit(hit.code)
        else:
            self.evidence_chosen.emit(hit.code, hit.use_id, hit.page or 0)

    # reading texts

    def _count_unread(self, count: int) -> None:
        index, assessment = self._index, self._assessment
        self._unread = count
        self._follow()
        if count and index is not None and assessment is not None:
            self._idle.ask(lambda report, cancel: index.read_texts(assessment, report, cancel))

    def _read(self) -> None:
        """All is read, but for files that were attached meanwhile."""
        self._unread = 0
        if self._assessment is not None:
            self.show_assessment(self._assessment)
