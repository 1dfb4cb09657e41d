"""The steps of the bundle wizard, in their order: each begins where the one before has stopped."""

from pathlib import Path

from PySide6.QtGui import QPixmap

from tests.screenshots.shot import Shot
from tests.screenshots.stage import Stage
from zidesk.ui.bundle_controller import Desktop
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.bundle_wizard.ways_out import WayOut
from zidesk.ui.jobs import Job


def _stick(stage: Stage) -> Path:
    folder = stage.folder / "flashdisk"
    folder.mkdir(exist_ok=True)
    return folder


def _contents(stage: Stage) -> QPixmap:
    stage.window.show_page("bundle")
    stage.window.bundle.contents.some.setChecked(True)
    picture = stage.picture()
    stage.window.bundle.contents.whole.setChecked(True)
    return picture


def _destination(stage: Stage) -> QPixmap:
    stick = _stick(stage)
    stage.window.bundling._desktop = Desktop(lambda: stick, lambda: stick, lambda: None, lambda _folder: None)
    stage.window.bundle.contents.next.click()
    stage.settle()
    stage.window.bundle.destination.other.click()
    return stage.picture()


def _obstacles(stage: Stage) -> QPixmap:
    """Two originals are gone."""
    originals = sorted(path for path in (stage.schools.demo / "bukti").rglob("*") if path.is_file())
    for path in originals[:2]:
        path.unlink()
    stage.window.bundle.destination.next.click()
    stage.wait_for(lambda: stage.window.bundle.step is Step.CHECK)
    return stage.picture()


def _writing(stage: Stage) -> QPixmap:
    """In the midst of it."""
    taken: list[QPixmap] = []

    def look(_job: Job, _progress: object) -> None:
        if stage.window.bundle.step is Step.WRITING:
            taken.append(stage.window.grab())

    stage.window.jobs.progressed.connect(look)
    try:
        stage.window.bundle.check.buttons[WayOut.WITHOUT].click()
        stage.wait_for(lambda: stage.window.bundle.step is Step.DONE)
    finally:
        stage.window.jobs.progressed.disconnect(look)
    return taken[len(taken) // 2]


def _done(stage: Stage) -> QPixmap:
    return stage.picture()


def _verified(stage: Stage) -> QPixmap:
    stage.window.bundle.done.buttons[Next.VERIFY].click()
    return stage.picture()


def _spoiled(stage: Stage) -> QPixmap:
    """A file in the bundle is another than it was."""
    (bundle,) = (path for path in _stick(stage).iterdir() if path.is_dir())
    payload = next(path for path in sorted((bundle / "data").rglob("*")) if path.is_file())
    payload.write_bytes(payload.read_bytes() + b" ")
    stage.window.bundle.done.buttons[Next.VERIFY].click()
    return stage.picture()


BUNDLE = (
    Shot("paket-1-isi", _contents),
    Shot("paket-2-tujuan", _destination),
    Shot("paket-3-periksa", _obstacles),
    Shot("paket-4-menulis", _writing),
    Shot("paket-5-selesai", _done),
    Shot("paket-utuh", _verified),
    Shot("paket-rusak", _spoiled),
)
