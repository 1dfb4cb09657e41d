"""A bundle with everything that can be wished for: shrunk, merged, locked; and the passphrase, seen once."""

import gc
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from tests.ui.bundle_walk import LEFT, Gate, at_stage, bundle_in, stand_before, start
from tests.ui.conftest import Desk
from zidesk.domain.progress import Progress, Stage
from zidesk.services.bundle.request import BundleResult, Handling, Merged
from zidesk.services.verify import verify_bundle
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.pages.bundle_page import BundlePage


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "flashdisk"
    made.mkdir()
    return made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Above one megabyte, and nothing a picture could not do with less of."""
    out = tmp_path / "Foto rapat.jpg"
    noise = [Image.effect_noise((1500, 1100), spread) for spread in (60, 70, 80)]
    Image.merge("RGB", noise).save(out, quality=92)
    assert out.stat().st_size > 1_000_000
    return out


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Above one megabyte, and it cannot become smaller."""
    out = tmp_path / "Rekaman.txt"
    out.write_bytes(b"rekaman\n" * 150_000)
    return out


@pytest.fixture
def page(desk: Desk, stick: Path, photo: Path, film: Path, paper: Callable[[str], Path]) -> BundlePage:
    """Before a bundle of four files, of which one is marked as holding personal data."""
    desk.show("A.I.1.i.a")
    desk.attach([photo, film, paper("Daftar siswa.pdf"), paper("Notula.pdf")])
    desk.settle()
    assert desk.window.editing.assessment is not None
    uses = desk.window.editing.assessment.uses_of("A.I.1.i.a")
    desk.window.privacy.decide([use for use in uses if use.title == "Daftar siswa"], True)
    desk.settle()
    stand_before(desk, stick)
    choose(desk.window.bundle, Handling.LOCK)
    return desk.window.bundle


def choose(page: BundlePage, handling: Handling) -> None:
    options = page.contents.options
    QTest.mouseClick(page.contents.more, LEFT)
    for button in (options.limit.own, options.merged.buttons[Merged.WHOLE], options.personal.buttons[handling]):
        tap(button)
    options.limit.mb.setValue(1)


def tap(button: QAbstractButton) -> None:
    assert button.isVisible(), button.text()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def made(desk: Desk, page: BundlePage, stick: Path) -> Path:
    start(desk)
    desk.qtbot.waitUntil(
        lambda: page.step in (Step.DONE, Step.CHECK) and not desk.window.jobs.running(), timeout=60_000
    )
    assert page.step is Step.DONE, page.check.title.text()
    return bundle_in(stick)


@pytest.fixture
def keeper(desk: Desk) -> "Answering":
    answering = Answering()
    desk.window.bundling.passphrase.ask = answering
    return answering


class Answering:
    """Whoever is asked whether the passphrase was noted."""

    def __init__(self) -> None:
        self.noted = True
        self.questions: list[str] = []

    def __call__(self, text: str, explanation: str, yes: str, no: str) -> bool:
        self.questions.append(f"{text} {explanation}")
        return self.noted


def shown_anywhere(window: QWidget, words: str) -> bool:
    labels = (label.text() for label in window.findChildren(QLabel))
    texts = (field.toPlainText() for field in window.findChildren(QPlainTextEdit))
    return any(words in text for text in (*labels, *texts))


def test_shrunk_merged_and_locked(
    desk: Desk, page: BundlePage, keeper: "Answering", made: Path, photo: Path
) -> None:
    assert verify_bundle(made).valid and list((made / "GABUNGAN").glob("*.pdf"))
    phrase = page.passphrase.phrase.text()
    locked = next(path for path in (made / "data").rglob("*.pdf") if "Daftar siswa" in path.name)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(locked)
    with pikepdf.open(locked, password=phrase) as pdf:
        assert len(pdf.pages) >= 1
    assert page.passphrase.isVisible() and "Membuka 1 berkas" in page.passphrase.facts.text()
    told = page.done.text.text()
    assert "1 berkas diperkecil, dari " in told and "1 berkas dikunci dengan kata sandi." in told
    assert "1 berkas tetap di atas batas ukuran" in told
    assert max(path.stat().st_size for path in (made / "data").rglob("*.jpg")) <= 1_000_000 < photo.stat().st_size
    assert phrase not in told and not page.done.handled.isVisible()
    QTest.mouseClick(page.done.more, LEFT)
    lines = page.done.handled.toPlainText().splitlines()
    assert page.done.handled.isVisible() and [line.split(":")[0] for line in lines] == [
        "Diperkecil",
        "Tetap di atas batas",
        "Dikunci",
    ]
    assert "A.I.1.i.a Foto rapat, " in lines[0] and " → " in lines[0] and " → " not in lines[1]


