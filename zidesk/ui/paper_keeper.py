"""What is done to papers for good: entries, texts and signed copies kept, files made. Changes can be undone."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.filenames import clean_component
from zidesk.domain.indonesian import format_number
from zidesk.storage.paths import Resources
from zidesk.ui import documents_work as work
from zidesk.ui.dialogs.paper_places import PaperDesktop
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger

if TYPE_CHECKING:
    from zidesk.services.papers.changes import PaperChange
    from zidesk.storage.workspace import Workspace


class PaperKeeper(QObject):
    """`kept`: something about the papers is other than before."""

    kept = Signal()

    def __init__(
        self,
        jobs: Jobs,
        messenger: Messenger,
        editing: Editing,
        resources: Resources,
        desktop: PaperDesktop,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._messenger, self._editing = jobs, messenger, editing
        self._resources, self._desktop = resources, desktop
        self._workspace: Workspace | None = None
        self._folder: Path | None = None
        self._under_way = 0  # changes that are not stored yet

    @property
    def busy(self) -> bool:
        """Whether a change is still being stored."""
        return self._under_way > 0

    def take(self, workspace: "Workspace | None", folder: Path | None) -> None:
        """`folder`: for files that are only printed."""
        self._workspace, self._folder = workspace, folder

    # changes

    def keep_fields(self, kind: str, values: Mapping[str, str]) -> None:
        from zidesk.services.papers.changes import SetFields

        self._change(SetFields(kind, dict(values)), "isian dokumen")

    def include(self, kind: str, part: str, on: bool) -> None:
        from zidesk.services.papers.changes import SetIncluded

        self._change(SetIncluded(kind, part, on), "pilihan isi paket")

    def keep_text(self, key: str, content: str | None) -> None:
        """None: back to the program's own."""
        from zidesk.services.papers.changes import SetText

        self._change(SetText(key, content), "kalimat dokumen")

    def detach(self, kind: str, part: str, title: str) -> None:
        from zidesk.services.papers.changes import SetSigned

        told = partial(self._offer_undo, f"Salinan bertanda tangan {title} dilepaskan.")
        self._change(SetSigned(kind, part, None, in_bundle=False), "pelepasan salinan bertanda tangan", told)

    def attach(self, kind: str, part: str, path: Path, title: str) -> None:
        """Copying a large scan takes a while and can be cancelled."""
        workspace = self._workspace
        if workspace is None or workspace.read_only:
            return

        def done(inverse: "PaperChange") -> None:
            self._keep(workspace, inverse, "salinan bertanda tangan")
            self._offer_undo(f"Salinan bertanda tangan {title} disimpan dan masuk ke paket.")

        self._jobs.start(
            lambda _report, cancel: work.attach(workspace, kind, part, path, self._resources, cancel),
            title="Menyimpan salinan bertanda tangan",
            on_done=done,
            on_error=self._refused,
        )

    def take_snapshot(self) -> None:
        """Keep the present figures for later reports."""
        workspace = self._workspace
        if workspace is None or workspace.read_only:
            return

        def done(total: str) -> None:
            self._messenger.tell(f"Nilai {total} disimpan sebagai pembanding.")
            self.kept.emit()

        self._jobs.quick(lambda: work.take_snapshot(workspace), on_done=done, on_error=self._refused)

    def _change(self, change: "PaperChange", words: str, told: Callable[[], None] | None = None) -> None:
        workspace = self._workspace
        if workspace is None or workspace.read_only:
            return

        def done(inverse: "PaperChange") -> None:
            self._under_way -= 1
            if inverse != change:
                self._keep(workspace, inverse, words)
            if told is not None:
                told()

        def refused(fault: ZideskError) -> None:
            self._under_way -= 1
            self._refused(fault)

        self._under_way += 1
        self._jobs.quick(lambda: work.change(workspace, change), on_done=done, on_error=refused)

    def _keep(self, workspace: "Workspace", inverse: "PaperChange", words: str) -> None:
        if workspace is self._workspace:
            self._editing.keep_other(inverse, words)
            self.kept.emit()

    def _offer_undo(self, words: str) -> None:
        self._editing.offer_undo(words)

    def _refused(self, fault: ZideskError) -> None:
        if not isinstance(fault, Cancelled):
            self._messenger.complain(fault)
        self.kept.emit()  # what is stored, not what was wished

    # files

    def make(self, kind: str, part: str, out: Path, paper: str, large: bool) -> None:
        """Save a paper where the user chose; `large`: it may take a while."""
        self._make(kind, part, out, paper, large, self._saved)

    def make_to_print(
        self, kind: str, part: str, paper: str, large: bool, title: str, then: Callable[[Path, str], None]
    ) -> None:
        if self._folder is not None:
            out = self._folder / "cetak" / f"{clean_component(title)}.pdf"
            out.parent.mkdir(exist_ok=True)
            self._make(kind, part, out, paper, large, lambda path: then(path, title))

    def make_each(self, kind: str, suffix: str, paper: str) -> None:
        """A file for each member of staff, in a folder the user chooses."""
        workspace, folder = self._workspace, self._desktop.ask_folder()
        if workspace is None or folder is None:
            return

        def done(made: tuple[Path, ...]) -> None:
            place = made[0].parent if made else folder
            words = f"{format_number(len(made), 0)} berkas disimpan di {place.name}."
            self._messenger.offer(words, "Buka folder", lambda: self._desktop.show_folder(place))
            self.kept.emit()

        self._jobs.start(
            lambda report, cancel: work.make_each(
                workspace, kind, folder, self._resources, suffix, paper, report, cancel
            ),
            title="Membuat dokumen pegawai",
            on_done=done,
            on_error=self._refused,
        )

    def _make(
        self, kind: str, part: str, out: Path, paper: str, large: bool, then: Callable[[Path], None]
    ) -> None:
        workspace = self._workspace
        if workspace is None:
            return

        def making() -> Path:
            return work.make(workspace, kind, part, out, self._resources, paper)

        def done(path: Path) -> None:
            self.kept.emit()
            then(path)

        if large:
            self._jobs.start(
                lambda _report, _cancel: making(), title="Membuat dokumen", on_done=done, on_error=self._refused
            )
        else:
            self._jobs.quick(making, on_done=done, on_error=self._refused)

    def _saved(self, path: Path) -> None:
        self._messenger.offer(f"{path.name} disimpan.", "Buka", lambda: self._desktop.open_file(path))
