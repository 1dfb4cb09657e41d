"""The first chapter of the guide, followed step by step with mouse and keys by someone who has only just begun."""

from collections.abc import Callable, Iterator
from pathlib import Path

import bagit
import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.end_to_end.clerk import CTRL, Clerk, Key, files
from zidesk.services.guide.reading import load_guide, syntax_tree
from zidesk.storage.paths import shipped_resources
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog
from zidesk.ui.page_keys import OVERVIEW
from zidesk.ui.widgets import file_dialogs

pytestmark = [
    pytest.mark.qt_log_level_fail("WARNING"),
    pytest.mark.qt_log_ignore("This plugin does not support", "XDG_RUNTIME_DIR not set", extend=True),
]


class Reader:
    """Reads one step after the other, and clicks only what the step in hand names."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.step = ""
        self._steps = _steps()

    def read(self, beginning: str) -> None:
        """The next step, which must begin like this."""
        self.step = next(self._steps)
        assert self.step.startswith(beginning), self.step

    def names(self, words: str) -> None:
        assert f"**{words}**" in self.step, (words, self.step)

    def click(self, widget: QWidget) -> None:
        assert isinstance(widget, QAbstractButton)
        self.names(widget.text().strip() or widget.accessibleName())
        self.clerk.click(widget)

    def is_through(self) -> bool:
        return next(self._steps, None) is None


def _steps() -> Iterator[str]:
    chapter = load_guide(shipped_resources().guide).chapters[0]
    for node in syntax_tree(chapter.source).children:
        if node.type == "ordered_list":
            for item in node.children:
                yield " ".join(item.children[0].children[0].content.split())


def test_a_beginner_gets_from_nothing_to_a_bundle(
    clerk: Clerk, desktop: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(clerk)
    make_the_workspace(reader)
    answer_a_question(reader)
    attach_evidence(reader, desktop)
    look_at_the_score(reader)
    stick = tmp_path / "FLASHDISK"
    stick.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_destination", lambda _parent: stick)
    make_the_bundle(reader)
    assert reader.is_through()
    (bundle,) = stick.iterdir()
    bagit.Bag(str(bundle)).validate()
    assert (bundle / "BUKA-DI-SINI.html").is_file()
    assert [path.suffix for path in (bundle / "data").rglob("*") if path.is_file()] == [".pdf"]


def make_the_workspace(reader: Reader) -> None:
    clerk = reader.clerk
    reader.read("Buka ZIDesk")
    reader.names("Berkas kerja")
    reader.click(clerk.window.start.new)
    wizard = clerk.window.findChild(NewWorkspaceDialog)
    assert wizard is not None
    clerk.qtbot.waitUntil(wizard.isActiveWindow)
    reader.read("Isi **Nama sekolah**")
    clerk.fill(wizard.school.fields["name"].line, "SMA Negeri 1 Contoh")
    reader.click(wizard.next)
    reader.read("Isi nama dan NIP kepala sekolah")
    clerk.fill(wizard.people.fields["principal"].line, "Budi Santosa, M.Pd.")
    clerk.fill(wizard.people.fields["principal_nip"].line, "19680314 199403 1 007")
    reader.click(wizard.next)
    reader.read("Periksa **Tahun penilaian**")
    assert wizard.assessment.isVisible()
    reader.click(wizard.next)
    reader.read("Periksa **Folder berkas kerja**")
    assert wizard.place.isVisible()
    reader.click(wizard.next)
    clerk.qtbot.waitUntil(clerk.window.assessment.isVisible)
    clerk.settle()
    clerk.look_at_the_window()
    assert clerk.shown.profile.school.name == "SMA Negeri 1 Contoh"


def answer_a_question(reader: Reader) -> None:
    clerk, question = reader.clerk, reader.clerk.window.assessment.question
    reader.read("Di sebelah kiri ada lembar penilaian")
    assert "`Ctrl+J`, ketik 1.i.a, lalu tekan `Enter`" in reader.step
    clerk.jump("1.i.a")
    reader.read("Baca pertanyaannya, lalu klik salah satu jawaban")
    clerk.click(question.choices.rows[0])
    assert clerk.answer("A.I.1.i.a") == "Ya"
    reader.read("Bila ada yang perlu dijelaskan")
    reader.names(question.note.accessibleName())
    clerk.click(question.note)
    clerk.write("Tim dibentuk pada bulan Januari.")
    reader.read("Tekan `Ctrl+PgDown`")
    clerk.press(Key.Key_PageDown, CTRL)
    assert question.code == "A.I.1.i.b"
    assert clerk.shown.answer_of("A.I.1.i.a").note == "Tim dibentuk pada bulan Januari."


def attach_evidence(reader: Reader, desktop: Callable[[str], Path]) -> None:
    clerk, page = reader.clerk, reader.clerk.window.assessment
    reader.read("Kembali ke butir 1.i.a")
    clerk.jump("1.i.a")
    reader.read("Seret berkas dari folder komputer ke bagian **Bukti**")
    scan = desktop("SK Tim.pdf")
    before = scan.read_bytes()
    clerk.drop(page.evidence, files([scan]))
    assert clerk.titles("A.I.1.i.a") == ["SK Tim"] and scan.read_bytes() == before
    reader.read("Pada **Dokumen yang diminta**, pilih **pilih berkas**")
    row = page.question.documents.rows[0]
    reader.names(row.choose.text())
    clerk.choose_from_menu(row.choose, "SK Tim")
    assert clerk.shown.uses_of("A.I.1.i.a")[0].fulfils == {row.name.text()}


def look_at_the_score(reader: Reader) -> None:
    clerk, overview = reader.clerk, reader.clerk.window.overview
    reader.read("Klik **Beranda**")
    reader.click(clerk.window.rail.buttons[OVERVIEW])
    assert overview.isVisible()
    reader.read("Lihat **Nilai per area**")
    clerk.click(overview.bare.lines.rows[0])
    assert clerk.window.assessment.isVisible()


def make_the_bundle(reader: Reader) -> None:
    clerk, page = reader.clerk, reader.clerk.window.bundle
    reader.read("Pasang flashdisk")
    reader.click(clerk.window.header.bundle)
    reader.read("Pada langkah **Isi paket**")
    assert page.step is Step.CONTENTS
    reader.click(page.contents.next)
    reader.read("Pada langkah **Tujuan**")
    assert page.step is Step.DESTINATION
    reader.click(page.destination.other)
    reader.click(page.destination.next)
    reader.read("Tunggu sampai muncul tulisan “Sudah aman, flashdisk boleh dicabut”")
    clerk.qtbot.waitUntil(lambda: page.step in (Step.DONE, Step.CHECK), timeout=120_000)
    clerk.settle()
    assert page.step is Step.DONE, page.check.title.text()
    assert page.done.title.text() == "Sudah aman, paket selesai", "a folder stands for the stick here"