def test_the_passphrase_is_copied_and_gone_once_it_was_noted(
    desk: Desk, page: BundlePage, keeper: "Answering", made: Path
) -> None:
    phrase = page.passphrase.phrase.text()
    QTest.mouseClick(page.passphrase.copy, LEFT)
    assert QGuiApplication.clipboard().text() == phrase
    keeper.noted = False
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    assert page.step is Step.DONE and page.passphrase.phrase.text() == phrase and len(keeper.questions) == 1
    keeper.noted = True
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    assert page.step is Step.CONTENTS and not page.passphrase.isVisible()
    assert not shown_anywhere(desk.window, phrase)
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, BundleResult)]
    assert all(result.passphrase != phrase for result in kept)


def test_who_has_noted_it_is_not_asked_again(
    desk: Desk, page: BundlePage, keeper: "Answering", made: Path
) -> None:
    tap(page.passphrase.done)
    assert not page.passphrase.isVisible() and page.passphrase.phrase.text() == ""
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    assert page.step is Step.CONTENTS and not keeper.questions


def test_the_window_does_not_close_over_a_passphrase(
    desk: Desk, page: BundlePage, keeper: "Answering", made: Path
) -> None:
    keeper.noted = False
    desk.window.close()
    assert desk.window.isVisible() and desk.window.isEnabled() and page.passphrase.holds
    keeper.noted = True
    desk.close()
    assert len(keeper.questions) == 2 and not page.passphrase.holds


def test_it_stays_in_view_when_the_workspace_is_left(
    desk: Desk, page: BundlePage, keeper: "Answering", made: Path
) -> None:
    phrase = page.passphrase.phrase.text()
    desk.window.close_workspace()
    desk.settle()
    desk.window.show_page("bundle")
    assert page.passphrase.isVisible() and page.passphrase.phrase.text() == phrase and not page.make.isVisible()
    assert not keeper.questions


def test_a_bundle_finished_while_the_window_closes_still_shows_it(
    desk: Desk, page: BundlePage, keeper: "Answering", stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, lambda now: now.stage is Stage.READ_BACK and now.done == now.total)
    start(desk)
    desk.qtbot.waitUntil(gate.reached.is_set, timeout=60_000)
    desk.window.close()
    gate.open.set()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=60_000)
    finished = not bundle_in(stick).name.endswith(".belum-selesai")
    assert finished is any("Kata sandi berkas yang terkunci: " in text for text in keeper.questions)
    assert finished, "nothing could be cancelled any more"


def test_what_is_left_out_by_choice_is_no_alarm(desk: Desk, page: BundlePage, stick: Path) -> None:
    QTest.mouseClick(page.contents.back, LEFT)
    choose(page, Handling.LEAVE_OUT)
    start(desk)
    desk.qtbot.waitUntil(lambda: page.step is Step.DONE and not desk.window.jobs.running(), timeout=60_000)
    assert page.done.title.text() == "Sudah aman, paket selesai" and not page.done.details.isVisible()
    assert "1 berkas tidak disertakan karena bertanda memuat data pribadi." in page.done.text.text()
    assert "Tidak disertakan: A.I.1.i.a Daftar siswa" in page.done.handled.toPlainText()
    assert not page.passphrase.holds and not list((bundle_in(stick) / "data").rglob("*Daftar siswa*"))


def merging(progress: Progress) -> bool:
    """The second file of a merged PDF is in hand."""
    return progress.stage is Stage.DOCUMENTS and progress.done == 1 and progress.total == 4


@pytest.mark.parametrize("here", [at_stage(Stage.PREPARE), merging], ids=["copies", "merged"])
def test_cancel_while_copies_are_made_and_while_files_are_merged(
    desk: Desk,
    page: BundlePage,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: Callable[[Progress], bool],
) -> None:
    gate = Gate(monkeypatch, here)
    start(desk)
    desk.qtbot.waitUntil(gate.reached.is_set, timeout=60_000)
    desk.qtbot.waitUntil(lambda: page.step is Step.WRITING)
    row = page.writing.merged if here is merging else page.writing.stages[Stage.PREPARE]
    desk.qtbot.waitUntil(lambda: row.state == "accent")
    QTest.mouseClick(page.writing.cancel, LEFT)
    gate.open.set()
    desk.settle()
    assert page.step is Step.DONE and page.done.title.text() == "Pembuatan paket dibatalkan"
    assert not page.passphrase.holds
    assert all(path.name.endswith(".belum-selesai") for path in stick.iterdir() if path.is_dir())
