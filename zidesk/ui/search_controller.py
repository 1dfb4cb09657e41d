"""Between the search field and the index of the open workspace: asked with every key, kept true to what is
shown, filled with the texts of PDFs while nothing else is going on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.storage.search.hits import Hit
from zidesk.ui.jobs import Job, Jobs, Lane
from zidesk.ui.messenger import Messenger
from zidesk.ui.search_thread import SearchThread
from zidesk.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from zidesk.services.search.index import SearchIndex
    from zidesk.storage.workspace import Workspace

TITLE = "Membaca teks PDF"
_READ_AFTER = 1_500  # milliseconds in which nothing else began
_STILL_READING = "Isi PDF belum selesai dibaca; hasil dari isi PDF masih dapat bertambah."


class SearchController(QObject):
    """Owns the index from `take` to `release`."""

    question_chosen = Signal(str)  # code
    evidence_chosen = Signal(str, int, int)  # code (INBOX: ""), use, page (0: none in particular)

    def __init__(self, box: SearchBox, jobs: Jobs, messenger: Messenger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box, self._jobs, self._messenger = box, jobs, messenger
        self._index: SearchIndex | None = None
        self._thread: SearchThread | None = None
        self._assessment: Assessment | None = None
        self._asked = 0  # counts the queries: only the newest one matters
        self._unread = 0  # files whose text is still to be read
        self._reading: Job | None = None
        self._gave_way = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_AFTER)
        self._timer.timeout.connect(self._read)
        box.typed.connect(self._search)
        box.chosen.connect(self._choose)
        box.setEnabled(False)
        jobs.started.connect(self._give_way)
        jobs.finished.connect(self._read_later)

    @property
    def reading(self) -> Job | None:
        """The work that reads texts now; it gives way to any other long work by itself."""
        return self._reading

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """Search a workspace that was just opened."""
        from zidesk.services.search.index import SearchIndex

        self.release()
        self._index, self._thread = SearchIndex(workspace), SearchThread(self)
        self._thread.failed.connect(self._messenger.complain)
        self._stopped = False
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
        self._timer.stop()
        if self._reading is not None:
            self._reading.cancel()
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
                self._box.show_hits(typed, hits, _STILL_READING if self._unread else "")

        thread.do(found, show)

    def _choose(self, hit: Hit) -> None:
        if hit.use_id is None:
            self.question_chosen.emit(hit.code)
        else:
            self.evidence_chosen.emit(hit.code, hit.use_id, hit.page or 0)

    # reading texts

    def _count_unread(self, count: int) -> None:
        self._unread = count
        self._read_later()

    def _read_later(self, _finished: Job | None = None) -> None:
        if self._unread and not self._stopped and self._reading is None:
            self._timer.start()

    def _read(self) -> None:
        index, assessment = self._index, self._assessment
        if index is None or assessment is None or self._reading is not None or self._jobs.running(Lane.LONG):
            return  # begins again when that has finished
        self._gave_way = False
        self._reading = self._jobs.start(
            lambda report, cancel: index.read_texts(assessment, report, cancel),
            title=TITLE,
            on_done=lambda _files: self._ended(index),
            on_error=lambda fault: self._ended(index, fault),
            yields=True,
        )

    def _give_way(self, job: Job) -> None:
        """Other long work comes first; ours goes on afterwards with what is left."""
        if self._reading is not None and job.lane is Lane.LONG and job is not self._reading:
            self._gave_way = True
            self._reading.cancel()

    def _ended(self, index: "SearchIndex", fault: ZideskError | None = None) -> None:
        self._reading = None
        if index is not self._index:
            return
        if fault is None:
            self._unread = 0
        elif not (isinstance(fault, Cancelled) and self._gave_way):
            self._stopped = True  # by the user, or by something that would befall it again
            if not isinstance(fault, Cancelled):
                self._messenger.complain(fault)
        if fault is None and self._assessment is not None:
            self.show_assessment(self._assessment)  # files attached while it ran
