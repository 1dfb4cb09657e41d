"""The steps of the bundle wizard, in their order: each begins where the one before has stopped."""

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QPixmap

from tests.screenshots.shot import Shot
from tests.screenshots.stage import Stage
from zidesk.domain.privacy import PersonalKind
from zidesk.services.bundle.request import Handling, Merged
from zidesk.services.privacy.suggesting import Suggestion
from zidesk.ui.bundle_controller import Desktop
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.bundle_wizard.ways_out import WayOut
from zidesk.ui.jobs import Job


def _stick(stage: Stage) -> Path:
    folder = stage.folder / "flashdisk"
    folder.mkdir(exist_ok=True)
    return folder


def _photo(stage: Stage) -> Path:
    """As a telephone makes it: too large for a portal."""
    out = stage.folder / "Foto apel pagi.jpg"
    noise = [Image.effect_noise((2600, 1900), spread) for spread in (60, 70, 80)]
    Image.merge("RGB", noise).save(out, quality=90)
    return out


def _prepare(stage: Stage) -> None:
    """A large photo, two files marked as holding personal data, one that might."""
    window = stage.window
    code = window.assessment.question.code
    window.evidence.attach([_photo(stage)], code)
    stage.settle()
    assessment = window.editing.assessment
    assert assessment is not None
    uses = [use for of_question in assessment.evidence.values() for use in of_question]
    window.privacy.decide(uses[1:3], True)
    stage.settle()
    window.strip.hide()
    window.bundling.show_suggestions((Suggestion(uses[5], {PersonalKind.NIK: 3}),))


def _usual(stage: Stage) -> QPixmap:
    _prepare(stage)
    stage.window.show_page("bundle")
    return stage.picture()


def _options(stage: Stage) -> QPixmap:
    contents = stage.window.bundle.contents
    contents.more.click()
    contents.options.limit.usual[2].click()
    contents.options.merged.buttons[Merged.AREAS].click()
    contents.options.personal.buttons[Handling.LOCK].click()
    return stage.picture()


def _contents(stage: Stage) -> QPixmap:
    stage.window.bundle.contents.back.click()
    stage.window.bundle.contents.areas.some.setChecked(True)
    picture = stage.picture()
    stage.window.bundle.contents.areas.whole.setChecked(True)
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


def _handled(stage: Stage) -> QPixmap:
    stage.window.bundle.done.more.click()
    return stage.picture()


def _verified(stage: Stage) -> QPixmap:
    stage.window.bundle.passphrase.done.click()
    stage.window.bundle.done.more.click()
    stage.window.bundle.done.buttons[Next.VERIFY].click()
    return stage.picture()


def _spoiled(stage: Stage) -> QPixmap:
    """A file in the bundle is another than it was."""
    (bundle,) = (path for path in _stick(stage).iterdir() if path.is_dir())
    payload = next(path for path in sorted((bundle / "data").rglob("*")) if path.is_file())
    payload.write_bytes(payload.read_bytes() + b" ")
    stage.window.bundle.done.buttons[Next.VERIFY].click()
    return stage.picture()


def _compared(stage: Stage) -> QPixmap:
    """Another bundle to the same place, where one lies already."""
    page = stage.window.bundle
    page.done.buttons[Next.ANOTHER].click()
    page.contents.next.click()
    stage.wait_for(page.destination.since.there.isVisible)
    page.destination.since.there.click()
    return stage.picture()


def _incomparable(stage: Stage) -> QPixmap:
    """What was picked is no bundle."""
    page = stage.window.bundle
    page.destination.since.show_picked(stage.schools.empty)
    page.destination.next.click()
    stage.wait_for(lambda: page.step is Step.CHECK and bool(page.check.buttons))
    return stage.picture()


BUNDLE = (
    Shot("paket-1-biasa", _usual),
    Shot("paket-1-pilihan-lain", _options),
    Shot("paket-1-isi", _contents),
    Shot("paket-2-tujuan", _destination),
    Shot("paket-3-periksa", _obstacles),
    Shot("paket-4-menulis", _writing),
    Shot("paket-5-selesai", _done),
    Shot("paket-5-rincian", _handled),
    Shot("paket-utuh", _verified),
    Shot("paket-rusak", _spoiled),
    Shot("paket-2-pembanding", _compared),
    Shot("paket-3-pembanding", _incomparable),
)
